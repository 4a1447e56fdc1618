"""
The ground floor: flows, transport, limits, errors and streams. It knows no backend.
"""

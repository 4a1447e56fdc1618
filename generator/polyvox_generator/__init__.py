"""
From OpenAPI documents to typed clients: load, lint, lower, parse, emit, lock.
"""

"""
What hangs on a client: one module per topic, flows written once, two shells over them.
"""

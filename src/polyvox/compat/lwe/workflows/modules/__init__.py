"""
What tasks can do: a table of modules with their parameters, and the flows that carry them out.
"""

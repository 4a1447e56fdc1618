"""
Tools: Python functions that a model may call, and the loop that lets it.

A function's annotations and docstring say all that a model is told; `Toolbox` says how far the
model may go; `run` and `stream_run` of a client do the rounds.
"""

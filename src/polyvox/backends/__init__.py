"""
One folder per backend: `wire` (values), flows, and the two clients over them.

Backends never import each other; what OpenAI-shaped ones share lives in `openai_shape`, what all
share in `connecting`, `inputs` and `chat_stream`.
"""

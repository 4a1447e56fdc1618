"""
Aleph Alpha: chat, completions, embeddings and tokens of a PhariaAI inference service.
"""

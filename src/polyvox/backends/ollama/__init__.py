"""
Ollama: models on your own machine or in its cloud, by its native interface.
"""

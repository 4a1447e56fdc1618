"""
OpenAI, and the many servers that speak as it does: vLLM, llama.cpp, LM Studio, LiteLLM, OpenRouter.
"""

"""Operations of Ollama, a module for each tag. Generated; edit the specification instead."""

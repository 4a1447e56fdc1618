"""Where users of LLM Workflow Engine look for `Config`: the same folders, the same names."""

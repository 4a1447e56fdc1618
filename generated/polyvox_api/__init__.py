"""Typed low-level clients, one package for each backend; all of it is generated."""

"""
The benchmark: polyvox beside a hand-written httpx loop, a raw socket, and the libraries of others.

`python -m bench` prints the table; every library runs in a process and, where needed, in an
environment of its own, in rounds that take turns. See docs/performance.md.
"""

"""
Objects out of text: `extract` and `stream_extract`, as flows over the public chat of any client.

A backend that takes a JSON Schema gets it; others are told it in words. Every answer is checked
against the class, whoever promised what; one that does not fit is sent back, a bounded number of
times. Nothing here knows a backend: what each can do is its `schema_support`.
"""

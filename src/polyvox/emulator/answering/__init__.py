"""
How emulated models answer a chat, whatever the wire: modes, scripts, schemas that are followed.

Backends turn a request into a `Chat` and an `Answer` into bytes; nothing here knows one of them.
"""

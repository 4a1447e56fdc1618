"""
Alteryse: one instance, one model, one path; chats and prompts.
"""

"""
AI DIAL: chat over any deployed model or application, and the storage around it.
"""

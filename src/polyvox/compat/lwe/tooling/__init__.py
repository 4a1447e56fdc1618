"""
Tools in LWE's way: classes in files that presets name, and the older functions.

Describing and calling them is `polyvox.tools`'s work; here is what LWE adds to it.
"""

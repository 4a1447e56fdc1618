"""
Drop-in surfaces: each module here stands in for another library; users change the import line.

They keep the signatures and results of what they replace, over polyvox's public clients; nothing
else in polyvox imports them.
"""

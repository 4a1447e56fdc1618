"""
AmigoChat: many models behind one anonymous service, each with its persona.
"""

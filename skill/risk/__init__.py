"""Risk: is someone in danger, which danger is it, and whose?"""

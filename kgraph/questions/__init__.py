"""The questions people ask, one function each: names in, a value out. No formatting, no printing.

Each file is imported on its own, so that a question loads only the rooms that it needs.
"""

"""Patterns as layers, by library.

What it is not: of several libraries; there is one. Start reading at `torch`.
"""

"""`IPython.lib`: `pretty`, and the names of `display` that are imported from here.

What it is not: code of its own. Start reading at `pretty`.
"""

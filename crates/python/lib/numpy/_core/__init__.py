"""`numpy._core`: the names by which numpy's pickles ask for what they hold.

What it is not: where our arrays are made. Start reading in `multiarray`.
"""

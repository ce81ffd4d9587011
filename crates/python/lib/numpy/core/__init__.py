"""`numpy.core`: what `numpy._core` was called when older pickles were written.

What it is not: more than that. Start reading in `numpy._core.multiarray`.
"""

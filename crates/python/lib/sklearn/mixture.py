"""Mixtures of bells: there are none here.

What it is not: built; each name says so. Start reading at `_missing`.
"""

from sklearn._missing import missing

__getattr__ = missing("sklearn.mixture")

"""Networks of scikit-learn: there are none here, as torch has better ones.

What it is not: built; each name says so. Start reading at `_missing`.
"""

from sklearn._missing import missing

__getattr__ = missing("sklearn.neural_network")

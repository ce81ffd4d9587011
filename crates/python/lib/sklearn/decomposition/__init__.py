"""Data as sums of few parts: principal components, and others.

What it is not: dictionaries that are learned; those names say so. Start reading at `_pca`.
"""

from sklearn._missing import missing, offered
from sklearn.decomposition._pca import PCA

_LATER = {
    "_cut": "IncrementalPCA TruncatedSVD randomized_svd",
    "_kernels": "KernelPCA",
    "_positive": "NMF",
    "_topics": "LatentDirichletAllocation",
    "_sources": "FastICA fastica",
    "_factors": "FactorAnalysis",
}
__getattr__ = missing("sklearn.decomposition", **_LATER)
__all__ = offered(globals(), *_LATER.values())

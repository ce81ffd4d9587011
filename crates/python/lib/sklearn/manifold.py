"""Pictures of many dimensions in two: `TSNE`, and how far one can be trusted.

What it is not: the other ways to such a picture; each name says so. Start reading at `sklearn._tsne`.
"""

from _kindling_absent import Absent
from sklearn._tsne import TSNE, trustworthiness  # noqa: F401

_NAMES = ("MDS", "Isomap", "LocallyLinearEmbedding", "SpectralEmbedding")


def __getattr__(name):
    if name in _NAMES:
        return Absent(f"sklearn.manifold.{name} is not built into this sklearn; TSNE and sklearn.decomposition.PCA are")
    raise AttributeError(f"module 'sklearn.manifold' has no attribute '{name}'")

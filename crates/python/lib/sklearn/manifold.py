"""Pictures of many dimensions in two: there are none here.

What it is not: built; each name says so. Start reading at `__getattr__`.
"""

from _kindling_absent import Absent


_NAMES = ("TSNE", "MDS", "Isomap", "LocallyLinearEmbedding", "SpectralEmbedding", "trustworthiness")


def __getattr__(name):
    if name in _NAMES:
        return Absent(
            f"sklearn.manifold.{name} is not built into this sklearn; sklearn.decomposition.PCA is"
        )
    raise AttributeError(f"module 'sklearn.manifold' has no attribute '{name}'")

"""Pictures of many dimensions in two: `TSNE`, and how far one can be trusted; `Isomap`, `MDS` and others.

What it is not: principal components, which are `sklearn.decomposition`'s. Start reading at `sklearn._tsne`.
"""

from _kindling_absent import Absent
from sklearn._tsne import TSNE, trustworthiness  # noqa: F401

_LATER = {
    "MDS": "_scaled", "ClassicalMDS": "_scaled", "smacof": "_scaled", "Isomap": "_walked", "LocallyLinearEmbedding": "_woven",
    "locally_linear_embedding": "_woven", "SpectralEmbedding": "_waves", "spectral_embedding": "_waves",
}  # fmt: skip
__all__ = ["TSNE", "trustworthiness", *_LATER]


def __getattr__(name):
    if name in _LATER:
        found = getattr(__import__(f"sklearn.manifold.{_LATER[name]}", fromlist=(name,)), name, None)
        return Absent(f"sklearn.manifold.{name} is not built into this sklearn") if found is None else found
    raise AttributeError(f"module 'sklearn.manifold' has no attribute '{name}'")

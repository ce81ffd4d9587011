"""`MDS`: places whose distances are those that are given, as nearly as may be.

What it is not: for samples that come later. Source: I. Borg, P. Groenen, Modern Multidimensional Scaling, 2005. Start reading at
`smacof`.
"""

import warnings

import numpy as np
from sklearn._arrays import check_random_state, matrix, refuse
from sklearn.base import BaseEstimator
from sklearn.decomposition._cut import flipped
from sklearn.isotonic import IsotonicRegression
from sklearn.metrics.pairwise import euclidean_distances, pairwise_distances


def smacof(dissimilarities, *, metric=True, n_components=2, init=None, n_init=1, n_jobs=None, max_iter=300, verbose=0, eps=1e-6,
           random_state=None, return_n_iter=False, normalized_stress="auto"):  # fmt: skip
    """The best places of so many starts, and how far distances are from what was given."""
    del n_jobs
    refuse("smacof", verbose=(verbose, 0))
    given, generator, best = np.asarray(dissimilarities, dtype=float), check_random_state(random_state), None
    if init is not None and n_init != 1:
        warnings.warn(f"Explicit initial positions passed: performing only one init of the MDS instead of {n_init}", stacklevel=2)
        n_init = 1
    is_share = not metric if normalized_stress == "auto" else normalized_stress
    for _ in range(n_init):
        start = generator.uniform(size=len(given) * n_components).reshape(len(given), n_components) if init is None else np.asarray(init)
        found = _settled(given, metric, start, max_iter, eps, is_share)
        best = found if best is None or found[1] < best[1] else best
    return best if return_n_iter else best[:2]


def _settled(given, metric, places, most, eps, is_share):
    count, old = len(given), None
    above = np.triu(given, 1) != 0
    known, away, wanted = given[above], euclidean_distances(places), given
    for turn in range(most):
        if not metric:
            ranks = known if turn < 1 else IsotonicRegression(out_of_bounds="clip").fit_transform(known, away[above])
            wanted = np.zeros(given.shape)
            wanted[above] = ranks
            wanted = wanted * np.sqrt((count * (count - 1) / 2) / (wanted**2).sum())
            wanted = wanted + wanted.T
        ratio = wanted / np.where(away == 0, 1e-5, away)
        places = 1.0 / count * ((np.diag(ratio.sum(axis=1)) - ratio) @ places)
        away = euclidean_distances(places)
        stress, whole = ((away - wanted) ** 2).sum() / 2, (away**2).sum() / 2
        if old is not None and (old - stress) / whole < eps:
            break
        old = stress
    return places, np.sqrt(stress / whole) if is_share else stress, turn + 1


class _Distances(BaseEstimator):
    """Keeps the distances of all pairs."""

    def _keep(self, X, metric):
        X = matrix(X, type(self).__name__)
        self.n_features_in_ = X.shape[1]
        self.dissimilarity_matrix_ = X if metric == "precomputed" else pairwise_distances(X, metric=metric, **(self.metric_params or {}))
        return self.dissimilarity_matrix_

    def fit(self, X, y=None, **init):
        """The places."""
        self.fit_transform(X, **init)
        return self


class ClassicalMDS(_Distances):
    """The places by the eigenvectors of the squares of all distances."""

    def __init__(self, n_components=2, *, metric="euclidean", metric_params=None):
        self.n_components, self.metric, self.metric_params = n_components, metric, metric_params

    def fit_transform(self, X, y=None):
        """The places."""
        squares = self._keep(X, self.metric) ** 2
        squares = squares - squares.mean(axis=0)
        values, vectors = np.linalg.eigh(-0.5 * (squares - squares.mean(axis=1, keepdims=True)))
        values, vectors = values[::-1][: self.n_components], vectors[:, ::-1][:, : self.n_components]
        self.eigenvalues_ = values.copy()
        self.embedding_ = np.sqrt(values) * flipped(vectors, None)[0]
        return self.embedding_


class MDS(_Distances):
    """The places by steps, each of which brings the distances nearer."""

    def __init__(self, n_components=2, *, metric_mds=True, n_init=1, init="warn", max_iter=300, verbose=0, eps=1e-6, n_jobs=None,
                 random_state=None, dissimilarity="deprecated", metric="euclidean", metric_params=None, normalized_stress="auto"):  # fmt: skip
        self.__dict__.update({name: value for name, value in locals().items() if name not in ("self", "__class__")})

    def fit_transform(self, X, y=None, init=None):
        """The places."""
        start, metric, is_metric = self.init, self.metric, self.metric_mds
        if start == "warn":
            warnings.warn("The default value of `init` will change from 'random' to 'classical_mds' in 1.10. To suppress this warning, "
                          "provide some value of `init`.", FutureWarning, stacklevel=3)  # fmt: skip
        if isinstance(metric, bool):
            warnings.warn(f"Use metric_mds={metric} instead of metric={metric}. The support for metric={{True/False}} will be dropped in "
                          "1.10.", FutureWarning, stacklevel=3)  # fmt: skip
            is_metric, metric = metric, "euclidean"
        if self.dissimilarity != "deprecated":
            if metric != "euclidean":
                raise ValueError("You provided both `dissimilarity` and `metric`. Please use only `metric`.")
            warnings.warn("The `dissimilarity` parameter is deprecated and will be removed in 1.10. Use `metric` instead.",
                          FutureWarning, stacklevel=3)  # fmt: skip
            metric = self.dissimilarity
        given = self._keep(X, metric)
        if init is None and start == "classical_mds":
            init = ClassicalMDS(self.n_components, metric="precomputed").fit_transform(given)
        self.embedding_, self.stress_, self.n_iter_ = smacof(
            given, metric=is_metric, n_components=self.n_components, init=init, n_init=self.n_init, max_iter=self.max_iter, eps=self.eps, verbose=self.verbose,
            random_state=self.random_state, return_n_iter=True, normalized_stress=self.normalized_stress,
        )  # fmt: skip
        return self.embedding_

"""Numbers as bins, sets of labels as columns, rows with a 1, rarer scalings at once.

What it is not: scalers as steps, which are `_scalers` and `_rows`. Start reading at `KBinsDiscretizer`.
"""

import math
import warnings

import numpy as np
from _scalars import INTS, NUMBERS
from numpy._objects import objects
from sklearn._arrays import array_of, check_numbers, matrix, refuse
from sklearn.base import BaseEstimator, TransformerMixin


class KBinsDiscretizer(TransformerMixin, BaseEstimator):
    """Each feature as the number of the bin that it lies in."""

    def __init__(self, n_bins=5, *, encode="onehot", strategy="quantile", quantile_method="averaged_inverted_cdf", dtype=None,
                 subsample=200000, random_state=None):
        self.n_bins, self.encode, self.strategy, self.quantile_method = n_bins, encode, strategy, quantile_method
        self.dtype, self.subsample, self.random_state = dtype, subsample, random_state

    def fit(self, X, y=None, sample_weight=None):
        """The bins' edges."""
        refuse("KBinsDiscretizer", sample_weight=(sample_weight, None), dtype=(self.dtype, None))
        if self.strategy == "quantile":
            refuse("KBinsDiscretizer", quantile_method=(self.quantile_method, "averaged_inverted_cdf"))
        if self.encode not in ("onehot", "onehot-dense", "ordinal"):
            raise ValueError(f"Valid options for 'encode' are ('onehot', 'onehot-dense', 'ordinal'). Got encode={self.encode!r} instead.")
        if not hasattr(self.n_bins, "__len__"):
            check_numbers("KBinsDiscretizer", "int [2, inf) or an array-like", n_bins=self.n_bins)
        X = matrix(X, "KBinsDiscretizer")
        if self.subsample is not None and len(X) > self.subsample:
            refuse("KBinsDiscretizer", subsample=(self.subsample, None))
        self.n_features_in_ = X.shape[1]
        counts = [self.n_bins] * X.shape[1] if isinstance(self.n_bins, INTS) else list(self.n_bins)
        found = [self._edges(X[:, at], count) for at, count in enumerate(counts)]
        self.n_bins_ = np.array([len(edges) - 1 for edges in found])
        self.bin_edges_ = objects(found)
        return self

    def _edges(self, column, count):
        low, high = float(column.min()), float(column.max())
        if low == high:
            return np.array([-np.inf, np.inf])
        if self.strategy == "uniform":
            return np.linspace(low, high, count + 1)
        if self.strategy == "kmeans":
            from sklearn.cluster import KMeans

            even = np.linspace(low, high, count + 1)
            start = ((even[1:] + even[:-1]) * 0.5).reshape(-1, 1)
            centers = np.sort(KMeans(count, init=start, n_init=1).fit(column.reshape(-1, 1)).cluster_centers_.ravel())
            return np.concatenate([[low], (centers[1:] + centers[:-1]) * 0.5, [high]])
        edges = np.array([_averaged(np.sort(column), share) for share in np.linspace(0, 100, count + 1).tolist()])
        kept = np.diff(edges, prepend=-np.inf) > 1e-8
        if not bool(kept.all()):
            told = "Bins whose width are too small (i.e., <= 1e-8) in feature 0 are removed. Consider decreasing the number of bins."
            warnings.warn(told, UserWarning, stacklevel=4)
        return edges[kept]

    def transform(self, X):
        """The bins' numbers, or a column for each bin."""
        self._check_fitted()
        X = matrix(X, "KBinsDiscretizer")
        self._check_features(X)
        found = np.stack([np.searchsorted(edges[1:-1], X[:, at], side="right") for at, edges in enumerate(self.bin_edges_)], axis=1)
        found = found.astype(np.float64)
        if self.encode == "ordinal":
            return found
        from sklearn.preprocessing import OneHotEncoder

        encoder = OneHotEncoder(categories=[np.arange(count) for count in self.n_bins_.tolist()], sparse_output=self.encode == "onehot")
        return encoder.fit(np.zeros((1, len(self.n_bins_)))).transform(found)

    def inverse_transform(self, X):
        """The middle of each bin."""
        self._check_fitted()
        X = matrix(X, "KBinsDiscretizer")
        columns = []
        for at, edges in enumerate(self.bin_edges_):
            middles = (edges[1:] + edges[:-1]) * 0.5
            columns.append(middles[X[:, at].astype(np.int64)])
        return np.stack(columns, axis=1)


def _averaged(values, percent):
    """The value at a share of the order; where the share falls between two, their mean."""
    place = percent / 100 * len(values) - 1
    below, last = math.floor(place), len(values) - 1
    low, high = (float(values[min(max(at, 0), last)]) for at in (below, below + 1))
    return (low + high) / 2 if place == below else high


class MultiLabelBinarizer(TransformerMixin, BaseEstimator):
    """Sets of labels as columns of 0 and 1."""

    def __init__(self, *, classes=None, sparse_output=False):
        self.classes, self.sparse_output = classes, sparse_output

    def fit(self, y):
        """Which labels there are."""
        refuse("MultiLabelBinarizer", sparse_output=(self.sparse_output, False))
        names = sorted({label for labels in y for label in labels}) if self.classes is None else list(self.classes)
        self.classes_ = array_of(names) if all(isinstance(name, NUMBERS) for name in names) else objects(names)
        return self

    def fit_transform(self, y):
        """What `fit` and then `transform` give."""
        return self.fit(y).transform(y)

    def transform(self, y):
        """A row for each set."""
        self._check_fitted()
        names = self.classes_.tolist()
        unknown = sorted({label for labels in y for label in labels} - set(names), key=str)
        if unknown:
            warnings.warn(f"unknown class(es) {unknown} will be ignored", UserWarning, stacklevel=2)
        return np.array([[int(name in set(labels)) for name in names] for labels in y])

    def inverse_transform(self, yt):
        """The sets of labels."""
        names = self.classes_.tolist()
        return [tuple(name for name, has in zip(names, row) if has) for row in np.asarray(yt).tolist()]


def binarize(X, *, threshold=0.0, copy=True):
    """1 above a threshold, 0 elsewhere."""
    from sklearn.preprocessing._rows import Binarizer

    return Binarizer(threshold=threshold, copy=copy).fit_transform(X)


def add_dummy_feature(X, value=1.0):
    """A column of one value before the others."""
    X = matrix(X, "add_dummy_feature")
    return np.concatenate([np.full((len(X), 1), value), X], axis=1)


def maxabs_scale(X, *, axis=0, copy=True):
    """Features by their largest size."""
    from sklearn.preprocessing._rows import MaxAbsScaler

    refuse("maxabs_scale", axis=(axis, 0), copy=(copy, True))
    return MaxAbsScaler().fit_transform(X)


def robust_scale(X, *, axis=0, with_centering=True, with_scaling=True, quantile_range=(25.0, 75.0), copy=True, unit_variance=False):
    """Features less their median, by how far their middle half reaches."""
    from sklearn.preprocessing._rows import RobustScaler

    refuse("robust_scale", axis=(axis, 0), copy=(copy, True))
    scaler = RobustScaler(with_centering=with_centering, with_scaling=with_scaling, quantile_range=quantile_range, unit_variance=unit_variance)
    return scaler.fit_transform(X)

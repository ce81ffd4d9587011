"""Samples made of one length, features by their largest value or their quartiles, values above a threshold, functions.

What it is not: to mean 0 and variance 1, which is in `_scalers`. Start reading at `normalize`.
"""

import numpy as np
from sklearn._arrays import matrix, plain, refuse
from sklearn._named import OneToOne
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.preprocessing._scalers import MinMaxScaler, StandardScaler, _Scaler, _stretch


def normalize(X, norm="l2", *, axis=1, copy=True, return_norm=False):
    """Each row by its length, the sum of its values or the largest of them."""
    # Data are never written over: `copy` changes nothing.
    del copy
    if norm not in ("l1", "l2", "max"):
        raise ValueError(
            f"The 'norm' parameter of normalize must be a str among {{'l1', 'l2', 'max'}}. Got {norm!r} instead."
        )
    X = matrix(X, "normalize")
    sizes = np.abs(X)
    along = {
        "l1": lambda: sizes.sum(axis=axis),
        "l2": lambda: np.sqrt((X**2).sum(axis=axis)),
        "max": lambda: sizes.max(axis=axis),
    }
    found = along[norm]()
    safe = np.where(found == 0, np.ones_like(found), found)
    made = X / np.expand_dims(safe, axis)
    return (made, found) if return_norm else made


class Normalizer(OneToOne, TransformerMixin, BaseEstimator):
    """`normalize` as a step."""

    def __init__(self, norm="l2", *, copy=True):
        self.norm, self.copy = norm, copy

    def fit(self, X, y=None):
        """How many features there are."""
        self.n_features_in_ = matrix(X, "Normalizer").shape[1]
        return self

    def transform(self, X, copy=None):
        """Each row by its length."""
        return normalize(X, self.norm, copy=self.copy if copy is None else copy)


class MaxAbsScaler(_Scaler):
    """Features by their largest size."""

    def __init__(self, *, copy=True, clip=False):
        self.copy, self.clip = copy, clip

    def fit(self, X, y=None):
        """The largest size of each feature."""
        refuse("MaxAbsScaler", copy=(self.copy, True), clip=(self.clip, False))
        given, X = X, matrix(X, "MaxAbsScaler")
        self._note_features(given, X)
        self.max_abs_, self.n_samples_seen_ = np.abs(X).max(axis=0), len(X)
        self.scale_ = _stretch(self.max_abs_)
        return self

    def transform(self, X):
        """X by the sizes."""
        self._check_fitted()
        X = matrix(X, "MaxAbsScaler")
        self._check_features(X)
        return X / self.scale_.astype(X.dtype)

    def inverse_transform(self, X):
        """What `transform` had been given."""
        self._check_fitted()
        return matrix(X, "MaxAbsScaler") * self.scale_


class RobustScaler(_Scaler):
    """Features less their median, by how far their middle half reaches."""

    def __init__(
        self, *, with_centering=True, with_scaling=True, quantile_range=(25.0, 75.0), copy=True, unit_variance=False
    ):  # fmt: skip
        self.with_centering, self.with_scaling, self.quantile_range = with_centering, with_scaling, quantile_range
        self.copy, self.unit_variance = copy, unit_variance

    def fit(self, X, y=None):
        """The median and the quantiles of each feature."""
        refuse("RobustScaler", copy=(self.copy, True), unit_variance=(self.unit_variance, False))
        given, X = X, matrix(X, "RobustScaler")
        self._note_features(given, X)
        self.center_ = np.median(X, axis=0) if self.with_centering else None
        self.scale_ = None
        if self.with_scaling:
            low, high = (np.percentile(X, share, axis=0) for share in self.quantile_range)
            self.scale_ = _stretch(high - low)
        return self

    def transform(self, X):
        """X less the median, by the reach."""
        self._check_fitted()
        X = matrix(X, "RobustScaler")
        self._check_features(X)
        X = X if self.center_ is None else X - self.center_
        return X if self.scale_ is None else X / self.scale_

    def inverse_transform(self, X):
        """What `transform` had been given."""
        self._check_fitted()
        X = matrix(X, "RobustScaler")
        X = X if self.scale_ is None else X * self.scale_
        return X if self.center_ is None else X + self.center_


class Binarizer(OneToOne, TransformerMixin, BaseEstimator):
    """1 above a threshold, 0 elsewhere."""

    def __init__(self, *, threshold=0.0, copy=True):
        self.threshold, self.copy = threshold, copy

    def fit(self, X, y=None):
        """How many features there are."""
        self.n_features_in_ = matrix(X, "Binarizer").shape[1]
        return self

    def transform(self, X, copy=None):
        """Where X is above the threshold."""
        # Data are never written over.
        del copy
        values = plain(X)
        X = matrix(X, "Binarizer")
        own = np.asarray(values).dtype
        return (X > self.threshold).astype(own if own.kind in "iu" else X.dtype)


class FunctionTransformer(TransformerMixin, BaseEstimator):
    """A function of one's own as a step."""

    def __init__(self, func=None, inverse_func=None, *, validate=False, kw_args=None, inv_kw_args=None):
        self.func, self.inverse_func, self.validate = func, inverse_func, validate
        self.kw_args, self.inv_kw_args = kw_args, inv_kw_args

    def fit(self, X, y=None):
        """Nothing but a check."""
        self.n_features_in_ = X.shape[1] if getattr(X, "ndim", 1) > 1 else 1
        return self

    def transform(self, X):
        """What the function makes of X."""
        X = matrix(X, "FunctionTransformer") if self.validate else X
        return X if self.func is None else self.func(X, **(self.kw_args or {}))

    def inverse_transform(self, X):
        """What the other function makes of X."""
        return X if self.inverse_func is None else self.inverse_func(X, **(self.inv_kw_args or {}))


def scale(X, *, axis=0, with_mean=True, with_std=True, copy=True):
    """Features with mean 0 and variance 1."""
    refuse("scale", axis=(axis, 0), copy=(copy, True))
    return StandardScaler(with_mean=with_mean, with_std=with_std).fit_transform(X)


def minmax_scale(X, feature_range=(0, 1), *, axis=0, copy=True):
    """Features between two numbers."""
    refuse("minmax_scale", axis=(axis, 0), copy=(copy, True))
    X = np.asarray(X, dtype=float)
    made = MinMaxScaler(feature_range).fit_transform(X.reshape(-1, 1) if X.ndim == 1 else X)
    return made.ravel() if X.ndim == 1 else made


def label_binarize(y, *, classes, neg_label=0, pos_label=1, sparse_output=False):
    """Labels as a column each; of two classes, the second's column is enough."""
    from sklearn._arrays import labels
    from sklearn.preprocessing._labels import LabelBinarizer

    binarizer = LabelBinarizer(neg_label=neg_label, pos_label=pos_label, sparse_output=sparse_output)
    return binarizer.fit(labels(classes)).transform(y)

"""Features moved and stretched: to mean 0 and variance 1, or into a range.

What it is not: encodings of categories. Start reading at `StandardScaler`.
"""

import numpy as np
from sklearn._arrays import floats, matrix, refuse
from sklearn._named import OneToOne
from sklearn.base import BaseEstimator, TransformerMixin


def _columns(reduced, X):
    """A reduction of each column, over what is a number."""
    return np.array([reduced([value for value in column if value == value]) for column in X.T.tolist()], dtype=X.dtype)


def _stretch(spread):
    """What to divide by: 1 where there is no spread."""
    least = 2.0**-52 if spread.dtype.name == "float64" else 2.0**-23
    return np.where(spread < 10 * least, np.ones_like(spread), spread)


class _Scaler(OneToOne, TransformerMixin, BaseEstimator):
    def _note_features(self, given, X):
        """How many features there are."""
        self.n_features_in_ = X.shape[1]


class StandardScaler(_Scaler):
    """Features with mean 0 and variance 1."""

    def __init__(self, *, copy=True, with_mean=True, with_std=True):
        self.copy, self.with_mean, self.with_std = copy, with_mean, with_std

    def fit(self, X, y=None, sample_weight=None):
        """The mean and the deviation of each feature."""
        self.__dict__.pop("n_samples_seen_", None)
        return self.partial_fit(X, y, sample_weight)

    def partial_fit(self, X, y=None, sample_weight=None):
        """The first part of the data: there can be no second one."""
        refuse("StandardScaler", sample_weight=(sample_weight, None), copy=(self.copy, True))
        if "n_samples_seen_" in self.__dict__:
            raise NotImplementedError("StandardScaler.partial_fit: more than one part is not built into this sklearn")
        given, X = X, matrix(X, "StandardScaler", allow_nan=True)
        self._note_features(given, X)
        self.mean_ = self.var_ = self.scale_ = None
        known = ~np.isnan(X)
        counts = known.sum(axis=0).astype(float)
        self.n_samples_seen_ = counts[0] if bool((counts == counts[0]).all()) else counts
        X = np.where(known, X, np.zeros_like(X))
        mean = X.astype(float).sum(axis=0) / counts
        if self.with_mean or self.with_std:
            self.mean_ = mean
        if self.with_std:
            off = np.where(known, X - mean, np.zeros(X.shape))
            self.var_ = ((off**2).sum(axis=0) - off.sum(axis=0) ** 2 / counts) / counts
            self.scale_ = self._scale(X)
        return self

    def _scale(self, X):
        """The deviation; 1 for what varies no more than rounding does."""
        least = 2.0**-52
        noise = len(X) * least * self.var_ + (len(X) * self.mean_ * least) ** 2
        return np.where(self.var_ <= noise, np.ones_like(self.var_), _stretch(np.sqrt(self.var_)))

    def transform(self, X, copy=None):
        """X less the mean, by the deviation."""
        refuse("StandardScaler.transform", copy=(copy, None))
        self._check_fitted()
        X = matrix(X, "StandardScaler", allow_nan=True)
        self._check_features(X)
        kind = X.dtype
        if self.with_mean:
            X = X - self.mean_.astype(kind)
        if self.with_std:
            X = X / self.scale_.astype(kind)
        return X

    def inverse_transform(self, X, copy=None):
        """What `transform` had been given."""
        refuse("StandardScaler.inverse_transform", copy=(copy, None))
        self._check_fitted()
        X = matrix(X, "StandardScaler", allow_nan=True)
        kind = X.dtype
        if self.with_std:
            X = X * self.scale_.astype(kind)
        if self.with_mean:
            X = X + self.mean_.astype(kind)
        return X


class MinMaxScaler(_Scaler):
    """Features between two numbers."""

    def __init__(self, feature_range=(0, 1), *, copy=True, clip=False):
        self.feature_range, self.copy, self.clip = feature_range, copy, clip

    def fit(self, X, y=None):
        """The least and the largest value of each feature."""
        self.__dict__.pop("n_samples_seen_", None)
        return self.partial_fit(X, y)

    def partial_fit(self, X, y=None):
        """As `fit`, with what was seen before."""
        refuse("MinMaxScaler", copy=(self.copy, True))
        low, high = self.feature_range
        if low >= high:
            raise ValueError(
                f"Minimum of desired feature range must be smaller than maximum. Got {self.feature_range}."
            )
        given, X = X, matrix(X, "MinMaxScaler", allow_nan=True)
        self._note_features(given, X)
        least, most, seen = _columns(min, X), _columns(max, X), getattr(self, "n_samples_seen_", 0)
        if seen:
            least, most = np.minimum(self.data_min_, least), np.maximum(self.data_max_, most)
        self.n_samples_seen_ = seen + len(X)
        self.data_min_, self.data_max_, self.data_range_ = least, most, most - least
        self.scale_ = (high - low) / _stretch(self.data_range_)
        self.min_ = low - least * self.scale_
        return self

    def transform(self, X):
        """X in the range, as far as it lies between what was fitted."""
        self._check_fitted()
        X = matrix(X, "MinMaxScaler", allow_nan=True)
        self._check_features(X)
        X = X * self.scale_.astype(X.dtype) + self.min_.astype(X.dtype)
        return np.clip(X, *self.feature_range) if self.clip else X

    def inverse_transform(self, X):
        """What `transform` had been given."""
        self._check_fitted()
        X = floats(X)
        return (X - self.min_.astype(X.dtype)) / self.scale_.astype(X.dtype)

"""`KernelDensity`: how dense samples lie, as a sum of small hills.

What it is not: a sum of few bells, which is `sklearn.mixture`. Start reading at `KernelDensity`.
"""

import math

import numpy as np
from _scalars import NUMBERS
from sklearn._arrays import check_random_state, floats, matrix, refuse
from sklearn.base import BaseEstimator, DensityMixin

# The logarithm of each hill's height at so many bandwidths.
_HILLS = {
    "gaussian": lambda away: -0.5 * away**2,
    "tophat": lambda away: np.where(away < 1, 0.0, -np.inf),
    "epanechnikov": lambda away: np.log(np.where(away < 1, 1 - away**2, 0.0)),
    "exponential": lambda away: -away,
    "linear": lambda away: np.log(np.where(away < 1, 1 - away, 0.0)),
    "cosine": lambda away: np.log(np.where(away < 1, np.cos(0.5 * math.pi * away), 0.0)),
}


def _ball(wide):
    """The logarithm of a ball's volume."""
    return 0.5 * wide * math.log(math.pi) - math.lgamma(0.5 * wide + 1)


def _volume(kernel, wide):
    """The logarithm of a hill's volume."""
    if kernel == "gaussian":
        return 0.5 * wide * math.log(2 * math.pi)
    if kernel == "tophat":
        return _ball(wide)
    if kernel == "epanechnikov":
        return _ball(wide) + math.log(2.0 / (wide + 2.0))
    sphere = math.log(2 * math.pi) + _ball(wide - 2)
    if kernel == "exponential":
        return sphere + math.lgamma(wide)
    if kernel == "linear":
        return _ball(wide) - math.log(wide + 1.0)
    total, term = 0.0, 2.0 / math.pi
    for step in range(1, wide + 1, 2):
        total += term
        term *= -(wide - step) * (wide - step - 1) * (2.0 / math.pi) ** 2
    return math.log(total) + sphere


class KernelDensity(DensityMixin, BaseEstimator):
    """A hill at each sample; how they are found changes nothing."""

    def __init__(self, *, bandwidth=1.0, algorithm="auto", kernel="gaussian", metric="euclidean", atol=0, rtol=0,
                 breadth_first=True, leaf_size=40, metric_params=None):  # fmt: skip
        self.__dict__.update({name: value for name, value in locals().items() if name not in ("self", "__class__")})

    def fit(self, X, y=None, sample_weight=None):
        """Keeps the samples, and takes a bandwidth by a rule of thumb where one is named."""
        refuse("KernelDensity", metric_params=(self.metric_params, None))
        if self.metric not in ("euclidean", "minkowski"):
            refuse("KernelDensity", metric=(self.metric, "euclidean"))
        self._X = matrix(X, "KernelDensity").astype(float)
        count, wide = self._X.shape
        self.n_features_in_ = wide
        if isinstance(self.bandwidth, NUMBERS):
            self.bandwidth_ = self.bandwidth
        else:
            base = count if self.bandwidth == "scott" else count * (wide + 2) / 4
            self.bandwidth_ = base ** (-1 / (wide + 4))
        self._weights = np.ones(count) if sample_weight is None else floats(sample_weight).astype(float)
        return self

    def score_samples(self, X):
        """The logarithm of the density at X."""
        self._check_fitted()
        X = matrix(X, "KernelDensity").astype(float)
        self._check_features(X)
        away = np.sqrt(((np.expand_dims(X, 1) - self._X) ** 2).sum(axis=2)) / self.bandwidth_
        with np.errstate(divide="ignore"):
            heights = _HILLS[self.kernel](away) + np.log(self._weights)
            high = heights.max(axis=1)
            high = np.where(np.isfinite(high), high, 0.0)
            found = np.log(np.exp(heights - high.reshape(-1, 1)).sum(axis=1)) + high
        wide = self.n_features_in_
        return found - _volume(self.kernel, wide) - wide * math.log(self.bandwidth_) - math.log(float(self._weights.sum()))

    def score(self, X, y=None):
        """The logarithm of how likely all of X are."""
        return np.sum(self.score_samples(X))

    def sample(self, n_samples=1, random_state=None):
        """New samples, drawn from the hills."""
        self._check_fitted()
        if self.kernel not in ("gaussian", "tophat"):
            raise NotImplementedError()
        generator = check_random_state(random_state)
        drawn = generator.uniform(0, 1, size=n_samples)
        sums = np.cumsum(self._weights)
        places = np.searchsorted(sums, drawn * float(sums[-1])) if len(set(self._weights.tolist())) > 1 else (
            (drawn * len(self._X)).astype(np.int64))  # fmt: skip
        if self.kernel == "gaussian":
            return np.atleast_2d(generator.normal(self._X[places], self.bandwidth_))
        wide = self.n_features_in_
        way = generator.normal(size=(n_samples, wide))
        squares = (way**2).sum(axis=1)
        from scipy.special import gammainc

        reach = gammainc(0.5 * wide, 0.5 * squares) ** (1.0 / wide) * self.bandwidth_ / np.sqrt(squares)
        return self._X[places] + way * reach.reshape(-1, 1)

"""Of several dimensions, and of samples: `multivariate_normal`, `gaussian_kde`, `wasserstein_distance`.

What it is not: distributions of one number (_distributions.py). Start reading at `multivariate_normal`.
"""

import math

import numpy as np
from _scalars import NUMBERS
from sklearn._arrays import check_random_state


class _Gaussian:
    """The normal distribution of vectors."""

    def __call__(self, mean=None, cov=1, allow_singular=False, seed=None):
        """The distribution with its parameters."""
        return _Frozen(mean, cov, allow_singular, seed)

    def pdf(self, x, mean=None, cov=1, allow_singular=False):
        return _Frozen(mean, cov, allow_singular, None).pdf(x)

    def logpdf(self, x, mean=None, cov=1, allow_singular=False):
        return _Frozen(mean, cov, allow_singular, None).logpdf(x)

    def rvs(self, mean=None, cov=1, size=1, random_state=None):
        return _Frozen(mean, cov, True, None).rvs(size, random_state)

    def entropy(self, mean=None, cov=1):
        return _Frozen(mean, cov, True, None).entropy()


class _Frozen:
    def __init__(self, mean, cov, allow_singular, seed):
        cov = np.asarray(cov, dtype=np.float64)
        mean = None if mean is None else np.atleast_1d(np.asarray(mean, dtype=np.float64))
        count = len(mean) if mean is not None else len(cov) if cov.ndim else 1
        self.mean = np.zeros(count) if mean is None else mean
        self.cov = np.eye(count) * cov if cov.ndim == 0 else np.diag(cov) if cov.ndim == 1 else cov
        self.dim, self._seed = count, seed
        if self.cov.shape != (count, count):
            raise ValueError(f"Array 'mean' must be a vector of length {len(self.cov)}.")
        values, vectors = np.linalg.eigh(self.cov)
        least = 1e6 * 2.220446049250313e-16 * float(np.abs(values).max())
        if float(values.min()) < -least:
            raise ValueError("The input matrix must be symmetric positive semidefinite.")
        kept = values > least
        if not bool(kept.all()) and not allow_singular:
            raise np.linalg.LinAlgError("When `allow_singular is False`, the input matrix must be symmetric positive definite.")
        self._rank = int(kept.sum())
        self._white = vectors[:, kept] / np.sqrt(values[kept])
        self._size = float(np.log(values[kept]).sum())

    def logpdf(self, x):
        """The logarithm of how dense it is at each x, the last axis being the vector."""
        x = np.asarray(x, dtype=np.float64)
        x = x.reshape(1, -1) if self.dim > 1 and x.ndim == 1 else x.reshape(*x.shape, 1) if self.dim == 1 and x.ndim < 2 else x
        found = -0.5 * (self._rank * math.log(2 * math.pi) + self._size + (((x - self.mean) @ self._white) ** 2).sum(-1))
        return np.float64(found.item()) if found.size == 1 else found

    def pdf(self, x):
        """How dense it is at each x."""
        return np.exp(self.logpdf(x))

    def rvs(self, size=1, random_state=None):
        """Draws, by numpy's legacy generator as scipy uses it."""
        drawn = check_random_state(self._seed if random_state is None else random_state).multivariate_normal(self.mean, self.cov, size)
        drawn = drawn.squeeze() if drawn.size > 1 else drawn.reshape(-1)[0]
        return drawn

    def entropy(self):
        return np.float64(0.5 * (self._rank * (math.log(2 * math.pi) + 1) + self._size))


multivariate_normal = _Gaussian()


class gaussian_kde:
    """How dense samples lie: a bell around each, all of one shape."""

    def __init__(self, dataset, bw_method=None, weights=None):
        self.dataset = np.atleast_2d(np.asarray(dataset, dtype=np.float64))
        if self.dataset.size < 2:
            raise ValueError("`dataset` input should have multiple elements.")
        self.d, self.n = self.dataset.shape
        weights = np.ones(self.n) if weights is None else np.asarray(weights, dtype=np.float64)
        self.weights = weights / weights.sum()
        self.neff = float(1 / (self.weights**2).sum())
        self.set_bandwidth(bw_method)

    def scotts_factor(self):
        return self.neff ** (-1.0 / (self.d + 4))

    def silverman_factor(self):
        return (self.neff * (self.d + 2.0) / 4.0) ** (-1.0 / (self.d + 4))

    def set_bandwidth(self, bw_method=None):
        """How wide the bells are: by Scott, by Silverman, a number, or what a function of this says."""
        if bw_method is None or bw_method == "scott":
            self.factor = self.scotts_factor()
        elif bw_method == "silverman":
            self.factor = self.silverman_factor()
        elif callable(bw_method):
            self.factor = bw_method(self)
        elif isinstance(bw_method, NUMBERS):
            self.factor = float(bw_method)
        else:
            raise ValueError("`bw_method` should be 'scott', 'silverman', a scalar or a callable.")
        away = self.dataset - (self.dataset * self.weights).sum(1, keepdims=True)
        spread = (away * self.weights) @ away.T / (1 - float((self.weights**2).sum()))
        self.covariance = spread * self.factor**2
        self._white = np.linalg.inv(np.linalg.cholesky(self.covariance))
        self.inv_cov = np.linalg.inv(self.covariance)

    def evaluate(self, points):
        """How dense they lie at points, a column each."""
        points = np.atleast_2d(np.asarray(points, dtype=np.float64))
        if points.shape[0] != self.d:
            if points.shape != (1, self.d):
                raise ValueError(f"points have dimension {points.shape[0]}, dataset has dimension {self.d}")
            points = points.T
        here, there = (self._white @ points).T, (self._white @ self.dataset).T
        squares = ((here[:, np.newaxis] - there) ** 2).sum(-1)
        scale = float(np.linalg.det(self._white)) / (2 * math.pi) ** (self.d / 2)
        return (np.exp(-0.5 * squares) * self.weights).sum(1) * scale

    __call__ = pdf = evaluate

    def logpdf(self, x):
        return np.log(self.evaluate(x))

    def resample(self, size=None, seed=None):
        """Draws: a sample, and a step from it."""
        size, generator = int(self.neff if size is None else size), check_random_state(seed)
        steps = generator.multivariate_normal(np.zeros(self.d), self.covariance, size).T
        return self.dataset[:, generator.choice(self.n, size=size, p=self.weights)] + steps

    def integrate_box_1d(self, low, high):
        """The share between two ends."""
        from scipy.special import ndtr

        width = float(np.sqrt(self.covariance[0, 0]))
        ends = [ndtr((end - self.dataset[0]) / width) for end in (low, high)]
        return float(((ends[1] - ends[0]) * self.weights).sum())


def wasserstein_distance(u_values, v_values, u_weights=None, v_weights=None):
    """How far, and how much, must be moved to make one sample the other."""
    u, v = (np.asarray(values, dtype=np.float64) for values in (u_values, v_values))
    every = np.sort(np.concatenate([u, v]))
    shares = []
    for values, weights in ((u, u_weights), (v, v_weights)):
        order = np.argsort(values)
        places = np.searchsorted(values[order], every[:-1], side="right")
        heap = np.arange(len(values) + 1.0) if weights is None else np.concatenate(
            [[0.0], np.cumsum(np.asarray(weights, dtype=np.float64)[order])])  # fmt: skip
        shares.append(heap[places] / heap[-1])
    return np.float64((np.abs(shares[0] - shares[1]) * np.diff(every)).sum())

"""How mixed the samples of a node are, and how much less so the two parts of a split.

What it is not: the search for splits, which is `_grow`. Start reading at `Classes`.
"""

import numpy as np


class Classes:
    """Samples with classes: `gini`, or `entropy`."""

    def __init__(self, name, target, weights, count):
        self._is_gini = name == "gini"
        self._shares = (target.reshape(-1, 1) == np.arange(count)).astype(float) * weights.reshape(-1, 1)

    def value(self, samples):
        """The weight of each class."""
        return self._shares[samples].sum(axis=0)

    def impurity(self, value):
        """How mixed such weights are."""
        shares = value / value.sum()
        if self._is_gini:
            return float(1.0 - (shares**2).sum())
        return _entropy(shares)

    def gains(self, samples):
        """For each place between samples, in their order, how good a split there is: only the order of gains matters."""
        left = np.cumsum(self._shares[samples], axis=0)[:-1]
        right = self.value(samples) - left
        heavy_left, heavy_right = left.sum(axis=1), right.sum(axis=1)
        if self._is_gini:
            return (left**2).sum(axis=1) / heavy_left + (right**2).sum(axis=1) / heavy_right
        return -heavy_right * _entropies(right, heavy_right) - heavy_left * _entropies(left, heavy_left)


def _entropy(shares):
    return -sum(share * np.log2(share).item() for share in shares.tolist() if share > 0)


def _entropies(weights, heavy):
    shares = weights / heavy.reshape(-1, 1)
    logs = np.log2(np.where(shares > 0, shares, np.ones(shares.shape)))
    return -(shares * logs).sum(axis=1)


class Numbers:
    """Samples with numbers: how far they are from their mean, squared."""

    def __init__(self, target, weights):
        self._weights = weights
        self._sums, self._squares = target * weights, target * target * weights

    def value(self, samples):
        """The mean."""
        return np.array([float(self._sums[samples].sum()) / float(self._weights[samples].sum())])

    def spread(self, samples):
        """The variance."""
        heavy = float(self._weights[samples].sum())
        mean = float(self._sums[samples].sum()) / heavy
        return float(self._squares[samples].sum()) / heavy - mean**2

    def gains(self, samples):
        """As `Classes.gains`."""
        left, heavy_left = np.cumsum(self._sums[samples])[:-1], np.cumsum(self._weights[samples])[:-1]
        right, heavy_right = float(self._sums[samples].sum()) - left, float(self._weights[samples].sum()) - heavy_left
        return left**2 / heavy_left + right**2 / heavy_right

"""How mixed the samples of a node are, and how much less so the two parts of a split.

What it is not: the search for splits, which is `_grow`. Start reading at `Classes`.
"""

import math

import torch


def added(rows):
    """The sum of rows, one after the other: equal weights make equal sums, in whichever rows they stand."""
    return rows.cumsum(0)[-1]


class Classes:
    """Samples with classes: `gini`, or `entropy`. Tensors throughout: a tree asks thousands of times."""

    def __init__(self, name, target, weights, count):
        self._is_gini = name == "gini"
        is_class = torch.from_numpy(target).reshape(-1, 1) == torch.arange(count)
        self._shares = is_class.double() * torch.from_numpy(weights).reshape(-1, 1)

    def value(self, samples):
        """The weight of each class."""
        return added(self._shares[samples])

    def impurity(self, samples, value):
        """How mixed such weights are."""
        shares = (value / value.sum()).tolist()
        if self._is_gini:
            return 1.0 - sum(share * share for share in shares)
        return -sum(share * math.log2(share) for share in shares if share > 0)

    def gains(self, samples, value):
        """For each place between samples, in their order, how good a split there is: only the order of gains matters."""
        left = self._shares[samples].cumsum(0)[:-1]
        right = value - left
        heavy_left, heavy_right = left.sum(1), right.sum(1)
        if self._is_gini:
            return (left * left).sum(1) / heavy_left + (right * right).sum(1) / heavy_right
        return -heavy_right * _entropies(right, heavy_right) - heavy_left * _entropies(left, heavy_left)


def _entropies(weights, heavy):
    shares = weights / heavy.reshape(-1, 1)
    return -(shares * torch.where(shares > 0, shares, 1.0).log2()).sum(1)


class Numbers:
    """Samples with numbers: how far they are from their mean, squared."""

    def __init__(self, target, weights):
        target, self._weights = torch.from_numpy(target), torch.from_numpy(weights)
        self._sums, self._squares = target * self._weights, target * target * self._weights

    def value(self, samples):
        """The mean."""
        return (added(self._sums[samples]) / added(self._weights[samples])).reshape(1)

    def impurity(self, samples, value):
        """The variance."""
        return (added(self._squares[samples]) / added(self._weights[samples])).item() - value.item() ** 2

    def gains(self, samples, value):
        """As `Classes.gains`."""
        left, heavy_left = self._sums[samples].cumsum(0), self._weights[samples].cumsum(0)
        right, heavy_right = left[-1] - left[:-1], heavy_left[-1] - heavy_left[:-1]
        left, heavy_left = left[:-1], heavy_left[:-1]
        return left * left / heavy_left + right * right / heavy_right

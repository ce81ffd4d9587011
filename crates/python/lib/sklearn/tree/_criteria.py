"""How mixed the samples of a node are, and how much less so the two parts of a split.

What it is not: the search for splits, which is `_grow`. Start reading at `Classes`.
"""

import math

import _torch
import torch


def added(rows):
    """The sum of rows, one after the other: equal weights make equal sums, in whichever rows they stand."""
    return rows.cumsum(0)[-1]


class Classes:
    """Samples with classes: `gini`, or `entropy`. Tensors throughout: a tree asks thousands of times."""

    def __init__(self, name, target, weights, count):
        self._name, self._weights = "gini" if name == "gini" else "entropy", torch.from_numpy(weights)
        is_class = torch.from_numpy(target).reshape(-1, 1) == torch.arange(count)
        self._shares = is_class.double() * self._weights.reshape(-1, 1)

    def value(self, samples):
        """The weight of each class."""
        return added(self._shares[samples])

    def impurity(self, samples, value):
        """How mixed such weights are."""
        shares = (value / value.sum()).tolist()
        if self._name == "gini":
            return 1.0 - sum(share * share for share in shares)
        return -sum(share * math.log2(share) for share in shares if share > 0)

    def best(self, column, samples, least):
        """The samples in the order of a column, and the best split between them, see `_torch._best_split`."""
        return _torch._best_split(column, samples, self._shares, self._weights, self._name, least)


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

    def best(self, column, samples, least):
        """As `Classes.best`."""
        return _torch._best_split(column, samples, self._sums, self._weights, "squares", least)

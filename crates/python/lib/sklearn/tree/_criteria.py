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

    n_outputs = 1

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

    def worth(self, samples):
        """What a part is worth beside the other: the more, the less mixed it is."""
        totals, weight = self._shares[samples].sum(0), self._weights[samples].sum()
        if self._name == "gini":
            return ((totals * totals).sum() / weight).item()
        shares = totals[totals > 0] / weight
        return (weight * (shares * shares.log2()).sum()).item()

    def best(self, column, samples, least):
        """The samples in the order of a column, and the best split between them, see `_torch._best_split`."""
        return _torch._best_split(column, samples, self._shares, self._weights, self._name, least)


class SeveralClasses(Classes):
    """Samples with a class of each of several goals, whose columns stand beside each other."""

    def __init__(self, name, targets, weights, counts):
        super().__init__(name, targets[:, 0], weights, 1)
        self.n_outputs, most = len(counts), max(counts)
        targets = torch.from_numpy(targets)
        parts = [(targets[:, at : at + 1] == torch.arange(most)).double() for at in range(self.n_outputs)]
        self._shares = torch.cat(parts, 1) * self._weights.reshape(-1, 1)

    def impurity(self, samples, value):
        """The mean of all goals."""
        parts = [super(SeveralClasses, self).impurity(samples, part) for part in value.reshape(self.n_outputs, -1)]
        return sum(parts) / self.n_outputs


class Numbers:
    """Samples with numbers, or several each: how far they are from their mean, squared."""

    def __init__(self, target, weights):
        target, self._weights = torch.from_numpy(target), torch.from_numpy(weights)
        heavy = self._weights if target.ndim == 1 else self._weights.reshape(-1, 1)
        self.n_outputs = 1 if target.ndim == 1 else target.shape[1]
        self._sums, self._squares = target * heavy, target * target * heavy

    def value(self, samples):
        """The mean."""
        return (added(self._sums[samples]) / added(self._weights[samples])).reshape(self.n_outputs)

    def impurity(self, samples, value):
        """The variance; of several numbers the mean of theirs."""
        if self.n_outputs > 1:
            squares = added(self._squares[samples]) / added(self._weights[samples])
            return (squares.sum().item() - (value * value).sum().item()) / self.n_outputs
        return (added(self._squares[samples]) / added(self._weights[samples])).item() - value.item() ** 2

    def worth(self, samples):
        """As `Classes.worth`."""
        total = self._sums[samples].sum(0)
        return ((total * total).sum() / self._weights[samples].sum()).item()

    def best(self, column, samples, least):
        """As `Classes.best`."""
        return _torch._best_split(column, samples, self._sums, self._weights, "squares", least)

"""One tree over features that are put into bins: the best split of the best leaf first.

What it is not: boosting, which is `_binned_boosting`. Source: G. Ke and others, LightGBM, 2017. Start reading at `Tree`.
"""

import heapq

import numpy as np

_LEAST_BEND = 1e-3


class Bins:
    """At most so many bins a feature; what is missing has the last."""

    def __init__(self, X, most):
        self.ends, self.missing = [_ends(column, most) for column in X.T], most
        self.counts = np.array([len(each) + 1 for each in self.ends])

    def of(self, X):
        """The bin of each value."""
        found = [np.where(np.isnan(column), self.missing, np.searchsorted(ends, column)) for column, ends in zip(X.T, self.ends)]
        return np.stack(found, axis=1).astype(np.int64)


def _ends(column, most):
    column = np.sort(column[~np.isnan(column)])
    different = np.unique(column)
    if len(different) < 2:
        return np.zeros(0)
    if len(different) <= most:
        return (different[:-1] + different[1:]) / 2
    # Where a share of all ends on a value, the middle between it and the next.
    places = np.linspace(0, 100, most + 1)[1:-1] / 100 * len(column)
    low = np.ceil(places).astype(np.int64) - 1
    high = np.where(places == np.floor(places), low + 1, low)
    return np.unique((column[low] + column[high]) / 2)


class _Node:
    """Samples that are together."""

    split = left = right = None

    def __init__(self, samples, depth, pull, bend, value):
        self.samples, self.depth, self.pull, self.bend, self.value = samples, depth, pull, bend, value

    def __lt__(self, other):
        return self.split[0] > other.split[0]


class Tree:
    """Questions about bins, and a number for each leaf."""

    def __init__(self, binned, bins, pulls, bends, has_missing, limits):
        self._binned, self._bins, self._pulls, self._bends, self._limits = binned, bins, pulls, bends, limits
        self._width = int(bins.counts.max()) if not has_missing.any() else bins.missing + 1
        self._has_missing, self._features = has_missing, binned.shape[1]
        self._flat = np.where(binned == bins.missing, self._width - 1, binned) + np.arange(self._features) * self._width
        self._ends = (bins.counts - 1 + has_missing).reshape(-1, 1)
        self.leaves, self._waiting = [], []
        everything = np.arange(len(binned))
        tables = self._tables(everything)
        bend = float(len(binned)) if bends is None else float(tables[1][0].sum())
        self.root = _Node(everything, 0, float(tables[0][0].sum()), bend, 0.0)
        if len(binned) < 2 * limits["min_samples_leaf"] or bend < _LEAST_BEND:
            self.leaves.append(self.root)
        else:
            self._push(self.root, tables)
        while self._waiting:
            self._part(heapq.heappop(self._waiting))

    def _tables(self, samples):
        """The sums of each bin of each feature: of the pulls, of the bends, and how many there are."""
        flat, size = self._flat[samples].ravel(), self._features * self._width
        many = np.bincount(flat, minlength=size).reshape(self._features, -1)
        sums = [many if each is None else np.bincount(flat, weights=np.repeat(each[samples], self._features), minlength=size)
                for each in (self._pulls, self._bends)]  # fmt: skip
        return (*(each.reshape(self._features, -1) for each in sums), many)

    def _push(self, node, tables):
        node.tables, node.split = tables, self._best(node, tables)
        if node.split[0] <= 0:
            self.leaves.append(node)
        else:
            heapq.heappush(self._waiting, node)

    def _gains(self, node, pull, bend, many):
        """How much is gained by each split, of which one part has these sums; -1 for those that may not be."""
        l2, least, count = self._limits["l2_regularization"], self._limits["min_samples_leaf"], len(node.samples)
        other_pull, other_bend = node.pull - pull, node.bend - bend
        with np.errstate(divide="ignore", invalid="ignore"):
            gains = node.pull * node.value - pull * (-pull / (bend + l2 + 1e-15)) - other_pull * (-other_pull / (other_bend + l2 + 1e-15))
        allowed = (many >= least) & (count - many >= least) & (bend >= _LEAST_BEND) & (other_bend >= _LEAST_BEND)
        return np.where(allowed & (gains > 0), gains, -1.0)

    def _best(self, node, tables):
        """(gain, feature, bin, whether what is missing goes left, the left part's sums)."""
        pull, bend, many = (np.cumsum(each, axis=1) for each in tables)
        gains = np.where(np.arange(self._width) < self._ends, self._gains(node, pull, bend, many), -1.0)
        found = [(float(row[at]), feature, at, False, float(pull[feature, at]), float(bend[feature, at]))
                 for feature, (row, at) in enumerate(zip(gains, gains.argmax(axis=1).tolist()))]  # fmt: skip
        for feature in np.nonzero(self._has_missing)[0].tolist():
            last = int(self._bins.counts[feature])
            right = [np.cumsum(each[feature, 1:last][::-1]) for each in tables]
            if not len(right[0]):
                continue
            own = self._gains(node, *right)
            at = int(own.argmax())
            if float(own[at]) > found[feature][0]:
                sums = node.pull - float(right[0][at]), node.bend - float(right[1][at])
                found[feature] = (float(own[at]), feature, last - 2 - at, True, *sums)
        return max(found, key=lambda each: each[0])

    def _part(self, node):
        """A node's two children."""
        limits = self._limits
        _, feature, at, goes_left, pull, bend = node.split
        column = self._binned[node.samples, feature]
        is_left = (column <= at) | (goes_left & (column == self._bins.missing))
        if at >= self._bins.counts[feature] - 1:
            is_left = column != self._bins.missing
        parts, leaves = (node.samples[is_left], node.samples[~is_left]), len(self.leaves) + len(self._waiting) + 2
        l2 = limits["l2_regularization"]
        sums = (pull, bend), (node.pull - pull, node.bend - bend)
        node.left, node.right = children = [
            _Node(samples, node.depth + 1, *own, -own[0] / (own[1] + l2 + 1e-15)) for samples, own in zip(parts, sums)
        ]
        if not self._has_missing[feature]:
            goes_left = len(parts[0]) > len(parts[1])
        node.question = feature, at, goes_left
        if leaves == limits["max_leaf_nodes"]:
            self.leaves += [*children, *self._waiting]
            self._waiting = []
            return
        if node.depth + 1 == limits["max_depth"]:
            self.leaves += children
            return
        going_on = [len(child.samples) >= 2 * limits["min_samples_leaf"] for child in children]
        self.leaves += [child for child, goes_on in zip(children, going_on) if not goes_on]
        if any(going_on):
            is_first = len(parts[0]) < len(parts[1])
            few = self._tables(parts[0] if is_first else parts[1])
            rest = tuple(whole - own for whole, own in zip(node.tables, few))
            for child, goes_on, tables in zip(children, going_on, (few, rest) if is_first else (rest, few)):
                if goes_on:
                    self._push(child, tables)
        del node.tables

    def finish(self, shrunk, value_of=None):
        """Each leaf's number, as it is added; forgets what was needed to grow."""
        for leaf in self.leaves:
            leaf.value = (leaf.value if value_of is None else value_of(leaf.samples)) * shrunk
        found = [(leaf.samples, leaf.value) for leaf in self.leaves]
        self.ends, self.missing, self.counts = self._bins.ends, self._bins.missing, self._bins.counts
        for name in ("_binned", "_flat", "_pulls", "_bends", "leaves", "_waiting"):
            del self.__dict__[name]
        return found

    def predict(self, X):
        """The number of the leaf that each sample falls into."""
        found, waiting = np.zeros(len(X)), [(self.root, np.arange(len(X)))]
        while waiting:
            node, places = waiting.pop()
            node.samples = node.tables = None
            if node.left is None:
                found[places] = node.value
                continue
            feature, at, goes_left = node.question
            column = X[places, feature]
            end = self.ends[feature][at] if at < len(self.ends[feature]) else np.inf
            is_left = np.where(np.isnan(column), goes_left, column <= end).astype(bool)
            waiting += [(node.left, places[is_left]), (node.right, places[~is_left])]
        return found

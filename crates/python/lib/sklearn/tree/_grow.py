"""Growing a tree: node by node the best split of some features, as scikit-learn looks for it.

What it is not: estimators. Start reading at `grown`.
"""

import numpy as np
from sklearn.tree._random import Stream

_SAME = 1e-7
_EPSILON = 2.0**-52
LEAF, UNDEFINED = -1, -2


class Tree:
    """The nodes, each with its number in the order in which they grew."""

    def __init__(self):
        self.children_left, self.children_right, self.feature, self.threshold = [], [], [], []
        self.impurity, self.n_node_samples, self.weighted_n_node_samples, self.value = [], [], [], []
        self.max_depth = 0

    def add(self, parent, is_left, **node):
        """A node below its parent; its number."""
        number = len(self.feature)
        for name, value in {"children_left": LEAF, "children_right": LEAF, "feature": UNDEFINED, "threshold": -2.0, **node}.items():
            getattr(self, name).append(value)
        if parent is not None:
            (self.children_left if is_left else self.children_right)[parent] = number
        return number

    def finish(self):
        """Lists as arrays."""
        for name in ("children_left", "children_right", "feature", "n_node_samples"):
            setattr(self, name, np.array(getattr(self, name), dtype=np.int64))
        for name in ("threshold", "impurity", "weighted_n_node_samples"):
            setattr(self, name, np.array(getattr(self, name), dtype=np.float64))
        self.value = np.stack(self.value).reshape(len(self.feature), 1, -1)
        return self

    @property
    def node_count(self):
        return len(self.feature)

    @property
    def n_leaves(self):
        return int((self.children_left == LEAF).sum())

    def apply(self, X):
        """The leaf that each sample falls into."""
        at = np.zeros(len(X), dtype=np.int64)
        rows = np.arange(len(X))
        for _ in range(self.max_depth + 1):
            feature = self.feature[at]
            values = X[rows, np.maximum(feature, 0)].astype(np.float64)
            below = np.where(values <= self.threshold[at], self.children_left[at], self.children_right[at])
            at = np.where(feature >= 0, below, at)
        return at


class _Grower:
    """What stays the same while a tree grows."""

    def __init__(self, X, weights, criterion, limits, generator):
        self.X, self.weights, self.criterion, self.limits = X, weights, criterion, limits
        self.stream = Stream(generator)
        self.order = list(range(X.shape[1]))
        self.constant = [0] * X.shape[1]

    def split(self, samples, known):
        """(feature, threshold, places of the left part, the right one, how many features are constant); None for no split."""
        order, constant = self.order, self.constant
        width, best = len(order), None
        left, found, drawn, total, seen = width, 0, 0, known, 0
        while left > total and (seen < self.limits["max_features"] or seen <= found + drawn):
            seen += 1
            at = self.stream.below(drawn, left - found)
            if at < known:
                order[drawn], order[at] = order[at], order[drawn]
                drawn += 1
                continue
            at += found
            feature = order[at]
            values = self.X[samples, feature]
            sorting = _sorted_places(values)
            ranked = values[sorting]
            if float(ranked[-1]) <= float(ranked[0]) + _SAME:
                order[at], order[total] = order[total], feature
                found, total = found + 1, total + 1
                continue
            left -= 1
            order[left], order[at] = order[at], order[left]
            best = self._better(best, feature, samples[sorting], ranked)
        # Features that are constant here are so below, too: children begin with them, in this order.
        order[:known] = constant[:known]
        constant[known : known + found] = order[known : known + found]
        return None if best is None else (*best[1:], total)

    def _better(self, best, feature, ranked_samples, ranked):
        """The best split so far, or one between these values if it is better."""
        count, least = len(ranked), self.limits["min_samples_leaf"]
        places = np.arange(1, count)
        allowed = (ranked[1:].astype(np.float64) > ranked[:-1].astype(np.float64) + _SAME) & (places >= least) & (count - places >= least)
        if not bool(allowed.any()):
            return best
        gains = self.criterion.gains(ranked_samples)
        gains = np.where(allowed, gains, np.full(gains.shape, -np.inf))
        at = int(gains.argmax())
        if best is not None and float(gains[at]) <= best[0]:
            return best
        before, behind = float(ranked[at]), float(ranked[at + 1])
        threshold = before / 2.0 + behind / 2.0
        threshold = before if threshold in (behind, float("inf"), float("-inf")) else threshold
        return float(gains[at]), feature, threshold, ranked_samples[: at + 1], ranked_samples[at + 1 :]

    def impurity(self, samples, value):
        return self.criterion.spread(samples) if hasattr(self.criterion, "spread") else self.criterion.impurity(value)


def _sorted_places(values):
    import torch

    return torch.argsort(torch.from_numpy(values), stable=True).numpy()


def grown(X, weights, criterion, limits, generator):
    """The tree; `limits` has max_depth, max_features, min_samples_split, min_samples_leaf and min_impurity_decrease."""
    grower, tree = _Grower(X, weights, criterion, limits, generator), Tree()
    samples = np.array([at for at, weight in enumerate(weights.tolist()) if weight > 0])
    whole = float(weights.sum())
    waiting = [(samples, 0, None, False, 0)]
    while waiting:
        samples, depth, parent, is_left, known = waiting.pop()
        value = criterion.value(samples)
        heavy, impurity = float(weights[samples].sum()), grower.impurity(samples, value)
        few = len(samples) < max(limits["min_samples_split"], 2 * limits["min_samples_leaf"])
        is_leaf = depth >= limits["max_depth"] or few or impurity <= _EPSILON
        split = None if is_leaf else grower.split(samples, known)
        if split is not None and limits["min_impurity_decrease"] > 0:
            if _decrease(grower, split, heavy, impurity, whole) + _EPSILON < limits["min_impurity_decrease"]:
                split = None
        node = {"impurity": impurity, "n_node_samples": len(samples), "weighted_n_node_samples": heavy, "value": value}
        if split is not None:
            node.update(feature=split[0], threshold=split[1])
            waiting_below = split[2:]
        number = tree.add(parent, is_left, **node)
        tree.max_depth = max(tree.max_depth, depth)
        if split is not None:
            left, right, constant = waiting_below
            waiting += [(right, depth + 1, number, False, constant), (left, depth + 1, number, True, constant)]
    return tree.finish()


def _decrease(grower, split, heavy, impurity, whole):
    """How much less mixed the parts are, as a share of all samples."""
    parts = 0.0
    for samples in split[2:4]:
        own = float(grower.weights[samples].sum())
        parts += own / heavy * grower.impurity(samples, grower.criterion.value(samples))
    return heavy / whole * (impurity - parts)

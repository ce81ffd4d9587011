"""Growing a tree: node by node the best split of some features, as scikit-learn looks for it.

What it is not: estimators, nor growing by the best leaf first, which is `_best_first`. Start reading at `grown`.
"""

import math

import numpy as np
import torch
from sklearn.tree._criteria import added
from sklearn.tree._random import Stream

_EPSILON = 2.0**-52
LEAF, UNDEFINED = -1, -2


class Tree:
    """The nodes, each with its number in the order in which they grew."""

    def __init__(self, n_features, n_outputs=1):
        self.n_features, self.n_outputs = n_features, n_outputs
        self.children_left, self.children_right, self.feature, self.threshold = [], [], [], []
        self.impurity, self.n_node_samples, self.weighted_n_node_samples, self.value = [], [], [], []
        self.max_depth = 0

    def add(self, parent, is_left, **node):
        """A node below its parent; its number."""
        number = len(self.feature)
        for name, value in {
            "children_left": LEAF,
            "children_right": LEAF,
            "feature": UNDEFINED,
            "threshold": -2.0,
            **node,
        }.items():
            getattr(self, name).append(value)
        if parent is not None:
            (self.children_left if is_left else self.children_right)[parent] = number
        return number

    def finish(self, value=None):
        """Lists as arrays."""
        for name in ("children_left", "children_right", "feature", "n_node_samples"):
            setattr(self, name, np.array(getattr(self, name), dtype=np.int64))
        for name in ("threshold", "impurity", "weighted_n_node_samples"):
            setattr(self, name, np.array(getattr(self, name), dtype=np.float64))
        made = value if value is not None else torch.stack(self.value).reshape(len(self.feature), self.n_outputs, -1).numpy()
        self.value = made
        return self

    node_count = capacity = property(lambda self: len(self.feature))
    n_leaves = property(lambda self: (self.children_left == LEAF).sum())
    max_n_classes = property(lambda self: self.value.shape[2])
    n_classes = property(lambda self: np.array([self.max_n_classes] * self.n_outputs))

    def predict(self, X):
        """The value of the leaf that each sample falls into."""
        found = self.value[self.apply(X)]
        if self.n_outputs > 1:
            return found if self.max_n_classes > 1 else found[:, :, 0]
        return found[:, 0] if self.max_n_classes > 1 else found[:, :, 0]

    def compute_feature_importances(self, normalize=True):
        """How much less mixed the parts are for each feature's splits, together 1."""
        found = [0.0] * self.n_features
        heavy, impurity = self.weighted_n_node_samples.tolist(), self.impurity.tolist()
        for node, feature in enumerate(self.feature.tolist()):
            if feature >= 0:
                left, right = int(self.children_left[node]), int(self.children_right[node])
                found[feature] += heavy[node] * impurity[node] - heavy[left] * impurity[left] - heavy[right] * impurity[right]
        found = np.array(found) / heavy[0]
        return found / found.sum() if normalize and float(found.sum()) > 0 else found

    def apply(self, X):
        """The leaf that each sample falls into."""
        X, at = torch.from_numpy(X).double(), torch.zeros(len(X), dtype=torch.int64)
        left, right, feature, threshold = (
            torch.from_numpy(each) for each in (self.children_left, self.children_right, self.feature, self.threshold)
        )
        for _ in range(self.max_depth + 1):
            asked = feature[at]
            values = X.gather(1, asked.clamp(min=0).unsqueeze(1)).squeeze(1)
            at = torch.where(asked >= 0, torch.where(values <= threshold[at], left[at], right[at]), at)
        return at.numpy()


Tree.__module__ = "sklearn.tree._tree"


class Grower:
    """What stays the same while a tree grows."""

    def __init__(self, X, weights, criterion, limits, generator):
        self.columns = torch.from_numpy(X).T.contiguous().double().unbind(0)
        self.weights, self.criterion, self.limits = torch.from_numpy(weights), criterion, limits
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
            is_constant, better = self._tried(feature, samples, best)
            if is_constant:
                order[at], order[total] = order[total], feature
                found, total = found + 1, total + 1
                continue
            left -= 1
            order[left], order[at] = order[at], order[left]
            best = better
        # Features that are constant here are so below, too: children begin with them, in this order.
        order[:known] = constant[:known]
        constant[known : known + found] = order[known : known + found]
        return None if best is None else (*best[1:], total)

    def _tried(self, feature, samples, best):
        """Whether a feature is constant, and the best split so far, or the one of this feature if it is better."""
        ranked, told = self.criterion.best(self.columns[feature], samples, self.limits["min_samples_leaf"])
        is_constant, *between = told.tolist()
        return is_constant, best if is_constant else self._better(best, feature, ranked, *between)

    def _better(self, best, feature, ranked, gain, at, before, behind):
        if gain == -math.inf or (best is not None and gain <= best[0]):
            return best
        threshold = before / 2.0 + behind / 2.0
        threshold = before if threshold in (behind, math.inf, -math.inf) else threshold
        return gain, feature, threshold, ranked[: int(at) + 1], ranked[int(at) + 1 :]


class RandomGrower(Grower):
    """Each feature has one split, drawn between its least and its greatest value."""

    def _tried(self, feature, samples, best):
        column = self.columns[feature][samples]
        low, high = column.min().item(), column.max().item()
        if high <= low + 1e-7:
            return True, best
        threshold = self.stream.between(low, high)
        threshold = low if threshold == high else threshold
        is_left = column <= threshold
        left, right = samples[is_left], samples[~is_left]
        if min(len(left), len(right)) < self.limits["min_samples_leaf"]:
            return False, best
        gain = self.criterion.worth(left) + self.criterion.worth(right)
        return False, best if best is not None and gain <= best[0] else (gain, feature, threshold, left, right)


def grown(grower, n_outputs=1):
    """The tree; `limits` has max_depth, max_features, min_samples_split, min_samples_leaf and min_impurity_decrease."""
    criterion, limits, tree = grower.criterion, grower.limits, Tree(len(grower.columns), n_outputs)
    samples = torch.nonzero(grower.weights > 0).flatten()
    whole = grower.weights.sum().item()
    waiting = [(samples, 0, None, False, 0)]
    while waiting:
        samples, depth, parent, is_left, known = waiting.pop()
        value = criterion.value(samples)
        heavy, impurity = added(grower.weights[samples]).item(), criterion.impurity(samples, value)
        few = len(samples) < max(limits["min_samples_split"], 2 * limits["min_samples_leaf"])
        is_leaf = depth >= limits["max_depth"] or few or impurity <= _EPSILON
        split = None if is_leaf else grower.split(samples, known)
        if split is not None and limits["min_impurity_decrease"] > 0:
            if decrease(grower, split, heavy, impurity, whole) + _EPSILON < limits["min_impurity_decrease"]:
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


def decrease(grower, split, heavy, impurity, whole):
    """How much less mixed the parts are, as a share of all samples."""
    parts = 0.0
    for samples in split[2:4]:
        own = grower.weights[samples].sum().item()
        parts += own / heavy * grower.criterion.impurity(samples, grower.criterion.value(samples))
    return heavy / whole * (impurity - parts)

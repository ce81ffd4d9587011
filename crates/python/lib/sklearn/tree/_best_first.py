"""Growing a tree by the leaf whose split gains most, until there are so many leaves.

What it is not: the splits, which are `_grow`'s. Start reading at `grown_best`.
"""

import heapq

import torch
from sklearn.tree._criteria import added
from sklearn.tree._grow import _EPSILON, LEAF, UNDEFINED, Tree, decrease


def grown_best(grower, most, n_outputs=1):
    """The tree with at most so many leaves."""
    tree, limits = Tree(len(grower.columns), n_outputs), grower.limits
    whole, left, front = grower.weights.sum().item(), most - 1, []

    def add(samples, depth, parent, is_left):
        value = grower.criterion.value(samples)
        heavy, impurity = added(grower.weights[samples]).item(), grower.criterion.impurity(samples, value)
        few = len(samples) < max(limits["min_samples_split"], 2 * limits["min_samples_leaf"])
        split = None if depth >= limits["max_depth"] or few or impurity <= _EPSILON else grower.split(samples, 0)
        gain = 0.0 if split is None else decrease(grower, split, heavy, impurity, whole)
        if split is not None and gain + _EPSILON < limits["min_impurity_decrease"]:
            split = None
        node = {"impurity": impurity, "n_node_samples": len(samples), "weighted_n_node_samples": heavy, "value": value}
        if split is not None:
            node.update(feature=split[0], threshold=split[1])
        number = tree.add(parent, is_left, **node)
        heapq.heappush(front, (-gain if split is not None else 0.0, number, depth, split))

    add(torch.nonzero(grower.weights > 0).flatten(), 0, None, False)
    while front:
        _, number, depth, split = heapq.heappop(front)
        tree.max_depth = max(tree.max_depth, depth)
        if split is None or left <= 0:
            tree.feature[number], tree.threshold[number], tree.children_left[number] = UNDEFINED, -2.0, LEAF
            continue
        left -= 1
        add(split[2], depth + 1, number, True)
        add(split[3], depth + 1, number, False)
    return tree.finish()

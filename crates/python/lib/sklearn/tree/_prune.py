"""Pruning: branches that are worth less than they cost are cut, the weakest first.

What it is not: growing. Source: L. Breiman et al., Classification and Regression Trees, 1984. Start reading at `weakest`.
"""

import numpy as np
from sklearn.tree._grow import LEAF, UNDEFINED, Tree


def weakest(tree, most=float("inf")):
    """The alphas at which branches are cut and the mixedness after each, up to an alpha, and the nodes that are left."""
    left, right = tree.children_left.tolist(), tree.children_right.tolist()
    heavy = tree.weighted_n_node_samples
    own = (heavy * tree.impurity / heavy[0]).tolist()
    parents, branch, leaves = [None] * len(own), [0.0] * len(own), [0] * len(own)
    for node, child in enumerate(left):
        if child != LEAF:
            parents[child] = parents[right[node]] = node
    for leaf in [node for node, child in enumerate(left) if child == LEAF]:
        branch[leaf], at = own[leaf], parents[leaf]
        while at is not None:
            branch[at], leaves[at], at = branch[at] + own[leaf], leaves[at] + 1, parents[at]
    inner, gone = {node for node, child in enumerate(left) if child != LEAF}, set()
    alphas, mixed = [0.0], [branch[0]]
    while 0 in inner:
        alpha, cut = min(((own[node] - branch[node]) / (leaves[node] - 1), node) for node in inner)
        if alpha > most:
            break
        below = [cut]
        while below:
            node = below.pop()
            if node not in gone and left[node] != LEAF:
                below += [left[node], right[node]]
            inner.discard(node)
            gone.add(node)
        gone.discard(cut)
        left[cut] = LEAF
        fewer, more, at = leaves[cut] - 1, own[cut] - branch[cut], parents[cut]
        leaves[cut], branch[cut] = 0, own[cut]
        while at is not None:
            leaves[at], branch[at], at = leaves[at] - fewer, branch[at] + more, parents[at]
        alphas.append(alpha)
        mixed.append(branch[0])
    return np.array(alphas), np.array(mixed), left


def pruned(tree, alpha):
    """The tree without the branches that are not worth so much."""
    left = weakest(tree, alpha)[2]
    made, value, waiting = Tree(tree.n_features, tree.n_outputs), [], [(0, None, False, 0)]
    while waiting:
        node, parent, is_left, depth = waiting.pop()
        is_leaf = left[node] == LEAF
        number = made.add(parent, is_left, impurity=float(tree.impurity[node]), n_node_samples=int(tree.n_node_samples[node]),
                          weighted_n_node_samples=float(tree.weighted_n_node_samples[node]),
                          feature=UNDEFINED if is_leaf else int(tree.feature[node]),
                          threshold=-2.0 if is_leaf else float(tree.threshold[node]))  # fmt: skip
        value.append(node)
        made.max_depth = max(made.max_depth, depth)
        if not is_leaf:
            waiting += [(int(tree.children_right[node]), number, False, depth + 1), (left[node], number, True, depth + 1)]
    return made.finish(tree.value[np.array(value)])

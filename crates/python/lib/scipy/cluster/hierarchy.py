"""Groups within groups: `linkage` joins them two by two, `fcluster` cuts the tree, `dendrogram` draws it.

What it is not: the joining, which is `_joins`'. Start reading at `linkage`.
"""

import numpy as np
from scipy._missing import missing
from scipy.cluster._joins import chain, numbered
from scipy.spatial.distance import pdist, squareform

_METHODS = ("single", "complete", "average", "weighted", "ward", "centroid", "median")


def linkage(y, method="single", metric="euclidean", optimal_ordering=False):
    """The joins, a row each: two groups, how far they are from each other, how many samples are in both."""
    if method not in _METHODS:
        raise ValueError(f"Invalid method: {method}")
    if method in ("centroid", "median") or optimal_ordering:
        told = f"method={method!r}" if method in ("centroid", "median") else "optimal_ordering=True"
        raise NotImplementedError(f"linkage: {told} is not built into this scipy")
    y = np.asarray(y, dtype=float)
    if y.ndim == 2 and method == "ward" and metric != "euclidean":
        raise ValueError(f"Method '{method}' requires the distance metric to be Euclidean")
    if y.ndim not in (1, 2):
        raise ValueError("`y` must be 1 or 2 dimensional.")
    away = squareform(y if y.ndim == 1 else pdist(y, metric))
    if not np.isfinite(away).all():
        raise ValueError("The condensed distance matrix must contain only finite values.")
    count, rows = len(away), []
    for (first, second), height in numbered(chain(away, method), count):
        sizes = [1 if node < count else rows[node - count][3] for node in (first, second)]
        rows.append([first, second, height, sum(sizes)])
    return np.array(rows, dtype=float)


def _nodes(Z):
    """The joins as (left, right, height), and how many samples there are."""
    rows = np.asarray(Z, dtype=float).tolist()
    return [(int(left), int(right), height) for left, right, height, _ in rows], len(rows) + 1


def maxdists(Z):
    """The greatest height at or below each join."""
    joins, count = _nodes(Z)
    found = []
    for left, right, height in joins:
        found.append(max(height, *(found[node - count] if node >= count else 0.0 for node in (left, right))))
    return np.array(found)


def fcluster(Z, t, criterion="inconsistent", depth=2, R=None, monocrit=None):
    """The number of each sample's group, when the tree is cut at a height or into so many groups."""
    if criterion not in ("distance", "maxclust"):
        raise NotImplementedError(f"fcluster: criterion={criterion!r} is not built into this scipy; 'distance' and 'maxclust' are")
    heights = maxdists(Z).tolist()
    if criterion == "distance":
        return _cut(Z, heights, t)
    if t > len(heights):
        return np.arange(1, len(heights) + 2, dtype=np.int32)
    low, high = -1, len(heights)
    while high - low > 1:
        middle = (low + high) // 2
        if int(_cut(Z, heights, heights[middle]).max()) > t:
            low = middle
        else:
            high = middle
    return _cut(Z, heights, heights[high])


def _cut(Z, heights, bound):
    joins, count = _nodes(Z)
    found, number = np.zeros(count, dtype=np.int32), 0
    waiting = [(2 * count - 2, False)]
    while waiting:
        node, is_within = waiting.pop()
        if node < count:
            number += not is_within
            found[node] = number
            continue
        if not is_within and heights[node - count] <= bound:
            is_within, number = True, number + 1
        # Samples are numbered after the groups beside them.
        beside = sorted(joins[node - count][:2], key=lambda each: each < count)
        waiting += [(each, is_within) for each in reversed(beside)]
    return found


def leaves_list(Z):
    """The samples from left to right."""
    joins, count = _nodes(Z)
    found, waiting = [], [2 * count - 2]
    while waiting:
        node = waiting.pop()
        if node < count:
            found.append(node)
        else:
            waiting += [joins[node - count][1], joins[node - count][0]]
    return np.array(found, dtype=np.int32)


def cophenet(Z, Y=None):
    """At which height each pair is joined; with the distances `Y`, how well both go together, first."""
    joins, count = _nodes(Z)
    groups, table = [[at] for at in range(count)], np.zeros((count, count))
    for left, right, height in joins:
        for a in groups[left]:
            for b in groups[right]:
                table[a, b] = table[b, a] = height
        groups.append(groups[left] + groups[right])
    found = squareform(table)
    return found if Y is None else (np.corrcoef(np.asarray(Y, dtype=float), found)[0, 1], found)


class _Tree:
    """The lines of a tree, from left to right and from below."""

    def __init__(self, Z, threshold, above):
        self._joins, self._count = _nodes(Z)
        self._threshold, self._above = threshold, above
        self.across, self.up, self.colors, self.leaves = [], [], [], []
        self._color, self._is_below = 0, False
        self._laid(2 * self._count - 2)

    def _laid(self, node):
        """Where a node stands, and how high."""
        if node < self._count:
            self.leaves.append(node)
            return 10.0 * len(self.leaves) - 5.0, 0.0
        left, right, height = self._joins[node - self._count]
        x, low = self._laid(left)
        if height >= self._threshold or self._threshold <= 0:
            color = self._above
            self._color += self._is_below
            self._is_below = False
        else:
            self._is_below, color = True, f"C{self._color % 9 + 1}"
        other, under = self._laid(right)
        self.across.append([x, x, other, other])
        self.up.append([low, height, height, under])
        self.colors.append(color)
        return (x + other) / 2, height


def dendrogram(
    Z, p=30, truncate_mode=None, color_threshold=None, get_leaves=True, orientation="top", labels=None, count_sort=False,
    distance_sort=False, show_leaf_counts=True, no_plot=False, no_labels=False, leaf_font_size=None, leaf_rotation=None,
    leaf_label_func=None, show_contracted=False, link_color_func=None, ax=None, above_threshold_color="C0",
):  # fmt: skip
    """Draws the tree: what is drawn, as lists."""
    for name, value in {"truncate_mode": truncate_mode, "count_sort": count_sort, "distance_sort": distance_sort,
                        "link_color_func": link_color_func}.items():  # fmt: skip
        if value not in (None, False, "none"):
            raise NotImplementedError(f"dendrogram: {name}={value!r} is not built into this scipy")
    if orientation not in ("top", "left", "bottom", "right"):
        raise ValueError("orientation must be one of 'top', 'left', 'bottom', or 'right'")
    table = np.asarray(Z, dtype=float)
    if labels is not None and len(table) + 1 != len(labels):
        raise ValueError("Dimensions of Z and labels must be consistent.")
    bound = 0.7 * float(table[:, 2].max()) if color_threshold in (None, "default") else color_threshold
    tree = _Tree(table, bound, above_threshold_color)
    named = leaf_label_func or (lambda at: str(at) if labels is None else labels[at])
    words = [named(at) for at in tree.leaves]
    of_leaves = ["C0"] * len(words)
    for across, up, color in zip(tree.across, tree.up, tree.colors):
        for x, y in zip(across, up):
            if y == 0.0 and x % 5 == 0 and x % 2 == 1:
                of_leaves[int((x - 5) / 10)] = color
    if not no_plot:
        _draw(tree, words, orientation, no_labels, leaf_font_size, leaf_rotation, ax)
    return {
        "icoord": tree.across, "dcoord": tree.up, "ivl": words, "leaves": tree.leaves, "color_list": tree.colors,
        "leaves_color_list": of_leaves,
    }  # fmt: skip


def _draw(tree, words, orientation, no_labels, size, rotation, ax):
    if ax is None:
        import matplotlib.pyplot as plt

        ax = plt.gca()
    is_upright = orientation in ("top", "bottom")
    for across, up, color in zip(tree.across, tree.up, tree.colors):
        ax.plot(*((across, up) if is_upright else (up, across)), color=color)
    top, wide = max(max(up) for up in tree.up) * 1.05, 10 * len(words)
    height = (0, top) if orientation in ("top", "right") else (top, 0)
    (ax.set_ylim if is_upright else ax.set_xlim)(*height)
    (ax.set_xlim if is_upright else ax.set_ylim)(0, wide)
    look = {**({} if size is None else {"fontsize": size}), **({} if rotation is None else {"rotation": rotation})}
    places = [] if no_labels else list(range(5, wide, 10))
    (ax.set_xticks if is_upright else ax.set_yticks)(places)
    (ax.set_xticklabels if is_upright else ax.set_yticklabels)([] if no_labels else [str(word) for word in words], **look)


__getattr__ = missing(
    __name__,
    "ClusterNode average centroid complete correspond cut_tree fclusterdata from_mlab_linkage inconsistent is_isomorphic "
    "is_monotonic is_valid_im is_valid_linkage leaders maxRstat maxinconsts median num_obs_linkage optimal_leaf_ordering "
    "set_link_color_palette single to_mlab_linkage to_tree ward weighted",
)

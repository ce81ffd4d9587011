"""`plot_tree`: a decision tree as boxes joined by lines.

What it is not: a file for graphviz. Start reading at `plot_tree`.
"""

import numpy as np


def plot_tree(decision_tree, *, max_depth=None, feature_names=None, class_names=None, label="all", filled=False, impurity=True,
              node_ids=False, proportion=False, rounded=False, precision=3, ax=None, fontsize=None):
    """Draws the tree into the axes, and returns its texts."""
    import matplotlib.pyplot as plt

    decision_tree._check_fitted()
    told = _Told(decision_tree, feature_names, class_names, label, impurity, node_ids, proportion, precision)
    ax = plt.gca() if ax is None else ax
    ax.clear()
    ax.set_axis_off()
    ax.set_xlim(0, 1)
    ax.set_ylim(0, 1)
    tree = decision_tree.tree_
    places = _places(tree, float("inf") if max_depth is None else max_depth)
    wide, high = (max(place[side] for place in places.values()) + 1 for side in (0, 1))
    spots = {node: ((x + 0.5) / wide, (high - depth - 0.5) / high) for node, (x, depth) in places.items()}
    if fontsize is None:
        # So that boxes of some twenty letters stand beside each other.
        fontsize = min(10.0, max(3.0, 72 * float(ax.figure.get_size_inches()[0]) * 0.775 / wide / 12))
    made = []

    def draw(node, parent):
        x, y = spots[node]
        if parent is not None:
            ax.plot([spots[parent][0], x], [spots[parent][1], y], color="k", linewidth=1, zorder=1)
        is_left = parent is not None and int(tree.children_left[parent]) == node
        children = [int(tree.children_left[node]), int(tree.children_right[node])]
        is_cut = children[0] in places or children[0] < 0
        frame = {"fc": told.color(node) if filled else "white", "ec": "black", "boxstyle": "round" if rounded else "square"}
        made.append(ax.text(x, y, told.text(node) if is_cut else "\n  (...)  \n", ha="center", va="center", size=fontsize,
                            bbox=frame, transform=ax.transAxes, zorder=5))
        if parent == 0:
            at = ((spots[0][0] + x) / 2, (spots[0][1] + y) / 2)
            made.append(ax.text(*at, "True  " if is_left else "  False", ha="right" if is_left else "left", va="center",
                                size=fontsize, transform=ax.transAxes, zorder=5))
        for child in children:
            if child in places:
                draw(child, node)

    draw(0, None)
    return made


def _places(tree, max_depth):
    """Each node's place: nodes of one depth are one apart at least, and each stands above the middle of the two below
    (E. M. Reingold, J. S. Tilford, 1981)."""
    shifts = {}

    def outline(node, depth):
        """How far a subtree reaches to both sides at each depth, seen from its root."""
        left, right = int(tree.children_left[node]), int(tree.children_right[node])
        if left < 0 or depth > max_depth:
            return [(0.0, 0.0)]
        one, other = outline(left, depth + 1), outline(right, depth + 1)
        apart = max(1 + a[1] - b[0] for a, b in zip(one, other))
        shifts[node] = apart / 2
        found = [(0.0, 0.0)]
        for at in range(max(len(one), len(other))):
            ends = []
            if at < len(one):
                ends += [end - apart / 2 for end in one[at]]
            if at < len(other):
                ends += [end + apart / 2 for end in other[at]]
            found.append((min(ends), max(ends)))
        return found

    reach = outline(0, 0)
    start, node = 0.0, 0
    while node in shifts:
        start, node = start + shifts[node], int(tree.children_left[node])
    start = max(start, -min(end for end, _ in reach))
    places = {}

    def put(node, x, depth):
        places[node] = (x, depth)
        if node in shifts:
            put(int(tree.children_left[node]), x - shifts[node], depth + 1)
            put(int(tree.children_right[node]), x + shifts[node], depth + 1)

    put(0, start, 0)
    return places


class _Told:
    """What the boxes say, and their colours."""

    def __init__(self, model, feature_names, class_names, label, impurity, node_ids, proportion, precision):
        self._model, self._tree, self._label = model, model.tree_, label
        self._impurity, self._ids, self._share, self._digits = impurity, node_ids, proportion, precision
        count = model.n_features_in_
        if feature_names is not None and len(feature_names) != count:
            raise ValueError(f"Length of feature_names, {len(feature_names)} does not match number of features, {count}")
        self._features = [f"x[{at}]" for at in range(count)] if feature_names is None else list(feature_names)
        kinds = getattr(model, "classes_", None)
        self._classes = None if kinds is None else [f"y[{at}]" for at in range(len(kinds))]
        if class_names is True and kinds is not None:
            self._classes = [str(kind) for kind in kinds.tolist()]
        elif class_names is not None and class_names is not True:
            self._classes = [str(name) for name in class_names]
        self._named = class_names is not None and kinds is not None

    def _values(self, node):
        return np.asarray(self._tree.value[node]).reshape(-1)

    def _rounded(self, value):
        return f"{round(float(value), self._digits)}"

    def text(self, node):
        tree, is_named = self._tree, self._label == "all" or self._label == "root" and node == 0
        is_leaf = int(tree.children_left[node]) < 0
        lines = [f"node #{node}" if is_named else f"#{node}"] if self._ids else []
        if not is_leaf:
            lines.append(f"{self._features[int(tree.feature[node])]} <= {self._rounded(tree.threshold[node])}")
        if self._impurity:
            lines.append((f"{self._model.criterion} = " if is_named else "") + self._rounded(tree.impurity[node]))
        count = int(tree.n_node_samples[node])
        samples = f"{round(100.0 * count / int(tree.n_node_samples[0]), 1)}%" if self._share else str(count)
        lines.append(("samples = " if is_named else "") + samples)
        lines.append(("value = " if is_named else "") + self._value(node))
        if self._named:
            best = self._classes[int(np.argmax(self._values(node)))]
            lines.append(("class = " if is_named else "") + best)
        return "\n".join(lines)

    def _value(self, node):
        values = self._values(node)
        if self._classes is None:
            return self._rounded(values[0])
        if not self._share:
            values = values * float(self._tree.weighted_n_node_samples[node])
        rounded = np.round(values, self._digits)
        is_whole = not self._share and bool((np.round(values, 8) % 1 == 0).all())
        texts = [str(int(round(value))) if is_whole else str(value) for value in (values if is_whole else rounded).tolist()]
        return f"[{', '.join(texts)}]"

    def color(self, node):
        """The likeliest class' colour, the paler the less sure."""
        values = self._values(node)
        if self._classes is None:
            every = np.array([float(self._values(at)[0]) for at in range(int(self._tree.node_count))])
            span = float(every.max() - every.min()) or 1.0
            strength, base = (float(values[0]) - float(every.min())) / span, _colors(1)[0]
        else:
            base = _colors(len(values))[int(np.argmax(values))]
            ordered = sorted(values.tolist(), reverse=True)
            strength = (ordered[0] - ordered[1]) / ((1 - ordered[1]) or 1.0) if len(ordered) > 1 else 0.0
        return tuple((strength * part + (1 - strength) * 255) / 255 for part in base)


def _colors(count):
    """Colours round the circle."""
    import colorsys

    hues = [(25 + 360 * at / count) % 360 / 360 for at in range(count)]
    return [tuple(int(255 * part) for part in colorsys.hsv_to_rgb(hue, 0.75, 0.9)) for hue in hues]

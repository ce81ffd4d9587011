"""`export_graphviz`: a decision tree as a text that graphviz draws.

What it is not: a picture, which `plot_tree` makes. Start reading at `export_graphviz`.
"""

import re

from sklearn.tree._picture import _Told


def export_graphviz(decision_tree, out_file=None, *, max_depth=None, feature_names=None, class_names=None, label="all", filled=False,
                    leaves_parallel=False, impurity=True, node_ids=False, proportion=False, rotate=False, rounded=False,
                    special_characters=False, precision=3, fontname="helvetica"):
    """The tree in graphviz's language: written into a file, or, without one, returned."""
    decision_tree._check_fitted()
    told = _Told(decision_tree, feature_names, class_names, label, impurity, node_ids, proportion, precision)
    drawing = _Drawing(told, decision_tree.tree_, float("inf") if max_depth is None else max_depth, filled, rotate, special_characters)
    drawing.tell(0, None, 0)
    style = ", ".join(name for name, is_wanted in (("filled", filled), ("rounded", rounded)) if is_wanted)
    style = f', style="{style}", color="black"' if style else ""
    lines = ["digraph Tree {", f'node [shape=box{style}, fontname="{fontname}"] ;']
    lines += ["graph [ranksep=equally, splines=polyline] ;"] if leaves_parallel else []
    lines += [f'edge [fontname="{fontname}"] ;', *(["rankdir=LR ;"] if rotate else []), *drawing.lines]
    if leaves_parallel:
        lines += [f"{{rank=same ; {'; '.join(drawing.ranks[rank])}}} ;" for rank in sorted(drawing.ranks)]
    text = "\n".join([*lines, "}"])
    if out_file is None:
        return text
    if hasattr(out_file, "write"):
        out_file.write(text)
        return None
    with open(out_file, "w", encoding="utf-8") as file:
        file.write(text)
    return None


class _Drawing:
    """The lines of nodes and edges, and which nodes stand beside each other."""

    def __init__(self, told, tree, max_depth, filled, rotate, special):
        self._told, self._tree, self._max_depth, self._filled, self._rotate, self._special = told, tree, max_depth, filled, rotate, special
        self.lines, self.ranks = [], {}

    def tell(self, node, parent, depth):
        """A node, the edge that leads to it, and all below."""
        left, right = int(self._tree.children_left[node]), int(self._tree.children_right[node])
        is_cut = depth > self._max_depth
        self.ranks.setdefault("leaves" if left < 0 or is_cut else str(depth), []).append(str(node))
        text = '"(...)"' if is_cut else self._text(node)
        color = f', fillcolor="{"#C0C0C0" if is_cut else self._color(node)}"' if self._filled else ""
        self.lines.append(f"{node} [label={text}{color}] ;")
        if parent is not None:
            self.lines.append(f"{parent} -> {node}{self._head(node) if parent == 0 and not is_cut else ''} ;")
        if not is_cut and left >= 0:
            self.tell(left, node, depth + 1)
            self.tell(right, node, depth + 1)

    def _head(self, node):
        angle = (45 if node == 1 else -45) * (-1 if self._rotate else 1)
        return f' [labeldistance=2.5, labelangle={angle}, headlabel="{node == 1}"]'

    def _color(self, node):
        return "#" + "".join(f"{round(part * 255):02x}" for part in self._told.color(node))

    def _text(self, node):
        text = self._told.text(node)
        if not self._special:
            return '"' + text.replace('"', '\\"').replace("\n", "\\n") + '"'
        text = text.replace("#", "&#35;").replace(" <= ", " &le; ").replace("\n", "<br/>")
        return "<" + re.sub(r"\b([xy])\[(\d+)\]", r"\1<SUB>\2</SUB>", text) + ">"

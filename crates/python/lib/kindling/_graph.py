"""How a tensor came about: the graph that autograd walks backwards, with shapes, values and gradients.

What it is not: the arrangement of its nodes, which is `_arranged`'s. Start reading at `graph`.
"""

import matplotlib.pyplot as plt
import torch
from torch import nn

from kindling._arranged import arranged
from kindling._asking import shape_of
from kindling._picture import Picture

_MOST = 60


class _Node:
    """A node of the graph: what it is called, what more is known, and the numbers of the nodes that it is made from.

    line: the name of the cell and the number of the line that made it, where that is known.
    """

    def __init__(self, title, is_leaf, line=None):
        self.title, self.is_leaf, self.line, self.notes, self.sources = title, is_leaf, line, [], []


def _keep_lines():
    """Has each node know its line from now on; PyTorch elsewhere knows of none."""
    try:
        from _torch import _keep_lines
    except ImportError:
        return
    _keep_lines()


_keep_lines()


def graph(tensor, **named):
    """Draws how `tensor` was computed, from the leaves on the left to itself on the right.

    named: tensors to be found in the graph, and models, whose parameters then have their names. Each shows its value,
    or its shape if it has several, and the gradient of `tensor` (or of its sum) with respect to it. `.grad` stays as it
    is. At most 60 nodes. Below, a list leads to the lines that made them, those that ran after `import kindling`.

    Example:
        kindling.graph(loss, model=model, prediction=prediction)
    """
    if not isinstance(tensor, torch.Tensor):
        raise TypeError(f"graph needs a tensor, not a value of type {type(tensor).__name__}")
    if not tensor.requires_grad:
        raise ValueError("graph: this tensor knows nothing of where it came from: none of what it was computed from "
                         "requires grad, or it was computed within no_grad, or detached")
    tensors = _named_tensors(named)
    edge_of = _edges_of()
    nodes, numbers = _walked(edge_of(tensor))
    gradients = _gradients(tensor, tensors)
    for name, value in tensors.items():
        number = numbers.get(edge_of(value)) if value.requires_grad else None
        if number is None:
            raise ValueError(f"graph: {name} takes no part in this tensor, or not with its gradient")
        node = nodes[number]
        node.title = name if node.is_leaf else f"{name} = {node.title}"
        node.notes = [_shown(value)] + ([f"grad {_shown(gradients[name])}"] if gradients[name] is not None else [])
    return Picture(_drawn(nodes), _in_words(nodes, tensors, gradients), _by_line(nodes))


def _edges_of():
    """The function that says which node a tensor comes from, and which of its results it is."""
    try:
        from torch.autograd.graph import get_gradient_edge
    except ImportError:
        raise NotImplementedError("graph: this PyTorch has no torch.autograd.graph.get_gradient_edge, which says where "
                                  "in the graph a tensor stands") from None
    return lambda tensor: tuple(get_gradient_edge(tensor))[:2]


def _named_tensors(named):
    tensors = {}
    for name, value in named.items():
        if isinstance(value, nn.Module):
            tensors.update({f"{name}.{part}": parameter for part, parameter in value.named_parameters()})
        elif isinstance(value, torch.Tensor):
            tensors[name] = value
        else:
            raise TypeError(f"graph: {name} should be a tensor or a model, not a value of type {type(value).__name__}")
    return tensors


def _walked(edge):
    """All nodes from this one on, and their numbers by edge."""
    nodes, numbers = [], {}
    waiting = [edge]
    by_function = {}
    while waiting:
        function, output = waiting.pop()
        if function not in by_function:
            if len(nodes) == _MOST:
                raise ValueError(f"graph: this tensor has more than {_MOST} nodes behind it, too many to be read: give "
                                 "one that is computed in fewer steps, such as the loss of one small batch")
            by_function[function] = len(nodes)
            nodes.append(_Node(_title(function), _is_leaf(function), getattr(function, "_line", None)))
            waiting += _sources(function)
        numbers[function, output] = by_function[function]
    for function, number in by_function.items():
        sources = [by_function[source] for source, _ in _sources(function)]
        nodes[number].sources = list(dict.fromkeys(sources))
    return nodes, numbers


def _sources(function):
    """Where its gradients go. A transposed matrix, which PyTorch has a node for and Kindling none, is no step of its own."""
    sources = [source for source in function.next_functions if source[0] is not None]
    return [_sources(source)[0] if source.name().split("::")[-1] == "TBackward0" else (source, output)
            for source, output in sources]


def _is_leaf(function):
    return function.name().endswith("AccumulateGrad")


def _title(function):
    """`MulBackward0` is called mul."""
    if _is_leaf(function):
        return "leaf"
    name = function.name().split("::")[-1]
    return name.split("Backward")[0].lower() or name


def _gradients(tensor, tensors):
    """By name; None where there is none."""
    asked = {name: value for name, value in tensors.items() if value.requires_grad}
    if not asked:
        return {}
    found = torch.autograd.grad(tensor.sum(), list(asked.values()), retain_graph=True, allow_unused=True)
    return dict(zip(asked, found))


def _shown(value):
    return f"{value.item():.4g}" if value.numel() == 1 else shape_of(value)


def _drawn(nodes):
    places = arranged([node.sources for node in nodes])
    columns, rows = [max(place[axis] for place in places) + 1 for axis in (0, 1)]
    figure, ax = plt.subplots(figsize=(max(4.0, 1.5 * columns), max(1.6, 0.9 * rows)), layout="tight")
    for node, (column, row) in zip(nodes, places):
        for source in node.sources:
            ax.annotate("", (column - 0.3, row), (places[source][0] + 0.3, places[source][1]),
                        arrowprops={"arrowstyle": "->", "color": "gray"})
        color = "tab:green" if node.is_leaf else "tab:blue"
        ax.text(column, row, "\n".join([node.title, *node.notes]), ha="center", va="center", fontsize=9, color=color)
    ax.set_xlim(-0.6, columns - 0.4)
    ax.set_ylim(-0.6, rows - 0.4)
    ax.axis("off")
    return figure


def _by_line(nodes):
    """What each line made, in the order of cells and lines."""
    made = {}
    for node in reversed(nodes):
        if node.line is not None:
            cell, line = node.line
            made.setdefault((int(cell.strip("<>").split()[-1]), line), []).append(node.title)
    return sorted(made.items())


def _in_words(nodes, tensors, gradients):
    leaves = sum(node.is_leaf for node in nodes)
    words = f"Graph of {len(nodes)} nodes, {leaves} of them leaves; the last operation is {nodes[0].title}."
    for name, value in tensors.items():
        gradient = gradients.get(name)
        words += f" {name}: {_shown(value)}" + (f", gradient {_shown(gradient)}." if gradient is not None else ".")
    return words

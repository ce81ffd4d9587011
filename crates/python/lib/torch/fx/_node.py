"""Nodes of graphs: calls, parameters, what goes in and what comes out; and how they are written.

Not the graph that they stand in. Start reading at `Node`.
"""

import builtins

import torch


def map_arg(a, fn):
    """Arguments with what a function makes of each node in them."""
    return map_aggregate(a, lambda each: fn(each) if isinstance(each, Node) else each)


def map_aggregate(a, fn):
    """Arguments with what a function makes of each, in lists, tuples, dicts and slices, too."""
    if isinstance(a, tuple):
        made = [map_aggregate(each, fn) for each in a]
        return type(a)(*made) if hasattr(a, "_fields") else tuple(made)
    if isinstance(a, list):
        return [map_aggregate(each, fn) for each in a]
    if isinstance(a, dict):
        return {name: map_aggregate(each, fn) for name, each in a.items()}
    if isinstance(a, slice):
        return slice(map_aggregate(a.start, fn), map_aggregate(a.stop, fn), map_aggregate(a.step, fn))
    return fn(a)


def qualified_name(function):
    """Where a function is found, as code names it."""
    name = getattr(function, "__name__", None)
    if name is not None and getattr(builtins, name, None) is function:
        return name
    functional = torch.nn.functional
    if name is not None and getattr(torch, name, None) is function:
        # Some are one function here that are two in PyTorch.
        is_functional = getattr(functional, name, None) is function and name in _FUNCTIONAL
        return f"torch.nn.functional.{name}" if is_functional else f"torch.{name}"
    if name is not None and getattr(functional, name, None) is function:
        return f"torch._C._nn.{name}" if name in NATIVE else f"torch.nn.functional.{name}"
    module = {"_operator": "operator"}.get(getattr(function, "__module__", None), getattr(function, "__module__", None))
    return f"{module}.{name}"


# What of the functional functions is PyTorch's own code.
AS_CALLED = (
    "conv1d", "conv2d", "conv3d", "conv_transpose1d", "conv_transpose2d", "conv_transpose3d", "avg_pool1d", "adaptive_avg_pool1d",
    "pixel_shuffle", "pixel_unshuffle", "channel_shuffle", "cosine_similarity", "pairwise_distance", "pdist", "bilinear", "prelu",
    "hardshrink",
)  # fmt: skip
_FUNCTIONAL = (
    "max_pool1d", "max_pool2d", "max_pool3d", "layer_norm", "batch_norm", "instance_norm", "group_norm", "rms_norm", "embedding",
    "embedding_bag", "ctc_loss", "kl_div", "cosine_embedding_loss", "hinge_embedding_loss", "margin_ranking_loss",
    "triplet_margin_loss", "poisson_nll_loss", "binary_cross_entropy_with_logits", "alpha_dropout", "feature_alpha_dropout",
    "dropout", "celu", "selu", "rrelu", "threshold",
)  # fmt: skip
NATIVE = ("linear", "gelu", "softplus", "softshrink", "scaled_dot_product_attention", "avg_pool2d", "avg_pool3d", "one_hot")


def type_text(kind):
    """A type as code names it."""
    if isinstance(kind, type):
        return kind.__name__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"
    return repr(kind)


class Node:
    """One step of a graph."""

    def __init__(self, graph, name, op, target, args, kwargs, return_type=None):
        self.graph, self.name, self.op, self.target, self.type = graph, name, op, target, return_type
        self._args, self._kwargs, self.users, self.meta = (), {}, {}, {}
        self._erased = False
        self._set(args, kwargs)

    def _set(self, args, kwargs):
        for each in self.all_input_nodes:
            each.users.pop(self, None)
        self._args, self._kwargs = tuple(args), dict(kwargs)
        for each in self.all_input_nodes:
            each.users.setdefault(self)

    @property
    def args(self):
        return self._args

    @args.setter
    def args(self, value):
        self._set(value, self._kwargs)

    @property
    def kwargs(self):
        return self._kwargs

    @kwargs.setter
    def kwargs(self, value):
        self._set(self._args, value)

    @property
    def all_input_nodes(self):
        found = {}
        map_arg((self._args, self._kwargs), lambda node: found.setdefault(node))
        return list(found)

    @property
    def next(self):
        nodes = self.graph._nodes
        at = nodes.index(self) + 1
        return nodes[at] if at < len(nodes) else self.graph._root

    @property
    def prev(self):
        nodes = self.graph._nodes
        at = nodes.index(self) - 1
        return nodes[at] if at >= 0 else self.graph._root

    def prepend(self, x):
        """Moves a node before this one."""
        nodes = self.graph._nodes
        nodes.remove(x)
        nodes.insert(nodes.index(self), x)

    def append(self, x):
        """Moves a node behind this one."""
        nodes = self.graph._nodes
        nodes.remove(x)
        nodes.insert(nodes.index(self) + 1, x)

    def replace_all_uses_with(self, replace_with, delete_user_cb=lambda user: True, *, propagate_meta=False):
        """Another node wherever this one is used."""
        changed = []
        for user in list(self.users):
            if delete_user_cb(user):
                user.replace_input_with(self, replace_with)
                changed.append(user)
        if propagate_meta:
            replace_with.meta.update(self.meta)
        return changed

    def replace_input_with(self, old_input, new_input):
        swap = lambda node: new_input if node is old_input else node  # noqa: E731
        self._set(map_arg(self._args, swap), map_arg(self._kwargs, swap))

    def update_arg(self, idx, arg):
        args = list(self._args)
        args[idx] = arg
        self.args = tuple(args)

    def update_kwarg(self, key, arg):
        self.kwargs = {**self._kwargs, key: arg}

    def insert_arg(self, idx, arg):
        self.args = (*self._args[:idx], arg, *self._args[idx:])

    def is_impure(self):
        """Whether it may not be left out, though nobody uses it."""
        return self.op in ("placeholder", "output")

    def _target_text(self):
        if isinstance(self.target, str):
            return self.target
        path = qualified_name(self.target)
        return path if "." in path else f"builtins.{path}"

    def format_node(self):
        """A line of text."""
        kind = f"{type_text(self.type)} " if self.type is not None else ""
        head = f"%{self.name} : {kind}[num_users={len(self.users)}] = {self.op}"
        if self.op == "placeholder":
            default = f"(default={self._args[0]})" if self._args else ""
            return f"{head}[target={self.target}]{default}"
        if self.op == "get_attr":
            return f"{head}[target={self.target}]"
        if self.op == "output":
            return f"return {self._args[0]}"
        args, kwargs = (_listed(each) for each in (self._args, self._kwargs))
        return f"{head}[target={self._target_text()}](args = {args}, kwargs = {kwargs})"

    def __repr__(self):
        return self.name


def nested(a, text, text_of_key):
    """The text of an argument: tuples, lists, dicts and slices of what `text` makes of all else."""

    def each(part):
        return nested(part, text, text_of_key)

    if isinstance(a, tuple):
        inner = ", ".join(map(each, a))
        return f"({inner},)" if len(a) == 1 else f"({inner})"
    if isinstance(a, list):
        return f"[{', '.join(map(each, a))}]"
    if isinstance(a, dict):
        return "{" + ", ".join(f"{text_of_key(name)}: {each(part)}" for name, part in a.items()) + "}"
    if isinstance(a, slice):
        return f"slice({each(a.start)}, {each(a.stop)}, {each(a.step)})"
    return text(a)


def _listed(a):
    """Arguments as a graph's text has them, nodes with a sign before their name."""
    return nested(a, lambda each: f"%{each.name}" if isinstance(each, Node) else str(each), str)


Node.__module__ = "torch.fx.node"

"""`LayerInfo`: what one call of one layer was given, made, and has.

What it is not: the walk through a model, which is `_summary`. Start reading at `LayerInfo`.
"""

import math

import _torch


def first_tensor(value):
    """The first tensor in nested lists and dicts; None where there is none."""
    if isinstance(value, _torch.Tensor):
        return value
    if isinstance(value, dict):
        value = value.values()
    elif not isinstance(value, (list, tuple)):
        return getattr(value, "data", None) if isinstance(getattr(value, "data", None), _torch.Tensor) else None
    for each in value:
        found = first_tensor(each)
        if found is not None:
            return found
    return None


class LayerInfo:
    """One row; a layer that is called twice has two."""

    def __init__(self, var_name, module, depth, parent_info=None):
        self.module, self.var_name, self.depth, self.parent_info = module, var_name, depth, parent_info
        self.class_name, self.layer_id = type(module).__name__, id(module)
        self.depth_index, self.children = None, []
        self.input_size, self.output_size, self.output_bytes = [], [], 0
        self.executed = self.is_recursive = False
        self.is_leaf_layer = not list(module.children())
        self.kernel_size = getattr(module, "kernel_size", None)
        if isinstance(self.kernel_size, tuple):
            self.kernel_size = list(self.kernel_size)
        parameters = list(module.named_parameters())
        self.num_params = sum(each.numel() for _, each in parameters)
        self.trainable_params = sum(each.numel() for _, each in parameters if each.requires_grad)
        self.param_bytes = sum(each.numel() * each.element_size() for _, each in parameters)
        self.macs = 0

    def __repr__(self):
        return f"{self.class_name}: {self.depth}"

    def called(self, inputs, outputs):
        """Takes down what the layer was given and made."""
        self.executed = True
        given, made = first_tensor(inputs), first_tensor(outputs)
        self.input_size = [] if given is None else list(given.shape)
        if made is not None:
            self.output_size, self.output_bytes = list(made.shape), made.numel() * made.element_size()
        self.macs = sum(self._macs(name, each.numel()) for name, each in self.module.named_parameters())

    def _macs(self, name, count):
        """How often a parameter's numbers are multiplied: once a sample, and in convolutions once a place, too."""
        name = name.rpartition(".")[2]
        if name in ("weight", "bias"):
            sizes = self.output_size[:1] + (self.output_size[2:] if "Conv" in self.class_name else [])
        elif "weight" in name or "bias" in name:
            sizes = self.output_size[:2]
        else:
            return 0
        return count * math.prod(sizes)

    @property
    def trainable(self):
        """Whether its parameters learn, as the table tells it."""
        if self.num_params == 0:
            return "--"
        if self.trainable_params == 0:
            return "False"
        return "True" if self.trainable_params == self.num_params else "Partial"

    def leftover_params(self):
        """How many parameters are its own, and of no layer below it in the table."""
        return self.num_params - sum(
            each.num_params if each.is_leaf_layer else each.leftover_params()
            for each in self.children
            if not each.is_recursive
        )

    def inner_parameters(self):
        """The names and the parameters that a verbose table lists below it."""
        return [
            (name, each)
            for name, each in self.module.named_parameters()
            if self.parent_info is not None or "." not in name
        ]


def link(layers):
    """Counts the layers of each depth, and gives each those below it."""
    counts = {}
    for at, layer in enumerate(layers):
        counts[layer.depth] = counts.get(layer.depth, 0) + 1
        layer.depth_index = counts[layer.depth]
        layer.children = []
        for below in layers[at + 1 :]:
            if below.depth <= layer.depth:
                break
            layer.children.append(below)

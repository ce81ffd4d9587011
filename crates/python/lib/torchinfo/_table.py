"""The rows of a summary: a layer each, indented by its depth.

What it is not: the sums below them. Start reading at `Table`.
"""

import math

from torchinfo._columns import ColumnSettings, Verbosity

_INDENT = 5
_LEAST_NAME_WIDTH = 40


class Table:
    """Layers as text; `settings` has the columns, their width, the rows, the depth and how much is told."""

    def __init__(self, layers, settings, total_params):
        self._layers, self._settings, self._total = layers, settings, total_params
        self._columns, self._column_width = settings["columns"], settings["col_width"]
        self._name_width = _LEAST_NAME_WIDTH
        longest = max(len(self._name(layer)) + layer.depth * _INDENT + 1 for layer in layers)
        if longest >= self._name_width:
            self._name_width = math.ceil(longest / _INDENT) * _INDENT
        self.width = self._name_width + self._column_width * len(self._columns)

    def _row(self, name, cells):
        texts = [f"{cells.get(column, ''):<{self._column_width}}" for column in self._columns]
        return " ".join([f"{name:<{self._name_width}}", *texts]).rstrip()

    def header(self):
        """The columns' titles."""
        rows = self._settings["rows"]
        title = "Layer (type"
        if "var_names" in rows:
            title += " (var_name)"
        if "depth" in rows:
            title += ":depth-idx"
        return self._row(title + ")", {name: ColumnSettings.titles[name] for name in self._columns})

    def _name(self, layer):
        rows = self._settings["rows"]
        name = layer.class_name
        if "var_names" in rows and layer.var_name:
            name += f" ({layer.var_name})"
        if "depth" in rows and layer.depth > 0:
            name += f": {layer.depth}-{layer.depth_index}"
        return name

    def _prefix(self, depth):
        if "ascii_only" in self._settings["rows"]:
            return "" if depth == 0 else "|    " * (depth - 1) + "+ "
        if depth < 2:
            return "├─" * depth
        return "│    " * (depth - 1) + "└─"

    def rows(self):
        """A row a layer; a verbose table has one for each parameter besides."""
        for layer in self._layers:
            if layer.depth > self._settings["depth"]:
                continue
            if layer.is_recursive and "hide_recursive_layers" in self._settings["rows"]:
                continue
            is_deepest = layer.depth == self._settings["depth"]
            cells = {name: getattr(self, f"_{name}")(layer, is_deepest) for name in self._columns}
            yield self._row(self._prefix(layer.depth) + self._name(layer), cells)
            if self._settings["verbose"] == Verbosity.VERBOSE:
                yield from self._parameters(layer)

    def _parameters(self, layer):
        named = layer.inner_parameters()
        for at, (name, parameter) in enumerate(named):
            sizes = list(parameter.shape)
            if name == "weight" and len(sizes) > 1:
                sizes[0], sizes[1] = sizes[1], sizes[0]
            branch = "└─" if at == len(named) - 1 else "├─"
            cells = {"kernel_size": str(sizes), "num_params": f"{branch}{parameter.numel():,}"}
            yield self._row(self._prefix(layer.depth + 1) + name, cells)

    def _kernel_size(self, layer, is_deepest):
        return "--" if layer.kernel_size is None else str(layer.kernel_size)

    def _input_size(self, layer, is_deepest):
        return str(layer.input_size) if layer.input_size else "--"

    def _output_size(self, layer, is_deepest):
        return str(layer.output_size) if layer.output_size else "--"

    def _shown_params(self, layer, is_deepest):
        """How many parameters a row tells: all of a leaf, of others what no row below tells."""
        return layer.num_params if layer.is_leaf_layer or is_deepest else max(layer.leftover_params(), 0)

    def _num_params(self, layer, is_deepest):
        if layer.is_recursive:
            return "(recursive)"
        count = self._shown_params(layer, is_deepest)
        if count == 0:
            return "--"
        return f"{count:,}" if layer.trainable_params else f"({count:,})"

    def _params_percent(self, layer, is_deepest):
        if layer.is_recursive:
            return "(recursive)"
        count = self._shown_params(layer, is_deepest)
        told = f"{count / self._total:.2%}" if count else "--"
        return f"{told:>7}"

    def _mult_adds(self, layer, is_deepest):
        count = layer.macs if layer.is_leaf_layer else 0
        if is_deepest and not layer.is_leaf_layer:
            count = sum(each.macs for each in layer.children if each.is_leaf_layer)
        return f"{count:,}" if count else "--"

    def _trainable(self, layer, is_deepest):
        return layer.trainable

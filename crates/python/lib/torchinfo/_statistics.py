"""`ModelStatistics`: the sums over a model's layers, printed as a table.

What it is not: the table's rows, which are `_table`'s. Start reading at `ModelStatistics`.
"""

from torchinfo._columns import Units
from torchinfo._table import Table


class ModelStatistics:
    """What `summary` returns."""

    def __init__(self, summary_list, input_size, total_input_size, table):
        self.summary_list, self.input_size, self.total_input = summary_list, input_size, total_input_size
        self._table = table
        self.total_params = self.trainable_params = self.total_mult_adds = 0
        self.total_param_bytes = self.total_output_bytes = 0
        for layer in summary_list:
            self._add(layer)

    def _add(self, layer):
        if layer.is_leaf_layer:
            self.total_mult_adds += layer.macs
            if layer.num_params > 0:
                # Once for the value, once for its gradient.
                self.total_output_bytes += layer.output_bytes * 2
        if layer.is_recursive:
            return
        if layer.is_leaf_layer:
            self.total_params += layer.num_params
            self.total_param_bytes += layer.param_bytes
            self.trainable_params += layer.trainable_params
            return
        self.total_params += max(layer.leftover_params(), 0)
        below = sum(each.trainable_params for each in layer.children if each.is_leaf_layer and not each.is_recursive)
        others = sum(self._own_trainable(each) for each in layer.children if not each.is_leaf_layer)
        self.trainable_params += max(layer.trainable_params - below - others, 0)

    def _own_trainable(self, layer):
        if layer.is_recursive:
            return 0
        below = [each for each in layer.children if not each.is_recursive]
        return layer.trainable_params - sum(
            each.trainable_params if each.is_leaf_layer else self._own_trainable(each) for each in below
        )

    def __repr__(self):
        table = Table(self.summary_list, self._table, self.total_params)
        rule = "=" * table.width
        lines = [
            rule,
            table.header(),
            rule,
            *table.rows(),
            rule,
            f"Total params: {self.total_params:,}",
            f"Trainable params: {self.trainable_params:,}",
            f"Non-trainable params: {self.total_params - self.trainable_params:,}",
        ]
        if self.input_size:
            lines += [*self._sizes(rule)]
        return "\n".join([*lines, rule])

    def _sizes(self, rule):
        unit, count = Units.of(self.total_mult_adds)
        total = self.total_input + self.total_output_bytes + self.total_param_bytes
        return [
            f"Total mult-adds ({unit}): {count:0.2f}",
            rule,
            f"Input size (MB): {self.total_input / 1e6:0.2f}",
            f"Forward/backward pass size (MB): {self.total_output_bytes / 1e6:0.2f}",
            f"Params size (MB): {self.total_param_bytes / 1e6:0.2f}",
            f"Estimated Total Size (MB): {total / 1e6:0.2f}",
        ]

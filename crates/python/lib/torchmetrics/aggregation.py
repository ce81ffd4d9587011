"""Sums, means and extremes of what is reported, as of losses.

What it is not: measures of predictions. Start reading at `MeanMetric`.
"""

import warnings

import torch
from torchmetrics.metric import Metric


class BaseAggregator(Metric):
    """What all share: a value, or a tensor of values, at a time."""

    def __init__(self, nan_strategy="warn", **kwargs):
        super().__init__(**kwargs)
        if nan_strategy not in ("error", "warn", "ignore", "disable") and not isinstance(nan_strategy, float):
            raise ValueError(
                f"Arg `nan_strategy` should either be a float or one of ('error', 'warn', 'ignore', 'disable') but got "
                f"{nan_strategy}."
            )
        self.nan_strategy = nan_strategy

    def _read(self, value, weight=None):
        """The values and their weights, flat; what is no number is treated as `nan_strategy` says."""
        value = torch.as_tensor(value, dtype=torch.float32, device=self.device)
        weight = torch.ones_like(value) if weight is None else torch.as_tensor(weight, dtype=torch.float32)
        value, weight = (each.flatten() for each in torch.broadcast_tensors(value, weight))
        missing = value.isnan()
        if self.nan_strategy == "disable" or not missing.any():
            return value, weight
        if self.nan_strategy == "error":
            raise RuntimeError("Encountered `nan` values in tensor")
        if isinstance(self.nan_strategy, float):
            return value.masked_fill(missing, self.nan_strategy), weight
        if self.nan_strategy == "warn":
            warnings.warn("Encountered `nan` values in tensor. Will be removed.", UserWarning, stacklevel=4)
        return value[~missing], weight[~missing]


class MeanMetric(BaseAggregator):
    """The mean, weighted if weights are given."""

    def __init__(self, nan_strategy="warn", **kwargs):
        super().__init__(nan_strategy, **kwargs)
        self.add_state("mean_value", torch.tensor(0.0), "sum")
        self.add_state("weight", torch.tensor(0.0), "sum")

    def update(self, value, weight=None):
        value, weight = self._read(value, weight)
        self.mean_value = self.mean_value + (value * weight).sum()
        self.weight = self.weight + weight.sum()

    def compute(self):
        return self.mean_value / self.weight


class SumMetric(BaseAggregator):
    """The sum."""

    def __init__(self, nan_strategy="warn", **kwargs):
        super().__init__(nan_strategy, **kwargs)
        self.add_state("sum_value", torch.tensor(0.0), "sum")

    def update(self, value):
        self.sum_value = self.sum_value + self._read(value)[0].sum()

    def compute(self):
        return self.sum_value


class MaxMetric(BaseAggregator):
    """The greatest."""

    def __init__(self, nan_strategy="warn", **kwargs):
        super().__init__(nan_strategy, **kwargs)
        self.add_state("max_value", torch.tensor(-float("inf")), "max")

    def update(self, value):
        value = self._read(value)[0]
        if value.numel():
            self.max_value = torch.maximum(self.max_value, value.max())

    def compute(self):
        return self.max_value


class MinMetric(BaseAggregator):
    """The least."""

    def __init__(self, nan_strategy="warn", **kwargs):
        super().__init__(nan_strategy, **kwargs)
        self.add_state("min_value", torch.tensor(float("inf")), "min")

    def update(self, value):
        value = self._read(value)[0]
        if value.numel():
            self.min_value = torch.minimum(self.min_value, value.min())

    def compute(self):
        return self.min_value


class CatMetric(BaseAggregator):
    """All values, one behind the other."""

    def __init__(self, nan_strategy="warn", **kwargs):
        super().__init__(nan_strategy, **kwargs)
        self.add_state("value", [], "cat")

    def update(self, value):
        value = self._read(value)[0]
        if value.numel():
            self.value.append(value)

    def compute(self):
        return torch.cat(self.value) if self.value else []

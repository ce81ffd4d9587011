"""Measures around measures: one an epoch, one a class, of drawn samples, with what was least and most.

What it is not: the other wrappers; asking for one says so. Start reading at `MetricTracker`.
"""

from copy import deepcopy

import torch
from torch import nn
from torchmetrics._missing import missing
from torchmetrics.collections import MetricCollection
from torchmetrics.metric import Metric


def _directions(metric):
    """Whether more is better, of one measure or of each of a collection."""
    parts = metric.items() if isinstance(metric, MetricCollection) else [(None, metric)]
    for name, each in parts:
        if each.higher_is_better is None:
            which = f"metric '{type(each).__name__}'" if name is None else f"metric '{name}' in the MetricCollection"
            raise AttributeError(
                f"The {which} does not have a 'higher_is_better' attribute. Please provide the `maximize` argument explicitly."
            )
    found = [each.higher_is_better for _, each in parts]
    return found if isinstance(metric, MetricCollection) else found[0]


class MetricTracker(nn.ModuleList):
    """A measure, or a collection of them, for each epoch, with what was best."""

    def __init__(self, metric, maximize=None):
        super().__init__()
        if not isinstance(metric, (Metric, MetricCollection)):
            raise TypeError(
                f"Metric arg need to be an instance of a torchmetrics `Metric` or `MetricCollection` but got {metric}"
            )
        self._base_metric = metric
        if maximize is not None and not isinstance(maximize, (bool, list)):
            raise ValueError("Argument `maximize` should either be a single bool or list of bool")
        if isinstance(maximize, list) and isinstance(metric, MetricCollection) and len(maximize) != len(metric):
            raise ValueError("The len of argument `maximize` should match the length of the metric collection")
        self.maximize, self._increment_called = _directions(metric) if maximize is None else maximize, False

    @property
    def n_steps(self):
        """How many epochs there were."""
        return len(self) - 1

    def increment(self):
        """Begins an epoch."""
        self._increment_called = True
        self.append(self._base_metric.clone())

    def _last(self, method):
        if not self._increment_called:
            raise ValueError(f"`{method}` cannot be called before `.increment()` has been called.")
        return self[-1]

    def forward(self, *args, **kwargs):
        return self._last("forward")(*args, **kwargs)

    def update(self, *args, **kwargs):
        self._last("update").update(*args, **kwargs)

    def compute(self):
        return self._last("compute").compute()

    def compute_all(self):
        """What each epoch found."""
        self._last("compute_all")
        found = [metric.compute() for at, metric in enumerate(self) if at]
        if isinstance(found[0], dict):
            return {name: torch.stack([each[name] for each in found]) for name in found[0]}
        return torch.stack(found)

    def best_metric(self, return_step=False):
        """The best epoch's value, and which epoch that was."""
        found = self.compute_all()
        if not isinstance(found, dict):
            value, at = (torch.max if self.maximize else torch.min)(found, 0)
            return (value.item(), at.item()) if return_step else value.item()
        ways = self.maximize if isinstance(self.maximize, list) else [self.maximize] * len(found)
        best = {name: (torch.max if way else torch.min)(each, 0) for (name, each), way in zip(found.items(), ways)}
        values = {name: value.item() for name, (value, _) in best.items()}
        return (values, {name: at.item() for name, (_, at) in best.items()}) if return_step else values

    def reset(self):
        self[-1].reset()

    def reset_all(self):
        for metric in self:
            metric.reset()


def _check(metric, told):
    if not isinstance(metric, Metric):
        raise ValueError(f"{told} {metric}")


class ClasswiseWrapper(Metric):
    """A measure of several classes as a dict, a name for each class."""

    def __init__(self, metric, labels=None, prefix=None, postfix=None):
        super().__init__()
        _check(metric, "Expected argument `metric` to be an instance of `torchmetrics.Metric` but got")
        if labels is not None and not (isinstance(labels, list) and all(isinstance(each, str) for each in labels)):
            raise ValueError(f"Expected argument `labels` to either be `None` or a list of strings but got {labels}")
        self.metric, self.labels, self._prefix, self._postfix = metric, labels, prefix, postfix

    @property
    def higher_is_better(self):
        """As the measure inside has it."""
        return self.metric.higher_is_better

    def _named(self, values):
        is_open = not self._prefix and not self._postfix
        before = f"{type(self.metric).__name__.lower()}_" if is_open else self._prefix or ""
        names = range(len(values)) if self.labels is None else self.labels
        return {f"{before}{name}{self._postfix or ''}": value for name, value in zip(names, values)}

    def forward(self, *args, **kwargs):
        return self._named(self.metric(*args, **kwargs))

    def update(self, *args, **kwargs):
        self.metric.update(*args, **kwargs)

    def compute(self):
        return self._named(self.metric.compute())

    def reset(self):
        super().reset()
        self.metric.reset()


class MinMaxMetric(Metric):
    """A measure with the least and the most that it has been."""

    def __init__(self, base_metric, **kwargs):
        super().__init__(**kwargs)
        _check(base_metric, "Expected base metric to be an instance of `torchmetrics.Metric` but received")
        self._base_metric = base_metric
        self.min_val, self.max_val = torch.tensor(float("inf")), torch.tensor(float("-inf"))

    def _with_ends(self, value):
        if isinstance(value, torch.Tensor) and value.numel() != 1:
            raise RuntimeError(f"Returned value from base metric should be a float or scalar tensor, but got {value}.")
        self.max_val, self.min_val = torch.maximum(self.max_val, value), torch.minimum(self.min_val, value)
        return {"raw": value, "max": self.max_val, "min": self.min_val}

    def update(self, *args, **kwargs):
        self._base_metric.update(*args, **kwargs)

    def compute(self):
        return self._with_ends(self._base_metric.compute())

    def forward(self, *args, **kwargs):
        # As in torchmetrics, of all batches the last alone stays known to the measure inside.
        self._base_metric.reset()
        self._base_metric.update(*args, **kwargs)
        return self._with_ends(self._base_metric.compute())

    def reset(self):
        super().reset()
        self._base_metric.reset()


class MultioutputWrapper(Metric):
    """A measure for each of several goals."""

    def __init__(self, base_metric, num_outputs, output_dim=-1, remove_nans=True, squeeze_outputs=True):
        super().__init__()
        self.metrics = nn.ModuleList([deepcopy(base_metric) for _ in range(num_outputs)])
        self.output_dim, self.remove_nans, self.squeeze_outputs = output_dim, remove_nans, squeeze_outputs

    def _parts(self, tensors):
        for at, metric in enumerate(self.metrics):
            own = [each.select(self.output_dim, at) for each in tensors]
            if self.remove_nans:
                kept = ~torch.stack([each.isnan().reshape(len(each), -1).any(1) for each in own]).any(0)
                own = [each[kept] for each in own]
            yield metric, own if self.squeeze_outputs else [each.unsqueeze(self.output_dim) for each in own]

    def update(self, *args):
        for metric, own in self._parts(args):
            metric.update(*own)

    def compute(self):
        return torch.stack([metric.compute() for metric in self.metrics], 0)

    def forward(self, *args):
        return torch.stack([metric(*own) for metric, own in self._parts(args)], 0)

    def reset(self):
        super().reset()
        for metric in self.metrics:
            metric.reset()


class BootStrapper(Metric):
    """A measure of samples that are drawn again and again: its mean and how far it spreads."""

    def __init__(self, base_metric, num_bootstraps=10, mean=True, std=True, quantile=None, raw=False, sampling_strategy="poisson",
                 **kwargs):
        super().__init__(**kwargs)
        _check(base_metric, "Expected base metric to be an instance of torchmetrics.Metric but received")
        if sampling_strategy not in ("poisson", "multinomial"):
            raise ValueError("Expected argument ``sampling_strategy`` to be one of ('poisson', 'multinomial')"
                             f" but received {sampling_strategy}")
        self.metrics = nn.ModuleList([deepcopy(base_metric) for _ in range(num_bootstraps)])
        self.num_bootstraps, self.mean, self.std, self.quantile, self.raw = num_bootstraps, mean, std, quantile, raw
        self.sampling_strategy = sampling_strategy

    def _drawn(self, count):
        if self.sampling_strategy == "multinomial":
            return torch.multinomial(torch.ones(count), num_samples=count, replacement=True)
        often = torch.distributions.Poisson(1).sample((count,))
        return torch.arange(count).repeat_interleave(often.long(), dim=0)

    def update(self, *args, **kwargs):
        if not args and not kwargs:
            raise ValueError("None of the input contained tensors, so could not determine the sampling size")
        count = len((*args, *kwargs.values())[0])
        for metric in self.metrics:
            at = self._drawn(count)
            if at.numel():
                metric.update(*(each[at] for each in args), **{name: each[at] for name, each in kwargs.items()})

    def compute(self):
        found = torch.stack([metric.compute() for metric in self.metrics], 0)
        told = {"mean": found.mean(0)} if self.mean else {}
        if self.std:
            told["std"] = found.std(0)
        if self.quantile is not None:
            told["quantile"] = torch.quantile(found, self.quantile)
        return {**told, "raw": found} if self.raw else told

    def reset(self):
        super().reset()
        for metric in self.metrics:
            metric.reset()


for _kind in (ClasswiseWrapper, MinMaxMetric, MultioutputWrapper, BootStrapper):
    _kind.__module__ = "torchmetrics.wrappers"
__all__ = ["BootStrapper", "ClasswiseWrapper", "MetricTracker", "MinMaxMetric", "MultioutputWrapper"]
__getattr__ = missing("torchmetrics.wrappers")

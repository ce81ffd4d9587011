"""Measures around measures: `MetricTracker`, which keeps one an epoch.

What it is not: the other wrappers; asking for one says so. Start reading at `MetricTracker`.
"""

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


__all__ = ["MetricTracker"]
__getattr__ = missing("torchmetrics.wrappers")

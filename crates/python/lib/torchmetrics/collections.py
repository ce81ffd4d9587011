"""`MetricCollection`: measures that are updated together.

What it is not: a measure itself. Start reading at `MetricCollection`.
"""

from torch import nn
from torchmetrics.metric import Metric


class MetricCollection(nn.ModuleDict):
    """A dict of measures, which are called with the same arguments; results carry prefix and postfix in their names."""

    def __init__(self, metrics, *additional_metrics, prefix=None, postfix=None, compute_groups=True):
        # Measures that keep the same states could share them; that saves time, and changes no result.
        del compute_groups
        super().__init__()
        self.prefix, self.postfix = self._checked("prefix", prefix), self._checked("postfix", postfix)
        self.add_metrics(metrics, *additional_metrics)

    def _checked(self, name, text):
        if text is not None and not isinstance(text, str):
            raise ValueError(f"Expected input `{name}` to be a string, but got {type(text)}")
        return text

    def add_metrics(self, metrics, *additional_metrics):
        """Adds a measure, a list of them, or a dict, whose keys are their names."""
        if isinstance(metrics, dict):
            if additional_metrics:
                raise ValueError(
                    f"You have passes extra arguments {additional_metrics} which are not compatible with first passed "
                    f"dictionary {metrics} so they will be ignored."
                )
            for name in metrics:
                self._add_one(name, metrics[name])
            return
        listed = [metrics] if isinstance(metrics, (Metric, MetricCollection)) else list(metrics)
        for at, metric in enumerate([*listed, *additional_metrics]):
            if not isinstance(metric, (Metric, MetricCollection)):
                raise ValueError(
                    f"Input {at + 1} to `MetricCollection` is not a instance of `torchmetrics.Metric` or "
                    "`torchmetrics.MetricCollection`"
                )
            if isinstance(metric, MetricCollection):
                for name, each in metric.items(keep_base=False):
                    self._add_one(name, each)
                continue
            name = type(metric).__name__
            if name in self._modules:
                raise ValueError(f"Encountered two metrics both named {name}")
            self._add_one(name, metric)

    def _add_one(self, name, metric):
        if not isinstance(metric, (Metric, MetricCollection)):
            raise ValueError(
                f"Value {metric} belonging to key {name} is not an instance of `torchmetrics.Metric` or "
                "`torchmetrics.MetricCollection`"
            )
        self.add_module(name, metric)

    def _named(self, name):
        return f"{self.prefix or ''}{name}{self.postfix or ''}"

    def _each(self, call):
        results = {}
        for name, metric in self._modules.items():
            value = call(metric)
            results.update(value if isinstance(value, dict) else {self._named(name): value})
        return results

    def forward(self, *args, **kwargs):
        """The measures of this batch alone, by name; it is taken into all of them."""
        return self._each(lambda metric: metric(*args, **kwargs))

    def update(self, *args, **kwargs):
        """Takes a batch into all measures."""
        for metric in self._modules.values():
            metric.update(*args, **kwargs)

    def compute(self):
        """The measures of all batches, by name."""
        return self._each(lambda metric: metric.compute())

    def reset(self):
        """Forgets all batches."""
        for metric in self._modules.values():
            metric.reset()

    def clone(self, prefix=None, postfix=None):
        """A copy, with other words around its names."""
        from copy import deepcopy

        made = deepcopy(self)
        made.prefix = self._checked("prefix", prefix) or made.prefix
        made.postfix = self._checked("postfix", postfix) or made.postfix
        return made

    def persistent(self, mode=True):
        for metric in self._modules.values():
            metric.persistent(mode)

    def keys(self, keep_base=False):
        return [name if keep_base else self._named(name) for name in self._modules]

    def items(self, keep_base=False, copy_state=True):
        # No measures share their states here: there is nothing to copy.
        del copy_state
        return list(zip(self.keys(keep_base), self._modules.values()))

    def values(self, copy_state=True):
        del copy_state
        return list(self._modules.values())

    def __iter__(self):
        return iter(self.keys())

    def __getitem__(self, key):
        for name, metric in self._modules.items():
            if key in (name, self._named(name)):
                return metric
        raise KeyError(key)

    def __repr__(self):
        told = super().__repr__()[:-2]
        for name in ("prefix", "postfix"):
            if getattr(self, name):
                told += f",\n  {name}={getattr(self, name)}"
        return told + "\n)"


def _no_plot(self, *args, **kwargs):
    raise NotImplementedError("MetricCollection.plot is not built into this torchmetrics")


MetricCollection.plot = _no_plot

"""`Metric`: a measure that is updated batch by batch and computed from all of them.

What it is not: distributed; there is one process. Start reading at `Metric`.
"""

import operator
import warnings

import torch
from torch import nn


class TorchMetricsUserError(Exception):
    """A measure is asked for what it cannot do."""


class Metric(nn.Module):
    """The base of measures: states with defaults, `update`, `compute`, and both at once by calling it."""

    # Whether more is better; None where nobody can say.
    higher_is_better = None

    # What torchmetrics has for many processes, with the only values that mean something for one.
    _ALONE = {
        "compute_on_cpu": False,
        "dist_sync_on_step": False,
        "process_group": None,
        "dist_sync_fn": None,
        "distributed_available_fn": None,
        "sync_on_compute": True,
        "compute_with_cache": True,
    }

    def __init__(self, **kwargs):
        super().__init__()
        left = [name for name in kwargs if name not in self._ALONE]
        if left:
            raise ValueError("Unexpected keyword arguments: " + ", ".join(f"`{name}`" for name in sorted(left)))
        for name, value in kwargs.items():
            if value is not self._ALONE[name]:
                raise NotImplementedError(f"Metric: {name}={value!r} is not built into this torchmetrics")
        self._defaults, self._persistent, self._reductions = {}, {}, {}
        self._update_count, self._computed, self._with_gradients = 0, None, False

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        for name, wrap in (("update", _counted), ("compute", _kept)):
            if name in cls.__dict__:
                setattr(cls, name, wrap(cls.__dict__[name]))

    def add_state(self, name, default, dist_reduce_fx=None, persistent=False):
        """Adds what the measure keeps between batches: a tensor, or a list that is empty at first."""
        if not isinstance(default, (torch.Tensor, list)) or (isinstance(default, list) and default):
            raise ValueError("state variable must be a tensor or any empty list (where you can append tensors)")
        if dist_reduce_fx not in ("sum", "mean", "cat", "min", "max", None) and not callable(dist_reduce_fx):
            raise ValueError("`dist_reduce_fx` must be callable or one of ['mean', 'sum', 'cat', 'min', 'max', None]")
        self._defaults[name], self._persistent[name], self._reductions[name] = default, persistent, dist_reduce_fx
        setattr(self, name, _fresh(default))

    @property
    def metric_state(self):
        """The states by name."""
        return {name: getattr(self, name) for name in self._defaults}

    @property
    def update_called(self):
        return self._update_count > 0

    @property
    def update_count(self):
        return self._update_count

    @property
    def device(self):
        states = [each for each in self.metric_state.values() if isinstance(each, torch.Tensor)]
        return states[0].device if states else torch.device("cpu")

    def update(self, *args, **kwargs):
        """Takes a batch into the states."""
        raise NotImplementedError

    def compute(self):
        """The measure of all batches."""
        raise NotImplementedError

    def forward(self, *args, **kwargs):
        """Takes a batch into the states, and returns the measure of that batch alone."""
        self.update(*args, **kwargs)
        kept, count = self.metric_state, self._update_count
        self.reset()
        self._with_gradients = True
        self.update(*args, **kwargs)
        value = self.compute()
        self._with_gradients = False
        for name, state in kept.items():
            setattr(self, name, state)
        self._update_count, self._computed = count, None
        return value

    def reset(self):
        """Forgets all batches."""
        self._update_count, self._computed = 0, None
        for name, default in self._defaults.items():
            state = _fresh(default)
            setattr(self, name, state.to(self.device) if isinstance(state, torch.Tensor) else state)

    def clone(self):
        """A copy of the measure with its states."""
        from copy import deepcopy

        return deepcopy(self)

    def persistent(self, mode=False):
        """Whether state dicts carry the states."""
        for name in self._persistent:
            self._persistent[name] = mode

    def state_dict(self, *args, destination=None, prefix="", keep_vars=False):
        found = super().state_dict(*args, destination=destination, prefix=prefix, keep_vars=keep_vars)
        for name, kept in self._persistent.items():
            if kept:
                state = getattr(self, name)
                found[prefix + name] = state if keep_vars or isinstance(state, list) else state.detach()
        return found

    def _apply(self, fn, recurse=True):
        for name in self._defaults:
            state = getattr(self, name)
            setattr(self, name, [fn(each) for each in state] if isinstance(state, list) else fn(state))
        return super()._apply(fn, recurse)

    def plot(self, *args, **kwargs):
        raise NotImplementedError(f"{type(self).__name__}.plot is not built into this torchmetrics")


def _fresh(default):
    return [] if isinstance(default, list) else default.detach().clone()


def _counted(update):
    """An `update` that counts its calls, and makes what was computed old."""

    def counted(self, *args, **kwargs):
        self._computed = None
        self._update_count += 1
        # Of a batch alone one may want the gradient; over all batches its graph would grow.
        with torch.set_grad_enabled(self._with_gradients):
            return update(self, *args, **kwargs)

    counted.__name__, counted.__doc__ = "update", update.__doc__
    return counted


def _kept(compute):
    """A `compute` that warns before the first batch, and computes once a batch."""

    def kept(self):
        if not self.update_called and self._defaults:
            warnings.warn(
                f"The ``compute`` method of metric {type(self).__name__} was called before the ``update`` method which may "
                "lead to errors, as metric states have not yet been updated.",
                UserWarning,
                stacklevel=2,
            )
        if self._computed is None:
            with torch.set_grad_enabled(self._with_gradients):
                self._computed = _squeezed(compute(self))
        return self._computed

    kept.__name__, kept.__doc__ = "compute", compute.__doc__
    return kept


def _squeezed(value):
    """A tensor of its own; of one number without dimensions."""
    if not isinstance(value, torch.Tensor):
        return value
    return (value.squeeze() if value.numel() == 1 else value).clone()


class CompositionalMetric(Metric):
    """What an operation makes of two measures, or of one and a number."""

    def __init__(self, operation, metric_a, metric_b):
        super().__init__()
        self.op, self.metric_a, self.metric_b = operation, metric_a, metric_b

    def _parts(self, call):
        parts = (self.metric_a,) if self.metric_b is None else (self.metric_a, self.metric_b)
        return [call(each) if isinstance(each, Metric) else each for each in parts]

    def update(self, *args, **kwargs):
        self._parts(lambda metric: metric.update(*args, **kwargs))

    def compute(self):
        return self.op(*self._parts(lambda metric: metric.compute()))

    def forward(self, *args, **kwargs):
        return self.op(*self._parts(lambda metric: metric(*args, **kwargs)))

    def reset(self):
        self._update_count, self._computed = 0, None
        self._parts(lambda metric: metric.reset())

    def __repr__(self):
        name = self.op.__name__
        return f"CompositionalMetric(\n  {name}(\n    {self.metric_a!r},\n    {self.metric_b!r}\n  )\n)"


def _composed(name, function, is_turned=False):
    def operate(self, other):
        return CompositionalMetric(function, other, self) if is_turned else CompositionalMetric(function, self, other)

    setattr(Metric, name, operate)


for _name in ("add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "matmul"):
    _function = getattr(torch, {"truediv": "div", "floordiv": "floor_divide", "mod": "fmod"}.get(_name, _name))
    _composed(f"__{_name}__", _function)
    _composed(f"__r{_name}__", _function, True)
for _name in ("lt", "le", "gt", "ge"):
    _composed(f"__{_name}__", getattr(operator, _name))
Metric.__neg__ = lambda self: CompositionalMetric(operator.neg, self, None)
Metric.__abs__ = lambda self: CompositionalMetric(torch.abs, self, None)
Metric.__getitem__ = lambda self, key: CompositionalMetric(lambda value: value[key], self, None)

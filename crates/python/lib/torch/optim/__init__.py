"""Optimizers: what changes parameters to make a loss smaller."""

import sys

from _kindling_absent import Absent as _Absent
from torch.optim.optimizer import Optimizer
from torch.optim.adam import NAdam, RAdam, Adam, Adamax, AdamW
from torch.optim.sgd import SGD


def _settle(*kinds):
    """Has each found in the module that PyTorch has for it: `torch.optim.adamw`."""
    for kind in kinds:
        home = type(sys)(f"torch.optim.{kind.__name__.lower()}")
        setattr(home, kind.__name__, kind)
        kind.__module__, sys.modules[home.__name__] = home.__name__, home


_settle(Adamax, AdamW, NAdam, RAdam)

# Long, or rare in first lessons: these come when they are asked for.
_HOMES = {
    "LBFGS": "lbfgs", "ASGD": "rare", "Rprop": "rare", "Adafactor": "rarest", "Muon": "rarest",
    **dict.fromkeys(("Adadelta", "Adagrad", "RMSprop"), "adaptive"),
}  # fmt: skip
_MODULES = ("lr_scheduler", "swa_utils")

# With what comes later, for `from … import *`.
__all__ = [*(name for name in dir() if name[0].isupper()), *_HOMES, *_MODULES]


def __getattr__(name):
    if name in _HOMES:
        home = f"torch.optim.{_HOMES[name]}"
        kind = getattr(__import__(home, fromlist=(name,)), name)
        # The first time, and unless it is in that module here, too.
        if kind.__module__ == home and _HOMES[name] != name.lower():
            _settle(kind)
        return kind
    if name in _MODULES:
        return __import__(f"torch.optim.{name}", fromlist=(name,))
    if name == "SparseAdam":
        return _Absent(f"torch.optim.{name} is not built into this torch")
    raise AttributeError(f"module 'torch.optim' has no attribute '{name}'")


def __dir__():
    return sorted({*globals(), *_HOMES, *_MODULES})

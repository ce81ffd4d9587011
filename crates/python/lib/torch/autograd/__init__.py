"""Gradients: `grad`, `backward`, and operations with gradients of one's own."""

import _torch
from torch._modes import enable_grad, inference_mode, no_grad, set_grad_enabled
from torch.autograd._passes import backward, grad
from torch.autograd.function import Function
from torch.autograd.variable import Variable


class set_detect_anomaly:
    """Says whether backward passes stop at the first function that returns nan, from now on or inside a with statement.

    Without `check_nan` nothing changes: errors name the operation in any case.
    """

    def __init__(self, mode, check_nan=True):
        self._before = _torch._checks_nan()
        self._mode_before = _anomaly.is_on
        _anomaly.is_on = mode
        _torch._set_checks_nan(mode and check_nan)

    def __enter__(self):
        return None

    def __exit__(self, *raised):
        _anomaly.is_on = self._mode_before
        _torch._set_checks_nan(self._before)


class detect_anomaly(set_detect_anomaly):
    """Inside a with statement, backward passes stop at the first function that returns nan."""

    def __init__(self, check_nan=True):
        self._check_nan = check_nan

    def __enter__(self):
        super().__init__(True, self._check_nan)
        _torch._warn(
            "Anomaly Detection has been enabled. This mode will increase the runtime and should only be enabled for debugging."
        )


class _anomaly:
    is_on = False


def is_anomaly_enabled():
    """Whether `set_detect_anomaly` is on."""
    return _anomaly.is_on


# With what comes later, for `from … import *`.
__all__ = [*(name for name in dir() if not name.startswith("_")), "gradcheck", "gradgradcheck"]


def __getattr__(name):
    # Rare in first lessons: these come when they are asked for.
    if name in ("functional", "graph", "profiler"):
        return __import__(f"torch.autograd.{name}", fromlist=(name,))
    if name in ("gradcheck", "gradgradcheck"):
        from torch.autograd import _gradcheck

        return getattr(_gradcheck, name)
    raise AttributeError(f"module 'torch.autograd' has no attribute '{name}'")


def __dir__():
    return sorted({*globals(), "functional", "gradcheck", "gradgradcheck"})

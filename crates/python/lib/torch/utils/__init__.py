"""Helpers around training."""

from torch.utils import data


def __getattr__(name):
    if name in ("checkpoint", "tensorboard"):
        return __import__(f"torch.utils.{name}", fromlist=(name,))
    raise AttributeError(f"module 'torch.utils' has no attribute '{name}'")


def __dir__():
    return sorted({*globals(), "checkpoint", "tensorboard"})

"""Helpers around training."""

_LATER = ("benchmark", "checkpoint", "data", "hooks", "tensorboard")


def __getattr__(name):
    if name in _LATER:
        return __import__(f"torch.utils.{name}", fromlist=(name,))
    raise AttributeError(f"module 'torch.utils' has no attribute '{name}'")


def __dir__():
    return sorted({*globals(), *_LATER})

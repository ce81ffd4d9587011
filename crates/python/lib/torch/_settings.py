"""Settings and questions of `torch` that change nothing here, and functions that are methods of tensors.

What it is not: random seeds and dtypes. Start reading anywhere: each stands alone.
"""

import _torch
from torch._functions import _deterministic


def are_deterministic_algorithms_enabled():
    """Whether `use_deterministic_algorithms` was asked for; all here are."""
    return _deterministic["mode"]


def is_deterministic_algorithms_warn_only_enabled():
    return _deterministic["warn_only"]


def get_num_interop_threads():
    return 1


def set_num_interop_threads(count):
    """One thread computes here."""


def set_flush_denormal(mode):
    """Says whether the smallest numbers become 0; that this processor cannot do."""
    return False


_warns = [False]


def set_warn_always(b, /):
    """Says whether warnings come each time; here Python's filters decide."""
    _warns[0] = b


def is_warn_always_enabled():
    return _warns[0]


def set_anomaly_enabled(mode, check_nan=True):
    """As `torch.autograd.set_detect_anomaly`."""
    from torch import autograd

    autograd.set_detect_anomaly(mode, check_nan)


def is_inference(input):
    """Whether the tensor was made in inference mode."""
    return input.is_inference()


def is_storage(obj, /):
    """Whether the object is a tensor's memory."""
    from torch.storage import TypedStorage

    return isinstance(obj, (TypedStorage, type(_torch.empty(0).untyped_storage())))


def get_device(input):
    """The number of the tensor's device, -1 for the CPU."""
    return input.get_device()


def is_distributed(input):
    return False

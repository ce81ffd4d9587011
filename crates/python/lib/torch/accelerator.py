"""Which accelerator there is."""

import _torch


def is_available():
    """Whether tensors can be computed on something faster than the CPU."""
    return False


def current_accelerator(check_available=False):
    """The accelerator's device, or None."""
    return None


def device_count():
    return 0

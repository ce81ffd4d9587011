"""`torch.cpu`: what programs ask of a device, answered for the processor.

Not the tensors on it, which are any. Start reading anywhere: each stands alone.
"""

from contextlib import nullcontext

__all__ = "Stream StreamContext amp current_device current_stream device_count is_available is_initialized set_device stream synchronize".split()


class Stream:
    """An order of work; here all is done at once."""

    def __init__(self, priority=-1):
        pass

    def wait_stream(self, stream):
        """Nothing is waited for: it is done."""


class StreamContext(nullcontext):
    """Inside it work is put into a stream."""


def stream(stream):
    """As `StreamContext`."""
    return StreamContext(stream)


def current_stream(device=None):
    return Stream()


def current_device():
    return "cpu"


def set_device(device):
    """There is one."""


def device_count():
    return 1


def is_available():
    return True


def is_initialized():
    return True


def synchronize(device=None):
    """Waits until all is done, which it is."""


def __getattr__(name):
    if name == "amp":
        return __import__("torch.cpu.amp", fromlist=("amp",))
    raise AttributeError(f"module 'torch.cpu' has no attribute '{name}'")

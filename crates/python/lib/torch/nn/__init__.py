"""`torch.nn`: layers, losses, parameters and what models are built from."""

from _kindling_absent import Absent as _Absent
from torch.nn.parameter import Parameter, UninitializedParameter
from torch.nn import functional, init
from torch.nn.modules import *
from torch.nn import modules, utils

# Names that PyTorch has and this torch has not: an honest answer instead of "no attribute".
_NOT_BUILT = frozenset(("Buffer", "UninitializedBuffer", "quantized"))

# With what comes later, for `from … import *`.
__all__ = [*(name for name in dir() if not name.startswith("_")), *modules._LATER]


def __getattr__(name):
    if name in _NOT_BUILT:
        return _Absent(f"torch.nn.{name} is not built into this torch")
    if name in ("attention", "parallel"):
        return __import__(f"torch.nn.{name}", fromlist=(name,))
    if name in modules._LATER:
        return getattr(modules, name)
    raise AttributeError(f"module 'torch.nn' has no attribute '{name}'")


def __dir__():
    return sorted({*globals(), *modules._LATER})

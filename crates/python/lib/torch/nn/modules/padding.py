"""Layers that put values around: `ZeroPad2d`, `ConstantPad1d`, `ReflectionPad2d`, `CircularPad3d` and their kin."""

from _scalars import INTS
from torch.nn import functional as F
from torch.nn.modules.module import Module, own


class _Pad(Module):
    """Widths (before, after) from the last dimension on; one number stands for all of them."""

    _dims = 0
    _mode = "constant"

    def __init__(self, padding):
        super().__init__()
        self.padding = (padding,) * (2 * self._dims) if isinstance(padding, INTS) else tuple(padding)

    def forward(self, input):
        return F.pad(input, self.padding, self._mode)

    def extra_repr(self):
        return f"{self.padding}"


class _ConstantPadNd(_Pad):
    def __init__(self, padding, value):
        super().__init__(padding)
        self.value = value

    def forward(self, input):
        return F.pad(input, self.padding, "constant", self.value)

    def extra_repr(self):
        return f"padding={self.padding}, value={self.value}"


class _ZeroPadNd(_ConstantPadNd):
    def __init__(self, padding):
        super().__init__(padding, 0.0)

    extra_repr = _Pad.extra_repr


@own("forward")
class _ReflectionPadNd(_Pad):
    _mode = "reflect"


@own("forward")
class _ReplicationPadNd(_Pad):
    _mode = "replicate"


class _CircularPadNd(_Pad):
    _mode = "circular"

    def forward(self, input):
        if input.dim() not in (self._dims + 1, self._dims + 2):
            raise ValueError(
                f"expected {self._dims + 1}D or {self._dims + 2}D input (got {input.dim()}D input)"
            )
        return super().forward(input)


for _base in (_ConstantPadNd, _ZeroPadNd, _ReflectionPadNd, _ReplicationPadNd, _CircularPadNd):
    for _count in (1, 2, 3):
        _name = f"{_base.__name__[1:-2]}{_count}d"
        _doc = f"Over the last {_count} dimensions." if _count > 1 else "Over the last dimension."
        globals()[_name] = own("__init__")(type(_name, (_base,), {"_dims": _count, "__module__": __name__, "__doc__": _doc}))

"""Pooling: the largest value or the mean of each window, per channel."""

import _torch
from torch.nn.modules.module import Module


class _MaxPoolNd(Module):
    def __init__(self, kernel_size, stride=None, padding=0, dilation=1, return_indices=False, ceil_mode=False):
        super().__init__()
        self.kernel_size = kernel_size
        self.stride = kernel_size if stride is None else stride
        self.padding = padding
        self.dilation = dilation
        self.return_indices = return_indices
        self.ceil_mode = ceil_mode

    def forward(self, input):
        pool = _torch._functional[f"max_pool{self._dims}d"]
        return pool(
            input, self.kernel_size, self.stride, self.padding, self.dilation, self.ceil_mode, self.return_indices
        )

    def extra_repr(self):
        return (
            f"kernel_size={self.kernel_size}, stride={self.stride}, padding={self.padding}, dilation={self.dilation}, "
            f"ceil_mode={self.ceil_mode}"
        )


class MaxPool1d(_MaxPoolNd):
    """The largest value of each window of the length."""

    _dims = 1


class MaxPool2d(_MaxPoolNd):
    """The largest value of each window of height and width."""

    _dims = 2


class MaxPool3d(_MaxPoolNd):
    """The largest value of each window of depth, height and width."""

    _dims = 3


class _AvgPoolNd(Module):
    def __init__(self, kernel_size, stride=None, padding=0, ceil_mode=False, count_include_pad=True,
                 divisor_override=None):
        super().__init__()
        self.kernel_size = kernel_size
        self.stride = kernel_size if stride is None else stride
        self.padding = padding
        self.ceil_mode = ceil_mode
        self.count_include_pad = count_include_pad
        self.divisor_override = divisor_override

    def forward(self, input):
        pool = _torch._functional[f"avg_pool{self._dims}d"]
        extra = () if self.divisor_override is None else (self.divisor_override,)
        return pool(
            input, self.kernel_size, self.stride, self.padding, self.ceil_mode, self.count_include_pad, *extra
        )

    def extra_repr(self):
        return f"kernel_size={self.kernel_size}, stride={self.stride}, padding={self.padding}"


class AvgPool1d(_AvgPoolNd):
    """The mean of each window of the length."""

    _dims = 1

    def __init__(self, kernel_size, stride=None, padding=0, ceil_mode=False, count_include_pad=True):
        def single(value):
            return (value,) if isinstance(value, int) else value

        stride = kernel_size if stride is None else stride
        super().__init__(single(kernel_size), single(stride), single(padding), ceil_mode, count_include_pad)


class AvgPool2d(_AvgPoolNd):
    """The mean of each window of height and width."""

    _dims = 2


class AvgPool3d(_AvgPoolNd):
    """The mean of each window of depth, height and width."""

    _dims = 3


class _AdaptivePoolNd(Module):
    """Windows chosen so that the result has a given size."""

    def __init__(self, output_size):
        super().__init__()
        if not isinstance(output_size, int) and None in output_size:
            raise NotImplementedError("None in output_size is not built into this torch: give every size")
        self.output_size = output_size

    def forward(self, input):
        return _torch._functional[f"adaptive_{self._kind}_pool{self._dims}d"](input, self.output_size)

    def extra_repr(self):
        return f"output_size={self.output_size}"


def _adaptive(kind, dims):
    name = f"Adaptive{kind.capitalize()}Pool{dims}d"
    body = {"_kind": kind, "_dims": dims, "__module__": __name__, "__doc__": f"{kind} pooling to `output_size`."}
    return type(name, (_AdaptivePoolNd,), body)


AdaptiveAvgPool1d, AdaptiveAvgPool2d, AdaptiveAvgPool3d = (_adaptive("avg", dims) for dims in (1, 2, 3))
AdaptiveMaxPool1d, AdaptiveMaxPool2d, AdaptiveMaxPool3d = (_adaptive("max", dims) for dims in (1, 2, 3))

"""Pooling: the largest value or the mean of each window, per channel."""

import _torch
from _scalars import INTS
from torch.nn import functional as F
from torch.nn.modules.module import Module, own


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


@own("forward")
class MaxPool1d(_MaxPoolNd):
    """The largest value of each window of the length."""

    _dims = 1


@own("forward")
class MaxPool2d(_MaxPoolNd):
    """The largest value of each window of height and width."""

    _dims = 2


@own("forward")
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


@own("forward")
class AvgPool1d(_AvgPoolNd):
    """The mean of each window of the length."""

    _dims = 1

    def __init__(self, kernel_size, stride=None, padding=0, ceil_mode=False, count_include_pad=True):
        def single(value):
            return (value,) if isinstance(value, INTS) else value

        stride = kernel_size if stride is None else stride
        super().__init__(single(kernel_size), single(stride), single(padding), ceil_mode, count_include_pad)


@own("__init__", "forward")
class AvgPool2d(_AvgPoolNd):
    """The mean of each window of height and width."""

    _dims = 2


@own("__init__", "forward")
class AvgPool3d(_AvgPoolNd):
    """The mean of each window of depth, height and width."""

    _dims = 3


class _AdaptiveAvgPoolNd(Module):
    """Windows chosen so that the result has a given size, and the mean of each."""

    def __init__(self, output_size):
        super().__init__()
        self.output_size = output_size

    def forward(self, input):
        return getattr(F, f"adaptive_avg_pool{self._dims}d")(input, self.output_size)

    def extra_repr(self):
        return f"output_size={self.output_size}"


class _AdaptiveMaxPoolNd(Module):
    """Windows chosen so that the result has a given size, and the largest value of each, with its place if wanted."""

    def __init__(self, output_size, return_indices=False):
        super().__init__()
        self.output_size = output_size
        self.return_indices = return_indices

    def forward(self, input):
        return getattr(F, f"adaptive_max_pool{self._dims}d")(input, self.output_size, self.return_indices)

    def extra_repr(self):
        return f"output_size={self.output_size}"


def _over(base, dims):
    name = f"{base.__name__[1:-2]}{dims}d"
    return own("forward")(type(name, (base,), {"_dims": dims, "__module__": __name__, "__doc__": base.__doc__}))


AdaptiveAvgPool1d, AdaptiveAvgPool2d, AdaptiveAvgPool3d = (_over(_AdaptiveAvgPoolNd, dims) for dims in (1, 2, 3))
AdaptiveMaxPool1d, AdaptiveMaxPool2d, AdaptiveMaxPool3d = (_over(_AdaptiveMaxPoolNd, dims) for dims in (1, 2, 3))

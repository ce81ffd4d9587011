"""Convolutions: `Conv1d` to `Conv3d` and their transposes."""

import math

import _torch
from torch.nn import functional as F
from torch.nn import init
from torch.nn.modules.module import Module, own
from torch.nn.parameter import Parameter


def _each(value, dims):
    return tuple(value) if hasattr(value, "__iter__") else (value,) * dims


_PADDING_MODES = ("zeros", "reflect", "replicate", "circular")


class _ConvNd(Module):
    """What all convolutions share; a subclass says over how many dimensions and in which direction it goes."""

    _dims = 0
    _transposed = False

    def __init__(self, in_channels, out_channels, kernel_size, stride=1, padding=0, dilation=1, groups=1, bias=True,
                 padding_mode="zeros", device=None, dtype=None):
        super().__init__()
        if groups <= 0:
            raise ValueError("groups must be a positive integer")
        if in_channels % groups != 0:
            raise ValueError("in_channels must be divisible by groups")
        if out_channels % groups != 0:
            raise ValueError("out_channels must be divisible by groups")
        if padding_mode not in _PADDING_MODES:
            raise ValueError(
                f"padding_mode must be one of {set(_PADDING_MODES)}, but got padding_mode={padding_mode!r}"
            )
        self.in_channels = in_channels
        self.out_channels = out_channels
        self.kernel_size = _each(kernel_size, self._dims)
        self.stride = _each(stride, self._dims)
        self.dilation = _each(dilation, self._dims)
        self.padding = padding if isinstance(padding, str) else _each(padding, self._dims)
        self.output_padding = (0,) * self._dims
        self.groups = groups
        self.padding_mode = padding_mode
        self._check_named_padding()
        ends = (in_channels, out_channels // groups) if self._transposed else (out_channels, in_channels // groups)
        self.weight = Parameter(_torch.empty((*ends, *self.kernel_size), device=device, dtype=dtype))
        offset = Parameter(_torch.empty(out_channels, device=device, dtype=dtype)) if bias else None
        self.register_parameter("bias", offset)
        self.reset_parameters()

    def _check_named_padding(self):
        if not isinstance(self.padding, str):
            return
        if self.padding not in ("same", "valid"):
            raise ValueError(
                f"Invalid padding string {self.padding!r}, should be one of {{'same', 'valid'}}"
            )
        if self.padding == "same" and any(step != 1 for step in self.stride):
            raise ValueError("padding='same' is not supported for strided convolutions")

    def reset_parameters(self):
        """Draws new values: uniform within 1 / sqrt(fan_in), the weight first."""
        init.kaiming_uniform_(self.weight, a=math.sqrt(5))
        if self.bias is not None:
            fan_in = self.weight.size(1) * math.prod(self.kernel_size)
            if fan_in != 0:
                bound = 1 / math.sqrt(fan_in)
                init.uniform_(self.bias, -bound, bound)

    def forward(self, input):
        padding, name = self.padding, f"conv{self._dims}d"
        convolve = getattr(F, name) if isinstance(padding, str) else _torch._functional[name]
        if self.padding_mode != "zeros":
            input, padding = F.pad(input, self._widths(), self.padding_mode), (0,) * self._dims
        return convolve(input, self.weight, self.bias, self.stride, padding, self.dilation, self.groups)

    def _widths(self):
        """Widths for `F.pad`, the last dimension first; for 'same' an odd one is larger behind."""
        if not isinstance(self.padding, str):
            return [width for width in reversed(self.padding) for _ in range(2)]
        if self.padding == "valid":
            return [0] * (2 * self._dims)
        totals = [step * (size - 1) for size, step in zip(reversed(self.kernel_size), reversed(self.dilation))]
        return [width for total in totals for width in (total // 2, total - total // 2)]

    def extra_repr(self):
        ones, zeros = (1,) * self._dims, (0,) * self._dims
        text = f"{self.in_channels}, {self.out_channels}, kernel_size={self.kernel_size}, stride={self.stride}"
        if self.padding != zeros:
            text += f", padding={self.padding}"
        if self.dilation != ones:
            text += f", dilation={self.dilation}"
        if self.output_padding != zeros:
            text += f", output_padding={self.output_padding}"
        if self.groups != 1:
            text += f", groups={self.groups}"
        if self.bias is None:
            text += ", bias=False"
        if self.padding_mode != "zeros":
            text += f", padding_mode={self.padding_mode}"
        return text


@own("__init__", "forward")
class Conv1d(_ConvNd):
    """(batch, channels, length): weight slides over the length."""

    _dims = 1


@own("__init__", "forward")
class Conv2d(_ConvNd):
    """(batch, channels, height, width): weight slides over height and width."""

    _dims = 2


@own("__init__", "forward")
class Conv3d(_ConvNd):
    """(batch, channels, depth, height, width): weight slides over the last three."""

    _dims = 3


class _ConvTransposeNd(_ConvNd):
    """The gradient of a convolution as a layer: each value lays weight over the output."""

    _transposed = True

    def __init__(self, in_channels, out_channels, kernel_size, stride=1, padding=0, output_padding=0, groups=1,
                 bias=True, dilation=1, padding_mode="zeros", device=None, dtype=None):
        if padding_mode != "zeros":
            raise ValueError(f'Only "zeros" padding mode is supported for {type(self).__name__}')
        if isinstance(padding, str):
            raise TypeError("a transposed convolution takes padding as numbers")
        super().__init__(
            in_channels, out_channels, kernel_size, stride, padding, dilation, groups, bias, padding_mode, device, dtype
        )
        self.output_padding = _each(output_padding, self._dims)

    def forward(self, input, output_size=None):
        padding = self.output_padding if output_size is None else self._rest(input, list(output_size))
        convolve = _torch._functional[f"conv_transpose{self._dims}d"]
        return convolve(
            input, self.weight, self.bias, self.stride, self.padding, padding, self.groups, self.dilation
        )

    def _rest(self, input, wanted):
        """How much wider than the least the output is, for it to have the wanted size."""
        dims = self._dims
        rest = wanted[len(wanted) - dims :] if len(wanted) == input.dim() else wanted
        if len(rest) != dims:
            raise ValueError(
                f"ConvTranspose{dims}D: for {input.dim()}D input, output_size must have {dims} or {input.dim()} elements "
                f"(got {len(wanted)})"
            )
        least = [
            (size - 1) * stride - 2 * padding + dilation * (kernel - 1) + 1
            for size, stride, padding, dilation, kernel in zip(
                input.shape[-dims:], self.stride, self.padding, self.dilation, self.kernel_size
            )
        ]
        most = [size + stride - 1 for size, stride in zip(least, self.stride)]
        if not all(low <= size <= high for low, size, high in zip(least, rest, most)):
            raise ValueError(
                f"requested an output size of {rest}, but valid sizes range from {least} to {most} (for an input of "
                f"{input.shape[2:]})"
            )
        return [size - low for size, low in zip(rest, least)]


@own("__init__", "forward")
class ConvTranspose1d(_ConvTransposeNd):
    """(batch, channels, length)."""

    _dims = 1


@own("__init__", "forward")
class ConvTranspose2d(_ConvTransposeNd):
    """(batch, channels, height, width)."""

    _dims = 2


@own("__init__", "forward")
class ConvTranspose3d(_ConvTransposeNd):
    """(batch, channels, depth, height, width)."""

    _dims = 3

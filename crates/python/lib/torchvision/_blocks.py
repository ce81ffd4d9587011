"""Layers that several models are built of, with all their options: a convolution with its norm, weighed channels.

Not those of the models here, which give fewer options. Start reading at `Conv2dNormActivation`.
"""

import torch
from _scalars import INTS
from torch import nn
from torchvision.models import efficientnet


class _ConvNormActivation(nn.Sequential):
    def __init__(
        self, in_channels, out_channels, kernel_size=3, stride=1, padding=None, groups=1, norm_layer=None,
        activation_layer=nn.ReLU, dilation=1, inplace=True, bias=None
    ):  # fmt: skip
        if padding is None:
            padding = self._same(kernel_size, dilation)
        bias = norm_layer is None if bias is None else bias
        layers = [
            self._convolution(
                in_channels, out_channels, kernel_size, stride, padding, dilation=dilation, groups=groups, bias=bias
            )
        ]
        if norm_layer is not None:
            layers.append(norm_layer(out_channels))
        if activation_layer is not None:
            layers.append(activation_layer(**({} if inplace is None else {"inplace": inplace})))
        super().__init__(*layers)
        self.out_channels = out_channels

    def _same(self, kernel_size, dilation):
        """The padding that keeps the size."""
        if isinstance(kernel_size, INTS) and isinstance(dilation, INTS):
            return (kernel_size - 1) // 2 * dilation
        sizes, steps = (
            each if isinstance(each, (tuple, list)) else (each,) * self._dims for each in (kernel_size, dilation)
        )
        return tuple((size - 1) // 2 * step for size, step in zip(sizes, steps))


class Conv2dNormActivation(_ConvNormActivation):
    """A convolution of images, what normalises it, and what bends it."""

    _convolution, _dims = nn.Conv2d, 2

    def __init__(self, in_channels, out_channels, *args, norm_layer=nn.BatchNorm2d, **kwargs):
        super().__init__(in_channels, out_channels, *args, norm_layer=norm_layer, **kwargs)


class Conv3dNormActivation(_ConvNormActivation):
    """A convolution of spaces, what normalises it, and what bends it."""

    _convolution, _dims = nn.Conv3d, 3

    def __init__(self, in_channels, out_channels, *args, norm_layer=nn.BatchNorm3d, **kwargs):
        super().__init__(in_channels, out_channels, *args, norm_layer=norm_layer, **kwargs)


class SqueezeExcitation(efficientnet.SqueezeExcitation):
    """Each channel as strong as all channels together say."""

    def __init__(self, input_channels, squeeze_channels, activation=nn.ReLU, scale_activation=nn.Sigmoid):
        super().__init__(input_channels, squeeze_channels, activation(), scale_activation())


class FrozenBatchNorm2d(nn.Module):
    """A batch norm whose numbers are fixed."""

    def __init__(self, num_features, eps=1e-5):
        super().__init__()
        self.eps = eps
        for name, value in (("weight", 1.0), ("bias", 0.0), ("running_mean", 0.0), ("running_var", 1.0)):
            self.register_buffer(name, torch.full((num_features,), value))

    def forward(self, x):
        scale = self.weight.reshape(1, -1, 1, 1) * (self.running_var.reshape(1, -1, 1, 1) + self.eps).rsqrt()
        return x * scale + (self.bias.reshape(1, -1, 1, 1) - self.running_mean.reshape(1, -1, 1, 1) * scale)

    def __repr__(self):
        return f"{type(self).__name__}({self.weight.shape[0]}, eps={self.eps})"

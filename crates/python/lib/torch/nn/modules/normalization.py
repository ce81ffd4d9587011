"""Normalization within each example: `LayerNorm`, `GroupNorm`, `RMSNorm`."""

import _torch
from _scalars import INTS
from torch._modes import no_grad
from torch.nn import functional as F
from torch.nn.modules.module import Module
from torch.nn.parameter import Parameter


def _sizes(normalized_shape):
    return (normalized_shape,) if isinstance(normalized_shape, INTS) else tuple(normalized_shape)


class _Affine(Module):
    """A norm with a learned weight of ones and bias of zeros, where they are wanted."""

    def _add_affine(self, shape, weight, bias, device, dtype):
        weight = Parameter(_torch.ones(shape, device=device, dtype=dtype)) if weight else None
        bias = Parameter(_torch.zeros(shape, device=device, dtype=dtype)) if bias else None
        self.register_parameter("weight", weight)
        self.register_parameter("bias", bias)

    def reset_parameters(self):
        """Makes the weight ones and the bias zeros again, where there are any."""
        with no_grad():
            for name, value in (("weight", 1), ("bias", 0)):
                parameter = self._parameters.get(name)
                if parameter is not None:
                    parameter.fill_(value)


class LayerNorm(_Affine):
    """Mean 0 and variance 1 over the last dimensions."""

    def __init__(self, normalized_shape, eps=1e-5, elementwise_affine=True, bias=True, device=None, dtype=None):
        super().__init__()
        self.normalized_shape = _sizes(normalized_shape)
        self.eps = eps
        self.elementwise_affine = elementwise_affine
        self._add_affine(self.normalized_shape, elementwise_affine, elementwise_affine and bias, device, dtype)

    def forward(self, input):
        return F.layer_norm(input, self.normalized_shape, self.weight, self.bias, self.eps)

    def extra_repr(self):
        has_bias = self.bias is not None
        return f"{self.normalized_shape}, eps={self.eps}, elementwise_affine={self.elementwise_affine}, bias={has_bias}"


class GroupNorm(_Affine):
    """Mean 0 and variance 1 over groups of channels."""

    def __init__(self, num_groups, num_channels, eps=1e-5, affine=True, device=None, dtype=None, *, bias=True):
        super().__init__()
        if num_channels % num_groups != 0:
            raise ValueError(f"num_channels ({num_channels}) must be divisible by num_groups ({num_groups})")
        self.num_groups = num_groups
        self.num_channels = num_channels
        self.eps = eps
        self.affine = affine
        self._add_affine(num_channels, affine, affine and bias, device, dtype)

    def forward(self, input):
        return F.group_norm(input, self.num_groups, self.weight, self.bias, self.eps)

    def extra_repr(self):
        has_bias = self.bias is not None
        return f"{self.num_groups}, {self.num_channels}, eps={self.eps}, affine={self.affine}, bias={has_bias}"


class RMSNorm(_Affine):
    """Root of the mean square 1 over the last dimensions."""

    def __init__(self, normalized_shape, eps=None, elementwise_affine=True, device=None, dtype=None):
        super().__init__()
        self.normalized_shape = _sizes(normalized_shape)
        self.eps = eps
        self.elementwise_affine = elementwise_affine
        ones = _torch.ones(self.normalized_shape, device=device, dtype=dtype)
        self.register_parameter("weight", Parameter(ones) if elementwise_affine else None)

    def forward(self, x):
        return F.rms_norm(x, self.normalized_shape, self.weight, self.eps)

    def extra_repr(self):
        return f"{self.normalized_shape}, eps={self.eps}, elementwise_affine={self.elementwise_affine}"

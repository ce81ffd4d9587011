"""Layers that bring values to mean 0 and variance 1."""

import _torch
from _torch import _Parameter as Parameter
from torch.nn import functional as F
from torch.nn.modules.module import Module


def _scale_and_shift(module, size, is_affine, has_bias=True):
    module.register_parameter("weight", Parameter(_torch.ones(size)) if is_affine else None)
    module.register_parameter("bias", Parameter(_torch.zeros(size)) if is_affine and has_bias else None)


class _BatchNorm(Module):
    def __init__(self, num_features, eps=1e-05, momentum=0.1, affine=True, track_running_stats=True, device=None,
                 dtype=None, *, bias=True):
        super().__init__()
        self.num_features = num_features
        self.eps = eps
        self.momentum = momentum
        self.affine = affine
        self.track_running_stats = track_running_stats
        _scale_and_shift(self, num_features, affine, bias)
        self.register_buffer("running_mean", _torch.zeros(num_features) if track_running_stats else None)
        self.register_buffer("running_var", _torch.ones(num_features) if track_running_stats else None)
        self.register_buffer("num_batches_tracked", _torch.tensor(0) if track_running_stats else None)

    def forward(self, input):
        if input.ndim not in self._dims:
            wanted = " or ".join(f"{dims}D" for dims in self._dims)
            raise ValueError(f"expected {wanted} input (got {input.ndim}D input)")
        if self.training and self.num_batches_tracked is not None:
            self.num_batches_tracked.add_(1)
        momentum = self.momentum
        if momentum is None:
            momentum = 1.0 / float(self.num_batches_tracked) if self.training else 0.0
        uses_batch = self.training or self.running_mean is None
        return F.batch_norm(
            input, self.running_mean, self.running_var, self.weight, self.bias, uses_batch, momentum, self.eps
        )

    def extra_repr(self):
        return (
            f"{self.num_features}, eps={self.eps}, momentum={self.momentum}, affine={self.affine}, "
            f"bias={self.bias is not None}, track_running_stats={self.track_running_stats}"
        )


class BatchNorm1d(_BatchNorm):
    """Brings each feature of a batch to mean 0 and variance 1."""

    _dims = (2, 3)


class BatchNorm2d(_BatchNorm):
    """Brings each channel of a batch of images to mean 0 and variance 1."""

    _dims = (4,)


class BatchNorm3d(_BatchNorm):
    """Brings each channel of a batch of volumes to mean 0 and variance 1."""

    _dims = (5,)


class LayerNorm(Module):
    """Brings each sample's last dimensions to mean 0 and variance 1."""

    def __init__(self, normalized_shape, eps=1e-05, elementwise_affine=True, bias=True, device=None, dtype=None):
        super().__init__()
        self.normalized_shape = tuple(normalized_shape) if hasattr(normalized_shape, "__iter__") else (normalized_shape,)
        self.eps = eps
        self.elementwise_affine = elementwise_affine
        _scale_and_shift(self, self.normalized_shape, elementwise_affine, bias)

    def forward(self, input):
        return F.layer_norm(input, self.normalized_shape, self.weight, self.bias, self.eps)

    def extra_repr(self):
        return (
            f"{self.normalized_shape}, eps={self.eps}, elementwise_affine={self.elementwise_affine}, "
            f"bias={self.bias is not None}"
        )


class GroupNorm(Module):
    """Brings each sample's groups of channels to mean 0 and variance 1."""

    def __init__(self, num_groups, num_channels, eps=1e-05, affine=True, device=None, dtype=None):
        super().__init__()
        if num_channels % num_groups:
            raise ValueError(f"num_channels ({num_channels}) must be divisible by num_groups ({num_groups})")
        self.num_groups = num_groups
        self.num_channels = num_channels
        self.eps = eps
        self.affine = affine
        _scale_and_shift(self, num_channels, affine)

    def forward(self, input):
        return F.group_norm(input, self.num_groups, self.weight, self.bias, self.eps)

    def extra_repr(self):
        return f"{self.num_groups}, {self.num_channels}, eps={self.eps}, affine={self.affine}"

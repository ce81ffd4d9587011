"""Normalization of each channel of each sample: `InstanceNorm1d`, `InstanceNorm2d`, `InstanceNorm3d`."""

from torch.autograd._named import made_by
from torch.nn import functional as F
from torch.nn.modules.batchnorm import _BatchNorm


class _InstanceNorm(_BatchNorm):
    """Mean 0 and variance 1 per sample and channel; a subclass says how many dimensions come after the channels."""

    _spatial = 0

    def __init__(self, num_features, eps=1e-5, momentum=0.1, affine=False, track_running_stats=False, device=None,
                 dtype=None, *, bias=True):
        super().__init__(num_features, eps, momentum, affine, track_running_stats, device, dtype, bias=bias)

    def forward(self, input):
        batched = self._spatial + 2
        if input.dim() not in (batched - 1, batched):
            raise ValueError(f"expected {batched - 1}D or {batched}D input (got {input.dim()}D input)")
        channels = input.size(-self._spatial - 1)
        if self.affine and channels != self.num_features:
            at = input.dim() - self._spatial - 1
            raise ValueError(
                f"expected input's size at dim={at} to match num_features ({self.num_features}), but got: {channels}."
            )
        rows = input if input.dim() == batched else input.unsqueeze(0)
        output = F.instance_norm(
            rows, self.running_mean, self.running_var, self.weight, self.bias,
            self.training or not self.track_running_stats, self.momentum or 0.0, self.eps
        )
        return made_by("ViewBackward0", output) if input.dim() == batched else output.squeeze(0)


class InstanceNorm1d(_InstanceNorm):
    """Of (batch, channels, length)."""

    _spatial = 1


class InstanceNorm2d(_InstanceNorm):
    """Of (batch, channels, height, width)."""

    _spatial = 2


class InstanceNorm3d(_InstanceNorm):
    """Of (batch, channels, depth, height, width)."""

    _spatial = 3

"""Normalization over the batch: `BatchNorm1d`, `BatchNorm2d`, `BatchNorm3d`."""

import _torch
from torch.nn import functional as F
from torch.nn.modules.normalization import _Affine


class _BatchNorm(_Affine):
    """Mean 0 and variance 1 per channel; a subclass says which numbers of dimensions it takes."""

    _version = 2
    _since = {"num_batches_tracked": 2}

    def __init__(self, num_features, eps=1e-5, momentum=0.1, affine=True, track_running_stats=True, device=None,
                 dtype=None, *, bias=True):
        super().__init__()
        self.num_features = num_features
        self.eps = eps
        self.momentum = momentum
        self.affine = affine
        self.track_running_stats = track_running_stats
        self._add_affine(num_features, affine, affine and bias, device, dtype)
        start = [_torch.zeros(num_features), _torch.ones(num_features), _torch.tensor(0)]
        for name, value in zip(("running_mean", "running_var", "num_batches_tracked"), start):
            self.register_buffer(name, value if track_running_stats else None)

    def reset_running_stats(self):
        """Forgets all batches, where means and variances are kept."""
        if self.track_running_stats:
            self.running_mean.zero_()
            self.running_var.fill_(1)
            self.num_batches_tracked.zero_()

    def reset_parameters(self):
        """Starts anew: what batches left, weight and bias."""
        self.reset_running_stats()
        super().reset_parameters()

    def forward(self, input):
        if input.dim() not in self._dims:
            expected = " or ".join(f"{dim}D" for dim in self._dims)
            raise ValueError(f"expected {expected} input (got {input.dim()}D input)")
        momentum = self.momentum
        if self.training and self.track_running_stats:
            self.num_batches_tracked.add_(1)
            if momentum is None:
                momentum = 1.0 / self.num_batches_tracked.item()
        by_batch = self.training or self.running_mean is None
        return F.batch_norm(
            input, self.running_mean, self.running_var, self.weight, self.bias, by_batch, momentum or 0.0, self.eps
        )

    def extra_repr(self):
        return (
            f"{self.num_features}, eps={self.eps}, momentum={self.momentum}, affine={self.affine}, "
            f"bias={self.bias is not None}, track_running_stats={self.track_running_stats}"
        )


class BatchNorm1d(_BatchNorm):
    """Of (batch, features) or (batch, channels, length)."""

    _dims = (2, 3)


class BatchNorm2d(_BatchNorm):
    """Of (batch, channels, height, width)."""

    _dims = (4,)


class BatchNorm3d(_BatchNorm):
    """Of (batch, channels, depth, height, width)."""

    _dims = (5,)

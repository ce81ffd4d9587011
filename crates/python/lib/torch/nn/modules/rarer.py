"""Layers and losses that hardly any program uses: norms of windows, maxima put back, leaks by chance, alignments.

Start reading anywhere: each stands alone.
"""

from torch.nn import functional as F
from torch.nn.modules.distance import PairwiseDistance
from torch.nn.modules.loss import _Loss
from torch.nn.modules.module import Module, own
from torch.nn.modules.upsampling import Upsample


class UpsamplingBilinear2d(Upsample):
    """Images scaled, each new place a mix of the four old ones around it; the corners stay where they are."""

    def __init__(self, size=None, scale_factor=None):
        super().__init__(size, scale_factor, mode="bilinear", align_corners=True)


class _LPPoolNd(Module):
    def __init__(self, norm_type, kernel_size, stride=None, ceil_mode=False):
        super().__init__()
        if norm_type == 0:
            raise ValueError(f"norm_type must be a non-zero value, but got {norm_type}")
        self.norm_type, self.kernel_size, self.stride, self.ceil_mode = norm_type, kernel_size, stride, ceil_mode

    def forward(self, input):
        return self._pool(input, float(self.norm_type), self.kernel_size, self.stride, self.ceil_mode)

    def extra_repr(self):
        return (
            f"norm_type={self.norm_type}, kernel_size={self.kernel_size}, stride={self.stride}, ceil_mode={self.ceil_mode}"
        )


@own("forward")
class LPPool1d(_LPPoolNd):
    """The norms of windows of the length."""

    _pool = staticmethod(F.lp_pool1d)


@own("forward")
class LPPool2d(_LPPoolNd):
    """The norms of windows of height and width."""

    _pool = staticmethod(F.lp_pool2d)


@own("forward")
class LPPool3d(_LPPoolNd):
    """The norms of windows of depth, height and width."""

    _pool = staticmethod(F.lp_pool3d)


class _MaxUnpool(Module):
    def __init__(self, kernel_size, stride=None, padding=0):
        super().__init__()
        each = self._each
        self.kernel_size, self.padding = each(kernel_size), each(padding)
        self.stride = each(kernel_size if stride is None else stride)

    def _each(self, value):
        return tuple(value) if hasattr(value, "__iter__") else (value,) * self._dims

    def forward(self, input, indices, output_size=None):
        return self._unpool(input, indices, self.kernel_size, self.stride, self.padding, output_size)

    def extra_repr(self):
        return f"kernel_size={self.kernel_size}, stride={self.stride}, padding={self.padding}"


@own("__init__", "forward")
class MaxUnpool1d(_MaxUnpool):
    """The largest values of windows where they came from, zeros elsewhere."""

    _dims, _unpool = 1, staticmethod(F.max_unpool1d)


@own("__init__", "forward")
class MaxUnpool2d(_MaxUnpool):
    """The largest values of windows where they came from, zeros elsewhere."""

    _dims, _unpool = 2, staticmethod(F.max_unpool2d)


class RReLU(Module):
    """Leaky, by a slope drawn for each value in training and by the middle one else."""

    def __init__(self, lower=1.0 / 8, upper=1.0 / 3, inplace=False):
        super().__init__()
        self.lower, self.upper, self.inplace = lower, upper, inplace

    def forward(self, input):
        return F.rrelu(input, self.lower, self.upper, self.training, self.inplace)

    def extra_repr(self):
        return f"lower={self.lower}, upper={self.upper}" + (", inplace=True" if self.inplace else "")


class TripletMarginWithDistanceLoss(_Loss):
    """How much nearer a sample is to its own than to others, by any distance."""

    def __init__(self, *, distance_function=None, margin=1.0, swap=False, reduction="mean"):
        super().__init__(reduction=reduction)
        if margin <= 0:
            raise ValueError(f"TripletMarginWithDistanceLoss: expected margin to be greater than 0, got {margin} instead")
        self.distance_function = PairwiseDistance() if distance_function is None else distance_function
        self.margin, self.swap = margin, swap

    def forward(self, anchor, positive, negative):
        return F.triplet_margin_with_distance_loss(
            anchor, positive, negative, distance_function=self.distance_function, margin=self.margin, swap=self.swap,
            reduction=self.reduction,
        )


class MultiLabelMarginLoss(_Loss):
    """The hinge loss between each class that holds and each that does not."""

    def forward(self, input, target):
        return F.multilabel_margin_loss(input, target, reduction=self.reduction)


class CTCLoss(_Loss):
    """How unlikely a text is over all its alignments with a longer sequence (Graves et al., 2006)."""

    def __init__(self, blank=0, reduction="mean", zero_infinity=False):
        super().__init__(reduction=reduction)
        self.blank, self.zero_infinity = blank, zero_infinity

    def forward(self, log_probs, targets, input_lengths, target_lengths):
        return F.ctc_loss(
            log_probs, targets, input_lengths, target_lengths, self.blank, self.reduction, self.zero_infinity
        )

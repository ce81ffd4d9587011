"""Larger and smaller pictures: `Upsample`."""

from _scalars import NUMBERS
from torch.nn import functional as F
from torch.nn.modules.module import Module


class Upsample(Module):
    """Scales all but the first two dimensions, by a factor or to a size."""

    def __init__(self, size=None, scale_factor=None, mode="nearest", align_corners=None, recompute_scale_factor=None):
        super().__init__()
        self.size = size
        self.scale_factor = float(scale_factor) if isinstance(scale_factor, NUMBERS) else scale_factor
        self.mode = mode
        self.align_corners = align_corners
        self.recompute_scale_factor = recompute_scale_factor

    def forward(self, input):
        return F.interpolate(
            input, self.size, self.scale_factor, self.mode, self.align_corners, self.recompute_scale_factor
        )

    def extra_repr(self):
        scaled = f"size={self.size}" if self.scale_factor is None else f"scale_factor={self.scale_factor}"
        return f"{scaled}, mode={self.mode!r}"

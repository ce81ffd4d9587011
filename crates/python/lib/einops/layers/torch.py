"""`Rearrange` and `Reduce`: patterns as layers of a model.

What it is not: the layer with weights, which is `EinMix` in `_mixing`. Start reading at `Rearrange`.
"""

from einops._pattern import EinopsError
from einops._transform import Plan, rearrange, reduce
from einops.layers._mixing import EinMix
from torch import nn


class _Pattern(nn.Module):
    def _prepare(self, pattern, reduction, axes_lengths):
        self.pattern, self.reduction, self.axes_lengths = pattern, reduction, axes_lengths
        try:
            Plan(pattern, reduction, tuple(axes_lengths))
        except EinopsError as error:
            raise EinopsError(f" Error while preparing {self!r}\n {error}") from None

    def _told(self, *arguments):
        parts = [repr(each) for each in arguments] + [f"{name}={size}" for name, size in self.axes_lengths.items()]
        return f"{type(self).__name__}({', '.join(parts)})"


class Rearrange(_Pattern):
    """`einops.rearrange` with this pattern."""

    def __init__(self, pattern, **axes_lengths):
        super().__init__()
        self._prepare(pattern, "rearrange", axes_lengths)

    def forward(self, input):
        return rearrange(input, self.pattern, **self.axes_lengths)

    def __repr__(self):
        return self._told(self.pattern)


class Reduce(_Pattern):
    """`einops.reduce` with this pattern."""

    def __init__(self, pattern, reduction, **axes_lengths):
        super().__init__()
        self._prepare(pattern, reduction, axes_lengths)

    def forward(self, input):
        return reduce(input, self.pattern, self.reduction, **self.axes_lengths)

    def __repr__(self):
        return self._told(self.pattern, self.reduction)

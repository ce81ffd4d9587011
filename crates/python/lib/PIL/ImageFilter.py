"""Filters: each pixel from those around it.

What it is not: learned ones; that is what `torch.nn.Conv2d` is for. Start reading at `Kernel`.
"""

from _kindling_absent import Absent
import math

import torch
from PIL import _modes


class Filter:
    """The base of all."""


def _windows(pixels, size):
    """The values around each pixel that has all its neighbours, a dimension more."""
    height, width = pixels.shape[0] - size + 1, pixels.shape[1] - size + 1
    return torch.stack(
        [pixels[down : down + height, across : across + width] for down in range(size) for across in range(size)]
    )


class _Weighted(Filter):
    """A kernel of three or five a side; at the edges pixels stay as they are."""

    def _applied(self, pixels):
        size, scale, offset, weights = self.filterargs
        side, reach = size[0], size[0] // 2
        made = pixels.clone()
        if min(pixels.shape[:2]) < side:
            return made
        around = _windows(pixels, side).float()
        factors = torch.tensor(weights, dtype=torch.float32) / scale
        # Row by row, the kernel's first being the lowest one: the order of a sum decides its last bit.
        sums = torch.full_like(around[0], offset + 0.5)
        for row in range(side):
            first = (side - 1 - row) * side
            part = around[first] * factors[row * side]
            for at in range(1, side):
                part = part + around[first + at] * factors[row * side + at]
            sums = sums + part
        made[reach:-reach, reach:-reach] = _modes.clipped(sums.clamp(0, 255).trunc())
        return made


class Kernel(_Weighted):
    """A kernel of one's own: (3, 3) or (5, 5) weights, divided by `scale`, their sum if none is given."""

    name = "Kernel"

    def __init__(self, size, kernel, scale=None, offset=0):
        if size[0] * size[1] != len(kernel):
            raise ValueError("not enough coefficients in kernel")
        if tuple(size) not in ((3, 3), (5, 5)):
            raise ValueError("bad kernel size")
        self.filterargs = tuple(size), sum(kernel) if scale is None else scale, offset, list(kernel)


def _builtin(name, side, scale, offset, weights):
    kind = type(name, (_Weighted,), {"name": name, "filterargs": ((side, side), scale, offset, weights)})
    return kind()


_RING = [1] * 6 + [0] * 3 + [1] * 2 + [0] * 3 + [1] * 2 + [0] * 3 + [1] * 6
BLUR = _builtin("Blur", 5, 16, 0, _RING)
CONTOUR = _builtin("Contour", 3, 1, 255, [-1, -1, -1, -1, 8, -1, -1, -1, -1])
DETAIL = _builtin("Detail", 3, 6, 0, [0, -1, 0, -1, 10, -1, 0, -1, 0])
EDGE_ENHANCE = _builtin("Edge-enhance", 3, 2, 0, [-1, -1, -1, -1, 10, -1, -1, -1, -1])
EDGE_ENHANCE_MORE = _builtin("Edge-enhance More", 3, 1, 0, [-1, -1, -1, -1, 9, -1, -1, -1, -1])
EMBOSS = _builtin("Emboss", 3, 1, 128, [-1, 0, 0, 0, 1, 0, 0, 0, 0])
FIND_EDGES = _builtin("Find Edges", 3, 1, 0, [-1, -1, -1, -1, 8, -1, -1, -1, -1])
SHARPEN = _builtin("Sharpen", 3, 16, 0, [-2, -2, -2, -2, 32, -2, -2, -2, -2])
SMOOTH = _builtin("Smooth", 3, 13, 0, [1, 1, 1, 1, 5, 1, 1, 1, 1])
SMOOTH_MORE = _builtin(
    "Smooth More", 5, 100, 0, [1] * 5 + [1, 5, 5, 5, 1] + [1, 5, 44, 5, 1] + [1, 5, 5, 5, 1] + [1] * 5
)


def _box(pixels, radius, dim):
    """Means over 2 * radius + 1 pixels along a dimension, in whole numbers, as Pillow computes them."""
    whole = int(radius)
    inner = int((1 << 24) / (radius * 2 + 1))
    outer = ((1 << 24) - (whole * 2 + 1) * inner) // 2
    values = pixels.long().movedim(dim, 0)
    last = len(values) - 1
    places = torch.arange(len(values))
    near = lambda by: values[(places + by).clamp(0, last)]  # noqa: E731
    total = sum(near(by) for by in range(-whole, whole + 1))
    made = (total * inner + (near(-whole - 1) + near(whole + 1)) * outer + (1 << 23)) >> 24
    return made.to(torch.uint8).movedim(0, dim)


class MultibandFilter(Filter):
    pass


class BoxBlur(MultibandFilter):
    """The mean of the box around each pixel."""

    name = "BoxBlur"

    def __init__(self, radius):
        self.radius = radius

    def _radii(self):
        both = self.radius if isinstance(self.radius, (list, tuple)) else (self.radius, self.radius)
        if min(both) < 0:
            raise ValueError("radius must be >= 0")
        return both

    _PASSES = 1

    def _applied(self, pixels):
        for dim, radius in zip((1, 0), self._radii()):
            for _ in range(self._PASSES if radius else 0):
                pixels = _box(pixels, self._width(radius), dim)
        return pixels.contiguous()

    def _width(self, radius):
        return radius


class GaussianBlur(BoxBlur):
    """A bell's mean around each pixel, as three boxes come near to it."""

    name, _PASSES = "GaussianBlur", 3

    def __init__(self, radius=2):
        super().__init__(radius)

    def _width(self, radius):
        spread = radius * radius / self._PASSES
        whole = math.floor((math.sqrt(12.0 * spread + 1.0) - 1.0) / 2.0)
        part = (2 * whole + 1) * (whole * (whole + 1) - 3.0 * spread)
        return whole + part / (6 * (spread - (whole + 1) * (whole + 1)))


class RankFilter(Filter):
    """The value of a rank among those around each pixel."""

    name = "Rank"

    def __init__(self, size, rank):
        self.size, self.rank = size, rank

    def _applied(self, pixels):
        if self.size % 2 == 0:
            raise ValueError("bad filter size")
        reach = self.size // 2
        rows = torch.arange(-reach, pixels.shape[0] + reach).clamp(0, pixels.shape[0] - 1)
        columns = torch.arange(-reach, pixels.shape[1] + reach).clamp(0, pixels.shape[1] - 1)
        return torch.sort(_windows(pixels[rows][:, columns], self.size), 0)[0][self.rank].contiguous()


class MedianFilter(RankFilter):
    name = "Median"

    def __init__(self, size=3):
        super().__init__(size, size * size // 2)


class MinFilter(RankFilter):
    name = "Min"

    def __init__(self, size=3):
        super().__init__(size, 0)


class MaxFilter(RankFilter):
    name = "Max"

    def __init__(self, size=3):
        super().__init__(size, size * size - 1)


def __getattr__(name):
    if name in ("UnsharpMask", "ModeFilter", "Color3DLUT"):
        return Absent(f"PIL.ImageFilter.{name} is not built into this PIL")
    raise AttributeError(f"module 'PIL.ImageFilter' has no attribute '{name}'")

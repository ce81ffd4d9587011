"""Resizing: each new pixel is a weighted mean of those that it covers, along one direction, then along the other.

What it is not: turning, which is `_affine`. Start reading at `resized`.
"""

import math

import torch
from PIL import _modes

_BITS = 22


def _bilinear(x):
    return 1.0 - abs(x) if abs(x) < 1.0 else 0.0


def _bicubic(x, a=-0.5):
    x = abs(x)
    if x < 1.0:
        return ((a + 2.0) * x - (a + 3.0)) * x * x + 1
    return (((x - 5) * x + 8) * x - 4) * a if x < 2.0 else 0.0


def _sinc(x):
    return math.sin(x * math.pi) / (x * math.pi) if x else 1.0


def _lanczos(x):
    return _sinc(x) * _sinc(x / 3) if -3.0 <= x < 3.0 else 0.0


def _box(x):
    return 1.0 if -0.5 < x <= 0.5 else 0.0


def _hamming(x):
    x = abs(x)
    if x == 0.0:
        return 1.0
    return math.sin(x * math.pi) / (x * math.pi) * (0.54 + 0.46 * math.cos(x * math.pi)) if x < 1.0 else 0.0


# By Pillow's numbers: the weight at a distance, and how far it reaches.
FILTERS = {1: (_lanczos, 3.0), 2: (_bilinear, 1.0), 3: (_bicubic, 2.0), 4: (_box, 0.5), 5: (_hamming, 1.0)}


# Weights that were asked for: pictures of one size come in thousands.
_KNOWN = {}
_MOST_KNOWN = 64


def weights_of(size, start, stop, count, kind):
    """A row of weights a new pixel, whose sum is one."""
    key = (size, start, stop, count, kind)
    if key not in _KNOWN:
        if len(_KNOWN) >= _MOST_KNOWN:
            _KNOWN.clear()
        _KNOWN[key] = _weights(*key)
    return _KNOWN[key]


def _weights(size, start, stop, count, kind):
    weigh, reach = FILTERS[kind]
    scale = (stop - start) / count
    wide = max(scale, 1.0)
    rows = []
    for at in range(count):
        center = start + (at + 0.5) * scale
        first = max(int(center - reach * wide + 0.5), 0)
        last = min(int(center + reach * wide + 0.5), size)
        own = [weigh((place - center + 0.5) / wide) for place in range(first, last)]
        total = sum(own) or 1.0
        rows.append([0.0] * first + [each / total for each in own] + [0.0] * (size - last))
    return torch.tensor(rows, dtype=torch.float64)


def _along(pixels, weights, dim):
    """Pixels weighed along a dimension; bytes are rounded, as both steps leave bytes."""
    moved = pixels.movedim(dim, 0)
    flat = moved.reshape(moved.shape[0], -1).double()
    if pixels.dtype == torch.uint8:
        # Weights are whole numbers there, so that every processor finds the same bytes.
        whole = (weights * (1 << _BITS) + torch.where(weights < 0, -0.5, 0.5)).trunc()
        made = _modes.clipped(((whole @ flat + (1 << (_BITS - 1))) / (1 << _BITS)).floor())
    elif pixels.dtype == torch.int32:
        made = (weights @ flat + 0.5).floor().to(torch.int32)
    else:
        made = (weights @ flat).to(pixels.dtype)
    return made.reshape(weights.shape[0], *moved.shape[1:]).movedim(0, dim)


def resized(pixels, size, kind, box):
    """Pixels in another size, by a filter's number."""
    width, height = size
    left, top, right, bottom = box
    if kind == 0:
        return _nearest(pixels, size, box)
    steps = []
    if width != pixels.shape[1] or (left, right) != (0, width):
        steps.append((1, weights_of(pixels.shape[1], left, right, width, kind)))
    if height != pixels.shape[0] or (top, bottom) != (0, height):
        steps.append((0, weights_of(pixels.shape[0], top, bottom, height, kind)))
    # Across first, as Pillow does it, but where that would leave much more to do: of bytes the order can be seen.
    lost_rows, lost_columns = pixels.shape[0] - height, pixels.shape[1] - width
    if lost_rows > 0 and lost_rows > 2 * lost_columns:
        steps.reverse()
    for dim, weights in steps:
        pixels = _along(pixels, weights, dim)
    return pixels.contiguous()


def _nearest(pixels, size, box):
    left, top, right, bottom = box
    rows = _places(size[1], top, bottom, pixels.shape[0])
    columns = _places(size[0], left, right, pixels.shape[1])
    return pixels[rows][:, columns].contiguous()


def _places(count, start, stop, size):
    scale = (stop - start) / count
    # The steps are added up, as Pillow does it: that decides where a place falls on an edge.
    found, place = [], start + scale * 0.5
    for _ in range(count):
        found.append(min(max(int(place), 0), size - 1))
        place += scale
    return torch.tensor(found)


def reduced(pixels, factor):
    """The means of blocks; those at the right and at the bottom may be smaller."""
    across, down = factor
    if pixels.dtype != torch.uint8:
        raise NotImplementedError("Image.reduce of modes I and F is not built into this PIL")
    values = pixels.long()
    for dim, step in ((0, down), (1, across)):
        starts = range(0, values.shape[dim], step)
        values = torch.stack([values.narrow(dim, at, min(step, values.shape[dim] - at)).sum(dim) for at in starts], dim)
    counts = _counts(pixels.shape[0], down).reshape(-1, 1) * _counts(pixels.shape[1], across)
    counts = counts if pixels.ndim == 2 else counts.unsqueeze(-1)
    multiplier = ((1 << 24) / counts.float()).long()
    return _modes.clipped(((values + counts // 2) * multiplier) >> 24)


def _counts(size, step):
    return torch.tensor([min(step, size - at) for at in range(0, size, step)])

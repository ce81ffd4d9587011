"""Regions of feature maps, made one size: `roi_align` (He et al., 2017) and `roi_pool` (Girshick, 2015).

Not what finds the regions. Start reading at `roi_align`.
"""

import math

import torch
from _scalars import INTS
from torch import nn
from torch.autograd._named import made_by

_NODE = "GeneratedBackwardFor_torchvision_{}_defaultBackward"


def _listed(input, boxes):
    """Each region as the image it is of, and its corners."""
    if isinstance(boxes, torch.Tensor):
        if boxes.size(1) != 5:
            raise AssertionError("The boxes tensor shape is not correct as Tensor[K, 5]")
        return [(int(row[0]), row[1:]) for row in boxes.to(input.dtype)]
    for each in boxes:
        if each.size(1) != 4:
            raise AssertionError("The shape of the tensor in the boxes list is not correct as List[Tensor[L, 4]]")
    return [(at, row) for at, each in enumerate(boxes) for row in each.to(input.dtype)]


def _pair(size):
    return (size, size) if isinstance(size, INTS) else tuple(size)


def _points(start, size, bins, samples, length):
    """Where a side is looked at, between which two places, and how far; and what lies outside of the map."""
    steps = torch.arange(bins * samples, dtype=torch.float32)
    bin_size = size / bins
    places = start + (steps // samples) * bin_size + (steps % samples + 0.5) * bin_size / samples
    outside = (places < -1) | (places > length)
    places = places.clamp(0, length - 1)
    low = places.floor().long().clamp(max=length - 1)
    return low, (low + 1).clamp(max=length - 1), places - low, outside


def _aligned(image, box, size, spatial_scale, sampling_ratio, aligned):
    shift = 0.5 if aligned else 0.0
    left, top, right, bottom = (float(each) * spatial_scale - shift for each in box)
    least = 0.0 if aligned else 1.0
    sides = max(bottom - top, least), max(right - left, least)
    counts = [sampling_ratio if sampling_ratio > 0 else math.ceil(side / bins) for side, bins in zip(sides, size)]
    rows, columns = (
        _points(start, side, bins, max(count, 0), length)
        for start, side, bins, count, length in zip((top, left), sides, size, counts, image.shape[1:])
    )
    found = 0
    for row, is_low in ((rows[0], True), (rows[1], False)):
        share = 1 - rows[2] if is_low else rows[2]
        line = image[:, row][:, :, columns[0]] * (1 - columns[2]) + image[:, row][:, :, columns[1]] * columns[2]
        found = found + line * share[:, None]
    found = found.masked_fill(rows[3][:, None] | columns[3], 0)
    found = found.reshape(-1, size[0], counts[0], size[1], counts[1])
    return found.sum((2, 4)) / max(counts[0] * counts[1], 1)


def roi_align(input, boxes, output_size, spatial_scale=1.0, sampling_ratio=-1, aligned=False):
    """Means over the parts of each region of values between places."""
    size = _pair(output_size)
    found = [
        _aligned(input[at], box, size, spatial_scale, sampling_ratio, aligned) for at, box in _listed(input, boxes)
    ]
    return _stacked(found, input, size, "roi_align")


def _stacked(found, input, size, name):
    if not found:
        return input.new_zeros((0, input.size(1), *size))
    return made_by(_NODE.format(name), torch.stack(found))


def _round(value):
    """Halves away from zero, as C does."""
    return math.floor(abs(value) + 0.5) * (1 if value >= 0 else -1)


def _bins(start, end, bins, length):
    size = max(end - start + 1, 1) / bins
    for at in range(bins):
        first, last = math.floor(at * size) + start, math.ceil((at + 1) * size) + start
        yield slice(min(max(first, 0), length), min(max(last, 0), length))


def _pooled(image, box, size, spatial_scale):
    left, top, right, bottom = (_round(float(each) * spatial_scale) for each in box)
    columns = list(_bins(left, right, size[1], image.size(2)))
    rows = _bins(top, bottom, size[0], image.size(1))
    parts = [image[:, row, column] for row in rows for column in columns]
    highest = [part.amax((1, 2)) if part.numel() else image.new_zeros(image.size(0)) for part in parts]
    return torch.stack(highest, 1).reshape(-1, *size)


def roi_pool(input, boxes, output_size, spatial_scale=1.0):
    """The highest value in each part of each region, by whole places."""
    size = _pair(output_size)
    found = [_pooled(input[at], box, size, spatial_scale) for at, box in _listed(input, boxes)]
    return _stacked(found, input, size, "roi_pool")


class RoIPool(nn.Module):
    """`roi_pool` as a layer."""

    def __init__(self, output_size, spatial_scale):
        super().__init__()
        self.output_size, self.spatial_scale = output_size, spatial_scale

    def forward(self, input, rois):
        return roi_pool(input, rois, self.output_size, self.spatial_scale)

    def __repr__(self):
        return f"{type(self).__name__}(output_size={self.output_size}, spatial_scale={self.spatial_scale})"


class RoIAlign(nn.Module):
    """`roi_align` as a layer."""

    def __init__(self, output_size, spatial_scale, sampling_ratio, aligned=False):
        super().__init__()
        self.output_size, self.spatial_scale = output_size, spatial_scale
        self.sampling_ratio, self.aligned = sampling_ratio, aligned

    def forward(self, input, rois):
        return roi_align(input, rois, self.output_size, self.spatial_scale, self.sampling_ratio, self.aligned)

    def __repr__(self):
        return (
            f"{type(self).__name__}(output_size={self.output_size}, spatial_scale={self.spatial_scale}, "
            f"sampling_ratio={self.sampling_ratio}, aligned={self.aligned})"
        )

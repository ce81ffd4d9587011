"""Resizing tensors of bytes as bytes, which the second edition does: each direction leaves bytes.

What it is not: other tensors and pictures, which are as in the first edition. Start reading at `resized`.
"""

import torch
from PIL._resample import weights_of
from torchvision.transforms import functional as F
from torchvision.transforms._modes import InterpolationMode, checked

_FILTERS = {InterpolationMode.BILINEAR: 2, InterpolationMode.BICUBIC: 3}


def resized(img, size, interpolation=InterpolationMode.BILINEAR, max_size=None, antialias=True):
    """In another size: (height, width), or of the shorter side."""
    kind = _FILTERS.get(checked(interpolation))
    if not (antialias and kind and isinstance(img, torch.Tensor) and img.dtype == torch.uint8):
        return F.resize(img, size, interpolation, max_size, antialias)
    height, width = F.resized_size(*img.shape[-2:], size, max_size)
    return _along(_along(img, width, kind, -1), height, kind, -2)


def _along(img, count, kind, dim):
    if img.shape[dim] == count:
        return img
    weights = weights_of(img.shape[dim], 0, img.shape[dim], count, kind)
    bits = _bits_for(weights.max().item())
    whole = (weights * (1 << bits) + torch.where(weights < 0, -0.5, 0.5)).trunc()
    made = whole @ img.double().movedim(dim, -2)
    made = ((made + (1 << (bits - 1))) / (1 << bits)).floor().clamp(0, 255)
    return made.to(torch.uint8).movedim(-2, dim).contiguous()


def _bits_for(largest):
    """How far weights are moved left to be whole numbers of fifteen bits."""
    bits = 0
    while bits < 22 and int(0.5 + largest * (1 << (bits + 1))) < 1 << 15:
        bits += 1
    return bits

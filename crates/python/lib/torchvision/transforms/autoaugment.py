"""Augmentation that needs no choice: some changes, drawn with how strong they are.

What it is not: policies that were learned, and mixtures; those are `_policies`'. Start reading at `_Drawn`.
"""

import math

import torch
from _scalars import NUMBERS
from torch import nn
from torchvision.transforms import functional as F
from torchvision.transforms._modes import InterpolationMode
from torchvision.transforms._types import whole


def __getattr__(name):
    if name in ("AugMix", "AutoAugment", "AutoAugmentPolicy"):
        from torchvision.transforms import _policies

        return getattr(_policies, name)
    raise AttributeError(f"module 'torchvision.transforms.autoaugment' has no attribute '{name}'")


def _applied(img, name, strength, interpolation, fill):
    """One change."""
    moved = {"translate": [0, 0], "scale": 1.0, "shear": [0.0, 0.0], "interpolation": interpolation, "fill": fill}
    if name in ("ShearX", "ShearY"):
        lean = math.degrees(math.atan(strength))
        moved["shear"] = [lean, 0.0] if name == "ShearX" else [0.0, lean]
        return F.affine(img, 0.0, **moved, center=[0, 0])
    if name in ("TranslateX", "TranslateY"):
        moved["translate"] = [int(strength), 0] if name == "TranslateX" else [0, int(strength)]
        return F.affine(img, 0.0, **moved)
    if name == "Rotate":
        return F.rotate(img, strength, interpolation=interpolation, fill=fill)
    if name in _ADJUSTED:
        return _ADJUSTED[name](img, 1.0 + strength)
    if name == "Posterize":
        return F.posterize(img, int(strength))
    if name == "Solarize":
        return F.solarize(img, strength)
    return {"AutoContrast": F.autocontrast, "Equalize": F.equalize, "Invert": F.invert}.get(name, lambda same: same)(img)


_ADJUSTED = {
    "Brightness": F.adjust_brightness,
    "Color": F.adjust_saturation,
    "Contrast": F.adjust_contrast,
    "Sharpness": F.adjust_sharpness,
}


def _strengths(bins, shear, moves, turn, share, lost_bits):
    """Each change with how strong it can be, and whether also the other way."""
    steps = torch.linspace
    bits = 8 - (torch.arange(bins) / ((bins - 1) / lost_bits)).round().int()
    return {
        "Identity": (None, False),
        "ShearX": (steps(0.0, shear, bins), True),
        "ShearY": (steps(0.0, shear, bins), True),
        "TranslateX": (steps(0.0, moves[0], bins), True),
        "TranslateY": (steps(0.0, moves[1], bins), True),
        "Rotate": (steps(0.0, turn, bins), True),
        **{name: (steps(0.0, share, bins), True) for name in ("Brightness", "Color", "Contrast", "Sharpness")},
        "Posterize": (bits, False),
        "Solarize": (steps(255.0, 0.0, bins), False),
        "AutoContrast": (None, False),
        "Equalize": (None, False),
    }


class _Drawn(nn.Module):
    """Draws a change, and applies it."""

    def _fill(self, img):
        if self.fill is None or not isinstance(img, torch.Tensor):
            return self.fill
        channels = F.get_image_num_channels(img)
        return (
            [float(self.fill)] * channels
            if isinstance(self.fill, NUMBERS)
            else [float(each) for each in self.fill]
        )

    def _changed(self, img, space, strength_of):
        name = list(space)[whole(len(space))]
        strengths, has_other_way = space[name]
        strength = 0.0 if strengths is None else float(strengths[strength_of(strengths)])
        if has_other_way and whole(2):
            strength *= -1.0
        return _applied(img, name, strength, self.interpolation, self._fill(img))

    def __repr__(self):
        told = [
            f"{name}={getattr(self, name)}" for name in (*self._TOLD, "num_magnitude_bins", "interpolation", "fill")
        ]
        return f"{type(self).__name__}({', '.join(told)})"


class TrivialAugmentWide(_Drawn):
    """One change, of any strength (S. Müller, F. Hutter, 2021)."""

    _TOLD = ()

    def __init__(self, num_magnitude_bins=31, interpolation=InterpolationMode.NEAREST, fill=None):
        super().__init__()
        self.num_magnitude_bins, self.interpolation, self.fill = num_magnitude_bins, interpolation, fill

    def forward(self, img):
        space = _strengths(self.num_magnitude_bins, 0.99, (32.0, 32.0), 135.0, 0.99, 6)
        return self._changed(img, space, lambda strengths: whole(len(strengths)))


class RandAugment(_Drawn):
    """So many changes of one strength (E. Cubuk et al., 2019)."""

    _TOLD = ("num_ops", "magnitude")

    def __init__(
        self, num_ops=2, magnitude=9, num_magnitude_bins=31, interpolation=InterpolationMode.NEAREST, fill=None
    ):
        super().__init__()
        self.num_ops, self.magnitude, self.num_magnitude_bins = num_ops, magnitude, num_magnitude_bins
        self.interpolation, self.fill = interpolation, fill

    def forward(self, img):
        _, height, width = F.get_dimensions(img)
        far = (150.0 / 331.0 * width, 150.0 / 331.0 * height)
        space = _strengths(self.num_magnitude_bins, 0.3, far, 30.0, 0.9, 4)
        for _ in range(self.num_ops):
            img = self._changed(img, space, lambda strengths: self.magnitude)
        return img

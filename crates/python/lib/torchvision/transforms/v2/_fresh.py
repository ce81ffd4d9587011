"""The transforms that came with the second edition: noise, colours in another order, sizes that are drawn, films.

What it is not: those of the first edition, which are `_transforms`. Start reading anywhere.
"""

import torch
from PIL import Image
from torchvision.transforms import functional as F
from torchvision.transforms.v2._transforms import Resize, Transform

__all__ = [
    "GaussianNoise", "RGB", "RandomChannelPermutation", "RandomPhotometricDistort", "RandomResize", "RandomShortestSize",
    "RandomZoomOut", "ScaleJitter", "UniformTemporalSubsample",
]  # fmt: skip


class GaussianNoise(Transform):
    """Each value with a drawn one added; of bytes the same share of 255."""

    def __init__(self, mean=0.0, sigma=0.1, clip=True):
        super().__init__()
        self.mean, self.sigma, self.clip = mean, sigma, clip

    def _one(self, value):
        if isinstance(value, Image.Image):
            raise ValueError("Input tensor is expected to be in uint8 or float dtype, got dtype=PIL.Image.Image")
        if self.sigma < 0:
            raise ValueError(f"sigma shouldn't be negative. Got {self.sigma}")
        if value.is_floating_point():
            found = value + (self.mean + torch.randn_like(value) * self.sigma)
            return found.clamp(0, 1) if self.clip else found
        if value.dtype != torch.uint8:
            raise ValueError(f"Input tensor is expected to be in uint8 or float dtype, got dtype={value.dtype}")
        noise = (self.mean * 255 + torch.randn(value.shape) * (self.sigma * 255)).to(torch.int16)
        found = value + noise
        return (found.clamp(0, 255) if self.clip else found).to(torch.uint8)


class RGB(Transform):
    """Three channels, all of them grey where there was one."""

    def _one(self, value):
        if isinstance(value, Image.Image):
            return value.convert("RGB")
        return value.expand(*value.shape[:-3], 3, *value.shape[-2:]) if value.shape[-3] == 1 else value


def _channels(value):
    return len(value.getbands()) if isinstance(value, Image.Image) else value.shape[-3]


def _permuted(value, order):
    if isinstance(value, Image.Image):
        bands = value.split()
        return Image.merge(value.mode, [bands[at] for at in order.tolist()])
    return value[..., order, :, :]


class RandomChannelPermutation(Transform):
    """The channels in another order."""

    def _one(self, value):
        return _permuted(value, torch.randperm(_channels(value)))


class RandomPhotometricDistort(Transform):
    """Light, contrast, colours and the order of the channels, each changed or not (Liu et al., SSD, 2016)."""

    def __init__(self, brightness=(0.875, 1.125), contrast=(0.5, 1.5), saturation=(0.5, 1.5), hue=(-0.05, 0.05), p=0.5):
        super().__init__()
        self.brightness, self.contrast, self.hue, self.saturation, self.p = brightness, contrast, hue, saturation, p

    def _one(self, value):
        factors = []
        for low, high in (self.brightness, self.contrast, self.saturation, self.hue):
            factors.append(torch.empty(1).uniform_(low, high).item() if torch.rand(1) < self.p else None)
        light, contrast, saturation, hue = factors
        is_first = bool(torch.rand(()) < 0.5)
        order = torch.randperm(_channels(value)) if torch.rand(1) < self.p else None
        for change, factor in (
            (F.adjust_brightness, light), (F.adjust_contrast, contrast if is_first else None), (F.adjust_saturation, saturation),
            (F.adjust_hue, hue), (F.adjust_contrast, None if is_first else contrast), (_permuted, order),
        ):  # fmt: skip
            value = value if factor is None else change(value, factor)
        return value


class _Sized(Transform):
    """One that draws a size."""

    def _begin(self, interpolation, antialias):
        self.interpolation, self.antialias = interpolation, antialias

    def _one(self, value):
        size = self._size(*F.get_dimensions(value)[-2:])
        how = {} if self.interpolation == "bilinear" else {"interpolation": self.interpolation}
        return Resize(size, antialias=self.antialias, **how)._one(value)


class ScaleJitter(_Sized):
    """As large as fits, times a drawn number."""

    def __init__(self, target_size, scale_range=(0.1, 2.0), interpolation="bilinear", antialias=True):
        super().__init__()
        self.target_size, self.scale_range = target_size, scale_range
        self._begin(interpolation, antialias)

    def _size(self, height, width):
        scale = self.scale_range[0] + torch.rand(1) * (self.scale_range[1] - self.scale_range[0])
        ratio = min(self.target_size[1] / height, self.target_size[0] / width) * scale
        return [int(height * ratio), int(width * ratio)]


class RandomShortestSize(_Sized):
    """The shorter side as long as one of several lengths, the longer one no longer than a length."""

    def __init__(self, min_size, max_size=None, interpolation="bilinear", antialias=True):
        super().__init__()
        self.min_size, self.max_size = [min_size] if isinstance(min_size, int) else list(min_size), max_size
        self._begin(interpolation, antialias)

    def _size(self, height, width):
        ratio = self.min_size[int(torch.randint(len(self.min_size), ()))] / min(height, width)
        ratio = ratio if self.max_size is None else min(ratio, self.max_size / max(height, width))
        return [int(height * ratio), int(width * ratio)]


class RandomResize(_Sized):
    """The shorter side as long as a drawn length."""

    def __init__(self, min_size, max_size, interpolation="bilinear", antialias=True):
        super().__init__()
        self.min_size, self.max_size = min_size, max_size
        self._begin(interpolation, antialias)

    def _size(self, height, width):
        return [int(torch.randint(self.min_size, self.max_size, ()))]


class RandomZoomOut(Transform):
    """A larger canvas, somewhere in which the picture is."""

    def __init__(self, fill=0, side_range=(1.0, 4.0), p=0.5):
        super().__init__()
        if side_range[0] < 1.0 or side_range[0] > side_range[1]:
            raise ValueError(f"Invalid side range provided {side_range}.")
        self.p, self.fill, self.side_range = p, fill, side_range

    def _one(self, value):
        if torch.rand(1) >= self.p:
            return value
        height, width = F.get_dimensions(value)[-2:]
        ratio = self.side_range[0] + torch.rand(1) * (self.side_range[1] - self.side_range[0])
        wide, high = int(width * ratio), int(height * ratio)
        share = torch.rand(2)
        left, top = int((wide - width) * share[0]), int((high - height) * share[1])
        return F.pad(value, [left, top, wide - left - width, high - top - height], fill=self.fill)


class UniformTemporalSubsample(Transform):
    """So many pictures of a film, as far from each other as can be."""

    def __init__(self, num_samples):
        super().__init__()
        self.num_samples = num_samples

    def _takes(self, value):
        return isinstance(value, torch.Tensor)

    def _one(self, value):
        return value.index_select(-4, torch.linspace(0, value.shape[-4] - 1, self.num_samples).long())

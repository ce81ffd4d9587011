"""Transforms of colours and sharpness.

What it is not: where things are. Start reading at `ColorJitter`.
"""

import torch
from _scalars import INTS, NUMBERS
from torch import nn
from torch.nn.modules.module import own
from torchvision.transforms import functional as F
from torchvision.transforms._geometry import Perhaps
from torchvision.transforms._types import uniform


class ColorJitter(nn.Module):
    """Brighter or darker, more or less of contrast and colour, other hues: by some amounts, in some order."""

    def __init__(self, brightness=0, contrast=0, saturation=0, hue=0):
        super().__init__()
        self.brightness = self._ends(brightness, "brightness")
        self.contrast = self._ends(contrast, "contrast")
        self.saturation = self._ends(saturation, "saturation")
        self.hue = self._ends(hue, "hue", 0, (-0.5, 0.5), False)

    @staticmethod
    def _ends(value, name, center=1, bound=(0, float("inf")), clip_first_on_zero=True):
        if isinstance(value, NUMBERS):
            if value < 0:
                raise ValueError(f"If {name} is a single number, it must be non negative.")
            value = [center - float(value), center + float(value)]
            if clip_first_on_zero:
                value[0] = max(value[0], 0.0)
        elif isinstance(value, (tuple, list)) and len(value) == 2:
            value = [float(value[0]), float(value[1])]
        else:
            raise TypeError(f"{name} should be a single number or a list/tuple with length 2.")
        if not bound[0] <= value[0] <= value[1] <= bound[1]:
            raise ValueError(f"{name} values should be between {bound}, but got {value}.")
        return None if value[0] == value[1] == center else tuple(value)

    @staticmethod
    def get_params(brightness, contrast, saturation, hue):
        """The order, and the amounts."""
        order = torch.randperm(4)
        drawn = [None if ends is None else uniform(*ends) for ends in (brightness, contrast, saturation, hue)]
        return (order, *drawn)

    def forward(self, img):
        order, *amounts = self.get_params(self.brightness, self.contrast, self.saturation, self.hue)
        changes = (F.adjust_brightness, F.adjust_contrast, F.adjust_saturation, F.adjust_hue)
        for at in order.tolist():
            if amounts[at] is not None:
                img = changes[at](img, amounts[at])
        return img

    def __repr__(self):
        told = ", ".join(f"{name}={getattr(self, name)}" for name in ("brightness", "contrast", "saturation", "hue"))
        return f"{type(self).__name__}({told})"


class Grayscale(nn.Module):
    """In gray."""

    def __init__(self, num_output_channels=1):
        super().__init__()
        self.num_output_channels = num_output_channels

    def forward(self, img):
        return F.rgb_to_grayscale(img, self.num_output_channels)

    def __repr__(self):
        return f"{type(self).__name__}(num_output_channels={self.num_output_channels})"


class RandomGrayscale(Perhaps):
    """In gray with as many channels as before, perhaps."""

    def __init__(self, p=0.1):
        super().__init__(p)

    def _done(self, img):
        return F.rgb_to_grayscale(img, F.get_image_num_channels(img))


class GaussianBlur(nn.Module):
    """Not sharp, by some amount."""

    def __init__(self, kernel_size, sigma=(0.1, 2.0)):
        super().__init__()
        sizes = (kernel_size, kernel_size) if isinstance(kernel_size, INTS) else tuple(kernel_size)
        if len(sizes) != 2:
            raise ValueError("Kernel size should be a tuple/list of two integers")
        for size in sizes:
            if size <= 0 or size % 2 == 0:
                raise ValueError("Kernel size value should be an odd and positive number.")
        if isinstance(sigma, NUMBERS):
            if sigma <= 0:
                raise ValueError("If sigma is a single number, it must be positive.")
            sigma = (sigma, sigma)
        elif not 0.0 < sigma[0] <= sigma[1]:
            raise ValueError(f"sigma values should be positive and of the form (min, max). Got {sigma}")
        self.kernel_size, self.sigma = sizes, sigma

    @staticmethod
    def get_params(sigma_min, sigma_max):
        """How wide the bell is."""
        return uniform(sigma_min, sigma_max)

    def forward(self, img):
        sigma = self.get_params(*self.sigma)
        return F.gaussian_blur(img, self.kernel_size, [sigma, sigma])

    def __repr__(self):
        return f"{type(self).__name__}(kernel_size={self.kernel_size}, sigma={self.sigma})"


@own("__init__")
class RandomInvert(Perhaps):
    """Black for white, perhaps."""

    def _done(self, img):
        return F.invert(img)


class RandomPosterize(Perhaps):
    """With fewer shades, perhaps."""

    def __init__(self, bits, p=0.5):
        super().__init__(p)
        self.bits = bits

    def _done(self, img):
        return F.posterize(img, self.bits)

    def __repr__(self):
        return f"{type(self).__name__}(bits={self.bits},p={self.p})"


class RandomSolarize(Perhaps):
    """Black for white from a threshold on, perhaps."""

    def __init__(self, threshold, p=0.5):
        super().__init__(p)
        self.threshold = threshold

    def _done(self, img):
        return F.solarize(img, self.threshold)

    def __repr__(self):
        return f"{type(self).__name__}(threshold={self.threshold},p={self.p})"


class RandomAdjustSharpness(Perhaps):
    """More or less sharp, perhaps."""

    def __init__(self, sharpness_factor, p=0.5):
        super().__init__(p)
        self.sharpness_factor = sharpness_factor

    def _done(self, img):
        return F.adjust_sharpness(img, self.sharpness_factor)

    def __repr__(self):
        return f"{type(self).__name__}(sharpness_factor={self.sharpness_factor},p={self.p})"


@own("__init__")
class RandomAutocontrast(Perhaps):
    """The darkest value black and the brightest white, perhaps."""

    def _done(self, img):
        return F.autocontrast(img)


@own("__init__")
class RandomEqualize(Perhaps):
    """Every shade about as often as any other, perhaps."""

    def _done(self, img):
        return F.equalize(img)

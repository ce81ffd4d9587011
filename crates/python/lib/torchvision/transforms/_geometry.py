"""Transforms of where things are: size, place, direction.

What it is not: colours. Start reading at `Resize`.
"""

import math

import torch
from _scalars import INTS, NUMBERS
from torch import nn
from torch.nn.modules.module import own
from torchvision.transforms import functional as F
from torchvision.transforms._modes import InterpolationMode, checked
from torchvision.transforms._types import uniform, whole

_SIZE_MESSAGE = "Please provide only two dimensions (h, w) for size."


def pair_of_sizes(size, message=_SIZE_MESSAGE):
    """(height, width).

    Raises:
        ValueError: for another number of sides.
    """
    if isinstance(size, NUMBERS):
        return (int(size), int(size))
    if len(size) == 1:
        return (size[0], size[0])
    if len(size) != 2:
        raise ValueError(message)
    return size


class Resize(nn.Module):
    """In another size: (height, width), or of the shorter side."""

    _resized = staticmethod(F.resize)

    def __init__(self, size, interpolation=InterpolationMode.BILINEAR, max_size=None, antialias=True):
        super().__init__()
        if isinstance(size, (list, tuple)) and len(size) not in (1, 2):
            raise ValueError("If size is a sequence, it should have 1 or 2 values")
        self.size, self.max_size, self.antialias = size, max_size, antialias
        self.interpolation = checked(interpolation)

    def forward(self, img):
        return self._resized(img, self.size, self.interpolation, self.max_size, self.antialias)

    def __repr__(self):
        return (
            f"{type(self).__name__}(size={self.size}, interpolation={self.interpolation.value}, max_size={self.max_size}, "
            f"antialias={self.antialias})"
        )


class CenterCrop(nn.Module):
    """The middle."""

    def __init__(self, size):
        super().__init__()
        self.size = pair_of_sizes(size)

    def forward(self, img):
        return F.center_crop(img, self.size)

    def __repr__(self):
        return f"{type(self).__name__}(size={self.size})"


class Pad(nn.Module):
    """With a border."""

    def __init__(self, padding, fill=0, padding_mode="constant"):
        super().__init__()
        if not isinstance(padding, (INTS, tuple, list)):
            raise TypeError("Got inappropriate padding arg")
        if not isinstance(fill, (NUMBERS, str, tuple, list)):
            raise TypeError("Got inappropriate fill arg")
        if padding_mode not in ("constant", "edge", "reflect", "symmetric"):
            raise ValueError("Padding mode should be either constant, edge, reflect or symmetric")
        if isinstance(padding, (tuple, list)) and len(padding) not in (1, 2, 4):
            raise ValueError(
                f"Padding must be an int or a 1, 2, or 4 element tuple, not a {len(padding)} element tuple"
            )
        self.padding, self.fill, self.padding_mode = padding, fill, padding_mode

    def forward(self, img):
        return F.pad(img, self.padding, self.fill, self.padding_mode)

    def __repr__(self):
        return f"{type(self).__name__}(padding={self.padding}, fill={self.fill}, padding_mode={self.padding_mode})"


class RandomCrop(nn.Module):
    """Some part of that size."""

    def __init__(self, size, padding=None, pad_if_needed=False, fill=0, padding_mode="constant"):
        super().__init__()
        self.size = tuple(pair_of_sizes(size))
        self.padding, self.pad_if_needed, self.fill, self.padding_mode = padding, pad_if_needed, fill, padding_mode

    @staticmethod
    def get_params(img, output_size):
        """(top, left, height, width)."""
        _, height, width = F.get_dimensions(img)
        high, wide = output_size
        if height < high or width < wide:
            raise ValueError(f"Required crop size {(high, wide)} is larger than input image size {(height, width)}")
        if (width, height) == (wide, high):
            return 0, 0, height, width
        return whole(height - high + 1), whole(width - wide + 1), high, wide

    def forward(self, img):
        if self.padding is not None:
            img = F.pad(img, self.padding, self.fill, self.padding_mode)
        _, height, width = F.get_dimensions(img)
        if self.pad_if_needed and width < self.size[1]:
            img = F.pad(img, [self.size[1] - width, 0], self.fill, self.padding_mode)
        if self.pad_if_needed and height < self.size[0]:
            img = F.pad(img, [0, self.size[0] - height], self.fill, self.padding_mode)
        return F.crop(img, *self.get_params(img, self.size))

    def __repr__(self):
        return f"{type(self).__name__}(size={self.size}, padding={self.padding})"


class Perhaps(nn.Module):
    """Does what `_done` does, with a probability."""

    def __init__(self, p=0.5):
        super().__init__()
        self.p = p

    def forward(self, img):
        return self._done(img) if torch.rand(1) < self.p else img

    def __repr__(self):
        return f"{type(self).__name__}(p={self.p})"


@own("__init__")
class RandomHorizontalFlip(Perhaps):
    """Left for right, perhaps."""

    def _done(self, img):
        return F.hflip(img)


@own("__init__")
class RandomVerticalFlip(Perhaps):
    """Upside down, perhaps."""

    def _done(self, img):
        return F.vflip(img)


class RandomResizedCrop(nn.Module):
    """Some part, of a share of the area and of a ratio of the sides, in that size."""

    _resized = staticmethod(F.resize)

    def __init__(
        self,
        size,
        scale=(0.08, 1.0),
        ratio=(3.0 / 4.0, 4.0 / 3.0),
        interpolation=InterpolationMode.BILINEAR,
        antialias=True,
    ):
        super().__init__()
        self.size = pair_of_sizes(size)
        if not isinstance(scale, (list, tuple)):
            raise TypeError("Scale should be a sequence")
        if not isinstance(ratio, (list, tuple)):
            raise TypeError("Ratio should be a sequence")
        if scale[0] > scale[1] or ratio[0] > ratio[1]:
            import warnings

            warnings.warn("Scale and ratio should be of kind (min, max)", UserWarning, stacklevel=2)
        self.scale, self.ratio, self.antialias = scale, ratio, antialias
        self.interpolation = checked(interpolation)

    @staticmethod
    def get_params(img, scale, ratio):
        """(top, left, height, width)."""
        _, height, width = F.get_dimensions(img)
        ends = torch.log(torch.tensor(ratio))
        for _ in range(10):
            area = height * width * torch.empty(1).uniform_(scale[0], scale[1]).item()
            aspect = torch.exp(torch.empty(1).uniform_(ends[0].item(), ends[1].item())).item()
            wide, high = int(round(math.sqrt(area * aspect))), int(round(math.sqrt(area / aspect)))
            if 0 < wide <= width and 0 < high <= height:
                return whole(height - high + 1), whole(width - wide + 1), high, wide
        own = float(width) / float(height)
        if own < min(ratio):
            wide, high = width, int(round(width / min(ratio)))
        elif own > max(ratio):
            wide, high = int(round(height * max(ratio))), height
        else:
            wide, high = width, height
        return (height - high) // 2, (width - wide) // 2, high, wide

    def forward(self, img):
        place = self.get_params(img, self.scale, self.ratio)
        return self._resized(F.crop(img, *place), self.size, self.interpolation, antialias=self.antialias)

    def __repr__(self):
        scale, ratio = (tuple(round(each, 4) for each in ends) for ends in (self.scale, self.ratio))
        return (
            f"{type(self).__name__}(size={self.size}, scale={scale}, ratio={ratio}, "
            f"interpolation={self.interpolation.value}, antialias={self.antialias})"
        )


class FiveCrop(nn.Module):
    """The corners and the middle."""

    def __init__(self, size):
        super().__init__()
        self.size = pair_of_sizes(size)

    def forward(self, img):
        return F.five_crop(img, self.size)

    def __repr__(self):
        return f"{type(self).__name__}(size={self.size})"


class TenCrop(nn.Module):
    """The corners and the middle, and those of the mirrored picture."""

    def __init__(self, size, vertical_flip=False):
        super().__init__()
        self.size, self.vertical_flip = pair_of_sizes(size), vertical_flip

    def forward(self, img):
        return F.ten_crop(img, self.size, self.vertical_flip)

    def __repr__(self):
        return f"{type(self).__name__}(size={self.size}, vertical_flip={self.vertical_flip})"


def ends_of(value, name, counts=(2,)):
    """Two ends: as given, or of one number that and its negative.

    Raises:
        ValueError: for a negative number, and for another number of ends.
    """
    if isinstance(value, NUMBERS):
        if value < 0:
            raise ValueError(f"If {name} is a single number, it must be positive.")
        value = [-value, value]
    elif len(value) not in counts:
        told = " or ".join(str(count) for count in counts)
        raise ValueError(f"{name} should be a sequence of length {told}.")
    return [float(each) for each in value]


def _fill_for(fill, img):
    """The fill of a tensor: a number a channel."""
    if not isinstance(img, torch.Tensor):
        return fill
    channels = F.get_image_num_channels(img)
    return [float(fill)] * channels if isinstance(fill, NUMBERS) else [float(each) for each in fill]


class RandomRotation(nn.Module):
    """Turned by some degrees."""

    def __init__(self, degrees, interpolation=InterpolationMode.NEAREST, expand=False, center=None, fill=0):
        super().__init__()
        self.degrees = ends_of(degrees, "degrees")
        if center is not None and len(center) != 2:
            raise ValueError("center should be a sequence of length 2.")
        self.interpolation, self.expand, self.center = checked(interpolation), expand, center
        self.fill = 0 if fill is None else fill

    @staticmethod
    def get_params(degrees):
        """The angle."""
        return uniform(degrees[0], degrees[1])

    def forward(self, img):
        fill, angle = _fill_for(self.fill, img), self.get_params(self.degrees)
        return F.rotate(img, angle, self.interpolation, self.expand, self.center, fill)

    def __repr__(self):
        told = f"{type(self).__name__}(degrees={self.degrees}, interpolation={self.interpolation.value}, expand={self.expand}"
        told += "" if self.center is None else f", center={self.center}"
        return told + ("" if self.fill is None else f", fill={self.fill}") + ")"


class RandomAffine(nn.Module):
    """Turned, moved, scaled and sheared by some amounts."""

    def __init__(
        self,
        degrees,
        translate=None,
        scale=None,
        shear=None,
        interpolation=InterpolationMode.NEAREST,
        fill=0,
        center=None,
    ):
        super().__init__()
        self.degrees = ends_of(degrees, "degrees")
        if translate is not None:
            if len(translate) != 2:
                raise ValueError("translate should be a sequence of length 2.")
            if not all(0.0 <= each <= 1.0 for each in translate):
                raise ValueError("translation values should be between 0 and 1")
        if scale is not None:
            if len(scale) != 2:
                raise ValueError("scale should be a sequence of length 2.")
            if min(scale) <= 0:
                raise ValueError("scale values should be positive")
        self.translate, self.scale, self.center = translate, scale, center
        self.shear = None if shear is None else ends_of(shear, "shear", (2, 4))
        self.interpolation, self.fill = checked(interpolation), 0 if fill is None else fill

    @staticmethod
    def get_params(degrees, translate, scale_ranges, shears, img_size):
        """(angle, (right, down), scale, (shear across, shear down))."""
        angle = uniform(degrees[0], degrees[1])
        moved = (0, 0)
        if translate is not None:
            most = [float(translate[at] * img_size[at]) for at in range(2)]
            moved = tuple(int(round(uniform(-each, each))) for each in most)
        scale = 1.0 if scale_ranges is None else uniform(scale_ranges[0], scale_ranges[1])
        across = down = 0.0
        if shears is not None:
            across = uniform(shears[0], shears[1])
            down = uniform(shears[2], shears[3]) if len(shears) == 4 else 0.0
        return angle, moved, scale, (across, down)

    def forward(self, img):
        fill = _fill_for(self.fill, img)
        _, height, width = F.get_dimensions(img)
        drawn = self.get_params(self.degrees, self.translate, self.scale, self.shear, [width, height])
        return F.affine(img, *drawn, interpolation=self.interpolation, fill=fill, center=self.center)

    def __repr__(self):
        told = f"{type(self).__name__}(degrees={self.degrees}"
        for name in ("translate", "scale", "shear"):
            told += "" if getattr(self, name) is None else f", {name}={getattr(self, name)}"
        if self.interpolation != InterpolationMode.NEAREST:
            told += f", interpolation={self.interpolation.value}"
        told += f", fill={self.fill}" if self.fill != 0 else ""
        return told + ("" if self.center is None else f", center={self.center}") + ")"


class RandomErasing(nn.Module):
    """Some part written over, perhaps."""

    def __init__(self, p=0.5, scale=(0.02, 0.33), ratio=(0.3, 3.3), value=0, inplace=False):
        super().__init__()
        if not isinstance(value, (NUMBERS, str, tuple, list)):
            raise TypeError("Argument value should be either a number or str or a sequence")
        if isinstance(value, str) and value != "random":
            raise ValueError("If value is str, it should be 'random'")
        if scale[0] < 0 or scale[1] > 1:
            raise ValueError("Scale should be between 0 and 1")
        if p < 0 or p > 1:
            raise ValueError("Random erasing probability should be between 0 and 1")
        self.p, self.scale, self.ratio, self.value, self.inplace = p, scale, ratio, value, inplace

    @staticmethod
    def get_params(img, scale, ratio, value=None):
        """(top, left, height, width, values); the picture itself if no part fits."""
        channels, height, width = img.shape[-3], img.shape[-2], img.shape[-1]
        ends = torch.log(torch.tensor(ratio))
        for _ in range(10):
            area = height * width * torch.empty(1).uniform_(scale[0], scale[1]).item()
            aspect = torch.exp(torch.empty(1).uniform_(ends[0].item(), ends[1].item())).item()
            high, wide = int(round(math.sqrt(area * aspect))), int(round(math.sqrt(area / aspect)))
            if not (high < height and wide < width):
                continue
            if value is None:
                values = torch.empty([channels, high, wide], dtype=torch.float32).normal_()
            else:
                values = torch.tensor(value)[:, None, None]
            return whole(height - high + 1), whole(width - wide + 1), high, wide, values
        return 0, 0, height, width, img

    def forward(self, img):
        if torch.rand(1) >= self.p:
            return img
        value = [float(self.value)] if isinstance(self.value, NUMBERS) else self.value
        value = None if isinstance(value, str) else [float(each) for each in value]
        if value is not None and len(value) not in (1, img.shape[-3]):
            raise ValueError(
                f"If value is a sequence, it should have either a single value or {img.shape[-3]} (number of input channels)"
            )
        return F.erase(img, *self.get_params(img, self.scale, self.ratio, value), self.inplace)

    def __repr__(self):
        return (
            f"{type(self).__name__}(p={self.p}, scale={self.scale}, ratio={self.ratio}, value={self.value}, "
            f"inplace={self.inplace})"
        )

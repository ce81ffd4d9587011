"""The transforms of the first edition, called with whole samples and printed as the second edition prints them.

What it is not: other changes than those of the first edition. Start reading at `Transform`.
"""

import warnings
from enum import Enum

import numpy as np
import torch
from _scalars import INTS, NUMBERS
from PIL import Image
from torch import nn
from torch.nn.modules.module import own
from torchvision.transforms import _colours, _geometry, _types, autoaugment
from torchvision.transforms import functional as F
from torchvision.transforms._modes import InterpolationMode
from torchvision.transforms.v2._bytes import resized
from torchvision.transforms.v2.functional import to_image
from torchvision.tv_tensors import TVTensor


def _is_picture(value):
    return isinstance(value, (Image.Image, torch.Tensor))


class Transform(nn.Module):
    """Changes the picture of a sample, the first that it finds; all else stays as it is."""

    def forward(self, *inputs):
        sample = inputs if len(inputs) > 1 else inputs[0]
        return self._in(sample, [False])

    def _in(self, value, done):
        if isinstance(value, (tuple, list)):
            return type(value)(self._in(each, done) for each in value)
        if isinstance(value, dict):
            return {name: self._in(each, done) for name, each in value.items()}
        if done[0] or not self._takes(value):
            return value
        done[0] = True
        if not isinstance(value, TVTensor) or type(self).transform is not Transform.transform:
            return self._one(value)
        return self._as(type(value), self._one(value.as_subclass(torch.Tensor)))

    def _as(self, kind, found):
        """What became of a tensor with a meaning has the same one."""
        if isinstance(found, (tuple, list)):
            return type(found)(self._as(kind, each) for each in found)
        return found.as_subclass(kind) if isinstance(found, torch.Tensor) else found

    def _takes(self, value):
        return _is_picture(value)

    def transform(self, inpt, params):
        """What a transform of one's own does with a picture."""
        raise NotImplementedError

    def _one(self, value):
        return self.transform(value, {})

    def extra_repr(self):
        parts = []
        for name, value in self.__dict__.items():
            if (
                name.startswith("_")
                or name == "training"
                or not isinstance(value, (str, NUMBERS, tuple, list, Enum))
            ):
                continue
            parts.append(f"{name}={value.value if isinstance(value, InterpolationMode) else value}")
        return ", ".join(parts)

    def __repr__(self):
        return f"{type(self).__name__}({self.extra_repr()})"


def _again(kind, names=None, prepare=None):
    """A transform of the first edition in the form of the second, whose print names these attributes."""

    def begin(self, *args, **kwargs):
        Transform.__init__(self)
        self._first = kind(*args, **kwargs)
        for name in names or ():
            value = getattr(self._first, name)
            setattr(self, name, prepare(name, value) if prepare else value)

    members = {"__init__": begin, "_one": lambda self, value: self._first(value), "__doc__": kind.__doc__}
    return type(kind.__name__, (Transform,), members)


def _size(name, value):
    if name != "size" or value is None:
        return value
    return [value] if isinstance(value, INTS) else list(value)


def _of_bytes(kind):
    """One that resizes, whose bytes stay bytes between the directions."""
    return own("__init__")(type(kind.__name__, (kind,), {"_resized": staticmethod(resized), "__doc__": kind.__doc__}))


def _four(name, value):
    if name == "padding" and isinstance(value, (INTS, tuple, list)):
        edges = [value] if isinstance(value, INTS) else list(value)
        return (edges * 4)[:4]
    return value


def _listed(name, value):
    if name == "value" and isinstance(value, NUMBERS):
        return [float(value)]
    return [float(each) for each in value] if name == "sigma" else value


Resize = _again(_of_bytes(_geometry.Resize), ("size", "interpolation", "max_size", "antialias"), _size)
CenterCrop = _again(_geometry.CenterCrop, ("size",))
Pad = _again(_geometry.Pad, ("padding", "fill", "padding_mode"))
RandomCrop = _again(_geometry.RandomCrop, ("size", "padding", "pad_if_needed", "fill", "padding_mode"), _four)
RandomHorizontalFlip = _again(_geometry.RandomHorizontalFlip, ("p",))
RandomVerticalFlip = _again(_geometry.RandomVerticalFlip, ("p",))
RandomResizedCrop = _again(_of_bytes(_geometry.RandomResizedCrop), ("size", "scale", "ratio", "interpolation", "antialias"))
RandomRotation = _again(_geometry.RandomRotation, ("degrees", "interpolation", "expand", "fill"))
RandomAffine = _again(
    _geometry.RandomAffine, ("degrees", "translate", "scale", "shear", "interpolation", "fill", "center")
)
RandomErasing = _again(_geometry.RandomErasing, ("p", "scale", "ratio", "value", "inplace"), _listed)
FiveCrop = _again(_geometry.FiveCrop, ("size",))
TenCrop = _again(_geometry.TenCrop, ("size", "vertical_flip"))
ColorJitter = _again(_colours.ColorJitter, ("brightness", "contrast", "saturation", "hue"))
Grayscale = _again(_colours.Grayscale, ("num_output_channels",))
RandomGrayscale = _again(_colours.RandomGrayscale, ("p",))
GaussianBlur = _again(_colours.GaussianBlur, ("kernel_size", "sigma"), _listed)
RandomInvert = _again(_colours.RandomInvert, ("p",))
RandomPosterize = _again(_colours.RandomPosterize, ("p", "bits"))
RandomSolarize = _again(_colours.RandomSolarize, ("p", "threshold"))
RandomAdjustSharpness = _again(_colours.RandomAdjustSharpness, ("p", "sharpness_factor"))
RandomAutocontrast = _again(_colours.RandomAutocontrast, ("p",))
RandomEqualize = _again(_colours.RandomEqualize, ("p",))
TrivialAugmentWide = _again(autoaugment.TrivialAugmentWide, ("interpolation", "num_magnitude_bins"))
RandAugment = _again(autoaugment.RandAugment, ("interpolation", "num_ops", "magnitude", "num_magnitude_bins"))
LinearTransformation = _again(_types.LinearTransformation)
ConvertImageDtype = _again(_types.ConvertImageDtype)
PILToTensor = _again(_types.PILToTensor)
ToPILImage = _again(_types.ToPILImage)


class Normalize(_again(_types.Normalize, ("mean", "std", "inplace"))):
    """Each channel less its mean, over its deviation."""

    def _one(self, value):
        if isinstance(value, Image.Image):
            raise TypeError(f"{type(self).__name__}() does not support PIL images.")
        return super()._one(value)


class Identity(Transform):
    """Nothing."""

    def _one(self, value):
        return value


class ToImage(Transform):
    """A picture or an array (H, W, C) as a tensor (C, H, W) of the same values."""

    def _takes(self, value):
        return _is_picture(value) or isinstance(value, np.ndarray)

    def _one(self, value):
        return to_image(value)


class ToPureTensor(Transform):
    """Tensors with a meaning as plain ones."""

    def _in(self, value, done):
        return value.as_subclass(torch.Tensor) if isinstance(value, TVTensor) else super()._in(value, done)

    def _one(self, value):
        return value


class ToTensor(Transform):
    """A picture or an array of bytes as a tensor from 0 to 1; `ToImage` and `ToDtype` took its place."""

    def __init__(self):
        super().__init__()
        warnings.warn(
            "The transform `ToTensor()` is deprecated and will be removed in a future release. Instead, please use "
            "`v2.Compose([v2.ToImage(), v2.ToDtype(torch.float32, scale=True)])`.Output is equivalent up to float precision.",
            UserWarning,
            stacklevel=2,
        )

    def _takes(self, value):
        return isinstance(value, (Image.Image, np.ndarray))

    def _one(self, value):
        return F.to_tensor(value)


class ToDtype(Transform):
    """In another dtype; with `scale` white stays white."""

    def __init__(self, dtype, scale=False):
        super().__init__()
        if not isinstance(dtype, torch.dtype):
            raise NotImplementedError("ToDtype: a dict of dtypes is not built into this torchvision")
        self.dtype, self.scale = dtype, scale

    def _takes(self, value):
        return isinstance(value, torch.Tensor)

    def _one(self, value):
        return F.convert_image_dtype(value, self.dtype) if self.scale else value.to(self.dtype)


class Lambda(Transform):
    """A function of one's own, of every part of a sample."""

    def __init__(self, lambd, *types):
        super().__init__()
        self.lambd, self.types = lambd, types or (object,)

    def _in(self, value, done):
        if isinstance(value, (tuple, list)):
            return type(value)(self._in(each, done) for each in value)
        return self.lambd(value) if isinstance(value, self.types) else value

    def extra_repr(self):
        name = getattr(self.lambd, "__name__", "")
        return f"{name}, types={[kind.__name__ for kind in self.types]}"


class Compose(Transform):
    """One after the other."""

    def __init__(self, transforms):
        super().__init__()
        if not isinstance(transforms, (list, tuple, nn.ModuleList)):
            raise TypeError("Argument transforms should be a sequence of callables")
        if not transforms:
            raise ValueError("Pass at least one transform")
        self.transforms = transforms

    def forward(self, *inputs):
        sample = inputs if len(inputs) > 1 else inputs[0]
        for transform in self.transforms:
            sample = transform(sample)
        return sample

    def __repr__(self):
        return "\n".join([f"{type(self).__name__}(", *(f"      {each}" for each in self.transforms), ")"])


class RandomApply(Compose):
    """All of them, or none."""

    def __init__(self, transforms, p=0.5):
        super().__init__(transforms)
        if not 0.0 <= p <= 1.0:
            raise ValueError("`p` should be a floating point value in the interval [0.0, 1.0].")
        self.p = p

    def forward(self, *inputs):
        sample = inputs if len(inputs) > 1 else inputs[0]
        return sample if torch.rand(1) >= self.p else super().forward(sample)

    def __repr__(self):
        return f"{type(self).__name__}(" + "\n".join(f"    {each}" for each in self.transforms) + ")"


class RandomChoice(Transform):
    """One of them."""

    def __init__(self, transforms, p=None):
        super().__init__()
        if not isinstance(transforms, (list, tuple)):
            raise TypeError("Argument transforms should be a sequence of callables")
        p = [1.0] * len(transforms) if p is None else p
        if len(p) != len(transforms):
            raise ValueError(f"Length of p doesn't match the number of transforms: {len(p)} != {len(transforms)}")
        self.transforms, self.p = transforms, [each / sum(p) for each in p]

    def forward(self, *inputs):
        at = int(torch.multinomial(torch.tensor(self.p), 1))
        return self.transforms[at](*inputs)

    def extra_repr(self):
        return f"transforms={list(self.transforms)}, p={self.p}"


class RandomOrder(Compose):
    """All of them, in any order."""

    def forward(self, *inputs):
        sample = inputs if len(inputs) > 1 else inputs[0]
        for at in torch.randperm(len(self.transforms)).tolist():
            sample = self.transforms[at](sample)
        return sample

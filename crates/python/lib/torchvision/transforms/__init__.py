"""Transforms: what happens to pictures before a model sees them.

What it is not: learned. Start reading at `_types` and `_geometry`.
"""

from torchvision.transforms import functional
from torchvision.transforms._colours import (
    ColorJitter,
    GaussianBlur,
    Grayscale,
    RandomAdjustSharpness,
    RandomAutocontrast,
    RandomEqualize,
    RandomGrayscale,
    RandomInvert,
    RandomPosterize,
    RandomSolarize,
)
from torchvision.transforms._containers import Compose, RandomApply, RandomChoice, RandomOrder
from torchvision.transforms._geometry import (
    CenterCrop,
    FiveCrop,
    Pad,
    RandomAffine,
    RandomCrop,
    RandomErasing,
    RandomHorizontalFlip,
    RandomResizedCrop,
    RandomRotation,
    RandomVerticalFlip,
    Resize,
    TenCrop,
)
from torchvision.transforms._missing import missing as _missing_of
from torchvision.transforms._modes import InterpolationMode
from torchvision.transforms._types import (
    ConvertImageDtype,
    Lambda,
    LinearTransformation,
    Normalize,
    PILToTensor,
    ToPILImage,
    ToTensor,
)
from torchvision.transforms.autoaugment import RandAugment, TrivialAugmentWide

_missing = _missing_of("torchvision.transforms")
# What few programs ask for, by its module.
_LATER = {
    "AugMix": "_policies", "AutoAugment": "_policies", "AutoAugmentPolicy": "_policies",
    "ElasticTransform": "_warps", "RandomPerspective": "_warps",
}  # fmt: skip

# With what comes later, for `from … import *`.
__all__ = [*(name for name in dir() if not name.startswith("_")), *_LATER]


def __getattr__(name):
    if name == "v2":
        return __import__("torchvision.transforms.v2", fromlist=("v2",))
    if name in _LATER:
        return getattr(__import__(f"torchvision.transforms.{_LATER[name]}", fromlist=(name,)), name)
    return _missing(name)


def __dir__():
    return sorted({*globals(), *_LATER})

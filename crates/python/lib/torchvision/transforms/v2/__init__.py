"""Transforms, second edition: the same changes, of (picture, label) as of a picture.

What it is not: boxes and masks; their transforms say so. Start reading at `_transforms`.
"""

from torchvision.transforms._missing import missing
from torchvision.transforms._modes import InterpolationMode
from torchvision.transforms.v2 import functional
from torchvision.transforms.v2._transforms import (
    CenterCrop,
    ColorJitter,
    Compose,
    ConvertImageDtype,
    FiveCrop,
    GaussianBlur,
    Grayscale,
    Identity,
    Lambda,
    LinearTransformation,
    Normalize,
    Pad,
    PILToTensor,
    RandAugment,
    RandomAdjustSharpness,
    RandomAffine,
    RandomApply,
    RandomAutocontrast,
    RandomChoice,
    RandomCrop,
    RandomEqualize,
    RandomErasing,
    RandomGrayscale,
    RandomHorizontalFlip,
    RandomInvert,
    RandomOrder,
    RandomPosterize,
    RandomResizedCrop,
    RandomRotation,
    RandomSolarize,
    RandomVerticalFlip,
    Resize,
    TenCrop,
    ToDtype,
    ToImage,
    ToPILImage,
    ToPureTensor,
    ToTensor,
    Transform,
    TrivialAugmentWide,
)

_missing = missing("torchvision.transforms.v2")


def __getattr__(name):
    if name in ("AugMix", "AutoAugment", "AutoAugmentPolicy", "ElasticTransform", "RandomPerspective"):
        from torchvision.transforms.v2 import _later

        return getattr(_later, name)
    if name in ("CutMix", "MixUp"):
        from torchvision.transforms.v2 import _mixing

        return getattr(_mixing, name)
    return _missing(name)

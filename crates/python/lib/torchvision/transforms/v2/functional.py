"""The functions of the second edition: those of the first, and pictures stay pictures.

What it is not: boxes and masks. Start reading at `__getattr__`.
"""

import functools

import numpy as np
import torch
from torchvision.transforms import functional
from torchvision.tv_tensors import Image, TVTensor

_OTHER_NAMES = {
    "horizontal_flip": "hflip", "vertical_flip": "vflip",
    "get_num_channels": "get_image_num_channels",
}  # fmt: skip


def to_image(inpt):
    """A picture or an array (H, W, C) as a tensor (C, H, W) of the same values, which says that it is a picture."""
    if isinstance(inpt, np.ndarray):
        return Image(torch.from_numpy(inpt if inpt.ndim == 3 else inpt[:, :, None]).permute(2, 0, 1).contiguous())
    if isinstance(inpt, torch.Tensor) or hasattr(inpt, "getbands"):
        return Image(inpt)
    raise TypeError(f"Input can either be a pure Tensor, a numpy array, or a PIL image, but got {type(inpt)} instead.")


def to_dtype(inpt, dtype=torch.float32, scale=False):
    """In another dtype; with `scale` white stays white."""
    return _kept(functional.convert_image_dtype)(inpt, dtype) if scale else inpt.to(dtype)


def get_size(inpt):
    """Height and width."""
    return list(functional.get_dimensions(inpt)[1:])


@functools.cache
def _kept(function):
    """The function, whose pictures are those of the kind that was given."""

    @functools.wraps(function)
    def call(inpt, *args, **kwargs):
        if not isinstance(inpt, TVTensor):
            return function(inpt, *args, **kwargs)
        found = function(inpt.as_subclass(torch.Tensor), *args, **kwargs)
        if isinstance(found, (tuple, list)):
            return type(found)(each.as_subclass(type(inpt)) if isinstance(each, torch.Tensor) else each for each in found)
        return found.as_subclass(type(inpt)) if isinstance(found, torch.Tensor) else found

    return call


def __getattr__(name):
    found = getattr(functional, _OTHER_NAMES.get(name, name))
    return _kept(found) if type(found).__name__ == "function" and name not in ("to_pil_image", "to_tensor") else found

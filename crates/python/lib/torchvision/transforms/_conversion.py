"""Between pictures of PIL, arrays and tensors.

What it is not: changes of what is seen. Start reading at `to_tensor`.
"""

import numpy as np
import torch
from PIL import Image
from torchvision.transforms import _tensor

_PIL_MODES = {("torch.uint8", 1): "L", ("torch.int16", 1): "I;16", ("torch.int32", 1): "I", ("torch.float32", 1): "F",
              ("torch.uint8", 2): "LA", ("torch.uint8", 3): "RGB", ("torch.uint8", 4): "RGBA"}  # fmt: skip


def to_tensor(pic):
    """(C, H, W): bytes as numbers from 0 to 1, other numbers as they are."""
    if isinstance(pic, np.ndarray):
        if pic.ndim not in (2, 3):
            raise ValueError(f"pic should be 2/3 dimensional. Got {pic.ndim} dimensions.")
        pic = pic[:, :, None] if pic.ndim == 2 else pic
        tensor = torch.from_numpy(pic).permute(2, 0, 1).contiguous()
        return tensor.to(torch.get_default_dtype()).div(255) if tensor.dtype == torch.uint8 else tensor
    if not isinstance(pic, Image.Image):
        raise TypeError(f"pic should be PIL Image or ndarray. Got {type(pic)}")
    tensor = pil_to_tensor(pic)
    if pic.mode == "1":
        tensor = tensor.to(torch.uint8) * 255
    return tensor.to(torch.get_default_dtype()).div(255) if tensor.dtype == torch.uint8 else tensor


def pil_to_tensor(pic):
    """(C, H, W) of a picture's values as they are."""
    if not isinstance(pic, Image.Image):
        raise TypeError(f"pic should be PIL Image. Got {type(pic)}")
    tensor = pic._kindling_tensor
    tensor = tensor.unsqueeze(-1) if tensor.ndim == 2 else tensor
    return tensor.permute(2, 0, 1).contiguous()


def convert_image_dtype(image, dtype=torch.float):
    """In another dtype, white staying white."""
    if not isinstance(image, torch.Tensor):
        raise TypeError("Input img should be Tensor Image")
    return _tensor.convert(image, dtype)


def to_pil_image(pic, mode=None):
    """A tensor (C, H, W) or an array (H, W, C) as a picture."""
    if isinstance(pic, torch.Tensor):
        if pic.ndim not in (2, 3):
            raise ValueError(f"pic should be 2/3 dimensional. Got {pic.ndim} dimensions.")
        pic = pic.unsqueeze(0) if pic.ndim == 2 else pic
        if pic.shape[-3] > 4:
            raise ValueError(f"pic should not have > 4 channels. Got {pic.shape[-3]} channels.")
        if pic.is_floating_point() and mode != "F":
            pic = pic.mul(255).to(torch.uint8)
        values = pic.detach().permute(1, 2, 0)
    elif isinstance(pic, np.ndarray):
        if pic.ndim not in (2, 3):
            raise ValueError(f"pic should be 2/3 dimensional. Got {pic.ndim} dimensions.")
        pic = pic[:, :, None] if pic.ndim == 2 else pic
        if pic.shape[-1] > 4:
            raise ValueError(f"pic should not have > 4 channels. Got {pic.shape[-1]} channels.")
        values = torch.from_numpy(pic)
    else:
        raise TypeError(f"pic should be Tensor or ndarray. Got {type(pic)}.")
    expected = _PIL_MODES.get((str(values.dtype), values.shape[-1]))
    if expected is None:
        raise TypeError(f"Input type {values.numpy().dtype} is not supported")
    if mode is not None and mode != expected and not _may_be(mode, values.shape[-1]):
        raise ValueError(
            f"Incorrect mode ({mode}) supplied for input type {values.numpy().dtype}. Should be {expected}"
        )
    values = values.squeeze(-1) if values.shape[-1] == 1 else values
    return Image.fromarray(values.contiguous().numpy(), mode=mode if mode and mode != expected else None)


def _may_be(mode, channels):
    return mode in {2: ("LA",), 3: ("RGB", "YCbCr", "HSV"), 4: ("RGBA", "CMYK", "RGBX")}.get(channels, ())

"""Pictures in files as tensors (C, H, W) of bytes, and tensors as files.

What it is not: films. Start reading at `read_image`.
"""

from _kindling_absent import Absent as _Absent
import io

import torch
from PIL import Image
from torchvision.transforms.functional import pil_to_tensor, to_pil_image


class ImageReadMode:
    """What colours a picture is wanted in."""

    UNCHANGED, GRAY, GRAY_ALPHA, RGB, RGB_ALPHA = range(5)


_MODES = {1: "L", 2: "LA", 3: "RGB", 4: "RGBA"}
_NAMES = {"UNCHANGED": 0, "GRAY": 1, "GRAY_ALPHA": 2, "RGB": 3, "RGB_ALPHA": 4, "RGBA": 4}


def read_image(path, mode=ImageReadMode.UNCHANGED, apply_exif_orientation=False):
    """The picture in a file."""
    # Nothing here carries how the camera was held.
    del apply_exif_orientation
    try:
        return _tensor(Image.open(path), mode)
    except OSError as error:
        # Where it stands in torchvision's own files belongs to the message.
        if error.errno is None:
            raise
        raise RuntimeError(f"{_READER}, {error}") from None


_READER = "read_file, /__w/vision/vision/pytorch/vision/torchvision/csrc/io/image/cpu/read_write_file.cpp:78"


def decode_image(input, mode=ImageReadMode.UNCHANGED, apply_exif_orientation=False):
    """The picture in a file's bytes, given as a tensor of them, or in the file itself."""
    if not isinstance(input, torch.Tensor):
        return read_image(input, mode, apply_exif_orientation)
    return _tensor(Image.open(io.BytesIO(bytes(input.tolist()))), mode)


def _tensor(picture, mode):
    number = _NAMES[mode.upper()] if isinstance(mode, str) else mode
    return pil_to_tensor(picture.convert(_MODES[number]) if number else picture)


def read_file(path):
    """A file's bytes."""
    from PIL._bytes import tensor_of

    with open(path, "rb") as file:
        return tensor_of(file.read())


def write_png(input, filename, compression_level=6):
    """Writes a tensor of bytes as a PNG file."""
    # How hard to pack changes no value.
    del compression_level
    to_pil_image(input).save(filename, "PNG")


def __getattr__(name):
    if name in (
        "read_video",
        "write_video",
        "VideoReader",
        "write_jpeg",
        "encode_jpeg",
        "encode_png",
        "decode_jpeg",
        "decode_png",
    ):
        return _Absent(f"torchvision.io.{name} is not built into this torchvision")
    raise AttributeError(f"module 'torchvision.io' has no attribute '{name}'")

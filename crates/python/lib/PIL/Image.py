"""`Image`: pictures, and what makes them: new ones, arrays, files, other pictures.

What it is not: what a picture can do, which is `_picture`. Start reading at `new` and `fromarray`.
"""

from _kindling_absent import Absent
import numpy as np
import torch
from PIL import UnidentifiedImageError, _files, _mixing, _modes, _values
from PIL._bytes import tensor_of
from PIL._picture import Image
from PIL._settings import (
    AFFINE,
    BICUBIC,
    BILINEAR,
    BOX,
    FLIP_LEFT_RIGHT,
    FLIP_TOP_BOTTOM,
    FLOYDSTEINBERG,
    HAMMING,
    LANCZOS,
    NEAREST,
    NONE,
    PERSPECTIVE,
    ROTATE_90,
    ROTATE_180,
    ROTATE_270,
    TRANSPOSE,
    TRANSVERSE,
    Dither,
    Palette,
    Resampling,
    Transform,
    Transpose,
)

_KINDS = {
    ("bool", 0): "1",
    ("uint8", 0): "L",
    ("int32", 0): "I",
    ("float32", 0): "F",
    ("float64", 0): "F",
    ("uint8", 2): "LA",
    ("uint8", 3): "RGB",
    ("uint8", 4): "RGBA",
}
_TYPE_TEXTS = {"bool": "|b1", "uint8": "|u1", "int8": "|i1", "int16": "<i2", "int32": "<i4", "int64": "<i8",
               "float32": "<f4", "float64": "<f8"}  # fmt: skip


class DecompressionBombError(Exception):
    """A picture with too many pixels."""


def new(mode, size, color=0):
    """A picture of one colour, at first black."""
    _modes.check(mode)
    if len(size) != 2:
        raise ValueError("Size must be a sequence of length 2")
    if size[0] < 0 or size[1] < 0:
        raise ValueError("Width and height must be >= 0")
    ink = _values.ink(0 if color is None else color, mode)
    pixels = torch.tensor(ink, dtype=_modes.dtype_of(mode))
    return Image(pixels.expand(size[1], size[0], *pixels.shape).contiguous(), mode)


def fromarray(obj, mode=None):
    """A picture of an array's numbers: (H, W) is gray, (H, W, 3) colours."""
    array = obj if isinstance(obj, np.ndarray) else np.asarray(obj)
    tail = array.shape[2:]
    found = _KINDS.get((array.dtype.name, tail[0] if tail else 0)) if array.ndim in (2, 3) else None
    if mode is not None:
        _modes.check(mode)
        wide = len(_modes.BANDS[mode])
        if wide != (tail[0] if tail else 1):
            raise ValueError("not enough image data")
        found = mode
    if found is None:
        shape = ", ".join(str(each) for each in (1, 1, *tail))
        raise TypeError(
            f"Cannot handle this data type: ({shape}), {_TYPE_TEXTS.get(array.dtype.name, array.dtype.name)}"
        )
    pixels = torch.from_numpy(array).clone()
    if found == "1":
        pixels = pixels.to(torch.uint8) * 255
    return Image(pixels.to(_modes.dtype_of(found)), found)


def frombytes(mode, size, data, decoder_name="raw", *args):
    """A picture of bytes, row by row."""
    if decoder_name != "raw" or args:
        raise NotImplementedError(f"Image.frombytes: decoder_name={decoder_name!r} is not built into this PIL")
    _modes.check(mode)
    if _modes.dtype_of(mode) is not torch.uint8 or mode == "1":
        raise NotImplementedError(f"Image.frombytes of mode {mode!r} is not built into this PIL")
    wide = len(_modes.BANDS[mode])
    count = size[0] * size[1] * wide
    if len(data) < count:
        raise ValueError("not enough image data")
    shape = (size[1], size[0]) if wide == 1 else (size[1], size[0], wide)
    return Image(tensor_of(data[:count]).reshape(shape), mode)


frombuffer = frombytes


def open(fp, mode="r", formats=None):
    """The picture in a file, which is a path or a file that is open.

    Raises:
        UnidentifiedImageError: for what is no picture, or none that is read here.
    """
    if mode != "r":
        raise ValueError(f"bad mode {mode!r}")
    return _files.opened(fp, formats)


def merge(mode, bands):
    """A picture of gray ones, a band each."""
    if len(bands) != len(_modes.BANDS.get(mode, ())):
        raise ValueError("wrong number of bands")
    for band in bands[1:]:
        if band.size != bands[0].size:
            raise ValueError("size mismatch")
        if band.mode != bands[0].mode:
            raise ValueError("mode mismatch")
    pixels = [band._pixels for band in bands]
    return Image(pixels[0].clone() if len(pixels) == 1 else torch.stack(pixels, -1), mode)


def blend(im1, im2, alpha):
    """The first, and so much of the way from it to the second."""
    _same(im1, im2)
    return Image(_mixing.blended(im1._pixels, im2._pixels, alpha), im1.mode)


def composite(image1, image2, mask):
    """The first where the mask is white, the second where it is black."""
    made = image2.copy()
    made.paste(image1, None, mask)
    return made


def alpha_composite(im1, im2):
    """The second over the first, both RGBA."""
    if im1.mode != "RGBA" or im2.mode != "RGBA":
        raise ValueError("image has wrong mode")
    _same(im1, im2)
    return Image(_mixing.over(im1._pixels, im2._pixels), "RGBA")


def eval(image, *args):
    """A function of each value."""
    return image.point(args[0])


def linear_gradient(mode):
    """Black on top, white at the bottom, 256 x 256."""
    rows = torch.arange(256, dtype=torch.uint8).reshape(-1, 1).expand(256, 256).contiguous()
    return Image(rows, "L").convert(mode)


def _same(first, second):
    if first.mode != second.mode or first.size != second.size:
        raise ValueError("images do not match")


def isImageType(t):
    return isinstance(t, Image)


_NOT_BUILT = (
    "effect_mandelbrot effect_noise radial_gradient register_open register_save fromqimage getmodebands "
    "QUAD MESH EXTENT Exif fromarrow"
).split()


def __getattr__(name):
    if name == "ANTIALIAS":
        raise AttributeError("module 'PIL.Image' has no attribute 'ANTIALIAS'")
    if name in _NOT_BUILT:
        return Absent(f"PIL.Image.{name} is not built into this PIL")
    raise AttributeError(f"module 'PIL.Image' has no attribute '{name}'")

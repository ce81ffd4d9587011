"""What transforms do with pictures of PIL.

What it is not: tensors, which are `_tensor`'s. Start reading at `resize`.
"""

import numpy as np
from _scalars import NUMBERS
from PIL import Image, ImageEnhance, ImageOps


def size_of(img):
    """(channels, height, width)."""
    return (len(img.getbands()), img.height, img.width)


def hflip(img):
    return img.transpose(Image.FLIP_LEFT_RIGHT)


def vflip(img):
    return img.transpose(Image.FLIP_TOP_BOTTOM)


def crop(img, top, left, height, width):
    return img.crop((left, top, left + width, top + height))


def pad(img, edges, fill, mode):
    """With more at (left, top, right, bottom)."""
    if mode == "constant":
        if isinstance(fill, (list, tuple)):
            fill = tuple(int(each) for each in fill) if len(fill) > 1 else fill[0]
        wide = img.mode in ("RGB", "RGBA") and isinstance(fill, NUMBERS)
        return ImageOps.expand(img, border=tuple(edges), fill=(int(fill),) * len(img.getbands()) if wide else fill)
    left, top, right, bottom = edges
    array = np.asarray(img)
    if mode == "symmetric" or mode == "reflect":
        shift = int(mode == "reflect")
        places = lambda size, before, behind: [  # noqa: E731
            *range(before - 1 + shift, shift - 1, -1), *range(size), *range(size - 1 - shift, size - 1 - shift - behind, -1)
        ]  # fmt: skip
    else:
        places = lambda size, before, behind: [0] * before + list(range(size)) + [size - 1] * behind  # noqa: E731
    rows = np.array(places(img.height, top, bottom))
    columns = np.array(places(img.width, left, right))
    return Image.fromarray(array[rows][:, columns])


def resize(img, size, number):
    """In another size (height, width)."""
    return img.resize((size[1], size[0]), number)


def _ink(img, fill):
    """A colour for what comes from beyond."""
    if fill is None:
        return 0
    values = list(fill) if isinstance(fill, (list, tuple)) else [fill]
    count = len(img.getbands())
    values = values * count if len(values) == 1 else values
    values = [each if img.mode == "F" else int(each) for each in values]
    return tuple(values) if count > 1 else values[0]


def affine(img, matrix, number, fill):
    return img.transform(img.size, Image.AFFINE, matrix, number, fillcolor=_ink(img, fill))


def perspective(img, coefficients, number, fill):
    return img.transform(img.size, Image.PERSPECTIVE, coefficients, number, fillcolor=_ink(img, fill))


def rotate(img, angle, number, expand, center, fill):
    return img.rotate(angle, number, expand, center, fillcolor=_ink(img, fill))


def gray(img, channels=1):
    made = img.convert("L")
    return made if channels == 1 else Image.merge("RGB", (made, made, made))


def brightness(img, factor):
    return ImageEnhance.Brightness(img).enhance(factor)


def contrast(img, factor):
    return ImageEnhance.Contrast(img).enhance(factor)


def saturation(img, factor):
    return ImageEnhance.Color(img).enhance(factor)


def sharpness(img, factor):
    return ImageEnhance.Sharpness(img).enhance(factor)


def hue(img, factor):
    if img.mode in ("L", "1", "I", "F"):
        return img
    hue, share, high = img.convert("HSV").split()
    turned = (np.array(hue).astype(np.int64) + int(factor * 255)) % 256
    return Image.merge("HSV", (Image.fromarray(turned.astype(np.uint8)), share, high)).convert(img.mode)


def gamma(img, power, gain):
    table = [int((255 + 1 - 1e-3) * gain * pow(each / 255.0, power)) for each in range(256)] * 3
    made = img.convert("RGB").point(table)
    return made.convert(img.mode)


def invert(img):
    return ImageOps.invert(img)


def solarize(img, threshold):
    return ImageOps.solarize(img, threshold)


def posterize(img, bits):
    return ImageOps.posterize(img, bits)


def autocontrast(img):
    return ImageOps.autocontrast(img)


def equalize(img):
    return ImageOps.equalize(img)

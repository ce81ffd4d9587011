"""Common changes of whole pictures: turned over, made brighter, fitted into a size.

What it is not: filters, which are `ImageFilter`. Start reading at `autocontrast`.
"""

from PIL._picture import Image
from PIL._settings import Resampling, Transpose
from PIL._values import ink


def grayscale(image):
    """The picture in gray."""
    return image.convert("L")


def invert(image):
    """Black for white."""
    if image.mode == "1":
        return image.point([255 - at for at in range(256)])
    return image.point(_all_bands(image, lambda value: 255 - value))


def _all_bands(image, function):
    bands = 1 if image._pixels.ndim == 2 else image._pixels.shape[-1]
    if image.mode in ("RGBA", "LA", "I", "F", "CMYK", "HSV"):
        raise OSError(f"not supported for mode {image.mode}")
    return [function(value) for value in range(256)] * bands


def flip(image):
    """Upside down."""
    return image.transpose(Transpose.FLIP_TOP_BOTTOM)


def mirror(image):
    """Left for right."""
    return image.transpose(Transpose.FLIP_LEFT_RIGHT)


def solarize(image, threshold=128):
    """Black for white, above a threshold only."""
    return image.point(_all_bands(image, lambda value: value if value < threshold else 255 - value))


def posterize(image, bits):
    """With fewer shades: so many bits of each value."""
    mask = ~(2 ** (8 - bits) - 1)
    return image.point(_all_bands(image, lambda value: value & mask))


def _histograms(image):
    counts = image.histogram()
    return [counts[at : at + 256] for at in range(0, len(counts), 256)]


def autocontrast(image, cutoff=0, ignore=None, mask=None, preserve_tone=False):
    """The darkest value black and the brightest white, in each band; `cutoff` per cent at either end do not count."""
    if ignore is not None or mask is not None or preserve_tone:
        raise NotImplementedError("ImageOps.autocontrast: only cutoff is built into this PIL")
    cuts = cutoff if isinstance(cutoff, tuple) else (cutoff, cutoff)
    lut = []
    for counts in _histograms(image):
        counts = _cut(_cut(counts, cuts[0])[::-1], cuts[1])[::-1]
        found = [at for at, count in enumerate(counts) if count]
        if not found or found[-1] <= found[0]:
            lut += range(256)
            continue
        scale = 255.0 / (found[-1] - found[0])
        lut += [min(max(int(at * scale - found[0] * scale), 0), 255) for at in range(256)]
    return image.point(lut)


def _cut(counts, percent):
    """The counts without so many per cent from the front."""
    left, counts = int(sum(counts) * percent // 100), list(counts)
    for at, count in enumerate(counts):
        taken = min(left, count)
        counts[at], left = count - taken, left - taken
        if left <= 0:
            break
    return counts


def equalize(image, mask=None):
    """Every shade about as often as any other, in each band."""
    if mask is not None:
        raise NotImplementedError("ImageOps.equalize: mask is not built into this PIL")
    lut = []
    for counts in _histograms(image):
        found = [count for count in counts if count]
        step = (sum(found) - found[-1]) // 255 if len(found) > 1 else 0
        if not step:
            lut += range(256)
            continue
        passed = step // 2
        for count in counts:
            lut.append(min(passed // step, 255))
            passed += count
    return image.point(lut)


def _border(border):
    if isinstance(border, (tuple, list)):
        return (*border, *border) if len(border) == 2 else tuple(border)
    return (border,) * 4


def expand(image, border=0, fill=0):
    """With a border of a colour around it."""
    left, top, right, bottom = _border(border)
    size = (left + image.width + right, top + image.height + bottom)
    made = _canvas(image, size, fill)
    made._pixels[top : top + image.height, left : left + image.width] = image._pixels
    return made


def _canvas(image, size, fill):
    pixels = image._pixels.new_tensor(ink(0 if fill is None else fill, image.mode))
    return Image(pixels.expand(size[1], size[0], *pixels.shape).contiguous(), image.mode)


def crop(image, border=0):
    """Without its border."""
    left, top, right, bottom = _border(border)
    return image.crop((left, top, image.width - right, image.height - bottom))


def scale(image, factor, resample=Resampling.BICUBIC):
    """So many times as large."""
    if factor <= 0:
        raise ValueError("the factor must be greater than 0")
    return image.resize((round(factor * image.width), round(factor * image.height)), resample)


def contain(image, size, method=Resampling.BICUBIC):
    """As large as fits, in its own proportions."""
    own, wanted = image.width / image.height, size[0] / size[1]
    if own > wanted:
        size = (size[0], round(image.height / image.width * size[0]))
    elif own < wanted:
        size = (round(image.width / image.height * size[1]), size[1])
    return image.resize(size, resample=method)


def pad(image, size, method=Resampling.BICUBIC, color=None, centering=(0.5, 0.5)):
    """As large as fits, with a colour around it."""
    fitted = contain(image, size, method)
    if fitted.size == tuple(size):
        return fitted
    made = _canvas(image, size, color)
    across = round((size[0] - fitted.width) * max(0, min(centering[0], 1)))
    down = round((size[1] - fitted.height) * max(0, min(centering[1], 1)))
    made.paste(fitted, (across, down) if fitted.width == size[0] or fitted.height == size[1] else (0, 0))
    return made


def fit(image, size, method=Resampling.BICUBIC, bleed=0.0, centering=(0.5, 0.5)):
    """Filling a size, cut where it would stand out."""
    lost = (bleed * image.width, bleed * image.height)
    live = (image.width - lost[0] * 2, image.height - lost[1] * 2)
    own, wanted = live[0] / live[1], size[0] / size[1]
    if own == wanted:
        wide, high = live
    elif own >= wanted:
        wide, high = wanted * live[1], live[1]
    else:
        wide, high = live[0], live[0] / wanted
    left = lost[0] + (live[0] - wide) * centering[0]
    top = lost[1] + (live[1] - high) * centering[1]
    return image.resize(size, method, box=(left, top, left + wide, top + high))


def exif_transpose(image, *, in_place=False):
    """The picture as it was taken; nothing here carries how the camera was held."""
    return None if in_place else image.copy()

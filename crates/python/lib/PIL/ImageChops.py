"""Arithmetic of two pictures, value by value.

What it is not: mixing by masks, which pictures do themselves. Start reading at `_operation`.
"""

import torch
from PIL import _modes


def _operation(name, compute, doc):
    def operate(image1, image2):
        height, width = min(image1.height, image2.height), min(image1.width, image2.width)
        if image1.mode != image2.mode:
            raise ValueError("images do not match")
        first, second = (each._pixels[:height, :width].int() for each in (image1, image2))
        return image1._like(_modes.clipped(compute(first, second)))

    operate.__name__, operate.__doc__ = name, doc
    return operate


difference = _operation("difference", lambda a, b: (a - b).abs(), "How far apart they are.")
multiply = _operation("multiply", lambda a, b: a * b // 255, "The darker where either is dark.")
screen = _operation("screen", lambda a, b: 255 - (255 - a) * (255 - b) // 255, "The brighter where either is bright.")
lighter = _operation("lighter", torch.maximum, "The greater value.")
darker = _operation("darker", torch.minimum, "The lesser value.")
add_modulo = _operation("add_modulo", lambda a, b: (a + b) & 255, "The sum, from 0 on again after 255.")
subtract_modulo = _operation("subtract_modulo", lambda a, b: (a - b) & 255, "The difference, from 255 on below 0.")


def add(image1, image2, scale=1.0, offset=0):
    """The sum, divided by `scale`, and `offset` more."""
    return _operation("add", lambda a, b: ((a + b).float() / scale + offset).trunc(), "")(image1, image2)


def subtract(image1, image2, scale=1.0, offset=0):
    """The difference, divided by `scale`, and `offset` more."""
    return _operation("subtract", lambda a, b: ((a - b).float() / scale + offset).trunc(), "")(image1, image2)


def invert(image):
    """Black for white, in every band."""
    return image._like(255 - image._pixels)


def offset(image, xoffset, yoffset=None):
    """Moved; what leaves at one side comes in at the other."""
    down = xoffset if yoffset is None else yoffset
    return image._like(image._pixels.roll((down, xoffset), (0, 1)).contiguous())


def duplicate(image):
    return image.copy()


def constant(image, value):
    """Gray of that size."""
    made = image.convert("L")
    made._pixels.fill_(value)
    return made

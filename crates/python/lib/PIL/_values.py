"""Single values of pictures: colours as numbers, pixels by place, tables of values.

What it is not: arrays; `np.array(picture)` gives all values at once. Start reading at `ink`.
"""

import torch
from PIL import _modes
from PIL._color import getcolor


def ink(color, mode):
    """A colour as a picture of a mode has it: a number, or one a band."""
    count = len(_modes.BANDS[mode])
    if isinstance(color, str):
        color = getcolor(color, mode)
    if mode == "F":
        return float(color[0] if isinstance(color, (list, tuple)) else color)
    if mode == "I":
        return int(color[0] if isinstance(color, (list, tuple)) else color)
    if isinstance(color, (list, tuple)):
        values = [min(max(int(each), 0), 255) for each in color]
        if count == 1 and len(values) == 1:
            return values[0]
        if mode in ("RGBA", "LA") and len(values) == count - 1:
            return [*values, 255]
        if len(values) != count and not (mode == "RGB" and len(values) == 4):
            raise TypeError(
                f"color must be int or tuple of {count} elements"
                if count > 1
                else "color must be int or single-element tuple"
            )
        return values[:count]
    if isinstance(color, float) and count > 1:
        raise TypeError("color must be int or tuple")
    color = int(color)
    if count == 1:
        return (255 if color else 0) if mode == "1" else min(max(color, 0), 255)
    # The bands of one number, the lowest first.
    return [(color >> (8 * at)) & 255 for at in range(count)]


def _place(picture, xy):
    x, y = (int(each) for each in xy)
    x, y = x + picture.width if x < 0 else x, y + picture.height if y < 0 else y
    if not (0 <= x < picture.width and 0 <= y < picture.height):
        raise IndexError("image index out of range")
    return y, x


def get(picture, xy):
    """The value at (x, y)."""
    value = picture._pixels[_place(picture, xy)].tolist()
    return tuple(value) if isinstance(value, list) else value


def put(picture, xy, value):
    """Writes the value at (x, y)."""
    picture._pixels[_place(picture, xy)] = torch.tensor(ink(value, picture.mode), dtype=picture._pixels.dtype)


class PixelAccess:
    """Pixels by place."""

    def __init__(self, picture):
        self._picture = picture

    def __getitem__(self, xy):
        return get(self._picture, xy)

    def __setitem__(self, xy, value):
        put(self._picture, xy, value)


def looked_up(picture, lut, mode):
    """Each value as a table says, or a function, which is asked for each of the 256 once."""
    if picture._pixels.dtype != torch.uint8:
        raise NotImplementedError(f"Image.point of mode {picture.mode!r} is not built into this PIL")
    bands = 1 if picture._pixels.ndim == 2 else picture._pixels.shape[-1]
    if callable(lut):
        lut = [lut(value) for value in range(256)] * bands
    lut = [round(each) for each in lut]
    if len(lut) != 256 * bands:
        raise ValueError("wrong number of lut entries")
    table = _modes.clipped(torch.tensor(lut)).reshape(bands, 256)
    values = picture._pixels.long()
    if bands == 1:
        made = table[0][values]
    else:
        made = torch.stack([table[at][values[..., at]] for at in range(bands)], -1)
    result = picture._like(made)
    if mode is not None and mode != picture.mode:
        if mode != "1" and (picture.mode, mode) != ("1", "L"):
            raise NotImplementedError(f"Image.point: mode={mode!r} is not built into this PIL")
        result.mode = mode
    return result

"""Cutting, resizing and turning pictures.

What it is not: how values are computed, which is `_resample` and `_affine`. Start reading at `Reshaping`.
"""

import math

import torch
from PIL import _affine, _modes, _resample, _values
from PIL._settings import Resampling, Transform, Transpose, resampling

_TURNS = {
    Transpose.FLIP_LEFT_RIGHT: lambda pixels: pixels.flip(1),
    Transpose.FLIP_TOP_BOTTOM: lambda pixels: pixels.flip(0),
    Transpose.ROTATE_90: lambda pixels: pixels.transpose(0, 1).flip(0),
    Transpose.ROTATE_180: lambda pixels: pixels.flip(0).flip(1),
    Transpose.ROTATE_270: lambda pixels: pixels.transpose(0, 1).flip(1),
    Transpose.TRANSPOSE: lambda pixels: pixels.transpose(0, 1),
    Transpose.TRANSVERSE: lambda pixels: pixels.transpose(0, 1).flip(0).flip(1),
}


class Reshaping:
    """Mixed into `Image`, which has `_pixels`, `mode` and `_like`."""

    def resize(self, size, resample=None, box=None, reducing_gap=None):
        """The picture, or a box of it, in another size."""
        kind = resampling(Resampling.BICUBIC if resample is None else resample)
        if reducing_gap is not None and reducing_gap < 1.0:
            raise ValueError("reducing_gap must be 1.0 or greater")
        box = (0, 0, *self.size) if box is None else tuple(box)
        size = tuple(int(each) for each in size)
        if size[0] <= 0 or size[1] <= 0:
            raise ValueError("height and width must be > 0")
        if self.size == size and box == (0, 0, *self.size):
            return self.copy()
        kind = 0 if self.mode == "1" else kind
        pixels = self._pixels
        if reducing_gap is not None and kind != 0:
            pixels, box = self._reduced_first(size, box, reducing_gap)
        if self.mode == "RGBA" and kind != 0:
            return self._like(_modes.unmultiplied(_resample.resized(_modes.premultiplied(pixels), size, kind, box)))
        return self._like(_resample.resized(pixels, size, kind, box))

    def _reduced_first(self, size, box, gap):
        """Blocks made one where the picture is much larger than wanted, and the box in what is left."""
        factors = [int((box[at + 2] - box[at]) / size[at] / gap) or 1 for at in range(2)]
        if factors == [1, 1]:
            return self._pixels, box
        across, down = factors
        return _resample.reduced(self._pixels, factors), (
            box[0] / across, box[1] / down, box[2] / across, box[3] / down
        )  # fmt: skip

    def reduce(self, factor, box=None):
        """The means of blocks, of `factor` pixels a side or of (across, down)."""
        part = self if box is None else self.crop(box)
        factor = factor if isinstance(factor, (list, tuple)) else (factor, factor)
        return self._like(_resample.reduced(part._pixels, factor))

    def thumbnail(self, size, resample=Resampling.BICUBIC, reducing_gap=2.0):
        """Makes this picture so small that it fits, in its own proportions."""
        wide, high = (math.floor(each) for each in size)
        if wide >= self.width and high >= self.height:
            return
        ratio = self.width / self.height
        if wide / high >= ratio:
            wide = _nearer(high * ratio, lambda n: abs(ratio - n / high))
        else:
            high = _nearer(wide / ratio, lambda n: 0 if n == 0 else abs(ratio - wide / n))
        if (wide, high) != self.size:
            self._pixels = self.resize((wide, high), resample, None, reducing_gap)._pixels

    def crop(self, box=None):
        """A box of the picture (left, top, right, bottom); black where it reaches beyond."""
        if box is None:
            return self.copy()
        left, top, right, bottom = (round(each) for each in box)
        if right < left:
            raise ValueError("Coordinate 'right' is less than 'left'")
        if bottom < top:
            raise ValueError("Coordinate 'lower' is less than 'upper'")
        if 0 <= left and right <= self.width and 0 <= top and bottom <= self.height:
            return self._like(self._pixels[top:bottom, left:right].clone())
        made = self._pixels.new_zeros((bottom - top, right - left, *self._pixels.shape[2:]))
        rows, columns = (max(top, 0), min(bottom, self.height)), (max(left, 0), min(right, self.width))
        if rows[0] < rows[1] and columns[0] < columns[1]:
            inside = made[rows[0] - top : rows[1] - top, columns[0] - left : columns[1] - left]
            inside.copy_(self._pixels[rows[0] : rows[1], columns[0] : columns[1]])
        return self._like(made)

    def transpose(self, method):
        """Mirrored, or turned by a quarter."""
        if method not in _TURNS:
            raise ValueError(f"{method!r} is not a valid Transpose")
        return self._like(_TURNS[method](self._pixels).contiguous())

    def rotate(self, angle, resample=Resampling.NEAREST, expand=0, center=None, translate=None, fillcolor=None):
        """Turned by degrees against the clock; with `expand` as large as it then is."""
        angle = angle % 360.0
        if not (center or translate):
            if angle == 0:
                return self.copy()
            quarter = {180: 3, 90: 2, 270: 4}.get(angle)
            if quarter is not None and (angle == 180 or expand or self.width == self.height):
                return self.transpose(quarter)
        matrix, size = _affine.rotation(self.size, angle, expand, center, translate)
        return self.transform(size, Transform.AFFINE, matrix, resample, fillcolor=fillcolor)

    def transform(self, size, method, data=None, resample=Resampling.NEAREST, fill=1, fillcolor=None):
        """The picture whose pixels come from where a matrix says."""
        if not fill:
            raise NotImplementedError(f"Image.transform: fill={fill!r} is not built into this PIL")
        if method not in (Transform.AFFINE, Transform.PERSPECTIVE):
            raise NotImplementedError(f"Image.transform: method={method!r} is not built into this PIL")
        kind = resampling(resample, (0, 2, 3))
        kind = 0 if self.mode == "1" else kind
        pixels = self._pixels
        ink = torch.tensor(_values.ink(0 if fillcolor is None else fillcolor, self.mode), dtype=pixels.dtype)
        if self.mode == "RGBA" and kind != 0:
            return self._like(
                _modes.unmultiplied(_affine.transformed(_modes.premultiplied(pixels), size, data, kind, ink))
            )
        return self._like(_affine.transformed(pixels, size, data, kind, ink).contiguous())


def _nearer(number, distance):
    """The whole number below or above, whichever is less distant."""
    return max(min(math.floor(number), math.ceil(number), key=distance), 1)

"""More or less of something: 1.0 is the picture as it is, 0.0 without any.

What it is not: filters of other kinds. Start reading at `_Enhance`.
"""

import torch
from PIL import ImageFilter, _mixing


class _Enhance:
    """Goes from `degenerate`, the picture with nothing of it, to the picture and beyond."""

    def __init__(self, image):
        self.image = image
        self.degenerate = image._like(self._without(image._pixels))
        if image.mode in ("RGBA", "LA"):
            self.degenerate._pixels[..., -1] = image._pixels[..., -1]

    def enhance(self, factor):
        """The picture with so much of it."""
        return self.image._like(_mixing.blended(self.degenerate._pixels, self.image._pixels, factor))

    def _gray(self):
        return self.image.convert("L")


class Brightness(_Enhance):
    def _without(self, pixels):
        return torch.zeros_like(pixels)


class Contrast(_Enhance):
    def _without(self, pixels):
        gray = self._gray()._pixels
        return torch.full_like(pixels, int(gray.double().mean().item() + 0.5))


class Color(_Enhance):
    def _without(self, pixels):
        between = "LA" if self.image.mode in ("RGBA", "LA") else "L"
        return self.image.convert(between).convert(self.image.mode)._pixels


class Sharpness(_Enhance):
    def _without(self, pixels):
        return ImageFilter.SMOOTH._applied(pixels)

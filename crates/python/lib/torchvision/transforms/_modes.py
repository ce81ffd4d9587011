"""How values between pixels are found, by name.

What it is not: the finding. Start reading at `InterpolationMode`.
"""

from enum import Enum

from _scalars import INTS


class InterpolationMode(Enum):
    """Ways of interpolating; numbers, which stood for them once, are taken, too."""

    NEAREST = "nearest"
    NEAREST_EXACT = "nearest-exact"
    BILINEAR = "bilinear"
    BICUBIC = "bicubic"
    BOX = "box"
    HAMMING = "hamming"
    LANCZOS = "lanczos"


# As Pillow numbers them.
PIL_NUMBERS = {"nearest": 0, "nearest-exact": 0, "lanczos": 1, "bilinear": 2, "bicubic": 3, "box": 4, "hamming": 5}
_BY_NUMBER = {0: "nearest", 1: "lanczos", 2: "bilinear", 3: "bicubic", 4: "box", 5: "hamming"}


def checked(interpolation):
    """The way.

    Raises:
        TypeError: for what is none.
    """
    if isinstance(interpolation, INTS):
        return InterpolationMode(_BY_NUMBER[int(interpolation)])
    if not isinstance(interpolation, InterpolationMode):
        raise TypeError(
            "Argument interpolation should be a InterpolationMode or a corresponding Pillow integer constant"
        )
    return interpolation

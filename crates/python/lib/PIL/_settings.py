"""The numbers that Pillow has for ways of resizing, turning and mixing.

What it is not: the ways. Start reading at `Resampling`.
"""

from enum import IntEnum


class Resampling(IntEnum):
    NEAREST, LANCZOS, BILINEAR, BICUBIC, BOX, HAMMING = 0, 1, 2, 3, 4, 5


class Transpose(IntEnum):
    FLIP_LEFT_RIGHT, FLIP_TOP_BOTTOM, ROTATE_90, ROTATE_180, ROTATE_270, TRANSPOSE, TRANSVERSE = range(7)


class Transform(IntEnum):
    AFFINE, EXTENT, PERSPECTIVE, QUAD, MESH = range(5)


class Dither(IntEnum):
    NONE, ORDERED, RASTERIZE, FLOYDSTEINBERG = range(4)


class Palette(IntEnum):
    WEB, ADAPTIVE = range(2)


# The old names are plain numbers.
NEAREST, LANCZOS, BILINEAR, BICUBIC, BOX, HAMMING = (each.value for each in Resampling)
FLIP_LEFT_RIGHT, FLIP_TOP_BOTTOM, ROTATE_90, ROTATE_180, ROTATE_270, TRANSPOSE, TRANSVERSE = (each.value for each in Transpose)
AFFINE, PERSPECTIVE = Transform.AFFINE.value, Transform.PERSPECTIVE.value
NONE, FLOYDSTEINBERG = Dither.NONE.value, Dither.FLOYDSTEINBERG.value
# What Pillow names in its message besides those that are built.
FILTERS_TOLD = ("NEAREST LANCZOS BILINEAR BICUBIC BOX HAMMING MKS2013 MKS2021").split()


def resampling(number, allowed=range(6)):
    """The number of a way of resizing.

    Raises:
        ValueError: for none, and for one that is not allowed here.
    """
    if number in allowed:
        return int(number)
    if len(allowed) == 6:
        told = [f"Image.Resampling.{name} ({at})" for at, name in enumerate(FILTERS_TOLD)]
        raise ValueError(f"Unknown resampling filter ({number}). Use {', '.join(told[:-1])} or {told[-1]}")
    told = [f"Image.Resampling.{FILTERS_TOLD[at]} ({at})" for at in allowed]
    if number in range(6):
        raise ValueError(
            f"Image.Resampling.{FILTERS_TOLD[number]} ({number}) cannot be used. Use {', '.join(told[:-1])} or {told[-1]}"
        )
    raise ValueError(f"Unknown resampling filter ({number}). Use {', '.join(told[:-1])} or {told[-1]}")

"""`PIL`: pictures as values, cut, turned, resized, drawn on, read from files and written to them, as Pillow does it.

What it is not: fonts and films. Start reading at `Image`.
"""

from _kindling_absent import Absent


__version__ = "12.0.0+kindling"


class UnidentifiedImageError(OSError):
    """A file that is no picture, or one of a kind that is not read here."""


def __getattr__(name):
    if name in ("ImageFont", "ImageGrab", "ImageTk", "ImageQt", "ImageCms", "ImageMath", "ImageMorph", "ImageSequence",
                "ImagePalette", "ImageShow", "ExifTags", "ImageTransform", "PSDraw", "TiffTags"):  # fmt: skip
        return Absent(f"PIL.{name} is not built into this PIL")
    raise AttributeError(f"module 'PIL' has no attribute '{name}'")

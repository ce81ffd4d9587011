"""Colours by their names and codes, under the names that Pillow has for the functions.

What it is not: the reading of them, which is `_color`. Start reading at `getrgb`.
"""

from PIL._color import getcolor, getrgb

__all__ = ["getcolor", "getrgb"]

"""Fonts by name, as lessons ask for them: the page has one family of letters.

What it is not: a search for files. Start reading at `FontProperties`.
"""

from ._rc import font_size


class FontProperties:
    """Size, weight and slant of letters."""

    def __init__(self, family=None, style=None, variant=None, weight=None, stretch=None, size=None, fname=None):
        del variant, stretch, fname
        self._family, self._style, self._weight, self._size = family, style, weight, size

    def get_size(self):
        return font_size(self._size)

    def get_family(self):
        return [self._family or "sans-serif"]

    def get_name(self):
        return "DejaVu Sans"

    def set_size(self, size):
        self._size = size


def findfont(prop, *args, **kwargs):
    raise NotImplementedError("font_manager.findfont is not supported by Kindling's matplotlib: there are no files of fonts")

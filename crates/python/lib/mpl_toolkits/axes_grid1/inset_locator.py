"""`inset_axes` by the old name: axes in a corner of others.

What it is not: `Axes.inset_axes`, which takes a place. Start reading at `inset_axes`.
"""

from _scalars import INTS
from matplotlib._style import undrawn

_CORNERS = {"upper right": (1, 1), "upper left": (0, 1), "lower left": (0, 0), "lower right": (1, 0), "center left": (0, 0.5),
            "center right": (1, 0.5), "lower center": (0.5, 0), "upper center": (0.5, 1), "center": (0.5, 0.5)}
_NUMBERS = [None, "upper right", "upper left", "lower left", "lower right", "center right", "center left", "center right",
            "lower center", "upper center", "center"]


def inset_axes(parent_axes, width, height, loc="upper right", **kwargs):
    """Axes of a width and height, in inches or as '30%' of the others, in one of their corners."""
    kwargs.pop("borderpad", None)
    undrawn("inset_axes", **kwargs)
    across, up = _CORNERS[_NUMBERS[loc] if isinstance(loc, INTS) else loc]
    wide, high = (_share(side, at, parent_axes) for at, side in enumerate((width, height)))
    return parent_axes.inset_axes([across * (1 - wide), up * (1 - high), wide, high])


def _share(side, at, parent):
    if isinstance(side, str):
        return float(side.rstrip("%")) / 100
    place = parent._place
    many, span = (("columns", "column_span"), ("rows", "row_span"))[at]
    return min(side / (parent.figure.get_size_inches()[at] * 0.8 * place.get(span, 1) / place[many]), 1.0)

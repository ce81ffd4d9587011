"""What is asked of a legend, as figures carry it. Start reading at `read`."""

from ._rc import font_size
from ._style import not_valid, undrawn
from .colors import color_code

from _scalars import INTS

_PLACES = ("best", "upper right", "upper left", "lower left", "lower right", "right", "center left",
           "center right", "lower center", "upper center", "center")  # fmt: skip
# Distances within a legend: the drawing finds them.
_DISTANCES = ("borderpad", "labelspacing", "handlelength", "handleheight", "handletextpad", "columnspacing",
              "numpoints", "scatterpoints")  # fmt: skip


def read(owner, kwargs):
    """The keywords of `legend` as the Rust type `Legend`."""
    ncol = kwargs.pop("ncol", None)
    value = {"columns": int(kwargs.pop("ncols", 1) if ncol is None else ncol), "frame": bool(kwargs.pop("frameon", True))}
    size = (kwargs.pop("prop", None) or {}).get("size", kwargs.pop("fontsize", None))
    _anchor(value, kwargs.pop("bbox_to_anchor", None), kwargs.pop("loc", None))
    given = {
        "title": (kwargs.pop("title", None), str),
        "size": (size, font_size),
        "title_size": (kwargs.pop("title_fontsize", None), font_size),
        "gap": (kwargs.pop("borderaxespad", None), float),
        "alpha": (kwargs.pop("framealpha", None), float),
        "face": (kwargs.pop("facecolor", None), color_code),
        "edge": (kwargs.pop("edgecolor", None), color_code),
    }
    value.update({name: as_type(asked) for name, (asked, as_type) in given.items() if asked is not None})
    undrawn(owner, **{name: asked for name, asked in kwargs.items() if name not in _DISTANCES})
    return value


def _anchor(value, anchor, loc):
    """Which side of the legend stands at which place of the axes."""
    if isinstance(loc, (tuple, list)):
        # Two numbers are where its lower left corner stands.
        value.update(place="lower_left", anchor=[*map(float, loc), 0.0, 0.0], gap=0.0)
    elif loc is not None:
        value["place"] = _place(loc)
    if anchor is not None:
        if len(anchor) not in (2, 4):
            raise TypeError(f"bbox_to_anchor must have 2 or 4 numbers, not {anchor!r}")
        value["anchor"] = [*map(float, anchor), 0.0, 0.0][:4]


def _place(loc):
    if isinstance(loc, INTS) and 0 <= loc < len(_PLACES):
        loc = _PLACES[loc]
    if loc not in _PLACES:
        raise ValueError(not_valid(loc, "loc", list(_PLACES)))
    return "center_right" if loc == "right" else loc.replace(" ", "_")


def elements(points, prop, num, fmt, look):
    """Samples of a scatter's colours or sizes, and what they stand for, as `legend` takes both."""
    import numpy as np

    from . import _data
    from .lines import Line2D
    from .ticker import MaxNLocator

    values, cmap, low, high = points._mapped
    if prop not in ("colors", "sizes"):
        raise ValueError(f"Valid values for `prop` are 'colors' or 'sizes'. You supplied '{prop}' instead.")
    numbers = points._entry.get("sizes", [36.0]) if prop == "sizes" else _data.floats(_data.flat(_data.plain(values)))
    found = np.unique(np.asarray(numbers))
    if num is not None and num != "auto" and not isinstance(num, INTS):
        found = np.asarray(_data.floats(_data.plain(num)))
    elif num is not None and len(found) > (9 if num == "auto" else num):
        ticks = MaxNLocator(nbins=9 if num == "auto" else num, min_n_ticks=2).tick_values(found.min(), found.max())
        found = ticks[(ticks >= found.min()) & (ticks <= found.max())]
    first = min(numbers) if low is None else low
    span = ((max(numbers) if high is None else high) - first) or 1.0
    func = look.pop("func", lambda value: value)
    made = []
    for value in found.tolist():
        color = cmap.hex((value - first) / span) if prop == "colors" else color_code(look.get("color", points._entry["colors"][0]))
        size = value**0.5 if prop == "sizes" else look.get("markersize", 6.0)
        made.append(Line2D([], [], color=color, marker="o", ls="none", ms=size, alpha=look.get("alpha")))
    digits = max((len(f"{value:.8g}".partition(".")[2]) for value in found.tolist()), default=0)
    words = [f"$\\mathdefault{{{func(value):.{digits}f}}}$" for value in found.tolist()]
    if fmt is not None:
        words = [fmt.format(x=value) if "{" in str(fmt) else str(fmt(value, None)) if callable(fmt) else fmt % value
                 for value in found.tolist()]
    return made, words

"""What is asked of a legend, as figures carry it. Start reading at `read`."""

from ._rc import font_size
from ._style import refused
from .colors import to_hex

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
        "face": (kwargs.pop("facecolor", None), to_hex),
        "edge": (kwargs.pop("edgecolor", None), to_hex),
    }
    value.update({name: as_type(asked) for name, (asked, as_type) in given.items() if asked is not None})
    refused(owner, **{name: asked for name, asked in kwargs.items() if name not in _DISTANCES})
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
    if isinstance(loc, int) and 0 <= loc < len(_PLACES):
        loc = _PLACES[loc]
    if loc not in _PLACES:
        known = ", ".join(repr(place) for place in _PLACES)
        raise ValueError(f"{loc!r} is not a valid value for loc; supported values are {known}")
    return "center_right" if loc == "right" else loc.replace(" ", "_")

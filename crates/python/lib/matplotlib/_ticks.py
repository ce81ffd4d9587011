"""How ticks and their texts look: `tick_params`, and the keywords of `xticks` and `set_xticklabels`.

What it is not: where ticks stand and what they say (ticker.py, axis.py). Start reading at `tick_params`.
"""

from ._rc import font_size
from ._style import SIDES, angle, long_names, none_left, undrawn
from .colors import color_code

# What each keyword sets of an axis' look, and how it is read.
_LOOKS = {
    "color": ("color", color_code),
    "labelcolor": ("label_color", color_code),
    "labelsize": ("label_size", font_size),
    "labelrotation": ("turn", angle),
    "length": ("length", float),
}
# What is so in any case.
_USUAL = {"which": "major", "direction": "out", "top": False, "right": False, "bottom": True, "left": True,
          "labelbottom": True, "labelleft": True, "labeltop": False, "labelright": False, "reset": False}  # fmt: skip


def tick_params(axes, axis, kwargs):
    if axis not in ("both", "x", "y"):
        raise ValueError(f"{axis!r} is not a valid value for axis. Supported values are 'x', 'y', 'both'")
    names = ("x", "y") if axis == "both" else (axis,)
    looks = _taken(kwargs)
    for name in names:
        axes._axis(name).setdefault("look", {}).update(looks)
        _take_away(axes, name, kwargs)
    if axes._has_only_major(kwargs.get("which", "major")):
        kwargs.pop("which", None)
    undrawn("Axes.tick_params", **{name: value for name, value in kwargs.items() if _USUAL.get(name, name) != value})


def _taken(kwargs):
    """The looks among the keywords, which lose them."""
    if "rotation" in kwargs:
        kwargs["labelrotation"] = kwargs.pop("rotation")
    both = kwargs.pop("colors", None)
    if both is not None:
        kwargs.update(color=both, labelcolor=both)
    given = {name: kwargs.pop(name) for name in _LOOKS if kwargs.get(name) is not None}
    return {_LOOKS[name][0]: _LOOKS[name][1](value) for name, value in given.items()}


def _take_away(axes, name, kwargs):
    """Ticks and their texts go by name of their side: both, or one of the two."""
    side = _side(axes, name)
    marks, texts = kwargs.pop(side, None), kwargs.pop("label" + side, None)
    rules, look = axes._tick_rules[name], axes._axis(name)["look"]
    if marks is not None:
        look["length"] = 0.0 if not marks else look.get("length") or None
    if texts is not None:
        rules["untexted"] = not texts


def _side(axes, name):
    far = axes._axis(name).get("opposite", False)
    return ("top" if far else "bottom") if name == "x" else ("right" if far else "left")


def text_look(axes, name, kwargs):
    """What is said of all texts of an axis' ticks: rotation, alignment, size and colour."""
    minor = kwargs.pop("minor", False)
    undrawn("Axes.set_ticks", minor=minor or None)
    keywords = long_names(kwargs, "Text", turns=True)
    look = {}
    readers = {"rotation": ("turn", angle), "fontsize": ("label_size", font_size), "color": ("label_color", color_code),
               "horizontalalignment": ("horizontal", SIDES.__getitem__), "verticalalignment": ("vertical", SIDES.__getitem__),
               "rotation_mode": ("anchored", lambda mode: mode == "anchor")}  # fmt: skip
    for key, (field, read) in readers.items():
        value = keywords.pop(key, None)
        if value is not None:
            look[field] = read(value)
    none_left(keywords)
    axes._axis(name).setdefault("look", {}).update(look)

"""rcParams: how figures look from now on, and what new axes, lines and texts take of it.

What it is not: style sheets, which set several at once (style.py). Start reading at `RcParams`.
"""

from .colors import CYCLE, as_cycled, is_color_like, color_code

from _scalars import FLOATS

# What figures here follow, with matplotlib's first values.
READ = {
    "axes.edgecolor": "black",
    "axes.facecolor": "white",
    "axes.grid": False,
    "axes.grid.axis": "both",
    "axes.labelcolor": "black",
    "axes.labelsize": "medium",
    "axes.labelweight": "normal",
    "axes.linewidth": 0.8,
    "axes.prop_cycle": tuple(CYCLE),
    "axes.spines.bottom": True,
    "axes.spines.left": True,
    "axes.spines.right": True,
    "axes.spines.top": True,
    "axes.titlecolor": "auto",
    "axes.titlelocation": "center",
    "axes.titlesize": "large",
    "axes.titleweight": "normal",
    "axes.xmargin": 0.05,
    "axes.ymargin": 0.05,
    "figure.dpi": 100.0,
    "figure.facecolor": "white",
    "figure.figsize": [6.4, 4.8],
    "figure.labelsize": "large",
    "figure.titlesize": "large",
    "figure.titleweight": "normal",
    "font.size": 10.0,
    "grid.alpha": 1.0,
    "grid.color": "#b0b0b0",
    "grid.linestyle": "-",
    "grid.linewidth": 0.8,
    "hist.bins": 10,
    "image.cmap": "viridis",
    "legend.edgecolor": "0.8",
    "legend.facecolor": "inherit",
    "legend.fontsize": "medium",
    "legend.framealpha": 0.8,
    "legend.frameon": True,
    "legend.loc": "best",
    "legend.title_fontsize": None,
    "lines.linestyle": "-",
    "lines.linewidth": 1.5,
    "lines.marker": "None",
    "lines.markersize": 6.0,
    "patch.edgecolor": "black",
    "patch.force_edgecolor": False,
    "patch.linewidth": 1.0,
    "savefig.dpi": "figure",
    "savefig.facecolor": "auto",
    "savefig.transparent": False,
    "scatter.marker": "o",
    "text.color": "black",
    "xtick.color": "black",
    "xtick.labelcolor": "inherit",
    "xtick.labelsize": "medium",
    "xtick.major.size": 3.5,
    "ytick.color": "black",
    "ytick.labelcolor": "inherit",
    "ytick.labelsize": "medium",
    "ytick.major.size": 3.5,
}
# Colours that follow another one when they are called so.
_FOLLOWING = ("auto", "inherit", "none", "None")


class RcParams(dict):
    """Parameters by name, of the names that matplotlib has. One that figures here do not follow is kept, with a warning."""

    def __init__(self):
        dict.__init__(self, READ)
        # Those that differ from matplotlib's first values: only they change what a page would draw by itself.
        self.changed = set()

    def __setitem__(self, key, value):
        if key in READ:
            value = _checked(key, value)
            (self.changed.discard if value == READ[key] else self.changed.add)(key)
            if key == "axes.prop_cycle":
                CYCLE[:] = value
        elif key not in self._rest():
            from ._style import not_valid

            raise KeyError(not_valid(key, "rcParam", self.keys()))
        elif value != self[key]:
            import warnings

            if isinstance(self[key], list) and isinstance(value, str):
                value = [one.strip() for one in value.split(",")]
            warnings.warn(f"rcParams[{key!r}] has no effect on figures here", stacklevel=2)
        dict.__setitem__(self, key, value)

    def __getitem__(self, key):
        value = dict.__getitem__(self, key)
        if key == "axes.prop_cycle":
            from cycler import cycler

            return cycler("color", [as_cycled(color) for color in CYCLE])
        return value

    def __missing__(self, key):
        rest = self._rest()
        if key not in rest:
            raise KeyError(key)
        return rest[key]

    def _rest(self):
        from ._rc_rest import REST

        return REST

    def get(self, key, default=None):
        return self[key] if key in self else default

    def __contains__(self, key):
        return dict.__contains__(self, key) or key in self._rest()

    def __iter__(self):
        return iter(self.keys())

    def keys(self):
        return sorted(READ.keys() | self._rest().keys())

    def values(self):
        return [self[key] for key in self.keys()]

    def items(self):
        return [(key, self[key]) for key in self.keys()]

    def __len__(self):
        return len(self.keys())

    def __repr__(self):
        return "RcParams({" + ",\n          ".join(f"{key!r}: {value!r}" for key, value in self.items()) + "})"

    def __str__(self):
        return "\n".join(f"{key}: {value}" for key, value in self.items())

    def update(self, *others, **more):
        for key, value in dict(*others, **more).items():
            self[key] = value

    def copy(self):
        return dict(dict.items(self))

    def find_all(self, pattern):
        import re

        return {key: value for key, value in self.items() if re.search(pattern, key)}

    def reset(self, values=READ):
        """All as at first, or as `copy` told them."""
        dict.clear(self)
        dict.update(self, values)
        self.changed = {key for key, value in READ.items() if values[key] != value}
        CYCLE[:] = values["axes.prop_cycle"]


def _checked(key, value):
    """The value as its parameter's type; matplotlib's ValueError for another."""
    first = READ[key]
    try:
        if key == "axes.prop_cycle":
            return tuple(color_code(color) for color in (value.by_key()["color"] if hasattr(value, "by_key") else value))
        if key == "figure.figsize":
            return _pair(value)
        if isinstance(first, bool):
            return _truth(value)
        if isinstance(first, FLOATS):
            # Matplotlib's older looks leave this one to the frame's colour.
            return None if value is None and key == "legend.framealpha" else _number(value)
    except ValueError as error:
        raise ValueError(f"Key {key}: {error}") from None
    is_color = key.endswith("color") and not (isinstance(value, str) and value in _FOLLOWING)
    if is_color and not is_color_like(value):
        raise ValueError(f"Key {key}: {value!r} does not look like a color arg")
    return value


def _pair(value):
    sides = [_number(side) for side in ([value] if isinstance(value, str) else value)]
    if len(sides) != 2:
        raise ValueError(f"Expected 2 values, but there are {len(sides)} values in {value}")
    return sides


def _number(value):
    try:
        return float(value)
    except (TypeError, ValueError):
        raise ValueError(f"Could not convert {value!r} to float") from None


def _truth(value):
    said = value.lower() if isinstance(value, str) else value
    if said in ("t", "y", "yes", "on", "true", "1", 1):
        return True
    if said in ("f", "n", "no", "off", "false", "0", 0):
        return False
    raise ValueError(f"Cannot convert {value!r} to bool")


rcParams = RcParams()
_SCALES = {"xx-small": 0.579, "x-small": 0.694, "small": 0.833, "medium": 1.0, "large": 1.2, "x-large": 1.44, "xx-large": 1.728,
           "larger": 1.2, "smaller": 0.833}  # fmt: skip


def font_size(size):
    """Points, from a number or one of matplotlib's words."""
    if isinstance(size, str):
        if size not in _SCALES:
            raise ValueError(f"Size is invalid. Valid font size are {', '.join(_SCALES)}, None")
        return _SCALES[size] * rcParams["font.size"]
    return None if size is None else float(size)


def sized(key):
    """The size that a parameter says, or None where the drawing's own is meant."""
    return font_size(rcParams[key]) if rcParams.changed & {key, "font.size"} else None


def _colored(key, otherwise=None):
    """The colour that a parameter says or that the one says which it follows; None where the drawing's own is meant."""
    color = rcParams[key] if key in rcParams.changed else None
    if isinstance(color, str) and color in ("auto", "inherit"):
        color = None
    return _colored(otherwise) if color is None and otherwise else color


def label_look(key, color, otherwise=None):
    """What a title or a name takes where its call does not say it; `key` as in "axes.title"."""
    if not rcParams.changed:
        return {}
    look = {"fontsize": sized(key + "size"), "color": _colored(color, otherwise)}
    if key + "weight" in rcParams.changed:
        look["fontweight"] = rcParams[key + "weight"]
    return {name: value for name, value in look.items() if value is not None}


def line_look(entry):
    """What a line takes where its call does not say it."""
    from ._style import line_style, marker_style

    changed = rcParams.changed
    for key, name, read in (("linewidth", "width", float), ("linestyle", "style", line_style),
                            ("marker", "marker", marker_style), ("markersize", "marker_size", float)):
        if "lines." + key in changed and name not in entry:
            entry[name] = read(rcParams["lines." + key])


def edge_look(entry):
    """Bars have edges only where a style asks for them."""
    if rcParams["patch.force_edgecolor"] and "edge" not in entry:
        entry["edge"], entry["edge_width"] = color_code(rcParams["patch.edgecolor"]), rcParams["patch.linewidth"]


def dress(axes):
    """Gives new axes what differs from the looks that a page has by itself."""
    changed = rcParams.changed
    if not changed:
        return
    if "axes.facecolor" in changed and rcParams["axes.facecolor"] != "none":
        axes.set_facecolor(rcParams["axes.facecolor"])
    lines = axes._value.setdefault("grid_lines", {})
    for key, name, read in _GRID:
        if "grid." + key in changed:
            lines[name] = read(rcParams["grid." + key])
    if rcParams["axes.grid"]:
        axes.grid(True, axis=rcParams["axes.grid.axis"])
    for side in ("left", "right", "bottom", "top"):
        if not rcParams["axes.spines." + side]:
            axes.spines[side].set_visible(False)
    if "axes.edgecolor" in changed:
        edge = rcParams["axes.edgecolor"]
        # A frame in the colour of the paper is not meant to be seen.
        axes.spines[:].set_color("none" if edge == "none" or color_code(edge) == axes.figure._face() else edge)
    if "axes.linewidth" in changed:
        axes.spines[:].set_linewidth(rcParams["axes.linewidth"])
    for name in ("x", "y"):
        axes._margins[name] = rcParams[f"axes.{name}margin"]
        _dress_ticks(axes, name)


def _grid_style(style):
    from ._style import line_style

    return line_style(style)


_GRID = (("color", "color", color_code), ("linestyle", "style", _grid_style), ("linewidth", "width", float), ("alpha", "alpha", float))


def _dress_ticks(axes, name):
    color = _colored(name + "tick.color")
    label = _colored(name + "tick.labelcolor", name + "tick.color")
    look = {
        "color": color and color_code(color),
        "label_color": label and color_code(label),
        "label_size": sized(name + "tick.labelsize"),
        "length": rcParams[name + "tick.major.size"] if name + "tick.major.size" in rcParams.changed else None,
    }
    axes._axis(name).setdefault("look", {}).update({key: value for key, value in look.items() if value is not None})


def legend_look(kwargs):
    """What a legend takes where its call does not say it."""
    changed, found = rcParams.changed, dict(kwargs)
    for key in ("frameon", "framealpha", "facecolor", "edgecolor", "loc"):
        if "legend." + key in changed and rcParams["legend." + key] not in ("inherit", None):
            found.setdefault(key, rcParams["legend." + key])
    if "axes.facecolor" in changed and rcParams["legend.facecolor"] == "inherit" and rcParams["axes.facecolor"] != "none":
        found.setdefault("facecolor", rcParams["axes.facecolor"])
    if "prop" not in found and sized("legend.fontsize") is not None:
        found.setdefault("fontsize", sized("legend.fontsize"))
    return found


def inks():
    """The colours around the data that a figure is made with, as the Rust type `Ground` has them; none are the page's."""
    names = {"ink": "text.color", "soft_ink": "xtick.color", "grid": "grid.color"}
    return {name: color_code(rcParams[key]) for name, key in names.items() if key in rcParams.changed}

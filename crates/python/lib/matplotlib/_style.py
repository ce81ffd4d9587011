"""How lines and markers look, from format strings and keywords to what figures carry."""

from .colors import BASE_COLORS, to_hex

_LINES = {
    "-": "solid",
    "--": "dashed",
    "-.": "dash_dot",
    ":": "dotted",
    "": "none",
    " ": "none",
    "None": "none",
    "none": "none",
    "solid": "solid",
    "dashed": "dashed",
    "dashdot": "dash_dot",
    "dotted": "dotted",
}

_MARKERS = {
    ".": "point",
    ",": "point",
    "o": "circle",
    "s": "square",
    "D": "diamond",
    "d": "diamond",
    "^": "triangle_up",
    "v": "triangle_down",
    "<": "triangle_left",
    ">": "triangle_right",
    "*": "star",
    "p": "pentagon",
    "h": "hexagon",
    "H": "hexagon",
    "8": "hexagon",
    "+": "plus",
    "x": "cross",
    "P": "filled_plus",
    "X": "filled_cross",
    "|": "vertical_line",
    "_": "horizontal_line",
    "": "none",
    " ": "none",
    "None": "none",
    "none": "none",
}

_SHORT = {
    "c": "color",
    "ls": "linestyle",
    "lw": "linewidth",
    "ms": "markersize",
    "mfc": "markerfacecolor",
    "mec": "markeredgecolor",
    "mew": "markeredgewidth",
    "ec": "edgecolor",
    "fc": "facecolor",
    "ha": "horizontalalignment",
    "va": "verticalalignment",
    "size": "fontsize",
    "aa": "antialiased",
    "edgecolors": "edgecolor",
    "facecolors": "facecolor",
    "family": "fontfamily",
    "linewidths": "linewidth",
    "linestyles": "linestyle",
    "style": "fontstyle",
    "weight": "fontweight",
}

# Properties that are drawn in one way here, and the values that ask for that way.
_FIXED = {
    "antialiased": (True, None),
    "clip_on": (True,),
    "dash_capstyle": ("butt",),
    "fontfamily": ("sans-serif", None),
    "fontstyle": ("normal", None),
    "fontweight": ("normal", 400, None),
    "interpolation": ("nearest", "none", "antialiased", "auto", None),
    "rasterized": (False, None),
    "rotation": (0, 0.0, "horizontal", None),
}

# Properties of artists that this matplotlib reads nowhere: a call that is given one says so.
_UNDRAWN = frozenset(
    "agg_filter animated backgroundcolor bbox capstyle clip_box clip_path dashes drawstyle fillstyle fontproperties "
    "fontstretch fontvariant gid gapcolor hatch in_layout joinstyle linespacing markevery math_fontfamily mouseover "
    "multialignment path_effects picker pickradius rotation_mode sketch_params snap solid_capstyle solid_joinstyle "
    "transform url usetex wrap xerr yerr ecolor capsize error_kw log hatch_linewidth plotnonfinite norm colorizer "
    "step interpolate filternorm filterrad resample locator extend hatches antialiased origin nchunk edgecolor "
    "linewidth linestyle facecolor offsets urls".split()
)


# Distances between the parts of a figure: the drawing finds them, as tight as can be.
LAYOUT = ("pad", "labelpad", "fraction", "shrink", "aspect")


# Which part of a text stands at its place.
SIDES = {"left": "start", "bottom": "start", "baseline": "start", "center": "center", "center_baseline": "center",
         "right": "end", "top": "end"}  # fmt: skip


def angle(rotation):
    """Degrees counterclockwise, from a number or one of matplotlib's words."""
    words = {"horizontal": 0.0, "vertical": 90.0}
    return words[rotation] if isinstance(rotation, str) and rotation in words else float(rotation)


def line_style(style):
    if style not in _LINES:
        known = ", ".join(repr(name) for name in _LINES)
        raise ValueError(f"{style!r} is not a valid value for ls; supported values are {known}")
    return _LINES[style]


def line_symbol(style):
    """The shortest text that asks for a line like that."""
    return next(symbol for symbol, name in _LINES.items() if name == style) if style != "none" else "None"


def marker_symbol(marker):
    return next(symbol for symbol, name in _MARKERS.items() if name == marker) if marker != "none" else "None"


def marker_style(marker):
    if marker is None:
        return "none"
    if marker not in _MARKERS:
        raise ValueError(f"Unrecognized marker style {marker!r}")
    return _MARKERS[marker]


def long_names(keywords, owner, turns=False):
    """The keywords by their long names; giving one twice is matplotlib's TypeError. Who `turns` texts reads rotation itself."""
    named = {}
    for key, value in keywords.items():
        name = _SHORT.get(key, key)
        if name in named:
            raise TypeError(f"Got both {name!r} and {key!r}, which are aliases of one another")
        named[name] = value
    for name in [name for name, value in named.items() if value in _FIXED.get(name, ())]:
        if name != "rotation" or not turns:
            del named[name]
    named["_owner"] = owner
    return named


def take_common(keywords, entry):
    """Moves what all artists share into `entry` and returns the artist's level (None for its own)."""
    label = keywords.pop("label", None)
    if label is not None:
        entry["label"] = str(label)
    alpha = keywords.pop("alpha", None)
    if alpha is not None:
        entry["alpha"] = float(alpha)
    return keywords.pop("zorder", None)


def take_norm(keywords, vmin, vmax):
    """The ends of a colour map: a plain `norm` says them as well as vmin and vmax do."""
    norm = keywords.pop("norm", None)
    if norm is None:
        return vmin, vmax
    if vmin is not None or vmax is not None:
        raise ValueError("Passing a Normalize instance simultaneously with vmin/vmax is not supported.  Please pass vmin/vmax "
                         "directly to the norm when creating it.")
    if type(norm).__name__ != "Normalize":
        raise NotImplementedError(f"norm={norm!r} is not supported by Kindling's matplotlib")
    return norm.vmin, norm.vmax


def take_line(keywords, entry):
    style = keywords.pop("linestyle", None)
    if style is not None:
        entry["style"] = line_style(style)
    width = keywords.pop("linewidth", None)
    if width is not None:
        entry["width"] = float(width)


def take_edge(keywords, entry, names=("edge", "edge_width")):
    """An edge's colour and width into `entry`; 'face' and 'none' leave the edge as it is drawn without."""
    color, width = keywords.pop("edgecolor", None), keywords.pop("linewidth", None)
    if color is not None and not (isinstance(color, str) and color in ("face", "none", "None")):
        entry[names[0]] = to_hex(color)
        if width is not None:
            entry[names[1]] = float(width)


def take_marker(keywords, entry):
    marker = keywords.pop("marker", None)
    if marker is not None:
        entry["marker"] = marker_style(marker)
    size = keywords.pop("markersize", None)
    if size is not None:
        entry["marker_size"] = float(size)
    for keyword, name in (("markerfacecolor", "marker_face"), ("markeredgecolor", "marker_edge")):
        color = keywords.pop(keyword, None)
        if color is not None and color != "auto":
            entry[name] = to_hex(color)
    fill = keywords.pop("fillstyle", None)
    if fill == "none":
        entry["marker_face"] = "#00000000"
    elif fill not in (None, "full"):
        raise NotImplementedError(f"fillstyle={fill!r} is not supported by Kindling's matplotlib")
    width = keywords.pop("markeredgewidth", None)
    if width is not None:
        entry["marker_edge_width"] = float(width)


def refused(owner, **keywords):
    """Keywords that matplotlib has and nothing here reads: a call that is given one says so."""
    for name, value in keywords.items():
        if value is not None:
            raise NotImplementedError(f"{owner}: {name}={value!r} is not supported by Kindling's matplotlib")


def none_left(keywords):
    """Whatever is left is a property that is not drawn here, or one that the artist does not have."""
    owner = keywords.pop("_owner")
    for name, value in keywords.items():
        if name in _FIXED or name in _UNDRAWN:
            raise NotImplementedError(f"{owner}: {name}={value!r} is not supported by Kindling's matplotlib")
        raise AttributeError(f"{owner}.set() got an unexpected keyword argument {name!r}")


def read_format(text):
    """('r--o') -> {'color': …, 'style': …, 'marker': …}, each only where the text says it."""
    found = {}
    try:
        # A text that is a colour's name as a whole is that, as "green" or "0.5"; "1" to "4" are markers.
        if text not in ("1", "2", "3", "4"):
            return {"color": to_hex(text)}
    except ValueError:
        pass
    at = 0
    while at < len(text):
        two, one = text[at : at + 2], text[at]
        if two in ("--", "-."):
            key, value, at = "style", line_style(two), at + 2
        elif one in "-:":
            key, value, at = "style", line_style(one), at + 1
        elif one in _MARKERS and one != " ":
            key, value, at = "marker", _MARKERS[one], at + 1
        elif one in BASE_COLORS:
            key, value, at = "color", to_hex(one), at + 1
        elif one == "C" and two[1:].isdigit():
            key, value, at = "color", to_hex(two), at + 2
        else:
            raise ValueError(f"{text!r} is not a valid format string (unrecognized character {one!r})")
        if key in found:
            name = {"style": "linestyle", "marker": "marker", "color": "color"}[key]
            raise ValueError(f"{text!r} is not a valid format string (two {name} symbols)")
        found[key] = value
    if "marker" in found and "style" not in found:
        found["style"] = "none"
    return found

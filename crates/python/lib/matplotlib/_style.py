"""How lines and markers look, from format strings and keywords to what figures carry."""

from .colors import BASE_COLORS, color_code

from _scalars import NUMBERS

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
    "ds": "drawstyle",
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
    "fontname": "fontfamily",
    "name": "fontfamily",
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
    "linewidth linestyle facecolor offsets urls annotation_clip loc scalex scaley interpolation_stage paths verts "
    "hatchcolor arrowprops mutation_scale connectionstyle arrowstyle corner_mask algorithm offset_transform marker".split()
)


# Keywords of single calls that change nothing here.
_OF_CALLS = frozenset(
    "adjustable alignment anchor anchors angles aspect axes_class barsabove baseline bboxes bbox_to_anchor bootstrap "
    "bottom box_aspect boxstyle cax clear clip cmin cmax colors conf_intervals connectionstyle constrained_layout "
    "data drawedges edgecolors empty_sentinel errorevery extendfrac extendrect fancybox figsize "
    "fontname format frameon gridOn grid_color grid_alpha grid_linewidth grid_linestyle gridspec_kw handler_map headaxislength "
    "headlength headwidth hspace wspace inline_spacing kwargs label label_fontfamily labelcolor labelfontfamily labelleft "
    "labelright labeltop labelbottom labelspacing layout left right top lightsource linewidths loc lolims uplims xlolims "
    "xuplims location major manager manage_ticks manual markerscale markersize marker markerfirst metadata mincnt "
    "minlength minor minshaft mode mutation_scale norm notch num numticks orientation outline overhang pad padding "
    "panchor patchA patchB pivot polar position purge quantiles relpos remove_inner_ticks reset roll rot_mode rotation "
    "rstride cstride scalex scaley scale_units shade shadow shrinkA shrinkB shrink sharex sharey showcaps showbox side "
    "spacing subplot_kw subplotspec sym tight tight_layout title_fontproperties ticks ticklocation ticks_position "
    "tick1On tick2On transform_rotates_text units use_gridspec usermedians use_clabeltext use_sticky_edges values "
    "view_extent vert visible visible_only which width zdir zorder edgecolor facecolors facecolor azim elev "
    "proj_type axisbelow prop draggable length direction fontstyle color meanline capwidths bw_method points "
    "capprops whiskerprops autorange patch_artist arrowstyle textprops minor_locator minor_formatter base subs linscale "
    "nonpositive inline colorizer navigate pil_kwargs backend bbox_extra_artists papertype figure rotate_labels "
    "bbox_transform bbox borderpad clip_on subfigure forward linthresh annotation_clip picker interpolation_stage".split()
)

# Distances between the parts of a figure: the drawing finds them, as tight as can be.
LAYOUT = ("pad", "labelpad", "fraction", "shrink", "aspect", "panchor", "anchor")


# Which part of a text stands at its place.
SIDES = {"left": "start", "bottom": "start", "baseline": "start", "center": "center", "center_baseline": "center",
         "right": "end", "top": "end"}  # fmt: skip


def angle(rotation):
    """Degrees counterclockwise, from a number or one of matplotlib's words."""
    words = {"horizontal": 0.0, "vertical": 90.0}
    return words[rotation] if isinstance(rotation, str) and rotation in words else float(rotation)


def set_all(artist, owner, kwargs):
    """`artist.set(color=…)`: calls `set_color(…)`, and so on.

    Raises:
        AttributeError: for what it cannot be told.
    """
    for name in kwargs:
        if not hasattr(artist, f"set_{name}"):
            raise AttributeError(f"{owner}.set() got an unexpected keyword argument {name!r}")
    return [getattr(artist, f"set_{name}")(value) for name, value in kwargs.items()]


def not_valid(value, name, known):
    """What is said of a value that is none of the known ones: those like it, where there are many."""
    said = f" Supported values are {', '.join(map(repr, known))}"
    if len(known) > 5 and isinstance(value, str):
        from difflib import get_close_matches

        near = get_close_matches(value, known, cutoff=0.5)
        said = f" Did you mean one of: {', '.join(map(repr, near))}?" if len(near) > 1 else ""
        said = f" Did you mean: {near[0]!r}?" if len(near) == 1 else said
    return f"{value!r} is not a valid value for {name}.{said}"


def line_style(style):
    """Of a name, or of (offset, lengths of ink and gaps), which becomes the nearest of the names."""
    if isinstance(style, (tuple, list)):
        inks = style[1] if len(style) == 2 and (style[1] is None or hasattr(style[1], "__len__")) else style
        if not inks:
            return "solid"
        return "dash_dot" if len(inks) > 2 else "dotted" if inks[0] <= 1.5 else "dashed"
    if style not in _LINES:
        raise ValueError(not_valid(style, "ls", list(_LINES)))
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


def by_long_names(keywords):
    """The keywords by their long names; giving one twice is matplotlib's TypeError."""
    named = {}
    for key, value in keywords.items():
        name = _SHORT.get(key, key)
        if name in named:
            other = next(each for each in keywords if _SHORT.get(each, each) == name)
            raise TypeError(f"Got both {other!r} and {key!r}, which are aliases of one another")
        named[name] = value
    return named


def long_names(keywords, owner, turns=False):
    """As `by_long_names`, for `none_left` of the owner. Who `turns` texts reads rotation itself."""
    named = by_long_names(keywords)
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
    """The ends of a colour map: a plain `norm`, or `clim`, says them as well as vmin and vmax do."""
    clim = keywords.pop("clim", None)
    vmin, vmax = (vmin, vmax) if clim is None else clim
    norm = keywords.pop("norm", None)
    if norm is None:
        return vmin, vmax
    if vmin is not None or vmax is not None:
        raise ValueError("Passing a Normalize instance simultaneously with vmin/vmax is not supported.  Please pass vmin/vmax "
                         "directly to the norm when creating it.")
    if type(norm).__name__ != "Normalize":
        undrawn("Axes", norm=norm)
    return norm.vmin, norm.vmax


def take_line(keywords, entry):
    style = keywords.pop("linestyle", None)
    if style is not None:
        entry["style"] = line_style(style)
    dashes = keywords.pop("dashes", None)
    if dashes is not None:
        entry["style"] = line_style(tuple(dashes))
    width = keywords.pop("linewidth", None)
    if width is not None:
        entry["width"] = float(width)


def take_edge(keywords, entry, names=("edge", "edge_width")):
    """An edge's colour and width into `entry`; 'face' and 'none' leave the edge as it is drawn without."""
    color, width = keywords.pop("edgecolor", None), keywords.pop("linewidth", None)
    if color is not None and not (isinstance(color, str) and color in ("face", "none", "None")):
        entry[names[0]] = color_code(color)
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
            entry[name] = color_code(color)
    fill = keywords.pop("fillstyle", None)
    if fill == "none":
        entry["marker_face"] = "#00000000"
    elif fill not in (None, "full"):
        undrawn("Line2D", fillstyle=fill)
    width = keywords.pop("markeredgewidth", None)
    if width is not None:
        entry["marker_edge_width"] = float(width)


def undrawn(owner, **keywords):
    """Keywords that matplotlib has and that change nothing here: a call is drawn without them, and says so, once for each."""
    for name, value in keywords.items():
        if value is None:
            continue
        if name not in _OF_CALLS and name not in _UNDRAWN and name not in _FIXED:
            maker = _MAKERS.get(owner)
            if maker is None:
                raise TypeError(f"{owner.rpartition('.')[2]}() got an unexpected keyword argument {name!r}")
            raise (AttributeError if maker.endswith(".set") else TypeError)(f"{maker}() got an unexpected keyword argument {name!r}")
        if (owner, name) not in _told:
            _told.add((owner, name))
            told = value if isinstance(value, (str, NUMBERS, tuple)) else f"{type(value).__name__}"
            import warnings  # with modules that drawing starts without

            warnings.warn(f"{owner}: {name}={told!r} is not drawn by Kindling's matplotlib", stacklevel=3)


def none_left(keywords):
    """Whatever is left is a property that is not drawn here, which is said, or one that the artist does not have."""
    owner = keywords.pop("_owner")
    for name, value in keywords.items():
        if name not in _FIXED and name not in _UNDRAWN:
            raise AttributeError(f"{owner}.set() got an unexpected keyword argument {name!r}")
        undrawn(owner, **{name: value})


def untold(what):
    """Says once that something is asked for which is not drawn."""
    if what not in _told:
        _told.add(what)
        import warnings

        warnings.warn(f"{what}: not drawn by Kindling's matplotlib", stacklevel=3)


# Who says that a keyword is unknown, where it is not the call itself.
_MAKERS = {
    "Axes.legend": "Legend.__init__", "Figure.colorbar": "Colorbar.__init__", "Figure.add_subplot": "Axes.set",
    "Figure.add_axes": "Axes.set", "Figure.subplots": "Axes.set",
}  # fmt: skip
# What was said already: one plot in a loop says it once.
_told = set()


def read_format(text):
    """('r--o') -> {'color': …, 'style': …, 'marker': …}, each only where the text says it."""
    found = read_said(text)
    found.pop("said", None)
    return found


def read_said(text):
    """As `read_format`, with the colour in the text's own word as `said`."""
    found = {}
    try:
        # A text that is a colour's name as a whole is that, as "green" or "0.5"; "1" to "4" are markers.
        if text not in ("1", "2", "3", "4"):
            return {"color": color_code(text), "said": text}
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
            key, value, at = "color", color_code(one), at + 1
            found["said"] = one
        elif one == "C" and two[1:].isdigit():
            key, value, at = "color", color_code(two), at + 2
            found["said"] = two
        else:
            raise ValueError(f"{text!r} is not a valid format string (unrecognized character {one!r})")
        if key in found:
            name = {"style": "linestyle", "marker": "marker", "color": "color"}[key]
            raise ValueError(f"{text!r} is not a valid format string (two {name} symbols)")
        found[key] = value
    if "marker" in found and "style" not in found:
        found["style"] = "none"
    return found

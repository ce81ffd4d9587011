"""How words look, as figures carry it: turned, bold, italic, in a box, with an arrow. Start reading at `take_letters`."""

from ._rc import font_size, rcParams
from ._style import SIDES, angle, by_long_names, line_style, not_valid, undrawn
from .colors import color_code, to_rgba

_HEAVY = ("semibold", "demibold", "demi", "bold", "heavy", "extra bold", "black")
_LIGHT = ("ultralight", "light", "normal", "regular", "book", "medium", "roman")


def take_letters(keywords, entry):
    """Moves what says how letters stand into `entry`."""
    turn, mode = keywords.pop("rotation", None), keywords.pop("rotation_mode", None)
    if turn is not None:
        entry["turn"] = angle(turn)
    if mode not in (None, "default", "anchor"):
        raise ValueError(f"{mode!r} is not a valid value for rotation_mode. Supported values are None, 'default', 'anchor'")
    if mode == "anchor":
        entry["anchored"] = True
    weight, style = keywords.pop("fontweight", None), keywords.pop("fontstyle", None)
    if weight is not None:
        entry["bold"] = is_bold(weight)
    if style is not None:
        if style not in ("normal", "italic", "oblique"):
            raise ValueError(f"{style!r} is not a valid value for style. Supported values are 'normal', 'italic', 'oblique'")
        entry["italic"] = style != "normal"
    if entry.get("bold") and entry.get("italic"):
        undrawn("Text", fontstyle=f"{style or 'italic'}, bold")


def is_bold(weight):
    """The letters at hand have two weights: matplotlib takes the nearer one, too."""
    if isinstance(weight, str) and weight not in _HEAVY + _LIGHT:
        raise ValueError(f"weight={weight} is invalid")
    return weight in _HEAVY if isinstance(weight, str) else float(weight) >= 600


def take_sides(keywords, entry):
    """Which part of the words stands at their place."""
    for key, name in (("horizontalalignment", "horizontal"), ("verticalalignment", "vertical")):
        side = keywords.pop(key, None)
        if side is not None:
            if side not in SIDES:
                known = ("center", "right", "left") if key[0] == "h" else ("top", "bottom", "center", "baseline", "center_baseline")
                raise ValueError(not_valid(side, "align", known))
            entry[name] = SIDES[side]


def box(look, size):
    """What `bbox` asks for as the Rust type `TextBox`; `size` is that of the letters."""
    look = dict(look)
    style, _, rest = str(look.pop("boxstyle", "")).partition(",")
    if style not in ("", "square", "round"):
        undrawn("bbox", boxstyle=style)
        style = "square"
    found = {"round": style == "round"}
    pad = look.pop("pad", None)
    if style:
        # A style's distance is in sizes of the letters.
        found["pad"] = 0.3 * size if pad is None else float(pad) * size
    elif pad is not None:
        found["pad"] = float(pad)
    for option in filter(None, rest.replace(" ", "").split(",")):
        name, _, value = option.partition("=")
        if name == "pad":
            found["pad"] = float(value) * size
        elif name != "rounding_size":
            undrawn("bbox", boxstyle=f"{style},{rest}")
    color = look.pop("color", None)
    for names, field in ((("facecolor", "fc"), "face"), (("edgecolor", "ec"), "edge")):
        asked = [look.pop(name) for name in names if name in look] or [color]
        if asked[0] is not None:
            found[field] = color_code(asked[0])
    for names, field in ((("alpha",), "alpha"), (("linewidth", "lw"), "width")):
        asked = [look.pop(name) for name in names if look.get(name) is not None]
        found.update({field: float(value) for value in asked[:1]})
    undrawn("bbox", **look)
    return found


_ENDS = {"-": (False, False), "->": (True, False), "-|>": (True, False), "<-": (False, True), "<|-": (False, True),
         "<->": (True, True), "<|-|>": (True, True)}  # fmt: skip


def arrow(props):
    """What `arrowprops` asks for as the Rust type `ArrowLook`."""
    props = dict(props)
    style = props.pop("arrowstyle", None)
    # The older arrow is an area, the others are lines.
    alpha, line = props.pop("alpha", None), [props.pop(name) for name in ("linestyle", "ls") if name in props]
    names = ("facecolor", "fc", "edgecolor", "ec") if style is None else ("edgecolor", "ec", "facecolor", "fc")
    colors = [props.pop(name) for name in ("color", *names) if name in props]
    found = {"color": color_code(colors[0])} if colors else {}
    widths = [props.pop(name) for name in ("linewidth", "lw") if name in props]
    if props.get("connectionstyle") in ("arc3", "arc3,rad=0", "arc3,rad=0.0"):
        del props["connectionstyle"]
    if style is None:
        # matplotlib's older arrow, an area: black on blue where no colour is given.
        found.setdefault("color", color_code("C0"))
        found["width"] = float(props.pop("width", 4))
        found["head"] = [float(props.pop("headlength", 12)), float(props.pop("headwidth", 12))]
        found["shrink"] = float(props.pop("shrink", 0))
    else:
        kind, _, rest = str(style).partition(",")
        if kind not in _ENDS or rest:
            undrawn("arrowprops", arrowstyle=style)
        found.setdefault("color", "#000000")
        found["ends"] = list(_ENDS.get(kind, (True, False)))
        found["width"] = float(widths[0]) if widths else 1.0
        found["head"] = [5.0 + found["width"], 4.5 + found["width"]]
    if alpha is not None:
        found["color"] = color_code((*to_rgba(found["color"])[:3], float(alpha)), True)
    if line and line_style(line[0]) != "solid":
        undrawn("arrowprops", linestyle=line[0])
    undrawn("arrowprops", **{key: value for key, value in props.items() if key not in ("shrinkA", "shrinkB")})
    return found


def figure_words(text, x, y, kwargs):
    """`fig.text` as the Rust type `Text`."""
    from ._style import long_names, none_left, take_common

    keywords = long_names(kwargs, "Text", turns=True)
    entry = {"x": float(x), "y": float(y), "text": str(text), "in_axes": True}
    read_words(keywords, entry)
    take_common(keywords, entry)
    none_left(keywords)
    return entry


def read_words(keywords, entry):
    """Size, colour, letters, sides and box of words in a plot or a figure."""
    size, color = keywords.pop("fontsize", None), keywords.pop("color", None)
    if size is not None or "font.size" in rcParams.changed:
        entry["size"] = font_size("medium" if size is None else size)
    if color is not None:
        entry["color"] = color_code(color)
    take_sides(keywords, entry)
    take_letters(keywords, entry)
    frame, behind = keywords.pop("bbox", None), keywords.pop("backgroundcolor", None)
    if frame is None and behind is not None:
        frame = {"facecolor": behind, "edgecolor": behind, "pad": 4}
    if frame is not None:
        entry["frame"] = box(frame, entry.get("size", 10.0))


def together(*looks):
    """Looks one over the other, by long names: a later one decides, whichever of a property's names it gives."""
    return {name: value for look in looks for name, value in by_long_names(look or {}).items()}


def label(text, kwargs):
    """A title or a name as the Rust type `Label`."""
    from ._style import LAYOUT, long_names, none_left

    keywords = long_names({key: value for key, value in kwargs.items() if key not in (*LAYOUT, "x", "y")}, "Text", turns=True)
    # Which side of it stands where is the drawing's, as its distance is.
    for side in ("horizontalalignment", "verticalalignment"):
        keywords.pop(side, None)
    color = keywords.pop("color", None)
    entry = {"text": str(text), "size": font_size(keywords.pop("fontsize", None))}
    if color is not None:
        entry["color"] = color_code(color)
    take_letters(keywords, entry)
    none_left(keywords)
    return entry

"""Rarer plots of lines: steps, stems, errors, lines from edge to edge, arrows. Each is a function of the axes.

What it is not: `plot` and what beginners start with, which is `_drawing`. Start reading at `step`.
"""

from . import _data, _style
from ._drawing import mapped as _mapped
from ._line import Line2D
from .cm import get_cmap
from .artist import Artist, LineCollection
from .text import Text
from .colors import color_code

_NAN = float("nan")


def step(axes, x, y, *args, where="pre", **kwargs):
    """A line that goes level and upright in turns; the steps lie before, behind or in the middle of the points."""
    if where not in ("pre", "post", "mid"):
        raise ValueError(f"{where!r} is not a valid value for where. Supported values are 'pre', 'post', 'mid'")
    x, y = flat_list(x), flat_list(y)
    made = axes.plot(*steps(x, y, where), *args, **kwargs)
    made[0]._given = {"x": x, "y": y}
    return made


def ecdf(axes, x, weights=None, *, complementary=False, orientation="vertical", compress=False, **kwargs):
    """The share of values that are no larger than each, as steps."""
    import numpy as np

    if compress or weights is not None:
        raise NotImplementedError("Axes.ecdf: weights and compress are not supported by Kindling's matplotlib")
    values = np.sort(np.asarray(_data.plain(x), dtype=float))
    shares = np.arange(1, len(values) + 1) / len(values)
    along, up = np.concatenate([values[:1], values]), np.concatenate([[0.0], shares])
    if complementary:
        along, up = np.concatenate([values, values[-1:]]), np.concatenate([[1.0], 1 - shares])
    if orientation not in ("vertical", "horizontal"):
        raise ValueError(f"{orientation!r} is not a valid value for orientation. Supported values are 'vertical', 'horizontal'")
    is_upright = orientation == "vertical"
    points = (along, up) if is_upright else (up, along)
    axes._margins["y" if is_upright else "x"] = 0
    return step(axes, *points, where="post" if is_upright != complementary else "pre", **kwargs)[0]


def steps(x, y, where):
    """The corners of a line that goes level and upright in turns."""
    if where == "mid":
        middles = [(a + b) / 2 for a, b in zip(x, x[1:])]
        return [x[0], *(m for m in middles for _ in "ab"), x[-1]], [value for value in y for _ in "ab"]
    along, up = [x[0]], [y[0]]
    for at in range(1, len(x)):
        along += [x[at - 1] if where == "pre" else x[at], x[at]]
        up += [y[at] if where == "pre" else y[at - 1], y[at]]
    return along, up


def stepped(x, low, high, where, kind):
    """The two sides of an area, and where it is, as steps over the points."""
    sides = [flat_list(side) for side in (low, high)]
    sides = [side * len(x) if len(side) == 1 else side for side in sides]
    parts = None if where is None else steps(x, flat_list(where), kind)[1]
    return steps(x, sides[0], kind)[0], *(steps(x, side, kind)[1] for side in sides), parts


def eventplot(axes, positions, orientation="horizontal", lineoffsets=1, linelengths=1, linewidths=None, colors=None, **kwargs):
    """Short lines at places, a row for each list of them."""
    rows = _data.plain(positions)
    rows = rows if rows and isinstance(rows[0], list) else [rows]
    offsets, lengths = flat_list(lineoffsets), flat_list(linelengths)
    if len(offsets) == 1 and len(rows) > 1:
        offsets = [offsets[0] * at for at in range(len(rows))]
    shades = _shades(colors, len(rows))
    made = []
    for at, row in enumerate(rows):
        half = lengths[at % len(lengths)] / 2
        ends = offsets[at] - half, offsets[at] + half
        draw = vlines if orientation == "horizontal" else hlines
        made.append(draw(axes, row, *ends, colors=shades[at], **({} if linewidths is None else {"linewidth": linewidths}), **kwargs))
    return made


def stairs(axes, values, edges=None, *, baseline=0, fill=False, orientation="vertical", **kwargs):
    """A stepped line over intervals between edges, as a histogram's outline."""
    _style.undrawn("Axes.stairs", orientation=None if orientation == "vertical" else orientation)
    values = flat_list(values)
    edges = list(range(len(values) + 1)) if edges is None else flat_list(edges)
    x = [edge for edge in edges for _ in "ab"]
    y = [baseline, *(value for value in values for _ in "ab"), baseline]
    return axes.fill_between(x, y, baseline, **kwargs) if fill else axes.plot(x, y, **kwargs)[0]


def stem(axes, *args, linefmt=None, markerfmt=None, basefmt=None, bottom=0, label=None, orientation="vertical"):
    """stem([x], heads): lines up from a base line, with markers at their heads."""
    _style.undrawn("Axes.stem", orientation=None if orientation == "vertical" else orientation)
    heads = flat_list(args[-1])
    x = flat_list(args[0]) if len(args) > 1 else list(range(len(heads)))
    look = _style.read_format(linefmt or "C0-")
    marks = _style.read_format(markerfmt or "o")
    marks.setdefault("color", look.get("color", color_code("C0")))
    line = _segments(axes, [(at, bottom, at, head) for at, head in zip(x, heads)], look, 2)
    points = axes._add(Line2D, "line", {"x": _data.floats(x), "y": _data.floats(heads), "style": "none", **marks}, 2)
    base = axes.plot([min(x), max(x)], [bottom, bottom], basefmt or "C3-")[0]
    if label is not None:
        points.set_label(label)
    return Parts("StemContainer", (points, line, base))


class Parts(tuple):
    """What one call has drawn, as matplotlib's containers."""

    def __new__(cls, name, parts):
        made = tuple.__new__(cls, parts)
        made._name = name
        return made

    def __repr__(self):
        return f"<{self._name} object of {len(self)} artists>"


def errorbar(axes, x, y, yerr=None, xerr=None, fmt="", *, ecolor=None, elinewidth=None, capsize=None, capthick=None, **kwargs):
    """Points, or a line through them, with bars as long as their errors."""
    keywords = _style.long_names(kwargs, "Line2D")
    _style.undrawn("Axes.errorbar", **{name: keywords.pop(name) or None for name in _UNDRAWN_ERRORS if name in keywords})
    del keywords["_owner"]
    x, y = flat_list(x), flat_list(y)
    for name, errors in (("xerr", xerr), ("yerr", yerr)):
        if errors is not None and any(error < 0 for error in _data.floats(_data.flat(_data.plain(errors)))):
            raise ValueError(f"{name!r} must not contain negative values")
    line = None
    if str(fmt).lower() == "none":
        color = keywords.pop("color", None) or axes._next_line_color()
    else:
        line = axes.plot(x, y, fmt, **keywords)[0] if fmt else axes.plot(x, y, **keywords)[0]
        color = line.get_color()
    places = axes._positions("x", x), axes._positions("y", y)
    look = {"color": color_code(color if ecolor is None else ecolor), "width": float(elinewidth or 1.5)}
    bars, caps = [], []
    for errors, upright in ((yerr, True), (xerr, False)):
        if errors is None:
            continue
        low, high = _error_ends(errors, places[upright])
        ends = zip(*places, low, high)
        bars.append(_segments(axes, [(x, a, x, b) if upright else (a, y, b, y) for x, y, a, b in ends], look, 2))
        if capsize:
            cap = {"style": "none", "marker": "horizontal_line" if upright else "vertical_line", "color": look["color"],
                   "marker_size": 2.0 * capsize, "marker_edge_width": float(capthick or look["width"])}
            for side in (low, high):
                spots = (places[0], side) if upright else (side, places[1])
                caps.append(axes._add(Line2D, "line", {"x": list(spots[0]), "y": list(spots[1]), **cap}, 2))
    return Parts("ErrorbarContainer", (line, tuple(caps), tuple(bars)))


_UNDRAWN_ERRORS = ("lolims", "uplims", "xlolims", "xuplims", "barsabove", "errorevery")


def _error_ends(errors, places):
    """Where the bars begin and end: errors are one for all, one a point, or two rows, below and above."""
    rows = _data.plain(errors)
    is_pair = isinstance(rows, list) and len(rows) == 2 and isinstance(rows[0], list)
    below, above = rows if is_pair else (rows, rows)
    count = len(places)
    below, above = (side * count if len(side) == 1 else side for side in (flat_list(below), flat_list(above)))
    if len(below) != count:
        raise ValueError(f"'yerr' (shape: ({len(below)},)) must be a scalar or a 1D or (2, n) array-like whose shape "
                         f"matches 'y' (shape: ({count},))")
    return [at - by for at, by in zip(places, below)], [at + by for at, by in zip(places, above)]


def vlines(axes, x, ymin, ymax, colors=None, linestyles="solid", *, label="", **kwargs):
    """Upright lines at x, each between two ends."""
    return _many(axes, x, ymin, ymax, True, colors, linestyles, label, kwargs)


def hlines(axes, y, xmin, xmax, colors=None, linestyles="solid", *, label="", **kwargs):
    """Level lines at y, each between two ends."""
    return _many(axes, y, xmin, xmax, False, colors, linestyles, label, kwargs)


def _many(axes, places, start, end, upright, colors, style, label, kwargs):
    keywords = _style.long_names(kwargs, "LineCollection")
    color = keywords.pop("color", colors)
    places, start, end = flat_list(places), flat_list(start), flat_list(end)
    count = max(len(places), len(start), len(end))
    places, start, end = (side * count if len(side) == 1 else side for side in (places, start, end))
    pieces = [(at, a, at, b) if upright else (a, at, b, at) for at, a, b in zip(places, start, end)]
    shades = _shades(color, count)
    entry = {"style": _style.line_style(style), "label": label or None}
    zorder = _style.take_common(keywords, entry)
    _style.take_line(keywords, entry)
    _style.none_left(keywords)
    made = None
    for shade in dict.fromkeys(shades):
        own = [piece for piece, one in zip(pieces, shades) if one == shade]
        made = _segments(axes, own, {**entry, "color": shade}, 2 if zorder is None else zorder)
        entry["label"] = None
    return made


def _shades(color, count):
    """One colour for each, as hex texts."""
    if color is None or isinstance(color, (str, tuple)):
        return [color_code("C0" if color is None else color)] * count
    shades = [color_code(one) for one in color]
    return [shades[at % len(shades)] for at in range(count)]


def _segments(axes, pieces, look, zorder):
    """Lines from (x, y) to (x, y), one entry for all: between them nothing is drawn."""
    x = [value for x0, _, x1, _ in pieces for value in (x0, x1, _NAN)]
    y = [value for _, y0, _, y1 in pieces for value in (y0, y1, _NAN)]
    made = axes._add(LineCollection, "line", {**look, "x": _data.floats(x), "y": _data.floats(y)}, zorder)
    made._lines = pieces
    return made


class _Endless(Artist):
    """A line through the whole of the axes, wherever they end."""

    _kind = "lines.AxLine"

    def _entries(self, kind):
        from ._limits import limits

        entry = dict(self._entry)
        (x, y), slope = entry.pop("point"), entry.pop("slope")
        left, right = limits(self.axes, "x")
        ends = [float(left), float(right)]
        return [("line", {**entry, "x": ends, "y": [y + slope * (end - x) for end in ends]})]


def axline(axes, xy1, xy2=None, *, slope=None, **kwargs):
    """A line without ends through two points, or through one with a slope."""
    if (xy2 is None) == (slope is None):
        raise TypeError("Exactly one of 'xy2' and 'slope' must be given")
    (x, y) = (float(_data.plain(end)) for end in xy1)
    if xy2 is not None:
        if float(xy2[0]) == x:
            return axes.axvline(x, **kwargs)
        slope = (float(xy2[1]) - y) / (float(xy2[0]) - x)
    keywords = _style.long_names(kwargs, "Line2D")
    color = keywords.pop("color", None)
    entry = {"color": color_code("C0" if color is None else color), "point": (x, y), "slope": float(slope)}
    zorder = _style.take_common(keywords, entry)
    _style.take_line(keywords, entry)
    _style.none_left(keywords)
    return axes._add(_Endless, "late", entry, 2 if zorder is None else zorder)


def arrow(axes, x, y, dx, dy, **kwargs):
    """An arrow from a point; its head has one size here."""
    keywords = _style.long_names(kwargs, "FancyArrow")
    for name in ("width", "head_width", "head_length", "length_includes_head", "shape", "overhang", "head_starts_at_zero"):
        keywords.pop(name, None)
    color = keywords.pop("color", None) or keywords.pop("facecolor", None) or keywords.pop("edgecolor", None)
    for name in ("facecolor", "edgecolor", "linewidth"):
        keywords.pop(name, None)
    return _arrow(axes, x, y, dx, dy, "C0" if color is None else color, keywords)


def _arrow(axes, x, y, dx, dy, color, keywords):
    entry = {"x": float(x), "y": float(y), "text": "", "arrow": [float(x + dx), float(y + dy)], "color": color_code(color)}
    zorder = _style.take_common(keywords, entry)
    _style.none_left(keywords)
    _segments(axes, [(x, y, x + dx, y + dy)], {"style": "none", "color": entry["color"]}, 1)
    made = Text(axes, entry, entry["x"], entry["y"], 1 if zorder is None else zorder)
    axes._artists.append(("text", made))
    return made


def quiver(axes, *args, angles="uv", scale=None, scale_units=None, color=None, units=None, width=None, **kwargs):
    """quiver([X, Y], U, V): arrows; with `scale_units="xy"` as long as they are in the data, else so that they fit."""
    # How thick arrows are, and their heads, the drawing knows.
    del units, width
    for name in ("pivot", "headwidth", "headlength", "headaxislength", "minshaft", "minlength"):
        kwargs.pop(name, None)
    shades, cmap = [color or "k"], kwargs.pop("cmap", None)
    if len(args) in (3, 5):
        *args, values = args
        shades = _mapped(flat_list(values), get_cmap(cmap), None, None)
    u, v = (flat_list(side) for side in args[-2:])
    if len(args) == 4:
        x, y = (flat_list(side) for side in args[:2])
    else:
        rows = _data.plain(args[0])
        wide = len(rows[0]) if isinstance(rows[0], list) else len(rows)
        x, y = [at % wide for at in range(len(u))], [at // wide for at in range(len(u))]
    if len(x) != len(u) and len(x) * len(y) == len(u):
        x, y = [a for _ in y for a in x], [b for b in y for _ in x]
    _style.undrawn("Axes.quiver", angles=None if angles in ("uv", "xy") else angles)
    by = scale if scale_units in ("xy", "x", "y") and scale else _fitting(axes, x, u, v)
    made = None
    for at, (a, b, along, up) in enumerate(zip(x, y, u, v)):
        keywords = _style.long_names(kwargs, "Quiver")
        made = _arrow(axes, a, b, along / by, up / by, shades[at % len(shades)], keywords)
    return made


def _fitting(axes, x, u, v):
    """A scale with which arrows of the mean length are about as long as their neighbours are far."""
    from ._limits import limits

    mean = sum((a * a + b * b) ** 0.5 for a, b in zip(u, v)) / max(len(u), 1)
    low, high = limits(axes, "x") if axes._artists else (0.0, 0.0)
    span = max(float(high - low), max(x) - min(x)) or 1.0
    return 1.8 * mean * max(10, len(u) ** 0.5) / span or 1.0


def flat_list(value):
    return list(_data.flat(_data.plain(value)))

"""Rarer plots of areas: outlines, layers, slices, spans from edge to edge. Each is a function of the axes.

What it is not: `fill_between` and `bar`, which are `_drawing`'s. Start reading at `fill`.
"""

import math

import numpy as np

from . import _data, _style
from ._more_lines import flat_list
from ._polygons import bands
from .artist import Artist, PolyCollection
from .patches import Polygon, Wedge


def fill(axes, *args, **kwargs):
    """fill(x, y, [color], ...): areas with these corners."""
    made, rest = [], list(args)
    while rest:
        x, y = flat_list(rest.pop(0)), flat_list(rest.pop(0))
        look = dict(kwargs)
        if rest and isinstance(rest[0], str):
            look.setdefault("color", _style.read_format(rest.pop(0)).get("color"))
        if not any(look.get(name) is not None for name in ("color", "facecolor", "fc", "c")):
            look["color"] = axes._next_patch_color()
        made.append(axes.add_patch(Polygon(list(zip(x, y)), **look)))
    return made


def parts_where(x, low, high, where, interpolate):
    """The pieces of an area between curves in which `where` holds; with `interpolate` up to the curves' crossings."""
    pieces, at = [], 0
    while at < len(x):
        end = at
        while end < len(x) and where[end]:
            end += 1
        if end - at > 1 or interpolate and end > at:
            piece = [list(row[at:end]) for row in (x, low, high)]
            if interpolate:
                _extend(piece, (x, low, high), at - 1, at, 0)
                _extend(piece, (x, low, high), end, end - 1, len(piece[0]))
            pieces.append(tuple(piece))
        at = max(end, at + 1)
    return pieces


def _extend(piece, curves, outside, inside, place):
    """Adds the point between two neighbours at which the curves cross."""
    x, low, high = curves
    if not 0 <= outside < len(x):
        return
    there, here = low[outside] - high[outside], low[inside] - high[inside]
    if there * here < 0:
        share = there / (there - here)
        crossing = low[outside] + share * (low[inside] - low[outside])
        piece[0].insert(place, x[outside] + share * (x[inside] - x[outside]))
        piece[1].insert(place, crossing)
        piece[2].insert(place, crossing)


def fill_betweenx(axes, y, x1, x2=0, where=None, **kwargs):
    """The area between two curves that go upward."""
    _style.undrawn("Axes.fill_betweenx", where=where)
    y, left, right = flat_list(y), flat_list(x1), flat_list(x2)
    left, right = (side * len(y) if len(side) == 1 else side for side in (left, right))
    entry, zorder = axes._area(kwargs, "FillBetweenPolyCollection")
    outline = list(zip(_data.floats(left), _data.floats(y))) + list(zip(_data.floats(right), _data.floats(y)))[::-1]
    return axes._add(PolyCollection, "band", {**entry, "pieces": bands(outline)}, zorder)


def stackplot(axes, x, *args, labels=(), colors=None, baseline="zero", **kwargs):
    """Areas one upon the other."""
    _style.undrawn("Axes.stackplot", baseline=None if baseline == "zero" else baseline)
    tables = [_data.plain(one) for one in args]
    layers = [row for table in tables for row in (table if isinstance(table[0], list) else [table])]
    below, made = [0.0] * len(layers[0]), []
    for at, layer in enumerate(layers):
        top = [low + value for low, value in zip(below, layer)]
        look = {} if colors is None else {"color": colors[at % len(colors)]}
        label = labels[at] if at < len(labels) else None
        made.append(axes.fill_between(x, below, top, label=label, **look, **kwargs))
        below = top
    return made


def pie(axes, x, explode=None, labels=None, colors=None, autopct=None, pctdistance=0.6, shadow=False, labeldistance=1.1,
        startangle=0, radius=1, counterclock=True, wedgeprops=None, textprops=None, center=(0, 0), frame=False,
        normalize=True):
    """Slices as large as the values' shares: the slices, their names and, with `autopct`, their percentages."""
    _style.undrawn("Axes.pie", shadow=shadow or None)
    values = _data.floats(flat_list(x))
    if any(value < 0 for value in values):
        raise ValueError("Wedge sizes 'x' must be non negative values")
    total = sum(values) if normalize else 1.0
    if not normalize and sum(values) > 1:
        raise ValueError("Cannot plot an unnormalized pie with sum(x) > 1")
    names = [""] * len(values) if labels is None else list(labels)
    if len(names) != len(values):
        raise ValueError(f"'labels' must be of length 'x', not {len(names)}")
    angle, wedges, texts, percents = startangle, [], [], []
    for at, value in enumerate(values):
        turn = 360 * value / total * (1 if counterclock else -1)
        out = explode[at] if explode is not None else 0
        spot = _around(center, radius * out, angle + turn / 2)
        color = colors[at % len(colors)] if colors is not None else axes._next_patch_color()
        look = {"facecolor": color, **({"label": names[at]} if names[at] else {}), **(wedgeprops or {})}
        wedges.append(axes.add_patch(Wedge(spot, radius, *sorted((angle, angle + turn)), **look)))
        if labeldistance is not None:
            place = _around(spot, labeldistance * radius, angle + turn / 2)
            side = "left" if place[0] > spot[0] else "right"
            texts.append(axes.text(*place, names[at], **{"ha": side, "va": "center", **(textprops or {})}))
        if autopct is not None:
            text = autopct(100 * value / total) if callable(autopct) else autopct % (100 * value / total)
            place = _around(spot, pctdistance * radius, angle + turn / 2)
            percents.append(axes.text(*place, text, **{"ha": "center", "va": "center", **(textprops or {})}))
        angle += turn
    axes._value["equal"] = True
    if not frame:
        axes._value["frame"] = False
        axes.set(xticks=[], yticks=[])
        for name, middle in zip("xy", center):
            axes._limit(name, middle - 1.25 * radius, middle + 1.25 * radius)
    made = PieContainer((wedges, texts) if autopct is None else (wedges, texts, percents))
    made.wedges, made.values = wedges, np.array(x)
    made.fracs = np.array([value / total for value in values])
    return made


class PieContainer(tuple):
    """The slices of a pie, their names and percentages, which are taken apart as ever."""

    __repr__ = object.__repr__


PieContainer.__module__ = "matplotlib.container"


def _around(center, distance, degrees):
    angle = math.radians(degrees)
    return center[0] + distance * math.cos(angle), center[1] + distance * math.sin(angle)


class _Span(Artist):
    """A stripe across the axes, wherever they end."""

    _kind = "patches.Rectangle"

    def __str__(self):
        (x0, x1), (y0, y1) = (self._entry[name] for name in (("ends", "share") if self._entry["upright"] else ("share", "ends")))
        return f"Rectangle(xy=({x0:g}, {y0:g}), width={x1 - x0:g}, height={y1 - y0:g}, angle=0)"

    def _entries(self, kind):
        from ._limits import limits

        entry = dict(self._entry)
        ends, share, upright = entry.pop("ends"), entry.pop("share"), entry.pop("upright")
        low, high = limits(self.axes, "y" if upright else "x")
        across = [float(low + (high - low) * part) for part in share]
        x, y = (ends, across) if upright else (across, ends)
        return [("band", {**entry, "x": list(x), "low": [y[0]] * 2, "high": [y[1]] * 2})]


def axvspan(axes, xmin, xmax, ymin=0, ymax=1, **kwargs):
    """A stripe from one x to another, as high as the axes."""
    return _span(axes, (xmin, xmax), (ymin, ymax), True, kwargs)


def axhspan(axes, ymin, ymax, xmin=0, xmax=1, **kwargs):
    """A stripe from one y to another, as wide as the axes."""
    return _span(axes, (ymin, ymax), (xmin, xmax), False, kwargs)


def _span(axes, ends, share, upright, kwargs):
    entry, zorder = axes._area(kwargs, "Rectangle")
    ends = [float(_data.plain(end)) for end in ends]
    entry.update(ends=ends, share=share, upright=upright)
    # What it spans belongs to the data: a rule nobody sees says so.
    for end in ends:
        axes._rule(end, (0, 0), upright, {"color": "none"})._helps = True
    return axes._add(_Span, "late", entry, zorder)


def hist2d(axes, x, y, bins=10, range=None, density=False, weights=None, cmin=None, cmax=None, **kwargs):
    """How many points fall into each cell: counts, edges along x and y, and the image."""
    import numpy as np

    _style.undrawn("Axes.hist2d", cmin=cmin, cmax=cmax)
    counts, across, up = np.histogram2d(np.asarray(x), np.asarray(y), bins=bins, range=range, density=density, weights=weights)
    return counts, across, up, axes.pcolormesh(across, up, counts.T, **kwargs)


def pcolor(axes, *args, **kwargs):
    """The same as `pcolormesh`."""
    return axes.pcolormesh(*args, **kwargs)


def spy(axes, Z, precision=0, marker=None, markersize=None, aspect="equal", origin="upper", **kwargs):
    """Where a matrix has values other than zero."""
    _style.undrawn("Axes.spy", marker=marker, markersize=markersize)
    cells = [[float(abs(value) > precision) for value in row] for row in _data.table(Z)]
    return axes.imshow(cells, cmap=kwargs.pop("cmap", "binary"), aspect=aspect, origin=origin, **kwargs)


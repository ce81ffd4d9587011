"""What axes are asked for beside plotting: parts of them as lists, other sides for ticks, bounds, and small plots of cells.

What it is not: what lessons start with (axes.py, _drawing.py). Each is a function of the axes. Start reading at `get_lines`.
"""

import numpy as np

from . import _data, _style
from ._lists import silent_list
from ._undrawn import Undrawn


def get_lines(axes):
    return silent_list("Line2D", axes.lines)


def get_figure(axes, root=False):
    del root
    return axes.figure


def get_children(axes):
    """Everything that is drawn, and the four lines around it."""
    return [made for _, made in axes._artists] + list(axes.spines.values())


def set_xbound(axes, lower=None, upper=None):
    """Limits, whichever way the axis grows."""
    axes._limit("x", lower, upper)


def set_ybound(axes, lower=None, upper=None):
    """Limits, whichever way the axis grows."""
    axes._limit("y", lower, upper)


def get_xbound(axes):
    return tuple(sorted(axes.get_xlim()))


def get_ybound(axes):
    return tuple(sorted(axes.get_ylim()))


def sharex(axes, other):
    """The same limits as other axes of the figure that share them."""
    axes._axis("x")["shared"] = other._axis("x")["shared"] = True


def sharey(axes, other):
    """The same limits as other axes of the figure that share them."""
    axes._axis("y")["shared"] = other._axis("y")["shared"] = True


def set_axisbelow(axes, b):
    """The grid lies below what is drawn in any case."""
    del axes
    _style.undrawn("Axes", axisbelow=None if b in (True, "line") else b)


def minorticks_on(axes):
    del axes
    _style.untold("minor ticks")


def minorticks_off(axes):
    """There are none in any case."""


def ticklabel_format(axes, *, axis="both", style=None, scilimits=None, useOffset=None, useLocale=None, useMathText=None):
    """How numbers beside ticks are written: by powers of ten within `style="sci"`, else as they are."""
    if axis not in ("both", "x", "y"):
        raise ValueError(f"{axis!r} is not a valid value for axis. Supported values are 'x', 'y', 'both'")
    if style not in (None, "", "sci", "scientific", "plain"):
        raise ValueError(f"{style!r} is not a valid value for style. Supported values are '', None, 'sci', 'scientific', 'plain'")
    del useLocale, useMathText
    chosen = {"style": style, "scilimits": scilimits, "useOffset": useOffset}
    for name in ("x", "y") if axis == "both" else (axis,):
        rules = axes._tick_rules[name].setdefault("number_style", {})
        rules.update({key: value for key, value in chosen.items() if value is not None})
    if style in ("sci", "scientific"):
        _style.untold("powers of ten beside an axis")


def set_position(axes, pos, which="both"):
    """At (left, bottom, width, height) in parts of the figure."""
    from .gridspec import part_of

    del which
    axes._place = part_of({"rows": 1, "columns": 1, "row": 0, "column": 0}, getattr(pos, "bounds", pos))


class Bbox:
    """Where axes lie in their figure, in parts of it."""

    def __init__(self, x0, y0, x1, y1):
        self.x0, self.y0, self.x1, self.y1 = x0, y0, x1, y1
        self.width, self.height = x1 - x0, y1 - y0
        self.bounds = (x0, y0, self.width, self.height)

    def __repr__(self):
        return f"Bbox([[{self.x0}, {self.y0}], [{self.x1}, {self.y1}]])"


Bbox.__module__ = "matplotlib.transforms"


def get_position(axes, original=False):
    """Where the axes lie, by their cell of the grid: distances between cells are the drawing's."""
    del original
    place = axes._place
    left, width = place["column"] / place["columns"], place.get("column_span", 1) / place["columns"]
    top, height = 1 - place["row"] / place["rows"], place.get("row_span", 1) / place["rows"]
    return Bbox(left, top - height, left + width, top)


def usual_bounds(place):
    """Left, bottom, width and height of axes as matplotlib lays out a figure that says nothing of it: what they print."""
    from .gridspec import _PARTS

    whole = place["rows"] % _PARTS == place["columns"] % _PARTS == 0
    found = []
    for many, one, span, low, high in (("columns", "column", "column_span", 0.125, 0.9), ("rows", "row", "row_span", 0.11, 0.88)):
        count, first, across = place[many], place[one], place.get(span, 1)
        if whole:
            start, size = first / count, across / count
        else:
            # A fifth of a cell lies between two of them.
            cell = (high - low) / (count + 0.2 * (count - 1))
            start, size = low + 1.2 * cell * first, cell * (across + 0.2 * (across - 1))
        found.append((start, size))
    (left, width), (top, height) = found
    bottom = (1 if whole else 0.11 + 0.88) - top - height
    return [round(part, 9) for part in (left, bottom, width, height)]


def get_xaxis_transform(axes):
    """Along the axis in data, across it in parts of the axes."""
    del axes
    return "x axis"


def get_yaxis_transform(axes):
    """Along the axis in data, across it in parts of the axes."""
    del axes
    return "y axis"


def broken_barh(axes, xranges, yrange, **kwargs):
    """Level bars in a row: from where, and how long each."""
    starts, lengths = zip(*((_data.plain(start), _data.plain(length)) for start, length in xranges))
    kwargs = {"color" if name in ("facecolors", "facecolor") else name: value for name, value in kwargs.items()}
    low, high = yrange
    return axes.barh([low] * len(starts), list(lengths), height=high, left=list(starts), align="edge", **kwargs)


def hexbin(axes, x, y, C=None, gridsize=100, bins=None, cmap=None, mincnt=None, vmin=None, vmax=None, extent=None, **kwargs):
    """How many points lie in each six-sided cell, or what `reduce_C_function` makes of their C."""
    reduce, kept = kwargs.pop("reduce_C_function", np.mean), 0 if mincnt is None and C is None else (mincnt or 1)
    x, y = (np.asarray(_data.floats(_data.flat(_data.plain(side)))) for side in (x, y))
    wide, high = gridsize if isinstance(gridsize, tuple) else (gridsize, max(int(gridsize / 3**0.5), 1))
    left, right, low, top = extent or (x.min(), x.max(), y.min(), y.max())
    across, up = (right - left) / wide or 1.0, (top - low) / high or 1.0
    along, along_up = (x - left) / across, (y - low) / up
    # Two grids, the second moved by half a cell: a point belongs to the nearer middle.
    first, second = (np.round(along), np.round(along_up)), (np.floor(along) + 0.5, np.floor(along_up) + 0.5)
    near = [(along - at) ** 2 + 3 * (along_up - upward) ** 2 for at, upward in (first, second)]
    middles = np.where(near[0] < near[1], np.stack(first), np.stack(second)).T
    spots, which, counts = np.unique(middles, axis=0, return_inverse=True, return_counts=True)
    which = which.reshape(-1)
    values = counts.astype(np.float64) if C is None else np.array(
        [float(reduce(np.asarray(_data.plain(C))[which == at])) for at in range(len(spots))])
    shown = counts >= kept
    if bins == "log":
        values = np.log10(values)
    size = (72 * 5 / wide) ** 2 * 1.2
    return axes.scatter(left + spots[shown, 0] * across, low + spots[shown, 1] * up, c=values[shown], s=size, cmap=cmap,
                        marker="h", vmin=vmin, vmax=vmax, **kwargs)


def table(axes, cellText=None, cellColours=None, cellLoc="right", colWidths=None, rowLabels=None, colLabels=None,
          loc="bottom", **kwargs):
    """Texts in rows and columns, across the axes."""
    del colWidths, loc
    _style.undrawn("Axes.table", facecolor=cellColours)
    kwargs.pop("bbox", None)
    rows = [[str(cell) for cell in row] for row in cellText or []]
    if colLabels is not None:
        rows = [[str(name) for name in colLabels], *rows]
    names = None if rowLabels is None else [""] * (colLabels is not None) + [str(name) for name in rowLabels]
    for down, row in enumerate(rows):
        cells = row if names is None else [names[down], *row]
        for across, cell in enumerate(cells):
            at = ((across + 0.5) / len(cells), 1 - (down + 0.5) / len(rows))
            axes.text(*at, cell, transform="axes", ha="center", va="center")
    del cellLoc, kwargs
    return Undrawn("how a table looks")


def indicate_inset_zoom(axes, inset_ax, **kwargs):
    """A frame around what axes within these show larger."""
    from .patches import Rectangle

    (left, right), (low, high) = inset_ax.get_xlim(), inset_ax.get_ylim()
    look = {"fill": False, "edgecolor": kwargs.get("edgecolor", "0.5"), "alpha": kwargs.get("alpha", 0.5)}
    return axes.add_patch(Rectangle((left, low), right - left, high - low, **look)), None


def secondary_xaxis(axes, location, functions=None, **kwargs):
    del axes, location, functions, kwargs
    _style.untold("a second scale of the x axis")
    return Undrawn("a second scale of the x axis")


def secondary_yaxis(axes, location, functions=None, **kwargs):
    del axes, location, functions, kwargs
    _style.untold("a second scale of the y axis")
    return Undrawn("a second scale of the y axis")


def set_anchor(axes, anchor, share=False):
    del axes, share
    _style.undrawn("Axes", anchor=anchor)


def set_rasterization_zorder(axes, z):
    """Nothing is turned into pixels before the page does."""
    del axes, z


def add_collection(axes, collection, autolim=True):
    """Adds lines or shapes that were made together."""
    del autolim
    return collection._added_to(axes)


def streamplot(axes, x, y, u, v, density=1, linewidth=None, color=None, cmap=None, arrowsize=1, **kwargs):
    """Lines along the arrows of a field, from places spread evenly over it."""
    del linewidth, arrowsize, cmap
    _style.undrawn("Axes.streamplot", **{name: value for name, value in kwargs.items() if name in ("norm", "arrowstyle")})
    x, y = (np.asarray(_data.plain(side), dtype=np.float64) for side in (x, y))
    x, y = x[0] if x.ndim == 2 else x, y[:, 0] if y.ndim == 2 else y
    field = np.stack([np.asarray(_data.plain(side), dtype=np.float64) for side in (u, v)], -1)
    count = max(int(10 * float(np.mean(density))), 2)
    step = 0.5 / max(len(x), len(y))
    spots = np.stack(np.meshgrid(np.linspace(0.05, 0.95, count), np.linspace(0.05, 0.95, count)), -1).reshape(-1, 2)
    spans, ways = np.array([x[-1] - x[0], y[-1] - y[0]]), [spots]
    for _ in range(int(0.3 / step)):
        # What has left the field is nowhere from then on.
        inside = ((spots >= 0) & (spots <= 1)).all(1, keepdims=True)
        cells = np.round(np.where(inside, spots, 0.0) * (np.array([len(x), len(y)]) - 1)).astype(np.int64)
        toward = field[cells[:, 1], cells[:, 0]] / spans
        toward = toward / np.maximum(np.linalg.norm(toward, axis=1, keepdims=True), 1e-12)
        spots = np.where(inside, spots + step * toward, np.nan)
        ways.append(spots)
    lines = np.stack(ways, 1) * spans + np.array([x[0], y[0]])
    shade = color if isinstance(color, str) else "C0"
    return axes.plot(lines[..., 0].T, lines[..., 1].T, color=shade, lw=1)


def get_xaxis(axes):
    """The x axis, to be changed."""
    return axes.xaxis


def get_yaxis(axes):
    """The y axis, to be changed."""
    return axes.yaxis


def set_visible(axes, b):
    """Axes that are not seen keep their place."""
    axes._value["frame"] = bool(b)
    for _, made in axes._artists:
        made.set_visible(b)


def get_visible(axes):
    return axes._value.get("frame", True)


def get_images(axes):
    return axes.images


def get_aspect(axes):
    found = getattr(axes, "_aspect", "auto")
    return 1.0 if axes._value.get("equal") else "auto" if found == 1 else found


def get_xmajorticklabels(axes):
    return axes.get_xticklabels()


def get_ymajorticklabels(axes):
    return axes.get_yticklabels()


def xaxis_date(axes, tz=None):
    """The x axis counts days since 1970."""
    del tz
    axes._dated("x")


def yaxis_date(axes, tz=None):
    """The y axis counts days since 1970."""
    del tz
    axes._dated("y")


def xaxis_inverted(axes):
    return axes._axis("x").get("inverted", False)


def yaxis_inverted(axes):
    return axes._axis("y").get("inverted", False)


def set_xmargin(axes, m):
    axes.margins(x=m)


def set_ymargin(axes, m):
    axes.margins(y=m)


def get_window_extent(axes, renderer=None):
    """Where the axes lie in their figure, in dots."""
    del renderer
    place, (wide, high) = get_position(axes), (side * axes.figure.dpi for side in axes.figure._size)
    return Bbox(place.x0 * wide, place.y0 * high, place.x1 * wide, place.y1 * high)


get_tightbbox = get_window_extent


def get_transform(axes):
    return axes.transAxes


def set_autoscale_on(axes, b):
    axes.autoscale(b)


set_autoscalex_on = set_autoscaley_on = set_autoscale_on


def get_label(axes):
    return axes._unseen.get("label", "")


def set_label(axes, s):
    """A name that is not drawn."""
    axes._unseen["label"] = str(s)


def set_alpha(axes, alpha):
    del axes
    _style.undrawn("Axes", alpha=alpha)


def set_zorder(axes, level):
    """Axes lie beside each other, seldom above."""
    del axes, level


def get_zorder(axes):
    del axes
    return 0

"""Lines of equal height over a table of numbers, and their names. Each is a function of the axes.

What it is not: `contourf`, whose bands of colour are an image. Start reading at `contour`.
"""

import numpy as np
from _scalars import INTS

from . import _data, _style
from ._more_lines import flat_list
from .artist import LineCollection
from .cm import get_cmap
from .colors import ListedColormap, Normalize, color_code
from .ticker import MaxNLocator

# Which two sides of a cell a line joins, by which of its corners lie above the level (1, 2, 4, 8 from the lower left,
# around). Sides: 0 below, 1 right, 2 above, 3 left.
_JOINED = {
    1: [(3, 0)], 2: [(0, 1)], 3: [(3, 1)], 4: [(1, 2)], 5: [(3, 2), (0, 1)], 6: [(0, 2)], 7: [(3, 2)], 8: [(2, 3)],
    9: [(2, 0)], 10: [(3, 0), (1, 2)], 11: [(2, 1)], 12: [(1, 3)], 13: [(1, 0)], 14: [(0, 3)],
}  # fmt: skip


class ContourLines:
    """The lines of one call: their levels, and the pieces of each as arrays of points."""

    def __init__(self, axes, levels, segments, lines, cmap, norm):
        self.axes, self.levels, self.allsegs, self.collections = axes, levels, segments, lines
        self.cmap, self.norm = cmap, norm

    def remove(self):
        for line in self.collections:
            line.remove()


ContourLines.__module__, ContourLines.__qualname__ = "matplotlib.contour", "QuadContourSet"


def contour(axes, *args, levels=None, colors=None, cmap=None, alpha=None, vmin=None, vmax=None, linewidths=None,
            linestyles=None, **kwargs):
    """contour([X, Y], Z, [levels]): lines through the points of equal height."""
    if len(args) in (2, 4) and levels is None:
        *args, levels = args
    if len(args) not in (1, 3):
        raise TypeError(f"contour() takes from 1 to 4 positional arguments but {len(args)} were given")
    if colors is not None and cmap is not None:
        raise ValueError("Either colors or cmap must be None")
    table = np.array(_data.table(args[-1]))
    x, y = _grid(args[:2] if len(args) == 3 else placed(table.shape, kwargs), table.shape)
    levels = _levels(table, levels)
    keywords = _style.long_names(kwargs, "QuadContourSet")
    entry = {} if alpha is None else {"alpha": float(alpha)}
    zorder = _style.take_common(keywords, entry)
    _style.none_left(keywords)
    shades = _shades(levels, colors, cmap, vmin, vmax)
    widths = flat_list(1.5 if linewidths is None else linewidths)
    segments, lines = [], []
    for at, level in enumerate(levels):
        pieces = _pieces(x, y, table, level)
        segments.append([np.array(piece) for piece in pieces])
        # Of one colour, what lies below zero is dashed.
        style = linestyles or ("dashed" if isinstance(colors, str) and level < 0 else "solid")
        style = style if isinstance(style, str) else style[at % len(style)]
        look = {**entry, "color": shades[at], "width": float(widths[at % len(widths)]), "style": _style.line_style(style)}
        points = [point for piece in pieces for point in [*piece, (np.nan, np.nan)]]
        look.update(x=[float(px) for px, _ in points], y=[float(py) for _, py in points])
        lines.append(axes._add(LineCollection, "line", look, 2 if zorder is None else zorder))
    mapped = get_cmap(cmap) if colors is None else ListedColormap(shades, "from_list")
    norm = Normalize(*(float(end if given is None else given) for end, given in ((levels[0], vmin), (levels[-1], vmax))))
    return ContourLines(axes, levels, segments, lines, mapped, norm)


def contour_pieces(X, Y, Z, levels, colors, cmap):
    """Each level with its colour and its lines, as lists of points."""
    table = np.array(_data.table(Z))
    x, y = _grid((X, Y), table.shape)
    levels = _levels(table, levels)
    shades = _shades(levels, colors, cmap, None, None)
    return [(level, shade, _pieces(x, y, table, level)) for level, shade in zip(levels, shades)]


def placed(shape, kwargs):
    """Where the numbers of a table without places stand, by `origin` and `extent`, which `kwargs` then lack; None as usual."""
    origin, extent = kwargs.pop("origin", None), kwargs.pop("extent", None)
    if origin is None and extent is None:
        return None
    sides = []
    for count, ends in ((shape[1], (0, 1)), (shape[0], (2, 3))):
        start, stop = (-0.5, count - 0.5) if extent is None else (float(extent[end]) for end in ends)
        # With an origin numbers stand in the middles of cells, else at the ends.
        half = (stop - start) / count / 2 if origin is not None else 0.0
        sides.append(np.linspace(start + half, stop - half, count))
    return sides[0], sides[1][::-1] if origin == "upper" else sides[1]


def _grid(given, shape):
    """Where the table's numbers stand, as two tables."""
    if given is None:
        return np.meshgrid(np.arange(shape[1], dtype=float), np.arange(shape[0], dtype=float))
    x, y = (np.array(_data.plain(side), dtype=np.float64) for side in given)
    if x.ndim == 1 and y.ndim == 1:
        for side, count, name, of in ((x, shape[1], "x", "columns"), (y, shape[0], "y", "rows")):
            if len(side) != count:
                raise TypeError(f"Length of {name} ({len(side)}) must match number of {of} in z ({count})")
        return np.meshgrid(x, y)
    if x.shape != shape:
        raise TypeError(f"Shapes of x {x.shape} and z {shape} do not match")
    return x, y


def _levels(table, levels):
    if levels is not None and not isinstance(levels, INTS):
        found = np.array(sorted(flat_list(levels)), dtype=np.float64)
        if len(found) > 1 and (np.diff(found) <= 0).any():
            raise ValueError("Contour levels must be increasing")
        return found
    return band_levels(table, 7 if levels is None else levels)


def band_levels(table, count):
    """About so many levels, of lines or of bands: the first and the last lie beyond the values."""
    low, high = np.nanmin(table), np.nanmax(table)
    found = MaxNLocator(count + 1, min_n_ticks=1).tick_values(low, high)
    below, above = np.nonzero(found < low)[0], np.nonzero(found > high)[0]
    first, last = below[-1] if len(below) else 0, above[0] + 1 if len(above) else len(found)
    return found if last - first < 3 else found[first:last]


def _shades(levels, colors, cmap, vmin, vmax):
    if colors is not None:
        listed = [colors] if isinstance(colors, (str, tuple)) else list(colors)
        return [color_code(listed[at % len(listed)]) for at in range(len(levels))]
    low = float(levels[0] if vmin is None else vmin)
    high = float(levels[-1] if vmax is None else vmax)
    mapped = get_cmap(cmap)
    return [mapped.hex((float(level) - low) / ((high - low) or 1.0)) for level in levels]


def _pieces(x, y, table, level):
    """The level's lines, each a list of points: what the cells have of them, joined."""
    above = table > level
    codes = above[:-1, :-1] * 1 + above[:-1, 1:] * 2 + above[1:, 1:] * 4 + above[1:, :-1] * 8
    codes[np.isnan(table[:-1, :-1] + table[:-1, 1:] + table[1:, 1:] + table[1:, :-1])] = 0
    rows, columns = np.nonzero((codes > 0) & (codes < 15))
    links = {}
    for row, column in zip(rows.tolist(), columns.tolist()):
        # A side has one name from both of its cells: its row and column, and whether it stands upright.
        names = ((row, column, 0), (row, column + 1, 1), (row + 1, column, 0), (row, column, 1))
        for start, end in _JOINED[int(codes[row, column])]:
            links.setdefault(names[start], []).append(names[end])
            links.setdefault(names[end], []).append(names[start])
    if not links:
        return []
    # Python's numbers are quicker one by one than numpy's.
    sides = x.tolist(), y.tolist(), table.tolist()
    return [[_crossing(*sides, float(level), side) for side in way] for way in _ways(links)]


def _ways(links):
    """All lines through sides that are linked: open ones from an end, then closed ones."""
    ways = []
    for only_ends in (True, False):
        for start in list(links):
            if len(links[start]) != 1 if only_ends else not links[start]:
                continue
            way, here = [start], start
            while links[here]:
                there = links[here].pop()
                links[there].remove(here)
                way.append(there)
                here = there
            if len(way) > 1:
                ways.append(way)
    return ways


def _crossing(x, y, table, level, side):
    row, column, upright = side
    below, beside = (row + 1, column) if upright else (row, column + 1)
    first, second = table[row][column], table[below][beside]
    share = (level - first) / (second - first)
    across, up = x[row][column], y[row][column]
    return across + share * (x[below][beside] - across), up + share * (y[below][beside] - up)


def clabel(axes, CS, levels=None, *, fmt=None, fontsize=None, inline=True, colors=None, inline_spacing=5, **kwargs):
    """Writes each line's level in the middle of its pieces."""
    _style.undrawn("Axes.clabel", **kwargs)
    # The text stands on its line, which is not cut off around it.
    del inline, inline_spacing
    made = []
    for at, level in enumerate(CS.levels):
        if levels is not None and level not in levels:
            continue
        look = {"color": CS.collections[at].get_color() if colors is None else colors, "ha": "center", "va": "center"}
        if fontsize is not None:
            look["fontsize"] = fontsize
        for piece in CS.allsegs[at]:
            x, y = piece[len(piece) // 2]
            made.append(axes.text(x, y, _named(level, CS.levels, fmt), **look))
    return made


def _named(level, levels, fmt):
    if fmt is None:
        exact = (digits for digits in range(6) if all(round(one, digits) == round(one, 8) for one in levels.tolist()))
        return f"{level:.{next(exact, 3)}f}"
    return fmt(level) if callable(fmt) else fmt[level] if isinstance(fmt, dict) else fmt % level

"""Counts of points in six-sided cells. Start reading at `hexagons`.

What it is not: cells drawn as areas: each is a marker as large as they mostly are.
"""

import numpy as np

from . import _data
from .artist import PathCollection


class Hexagons(PathCollection):
    """The cells of a `hexbin`: their middles and what is counted in them."""

    _kind = "collections.PolyCollection"

    def get_offsets(self):
        return np.stack([np.array(self._entry["x"]), np.array(self._entry["y"])], -1)


def hexagons(axes, x, y, C, gridsize, bins, mincnt, extent, look):
    reduce = look.pop("reduce_C_function", np.mean)
    x, y = (np.asarray(_data.floats(_data.flat(_data.plain(side)))) for side in (x, y))
    wide, high = gridsize if isinstance(gridsize, (tuple, list)) else (gridsize, int(gridsize / 3**0.5))
    left, right, low, top = extent or (x.min(), x.max(), y.min(), y.max())
    if extent is None:
        # All points are to lie within.
        left, right = _apart(left, right)
        low, top = _apart(low, top)
        left, right = left - 1e-9 * (right - left), right + 1e-9 * (right - left)
    across, up = (right - left) / wide, (top - low) / high
    along, along_up = (x - left) / across, (y - low) / up
    # Two grids, the second moved by half a cell: a point belongs to the nearer middle.
    first = np.stack([np.round(along), np.round(along_up)]).astype(np.int64)
    second = np.stack([np.floor(along), np.floor(along_up)]).astype(np.int64)
    near = (along - first[0]) ** 2 + 3 * (along_up - first[1]) ** 2 < (along - second[0] - 0.5) ** 2 + 3 * (along_up - second[1] - 0.5) ** 2
    given = None if C is None else np.asarray(_data.floats(_data.flat(_data.plain(C))))
    values, spots = [], []
    for places, mine, columns, rows, shift in ((first, near, wide + 1, high + 1, 0.0), (second, ~near, wide, high, 0.5)):
        inside = mine & (places[0] >= 0) & (places[0] < columns) & (places[1] >= 0) & (places[1] < rows)
        cells = (places[0] * rows + places[1])[inside]
        counts = np.bincount(cells, minlength=columns * rows)
        if given is None:
            found = counts.astype(np.float64)
            if mincnt is not None:
                found[counts < mincnt] = np.nan
        else:
            least, found = 1 if mincnt is None else mincnt, np.full(columns * rows, np.nan)
            for cell in np.flatnonzero(counts >= max(least, 1)).tolist():
                found[cell] = float(reduce(given[inside][cells == cell]))
        values.append(found)
        spots.append(np.stack([np.repeat(np.arange(columns), rows) + shift, np.tile(np.arange(rows), columns) + shift], -1))
    values, spots = np.concatenate(values), np.concatenate(spots)
    shown = ~np.isnan(values)
    values, spots = values[shown], spots[shown]
    if isinstance(bins, str) and bins == "log":
        from .colors import LogNorm

        look["norm"] = LogNorm(look.pop("vmin"), look.pop("vmax"))
    elif bins is not None:
        steps = np.asarray(_data.plain(bins)) if np.iterable(bins) else np.linspace(values.min(), values.max(), bins - 1)
        values = np.sort(steps).searchsorted(values).astype(np.float64)
    made = axes.scatter(left + spots[:, 0] * across, low + spots[:, 1] * up, c=values, s=(72 * 5 / wide) ** 2 * 1.2, marker="h", **look)
    made.__class__ = Hexagons
    made._mapped = (values, *made._mapped[1:])
    axes._spans.append((left, right, low, top, False))
    return made


def _apart(low, high):
    return (low - 0.1, high + 0.1) if low == high else (low, high)

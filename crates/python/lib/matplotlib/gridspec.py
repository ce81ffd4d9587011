"""Grids in which axes take up several cells, with rows and columns of different sizes.

What it is not: distances between axes and around them, which are the drawing's. Start reading at `GridSpec`.
"""

import math
from fractions import Fraction

from ._cells import check_counts, named_place

from _scalars import INTS

# Rows and columns whose sizes have no small common measure are rounded to so many parts.
_PARTS = 200


class GridSpec:
    """A grid; an index or slices of it are the place of axes."""

    def __init__(self, nrows, ncols, figure=None, *, left=None, bottom=None, right=None, top=None, wspace=None, hspace=None,
                 width_ratios=None, height_ratios=None):
        del left, bottom, right, top, wspace, hspace
        check_counts(nrows, ncols)
        self.nrows, self.ncols, self.figure = nrows, ncols, figure
        self._ratios = {"height": height_ratios, "width": width_ratios}
        self._rows = _edges(height_ratios, nrows, "height", "rows")
        self._columns = _edges(width_ratios, ncols, "width", "columns")

    def __repr__(self):
        uneven = "".join(f", {name}_ratios={ratios!r}" for name, ratios in self._ratios.items() if ratios is not None)
        return f"{type(self).__name__}({self.nrows}, {self.ncols}{uneven})"

    def get_geometry(self):
        return self.nrows, self.ncols

    def update(self, **kwargs):
        """Distances are the drawing's."""

    def tight_layout(self, figure, **kwargs):
        """Figures are always laid out tightly here."""

    def __getitem__(self, key):
        if not isinstance(key, tuple):
            key = divmod(key, self.ncols) if isinstance(key, INTS) else (key, slice(None)) if self.ncols == 1 else (0, key)
        spans = _span(key[0], self.nrows), _span(key[1], self.ncols)
        return SubplotSpec(self, *spans)

    def subplots(self, **kwargs):
        ratios = {name + "_ratios": value for name, value in self._ratios.items() if value is not None}
        return self.figure.subplots(self.nrows, self.ncols, gridspec_kw=ratios, **kwargs)

    def _place(self, rows, columns):
        return {"rows": self._rows[-1], "row": self._rows[rows[0]], "row_span": self._rows[rows[1]] - self._rows[rows[0]],
                "columns": self._columns[-1], "column": self._columns[columns[0]],
                "column_span": self._columns[columns[1]] - self._columns[columns[0]]}


class GridSpecFromSubplotSpec(GridSpec):
    """A grid within cells of another."""

    def __init__(self, nrows, ncols, subplot_spec, **kwargs):
        GridSpec.__init__(self, nrows, ncols, **kwargs)
        self._outer = subplot_spec._place

    def _place(self, rows, columns):
        inner = GridSpec._place(self, rows, columns)
        found = {}
        for many, one, span in (("rows", "row", "row_span"), ("columns", "column", "column_span")):
            # Each cell of the outer grid becomes as many as the inner one has, and the other way round.
            parts, across = inner[many], self._outer.get(span, 1)
            found[many] = self._outer[many] * parts
            found[one] = self._outer[one] * parts + inner[one] * across
            found[span] = inner[span] * across
        return found


class SubFigure:
    """A part of a figure: what is added to it lies within it."""

    def __init__(self, figure, place):
        self.figure, self._place = figure, place
        self.axes = []

    def add_gridspec(self, nrows=1, ncols=1, **kwargs):
        made = GridSpecFromSubplotSpec(nrows, ncols, self, **kwargs)
        made.figure = self
        return made

    def add_subplot(self, *args, **kwargs):
        place = args[0]._place if args and hasattr(args[0], "_place") else named_place(args)
        if not (args and hasattr(args[0], "_place")):
            rows = (place["row"], place["row"] + place.get("row_span", 1))
            columns = (place["column"], place["column"] + place.get("column_span", 1))
            place = self.add_gridspec(place["rows"], place["columns"])._place(rows, columns)
        self.axes.append(self.figure.add_subplot(SubplotPlace(place), **kwargs))
        return self.axes[-1]

    def subplots(self, nrows=1, ncols=1, *, squeeze=True, gridspec_kw=None, sharex=False, sharey=False, **kwargs):
        from ._axes_array import AxesArray

        grid = self.add_gridspec(nrows, ncols, **(gridspec_kw or {}))
        rows = [[self.add_subplot(grid[row, column], **kwargs) for column in range(ncols)] for row in range(nrows)]
        for name, shared in (("x", sharex), ("y", sharey)):
            for axes in (one for row in rows for one in row if shared):
                axes._axis(name)["shared"] = True
        if squeeze and nrows == ncols == 1:
            return rows[0][0]
        flat = [each for row in rows for each in row]
        return AxesArray(flat) if squeeze and 1 in (nrows, ncols) else AxesArray([AxesArray(row) for row in rows])

    def __getattr__(self, name):
        # Titles and names are the whole figure's.
        return getattr(self.figure, name)


class SubplotPlace:
    """A place in a figure by itself, for `add_subplot`."""

    def __init__(self, place):
        self._place = place


class SubplotSpec:
    def __init__(self, grid, rows, columns):
        self._grid, self._rows, self._columns = grid, rows, columns

    def __repr__(self):
        return f"{self._grid}[{self._rows[0]}:{self._rows[1]}, {self._columns[0]}:{self._columns[1]}]"

    @property
    def _place(self):
        return self._grid._place(self._rows, self._columns)

    def get_gridspec(self):
        return self._grid

    def subgridspec(self, nrows, ncols, **kwargs):
        return GridSpecFromSubplotSpec(nrows, ncols, self, **kwargs)


def part_of(place, bounds):
    """The place of (left, bottom, width, height) in parts of another place, on a fine grid."""
    left, bottom, width, height = (min(max(float(end), 0.0), 1.0) for end in bounds)
    found = {}
    for many, one, span, start, size in (("rows", "row", "row_span", 1 - bottom - height, height),
                                         ("columns", "column", "column_span", left, width)):
        across = place.get(span, 1)
        found[many] = place[many] * _PARTS
        found[one] = max(round((place[one] + start * across) * _PARTS), 0)
        found[span] = max(round(size * across * _PARTS), 1)
    return found


def _edges(ratios, count, name, many):
    """Where cells begin and the last ends, in whole parts."""
    if ratios is None:
        return list(range(count + 1))
    if len(ratios) != count:
        raise ValueError(f"Expected the given number of {name} ratios to match the number of {many} of the grid")
    shares = [Fraction(ratio).limit_denominator(_PARTS) for ratio in ratios]
    parts = math.lcm(*(share.denominator for share in shares))
    sizes = [int(share * parts) for share in shares]
    if sum(sizes) > _PARTS * count:
        sizes = [max(round(float(share / sum(shares)) * _PARTS), 1) for share in shares]
    edges = [0]
    for size in sizes:
        edges.append(edges[-1] + size)
    return edges


def _span(key, count):
    """The first of the cells, and where they end."""
    if isinstance(key, slice):
        first, last, _ = key.indices(count)
    else:
        first = key + count if key < 0 else key
        last = first + 1
    if not 0 <= first < last <= count:
        raise IndexError("GridSpec slice would result in no space allocated for subplot" if isinstance(key, slice) else
                         f"index {key} is out of bounds for axis with size {count}")
    return first, last

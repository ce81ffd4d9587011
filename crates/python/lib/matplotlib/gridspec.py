"""Grids in which axes take up several cells.

What it is not: rows or columns of different sizes. Start reading at `GridSpec`.
"""

from ._style import refused


class GridSpec:
    """A grid; an index or slices of it are the place of axes."""

    def __init__(self, nrows, ncols, figure=None, *, left=None, bottom=None, right=None, top=None, wspace=None, hspace=None,
                 width_ratios=None, height_ratios=None):
        refused("GridSpec", width_ratios=_uneven(width_ratios), height_ratios=_uneven(height_ratios))
        # Distances between axes and around them are the drawing's.
        del left, bottom, right, top, wspace, hspace
        self.nrows, self.ncols, self.figure = nrows, ncols, figure

    def get_geometry(self):
        return self.nrows, self.ncols

    def __getitem__(self, key):
        if not isinstance(key, tuple):
            key = divmod(key, self.ncols) if isinstance(key, int) else (key, slice(None)) if self.ncols == 1 else (0, key)
        (row, rows), (column, columns) = _span(key[0], self.nrows), _span(key[1], self.ncols)
        return SubplotSpec({"rows": self.nrows, "columns": self.ncols, "row": row, "column": column, "row_span": rows,
                            "column_span": columns})

    def subplots(self, **kwargs):
        return self.figure.subplots(self.nrows, self.ncols, **kwargs)


class SubplotSpec:
    def __init__(self, place):
        self._place = place


def _uneven(ratios):
    return None if ratios is None or len(set(ratios)) == 1 else ratios


def _span(key, count):
    """The first of the cells, and how many."""
    if isinstance(key, slice):
        first, last, _ = key.indices(count)
    else:
        first = key + count if key < 0 else key
        last = first + 1
    if not 0 <= first < last <= count:
        raise IndexError("GridSpec slice would result in no space allocated for subplot" if isinstance(key, slice) else
                         f"index {key} is out of bounds for axis with size {count}")
    return first, last - first

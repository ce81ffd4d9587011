"""Axes in a grid, one after the other: `ImageGrid`, `AxesGrid`. Start reading at `Grid`.

What it is not: distances between the cells, and where bars stand, which the drawing finds.
"""

from matplotlib._sharing import share
from matplotlib._style import undrawn


class Grid:
    """Axes of a grid: `for ax, picture in zip(grid, pictures)`."""

    def __init__(self, fig, rect, nrows_ncols, n_axes=None, direction="row", axes_pad=0.02, *, share_all=False, share_x=True,
                 share_y=True, label_mode="L", axes_class=None, aspect=False, **kwargs):
        from matplotlib._cells import named_place
        from matplotlib.gridspec import GridSpec, GridSpecFromSubplotSpec, SubplotPlace, part_of

        del axes_pad, aspect
        undrawn("ImageGrid", axes_class=axes_class, **kwargs)
        if direction not in ("column", "row"):
            raise ValueError(f"{direction!r} is not a valid value for direction. Supported values are 'column', 'row'")
        rows, columns = nrows_ncols
        n_axes = rows * columns if n_axes is None else n_axes
        if not 0 < n_axes <= rows * columns:
            raise ValueError("n_axes must be positive and not larger than nrows*ncols")
        grid = GridSpec(rows, columns, fig)
        if isinstance(rect, tuple) and len(rect) == 4:
            whole = part_of({"rows": 1, "columns": 1, "row": 0, "column": 0}, rect)
            grid = GridSpecFromSubplotSpec(rows, columns, SubplotPlace(whole))
        elif hasattr(rect, "_place"):
            grid = GridSpecFromSubplotSpec(rows, columns, rect)
        elif rect != 111:
            grid = GridSpecFromSubplotSpec(rows, columns, SubplotPlace(named_place(rect if isinstance(rect, tuple) else (rect,))))
        self._nrows, self._ncols, self.ngrids, self._direction = rows, columns, n_axes, direction
        cells = [divmod(at, columns) if direction == "row" else divmod(at, rows)[::-1] for at in range(n_axes)]
        self.axes_all = [fig.add_subplot(grid[cell]) for cell in cells]
        by_cell = dict(zip(cells, self.axes_all))
        for (row, column), axes in by_cell.items():
            for name, first in (("x", by_cell.get((0, column))), ("y", by_cell.get((row, 0)))):
                first = self.axes_all[0] if share_all else first if (share_x if name == "x" else share_y) else None
                if first is not None and first is not axes:
                    share(name, axes, first)
        self._cells = by_cell
        self.axes_row = [[by_cell[row, column] for column in range(columns) if (row, column) in by_cell] for row in range(rows)]
        self.axes_column = [[by_cell[row, column] for row in range(rows) if (row, column) in by_cell] for column in range(columns)]
        self.axes_llc = by_cell.get((rows - 1, 0))
        self.set_label_mode(label_mode)

    def __getitem__(self, i):
        return self.axes_all[i]

    def __len__(self):
        return len(self.axes_all)

    def __iter__(self):
        return iter(self.axes_all)

    def get_geometry(self):
        return self._nrows, self._ncols

    def set_label_mode(self, mode):
        """Which axes have texts beside their ticks: 'all', those at the left and below ('L'), the one in the corner ('1')."""
        if mode not in ("all", "L", "1", "keep"):
            raise ValueError(f"{mode!r} is not a valid value for mode. Supported values are 'all', 'L', '1', 'keep'")
        for (row, column), axes in self._cells.items():
            if mode == "keep":
                continue
            lowest = (row + 1, column) not in self._cells
            for name, has_texts in (("x", lowest), ("y", column == 0)):
                if mode == "1":
                    has_texts = axes is self.axes_llc
                axes._tick_rules[name]["untexted"] = mode != "all" and not has_texts


class ImageGrid(Grid):
    """A grid of images, with places for colour bars."""

    def __init__(self, fig, rect, nrows_ncols, n_axes=None, direction="row", axes_pad=0.02, *, share_all=False, aspect=True,
                 label_mode="L", cbar_mode=None, cbar_location="right", cbar_pad=None, cbar_size="5%", cbar_set_cax=True,
                 axes_class=None, **kwargs):
        del cbar_pad, cbar_size, cbar_set_cax
        if cbar_mode not in (None, "each", "single", "edge"):
            raise ValueError(f"{cbar_mode!r} is not a valid value for cbar_mode. Supported values are 'each', 'single', 'edge', None")
        Grid.__init__(self, fig, rect, nrows_ncols, n_axes, direction, axes_pad, share_all=share_all, aspect=aspect,
                      label_mode=label_mode, axes_class=axes_class, **kwargs)
        self._colorbar_mode, self._colorbar_location = cbar_mode, cbar_location
        self.cbar_axes = [BarPlace(axes, cbar_location) for axes in self.axes_all]
        for axes, bar in zip(self.axes_all, self.cbar_axes):
            axes.cax = bar


class BarPlace:
    """Where a colour bar stands: beside the image that it is asked for."""

    def __init__(self, axes, location):
        self._axes, self.orientation = axes, "horizontal" if location in ("top", "bottom") else "vertical"
        self._bar = None

    @property
    def figure(self):
        return self._axes.figure

    def colorbar(self, mappable, **kwargs):
        kwargs.setdefault("orientation", self.orientation)
        self._bar = self._axes.figure.colorbar(mappable, ax=self._axes, **kwargs)
        return self._bar

    def toggle_label(self, b):
        """Bars have texts."""

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        return getattr((self._bar.ax if self._bar is not None else self._axes), name)


AxesGrid = ImageGrid

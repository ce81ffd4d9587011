"""`mpl_toolkits.axes_grid1`: grids of images, and places for colour bars beside images.

What it is not: distances in inches, which the drawing finds. A colour bar drawn into such a place stands beside its image anyway. Start reading at
`make_axes_locatable`.
"""



def make_axes_locatable(axes):
    """Where axes beside these are asked for."""
    return _Divider(axes)


class _Divider:
    def __init__(self, axes):
        self._axes = axes

    def append_axes(self, position, size, pad=None, **kwargs):
        """Axes for a colour bar at the right: how wide and how far away it is, the drawing finds."""
        del size, pad
        del position, kwargs
        figure, before = self._axes.figure, self._axes.figure._current
        made = figure._new_axes(self._axes._place)
        figure.sca(before)
        return made


class ImageGrid(list):
    """Axes in a grid, one after the other: `for ax, picture in zip(grid, pictures)`."""

    def __init__(self, fig, rect, nrows_ncols, axes_pad=0.02, share_all=False, label_mode="L", cbar_mode=None, **kwargs):
        from matplotlib.gridspec import GridSpec, GridSpecFromSubplotSpec, SubplotPlace, part_of

        # How far apart the cells are, and where bars stand, the drawing finds.
        del axes_pad, share_all, label_mode, kwargs
        rows, columns = nrows_ncols
        whole = {"rows": 1, "columns": 1, "row": 0, "column": 0}
        if isinstance(rect, tuple) and len(rect) == 4:
            whole = part_of(whole, rect)
        elif rect != 111:
            from matplotlib.figure import _place

            whole = _place(rect if isinstance(rect, tuple) else (rect,))
        grid = GridSpecFromSubplotSpec(rows, columns, SubplotPlace(whole)) if len(whole) > 4 or rect != 111 else GridSpec(*nrows_ncols)
        list.__init__(self, [fig.add_subplot(grid[row, column]) for row in range(rows) for column in range(columns)])
        self.axes_all, self.ngrids = self, rows * columns
        self.axes_row = [self[at:at + columns] for at in range(0, rows * columns, columns)]
        self.cbar_axes = list(self) if cbar_mode else []

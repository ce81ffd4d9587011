"""`mpl_toolkits.axes_grid1`: places for colour bars beside images.

What it is not: grids of images. A colour bar drawn into such a place stands beside its image anyway. Start reading at
`make_axes_locatable`.
"""

from matplotlib._style import refused


def make_axes_locatable(axes):
    """Where axes beside these are asked for."""
    return _Divider(axes)


class _Divider:
    def __init__(self, axes):
        self._axes = axes

    def append_axes(self, position, size, pad=None, **kwargs):
        """Axes for a colour bar at the right: how wide and how far away it is, the drawing finds."""
        del size, pad
        refused("AxesDivider.append_axes", position=None if position == "right" else position, **kwargs)
        figure, before = self._axes.figure, self._axes.figure._current
        made = figure._new_axes(self._axes._place)
        figure.sca(before)
        return made

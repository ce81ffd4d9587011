"""Axes with others in the same place: `host_subplot`, whose `twinx` gives one more scale. Start reading at `host_subplot`."""

from matplotlib.pyplot import gcf


def host_subplot(*args, axes_class=None, figure=None, **kwargs):
    """Axes of a figure that others may stand in the place of, by `twinx` and `twiny`."""
    from matplotlib._style import undrawn

    undrawn("host_subplot", axes_class=axes_class)
    return (gcf() if figure is None else figure).add_subplot(*args, **kwargs)


def host_axes(*args, axes_class=None, figure=None, **kwargs):
    """As `host_subplot`, at (left, bottom, width, height) in parts of the figure."""
    from matplotlib._style import undrawn

    undrawn("host_axes", axes_class=axes_class)
    return (gcf() if figure is None else figure).add_axes(*(args or ((0.125, 0.11, 0.775, 0.77),)), **kwargs)

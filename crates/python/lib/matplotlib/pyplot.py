"""The calls that lessons make: each is a method of the current axes or figure.

What it is not: where plots are built (axes.py) or drawn (the page). Start reading at `gca`.
"""

import contextlib
import time

import _kindling

from . import cm, rcParams, style
from .axes import LATER, Axes
from .cm import get_cmap
from .figure import Figure

from _scalars import INTS

# Open figures by number, and the current one's number.
_figures = {}
_current = None
# Those that were shown: their numbers are taken until the next one is made.
_shown = {}


def figure(num=None, figsize=None, dpi=None, *, clear=False, **kwargs):
    """A new figure, or the one with this number or name, as the current one."""
    global _current
    if isinstance(num, Figure):
        num = num.number
    if num in _shown:
        _figures[num] = _shown[num]
    _shown.clear()
    if num is None:
        num = max([number for number in _figures if isinstance(number, INTS)], default=0) + 1
    if num not in _figures:
        if len(_figures) >= 20:
            from . import _seldom

            _seldom.warn_of_many(len(_figures))
        _figures[num] = Figure(figsize, dpi, number=num, **kwargs)
    elif clear:
        _figures[num].clf()
    _current = num
    return _figures[num]


def gcf():
    """The current figure, made if there is none."""
    return _figures[_current] if _current in _figures else figure()


def gca():
    """The current axes, made if there are none."""
    return gcf().gca()


def sca(ax):
    """Makes these axes and their figure the current ones."""
    figure(ax.figure)
    ax.figure.sca(ax)


def subplots(nrows=1, ncols=1, *, sharex=False, sharey=False, squeeze=True, width_ratios=None, height_ratios=None,
             subplot_kw=None, gridspec_kw=None, num=None, figsize=None, dpi=None, **kwargs):
    """A new figure with axes in a grid: (figure, axes)."""
    made = figure(num, figsize, dpi, **kwargs)
    return made, made.subplots(nrows, ncols, sharex=sharex, sharey=sharey, squeeze=squeeze, width_ratios=width_ratios,
                               height_ratios=height_ratios, subplot_kw=subplot_kw, gridspec_kw=gridspec_kw)


def subplot(*args, **kwargs):
    """subplot(rows, columns, index): these axes of the current figure, made if need be."""
    return gcf().add_subplot(*args, **kwargs)


def show(*, block=None):
    """Shows all open figures, in the order they were made, and closes them."""
    shown = dict(_figures)
    close("all")
    _shown.update(shown)
    _show_each(list(shown.values()))


def _show_each(figures):
    """Each in the place where `pause` has shown it before."""
    for made in figures:
        if made.axes:
            _kindling.display(made._kindling_figure(), made._place)


def close(fig=None):
    """Forgets a figure (by itself, its number or name), the current one, or 'all'."""
    global _current
    if fig == "all":
        _figures.clear()
        _shown.clear()
    else:
        _figures.pop(_current if fig is None else getattr(fig, "number", fig), None)
    if _current not in _figures:
        _current = max(_figures, key=list(_figures).index, default=None)


def _end_of_cell():
    """Called by the session after each cell: what is open is shown, as Jupyter's inline backend does."""
    show()
    _shown.clear()


def get_fignums():
    return sorted(number for number in {**_shown, **_figures} if isinstance(number, INTS))


def fignum_exists(num):
    return num in _figures or num in _shown


def cla():
    """Empties the current axes."""
    gca().cla()


def clf():
    """Empties the current figure."""
    gcf().clf()


def title(label, fontdict=None, loc=None, pad=None, **kwargs):
    """The current axes' title."""
    return gca().set_title(label, fontdict, loc, pad, **kwargs)


def xlabel(xlabel, fontdict=None, labelpad=None, **kwargs):
    """The x axis' name."""
    return gca().set_xlabel(xlabel, fontdict, labelpad, **kwargs)


def ylabel(ylabel, fontdict=None, labelpad=None, **kwargs):
    """The y axis' name."""
    return gca().set_ylabel(ylabel, fontdict, labelpad, **kwargs)


def figtext(x, y, s, fontdict=None, **kwargs):
    """Words at a part of the current figure."""
    return gcf().text(x, y, s, fontdict, **kwargs)


def suptitle(t, **kwargs):
    """The title above all axes."""
    return gcf().suptitle(t, **kwargs)


def xlim(*args, **kwargs):
    """Sets or, without arguments, gets the x axis' limits."""
    return gca().set_xlim(*args, **kwargs) if args or kwargs else gca().get_xlim()


def ylim(*args, **kwargs):
    """Sets or, without arguments, gets the y axis' limits."""
    return gca().set_ylim(*args, **kwargs) if args or kwargs else gca().get_ylim()


def xscale(value, **kwargs):
    gca().set_xscale(value, **kwargs)


def yscale(value, **kwargs):
    gca().set_yscale(value, **kwargs)


def xticks(ticks=None, labels=None, **kwargs):
    """Sets where the x axis has ticks, and what they say; both of them."""
    if ticks is not None:
        return gca().set_xticks(ticks, labels, **kwargs), gca().get_xticklabels()
    if labels is not None:
        raise TypeError("xticks(): Parameter 'labels' can't be set without setting 'ticks'")
    elif kwargs:
        _text_look(gca(), "x", kwargs)
    return gca().get_xticks(), gca().get_xticklabels()


def yticks(ticks=None, labels=None, **kwargs):
    """Sets where the y axis has ticks, and what they say; both of them."""
    if ticks is not None:
        return gca().set_yticks(ticks, labels, **kwargs), gca().get_yticklabels()
    if labels is not None:
        raise TypeError("yticks(): Parameter 'labels' can't be set without setting 'ticks'")
    elif kwargs:
        _text_look(gca(), "y", kwargs)
    return gca().get_yticks(), gca().get_yticklabels()


def _text_look(ax, name, kwargs):
    from ._ticks import text_look

    text_look(ax, name, kwargs)


def colorbar(mappable=None, cax=None, ax=None, **kwargs):
    """A bar that says which colour is which value of the image."""
    if mappable is None:
        mappable = gci()
        if mappable is None:
            raise RuntimeError("No mappable was found to use for colorbar creation. First define a mappable such "
                               "as an image (with imshow) or a contour set (with contourf).")
    return gcf().colorbar(mappable, cax, ax, **kwargs)


def gci():
    """What the last call of pyplot drew that has colours for values: of the current axes, or of the last others that have such."""
    made = gcf()
    first = [made.gca()] if made.axes else []
    return next((found for found in map(_image_of, [*first, *reversed(made.axes)]) if found is not None), None)


def _image_of(axes):
    image = axes.__dict__.get("_current_image")
    return image if image is not None and _is_of(axes, image) else None


def _is_of(axes, image):
    """Whether axes have an image still, or the parts of it."""
    parts = [image, *getattr(image, "collections", ())]
    return any(made is part for _, made in axes._artists for part in parts)


def sci(im):
    """Makes an image or points of the current axes those that `colorbar` and `clim` are about."""
    if not _is_of(gca(), im):
        raise ValueError("Argument must be an image or collection in this Axes")
    gca()._current_image = im


def delaxes(ax=None):
    """Takes axes out of their figure."""
    ax = gca() if ax is None else ax
    ax.figure.delaxes(ax)


def savefig(fname, **kwargs):
    """Writes the current figure as a PNG or SVG file."""
    gcf().savefig(fname, **kwargs)


def tight_layout(*args, **kwargs):
    """Figures are always laid out tightly here."""
    gcf().tight_layout(*args, **kwargs)


subplots_adjust = tight_layout


def ion():
    """Figures are shown when a cell ends; there is no other mode."""
    return contextlib.ExitStack()


ioff = ion


def draw():
    """Figures are drawn when they are shown."""


def pause(interval):
    """Shows the open figures, each in the place of the one before, and waits so many seconds."""
    for number, made in _figures.items():
        made._place = f"figure {number}"
    _show_each(_figures.values())
    time.sleep(interval)


def setp(obj, *args, **kwargs):
    """Calls each keyword's setter of an artist or of several; names and values in turn are keywords, too."""
    each = obj if isinstance(obj, (list, tuple)) else [obj]
    kwargs.update(zip(args[::2], args[1::2]))
    return [getattr(made, "set_" + name)(value) for made in each for name, value in kwargs.items()]


# Calls whose results have colours for values, with where among the results these are.
_COLOURED = {
    **dict.fromkeys("contour contourf hexbin imshow matshow pcolor pcolormesh quiver scatter spy tricontour tricontourf tripcolor".split(),
                    lambda made: made),
    "hist2d": lambda made: made[3],
}  # fmt: skip


def _of_axes(name):
    def call(*args, **kwargs):
        try:
            made = getattr(gca(), name)(*args, **kwargs)
            if name in _COLOURED:
                image = _COLOURED[name](made)
                if hasattr(image, "cmap") or hasattr(image, "_mapped"):
                    gca()._current_image = image
            return made
        except TypeError as fault:
            # A call that does not fit is told of by the function's own name.
            owner, dot, told = str(fault).partition(f".{name}() ")
            if not dot or not owner.isidentifier():
                raise
            raise TypeError(f"{name}() {told}") from None

    call.__name__ = call.__qualname__ = name
    call.__doc__ = getattr(getattr(Axes, name, None), "__doc__", None)
    return call


for _name in ("annotate", "axhline", "axis", "axvline", "bar", "barh", "contourf", "fill_between", "grid", "hist",
              "imshow", "legend", "loglog", "matshow", "pcolormesh", "plot", "scatter", "semilogx", "semilogy",
              "margins", "text", "tick_params"):
    globals()[_name] = _of_axes(_name)


def imread(fname, format=None):
    """The picture in a file as an array."""
    from .image import imread

    return imread(fname, format)


def imsave(fname, arr, **kwargs):
    """Writes an array as a picture."""
    from .image import imsave

    imsave(fname, arr, **kwargs)


def subplot2grid(shape, loc, rowspan=1, colspan=1, fig=None, **kwargs):
    """Axes in a grid's cell, or in several."""
    from .gridspec import GridSpec

    row, column = loc
    cells = GridSpec(*shape)[row:row + rowspan, column:column + colspan]
    return (gcf() if fig is None else fig).add_subplot(cells, **kwargs)


def subplot_mosaic(mosaic, **kwargs):
    """A new figure with axes by name: (figure, axes)."""
    names = ("figsize", "dpi", "layout", "constrained_layout", "num", "facecolor")
    sizes = {name: kwargs.pop(name) for name in names if name in kwargs}
    made = figure(**sizes)
    return made, made.subplot_mosaic(mosaic, **kwargs)


def axes(arg=None, **kwargs):
    """New axes in the current figure, at (left, bottom, width, height) of it if that is given."""
    return gcf().add_subplot(**kwargs) if arg is None else gcf().add_axes(arg, **kwargs)


def set_cmap(cmap):
    """The colour map of the last image, and of those that come."""
    rcParams["image.cmap"] = get_cmap(cmap).name
    image = gci()
    if image is not None:
        image.set_cmap(cmap)


def box(on=None):
    """Shows or hides the lines around the current axes; without an argument, the other of the two."""
    gca().set_frame_on(not gca().get_frame_on() if on is None else on)


def isinteractive():
    return False


def figlegend(*args, **kwargs):
    return gcf().legend(*args, **kwargs)


def polar(*args, **kwargs):
    """A line by angles and distances."""
    return subplot(projection="polar").plot(*args, **kwargs)


def colormaps():
    """The names of all colour maps."""
    return list(cm.colormaps)


_PATCHES = ("Rectangle", "Circle", "Polygon")
_TICKER = ("MaxNLocator", "MultipleLocator", "FixedLocator", "FuncFormatter", "FormatStrFormatter", "AutoLocator",
           "NullLocator", "NullFormatter", "LinearLocator", "LogLocator", "ScalarFormatter", "FixedFormatter")


def clim(vmin=None, vmax=None):
    """The ends of the last image's colours."""
    image = gci()
    if image is None:
        raise RuntimeError("You must first define an image, e.g., with imshow")
    image.set_clim(vmin, vmax)


def get_current_fig_manager():
    """What would hold a window: there is none."""
    from ._undrawn import Undrawn

    return Undrawn("windows")


def get_backend():
    from . import get_backend

    return get_backend()


_OTHERS = {
    "patches": _PATCHES, "ticker": _TICKER, "gridspec": ("GridSpec",), "lines": ("Line2D",), "colors": ("Normalize", "Colormap"),
    "artist": ("Artist",), "text": ("Text",), "_polar": ("PolarAxes",),
}  # fmt: skip
_SETTINGS = ("rc", "rc_context", "rcdefaults", "xkcd", "cycler", "rcParamsDefault")
# Methods of axes that pyplot does not have.
_OF_AXES = ("add_", "autoscale_", "get_", "has_", "in", "label_", "relim", "secondary_", "set_", "share", "xaxis_", "yaxis_")

# With what comes later, for `from matplotlib.pyplot import *`.
__all__ = [
    *(name for name in dict(globals()) if name[0] != "_" and name not in ("LATER", "contextlib")),
    *(name for name in LATER if not name.startswith(_OF_AXES)), *(name for names in _OTHERS.values() for name in names), *_SETTINGS,
]  # fmt: skip


def __getattr__(name):
    if name in LATER and not name.startswith("get_"):
        globals()[name] = found = _of_axes(name)
        return found
    if name in _SETTINGS:
        return getattr(__import__("matplotlib"), name)
    for file, names in _OTHERS.items():
        if name in names:
            return getattr(__import__(f"matplotlib.{file}", fromlist=(name,)), name)
    from ._seldom import found

    call = found(name)
    if call is not None:
        return call
    from ._missing import refuse

    return refuse(name, "module 'matplotlib.pyplot'")

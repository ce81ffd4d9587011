"""`matplotlib.colorbar`: the bar beside an image that says what its colours mean. Start reading at `ColorBar`."""

from . import _data, _style
from ._rc import font_size
from ._undrawn import Undrawn
from .artist import AxesImage
from .colors import color_code
from .text import Text


class ColorBar:
    def __init__(self, mappable):
        # What is asked about, and the image whose colours are shown.
        self.mappable = self._image = mappable
        self.ax = ColorBarAxes(self)

    @property
    def orientation(self):
        return "horizontal" if self._image._entry.get("color_bar_level") else "vertical"

    norm = property(lambda self: self._image.norm)
    cmap = property(lambda self: self._image.cmap)
    vmin = property(lambda self: self._image.get_clim()[0])
    vmax = property(lambda self: self._image.get_clim()[1])

    def update_normal(self, mappable=None):
        """The bar follows its image anyway."""

    def set_ticks(self, ticks, **kwargs):
        del kwargs
        _style.undrawn("Colorbar.set_ticks", ticks=ticks)

    def set_ticklabels(self, ticklabels, **kwargs):
        del kwargs
        _style.undrawn("Colorbar.set_ticklabels", ticks=ticklabels)

    def set_alpha(self, alpha):
        _style.undrawn("Colorbar", alpha=alpha)

    def remove(self):
        """Takes the bar away from its image."""
        self._image._entry["color_bar"] = False
        figure = self._image.axes.figure
        figure._bars = [bar for bar in figure._bars if bar is not self]

    def minorticks_on(self):
        _style.untold("minor ticks")

    outline = property(lambda self: Undrawn("the outline of a colour bar"))
    locator = formatter = property(lambda self: None, lambda self, value: _style.untold("other ticks of a colour bar"))

    def update_ticks(self):
        """The drawing does."""

    def set_label(self, label, **kwargs):
        """Says what the bar's values are."""
        size = kwargs.pop("fontsize", kwargs.pop("size", None))
        # Which way it is turned, and how far away, is the drawing's affair.
        for name in ("rotation", "labelpad", "va", "ha", "verticalalignment", "horizontalalignment", "loc", "y", "x"):
            kwargs.pop(name, None)
        _style.none_left(_style.long_names(kwargs, "Text"))
        self._image._entry["color_bar_label"] = {"text": str(label), "size": font_size(size)}


class ColorBarAxes:
    """The axes of a colour bar, as far as they have names."""

    def __init__(self, bar):
        self._bar = bar

    def set_ylabel(self, ylabel, **kwargs):
        self._bar.set_label(ylabel, **kwargs)
        return Text(None, {"text": str(ylabel)}, 0, 0.5)

    set_title = set_xlabel = set_ylabel

    @property
    def figure(self):
        return self._bar._image.axes.figure

    def __repr__(self):
        name = self._bar._image._entry.get("color_bar_label", {}).get("text", "")
        return f"<Axes: label='<colorbar>'{f', ylabel={name!r}' if name else ''}>"

    def __getattr__(self, name):
        if not hasattr(self._bar._image.axes, name):
            raise AttributeError(f"'Axes' object has no attribute {name!r}")
        return Undrawn(f"{name} of a colour bar")


ColorBar.__module__, ColorBar.__name__, ColorBar.__qualname__ = "matplotlib.colorbar", "Colorbar", "Colorbar"


def with_values(mappable, ax):
    """The image whose colours a bar shows: for points one without a size, in the midst of them."""
    if "columns" in getattr(mappable, "_entry", {}):
        return mappable
    values, cmap, low, high = _range_of(mappable)
    axes = getattr(mappable, "axes", None) or ax
    if values is None or axes is None:
        raise ValueError("Unable to determine Axes to steal space for Colorbar. Either provide the *cax* argument to use as the "
                         "Axes for the Colorbar, provide the *ax* argument to steal space from it, or add *mappable* to an Axes.")
    (left, right), (bottom, top) = axes.get_xlim(), axes.get_ylim()
    x, y = float(left + right) / 2, float(bottom + top) / 2
    entry = {"columns": 1, "values": [low, high], "map": [color_code(stop, False) for stop in cmap.stops], "extent": [x, x, y, y]}
    return axes._add(AxesImage, "image", entry, 0)


def _range_of(mappable):
    """Which numbers are coloured, by which map, and from where to where."""
    if hasattr(mappable, "norm"):
        low, high = mappable.norm.vmin, mappable.norm.vmax
        return True, mappable.cmap, float(low or 0), float(1 if high is None else high)
    values, cmap, low, high = getattr(mappable, "_mapped", (None,) * 4)
    if (values is None or isinstance(values, str)) and getattr(mappable, "axes", None) is not None:
        # Nothing is coloured by it: the whole map, from 0 to 1.
        from .cm import get_cmap

        return True, cmap or get_cmap(None), 0.0, 1.0
    if values is None or isinstance(values, str):
        return (None,) * 4
    numbers = _data.floats(_data.flat(_data.plain(values)))
    return numbers, cmap, float(min(numbers) if low is None else low), float(max(numbers) if high is None else high)

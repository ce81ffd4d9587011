"""What plotting calls return. Each holds its entry of the figure's value, and changing it changes the plot."""

from . import _data, _style
from .colors import to_hex


class Artist:
    """Something drawn in axes. `_entry` is its part of the figure, `_kind` matplotlib's name of its class."""

    _kind = "artist.Artist"

    def __init__(self, axes, entry, zorder):
        self.axes = axes
        self._entry = entry
        self.zorder = zorder

    def __repr__(self):
        return f"<matplotlib.{self._kind} at {id(self):#x}>"

    def set_label(self, label):
        self._entry["label"] = None if label is None else str(label)

    def get_label(self):
        return self._entry.get("label") or ""

    def set_alpha(self, alpha):
        self._entry["alpha"] = 1.0 if alpha is None else float(alpha)

    def set_color(self, color):
        self._entry["color"] = to_hex(color)

    def get_color(self):
        return self._entry["color"]

    def set_zorder(self, level):
        self.zorder = level

    def remove(self):
        self.axes._artists.remove(self)


class Line2D(Artist):
    _kind = "lines.Line2D"

    def set_data(self, x, y):
        self.set_xdata(x)
        self.set_ydata(y)

    def set_xdata(self, x):
        self._entry["x"] = _data.floats(_data.flat(_data.plain(x)))

    def set_ydata(self, y):
        self._entry["y"] = _data.floats(_data.flat(_data.plain(y)))

    def get_xdata(self):
        return self._entry["x"]

    def get_ydata(self):
        return self._entry["y"]


class PathCollection(Artist):
    """The points of a `scatter`."""

    _kind = "collections.PathCollection"

    def set_color(self, color):
        self._entry["colors"] = [to_hex(color)]


class PolyCollection(Artist):
    """The area of a `fill_between`."""

    _kind = "collections.FillBetweenPolyCollection"


class AxesImage(Artist):
    _kind = "image.AxesImage"


class QuadContourSet(Artist):
    _kind = "contour.QuadContourSet"


class BarContainer(Artist):
    """The bars of one call; iterating and indexing are not offered, as bars are drawn together."""

    def __repr__(self):
        return f"<BarContainer object of {len(self._entry['left'])} artists>"

    def __len__(self):
        return len(self._entry["left"])

    def set_color(self, color):
        self._entry["colors"] = [to_hex(color)]


class Text(Artist):
    """A title, a label or words among the data."""

    _kind = "text.Text"

    def __init__(self, axes, entry, x, y, zorder=3):
        Artist.__init__(self, axes, entry, zorder)
        self._place = (x, y)

    def __repr__(self):
        return f"Text({self._place[0]!r}, {self._place[1]!r}, {self._entry['text']!r})"

    def get_text(self):
        return self._entry["text"]

    def set_text(self, text):
        self._entry["text"] = str(text)

    def set_fontsize(self, size):
        self._entry["size"] = font_size(size)

    set_size = set_fontsize


class Legend(Artist):
    _kind = "legend.Legend"


class ColorBar:
    def __init__(self, mappable):
        self.mappable = mappable

    def __repr__(self):
        return f"<matplotlib.colorbar.Colorbar at {id(self):#x}>"

    def set_label(self, label, **kwargs):
        """Says what the bar's values are."""
        size = kwargs.pop("fontsize", kwargs.pop("size", None))
        _style.refused("Colorbar.set_label", **kwargs)
        self.mappable._entry["color_bar_label"] = {"text": str(label), "size": font_size(size)}


_SIZES = {
    "xx-small": 5.79,
    "x-small": 6.94,
    "small": 8.33,
    "medium": 10.0,
    "large": 12.0,
    "x-large": 14.4,
    "xx-large": 17.28,
}


def font_size(size):
    """Points, from a number or one of matplotlib's words."""
    if isinstance(size, str):
        if size not in _SIZES:
            raise ValueError(f"{size!r} is not a valid value for fontsize; supported values are "
                             + ", ".join(repr(known) for known in _SIZES))
        return _SIZES[size]
    return None if size is None else float(size)

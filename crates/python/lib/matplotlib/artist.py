"""What plotting calls return. Each holds its entry of the figure's value, and changing it changes the plot."""

from . import _data, _style
from ._rc import font_size
from .colors import to_hex


class Artist:
    """Something drawn in axes. `_entry` is its part of the figure, `_kind` matplotlib's name of its class."""

    _kind = "artist.Artist"

    def __init__(self, axes, entry, zorder):
        self.axes = axes
        self._entry = entry
        self._visible = True
        self.zorder = zorder

    def __init_subclass__(cls):
        cls.__module__ = "matplotlib." + cls._kind.rpartition(".")[0]
        cls.__qualname__ = cls._kind.rpartition(".")[2]

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

    def set_visible(self, b):
        self._visible = bool(b)

    def get_visible(self):
        return self._visible

    def remove(self):
        self.axes._artists = [pair for pair in self.axes._artists if pair[1] is not self]

    def _entries(self, kind):
        """What the figure carries of it: mostly its one entry."""
        return [(kind, self._entry)]


class Line2D(Artist):
    _kind = "lines.Line2D"

    def set_data(self, x, y):
        self.set_xdata(x)
        self.set_ydata(y)

    def set_xdata(self, x):
        self._entry["x"] = _data.floats(_data.flat(_data.plain(x)))

    def set_ydata(self, y):
        self._entry["y"] = _data.floats(_data.flat(_data.plain(y)))

    def get_xdata(self, orig=True):
        del orig
        return _array(self._entry["x"])

    def get_ydata(self, orig=True):
        del orig
        return _array(self._entry["y"])

    def get_xydata(self):
        import numpy as np

        return np.stack([self.get_xdata().astype(float), self.get_ydata().astype(float)], -1)

    def get_data(self, orig=True):
        del orig
        return self.get_xdata(), self.get_ydata()

    def set_linewidth(self, w):
        self._entry["width"] = float(w)

    def get_linewidth(self):
        return self._entry.get("width", 1.5)

    def set_linestyle(self, ls):
        self._entry["style"] = _style.line_style(ls)

    def get_linestyle(self):
        return _style.line_symbol(self._entry.get("style", "solid"))

    def set_marker(self, marker):
        self._entry["marker"] = _style.marker_style(marker)

    def get_marker(self):
        return _style.marker_symbol(self._entry.get("marker", "none"))

    def set_markersize(self, sz):
        self._entry["marker_size"] = float(sz)

    def set_markerfacecolor(self, fc):
        self._entry["marker_face"] = to_hex(fc)

    def set_markeredgecolor(self, ec):
        self._entry["marker_edge"] = to_hex(ec)

    def get_markerfacecolor(self):
        return _or_none(self._entry.get("marker_face", self._entry["color"]))

    def get_markeredgecolor(self):
        return _or_none(self._entry.get("marker_edge", self._entry["color"]))

    def set_fillstyle(self, fs):
        _style.take_marker({"fillstyle": fs}, self._entry)

    def set_markeredgewidth(self, ew):
        self._entry["marker_edge_width"] = float(ew)

    def get_markersize(self):
        return self._entry.get("marker_size", 6.0)

    set_lw, get_lw, set_ls, get_ls, set_ms = set_linewidth, get_linewidth, set_linestyle, get_linestyle, set_markersize


class PathCollection(Artist):
    """The points of a `scatter`."""

    _kind = "collections.PathCollection"

    def set_color(self, color):
        self._entry["colors"] = [to_hex(color)]

    def get_offsets(self):
        import numpy as np

        return np.stack([_array(self._entry["x"]), _array(self._entry["y"])], -1)

    def set_offsets(self, offsets):
        rows = _data.plain(offsets)
        self._entry["x"], self._entry["y"] = ([float(row[at]) for row in rows] for at in (0, 1))

    def set_sizes(self, sizes):
        self._entry["sizes"] = _data.floats(_data.flat(_data.plain(sizes)))


class LineCollection(Artist):
    """The lines of an `hlines` or `vlines`."""

    _kind = "collections.LineCollection"


class PolyCollection(Artist):
    """The areas of a `fill_between`, a band each."""

    _kind = "collections.FillBetweenPolyCollection"

    def _entries(self, kind):
        pieces = self._entry.get("pieces")
        if pieces is None:
            return [(kind, self._entry)]
        common = {name: value for name, value in self._entry.items() if name != "pieces"}
        found = [("band", {**common, "x": x, "low": low, "high": high}) for x, low, high in pieces or [([], [], [])]]
        for _, entry in found[1:]:
            entry.pop("label", None)
        return found


class AxesImage(Artist):
    _kind = "image.AxesImage"

    def set_data(self, A):
        """Other values in the same place, of as many rows and columns."""
        from ._images import image_cells

        self._entry.update(image_cells(_data.plain(A)))

    set_array = set_data

    def set_cmap(self, cmap):
        from .cm import get_cmap

        self._entry["map"] = [to_hex(stop, False) for stop in get_cmap(cmap).stops]

    def get_clim(self):
        values = self._entry["values"]
        return self._entry.get("lowest", min(values)), self._entry.get("highest", max(values))

    def get_extent(self):
        return list(self._entry["extent"])

    def get_array(self):
        import numpy as np

        return np.array(self._entry["values"]).reshape(-1, self._entry["columns"])

    def set_clim(self, vmin=None, vmax=None):
        for name, value in (("lowest", vmin), ("highest", vmax)):
            if value is not None:
                self._entry[name] = float(value)


class QuadContourSet(AxesImage):
    _kind = "contour.QuadContourSet"


class BarContainer(Artist):
    """The bars of one call."""

    def __repr__(self):
        return f"<BarContainer object of {len(self._entry['left'])} artists>"

    def __len__(self):
        return len(self._entry["left"])

    def __getitem__(self, index):
        from ._bars import Bar

        bars = [Bar(self, at) for at in range(len(self))]
        return bars[index]

    def __iter__(self):
        return iter(self[:])

    @property
    def patches(self):
        return self[:]

    def set_color(self, color):
        self._entry["colors"] = [to_hex(color)]


class Text(Artist):
    """A title, a label or words among the data."""

    _kind = "text.Text"
    _offset = None

    def __init__(self, axes, entry, x, y, zorder=3):
        Artist.__init__(self, axes, entry, zorder)
        self._place = (x, y)

    def __repr__(self):
        return f"Text({self._place[0]!r}, {self._place[1]!r}, {self._entry['text']!r})"

    def _set_off(self, points, has_arrow):
        """Stands beside its place from here on, so many points away; the arrow points back at it."""
        self._offset, self._has_arrow, self._place = points, has_arrow, tuple(points)
        return self

    def _entries(self, kind):
        if self._offset is None:
            return [(kind, self._entry)]
        x, y = (self._entry[name] + by for name, by in zip(("x", "y"), self.axes._spanned_by(*self._offset)))
        arrow = {"arrow": [self._entry["x"], self._entry["y"]]} if self._has_arrow else {}
        return [(kind, {**self._entry, **arrow, "x": x, "y": y})]

    def get_text(self):
        return self._entry["text"]

    def set_text(self, text):
        self._entry["text"] = str(text)

    def set_fontsize(self, size):
        self._entry["size"] = font_size(size)

    def get_fontsize(self):
        return self._entry.get("size") or 10.0

    def set_rotation(self, s):
        self._entry["turn"] = _style.angle(s)

    def get_rotation(self):
        return self._entry.get("turn") or 0.0

    def set_horizontalalignment(self, align):
        self._entry["horizontal"] = _style.SIDES[align]

    def set_verticalalignment(self, align):
        self._entry["vertical"] = _style.SIDES[align]

    def set_fontweight(self, weight):
        self._letters(fontweight=weight)

    def set_fontstyle(self, fontstyle):
        self._letters(fontstyle=fontstyle)

    def set_bbox(self, rectprops):
        from ._words import box

        self._entry["frame"] = None if rectprops is None else box(rectprops, self.get_fontsize())

    def _letters(self, **keywords):
        from ._words import take_letters

        take_letters(keywords, self._entry)

    set_ha, set_va, set_weight, set_style = set_horizontalalignment, set_verticalalignment, set_fontweight, set_fontstyle

    def get_position(self):
        return self._place

    def set_position(self, xy):
        self._place = tuple(xy)
        self._entry["x"], self._entry["y"] = (float(_data.plain(end)) for end in xy)

    set_size, get_size = set_fontsize, get_fontsize


class Legend(Artist):
    _kind = "legend.Legend"

    def get_texts(self):
        """The names in it."""
        return [Text(self.axes, {"text": label}, 0, 0) for label in self.axes.get_legend_handles_labels()[1]]

    def set_title(self, title, prop=None):
        self._entry["title"] = str(title)
        if prop and prop.get("size") is not None:
            self._entry["title_size"] = font_size(prop["size"])

    def get_title(self):
        return Text(self.axes, {"text": self._entry.get("title", "")}, 0, 0)

    def set_frame_on(self, b):
        self._entry["frame"] = bool(b)

    def get_frame_on(self):
        return self._entry["frame"]

    def set_bbox_to_anchor(self, bbox):
        self._entry["anchor"] = [*map(float, bbox), 0.0, 0.0][:4]

    def remove(self):
        self.axes._value.pop("legend", None)


class ColorBar:
    def __init__(self, mappable):
        self.mappable = mappable

    @property
    def ax(self):
        return ColorBarAxes(self)

    @property
    def orientation(self):
        return "horizontal" if self.mappable._entry.get("color_bar_level") else "vertical"

    def update_normal(self, mappable=None):
        """The bar follows its image anyway."""

    def set_ticks(self, ticks, **kwargs):
        _style.refused("Colorbar.set_ticks", ticks=ticks, **kwargs)

    def set_ticklabels(self, ticklabels, **kwargs):
        _style.refused("Colorbar.set_ticklabels", ticklabels=ticklabels, **kwargs)

    def set_label(self, label, **kwargs):
        """Says what the bar's values are."""
        size = kwargs.pop("fontsize", kwargs.pop("size", None))
        _style.refused("Colorbar.set_label", **kwargs)
        self.mappable._entry["color_bar_label"] = {"text": str(label), "size": font_size(size)}


class ColorBarAxes:
    """The axes of a colour bar, as far as they have names."""

    def __init__(self, bar):
        self._bar = bar

    def set_ylabel(self, ylabel, **kwargs):
        # Which way it is turned is the drawing's affair.
        for name in ("rotation", "labelpad", "va", "ha", "verticalalignment", "horizontalalignment"):
            kwargs.pop(name, None)
        self._bar.set_label(ylabel, **kwargs)

    set_title = set_xlabel = set_ylabel

    def __getattr__(self, name):
        raise NotImplementedError(f"{name} of a colour bar's axes is not supported by Kindling's matplotlib")


def _or_none(color):
    return "none" if color == "#00000000" else color


def _array(values):
    import numpy as np

    return np.array(values)


ColorBar.__module__, ColorBar.__qualname__ = "matplotlib.colorbar", "Colorbar"

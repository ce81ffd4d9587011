"""What plotting calls return. Each holds its entry of the figure's value, and changing it changes the plot.

What it is not: lines, which are `_line`'s. Start reading at `Artist`.
"""

from . import _data, _style
from ._colored import Colored
from .colors import as_cycled, color_code

# What all artists have in matplotlib, with what it is at first.
_LOOKS = {
    "agg_filter": None, "antialiased": True, "animated": False, "capstyle": None, "clip_box": None, "clip_path": None, "gid": None,
    "in_layout": True, "joinstyle": None, "path_effects": None, "picker": None, "rasterized": False, "sketch_params": None,
    "snap": None, "url": None, "mouseover": False, "fontfamily": None, "fontproperties": None, "linespacing": 1.2, "wrap": False,
    "usetex": False, "multialignment": None, "solid_capstyle": None, "dash_capstyle": None, "solid_joinstyle": None,
    "dash_joinstyle": None, "gapcolor": None, "transform": None, "hatch": None, "pickradius": 5,
}  # fmt: skip


class Artist:
    """Something drawn in axes. `_entry` is its part of the figure, `_kind` matplotlib's name of its class."""

    _kind = "artist.Artist"
    # Whether it is there for the drawing alone.
    _helps = False

    def __init__(self, axes, entry, zorder):
        self.axes = axes
        self._entry = entry
        self._visible = True
        self.zorder = zorder

    def __init_subclass__(cls):
        home = "" if cls._kind.startswith("mpl_toolkits.") else "matplotlib."
        cls.__module__ = home + cls._kind.rpartition(".")[0]
        cls.__qualname__ = cls._kind.rpartition(".")[2]

    def set_label(self, label):
        text = None if label is None else str(label)
        if text is not None and text.startswith("$\\mathdefault{") and text.endswith("}$"):
            # The letters that words have anyway.
            text = text[len("$\\mathdefault{"):-2]
        self._entry["label"] = text

    def _own_label(self):
        """The label that was given."""
        return self._entry.get("label") or ""

    def get_label(self):
        """The label, or for what was drawn without one a name by its number."""
        from ._lists import numbered

        return self._own_label() or numbered(self)

    def set_alpha(self, alpha):
        self._entry["alpha"] = 1.0 if alpha is None else float(alpha)

    # The colour as it was given, which is told again as long as it is what is drawn.
    _said_color = None

    def set_color(self, color):
        self._entry["color"] = color_code(color)
        self._said_color = color

    def get_color(self):
        said, own = self._said_color, self._entry["color"]
        return said if said is not None and color_code(said) == own else as_cycled(own)

    def set_zorder(self, level):
        self.zorder = level

    def set_visible(self, b):
        self._visible = bool(b)

    def get_visible(self):
        return self._visible

    def remove(self):
        self.axes._artists = [pair for pair in self.axes._artists if pair[1] is not self]

    def set(self, **kwargs):
        """set(color=…, alpha=…): calls set_color(…), set_alpha(…)."""
        return [getattr(self, "set_" + name)(value) for name, value in kwargs.items()]

    def get_alpha(self):
        return self._entry.get("alpha")

    def get_zorder(self):
        return self.zorder

    def __getattr__(self, name):
        # Looks that are drawn in one way, and what is asked of those.
        verb, _, rest = name.partition("_")
        if rest not in _LOOKS or verb not in ("set", "get"):
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
        if verb == "get":
            return lambda: _LOOKS[rest]
        return lambda value, *more: _style.undrawn(type(self).__qualname__, **{rest: None if value == _LOOKS[rest] else value})

    def set_clip_on(self, b):
        _style.undrawn(type(self).__name__, clip_on=None if b else b)

    def set_animated(self, b):
        _style.undrawn(type(self).__name__, animated=b or None)

    @property
    def figure(self):
        return self.axes.figure

    get_figure = lambda self: self.axes.figure

    def _entries(self, kind):
        """What the figure carries of it: mostly its one entry."""
        return [(kind, self._entry)]


class PathCollection(Colored, Artist):
    """The points of a `scatter`."""

    _kind = "collections.PathCollection"

    def legend_elements(self, prop="colors", num="auto", fmt=None, **kwargs):
        """Samples for a legend and what they are called: a point for each colour, or for each of some sizes."""
        from ._legend import elements

        return elements(self, prop, num, fmt, kwargs)

    def set_array(self, A):
        """Other numbers for the colour map."""
        from ._drawing import mapped

        _, cmap, low, high = self._mapped
        self._mapped = (A, cmap, low, high)
        self._entry["colors"] = mapped(_data.floats(_data.flat(_data.plain(A))), cmap, low, high)

    _cmap = property(lambda self: self._mapped[1])

    def get_clim(self):
        values, _, low, high = self._mapped
        if values is None or isinstance(values, str):
            return low, high
        values = _data.floats(_data.flat(_data.plain(values)))
        return min(values) if low is None else low, max(values) if high is None else high

    def get_array(self):
        values = self._mapped[0]
        return None if values is None or isinstance(values, str) else _data.as_array(_data.plain(values))

    def get_facecolors(self):
        import numpy as np

        from .colors import to_rgba

        return np.array([to_rgba(color) for color in self._entry["colors"]])

    get_facecolor = get_facecolors

    def set_color(self, color):
        self._entry["colors"] = [color_code(color)]

    def get_offsets(self):
        import numpy as np

        places = np.stack([_data.as_array(self._entry["x"]), _data.as_array(self._entry["y"])], -1)
        if not self._is_as_made or self._mapped[0] is None or isinstance(self._mapped[0], str):
            return places
        return np.ma.array(places, mask=np.zeros(places.shape, dtype=bool))

    # Points that were set are told without a mask.
    _is_as_made = True

    def set_offsets(self, offsets):
        self._is_as_made = False
        rows = _data.plain(offsets)
        self._entry["x"], self._entry["y"] = ([float(row[at]) for row in rows] for at in (0, 1))

    def set_sizes(self, sizes):
        self._entry["sizes"] = _data.floats(_data.flat(_data.plain(sizes)))


class LineCollection(Artist):
    """The lines of an `hlines` or `vlines`."""

    _kind = "collections.LineCollection"
    _lines = ()

    def get_segments(self):
        """The lines, each as a table of its two ends."""
        return [_data.as_array([[float(x0), float(y0)], [float(x1), float(y1)]]) for x0, y0, x1, y1 in self._lines]


class PolyCollection(Artist):
    """The areas of a `fill_between`, a band each."""

    _kind = "collections.FillBetweenPolyCollection"

    def set_facecolor(self, color):
        self.set_color(color)

    set_fc = set_facecolors = set_facecolor

    def get_facecolor(self):
        from .colors import to_rgba_array

        return to_rgba_array([self._entry["color"]])

    def set_edgecolor(self, color):
        """Areas have no edges."""
        _style.undrawn("FillBetweenPolyCollection", edgecolor=color)

    def set_linewidth(self, lw):
        """Areas have no edges."""

    set_ec, set_lw = set_edgecolor, set_linewidth

    def _entries(self, kind):
        pieces = self._entry.get("pieces")
        if pieces is None:
            return [(kind, self._entry)]
        common = {name: value for name, value in self._entry.items() if name != "pieces"}
        found = [("band", {**common, "x": x, "low": low, "high": high}) for x, low, high in pieces or [([], [], [])]]
        for _, entry in found[1:]:
            entry.pop("label", None)
        return found


class AxesImage(Colored, Artist):
    _kind = "image.AxesImage"
    # The cells as they were given, where they are of red, green and blue.
    _shades, _dtype = None, ""

    def set_data(self, A):
        """Other values in the same place, of as many rows and columns."""
        from ._images import image_cells

        cells = _data.plain(A)
        self._keep(A, cells)
        self._entry.update(image_cells(cells))

    def _keep(self, given, cells):
        """What `get_array` gives out: cells, where a picture's file would not tell them, and their dtype."""
        self._shades = cells if isinstance(cells[0][0], list) else None
        self._dtype = str(getattr(given, "dtype", "")).rpartition(".")[2]

    set_array = set_data

    def set_cmap(self, cmap):
        from .cm import get_cmap

        self._cmap = get_cmap(cmap)
        self._entry["map"] = [color_code(stop, False) for stop in self._cmap.stops]

    def autoscale(self):
        """The colours' ends follow the values again."""
        self._entry.pop("lowest", None), self._entry.pop("highest", None)

    def set_extent(self, extent):
        self._entry["extent"] = [float(edge) for edge in extent]

    def set_interpolation(self, s):
        _style.undrawn("AxesImage", interpolation=None if s in ("nearest", "none", None) else s)

    def __str__(self):
        return f"AxesImage(shape={self.get_array().shape})" if type(self) is AxesImage else repr(self)

    def get_size(self):
        """Its rows and columns."""
        return self.get_array().shape[:2]

    def get_clim(self):
        if "levels" in self._entry:
            ends = self._entry["levels"][0], self._entry["levels"][-1]
            return tuple(self._entry.get(name, end) for name, end in zip(("lowest", "highest"), ends))
        values = self._entry["values"] if "values" in self._entry else self.get_array().ravel().tolist()
        return self._entry.get("lowest", min(values)), self._entry.get("highest", max(values))

    def get_extent(self):
        return list(self._entry["extent"])

    def get_array(self):
        import numpy as np

        if "values" not in self._entry:
            cells = np.array(self._shades)
            cells = np.clip(cells, 0, 1) if cells.dtype.kind == "f" else np.clip(cells, 0, 255).astype(np.uint8)
        else:
            cells = np.array(self._entry["values"]).reshape(-1, self._entry["columns"])
        return cells.astype(self._dtype) if self._dtype.startswith(("float", "int", "uint")) else cells

    def set_clim(self, vmin=None, vmax=None):
        for name, value in (("lowest", vmin), ("highest", vmax)):
            if value is not None:
                self._entry[name] = float(value)


class QuadContourSet(AxesImage):
    _kind = "contour.QuadContourSet"

    @property
    def levels(self):
        """The values between which the bands lie."""
        import numpy as np

        from ._contours import band_levels

        given = self._entry.get("levels")
        return band_levels(self.get_array(), self._entry["bands"] - 1) if given is None else np.array(given)


class QuadMesh(AxesImage):
    """The cells of a `pcolormesh`."""

    _kind = "collections.QuadMesh"


class BarContainer(Artist):
    """The bars of one call. `_whole` names the sides that were given as whole numbers."""

    _kind = "container.BarContainer"
    _whole = ()

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
        self._entry["colors"] = [color_code(color)]

"""`Line2D`: what `plot` and its like return.

What it is not: a line that stands in no axes, which `lines.py` makes. Start reading at `Line2D`.
"""

from . import _data, _style
from .artist import Artist
from .colors import color_code

from _scalars import INTS


class Line2D(Artist):
    """A line through points, or from edge to edge of its axes, with markers."""

    _kind = "lines.Line2D"
    _every = None

    def set_markevery(self, every):
        """Markers at each so manieth point: a number, or (the first, the step)."""
        if every is not None and not isinstance(every, (INTS, tuple)):
            _style.undrawn("Line2D", markevery=every)
            every = None
        self._every = every

    def _entries(self, kind):
        if self._every is None or kind != "line" or self._entry.get("marker", "none") == "none":
            return [(kind, self._entry)]
        first, step = self._every if isinstance(self._every, tuple) else (0, self._every)
        spots = {name: self._entry[name][first::step] for name in "xy"}
        markers = {**self._entry, **spots, "style": "none", "label": None}
        return [(kind, {**self._entry, "marker": "none"}), (kind, markers)]

    def __str__(self):
        return f"Line2D({self.get_label()})"

    def set_data(self, *args):
        """Other points: x and y, or both as one."""
        x, y = args[0] if len(args) == 1 else args
        if not hasattr(x, "__len__") or not hasattr(y, "__len__"):
            raise RuntimeError(f"{'y' if hasattr(x, '__len__') else 'x'} must be a sequence")
        self.set_xdata(x)
        self.set_ydata(y)

    def set_xdata(self, x):
        if "at" in self._entry:
            self._entry["at"] = self._place = _data.plain(x)[0]
            return
        self._given = None
        self._entry["x"] = _data.floats(_data.flat(_data.plain(x)))

    def set_ydata(self, y):
        if "at" in self._entry:
            self._entry["at"] = self._place = _data.plain(y)[0]
            return
        self._given = None
        self._entry["y"] = _data.floats(_data.flat(_data.plain(y)))

    # The points that were given, where others are drawn, as of steps.
    _given = None

    def get_xdata(self, orig=True):
        del orig
        return self._side("x")

    def get_ydata(self, orig=True):
        del orig
        return self._side("y")

    def _side(self, name):
        if self._given is not None:
            return _data.as_array(self._given[name])
        if "at" in self._entry:
            # A line from edge to edge.
            is_place = (name == "x") is self._entry["vertical"]
            return [self._place] * 2 if is_place else list(self._span)
        return _data.as_array(self._entry[name])

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
        self._entry["marker_face"] = color_code(fc)

    def set_markeredgecolor(self, ec):
        self._entry["marker_edge"] = color_code(ec)

    def get_markerfacecolor(self):
        return _or_none(self._entry.get("marker_face") or self.get_color())

    def get_markeredgecolor(self):
        return _or_none(self._entry.get("marker_edge") or self.get_color())

    def set_fillstyle(self, fs):
        _style.take_marker({"fillstyle": fs}, self._entry)

    def set_markeredgewidth(self, ew):
        self._entry["marker_edge_width"] = float(ew)

    def get_markersize(self):
        return self._entry.get("marker_size", 6.0)

    set_lw, get_lw, set_ls, get_ls, set_ms = set_linewidth, get_linewidth, set_linestyle, get_linestyle, set_markersize
    set_c, get_c, get_ms = Artist.set_color, Artist.get_color, get_markersize
    set_mec, set_mfc, set_mew = set_markeredgecolor, set_markerfacecolor, set_markeredgewidth
    get_mec, get_mfc = get_markeredgecolor, get_markerfacecolor

    def get_markeredgewidth(self):
        return self._entry.get("marker_edge_width", 1.0)

    def set_drawstyle(self, drawstyle):
        _style.undrawn("Line2D", drawstyle=None if drawstyle in (None, "default") else drawstyle)

    def set_dashes(self, seq):
        self._entry["style"] = _style.line_style(tuple(seq))


def _or_none(color):
    return "none" if color == "#00000000" else color

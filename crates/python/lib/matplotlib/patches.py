"""Shapes by themselves: rectangles, circles, polygons, for `add_patch` and as samples in a legend.

What it is not: drawing them, which bands and lines of the figure do. Start reading at `Patch`.
"""

from _kindling_absent import Absent
import math

from . import _data, _style
from ._polygons import bands
from .artist import Artist
from .colors import color_code

_CORNERS_OF_CIRCLE = 90


class Patch(Artist):
    """An area with an edge. `_corners` says where it lies."""

    _kind = "patches.Patch"
    _transform = None

    def __init__(self, *, fill=True, **kwargs):
        keywords = _style.long_names(kwargs, type(self).__name__)
        self._transform, entry = keywords.pop("transform", None), {}
        zorder = _style.take_common(keywords, entry)
        Artist.__init__(self, None, entry, 1 if zorder is None else zorder)
        color, face, edge = (keywords.pop(name, None) for name in ("color", "facecolor", "edgecolor"))
        self._line = {"width": 1.0}
        _style.take_line(keywords, self._line)
        _style.none_left(keywords)
        self._face, self._edge = color_code("C0"), None
        self.set_facecolor(color if face is None else face)
        self._fill = self._fill and fill
        edge = color if edge is None else edge
        # An area that is not filled shows its edge, which is black by itself.
        self.set_edgecolor("k" if edge is None and not self._fill else edge)

    def _corners(self):
        return []

    def _entries(self, kind):
        """The figure's entries: the area in pieces, and its edge as a closed line."""
        corners = [(float(x), float(y)) for x, y in self._corners()]
        if self._transform not in (None, "data") and corners:
            corners = list(zip(*self.axes._in_data(self._transform, *zip(*corners))))
        shared = {name: self._entry[name] for name in ("alpha",) if name in self._entry}
        found = []
        if self._fill:
            pieces = bands(corners) if corners else [([], [], [])]
            found = [("band", {"x": x, "low": low, "high": high, "color": self._face, **shared}) for x, low, high in pieces]
        if self._edge is not None or not found:
            ring = corners + corners[:1]
            x, y = [x for x, _ in ring], [y for _, y in ring]
            found.append(("line", {"x": x, "y": y, "color": self._edge or self._face, **self._line, **shared}))
        if "label" in self._entry:
            found[0][1]["label"] = self._entry["label"]
        return found

    def set_color(self, color):
        self.set_facecolor(color)
        self.set_edgecolor(color)

    def set_facecolor(self, color):
        self._fill = not _is_none(color)
        if color is not None and self._fill:
            self._face = color_code(color)

    def set_edgecolor(self, color):
        self._edge = None if color is None or _is_none(color) else color_code(color)

    def set_linewidth(self, w):
        self._line["width"] = float(w)

    def set_fill(self, b):
        self._fill = bool(b)

    def get_facecolor(self):
        from .colors import to_rgba

        return to_rgba(self._face) if self._fill else (0.0, 0.0, 0.0, 0.0)

    def get_edgecolor(self):
        from .colors import to_rgba

        return (0.0, 0.0, 0.0, 0.0) if self._edge is None else to_rgba(self._edge)

    def get_linewidth(self):
        return self._line["width"]

    def get_fill(self):
        return self._fill

    fill = property(get_fill)

    def set_linestyle(self, ls):
        self._line["style"] = _style.line_style(ls)

    def set_hatch(self, hatch):
        _style.undrawn(type(self).__name__, hatch=hatch)

    set_lw, set_ls, set_fc, set_ec = set_linewidth, set_linestyle, set_facecolor, set_edgecolor
    get_fc, get_ec, get_lw = get_facecolor, get_edgecolor, get_linewidth


class Rectangle(Patch):
    _kind = "patches.Rectangle"

    def __init__(self, xy, width, height, *, angle=0.0, **kwargs):
        Patch.__init__(self, **kwargs)
        self._x, self._y = (_data.plain(end) for end in xy)
        self._width, self._height, self._angle = _data.plain(width), _data.plain(height), angle

    def _corners(self):
        x, y, width, height = self._x, self._y, self._width, self._height
        return turned([(x, y), (x + width, y), (x + width, y + height), (x, y + height)], (x, y), self._angle)

    def get_x(self):
        return self._x

    def get_y(self):
        return self._y

    def get_xy(self):
        return self._x, self._y

    def get_width(self):
        return self._width

    def get_height(self):
        return self._height

    def set_xy(self, xy):
        self._x, self._y = xy

    xy = property(get_xy, set_xy)
    angle = property(lambda self: self._angle)

    def __str__(self):
        place = f"xy=({self._x:g}, {self._y:g}), width={self._width:g}, height={self._height:g}"
        return f"Rectangle({place}, angle={self._angle:g})"

    def set_bounds(self, *args):
        """left, bottom, width, height."""
        (self._x, self._y, self._width, self._height) = args[0] if len(args) == 1 else args

    def get_center(self):
        return self._x + self._width / 2, self._y + self._height / 2

    def set_x(self, x):
        self._x = x

    def set_y(self, y):
        self._y = y

    def set_width(self, w):
        self._width = w

    def set_height(self, h):
        self._height = h


class Ellipse(Patch):
    _kind = "patches.Ellipse"

    def __init__(self, xy, width, height, *, angle=0, **kwargs):
        Patch.__init__(self, **kwargs)
        self._center, self._sizes, self._angle = tuple(xy), (width, height), angle

    def _corners(self):
        (x, y), (width, height) = self._center, self._sizes
        return turned(arc((x, y), width / 2, height / 2, 0, 360)[:-1], (x, y), self._angle)

    def get_center(self):
        return self._center

    def set_center(self, xy):
        self._center = tuple(xy)

    center = property(get_center, set_center)
    width = property(lambda self: self._sizes[0], lambda self, value: setattr(self, "_sizes", (value, self._sizes[1])))
    height = property(lambda self: self._sizes[1], lambda self, value: setattr(self, "_sizes", (self._sizes[0], value)))
    angle = property(lambda self: self._angle, lambda self, value: setattr(self, "_angle", value))


class Circle(Ellipse):
    _kind = "patches.Circle"

    def __init__(self, xy, radius=5, **kwargs):
        Ellipse.__init__(self, xy, 2 * radius, 2 * radius, **kwargs)

    def get_radius(self):
        return self._sizes[0] / 2

    def set_radius(self, radius):
        self._sizes = (2 * radius, 2 * radius)

    radius = property(get_radius, set_radius)


class Polygon(Patch):
    _kind = "patches.Polygon"

    def __init__(self, xy, *, closed=True, **kwargs):
        Patch.__init__(self, **kwargs)
        self._closed = closed
        self.set_xy(xy)

    def _entries(self, kind):
        found = Patch._entries(self, kind)
        if not self._closed and found[-1][0] == "line":
            for side in "xy":
                found[-1][1][side] = found[-1][1][side][:-1]
        return found

    def get_xy(self):
        import numpy as np

        return np.array(self._points + self._points[:1])

    def set_xy(self, xy):
        self._points = [tuple(point) for point in _data.plain(xy)]

    def _corners(self):
        return self._points


class Wedge(Patch):
    """A slice of a disc, from one angle in degrees to another; of a ring, where it has a width."""

    _kind = "patches.Wedge"

    def __init__(self, center, r, theta1, theta2, *, width=None, **kwargs):
        Patch.__init__(self, **kwargs)
        self.center, self.r, self.theta1, self.theta2, self.width = tuple(center), r, theta1, theta2, width

    def _corners(self):
        outer = arc(self.center, self.r, self.r, self.theta1, self.theta2)
        if self.width is None:
            return outer + [self.center]
        inner = self.r - self.width
        return outer + arc(self.center, inner, inner, self.theta1, self.theta2)[::-1]


def _is_none(color):
    return isinstance(color, str) and color.lower() == "none"


def arc(center, wide, high, start, end):
    """Points along an ellipse, from one angle in degrees to another."""
    count = max(int(_CORNERS_OF_CIRCLE * abs(end - start) / 360), 2)
    angles = [math.radians(start + (end - start) * step / count) for step in range(count + 1)]
    return [(center[0] + wide * math.cos(angle), center[1] + high * math.sin(angle)) for angle in angles]


def turned(points, about, degrees):
    """Points turned counterclockwise."""
    if not degrees:
        return points
    cosine, sine = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    moved = [(x - about[0], y - about[1]) for x, y in points]
    return [(about[0] + x * cosine - y * sine, about[1] + x * sine + y * cosine) for x, y in moved]


_RARER = ("Annulus", "Arc", "Arrow", "CirclePolygon", "ConnectionPatch", "FancyArrow", "FancyArrowPatch", "FancyBboxPatch",
          "RegularPolygon")  # fmt: skip


def __getattr__(name):
    if name in _RARER:
        return getattr(__import__("matplotlib._more_patches", fromlist=(name,)), name)
    if name in ("PathPatch", "ArrowStyle", "BoxStyle", "StepPatch", "Shadow", "ConnectionStyle"):
        return Absent(f"patches.{name} is not supported by Kindling's matplotlib")
    raise AttributeError(f"module 'matplotlib.patches' has no attribute {name!r}")

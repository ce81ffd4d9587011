"""Rarer shapes: arcs, arrows, boxes with round corners, regular polygons, rings.

What it is not: rectangles, circles and polygons (patches.py). Start reading at `Arc`.
"""

import math

from . import _data, _style
from ._words import arrow
from .artist import Artist
from .patches import Ellipse, Patch, Polygon, Rectangle, arc, turned


class Arc(Ellipse):
    """A part of an ellipse's edge, from one angle in degrees to another."""

    _kind = "patches.Arc"

    def __init__(self, xy, width, height, *, angle=0.0, theta1=0.0, theta2=360.0, **kwargs):
        Ellipse.__init__(self, xy, width, height, angle=angle, **{**kwargs, "fill": False})
        self.theta1, self.theta2 = theta1, theta2

    def _entries(self, kind):
        (width, height), end = self._sizes, self.theta2 + (360 if self.theta2 < self.theta1 else 0)
        way = turned(arc(self._center, width / 2, height / 2, self.theta1, end), self._center, self._angle)
        shared = {name: self._entry[name] for name in ("alpha", "label") if name in self._entry}
        return [("line", {"x": [x for x, _ in way], "y": [y for _, y in way], "color": self._edge, **self._line, **shared})]


class RegularPolygon(Polygon):
    """So many corners at one distance."""

    _kind = "patches.RegularPolygon"

    def __init__(self, xy, numVertices, *, radius=5, orientation=0, **kwargs):
        self.xy, self.numvertices, self.radius, self.orientation = tuple(xy), numVertices, radius, orientation
        angles = [orientation + math.pi / 2 + 2 * math.pi * at / numVertices for at in range(numVertices)]
        Polygon.__init__(self, [(xy[0] + radius * math.cos(a), xy[1] + radius * math.sin(a)) for a in angles], **kwargs)


class CirclePolygon(RegularPolygon):
    _kind = "patches.CirclePolygon"

    def __init__(self, xy, radius=5, *, resolution=20, **kwargs):
        RegularPolygon.__init__(self, xy, resolution, radius=radius, orientation=0, **kwargs)


class FancyBboxPatch(Rectangle):
    """A rectangle with room around it, and round corners where its style has them."""

    _kind = "patches.FancyBboxPatch"

    def __init__(self, xy, width, height, boxstyle="round", **kwargs):
        for name in ("mutation_scale", "mutation_aspect"):
            kwargs.pop(name, None)
        Rectangle.__init__(self, xy, width, height, **kwargs)
        style, _, rest = str(boxstyle).partition(",")
        options = dict(part.replace(" ", "").partition("=")[::2] for part in rest.split(",") if part)
        self._pad = float(options.get("pad", 0.3))
        self._round = float(options.get("rounding_size", self._pad)) if style.startswith("round") else 0.0

    def _corners(self):
        x, y = self._x - self._pad, self._y - self._pad
        right, top, r = self._x + self._width + self._pad, self._y + self._height + self._pad, self._round
        if not r:
            return [(x, y), (right, y), (right, top), (x, top)]
        corners = ((right - r, y + r, -90), (right - r, top - r, 0), (x + r, top - r, 90), (x + r, y + r, 180))
        return [spot for a, b, start in corners for spot in arc((a, b), r, r, start, start + 90)]


class FancyArrow(Polygon):
    """An arrow as an area, from a place so far along and up."""

    _kind = "patches.FancyArrow"

    def __init__(self, x, y, dx, dy, *, width=0.001, length_includes_head=False, head_width=None, head_length=None,
                 shape="full", overhang=0, head_starts_at_zero=False, **kwargs):
        _style.undrawn("FancyArrow", arrowstyle=None if shape == "full" and not overhang and not head_starts_at_zero else shape)
        wide = 3 * width if head_width is None else head_width
        long = 1.5 * wide if head_length is None else head_length
        far = math.hypot(dx, dy)
        whole = far if length_includes_head else far + long
        neck, half, head = whole - long, width / 2, wide / 2
        outline = [(0, half), (neck, half), (neck, head), (whole, 0), (neck, -head), (neck, -half), (0, -half)]
        moved = [(x + a, y + b) for a, b in outline]
        Polygon.__init__(self, turned(moved, (x, y), math.degrees(math.atan2(dy, dx))), **kwargs)


class Arrow(FancyArrow):
    _kind = "patches.Arrow"

    def __init__(self, x, y, dx, dy, *, width=1.0, **kwargs):
        far = math.hypot(dx, dy)
        FancyArrow.__init__(self, x, y, dx, dy, width=0.2 * width, head_width=0.6 * width, head_length=0.2 * far,
                            length_includes_head=True, **kwargs)


class FancyArrowPatch(Artist):
    """An arrow as a line, from one place to another."""

    _kind = "patches.FancyArrowPatch"

    def __init__(self, posA=None, posB=None, *, arrowstyle="simple", zorder=2, **kwargs):
        for name in ("mutation_scale", "mutation_aspect", "shrinkA", "shrinkB", "patchA", "patchB", "path", "coordsA", "coordsB"):
            kwargs.pop(name, None)
        keywords = _style.long_names(kwargs, "FancyArrowPatch")
        del keywords["_owner"]
        style = str(arrowstyle).partition(",")[0]
        alpha, label = keywords.pop("alpha", None), keywords.pop("label", None)
        look = arrow({"arrowstyle": style if style in ("-", "->", "<-", "<->", "-|>", "<|-", "<|-|>") else "->", **keywords})
        start, end = ([float(_data.plain(side)) for side in place] for place in (posA, posB))
        entry = {"x": start[0], "y": start[1], "text": "", "arrow": end, "arrow_look": look}
        entry.update({name: value for name, value in (("alpha", alpha), ("label", label)) if value is not None})
        Artist.__init__(self, None, entry, zorder)

    def _entries(self, kind):
        return [("text", self._entry)]


class ConnectionPatch(FancyArrowPatch):
    """A line or an arrow between two places of the data."""

    _kind = "patches.ConnectionPatch"

    def __init__(self, xyA, xyB, coordsA, coordsB=None, *, axesA=None, axesB=None, arrowstyle="-", **kwargs):
        del coordsA, coordsB
        _style.undrawn("ConnectionPatch", figure=None if axesA is axesB else axesB)
        FancyArrowPatch.__init__(self, xyA, xyB, arrowstyle=arrowstyle, **kwargs)


class Annulus(Patch):
    """A ring."""

    _kind = "patches.Annulus"

    def __init__(self, xy, r, width, angle=0.0, **kwargs):
        Patch.__init__(self, **kwargs)
        self.center, self.radii, self.width, self.angle = tuple(xy), r if isinstance(r, tuple) else (r, r), width, angle

    def _corners(self):
        (a, b), inner = self.radii, arc(self.center, self.radii[0] - self.width, self.radii[1] - self.width, 0, 360)
        return turned(arc(self.center, a, b, 0, 360) + inner[::-1], self.center, self.angle)

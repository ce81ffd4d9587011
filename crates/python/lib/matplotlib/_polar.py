"""Axes whose places are an angle and a distance, as `projection="polar"`: drawn on a plane, with rings for a scale.

What it is not: axes that show a part of the circle. Start reading at `PolarAxes`.
"""

import math

import numpy as np

from . import _data, _style
from ._polygons import bands
from .artist import BarContainer
from .axes import Axes
from .axis import XTick, YTick
from .ticker import AutoLocator, TickLabel, YTickLabel


class RadialTick(YTick):
    """A ring, as `set_rticks` returns them."""


class ThetaTick(XTick):
    """An angle with a text, as `set_xticks` returns them."""


class PolarBars(BarContainer):
    """Bars around the middle: each a part of a ring."""

    _kind = "container.BarContainer"

    def _entries(self, kind):
        own, found = self._entry, []
        colors, shared = own["colors"], {name: own[name] for name in ("alpha",) if name in own}
        for at, (left, width, foot, height) in enumerate(zip(own["left"], own["width"], own["bottom"], own["height"])):
            angles = np.linspace(left, left + width, max(int(abs(width) * 30), 2))
            ring = [*zip(angles, np.full(len(angles), foot + height)), *zip(angles[::-1], np.full(len(angles), foot))]
            corners = list(zip(*self.axes._on_plane(*zip(*ring))))
            color = colors[at % len(colors)]
            parts = [("band", {"x": x, "low": low, "high": high, "color": color, **shared}) for x, low, high in bands(corners)]
            if own.get("edge"):
                x, y = zip(*corners, corners[0])
                parts.append(("line", {"x": [*x], "y": [*y], "color": own["edge"], "width": own.get("edge_width", 1.0), **shared}))
            found += parts
        if found and own.get("label"):
            found[0] = (found[0][0], {**found[0][1], "label": own["label"]})
        return found


class PolarAxes(Axes):
    """Axes by angles and distances."""

    name = "polar"
    _zero, _turn = 0.0, 1

    def cla(self):
        Axes.cla(self)
        self._value.update(equal=True, frame=False)
        self._most, self._radii, self._least = None, [], 0.0

    clear = cla

    def _measured(self, r):
        self._radii += _data.finite(_data.floats(_data.flat(_data.plain(r))))

    def _limits(self, name):
        """Of angles the whole circle, of distances from the middle to a little beyond the farthest."""
        if name == "x":
            return np.float64(0.0), np.float64(2 * np.pi)
        if self._most is not None:
            return np.float64(self._least), np.float64(self._most)
        if not self._radii:
            return np.float64(0.0), np.float64(1.0)
        low, high = min(self._radii), max(self._radii)
        return np.float64(min(low, 0.0)), np.float64(high + 0.05 * (high - low) if high > low else high * 1.05 or 1.0)

    def get_xlim(self):
        return self._limits("x")

    def get_ylim(self):
        return self._limits("y")

    def get_rmax(self):
        return self._limits("y")[1]

    def get_rmin(self):
        return self._limits("y")[0]

    def get_rorigin(self):
        return self.get_rmin()

    def get_theta_offset(self):
        return np.float64(self._zero)

    def get_theta_direction(self):
        return np.float64(self._turn)

    def get_rlabel_position(self):
        return np.float64(self._label_angle)

    _label_angle = 22.5

    def get_xticks(self, *, minor=False):
        return np.empty(0) if minor else np.array([math.radians(angle) for angle, _ in self._spokes])

    def get_yticks(self, *, minor=False):
        """The rings: round distances, without the middle."""
        if minor:
            return []
        if self._said_rings is not None:
            return self._said_rings
        locator = AutoLocator()
        locator.set_axis(self.yaxis)
        low, high = self._limits("y")
        return [at for at in locator.tick_values(low, high) if at > low]

    def get_xticklabels(self, minor=False, which=None):
        del minor, which
        return [TickLabel(self, {"text": word}, math.radians(angle), 0) for angle, word in self._spokes]

    def get_yticklabels(self, minor=False, which=None):
        del minor, which
        places = [float(at) for at in self.get_yticks()]
        own = [at.item() if hasattr(at, "item") else at for at in self.get_yticks()]
        return [YTickLabel(self, {"text": word}, 0, at) for word, at in zip(self._ring_words(places), own)]

    def _ring_words(self, places):
        from ._tick_texts import numbers

        if self._said_words is not None:
            return [*self._said_words, *[""] * len(places)][: len(places)]
        return numbers(places, sorted(map(float, self._limits("y"))), {})[0] if places else []

    # Rings and their texts as they were given.
    _said_rings = _said_words = None

    def bar(self, theta, height, width=0.8, bottom=0, *, align="center", **kwargs):
        """Bars around the middle, so many radians wide."""
        made = Axes.bar(self, theta, height, width, bottom, align=align, **kwargs)
        made.__class__ = PolarBars
        own = made._entry
        self._measured([end for foot, size in zip(own["bottom"], own["height"]) for end in (foot, foot + size)])
        return made

    def fill_between(self, theta, r1, r2=0, **kwargs):
        """The area between two curves around the middle."""
        theta = np.asarray(_data.floats(_data.flat(_data.plain(theta))))
        low, high = (np.broadcast_to(np.asarray(_data.floats(_data.flat(_data.plain(side)))), theta.shape) for side in (r1, r2))
        _style.undrawn("PolarAxes.fill_between", which=kwargs.pop("where", None))
        self._measured(np.concatenate([low, high]))
        corners = list(zip(*self._on_plane(np.concatenate([theta, theta[::-1]]), np.concatenate([low, high[::-1]]))))
        made = Axes.fill_between(self, [0.0, 1.0], 0.0, 0.0, **kwargs)
        for name in ("x", "low", "high"):
            made._entry.pop(name, None)
        made._entry["pieces"] = bands(corners)
        return made

    def text(self, x, y, s, fontdict=None, *, transform=None, **kwargs):
        if transform in (None, "data"):
            place = x, y
            (x,), (y,) = self._on_plane([x], [y])
            made = Axes.text(self, x, y, s, fontdict, **kwargs)
            made._place = place
            return made
        return Axes.text(self, x, y, s, fontdict, transform=transform, **kwargs)

    def annotate(self, text, xy, xytext=None, arrowprops=None, **kwargs):
        given = xy, xytext
        if kwargs.get("xycoords", "data") == "data":
            (x,), (y,) = self._on_plane([xy[0]], [xy[1]])
            xy = (x, y)
            if xytext is not None and kwargs.get("textcoords", "data") == "data":
                (x,), (y,) = self._on_plane([xytext[0]], [xytext[1]])
                xytext = (x, y)
        made = Axes.annotate(self, text, xy, xytext, arrowprops, **kwargs)
        made._points_at = given[0]
        if kwargs.get("textcoords") is None:
            made._place = given[0] if given[1] is None else given[1]
        return made

    def errorbar(self, theta, r, yerr=None, xerr=None, fmt="", **kwargs):
        if xerr is not None:
            _style.untold("errors of angles")
        return Axes.__getattr__(self, "errorbar")(theta, r, yerr, None, fmt, **kwargs)

    def set_thetamin(self, thetamin):
        _style.undrawn("PolarAxes", left=thetamin or None)

    def set_thetamax(self, thetamax):
        _style.undrawn("PolarAxes", right=None if thetamax in (360, 360.0) else thetamax)

    def set_rmin(self, rmin):
        self._least = float(rmin)
        _style.undrawn("PolarAxes", bottom=rmin or None)

    def set_rgrids(self, radii, labels=None, angle=None, fmt=None, **kwargs):
        """Rings at these distances, with texts."""
        from ._lists import named_list

        del angle, kwargs
        self.set_rticks(radii)
        if labels is not None:
            self._said_words = [str(label) for label in labels]
        elif fmt is not None:
            self._said_words = [fmt % radius for radius in _data.plain(radii)]
        return named_list("Line2D gridline", len(self._said_rings)), self.get_yticklabels()

    def set_yticklabels(self, labels, **kwargs):
        del kwargs
        self._said_words = [str(label) for label in labels]
        return self.get_yticklabels()

    def get_theta_zero_location(self):
        return self._zero

    def _on_plane(self, theta, r):
        theta, r = (np.asarray(_data.floats(_data.flat(_data.plain(side))), dtype=np.float64) for side in (theta, r))
        angles = self._zero + self._turn * theta
        return (r * np.cos(angles)).tolist(), (r * np.sin(angles)).tolist()

    def plot(self, theta, r, *args, **kwargs):
        self._measured(r)
        made = Axes.plot(self, *self._on_plane(theta, r), *args, **kwargs)
        for line in made:
            line._given = {"x": _data.flat(_data.plain(theta)), "y": _data.flat(_data.plain(r))}
        return made

    def scatter(self, theta, r, *args, **kwargs):
        self._measured(r)
        made = Axes.scatter(self, *self._on_plane(theta, r), *args, **kwargs)
        made._said_places = np.stack([np.asarray(_data.floats(_data.flat(_data.plain(side)))) for side in (theta, r)], -1)
        return made

    def fill(self, theta, r, *args, **kwargs):
        from ._more_areas import fill

        self._measured(r)
        return fill(self, *self._on_plane(theta, r), *args, **kwargs)

    def set_theta_zero_location(self, loc, offset=0.0):
        """Where the angle 0 is: 'N', 'NW', 'W', 'SW', 'S', 'SE', 'E' or 'NE'."""
        at = ("E", "NE", "N", "NW", "W", "SW", "S", "SE").index(loc)
        self._zero = math.radians(45 * at + offset)

    def set_theta_offset(self, offset):
        self._zero = offset

    def set_theta_direction(self, direction):
        """Angles grow counterclockwise (1) or clockwise (-1)."""
        self._turn = {"clockwise": -1, "counterclockwise": 1}.get(direction, direction)

    def set_rmax(self, rmax):
        self._most = float(rmax)

    def set_rlim(self, bottom=None, top=None, **kwargs):
        if top is None and hasattr(bottom, "__len__"):
            bottom, top = bottom
        top, bottom = kwargs.get("rmax", kwargs.get("ymax", top)), kwargs.get("rmin", kwargs.get("ymin", bottom))
        low, high = self._limits("y")
        self._least, self._most = float(low if bottom is None else bottom), float(high if top is None else top)
        return self._least, self._most

    set_ylim = set_rlim

    def set_rticks(self, ticks, **kwargs):
        """Rings stand at these distances."""
        del kwargs
        self._said_rings = list(np.asarray(_data.plain(ticks)))
        return [RadialTick(at) for at in self._said_rings]

    def set_rlabel_position(self, value):
        """At which angle, in degrees, distances are written."""
        self._label_angle = float(value)

    def set_thetagrids(self, angles, labels=None, **kwargs):
        """Words at angles in degrees."""
        del kwargs
        texts = [f"{angle:g}°" for angle in angles] if labels is None else labels
        self._spokes = list(zip(_data.floats(_data.plain(angles)), map(str, texts)))
        from ._lists import named_list

        return named_list("Line2D ticklines", 2 * len(self._spokes)), self.get_xticklabels()

    def set_xticks(self, ticks, labels=None, **kwargs):
        del kwargs
        self.set_thetagrids([math.degrees(tick) for tick in _data.floats(_data.plain(ticks))], labels)
        return [ThetaTick(math.radians(angle)) for angle, _ in self._spokes]

    def set_xticklabels(self, labels, **kwargs):
        del kwargs
        words = [*map(str, labels), *[""] * len(self._spokes)]
        self._spokes = [(angle, word) for (angle, _), word in zip(self._spokes, words)]
        return self.get_xticklabels()

    def set_yticks(self, ticks, labels=None, **kwargs):
        made = self.set_rticks(ticks, **kwargs)
        if labels is not None:
            self._said_words = [str(label) for label in labels]
        return made

    _spokes = tuple((45.0 * at, f"{45 * at}°") for at in range(8))

    def _shown(self):
        """The plane with rings and angles behind what was drawn."""
        value, most = Axes._shown(self), float(self._limits("y")[1])
        rings = [float(at) for at in self.get_yticks() if 0 < at <= most * (1 + 1e-9)]
        circle = [2 * math.pi * at / 90 for at in range(91)]
        has_grid = value.get("grid_lines", {}).get("x", True) is not False or value.get("grid", False)
        thin = {"color": "#b0b0b0", "width": 0.8}
        behind = [{"line": {"x": [ring * math.cos(a) for a in circle], "y": [ring * math.sin(a) for a in circle], **thin}}
                  for ring in (rings if has_grid else [])]
        for degrees, word in self._spokes:
            (x, far), (y, up) = self._on_plane([math.radians(degrees)] * 2, [1.12 * most, most])
            behind.append({"text": {"x": x, "y": y, "text": word, "horizontal": "center", "vertical": "center"}})
            if has_grid:
                behind.append({"line": {"x": [0.0, far], "y": [0.0, up], **thin}})
        edge = {"color": "#000000", "width": 0.8, "x": [most * math.cos(a) for a in circle], "y": [most * math.sin(a) for a in circle]}
        over = [{"line": edge}]
        for ring, word in zip(rings, self._ring_words([float(at) for at in self.get_yticks()])):
            (x,), (y,) = self._on_plane([math.radians(self._label_angle)], [ring])
            over.append({"text": {"x": x, "y": y, "text": word}})
        ends = {"lower": -1.25 * most, "upper": 1.25 * most, "inverted": False}
        plain = {name: {key: side for key, side in value[name].items() if key in ("label",)} for name in "xy"}
        return {**value, "grid": False, "x": {**plain["x"], **ends}, "y": {**plain["y"], **ends}, "artists": [*behind, *value["artists"], *over]}


for _class in (RadialTick, ThetaTick, PolarAxes):
    _class.__module__ = "matplotlib.projections.polar"

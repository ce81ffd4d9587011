"""Axes whose places are an angle and a distance, as `projection="polar"`: drawn on a plane, with rings for a scale.

What it is not: bars and words by angles, which stand as on a plane. Start reading at `PolarAxes`.
"""

import math

import numpy as np

from . import _data
from .axes import Axes


class PolarAxes(Axes):
    """Axes by angles and distances."""

    name = "polar"
    _zero, _turn = 0.0, 1

    def cla(self):
        Axes.cla(self)
        self._value.update(equal=True, frame=False)
        self._most = None

    clear = cla

    def _on_plane(self, theta, r):
        theta, r = (np.asarray(_data.floats(_data.flat(_data.plain(side))), dtype=np.float64) for side in (theta, r))
        angles = self._zero + self._turn * theta
        return (r * np.cos(angles)).tolist(), (r * np.sin(angles)).tolist()

    def plot(self, theta, r, *args, **kwargs):
        return Axes.plot(self, *self._on_plane(theta, r), *args, **kwargs)

    def scatter(self, theta, r, *args, **kwargs):
        return Axes.scatter(self, *self._on_plane(theta, r), *args, **kwargs)

    def fill(self, theta, r, *args, **kwargs):
        from ._more_areas import fill

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
        self._most = float(kwargs.get("rmax", bottom if top is None else top))

    set_ylim = set_rlim

    def set_rticks(self, ticks, **kwargs):
        """Rings stand at these distances."""
        del kwargs
        self._rings = _data.floats(_data.plain(ticks))
        return []

    def set_rlabel_position(self, value):
        """Distances are written above the middle."""

    def set_thetagrids(self, angles, labels=None, **kwargs):
        """Words at angles in degrees."""
        del kwargs
        texts = [f"{angle:g}°" for angle in angles] if labels is None else labels
        self._spokes = list(zip(_data.floats(_data.plain(angles)), map(str, texts)))
        return [], []

    def set_xticks(self, ticks, labels=None, **kwargs):
        del kwargs
        self.set_thetagrids([math.degrees(tick) for tick in _data.floats(_data.plain(ticks))], labels)
        return []

    def set_xticklabels(self, labels, **kwargs):
        del kwargs
        self._spokes = [(angle, str(label)) for (angle, _), label in zip(self._spokes, labels)]
        return []

    def set_yticks(self, ticks, labels=None, **kwargs):
        del labels
        return self.set_rticks(ticks, **kwargs)

    _rings = None
    _spokes = tuple((45.0 * at, f"{45 * at}°") for at in range(8))

    def _shown(self):
        """The plane with rings and angles behind what was drawn."""
        value, most = Axes._shown(self), self._most
        if most is None:
            found = [math.hypot(a, b) for made in value["artists"] for entry in made.values()
                     if isinstance(entry.get("x"), list) for a, b in zip(entry["x"], entry.get("y", ()))]
            most = 1.05 * max((each for each in found if each == each), default=1.0) or 1.0
        rings = self._rings or [most * part / 4 for part in (1, 2, 3, 4)]
        circle = [2 * math.pi * at / 90 for at in range(91)]
        behind = [{"line": {"x": [ring * math.cos(a) for a in circle], "y": [ring * math.sin(a) for a in circle],
                            "color": "#b0b0b0", "width": 0.8}} for ring in (*rings, most)]
        behind += [{"text": {"x": 0.02 * most, "y": ring, "text": f"{ring:.3g}", "size": 8.0}} for ring in rings]
        for degrees, word in self._spokes:
            (x,), (y,) = self._on_plane([math.radians(degrees)], [1.12 * most])
            behind.append({"text": {"x": x, "y": y, "text": word, "horizontal": "center", "vertical": "center"}})
        ends = {"lower": -1.25 * most, "upper": 1.25 * most}
        return {**value, "x": {**value["x"], **ends}, "y": {**value["y"], **ends}, "artists": [*behind, *value["artists"]]}

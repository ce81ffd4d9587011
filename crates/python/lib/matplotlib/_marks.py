"""Outlines of markers, for the size 1, as programs ask for them. Start reading at `outline`.

What it is not: how they are drawn (`crates/plot/src/markers.rs`).
"""

import numpy as np

from .path import Path

_CORNERS = {
    "square": [(-0.5, -0.5), (0.5, -0.5), (0.5, 0.5), (-0.5, 0.5), (-0.5, -0.5)],
    "triangle_up": [(0, 0.5), (-0.5, -0.5), (0.5, -0.5), (0, 0.5)],
    "triangle_down": [(0, -0.5), (0.5, 0.5), (-0.5, 0.5), (0, -0.5)],
    "triangle_left": [(-0.5, 0), (0.5, -0.5), (0.5, 0.5), (-0.5, 0)],
    "triangle_right": [(0.5, 0), (-0.5, 0.5), (-0.5, -0.5), (0.5, 0)],
}


def outline(marker):
    """A path of a marker's name in figures."""
    if marker in ("circle", "point"):
        return Path.circle((0, 0), 0.5 if marker == "circle" else 0.25)
    if marker in _CORNERS:
        return Path(_CORNERS[marker], closed=True)
    if marker == "diamond":
        return Path(np.array([(0, -1), (1, 0), (0, 1), (-1, 0), (0, -1)]) * 0.5**0.5, closed=True)
    made = {"pentagon": Path.unit_regular_polygon(5), "hexagon": Path.unit_regular_polygon(6), "star": Path.unit_regular_star(5, 0.381966)}
    if marker in made:
        return Path(made[marker].vertices * 0.5, made[marker].codes)
    lines = {"plus": [(-1, 0), (1, 0), (0, -1), (0, 1)], "cross": [(-1, -1), (1, 1), (-1, 1), (1, -1)],
             "vertical_line": [(0, -1), (0, 1)], "horizontal_line": [(-1, 0), (1, 0)]}  # fmt: skip
    points = np.array(lines.get(marker, [(0, 0)])) * 0.5
    return Path(points, [1, 2] * (len(points) // 2) or [1])

"""`matplotlib.path`: outlines by their corners, and how the pen goes from one to the next.

What it is not: shapes that are drawn (patches.py). Start reading at `Path`.
"""

import math

import numpy as np

_STEPS = 16


class Path:
    """Corners, and a code for each: where the pen is set down, a line to it, a corner of a curve, or back to the start."""

    code_type = np.uint8
    STOP, MOVETO, LINETO, CURVE3, CURVE4, CLOSEPOLY = map(np.uint8, (0, 1, 2, 3, 4, 79))
    NUM_VERTICES_FOR_CODE = {0: 1, 1: 1, 2: 1, 3: 2, 4: 3, 79: 1}

    def __init__(self, vertices, codes=None, _interpolation_steps=1, closed=False, readonly=False):
        del readonly
        vertices = np.asarray(vertices, dtype=np.float64)
        if vertices.ndim != 2 or vertices.shape[1] != 2:
            raise ValueError(f"'vertices' must be 2D with shape (N, 2), but your input has shape {vertices.shape}")
        if codes is not None:
            codes = np.asarray(codes, dtype=self.code_type)
            if codes.ndim != 1 or len(codes) != len(vertices):
                raise ValueError("'codes' must be a 1D list or array with the same length of 'vertices'. "
                                 f"Your vertices have shape {vertices.shape} but your codes have shape {codes.shape}")
            if len(codes) and codes[0] != self.MOVETO:
                raise ValueError(f"The first element of 'code' must be equal to 'MOVETO' ({self.MOVETO}).  Your first code is {codes[0]}")
        elif closed and len(vertices):
            codes = np.full(len(vertices), self.LINETO)
            codes[0], codes[-1] = self.MOVETO, self.CLOSEPOLY
        self.vertices, self.codes = vertices, codes
        self._interpolation_steps, self.should_simplify, self.simplify_threshold = _interpolation_steps, False, 1 / 9

    def __repr__(self):
        return f"Path({self.vertices!r}, {self.codes!r})"

    def __len__(self):
        return len(self.vertices)

    def copy(self):
        return Path(self.vertices.copy(), None if self.codes is None else self.codes.copy())

    deepcopy = copy

    def _all_codes(self):
        if self.codes is not None:
            return self.codes
        return np.array([self.MOVETO, *[self.LINETO] * (len(self) - 1)], dtype=self.code_type)

    @classmethod
    def make_compound_path(cls, *args):
        """Several as one."""
        if not args:
            return Path(np.empty([0, 2]))
        return Path(np.concatenate([one.vertices for one in args]), np.concatenate([one._all_codes() for one in args]))

    def iter_segments(self, **kwargs):
        """Each step of the pen: its points one after the other, and its code."""
        del kwargs
        codes, at = self._all_codes(), 0
        while at < len(codes) and codes[at] != self.STOP:
            count = self.NUM_VERTICES_FOR_CODE[int(codes[at])]
            yield self.vertices[at:at + count].reshape(-1), codes[at]
            at += count

    def _rings(self):
        """The outline's parts as lists of points, curves as many short lines."""
        rings, here = [], None
        for points, code in self.iter_segments():
            if code == self.MOVETO:
                rings.append([tuple(points)])
            elif code == self.CLOSEPOLY:
                rings[-1].append(rings[-1][0])
            elif code == self.LINETO:
                rings[-1].append(tuple(points))
            else:
                way = np.array([*here, *points]).reshape(-1, 2)
                for at in np.linspace(0, 1, _STEPS + 1)[1:]:
                    rings[-1].append(tuple(_on_curve(way, at)))
            here = rings[-1][-1]
        return rings

    def to_polygons(self, transform=None, width=0, height=0, closed_only=True):
        """Its parts as arrays of corners."""
        del width, height, closed_only
        path = self if transform is None else self.transformed(transform)
        return [np.array(ring) for ring in path._rings() if len(ring) > 2]

    def transformed(self, transform):
        return Path(transform.transform(self.vertices), self.codes)

    def contains_points(self, points, transform=None, radius=0.0):
        """Which of the points lie within."""
        del transform, radius
        points = np.asarray(points, dtype=np.float64)
        inside = np.zeros(len(points), dtype=bool)
        for ring in self._rings():
            for (x0, y0), (x1, y1) in zip(ring, ring[1:] + ring[:1]):
                if y0 == y1:
                    continue
                reaches = (y0 <= points[:, 1]) != (y1 <= points[:, 1])
                inside ^= reaches & (points[:, 0] < x0 + (points[:, 1] - y0) * (x1 - x0) / (y1 - y0))
        return inside

    def contains_point(self, point, transform=None, radius=0.0):
        return bool(self.contains_points([point], transform, radius)[0])

    def contains_path(self, path, transform=None):
        return bool(self.contains_points(path.vertices, transform).all())

    def get_extents(self, transform=None, **kwargs):
        """The least box around it."""
        from .transforms import Bbox

        del kwargs
        path = self if transform is None else self.transformed(transform)
        corners = np.array([point for ring in path._rings() for point in ring])
        return Bbox([corners.min(0), corners.max(0)]) if len(corners) else Bbox.null()

    def intersects_path(self, other, filled=True):
        """Whether two outlines cross, or one lies within the other."""
        for mine in self._rings():
            for its in other._rings():
                if any(_cross(a, b, c, d) for a, b in zip(mine, mine[1:]) for c, d in zip(its, its[1:])):
                    return True
        return bool(filled and (self.contains_points(other.vertices[:1]).any() or other.contains_points(self.vertices[:1]).any()))

    def intersects_bbox(self, bbox, filled=True):
        box = bbox.get_points()
        (x0, y0), (x1, y1) = box
        return self.intersects_path(Path([(x0, y0), (x1, y0), (x1, y1), (x0, y1), (x0, y0)], closed=True), filled)

    def interpolated(self, steps):
        """With so many steps between two corners."""
        if steps == 1:
            return self
        parts = [np.linspace(a, b, steps, endpoint=False) for a, b in zip(self.vertices, self.vertices[1:])]
        vertices = np.concatenate([*parts, self.vertices[-1:]])
        if self.codes is None:
            return Path(vertices)
        codes = np.full(len(vertices), self.LINETO)
        codes[::steps] = self.codes
        return Path(vertices, codes)

    @classmethod
    def unit_rectangle(cls):
        return cls([[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]], closed=True)

    @classmethod
    def unit_regular_polygon(cls, numVertices):
        """So many corners at the distance 1, the first above."""
        angles = 2 * np.pi / numVertices * np.arange(numVertices + 1) + np.pi / 2
        return cls(np.column_stack((np.cos(angles), np.sin(angles))), closed=True)

    @classmethod
    def unit_regular_star(cls, numVertices, innerCircle=0.5):
        """So many corners at the distance 1, and as many between them nearer to the middle."""
        count = numVertices * 2
        angles = 2 * np.pi / count * np.arange(count + 1) + np.pi / 2
        distances = np.ones(count + 1)
        distances[1::2] = innerCircle
        return cls((distances * np.vstack((np.cos(angles), np.sin(angles)))).T, closed=True)

    @classmethod
    def unit_regular_asterisk(cls, numVertices):
        return cls.unit_regular_star(numVertices, 0.0)

    @classmethod
    def unit_circle(cls):
        return cls.circle()

    @classmethod
    def circle(cls, center=(0.0, 0.0), radius=1.0, readonly=False):
        """Eight curves that are nearly a circle, from its lowest point on."""
        del readonly
        near, half = 0.2652031, math.sqrt(0.5)
        side = near * half
        first = [(0.0, -1.0), (near, -1.0), (half - side, -half - side), (half, -half)]
        second = [(half + side, -half + side), (1.0, -near), (1.0, 0.0)]
        eighths, points = first + second, []
        for turn in range(4):
            quarter = eighths if turn == 0 else eighths[1:]
            for x, y in quarter:
                for _ in range(turn):
                    x, y = -y, x
                points.append((x, y))
        codes = [cls.CURVE4] * 26
        codes[0], codes[-1] = cls.MOVETO, cls.CLOSEPOLY
        return Path(np.array([*points, points[0]]) * radius + center, codes)

    @classmethod
    def arc(cls, theta1, theta2, n=None, is_wedge=False):
        """Curves along the circle of the radius 1, from one angle in degrees to another."""
        start = theta1
        end = theta2 - 360 * math.floor((theta2 - theta1) / 360)
        if theta2 != theta1 and end <= start:
            end += 360
        start, end = math.radians(start), math.radians(end)
        n = int(2 ** math.ceil((end - start) / (math.pi / 2))) if n is None else n
        if n < 1:
            raise ValueError("n must be >= 1 or None")
        step = (end - start) / n
        reach = math.sin(step) * (math.sqrt(4.0 + 3.0 * math.tan(step / 2) ** 2) - 1) / 3.0
        angles = np.linspace(start, end, n + 1)
        points, ways = np.stack([np.cos(angles), np.sin(angles)], -1), np.stack([-np.sin(angles), np.cos(angles)], -1)
        vertices, codes = [points[0]], [cls.MOVETO]
        if is_wedge:
            vertices, codes = [np.zeros(2), points[0]], [cls.MOVETO, cls.LINETO]
        for at in range(n):
            vertices += [points[at] + reach * ways[at], points[at + 1] - reach * ways[at + 1], points[at + 1]]
            codes += [cls.CURVE4] * 3
        if is_wedge:
            vertices += [np.zeros(2), np.zeros(2)]
            codes += [cls.LINETO, cls.CLOSEPOLY]
        return cls(np.array(vertices), codes)

    @classmethod
    def wedge(cls, theta1, theta2, n=None):
        return cls.arc(theta1, theta2, n, True)


def _on_curve(way, at):
    while len(way) > 1:
        way = way[:-1] + (way[1:] - way[:-1]) * at
    return way[0]


def _cross(a, b, c, d):
    def side(p, q, r):
        return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])

    first, second, third, fourth = side(a, b, c), side(a, b, d), side(c, d, a), side(c, d, b)
    return (first <= 0 <= second or second <= 0 <= first) and (third <= 0 <= fourth or fourth <= 0 <= third) and any(
        (first, second, third, fourth))

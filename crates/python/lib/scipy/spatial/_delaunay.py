"""Triangles between points in the plane, and the cells around them: `Delaunay`, `Voronoi`.

What it is not: hulls and trees, which are `_trees`'; the triangles are those of Qhull, in another order. Start reading at `Delaunay`.
"""

import numpy as np


def _plane(points, owner):
    points = np.ascontiguousarray(points, dtype=float)
    if points.ndim != 2:
        raise ValueError("`points` should be a 2-dimensional array")
    if points.shape[1] != 2:
        raise NotImplementedError(f"{owner}: of other than points in the plane is not built into this scipy")
    return points


class Delaunay:
    """Triangles around which no circle has a point inside."""

    def __init__(self, points, furthest_site=False, incremental=False, qhull_options=None):
        from matplotlib._more_space import _triangles

        for name, given in (("furthest_site", furthest_site), ("incremental", incremental), ("qhull_options", qhull_options)):
            if given:
                raise NotImplementedError(f"Delaunay: {name} is not built into this scipy")
        self.points = _plane(points, "Delaunay")
        self.npoints, self.ndim, self.furthest_site = len(self.points), 2, False
        self.min_bound, self.max_bound = self.points.min(axis=0), self.points.max(axis=0)
        cells = np.asarray(_triangles(self.points)).reshape(-1, 3)
        if not len(cells):
            from scipy.spatial import QhullError

            raise QhullError("QH6154 Qhull precision error: Initial simplex is flat")
        a, b, c = (self.points[cells[:, at]] for at in range(3))
        turn = (b[:, 0] - a[:, 0]) * (c[:, 1] - a[:, 1]) - (c[:, 0] - a[:, 0]) * (b[:, 1] - a[:, 1])
        self.simplices = np.where((turn < 0).reshape(-1, 1), cells[:, ::-1], cells).astype(np.int32)
        self.nsimplex, self.coplanar = len(self.simplices), np.zeros((0, 3), dtype=np.int32)
        self._sides()

    def _sides(self):
        """Which triangle lies beyond each corner, and the sides beyond which none does."""
        met, found = {}, np.full((self.nsimplex, 3), -1, dtype=np.int32)
        for at, cell in enumerate(self.simplices.tolist()):
            for place in range(3):
                side = frozenset(cell[:place] + cell[place + 1 :])
                if side in met:
                    other, its = met.pop(side)
                    found[at, place], found[other, its] = other, at
                else:
                    met[side] = at, place
        self.neighbors = found
        self.convex_hull = np.array([sorted(side) for side in met], dtype=np.int32).reshape(-1, 2)

    @property
    def vertex_neighbor_vertices(self):
        """The points that each point shares a side with, one after the other, and where those of each begin."""
        around = [[] for _ in range(self.npoints)]
        for cell in self.simplices.tolist():
            for one in cell:
                around[one] += [other for other in cell if other != one and other not in around[one]]
        starts = np.cumsum([0, *map(len, around)]).astype(np.int32)
        return starts, np.array([each for one in around for each in one], dtype=np.int32)

    @property
    def transform(self):
        """For each triangle what makes shares of its first two corners of a point: a table, and below it the last corner."""
        corners = self.points[self.simplices]
        last = corners[:, 2]
        tables = np.linalg.inv(np.swapaxes(corners[:, :2] - last[:, np.newaxis], 1, 2))
        return np.concatenate([tables, last[:, np.newaxis]], axis=1)

    def shares(self, xi, tolerance=1e-12):
        """The triangle in which each point lies, -1 for none, and its corners' shares."""
        xi = np.asarray(xi, dtype=float).reshape(-1, 2)
        found, shares = np.full(len(xi), -1, dtype=np.int32), np.full((len(xi), 3), np.nan)
        for at, table in enumerate(self.transform):
            first = (xi - table[2]) @ table[:2].T
            own = np.concatenate([first, 1 - first.sum(axis=1, keepdims=True)], axis=1)
            inside = (own >= -tolerance).all(axis=1) & (found < 0)
            found = np.where(inside, at, found).astype(np.int32)
            shares = np.where(inside.reshape(-1, 1), own, shares)
        return found, shares

    def find_simplex(self, xi, bruteforce=False, tol=None):
        """The triangle in which each point lies; -1 for none."""
        del bruteforce
        xi = np.asarray(xi, dtype=float)
        return self.shares(xi, 1e-12 if tol is None else tol)[0].reshape(xi.shape[:-1])


class Voronoi:
    """For each point the cell of all places to which it is the nearest."""

    def __init__(self, points, furthest_site=False, incremental=False, qhull_options=None):
        shape = Delaunay(points, furthest_site, incremental, qhull_options)
        self.points, self.npoints, self.ndim, self.furthest_site = shape.points, shape.npoints, 2, False
        self.min_bound, self.max_bound = shape.min_bound, shape.max_bound
        centers, at_cell = self._centers(shape)
        self.vertices = centers
        self._cells(shape, at_cell)

    def _centers(self, shape):
        """The middles of the circles around triangles, each once, and which of them each triangle has."""
        corners = self.points[shape.simplices]
        a, b, c = corners[:, 0], corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]
        whole = 2 * (b[:, 0] * c[:, 1] - b[:, 1] * c[:, 0])
        bb, cc = (b * b).sum(axis=1), (c * c).sum(axis=1)
        middles = a + np.stack([c[:, 1] * bb - b[:, 1] * cc, b[:, 0] * cc - c[:, 0] * bb], axis=1) / whole.reshape(-1, 1)
        # Where more than three points lie on one circle, their triangles have one middle.
        size, kept, at_cell = float(np.abs(self.max_bound - self.min_bound).max()) * 1e-10, [], []
        for middle in middles:
            same = next((at for at, other in enumerate(kept) if float(np.abs(other - middle).max()) <= size), None)
            at_cell.append(len(kept) if same is None else same)
            if same is None:
                kept.append(middle)
        return np.stack(kept), at_cell

    def _cells(self, shape, at_cell):
        pairs, around = {}, [[] for _ in range(self.npoints)]
        for at, cell in enumerate(shape.simplices.tolist()):
            for place in range(3):
                one, other = cell[place], cell[(place + 1) % 3]
                pairs.setdefault((min(one, other), max(one, other)), []).append(at_cell[at])
        self.ridge_dict = {}
        for pair, ends in pairs.items():
            ends = [-1, *ends] if len(ends) == 1 else ends
            if ends[0] != ends[1]:
                self.ridge_dict[pair] = ends
                for point in pair:
                    around[point].append(ends)
        self.ridge_points = np.array(list(self.ridge_dict), dtype=np.int32)
        self.ridge_vertices = list(self.ridge_dict.values())
        self.regions = [_in_turn(ends) for ends in around] + [[]]
        self.point_region = np.arange(self.npoints)


def _in_turn(ends):
    """The corners of a cell, one beside the other, from pairs of them."""
    if not ends:
        return []
    beside = {}
    for one, other in ends:
        beside.setdefault(one, []).append(other)
        beside.setdefault(other, []).append(one)
    start = -1 if -1 in beside else ends[0][0]
    found, at = [start], start
    while True:
        after = next((each for each in beside[at] if each not in found), None)
        if after is None:
            return found
        found.append(after)
        at = after


def delaunay_plot_2d(tri, ax=None):
    """Points and triangles, as a picture."""
    import matplotlib.pyplot as plt

    ax = plt.gca() if ax is None else ax
    x, y = tri.points.T
    ax.plot(x, y, "o")
    ax.triplot(x, y, tri.simplices.copy())
    return ax.figure


def voronoi_plot_2d(vor, ax=None, *, show_points=True, show_vertices=True, line_colors="k", line_width=1.0, line_alpha=1.0,
                    point_size=None):
    """Points and the borders of their cells, as a picture; borders without an end are dashed."""
    import matplotlib.pyplot as plt

    ax = plt.gca() if ax is None else ax
    if show_points:
        ax.plot(vor.points[:, 0], vor.points[:, 1], ".", markersize=point_size)
    if show_vertices:
        ax.plot(vor.vertices[:, 0], vor.vertices[:, 1], "o")
    middle, size = vor.points.mean(axis=0), float(np.ptp(vor.points, axis=0).max())
    look = {"color": line_colors, "lw": line_width, "alpha": line_alpha}
    for pair, ends in zip(vor.ridge_points.tolist(), vor.ridge_vertices):
        if -1 not in ends:
            ax.plot(vor.vertices[ends, 0], vor.vertices[ends, 1], "-", **look)
            continue
        start = vor.vertices[next(end for end in ends if end >= 0)]
        along = vor.points[pair[1]] - vor.points[pair[0]]
        along = along / np.linalg.norm(along)
        away = np.array([-along[1], along[0]])
        away = away * np.sign(np.dot(vor.points[pair].mean(axis=0) - middle, away))
        stop = start + away * size
        ax.plot([start[0], stop[0]], [start[1], stop[1]], "--", **look)
    room = 0.1 * np.ptp(vor.points, axis=0)
    low, high = vor.points.min(axis=0) - room, vor.points.max(axis=0) + room
    ax.set_xlim(low[0], high[0])
    ax.set_ylim(low[1], high[1])
    return ax.figure

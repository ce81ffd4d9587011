"""Axes in space: points, lines and surfaces, projected onto the plane of the figure as seen from one side.

What it is not: axes that can be turned with a mouse, or that have a scale: the box's edges say where they end. Start reading
at `Axes3D`.
"""

import math

import numpy as np
from _scalars import INTS

from . import _data, _style
from ._line import Line2D
from ._polygons import bands
from .artist import Artist, PathCollection
from .axes import Axes
from .cm import get_cmap
from .colors import color_code

# matplotlib's own view, and how long the box's edges are.
_ELEVATION, _AZIMUTH = 30, -60
_SIDES = (4 / 4, 4 / 4, 3 / 4)
_MOST_CELLS = 40


class _Thing(Artist):
    """Something in space: `_points` has a row x, y, z for each point, `_kind_of` how they are drawn."""

    def __init__(self, axes, kind, points, entry, zorder=1):
        Artist.__init__(self, axes, entry, zorder)
        self._kind_of, self._points = kind, np.asarray(points, dtype=np.float64).reshape(-1, 3)

    def _entries(self, kind):
        spots = self.axes._projected(self._points)
        return getattr(self, "_as_" + self._kind_of)(spots)

    def _as_line(self, spots):
        return [("line", {**self._entry, "x": spots[:, 0].tolist(), "y": spots[:, 1].tolist()})]

    def _as_scatter(self, spots):
        return [("scatter", {**self._entry, "x": spots[:, 0].tolist(), "y": spots[:, 1].tolist()})]

    def _as_text(self, spots):
        return [("text", {**self._entry, "x": float(spots[0, 0]), "y": float(spots[0, 1])})]

    def _as_surface(self, spots):
        """Cells of four corners each, the farthest first."""
        corners, colors = spots.reshape(-1, 4, 3), self._entry["colors"]
        found = []
        for at in np.argsort(corners[:, :, 2].mean(axis=1)).tolist():
            outline = [tuple(corner) for corner in corners[at, :, :2].tolist()]
            look = {"color": colors[at % len(colors)], "alpha": self._entry.get("alpha", 1.0)}
            if not found and "label" in self._entry:
                look["label"] = self._entry["label"]
            found += [("band", {**look, "x": x, "low": low, "high": high}) for x, low, high in bands(outline)]
        return found


class _Line3D(_Thing, Line2D):
    _kind = "mpl_toolkits.mplot3d.art3d.Line3D"

    def set_data_3d(self, *args):
        xs, ys, zs = args[0] if len(args) == 1 else args
        self._points = _rows(xs, ys, zs)


class _Net3D(_Line3D):
    _kind = "mpl_toolkits.mplot3d.art3d.Line3DCollection"


class _Points3D(_Thing, PathCollection):
    _kind = "mpl_toolkits.mplot3d.art3d.Path3DCollection"


class _Surface3D(_Thing):
    _kind = "mpl_toolkits.mplot3d.art3d.Poly3DCollection"


class Axes3D(Axes):
    """Axes with three dimensions."""

    name = "3d"
    _sides, _boxless = _SIDES, False

    def __init__(self, fig, rect=None, elev=None, azim=None, auto_add_to_figure=False, **kwargs):
        Axes.__init__(self, fig, (0.0, 0.0, 1.0, 1.0) if rect is None else rect)
        if auto_add_to_figure:
            raise AttributeError("Axes3D.set() got an unexpected keyword argument 'auto_add_to_figure'")
        self.view_init(elev, azim)
        _style.undrawn("Axes3D", **kwargs)

    def cla(self):
        Axes.cla(self)
        self._value.update(frame=False)
        self.elev, self.azim = _ELEVATION, _AZIMUTH
        self._ends, self._z_label = {}, None

    clear = cla

    def view_init(self, elev=None, azim=None, roll=None, vertical_axis="z", share=False):
        """From where the box is seen, in degrees."""
        del share
        _style.undrawn("Axes3D.view_init", zdir=None if vertical_axis == "z" else vertical_axis)
        _style.undrawn("Axes3D.view_init", roll=roll or None)
        self.elev = self.elev if elev is None else elev
        self.azim = self.azim if azim is None else azim

    # What is drawn

    def plot(self, xs, ys, *args, zdir="z", **kwargs):
        """A line through points in space."""
        zs, form = (0, args[0]) if args and isinstance(args[0], str) else (args[0] if args else kwargs.pop("zs", 0), "")
        form = args[1] if len(args) > 1 else form
        entry, keywords = _style.read_format(form) if form else {}, _style.long_names(kwargs, "Line2D")
        color = keywords.pop("color", None)
        entry["color"] = color_code(color) if color is not None else entry.get("color") or self._next_line_color()
        zorder = _style.take_common(keywords, entry)
        _style.take_line(keywords, entry)
        _style.take_marker(keywords, entry)
        _style.none_left(keywords)
        return [self._put(_Line3D(self, "line", _turned_to(zdir, _rows(xs, ys, zs)), entry, 2 if zorder is None else zorder))]

    plot3D = plot

    def scatter(self, xs, ys, zs=0, zdir="z", s=20, c=None, depthshade=True, cmap=None, vmin=None, vmax=None, marker=None,
                **kwargs):
        """Points in space; they have one strength, however far away."""
        del depthshade
        points = _turned_to(zdir, _rows(xs, ys, zs))
        keywords = _style.long_names(kwargs, "PathCollection")
        color = keywords.pop("color", c)
        entry = {"colors": self._point_colors(color, len(points), cmap, vmin, vmax), "marker": _style.marker_style(marker or "o")}
        entry["sizes"] = _data.floats(_data.flat([_data.plain(s)]))
        _style.take_edge(keywords, entry)
        zorder = _style.take_common(keywords, entry)
        _style.none_left(keywords)
        made = self._put(_Points3D(self, "scatter", points, entry, 1 if zorder is None else zorder))
        made._mapped = (c, get_cmap(cmap), vmin, vmax)
        return made

    scatter3D = scatter

    def plot_surface(self, X, Y, Z, *, cmap=None, color=None, alpha=None, rstride=None, cstride=None, rcount=None, ccount=None,
                     vmin=None, vmax=None, linewidth=None, antialiased=None, edgecolor=None, shade=True, norm=None,
                     facecolors=None, lightsource=None, **kwargs):
        """A surface of cells, coloured by their height where a colour map is given."""
        # Cells have no edges of their own, so how wide these are, and how they are smoothed, changes nothing.
        # There is no light either.
        del linewidth, antialiased, shade, lightsource
        kwargs = {name: value for name, value in kwargs.items() if name not in ("lw", "aa", "zorder", "rasterized", "clip_on")}
        label, edges = kwargs.pop("label", None), kwargs.pop("edgecolors", kwargs.pop("ec", edgecolor))
        _style.undrawn("Axes3D.plot_surface", edgecolor=None if edges is None or edges in ("none", "face") else edges, **kwargs)
        if norm is not None:
            vmin, vmax = norm.vmin, norm.vmax
        shape = np.asarray(_data.plain(Z)).shape
        X, Y, Z = (_thinned(np.asarray(_data.plain(side), dtype=np.float64), (rstride, cstride), (rcount, ccount)) for side in (X, Y, Z))
        cells = _cells(np.stack(np.broadcast_arrays(X, Y, Z), -1))
        heights = cells[:, :, 2].mean(axis=1)
        if facecolors is not None:
            known = {}
            rows = [[_code(cell, known) for cell in row] for row in _data.plain(facecolors)]
            picks = [np.round(np.linspace(0, side - 1, part)).astype(np.int64) for side, part in zip(shape, Z.shape)]
            colors = [rows[min(a, len(rows) - 1)][min(b, len(rows[0]) - 1)] for a in picks[0][:-1].tolist()
                      for b in picks[1][:-1].tolist()]
        elif cmap is None:
            colors = [color_code(color) if color is not None else self._next_patch_color()]
        else:
            low, high = (float(heights.min()) if vmin is None else vmin), (float(heights.max()) if vmax is None else vmax)
            shown = get_cmap(cmap)
            colors = [shown.hex((height - low) / ((high - low) or 1.0)) for height in heights.tolist()]
        entry = {"colors": colors} if alpha is None else {"colors": colors, "alpha": float(alpha)}
        if label is not None:
            entry["label"] = str(label)
        made = self._put(_Surface3D(self, "surface", cells, entry))
        made._mapped = (heights, get_cmap(cmap), vmin, vmax)
        return made

    def plot_wireframe(self, X, Y, Z, *, rstride=None, cstride=None, rcount=None, ccount=None, **kwargs):
        """A net of lines."""
        X, Y, Z = (_thinned(np.asarray(_data.plain(side), dtype=np.float64), (rstride, cstride), (rcount, ccount)) for side in (X, Y, Z))
        table = np.stack(np.broadcast_arrays(X, Y, Z), -1)
        gap = np.full((1, 3), np.nan)
        lines = [np.concatenate([line, gap]) for part in (table, table.swapaxes(0, 1)) for line in part]
        keywords = _style.long_names(kwargs, "Line3DCollection")
        del keywords["_owner"]
        keywords.setdefault("color", keywords.pop("edgecolor", "C0"))
        kwargs = {"linewidth": 1.0, **keywords}
        made = self.plot(*np.concatenate(lines).T, **kwargs)[0]
        made.__class__ = _Net3D
        return made

    def contour(self, X, Y, Z, *args, zdir="z", offset=None, levels=None, cmap=None, colors=None, **kwargs):
        """Lines of equal height, each at its height, or all at `offset`."""
        from ._contours import contour_pieces

        for name in ("stride", "extend3d", "axlim_clip"):
            kwargs.pop(name, None)
        levels = args[0] if args else levels
        for level, shade, pieces in contour_pieces(X, Y, Z, levels, colors, cmap):
            for piece in pieces:
                points = np.array(piece)
                heights = np.full(len(points), level if offset is None else offset)
                self.plot(*_turned_to(zdir, np.stack([points[:, 0], points[:, 1], heights], -1)).T, color=shade, **kwargs)

    contour3D = contour

    def contourf(self, X, Y, Z, *args, zdir="z", offset=None, levels=None, cmap=None, colors=None, alpha=None, **kwargs):
        """Cells coloured by their height, all at `offset`, or at their heights."""
        count = args[0] if args else levels
        Z = np.asarray(_data.plain(Z), dtype=np.float64)
        ends = (float(Z.min()), float(Z.max()))
        bands = count if isinstance(count, INTS) else 8 if count is None else len(count) - 1
        steps = np.linspace(*ends, bands + 1)
        heights = steps[np.clip(np.searchsorted(steps, Z) - 1, 0, bands - 1)]
        shown = get_cmap(cmap)
        shades = [[shown.hex((value - ends[0]) / ((ends[1] - ends[0]) or 1.0)) for value in row] for row in heights.tolist()]
        flat = Z if offset is None else np.full(Z.shape, float(offset))
        if zdir != "z":
            _style.undrawn("Axes3D.contourf", zdir=zdir)
            return None
        del colors, kwargs
        return self.plot_surface(X, Y, flat, facecolors=shades, alpha=alpha)

    contourf3D = contourf

    def text(self, x, y, z, s, zdir=None, **kwargs):
        """Words at a place in space."""
        # Words stand level, whichever way they are asked to run.
        del zdir
        made = Axes.text(self, x, y, s, **kwargs)
        self._artists.pop()
        thing = _Thing(self, "text", [[x, y, z]], made._entry, 3)
        self._put(thing)
        return made

    def text2D(self, x, y, s, fontdict=None, **kwargs):
        """Words at a place of the axes."""
        kwargs["transform"] = self.transAxes
        return Axes.text(self, x, y, s, fontdict, **kwargs)

    @property
    def zaxis(self):
        """The upright edge, whose ends are written."""
        from ._undrawn import Undrawn

        return Undrawn("ticks on the z edge of a plot in space")

    def set_axis_off(self):
        self._boxless = True

    def _put(self, thing):
        self._artists.append(("late", thing))
        return thing

    # Words and ends

    def set_zlabel(self, zlabel, fontdict=None, **kwargs):
        made = self._label({}, "label", zlabel, (0, 0), fontdict, kwargs)
        self._z_label = made.get_text()
        return made

    def get_zlabel(self):
        return self._z_label or ""

    def set_xlim(self, *args, **kwargs):
        return self._set_ends(0, *args, **kwargs)

    def set_ylim(self, *args, **kwargs):
        return self._set_ends(1, *args, **kwargs)

    def set_zlim(self, *args, **kwargs):
        """Where the upright edges end."""
        return self._set_ends(2, *args, **kwargs)

    set_xlim3d, set_ylim3d, set_zlim3d = set_xlim, set_ylim, set_zlim

    def _set_ends(self, axis, low=None, high=None, **kwargs):
        sides = {"left": 0, "bottom": 0, "xmin": 0, "ymin": 0, "zmin": 0, "right": 1, "top": 1, "xmax": 1, "ymax": 1, "zmax": 1}
        given = [low, high]
        for name, value in kwargs.items():
            if name in sides:
                given[sides[name]] = value
        if high is None and hasattr(low, "__len__"):
            given = list(low)
        now = self._box()[axis].tolist()
        self._ends[axis] = tuple(float(old if new is None else _data.plain(new)) for new, old in zip(given, now))
        return self._ends[axis]

    def get_xlim(self):
        return tuple(self._box()[0])

    def get_ylim(self):
        return tuple(self._box()[1])

    def get_zlim(self):
        return tuple(self._box()[2])

    def _box(self):
        """Where each of the three edges begins and ends."""
        rows = [thing._points for _, thing in self._artists if isinstance(thing, _Thing) and thing._kind_of != "text"]
        whole = np.concatenate(rows) if rows else np.array([[0.0, 0, 0], [1, 1, 1]])
        whole = whole[np.isfinite(whole).all(axis=1)]
        found = []
        for axis in range(3):
            low, high = float(whole[:, axis].min()), float(whole[:, axis].max())
            room = (high - low) / 48 or 0.5
            found.append(self._ends.get(axis, (low - room, high + room)))
        return np.array(found)

    def _projected(self, points):
        """Right, up, and toward the reader."""
        ends = self._box()
        unit = ((points - ends[:, 0]) / (ends[:, 1] - ends[:, 0]) - 0.5) * np.array(self._sides)
        e, a = math.radians(self.elev), math.radians(self.azim)
        right = np.array([-math.sin(a), math.cos(a), 0.0])
        up = np.array([-math.sin(e) * math.cos(a), -math.sin(e) * math.sin(a), math.cos(e)])
        near = np.array([math.cos(e) * math.cos(a), math.cos(e) * math.sin(a), math.sin(e)])
        return np.stack([unit @ right, unit @ up, unit @ near], -1)

    def _shown(self):
        value = {**self._value, "place": self._place, "equal": True}
        value["x"], value["y"] = ({"lower": -0.95, "upper": 0.95} for _ in "xy")
        return {**value, "artists": [{kind: entry} for kind, entry in [*(() if self._boxless else self._edges()), *self._entries(with_late=True)]]}

    def _edges(self):
        """The box's edges, and where they end, in numbers; their names stand in their middles."""
        (x0, x1), (y0, y1), (z0, z1) = self._box()
        right_x, front_y = (x1, y0) if math.sin(math.radians(self.azim)) < 0 else (x0, y1)
        edges = (((x0, front_y, z0), (x1, front_y, z0)), ((right_x, y0, z0), (right_x, y1, z0)),
                 ((right_x, y1 if front_y == y0 else y0, z0), (right_x, y1 if front_y == y0 else y0, z1)))
        names = (self.get_xlabel(), self.get_ylabel(), self._z_label)
        found = []
        for axis, ((start, end), name) in enumerate(zip(edges, names)):
            spots = self._projected(np.array([start, end]))[:, :2].tolist()
            x, y = ([spot[side] for spot in spots] for side in (0, 1))
            found.append(("line", {"x": x, "y": y, "color": "#808080", "width": 1.0}))
            away = (0.05, 0.0) if axis == 2 else (0.0, -0.07)
            for spot, number in zip(spots, (start[axis], end[axis])):
                found.append(_word(spot, away, f"{float(number):.3g}", 8.0))
            if name:
                middle = [(a + b) / 2 for a, b in zip(*spots)]
                found.append(_word(middle, (2.6 * away[0], 1.8 * away[1]), name, 10.0))
        return found


def _code(color, known):
    """A colour's code, of which most cells have one that was seen before."""
    color = tuple(color) if isinstance(color, list) else color
    if color not in known:
        known[color] = color_code(color)
    return known[color]


def _later(name):
    """A method whose module comes when it is called."""

    def call(self, *args, **kwargs):
        return getattr(__import__("matplotlib._more_space", fromlist=(name,)), name)(self, *args, **kwargs)

    return call


for _name in (
    "add_collection3d axis bar bar3d disable_mouse_rotation errorbar get_zticklabels get_zticks grid invert_zaxis locator_params "
    "margins mouse_init plot_trisurf quiver set_aspect set_box_aspect set_proj_type set_xticklabels set_xticks set_yticklabels "
    "set_yticks set_zmargin set_zscale set_zticklabels set_zticks stem tick_params voxels"
).split():
    setattr(Axes3D, _name, _later(_name))


def _turned_to(zdir, points):
    """Points whose third number counts along another edge."""
    order = {"z": (0, 1, 2), "y": (0, 2, 1), "x": (2, 0, 1)}[str(zdir).strip("-")]
    return points[:, np.array(order)]


def _word(spot, away, text, size):
    place = {"x": spot[0] + away[0], "y": spot[1] + away[1]}
    return ("text", {**place, "text": text, "size": size, "horizontal": "start" if away[0] else "center", "vertical": "center"})


def _rows(xs, ys, zs):
    xs, ys, zs = (np.asarray(_data.floats(_data.flat([_data.plain(side)])), dtype=np.float64) for side in (xs, ys, zs))
    return np.stack(np.broadcast_arrays(xs, ys, zs), -1)


def _thinned(table, strides, counts):
    """At most so many rows and columns."""
    steps = []
    for side, stride, count in zip(table.shape, strides, counts):
        steps.append(stride or max(math.ceil(side / min(count or _MOST_CELLS, _MOST_CELLS)), 1))
    rows, columns = (sorted({*range(0, side, step), side - 1}) for side, step in zip(table.shape, steps))
    return table[np.array(rows)][:, np.array(columns)]


def _cells(table):
    """The four corners of each cell."""
    corners = (table[:-1, :-1], table[:-1, 1:], table[1:, 1:], table[1:, :-1])
    return np.stack(corners, 2).reshape(-1, 4, 3)

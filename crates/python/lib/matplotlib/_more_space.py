"""Rarer plots in space: bars, arrows, stems, surfaces over scattered points; and what is asked of the box and not drawn.

What it is not: lines, points and surfaces over a grid (_space.py). Each is a function of the axes. Start reading at `bar3d`.
"""

import numpy as np

from . import _data, _style
from ._space import _rows, _Surface3D
from .cm import get_cmap
from .colors import color_code, to_rgba

# The six faces of a box by its corners, which are counted in binary: z, y, x.
_FACES = ((0, 1, 3, 2), (4, 5, 7, 6), (0, 1, 5, 4), (2, 3, 7, 6), (0, 2, 6, 4), (1, 3, 7, 5))
# How bright each of them is.
_LIGHTS = (0.5, 1.0, 0.7, 0.6, 0.65, 0.85)
_CORNERS = np.array([[x, y, z] for z in (0, 1) for y in (0, 1) for x in (0, 1)], dtype=np.float64)


def bar3d(axes, x, y, z, dx, dy, dz, color=None, shade=True, alpha=None, **kwargs):
    """Boxes, each from its corner so far along the three edges."""
    # Faces have no edges; the light comes from above, and from one side.
    for name in ("edgecolor", "edgecolors", "linewidth", "linewidths", "lw", "zsort", "ec"):
        kwargs.pop(name, None)
    label = kwargs.pop("label", None)
    keywords = _style.long_names(kwargs, "Poly3DCollection")
    entry = {}
    zorder = _style.take_common(keywords, entry)
    _style.none_left(keywords)
    starts, sizes = _rows(x, y, z), _rows(dx, dy, dz)
    starts, sizes = np.broadcast_arrays(starts, sizes) if len(starts) >= len(sizes) else (np.broadcast_to(starts, sizes.shape), sizes)
    corners = starts[:, np.newaxis] + _CORNERS * sizes[:, np.newaxis]
    cells = corners[:, np.array(_FACES)].reshape(-1, 4, 3)
    listed = [axes._next_patch_color()] if color is None else _each_color(color)
    lights = _LIGHTS if shade else (1.0,) * len(_FACES)
    entry["colors"] = [_lit(listed[at % len(listed)], light) for at in range(len(starts)) for light in lights]
    if alpha is not None:
        entry["alpha"] = float(alpha)
    if label is not None:
        entry["label"] = str(label)
    return axes._put(_Surface3D(axes, "surface", cells, entry, 1 if zorder is None else zorder))


def _lit(color, light):
    red, green, blue, alpha = to_rgba(color)
    return color_code((red * light, green * light, blue * light, alpha))


def _each_color(color):
    values = _data.plain(color) if hasattr(color, "tolist") else color
    is_many = isinstance(values, list) and (isinstance(values[0], (str, list, tuple)))
    return [color_code(tuple(one) if isinstance(one, list) else one) for one in (values if is_many else [values])]


def bar(axes, left, height, zs=0, zdir="z", width=0.8, **kwargs):
    """Flat bars, standing at a place along one of the edges."""
    left, height = (_data.floats(_data.flat(_data.plain(side))) for side in (left, height))
    flat = np.zeros(len(left))
    at = np.broadcast_to(np.asarray(_data.floats(_data.flat([_data.plain(zs)])), dtype=np.float64), (len(left),))
    starts = np.array(left) - width / 2
    sizes = np.full(len(left), float(width))
    if zdir == "y":
        return bar3d(axes, starts, at, flat, sizes, flat, height, **kwargs)
    if zdir == "x":
        return bar3d(axes, at, starts, flat, flat, sizes, height, **kwargs)
    return bar3d(axes, starts, flat, at, sizes, height, flat, **kwargs)


def quiver(axes, X, Y, Z, U, V, W, *, length=1, arrow_length_ratio=0.3, pivot="tail", normalize=False, **kwargs):
    """Arrows in space: a line each, with two short ones for its head."""
    starts, ways = _rows(X, Y, Z), _rows(U, V, W)
    if normalize:
        ways = ways / np.maximum(np.linalg.norm(ways, axis=1, keepdims=True), 1e-12)
    ways = ways * length
    starts = np.broadcast_to(starts, ways.shape) - {"tail": 0.0, "middle": 0.5, "tip": 1.0}[pivot] * ways
    ends, side = starts + ways, np.cross(ways, np.array([0.0, 0.0, 1.0]))
    side = np.where(np.abs(side).sum(1, keepdims=True) > 0, side, np.array([1.0, 0.0, 0.0]) * length)
    back = ends - arrow_length_ratio * ways
    gap = np.full_like(starts, np.nan)
    spread = 0.3 * arrow_length_ratio * side
    points = np.stack([starts, ends, back + spread, ends, back - spread, gap], 1).reshape(-1, 3)
    colors = kwargs.pop("colors", kwargs.pop("color", "C0"))
    kwargs["color"] = colors if isinstance(colors, str) or isinstance(colors, tuple) else list(colors)[0]
    kwargs.setdefault("linewidth", 1.0)
    kwargs.pop("cmap", None)
    return axes.plot(*points.T, **kwargs)[0]


def stem(axes, x, y, z, *, linefmt="C0-", markerfmt="C0o", basefmt="C3-", bottom=0, label=None, orientation="z"):
    """Points on upright lines."""
    _style.undrawn("Axes3D.stem", orientation=None if orientation == "z" else orientation)
    points = _rows(x, y, z)
    feet = points.copy()
    feet[:, 2] = bottom
    lines = np.stack([feet, points, np.full_like(points, np.nan)], 1).reshape(-1, 3)
    made = axes.plot(*lines.T, linefmt or "C0-")
    heads = axes.plot(*points.T, markerfmt or "C0o", linestyle="None", label=label)
    base = axes.plot(*feet.T, basefmt or "C3-")
    return heads[0], made, base[0]


def errorbar(axes, x, y, z, zerr=None, yerr=None, xerr=None, fmt="", **kwargs):
    """Points with lines as long as their errors along each of the edges."""
    points = _rows(x, y, z)
    looks = {name: kwargs.pop(name) for name in ("ecolor", "elinewidth", "capsize", "capthick") if name in kwargs}
    made = axes.plot(*points.T, fmt, **kwargs) if fmt else axes.plot(*points.T, **kwargs)
    for axis, errors in ((0, xerr), (1, yerr), (2, zerr)):
        if errors is not None:
            half = np.zeros_like(points)
            half[:, axis] = np.asarray(_data.floats(_data.flat([_data.plain(errors)])))
            lines = np.stack([points - half, points + half, np.full_like(points, np.nan)], 1).reshape(-1, 3)
            axes.plot(*lines.T, color=looks.get("ecolor") or made[0].get_color(), linewidth=looks.get("elinewidth") or 1.5)
    return made[0], (), ()


def plot_trisurf(axes, *args, cmap=None, color=None, alpha=None, vmin=None, vmax=None, triangles=None, **kwargs):
    """A surface over scattered points, in triangles."""
    for name in ("linewidth", "antialiased", "shade", "edgecolor", "lw", "edgecolors", "norm", "lightsource", "label"):
        kwargs.pop(name, None)
    _style.undrawn("Axes3D.plot_trisurf", **kwargs)
    points = _rows(*args[:3])
    found = np.asarray(_data.plain(triangles)) if triangles is not None else _triangles(points[:, :2])
    cells = points[np.concatenate([found, found[:, 2:]], 1)]
    heights = cells[:, :3, 2].mean(axis=1)
    if cmap is None:
        colors = [color_code(color) if color is not None else axes._next_patch_color()]
    else:
        low, high = (float(heights.min()) if vmin is None else vmin), (float(heights.max()) if vmax is None else vmax)
        shown = get_cmap(cmap)
        colors = [shown.hex((height - low) / ((high - low) or 1.0)) for height in heights.tolist()]
    entry = {"colors": colors} if alpha is None else {"colors": colors, "alpha": float(alpha)}
    made = axes._put(_Surface3D(axes, "surface", cells.reshape(-1, 3), entry))
    made._mapped = (heights, get_cmap(cmap), vmin, vmax)
    return made


def _triangles(spots):
    """Delaunay's: no point lies within the circle through a triangle's corners. Points are added one by one."""
    middle, span = spots.mean(axis=0), float(np.ptp(spots, axis=0).max()) or 1.0
    outer = middle + 20 * span * np.array([[-1.0, -1.0], [1.0, -1.0], [0.0, 1.5]])
    places = np.concatenate([spots, outer])
    count = len(spots)
    kept = np.array([[count, count + 1, count + 2]])
    for at in range(count):
        corners = places[kept] - places[at]
        squares = (corners**2).sum(-1)
        cross = corners[:, :, 0] * np.roll(corners[:, :, 1], -1, 1) - corners[:, :, 1] * np.roll(corners[:, :, 0], -1, 1)
        inside = (np.roll(squares, 1, 1) * cross).sum(1) * np.sign(cross.sum(1)) > 1e-12
        gone = kept[inside]
        if not len(gone):
            continue
        sides = [tuple(sorted(side)) for a, b, c in gone.tolist() for side in ((a, b), (b, c), (c, a))]
        rim = [side for side in sides if sides.count(side) == 1]
        kept = np.concatenate([kept[~inside], np.array([[a, b, at] for a, b in rim])])
    return kept[(kept < count).all(axis=1)]


def voxels(axes, filled, facecolors=None, edgecolors=None, **kwargs):
    """Cubes where a table of three dimensions is true."""
    del edgecolors
    at = np.argwhere(np.asarray(_data.plain(filled), dtype=bool)).astype(np.float64)
    color = facecolors if isinstance(facecolors, str) or facecolors is None else None
    if color is None and facecolors is not None:
        table = np.asarray(facecolors)
        color = [str(table[tuple(spot)]) for spot in at.astype(np.int64).tolist()] if table.ndim == 3 else None
    return bar3d(axes, *at.T, 1, 1, 1, color=color, **kwargs)


def add_collection3d(axes, col, zs=0, zdir="z"):
    """Areas of `Poly3DCollection`."""
    del zs, zdir
    return col._added_to(axes)


def set_aspect(axes, aspect, adjustable=None, anchor=None, share=False):
    """The box has its own shape; units of equal length on all edges are not drawn."""
    del axes, adjustable, anchor, share
    _style.undrawn("Axes3D", aspect=None if aspect == "auto" else aspect)


def set_box_aspect(axes, aspect, *, zoom=1):
    """How long the box's edges are, compared with each other; `zoom` is the drawing's affair."""
    del zoom
    if aspect is not None:
        longest = max(float(side) for side in aspect)
        axes._sides = tuple(float(side) / longest for side in aspect)


def _ticks(axes, name, ticks):
    """Edges have their ends written, not ticks between them."""
    del axes
    from .axis import XTick

    values = _data.floats(_data.plain(ticks))
    if values:
        _style.untold(f"ticks on the {name} edge of a plot in space")
    return [XTick(at) for at in values]


def set_xticks(axes, ticks, labels=None, **kwargs):
    del labels, kwargs
    return _ticks(axes, "x", ticks)


def set_yticks(axes, ticks, labels=None, **kwargs):
    del labels, kwargs
    return _ticks(axes, "y", ticks)


def set_zticks(axes, ticks, labels=None, **kwargs):
    del labels, kwargs
    return _ticks(axes, "z", ticks)


def set_xticklabels(axes, labels, **kwargs):
    del axes, kwargs
    return list(labels)[:0]


set_yticklabels = set_zticklabels = set_xticklabels


def get_zticks(axes):
    from .ticker import AutoLocator

    return AutoLocator().tick_values(*axes.get_zlim())


def get_zticklabels(axes):
    del axes
    return []


def invert_zaxis(axes):
    low, high = axes.get_zlim()
    axes._ends[2] = (float(high), float(low))


def margins(axes, *args, **kwargs):
    """The room between the data and the box is the drawing's."""


mouse_init = disable_mouse_rotation = set_zmargin = locator_params = grid = margins


def set_proj_type(axes, proj_type, focal_length=None):
    """What is far is as large as what is near: lines stay parallel."""
    del axes, focal_length
    _style.undrawn("Axes3D", proj_type=None if proj_type == "ortho" else proj_type)


def set_zscale(axes, value, **kwargs):
    del axes, kwargs
    if value != "linear":
        _style.untold(f"the scale {value!r} of an edge in space")


def tick_params(axes, axis="both", **kwargs):
    del axes, kwargs
    if axis not in ("both", "x", "y", "z"):
        raise ValueError(f"{axis!r} is not a valid value for axis. Supported values are 'x', 'y', 'z', 'both'")
    _style.untold("how the edges of a plot in space look")


def axis(axes, arg=None, **kwargs):
    """'off' hides the box's edges; four or six limits are its ends."""
    del kwargs
    if arg in ("off", False):
        axes._boxless = True
    elif arg in ("on", True):
        axes._boxless = False
    elif isinstance(arg, (list, tuple)):
        for at, ends in enumerate(zip(arg[::2], arg[1::2])):
            axes._set_ends(at, *ends)
    return tuple(end for ends in axes._box().tolist() for end in ends)


class Poly3DCollection:
    """Areas in space, each a list of corners."""

    def __init__(self, verts, *, facecolors=None, alpha=None, **kwargs):
        self._corners = [np.asarray(_data.plain(each), dtype=np.float64) for each in verts]
        for name in ("linewidths", "edgecolors", "edgecolor", "lw", "linewidth", "zsort"):
            kwargs.pop(name, None)
        facecolors = kwargs.pop("facecolor", kwargs.pop("color", facecolors))
        _style.undrawn("Poly3DCollection", **kwargs)
        self._colors, self._alpha = None if facecolors is None else _each_color(facecolors), alpha

    def set_facecolor(self, colors):
        self._colors = _each_color(colors)

    def set_edgecolor(self, colors):
        """Areas have no edges."""

    def set_alpha(self, alpha):
        self._alpha = alpha

    def _added_to(self, axes):
        colors = self._colors or [axes._next_patch_color()]
        cells, shades = [], []
        for at, corners in enumerate(self._corners):
            # In pieces of four corners from the first one on.
            for step in range(1, max(len(corners) - 1, 2), 2):
                picks = [0, step, min(step + 1, len(corners) - 1), min(step + 2, len(corners) - 1)]
                cells.append(corners[np.array(picks)])
                shades.append(colors[at % len(colors)])
        entry = {"colors": shades} if self._alpha is None else {"colors": shades, "alpha": float(self._alpha)}
        axes._put(_Surface3D(axes, "surface", np.concatenate(cells), entry))
        return self

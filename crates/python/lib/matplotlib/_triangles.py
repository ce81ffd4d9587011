"""Plots over triangles: `triplot`, `tripcolor`, `tricontour` and `tricontourf`.

What it is not: the triangles themselves, which are `tri`'s. Start reading at `triplot`.
"""

import numpy as np

from . import _data, _style
from ._contours import _levels, _shades
from ._rest_of_axes import autoscale_view
from .cm import get_cmap
from .collections import LineCollection, PatchCollection
from .patches import Polygon
from .tri import Triangulation


class TriMesh(PatchCollection):
    """Triangles, each in a colour."""

    _kind = "collections.PolyCollection"


class TriContours(PatchCollection):
    """Bands between heights."""

    _kind = "tri._tricontour.TriContourSet"


class TriLines(LineCollection):
    """Lines of equal height."""

    _kind = "tri._tricontour.TriContourSet"


for _kind, _name in ((TriMesh, "PolyCollection"), (TriContours, "TriContourSet"), (TriLines, "TriContourSet")):
    _kind.__name__ = _name


def _read(args, kwargs):
    """The triangles that a call names, and what follows them."""
    if args and isinstance(args[0], Triangulation):
        return args[0], args[1:]
    triangles, rest = kwargs.pop("triangles", None), args[2:]
    if triangles is None and rest and getattr(np.asarray(rest[0]), "ndim", 0) == 2:
        triangles, rest = rest[0], rest[1:]
    return Triangulation(args[0], args[1], triangles, kwargs.pop("mask", None)), rest


def _heights(shape, values):
    found = np.asarray(_data.plain(values), dtype=np.float64).ravel()
    if len(found) != len(shape.x):
        raise ValueError("z array must have same length as triangulation x and y arrays")
    return found


def triplot(axes, *args, **kwargs):
    """The sides of triangles as lines."""
    shape, rest = _read(args, kwargs)
    x, y = (np.stack([side[shape.edges[:, 0]], side[shape.edges[:, 1]], np.full(len(shape.edges), np.nan)], 1).ravel()
            for side in (shape.x, shape.y))
    lines = axes.plot(x, y, *rest, **kwargs)
    # The corners stand in a line of their own, without a label.
    points = axes.plot(shape.x, shape.y, *rest, **{**kwargs, "color": lines[0].get_color(), "label": None})
    lines[0].set_marker("None")
    points[0].set_linestyle("None")
    return lines + points


def tripcolor(axes, *args, facecolors=None, shading="flat", cmap=None, vmin=None, vmax=None, norm=None, alpha=1.0, edgecolors="none",
              **kwargs):
    """Triangles in colours: by the mean of their corners' values, or by a value each."""
    shape, rest = _read(args, kwargs)
    _style.undrawn("Axes.tripcolor", shading=None if shading == "flat" else shading, norm=norm, **kwargs)
    cells = shape.get_masked_triangles()
    values = np.asarray(_data.plain(rest[0] if facecolors is None else facecolors), dtype=np.float64).ravel()
    if len(values) == len(shape.x) and facecolors is None:
        values = values[cells].mean(axis=1)
    elif len(values) == len(shape.triangles):
        values = values if shape.mask is None else values[~shape.mask]
    else:
        raise ValueError("The length of c must match either the number of points or the number of triangles")
    edge = {} if isinstance(edgecolors, str) and edgecolors == "none" else {"edgecolor": edgecolors}
    areas = [Polygon(corners, linewidth=1.0 if edge else 0.0, **edge) for corners in np.stack([shape.x, shape.y], 1)[cells]]
    return _added(axes, TriMesh(areas, array=values, cmap=cmap, alpha=alpha), vmin, vmax)


def _added(axes, made, vmin, vmax):
    made.set_clim(vmin, vmax)
    axes.add_collection(made)
    autoscale_view(axes)
    return made


def tricontourf(axes, *args, levels=None, colors=None, cmap=None, alpha=None, vmin=None, vmax=None, **kwargs):
    """Bands between heights over triangles."""
    shape, rest = _read(args, kwargs)
    _style.undrawn("Axes.tricontourf", **kwargs)
    z = _heights(shape, rest[0])
    levels = _levels(z, rest[1] if len(rest) > 1 else levels)
    areas, values, shades = [], [], []
    each = _shades(levels[:-1], colors, None, None, None) if colors is not None else None
    for at, (low, high) in enumerate(zip(levels[:-1].tolist(), levels[1:].tolist())):
        for corners in shape.get_masked_triangles().tolist():
            heights = z[corners]
            if heights.max() < low or heights.min() > high:
                continue
            part = _cut(_cut([(shape.x[one], shape.y[one], z[one]) for one in corners], low, 1), high, -1)
            if len(part) > 2:
                areas.append(Polygon([(x, y) for x, y, _ in part], linewidth=0.0))
                values.append((low + high) / 2)
                shades.append(each[at] if each else None)
    looks = {"colors": shades} if colors is not None else {"array": values, "cmap": cmap}
    made = TriContours(areas, **looks, **({} if alpha is None else {"alpha": alpha}))
    made.levels = levels
    return _added(axes, made, levels[0] if vmin is None else vmin, levels[-1] if vmax is None else vmax)


def _cut(corners, level, side):
    """The part of an area that is above a height, or with side=-1 below it."""
    found = []
    for (x, y, z), (x2, y2, z2) in zip(corners, corners[1:] + corners[:1]):
        if (z - level) * side >= 0:
            found.append((x, y, z))
        if (z - level) * (z2 - level) < 0:
            share = (level - z) / (z2 - z)
            found.append((x + share * (x2 - x), y + share * (y2 - y), level))
    return found


def tricontour(axes, *args, levels=None, colors=None, cmap=None, alpha=None, vmin=None, vmax=None, linewidths=1.5, **kwargs):
    """Lines of equal height over triangles."""
    shape, rest = _read(args, kwargs)
    _style.undrawn("Axes.tricontour", **kwargs)
    z = _heights(shape, rest[0])
    levels = _levels(z, rest[1] if len(rest) > 1 else levels)
    shades, lines, colours = _shades(levels, colors, cmap, vmin, vmax), [], []
    for level, shade in zip(levels.tolist(), shades):
        for corners in shape.get_masked_triangles().tolist():
            ends = [(x, y) for x, y, height in _cut([(shape.x[one], shape.y[one], z[one]) for one in corners], level, 1)
                    if height == level]
            if len(ends) == 2:
                lines.append(ends)
                colours.append(shade)
    made = TriLines(lines, colors=colours or ["C0"], linewidth=linewidths, **({} if alpha is None else {"alpha": alpha}))
    made.levels, made.cmap = levels, get_cmap(cmap)
    return _added(axes, made, levels[0] if vmin is None else vmin, levels[-1] if vmax is None else vmax)

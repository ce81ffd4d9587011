"""Lines and shapes that were made together: `LineCollection`, `PolyCollection`, `PatchCollection`, for `ax.add_collection`.

What it is not: what `hlines`, `scatter` and `fill_between` return (artist.py). Start reading at `LineCollection`.
"""

import numpy as np

from . import _data, _style
from ._drawing import mapped
from .artist import Artist, PathCollection, QuadMesh  # noqa: F401
from .artist import PolyCollection as FillBetweenPolyCollection  # noqa: F401
from .cm import get_cmap
from .colors import color_code


class _Collection(Artist):
    """Parts, each drawn by itself, with colours in turn or by numbers through a colour map."""

    _kind = "collections.Collection"

    def __init__(self, kwargs, owner):
        keywords = _style.long_names(kwargs, owner)
        self.cmap, norm = get_cmap(keywords.pop("cmap", None)), keywords.pop("norm", None)
        self._ends, self._values = (getattr(norm, "vmin", None), getattr(norm, "vmax", None)), None
        colors = [keywords.pop(name, None) for name in ("colors", "color", "edgecolor", "facecolor")]
        given = next((color for color in colors if color is not None and not (isinstance(color, str) and color == "none")), None)
        widths = keywords.pop("linewidth", None)
        self._widths = [1.5] if widths is None else _data.floats(_data.flat([_data.plain(widths)]))
        self._style = _style.line_style(keywords.pop("linestyle", None) or "solid")
        values, entry = keywords.pop("array", None), {}
        zorder = _style.take_common(keywords, entry)
        _style.none_left(keywords)
        Artist.__init__(self, None, entry, 2 if zorder is None else zorder)
        self._shades = None if given is None else _shades(given)
        if values is not None:
            self.set_array(values)

    def set_array(self, A):
        """Numbers for the colour map, one a part."""
        self._values = _data.floats(_data.flat(_data.plain(A)))

    def get_array(self):
        return None if self._values is None else np.array(self._values)

    def set_clim(self, vmin=None, vmax=None):
        self._ends = (vmin, vmax)

    def set_cmap(self, cmap):
        self.cmap = get_cmap(cmap)

    def set_linewidth(self, lw):
        self._widths = _data.floats(_data.flat([_data.plain(lw)]))

    def set_color(self, color):
        self._shades = _shades(color)

    set_linewidths, set_edgecolor, set_facecolor = set_linewidth, set_color, set_color
    set_edgecolors = set_facecolors = set_colors = set_color
    set_lw = set_linewidth

    def get_colors(self):
        """The colours of its parts."""
        from .colors import to_rgba_array

        if self._values is not None:
            low, high = (given if given is not None else end for given, end in zip(self._ends, (min(self._values), max(self._values))))
            from .colors import Normalize

            return self.cmap(Normalize(low, high)(np.array(self._values)))
        return to_rgba_array(self._shades or [color_code("C0")], self._entry.get("alpha"))

    get_color = get_edgecolor = get_edgecolors = get_facecolor = get_facecolors = get_colors

    def get_linewidths(self):
        return list(self._widths)

    get_linewidth = get_lw = get_linewidths

    def get_cmap(self):
        return self.cmap

    def get_clim(self):
        known = self._values or [None]
        return tuple(end if given is None else given for given, end in zip(self._ends, (min(known), max(known))))

    @property
    def norm(self):
        from .colors import Normalize

        return Normalize(*self.get_clim())

    def get_alpha(self):
        return self._entry.get("alpha")

    @property
    def _mapped(self):
        return self._values, self.cmap, *self._ends

    def _colors(self):
        return mapped(self._values, self.cmap, *self._ends) if self._values else self._shades or [color_code("C0")]


class LineCollection(_Collection):
    """Lines, each a list of points."""

    _kind = "collections.LineCollection"

    def __init__(self, segments, **kwargs):
        _Collection.__init__(self, kwargs, "LineCollection")
        self.set_segments(segments)

    def set_segments(self, segments):
        self._segments = [np.asarray(_data.plain(piece), dtype=np.float64).reshape(-1, 2) for piece in segments]

    set_verts = set_paths = set_segments

    def get_segments(self):
        return list(self._segments)

    def _added_to(self, axes):
        return axes._take("line", self)

    def _entries(self, kind):
        colors, found = self._colors(), []
        for at, piece in enumerate(self._segments):
            look = {"color": colors[at % len(colors)], "width": self._widths[at % len(self._widths)], "style": self._style}
            found.append((kind, {**self._entry, **look, "x": piece[:, 0].tolist(), "y": piece[:, 1].tolist()}))
            if at:
                found[-1][1].pop("label", None)
        return found


class PolyCollection(_Collection):
    """Areas, each by its corners."""

    _kind = "collections.PolyCollection"

    def __init__(self, verts, sizes=None, *, closed=True, **kwargs):
        _style.undrawn("PolyCollection", capsize=sizes)
        edge = kwargs.pop("edgecolors", kwargs.pop("edgecolor", kwargs.pop("ec", None)))
        self._rim = None if edge is None or isinstance(edge, str) and edge in ("none", "face") else _shades(edge)
        _Collection.__init__(self, kwargs, type(self).__qualname__)
        self.zorder = kwargs.get("zorder", 1)
        self._closed = closed
        self.set_verts(verts)

    def set_verts(self, verts, closed=True):
        self._closed = closed
        self._rings = [np.asarray(_data.plain(ring), dtype=np.float64).reshape(-1, 2) for ring in verts]

    def get_paths(self):
        """Their outlines."""
        from .path import Path

        closed = [np.concatenate([ring, ring[:1]]) if self._closed else ring for ring in self._rings]
        return [Path(ring, closed=self._closed) for ring in closed]

    def set_edgecolor(self, color):
        self._rim = None if isinstance(color, str) and color in ("none", "face") else _shades(color)

    set_edgecolors = set_ec = set_edgecolor

    def _added_to(self, axes):
        return axes._take("patch", self)

    def _places(self):
        return self._rings

    def _entries(self, kind):
        from .patches import Polygon

        colors, found = self._colors(), []
        for at, ring in enumerate(self._places()):
            look = {"facecolor": colors[at % len(colors)], "linewidth": self._widths[at % len(self._widths)]}
            if self._rim is not None:
                look["edgecolor"] = self._rim[at % len(self._rim)]
            found += [(one, {**entry, **self._entry}) for one, entry in Polygon(ring, closed=self._closed, **look)._entries(kind)]
            if at:
                found[-1][1].pop("label", None)
        return found


class _Marks(PolyCollection):
    """One outline at several places, so many points large."""

    def __init__(self, path, sizes, offsets, kwargs):
        transform = kwargs.pop("offset_transform", kwargs.pop("transOffset", None))
        _style.undrawn(type(self).__qualname__, transform=None if transform in (None, "data") else transform)
        self._path, self._sizes = path, list(_data.flat([_data.plain(sizes)]))
        self._spots = np.zeros((1, 2)) if offsets is None else np.asarray(_data.plain(offsets), dtype=np.float64).reshape(-1, 2)
        PolyCollection.__init__(self, [], **kwargs)

    def get_offsets(self):
        return self._spots

    def set_offsets(self, offsets):
        self._spots = np.asarray(_data.plain(offsets), dtype=np.float64).reshape(-1, 2)

    def get_sizes(self):
        return np.array(self._sizes)

    def set_sizes(self, sizes, dpi=72.0):
        del dpi
        self._sizes = list(_data.flat([_data.plain(sizes)]))

    def get_paths(self):
        return [self._path]

    def _places(self):
        if self.__dict__.get("_measuring"):
            return [spot.reshape(1, 2) for spot in self._spots]
        self._measuring = True
        try:
            unit = np.array(self.axes._spanned_by(1.0, 1.0))
        finally:
            self._measuring = False
        outline = self._path.to_polygons()[0]
        return [spot + outline * self._scale(self._sizes[at % len(self._sizes)]) * unit for at, spot in enumerate(self._spots)]

    def _scale(self, size):
        return size**0.5


class RegularPolyCollection(_Marks):
    """Polygons of so many corners at several places; sizes are areas in points, as those of `scatter`."""

    _kind = "collections.RegularPolyCollection"

    def __init__(self, numsides, *, rotation=0, sizes=(1,), offsets=None, **kwargs):
        self._numsides, self._rotation = numsides, rotation
        _Marks.__init__(self, _turned(self._outline(numsides), rotation), sizes, offsets, kwargs)

    def _scale(self, size):
        return (size / np.pi) ** 0.5

    @staticmethod
    def _outline(count):
        from .path import Path

        return Path.unit_regular_polygon(count)

    def get_numsides(self):
        return self._numsides

    def get_rotation(self):
        return self._rotation


class StarPolygonCollection(RegularPolyCollection):
    """Stars of so many points at several places."""

    _kind = "collections.StarPolygonCollection"

    @staticmethod
    def _outline(count):
        from .path import Path

        return Path.unit_regular_star(count)


class AsteriskPolygonCollection(RegularPolyCollection):
    """Asterisks of so many arms at several places."""

    _kind = "collections.AsteriskPolygonCollection"

    @staticmethod
    def _outline(count):
        from .path import Path

        return Path.unit_regular_asterisk(count)


class CircleCollection(_Marks):
    """Circles at several places; sizes are areas in points."""

    _kind = "collections.CircleCollection"

    def __init__(self, sizes, *, offsets=None, **kwargs):
        from .path import Path

        _Marks.__init__(self, Path.unit_circle(), sizes, offsets, kwargs)

    def _scale(self, size):
        return (size / np.pi) ** 0.5


class EllipseCollection(PolyCollection):
    """Ellipses at several places, of widths and heights in data (`units="xy"`), or in points."""

    _kind = "collections.EllipseCollection"

    def __init__(self, widths, heights, angles, *, units="points", offsets=None, **kwargs):
        transform = kwargs.pop("offset_transform", None)
        _style.undrawn("EllipseCollection", transform=None if transform in (None, "data") else transform)
        if units not in ("points", "xy", "x", "y"):
            raise NotImplementedError(f"EllipseCollection: units={units!r} is not supported by Kindling's matplotlib")
        self._units = units
        self._shapes = [np.atleast_1d(np.asarray(_data.plain(side), dtype=np.float64)) for side in (widths, heights, angles)]
        self._spots = np.zeros((1, 2)) if offsets is None else np.asarray(_data.plain(offsets), dtype=np.float64).reshape(-1, 2)
        PolyCollection.__init__(self, [], **kwargs)

    def get_offsets(self):
        return self._spots

    def _places(self):
        from .patches import arc, turned

        unit = np.ones(2)
        if self._units == "points":
            if self.__dict__.get("_measuring"):
                return [spot.reshape(1, 2) for spot in self._spots]
            self._measuring = True
            try:
                unit = np.array(self.axes._spanned_by(1.0, 1.0))
            finally:
                self._measuring = False
        found = []
        for at, spot in enumerate(self._spots):
            wide, high, angle = (side[at % len(side)] for side in self._shapes)
            found.append(spot + np.array(turned(arc((0, 0), wide / 2, high / 2, 0, 360)[:-1], (0, 0), angle)) * unit)
        return found


def _turned(path, radians):
    from .path import Path

    cosine, sine = np.cos(radians), np.sin(radians)
    return Path(path.vertices @ np.array([[cosine, sine], [-sine, cosine]]), path.codes)


class PatchCollection(_Collection):
    """Shapes, coloured in turn."""

    _kind = "collections.PatchCollection"

    def __init__(self, patches, match_original=False, **kwargs):
        _Collection.__init__(self, kwargs, "PatchCollection")
        self._patches, self._original = list(patches), match_original

    def _added_to(self, axes):
        return axes._take("patch", self)

    def _entries(self, kind):
        colors, found = self._colors(), []
        for at, patch in enumerate(self._patches):
            if not self._original:
                patch.set_facecolor(colors[at % len(colors)])
            found += [(one, {**entry, **self._entry}) for one, entry in patch._entries(kind)]
        return found


def _shades(color):
    colors = color if isinstance(color, list) or hasattr(color, "tolist") and getattr(color, "ndim", 1) > 1 else [color]
    return [color_code(one if isinstance(one, str) else tuple(_data.plain(one))) for one in colors]

"""Lines and shapes that were made together: `LineCollection`, `PatchCollection`, for `ax.add_collection`.

What it is not: what `hlines`, `scatter` and `fill_between` return (artist.py). Start reading at `LineCollection`.
"""

import numpy as np

from . import _data, _style
from ._drawing import mapped
from .artist import Artist, PathCollection, PolyCollection  # noqa: F401
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

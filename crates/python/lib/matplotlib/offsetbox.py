"""Pictures and words as boxes over a plot: `OffsetImage`, `AnnotationBbox`, `AnchoredText`.

What it is not: boxes that hold others. A picture covers as many data as its points take up. Start reading at
`AnnotationBbox`.
"""

import numpy as np

from . import _data, _style
from .artist import Artist


class OffsetImage:
    """A picture, so many times as large as its pixels."""

    def __init__(self, arr, *, zoom=1, cmap=None, **kwargs):
        self._array, self.zoom, self._cmap = np.asarray(_data.plain(arr)), zoom, cmap
        _style.undrawn("OffsetImage", **kwargs)

    def get_zoom(self):
        return self.zoom


class TextArea:
    """Words for a box."""

    def __init__(self, s, *, textprops=None, **kwargs):
        self.text, self.look = s, textprops or {}
        _style.undrawn("TextArea", **kwargs)


class AnnotationBbox(Artist):
    """A picture or words in the midst of a place of the data."""

    _kind = "offsetbox.AnnotationBbox"
    # How many data it covers hangs on the axes' limits, which do not hang on it.
    _added_as = "late"

    def __init__(self, offsetbox, xy, xybox=None, xycoords="data", *, frameon=True, pad=0.4, zorder=3, **kwargs):
        # A picture stands without a frame around it.
        del frameon, pad
        for name in ("boxcoords", "box_alignment", "bboxprops", "arrowprops"):
            kwargs.pop(name, None)
        _style.undrawn("AnnotationBbox", transform=None if xycoords == "data" else xycoords, **kwargs)
        Artist.__init__(self, None, {}, zorder)
        self._content, self._place = offsetbox, tuple(float(_data.plain(end)) for end in (xybox or xy))

    def _entries(self, kind):
        (x, y), box = self._place, self._content
        if isinstance(box, TextArea):
            return [("text", {"x": x, "y": y, "text": box.text, "horizontal": "center", "vertical": "center"})]
        rows, columns = box._array.shape[:2]
        right, up = (part / 2 for part in self.axes._spanned_by(columns * box.zoom, rows * box.zoom))
        from ._images import image_cells
        from .cm import get_cmap
        from .colors import color_code

        stops = [color_code(stop, False) for stop in get_cmap(box._cmap).stops]
        extent = [x - right, x + right, y - up, y + up]
        return [("image", {"columns": columns, **image_cells(box._array.tolist()), "map": stops, "extent": extent})]


class AnchoredText(Artist):
    """Words in a corner of the axes, in a box."""

    _kind = "offsetbox.AnchoredText"
    _added_as = "late"

    def __init__(self, s, loc, *, pad=0.4, borderpad=0.5, prop=None, frameon=True, **kwargs):
        del pad, borderpad
        _style.undrawn("AnchoredText", **kwargs)
        y, _, x = loc.rpartition(" ") if loc != "center" else ("center", "", "center")
        across = {"left": (0.02, "start"), "right": (0.98, "end"), "center": (0.5, "center")}[x]
        upward = {"upper": (0.98, "end"), "lower": (0.02, "start")}.get(y, (0.5, "center"))
        entry = {"text": str(s), "x": across[0], "y": upward[0], "horizontal": across[1], "vertical": upward[1], "in_axes": True}
        if (prop or {}).get("size") is not None:
            from ._rc import font_size

            entry["size"] = font_size(prop["size"])
        if frameon:
            entry["frame"] = {"round": False}
        Artist.__init__(self, None, entry, 5)

    def _entries(self, kind):
        return [("text", self._entry)]

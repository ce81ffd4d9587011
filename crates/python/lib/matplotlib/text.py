"""`matplotlib.text`: words in a plot. How they look is read in _words.py. Start reading at `Text`."""

from . import _data, _style
from ._rc import font_size, rcParams
from .artist import Artist


class Text(Artist):
    """A title, a label or words among the data."""

    _kind = "text.Text"
    _offset = _points_at = None

    def __init__(self, axes, entry, x, y, zorder=3):
        Artist.__init__(self, axes, entry, zorder)
        self._place = (x, y)

    def __repr__(self):
        return f"Text({self._place[0]!r}, {self._place[1]!r}, {self._entry['text']!r})"

    def __str__(self):
        if self._points_at is None:
            return repr(self)
        return f"Annotation({self._points_at[0]:g}, {self._points_at[1]:g}, {self._entry['text']!r})"

    @property
    def xy(self):
        """The point that an annotation belongs to."""
        if self._points_at is None:
            raise AttributeError("'Text' object has no attribute 'xy'")
        return self._points_at

    def _set_off(self, points, has_arrow):
        """Stands beside its place from here on, so many points away; the arrow points back at it."""
        self._offset, self._has_arrow, self._place = points, has_arrow, tuple(points)
        return self

    def _entries(self, kind):
        if self._offset is None:
            return [(kind, self._entry)]
        x, y = (self._entry[name] + by for name, by in zip(("x", "y"), self.axes._spanned_by(*self._offset)))
        arrow = {"arrow": [self._entry["x"], self._entry["y"]]} if self._has_arrow else {}
        return [(kind, {**self._entry, **arrow, "x": x, "y": y})]

    def get_text(self):
        return self._entry["text"]

    def set_text(self, text):
        self._entry["text"] = str(text)

    def get_color(self):
        return Artist.get_color(self) if self._entry.get("color") else rcParams["text.color"]

    def set_fontsize(self, size):
        self._entry["size"] = font_size(size)

    def get_fontsize(self):
        return self._entry.get("size") or 10.0

    def set_rotation(self, s):
        self._entry["turn"] = _style.angle(s)

    def get_rotation(self):
        return self._entry.get("turn") or 0.0

    def set_horizontalalignment(self, align):
        self._entry["horizontal"] = _style.SIDES[align]

    def set_verticalalignment(self, align):
        self._entry["vertical"] = _style.SIDES[align]

    def set_fontweight(self, weight):
        self._letters(fontweight=weight)

    def set_fontstyle(self, fontstyle):
        self._letters(fontstyle=fontstyle)

    def set_bbox(self, rectprops):
        from ._words import box

        self._entry["frame"] = None if rectprops is None else box(rectprops, self.get_fontsize())

    def _letters(self, **keywords):
        from ._words import take_letters

        take_letters(keywords, self._entry)

    set_ha, set_va, set_weight, set_style = set_horizontalalignment, set_verticalalignment, set_fontweight, set_fontstyle

    def get_position(self):
        return self._place

    def get_ha(self):
        return {"start": "left", "end": "right"}.get(self._entry.get("horizontal", "start"), "center")

    def get_va(self):
        return {"start": "bottom", "end": "top"}.get(self._entry.get("vertical", "start"), "center")

    def get_fontweight(self):
        return "bold" if self._entry.get("bold") else "normal"

    def get_fontstyle(self):
        return "italic" if self._entry.get("italic") else "normal"

    get_horizontalalignment, get_verticalalignment, get_weight, get_style = get_ha, get_va, get_fontweight, get_fontstyle

    def set_x(self, x):
        self.set_position((x, self._place[1]))

    def set_y(self, y):
        self.set_position((self._place[0], y))

    def set_backgroundcolor(self, color):
        self.set_bbox({"facecolor": color, "edgecolor": color, "pad": 4})

    def set_position(self, xy):
        self._place = tuple(xy)
        self._entry["x"], self._entry["y"] = (float(_data.plain(end)) for end in xy)

    set_size, get_size = set_fontsize, get_fontsize


Annotation = Text

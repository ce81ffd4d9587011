"""`matplotlib.legend`: the box that names what is drawn. What is asked of it is read in _legend.py. Start reading at `Legend`."""

from . import _style
from ._line import Line2D
from ._lists import silent_list
from ._rc import font_size
from .artist import Artist, BarContainer
from .colors import color_code
from .text import Text


class Legend(Artist):
    _kind = "legend.Legend"

    def __str__(self):
        return "Legend"

    def set_draggable(self, state, use_blit=False, update="loc"):
        """Nothing is dragged in a drawing."""
        del state, use_blit, update

    def get_frame(self):
        return _LegendFrame(self._entry)

    def _handles(self, kind, name):
        return silent_list(name, [made for made in self.axes.get_legend_handles_labels()[0] if isinstance(made, kind)])

    def get_lines(self):
        """Its lines."""
        return self._handles(Line2D, "Line2D")

    def get_patches(self):
        """Its bars."""
        return self._handles(BarContainer, "Patch")

    @property
    def legend_handles(self):
        return self.axes.get_legend_handles_labels()[0]

    def get_texts(self):
        """The names in it."""
        return silent_list("Text", [Text(self.axes, {"text": label}, 0, 0) for label in self.axes.get_legend_handles_labels()[1]])

    def set_title(self, title, prop=None):
        self._entry["title"] = str(title)
        if prop and prop.get("size") is not None:
            self._entry["title_size"] = font_size(prop["size"])

    def get_title(self):
        return Text(self.axes, {"text": self._entry.get("title", "")}, 0, 0)

    def set_frame_on(self, b):
        self._entry["frame"] = bool(b)

    def get_frame_on(self):
        return self._entry["frame"]

    def set_bbox_to_anchor(self, bbox):
        self._entry["anchor"] = [*map(float, bbox), 0.0, 0.0][:4]

    def remove(self):
        self.axes._value.pop("legend", None)


class _LegendFrame:
    """The box around a legend."""

    def __init__(self, entry):
        self._entry = entry

    def set_alpha(self, alpha):
        self._entry["alpha"] = float(alpha)

    def set_facecolor(self, color):
        self._entry["face"] = color_code(color)

    def set_edgecolor(self, color):
        self._entry["edge"] = color_code(color)

    def set_linewidth(self, w):
        _style.undrawn("Legend", linewidth=w)

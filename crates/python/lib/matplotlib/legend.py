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

    def __init__(self, parent, handles=None, labels=None, **kwargs):
        from ._legend import read

        entry = read("Legend", kwargs)
        handles, labels = list(handles or ()), [str(label) for label in labels or ()]
        for made, label in zip(handles, labels):
            made.set_label(label)
        Artist.__init__(self, parent, entry, 5)
        self._own = handles

    @classmethod
    def _of(cls, axes, entry):
        """The legend of axes, as their value has it."""
        made = cls.__new__(cls)
        Artist.__init__(made, axes, entry, 5)
        return made

    def _added_to(self, axes):
        """As the axes' own: of several legends the last one is drawn."""
        if axes._value.get("legend") not in (None, self._entry):
            _style.untold("all legends but the last one of axes")
        axes._value["legend"] = self._entry
        if self.__dict__.get("_own"):
            axes._legend_handles = self._own
        return self

    def __str__(self):
        return "Legend"

    def set_draggable(self, state, use_blit=False, update="loc"):
        """Nothing is dragged in a drawing."""
        del state, use_blit, update

    def get_frame(self):
        return _LegendFrame(self._entry)

    def _handles(self, kind, name):
        return silent_list(name, [made for made in self.legend_handles if isinstance(made, kind)])

    def get_lines(self):
        """Its lines."""
        return self._handles(Line2D, "Line2D")

    def get_patches(self):
        """Its bars."""
        return self._handles(BarContainer, "Patch")

    @property
    def legend_handles(self):
        """What it names, in its order."""
        given = self.__dict__.get("_own") or self.axes._legend_handles
        return self.axes.get_legend_handles_labels()[0] if given is None else given

    def get_texts(self):
        """The names in it."""
        return silent_list("Text", [Text(self.axes, {"text": made.get_label()}, 0, 0) for made in self.legend_handles])

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

"""`Line2D` by itself: as a legend's sample, or to be added to axes."""

from . import _style
from ._line import Line2D as _Drawn
from .colors import color_code


class Line2D(_Drawn):
    """A line that stands in no axes yet."""

    def __init__(self, xdata, ydata, **kwargs):
        keywords = _style.long_names(kwargs, "Line2D")
        color = keywords.pop("color", None)
        entry = {"color": color_code("C0" if color is None else color)}
        zorder = _style.take_common(keywords, entry)
        _style.take_line(keywords, entry)
        _style.take_marker(keywords, entry)
        _style.none_left(keywords)
        _Drawn.__init__(self, None, entry, 2 if zorder is None else zorder)
        self.set_data(xdata, ydata)

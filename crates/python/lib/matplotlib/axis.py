"""An axis of a plot by itself, as `ax.xaxis`: where its ticks stand and what they say.

What it is not: the line and ticks that are drawn, which are the drawing's affair. Start reading at `Axis`.
"""

from ._style import undrawn, untold
from ._undrawn import Undrawn
from .text import Text
from .ticker import (
    AutoLocator,
    FuncFormatter,
    LogFormatterSciNotation,
    LogLocator,
    NullFormatter,
    NullLocator,
    ScalarFormatter,
    StrMethodFormatter,
)


class Axis:
    """The x or y axis of axes; changing it changes the plot."""

    def __init__(self, axes, name):
        self.axes, self.axis_name = axes, name

    def __repr__(self):
        return f"<matplotlib.axis.{self.axis_name.upper()}Axis object at {id(self):#x}>"

    @property
    def _entry(self):
        return self.axes._axis(self.axis_name)

    def set_major_locator(self, locator):
        """Ticks stand where the locator says."""
        self._entry.pop("ticks", None)
        self._rules["locator"] = locator

    def get_major_locator(self):
        return self._rules.get("locator") or (LogLocator() if self.get_scale() == "log" else AutoLocator())

    def set_major_formatter(self, formatter):
        """What ticks say: a formatter, a function of a value and its number, or a text as '{x:.2f}'."""
        if isinstance(formatter, str):
            formatter = StrMethodFormatter(formatter)
        elif type(formatter).__name__ == "function":
            formatter = FuncFormatter(formatter)
        elif not callable(formatter):
            raise TypeError("formatter must be an instance of matplotlib.ticker.Formatter, not a "
                            f"{type(formatter).__module__}.{type(formatter).__name__}")
        self._entry.pop("tick_labels", None)
        self._rules["formatter"] = formatter

    def get_major_formatter(self):
        return self._rules.get("formatter") or (LogFormatterSciNotation() if self.get_scale() == "log" else ScalarFormatter())

    def set_minor_locator(self, locator):
        undrawn("Axis", minor_locator=None if isinstance(locator, NullLocator) else locator)

    def get_minor_locator(self):
        return LogLocator() if self.get_scale() == "log" else NullLocator()

    def get_minor_formatter(self):
        return LogFormatterSciNotation() if self.get_scale() == "log" else NullFormatter()

    def set_minor_formatter(self, formatter):
        undrawn("Axis", minor_formatter=None if isinstance(formatter, NullFormatter) else formatter)

    @property
    def labelpad(self):
        """How far from the ticks its name is to stand; the drawing decides."""
        from ._rc import rcParams

        return self._rules.get("labelpad", rcParams["axes.labelpad"])

    @labelpad.setter
    def labelpad(self, value):
        self._rules["labelpad"] = value

    @property
    def _rules(self):
        return self.axes._tick_rules[self.axis_name]

    def _call(self, verb, what, *args, **kwargs):
        return getattr(self.axes, f"{verb}_{self.axis_name}{what}")(*args, **kwargs)

    def set(self, **kwargs):
        """set(ticks=…, ticklabels=…): calls set_ticks(…), set_ticklabels(…)."""
        from ._style import set_all

        return set_all(self, f"{self.axis_name.upper()}Axis", kwargs)

    def set_ticks(self, ticks, labels=None, **kwargs):
        return self._call("set", "ticks", ticks, labels, **kwargs)

    def set_ticklabels(self, labels, **kwargs):
        return self._call("set", "ticklabels", labels, **kwargs)

    def get_ticklocs(self, *, minor=False):
        return self._call("get", "ticks", minor=minor)

    def get_minorticklocs(self):
        return self.get_ticklocs(minor=True)

    get_majorticklocs = get_ticklocs

    def get_ticklabels(self, minor=False, which=None):
        return self._call("get", "ticklabels", minor, which)

    def get_minorticklabels(self):
        return self.get_ticklabels(True)

    get_majorticklabels = get_ticklabels

    def set_label_text(self, label, **kwargs):
        return self._call("set", "label", label, **kwargs)

    def get_label_text(self):
        return self._call("get", "label")

    def get_label(self):
        """The axis' name, to be changed."""
        entry = self._entry.setdefault("label", {"text": ""})
        return Text(self.axes, entry, *((0.5, 0) if self.axis_name == "x" else (0, 0.5)))

    label = property(get_label)

    def set_label_coords(self, x, y, transform=None):
        """The drawing finds the name's place, beside the ticks."""

    def set_visible(self, b):
        """Without it there are neither ticks nor a name."""
        self._rules["hidden"] = not b

    def grid(self, visible=None, which="major", **kwargs):
        self.axes.grid(visible, which, self.axis_name, **kwargs)

    def set_tick_params(self, which="major", **kwargs):
        self.axes.tick_params(self.axis_name, which=which, **kwargs)

    def set_inverted(self, inverted):
        self._entry["inverted"] = bool(inverted)

    def get_inverted(self):
        return self._entry.get("inverted", False)

    def get_scale(self):
        return self._call("get", "scale")

    def get_view_interval(self):
        import numpy as np

        return np.array(self.axes._limits(self.axis_name))

    def set_ticks_position(self, position):
        """Ticks, and what they say, at one of the two sides; at both they are drawn at the usual one."""
        usual, other = ("bottom", "top") if self.axis_name == "x" else ("left", "right")
        if position not in (usual, other, "both", "default", "none"):
            raise ValueError(f"{position!r} is not a valid value for position. Supported values are {other!r}, {usual!r}, "
                             "'both', 'default', 'none'")
        if position == "both":
            undrawn("Axis", ticks_position=position)
        self._entry["opposite"] = position == other

    def set_label_position(self, position):
        """The name stands where the ticks are."""
        self.set_ticks_position(position)

    def tick_bottom(self):
        self.set_ticks_position("bottom")

    def tick_left(self):
        self.set_ticks_position("left")

    def tick_top(self):
        self.set_ticks_position("top")

    def tick_right(self):
        self.set_ticks_position("right")

    def get_major_ticks(self, numticks=None):
        """Its ticks, as far as they have places."""
        places = self.get_ticklocs().tolist()[:numticks]
        return [(XTick if self.axis_name == "x" else YTick)(at) for at in places]

    def get_ticklines(self, minor=False):
        """How ticks themselves look is the axis' `set_tick_params`."""
        del minor
        return []

    def get_offset_text(self):
        """What stands beside the axis: a power of ten, or a part, of all numbers."""
        from ._tick_texts import told

        is_named = self._entry.get("tick_labels") is not None
        text = "" if is_named else told(self.axes, self.axis_name, self.get_ticklocs().tolist())[1]
        return Text(self.axes, {"text": text}, *((1, 0) if self.axis_name == "x" else (0, 1)))

    # Of axes in space: the walls behind the data are not drawn.
    pane = property(lambda self: Undrawn("walls of a plot in space"))

    def set_pane_color(self, color, alpha=None):
        del color, alpha
        untold("walls of a plot in space")

    def set_rotate_label(self, val):
        """Names stand level."""

    line = property(lambda self: Undrawn("edges of a plot in space"))


class XTick:
    """A place with a tick, as `set_xticks` returns them."""

    def __init__(self, loc):
        self._loc = loc

    def get_loc(self):
        return self._loc


class YTick(XTick):
    """A place with a tick, as `set_yticks` returns them."""


def ruled(axes, name):
    """The axis as the figure carries it: ticks and texts by its locator and formatter, or none if it is hidden."""
    from .ticker import formatted, ticks

    axis, rules = dict(axes._axis(name)), axes._tick_rules[name]
    if rules.get("hidden"):
        axis.pop("label", None)
        return {**axis, "ticks": [], "tick_labels": []}
    if rules.keys() & {"locator", "formatter"}:
        low, high = sorted(axes._limits(name))
        room = (high - low) * 1e-9
        places = [float(at) for at in ticks(axes, name)]
        seen = [at for at, place in enumerate(places) if low - room <= place <= high + room]
        axis["ticks"] = [places[at] for at in seen]
        formatter, texts = rules.get("formatter"), axis.get("tick_labels")
        if formatter is not None:
            texts = formatted(formatter, places)
        if texts is not None:
            axis["tick_labels"] = [texts[at] for at in seen if at < len(texts)]
    if rules.get("unnamed"):
        axis.pop("label", None)
    if rules.get("unnamed") or rules.get("untexted"):
        axis["ticks"] = axis.get("ticks", [float(at) for at in ticks(axes, name)])
        axis["tick_labels"] = [""] * len(axis["ticks"])
    return axis

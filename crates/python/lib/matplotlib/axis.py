"""An axis of a plot by itself, as `ax.xaxis`: where its ticks stand and what they say.

What it is not: the line and ticks that are drawn, which are the drawing's affair. Start reading at `Axis`.
"""

from ._lists import named_list
from ._style import undrawn, untold
from ._undrawn import Undrawn
from .text import Text
from .ticker import FuncFormatter, ScalarFormatter, StrMethodFormatter, locator_of, minor_formatter, minor_locator


class Axis:
    """The x or y axis of axes; changing it changes the plot."""

    def __init__(self, axes, name):
        self.axes, self.axis_name = axes, name

    def __repr__(self):
        return f"<matplotlib.axis.{self.axis_name.upper()}Axis object at {id(self):#x}>"

    @property
    def _entry(self):
        return self.axes._axis(self.axis_name)

    def _for_all(self, forgotten, **rules):
        """Sets rules of this axis and of those that share it."""
        for one in self.axes._sharing(self.axis_name):
            for name in forgotten:
                one._axis(self.axis_name).pop(name, None)
            one._tick_rules[self.axis_name].update(rules)

    def set_major_locator(self, locator):
        """Ticks stand where the locator says."""
        _checked(locator, "locator", "tick_values")
        if hasattr(locator, "set_axis"):
            locator.set_axis(self)
        self._for_all(("ticks",), locator=locator)

    def get_major_locator(self):
        if self._entry.get("ticks") is not None and "locator" not in self._rules:
            from .ticker import FixedLocator

            words = self.axes._first_sharing(self.axis_name)._categories[self.axis_name]
            if not words:
                return FixedLocator(self._entry["ticks"])
            from .category import StrCategoryLocator

            return StrCategoryLocator({word: at for at, word in enumerate(words)})
        return locator_of(self.axes, self.axis_name)

    def set_major_formatter(self, formatter):
        """What ticks say: a formatter, a function of a value and its number, or a text as '{x:.2f}'."""
        if isinstance(formatter, str):
            formatter = StrMethodFormatter(formatter)
        elif type(formatter).__name__ in ("function", "method", "builtin_function_or_method"):
            formatter = FuncFormatter(formatter)
        _checked(formatter, "formatter", "__call__")
        if type(formatter) is ScalarFormatter:
            # An axis that nobody told otherwise has one, whose rules are the axis'.
            for one in self.axes._sharing(self.axis_name):
                one._tick_rules[self.axis_name].pop("formatter", None)
            formatter.set_axis(self)
            self._for_all(("tick_labels",), number_style=formatter._said, scalar_formatter=formatter)
            return
        if hasattr(formatter, "set_axis"):
            formatter.set_axis(self)
        self._for_all(("tick_labels",), formatter=formatter)

    def get_major_formatter(self):
        from ._log_ticks import LogFormatterSciNotation

        found, scale = self._rules.get("formatter"), self._entry.get("scale", "linear")
        if found is None and scale != "linear":
            found = LogFormatterSciNotation(self._rules.get("base", 10), linthresh=None if scale == "log" else scale["sym_log"]["threshold"])
            found.set_axis(self)
        if found is None and self._entry.get("tick_labels") is not None and self._entry.get("ticks") is not None:
            from .ticker import FixedFormatter

            words = self.axes._first_sharing(self.axis_name)._categories[self.axis_name]
            if not words:
                return FixedFormatter(self._entry["tick_labels"])
            from .category import StrCategoryFormatter

            return StrCategoryFormatter({word: at for at, word in enumerate(words)})
        if found is None:
            found = self._rules.get("scalar_formatter")
        if found is None:
            found = ScalarFormatter()
            found.set_axis(self)
            found._said = self._rules.setdefault("number_style", {})
            self._for_all((), scalar_formatter=found, number_style=found._said)
        if type(found) is ScalarFormatter:
            found.set_locs(self.get_ticklocs())
        return found

    major = property(lambda self: Ticker(self.get_major_locator(), self.get_major_formatter()))
    minor = property(lambda self: Ticker(self.get_minor_locator(), self.get_minor_formatter()))

    def set_minor_locator(self, locator):
        """Small ticks stand where the locator says: those that are no logarithms' are told and not drawn."""
        _checked(locator, "locator", "tick_values")
        undrawn("Axis", minor_locator=None if type(locator).__name__ in ("NullLocator", "LogLocator") else locator)
        locator.set_axis(self)
        self._for_all((), minor_locator=locator)

    def get_minor_locator(self):
        return minor_locator(self.axes, self.axis_name)

    def get_minor_formatter(self):
        return minor_formatter(self.axes, self.axis_name)

    def set_minor_formatter(self, formatter):
        if isinstance(formatter, str):
            formatter = StrMethodFormatter(formatter)
        elif type(formatter).__name__ == "function":
            formatter = FuncFormatter(formatter)
        _checked(formatter, "formatter", "__call__")
        undrawn("Axis", minor_formatter=None if type(formatter).__name__ in ("NullFormatter", "ScalarFormatter") else formatter)
        formatter.set_axis(self)
        self._for_all((), minor_formatter=formatter)

    def get_tick_space(self):
        """How many ticks have room, as matplotlib lays out the axes."""
        from ._places import tick_room

        return tick_room(self.axes, "x" if self.axes.name == "3d" else self.axis_name)

    def get_minpos(self):
        """The least positive value along it."""
        from ._limits import least_positive

        return least_positive(self.axes, self.axis_name)

    def get_data_interval(self):
        import numpy as np

        box = self.axes.dataLim
        return np.array(box.intervalx if self.axis_name == "x" else box.intervaly)

    def get_tick_params(self, which="major"):
        """Which ticks and texts there are, and whether there is a grid."""
        del which
        sides = ("bottom", "top") if self.axis_name == "x" else ("left", "right")
        is_far = self._entry.get("opposite", False)
        texts = not self._rules.get("untexted", False)
        seen = {sides[0]: not is_far, sides[1]: is_far, "label" + sides[0]: texts and not is_far, "label" + sides[1]: texts and is_far}
        return {**seen, "gridOn": bool(self.axes._value.get("grid") and self.axes._value.get("grid_lines", {}).get(self.axis_name, True))}

    def get_label_position(self):
        usual, other = ("bottom", "top") if self.axis_name == "x" else ("left", "right")
        return other if self._entry.get("opposite", False) else usual

    get_ticks_position = get_label_position

    def get_visible(self):
        return not self._rules.get("hidden", False)

    def get_gridlines(self):
        """Its lines across the axes, which are styled all together by `grid`."""
        return named_list("Line2D gridline", len(self.get_ticklocs()))

    def get_transform(self):
        return self.get_scale()

    @property
    def units(self):
        """What its words stand for, or nothing."""
        words = self.axes._first_sharing(self.axis_name)._categories[self.axis_name]
        if not words:
            return None
        from .category import UnitData

        return UnitData(words)

    def have_units(self):
        return self.units is not None

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
        import numpy as np

        places, labels = np.asarray(self.get_ticklocs()).tolist()[:numticks], self.get_ticklabels()
        kind = XTick if self.axis_name == "x" else YTick
        return [kind(at, labels[number] if number < len(labels) else None, self) for number, at in enumerate(places)]

    def get_minor_ticks(self, numticks=None):
        import numpy as np

        places = np.asarray(self.get_ticklocs(minor=True)).tolist()[:numticks]
        return [(XTick if self.axis_name == "x" else YTick)(at, None, self) for at in places]

    def get_ticklines(self, minor=False):
        """How ticks themselves look is the axis' `set_tick_params`."""
        return named_list("Line2D ticklines", 2 * len(self.get_ticklocs(minor=minor)))

    def get_offset_text(self):
        """What stands beside the axis: a power of ten, or a part, of all numbers; drawing finds it."""
        from ._tick_texts import told

        is_named = self._entry.get("tick_labels") is not None or not self.axes.figure._is_drawn
        text = "" if is_named else told(self.axes, self.axis_name, [float(at) for at in self.get_ticklocs()])[1]
        return Text(self.axes, {"text": text}, *((1, 0) if self.axis_name == "x" else (0, 1)))

    # Of axes in space: the walls behind the data are not drawn.
    pane = property(lambda self: Undrawn("walls of a plot in space"))

    def set_pane_color(self, color, alpha=None):
        del color, alpha
        untold("walls of a plot in space")

    def set_rotate_label(self, val):
        """Names stand level."""

    line = property(lambda self: Undrawn("edges of a plot in space"))


class Ticker:
    """A locator and a formatter."""

    def __init__(self, locator, formatter):
        self.locator, self.formatter = locator, formatter


def _checked(helper, what, method):
    if not hasattr(helper, method) or isinstance(helper, type):
        raise TypeError(f"{what!r} must be an instance of matplotlib.ticker.{what.title()}, not a {type(helper).__name__}")


class XTick:
    """A place with a tick, as `set_xticks` returns them: what it says is `label1`; its line is as those of all the axis."""

    def __init__(self, loc, label=None, axis=None):
        self._loc, self.axis = loc, axis
        self.label1 = Text(None, {"text": ""}, loc, 0) if label is None else label
        self.label2 = Text(None, {"text": ""}, loc, 0)
        self.label = self.label1

    def get_loc(self):
        return self._loc

    def _line(self):
        from .lines import Line2D

        return Line2D([self._loc], [0])

    tick1line = tick2line = gridline = property(_line)

    def set_visible(self, b):
        if not b:
            untold("single ticks without a mark")


class YTick(XTick):
    """A place with a tick, as `set_yticks` returns them."""


def ruled(axes, name):
    """The axis as the figure carries it: ticks and texts by its locator and formatter, or none if it is hidden."""
    from ._tick_texts import told
    from .ticker import formatted, ticks

    axis, rules = dict(axes._axis(name)), axes._tick_rules[name]
    if rules.get("hidden"):
        axis.pop("label", None)
        return {**axis, "ticks": [], "tick_labels": []}
    styled = bool(rules.get("number_style")) and axis.get("tick_labels") is None and axis.get("scale", "linear") == "linear"
    if rules.keys() & {"locator", "formatter"} or styled or rules.get("base", 10) != 10:
        low, high = sorted(axes._limits(name))
        room = (high - low) * 1e-9
        places = [float(at) for at in ticks(axes, name)]
        seen = [at for at, place in enumerate(places) if low - room <= place <= high + room]
        axis["ticks"] = [places[at] for at in seen]
        formatter, texts = rules.get("formatter"), axis.get("tick_labels")
        if formatter is not None:
            texts = formatted(formatter, places, axes, name)
        elif styled or rules.get("base", 10) != 10:
            texts = told(axes, name, places)[0]
        if texts is not None:
            axis["tick_labels"] = [texts[at] for at in seen if at < len(texts)]
    if rules.get("unnamed"):
        axis.pop("label", None)
    if rules.get("unnamed") or rules.get("untexted"):
        axis["ticks"] = axis.get("ticks", [float(at) for at in ticks(axes, name)])
        axis["tick_labels"] = [""] * len(axis["ticks"])
    return axis


def beside(axes, name):
    """What stands beside an axis whose numbers are written by rules of a program: words in parts of the axes."""
    from ._tick_texts import told
    from .ticker import ticks

    rules, axis = axes._tick_rules[name], axes._axis(name)
    if not rules.get("number_style") or rules.keys() & {"formatter", "hidden", "untexted"} or axis.get("tick_labels") is not None:
        return []
    text = told(axes, name, [float(at) for at in ticks(axes, name)])[1] if axis.get("scale", "linear") == "linear" else ""
    place = {"x": 1.0, "y": 0.01, "horizontal": "end", "vertical": "start"} if name == "x" else {"x": 0.0, "y": 1.01}
    return [{"text": {"text": text, "in_axes": True, "size": 10.0, **place}}] if text else []

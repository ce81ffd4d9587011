"""The limits, scales and ticks of axes. What ticks say by themselves is in ticker.py. Start reading at `Scales`."""

from . import _data, _style


class Scales:
    """Mixed into Axes, whose `_axis(name)` is an axis' part of the figure."""

    def set_xlim(self, left=None, right=None, *, xmin=None, xmax=None, auto=None):
        return self._limit("x", left if xmin is None else xmin, right if xmax is None else xmax)

    def set_ylim(self, bottom=None, top=None, *, ymin=None, ymax=None, auto=None):
        return self._limit("y", bottom if ymin is None else ymin, top if ymax is None else ymax)

    def _limit(self, name, lower, upper):
        if upper is None and not isinstance(lower, str) and isinstance(_data.plain(lower), list):
            lower, upper = lower
        lower, upper = (self._limit_of(name, end) for end in (lower, upper))
        axis = self._first_sharing(name)._axis(name)
        if axis.get("inverted") and (lower is None) != (upper is None):
            # One end of an axis that grows downwards: the other stays where it stands.
            low, high = self._limits(name)
            lower, upper = low if lower is None else lower, high if upper is None else upper
        is_dated = any(type(_data.plain(limit)) is _data.Day for limit in (lower, upper) if limit is not None)
        if is_dated:
            import numpy as np

            self._dated(name)
        if lower is not None and upper is not None and not is_dated and lower == upper:
            import warnings

            warnings.warn(f"Attempting to set identical low and high {name}lims makes transformation singular; automatically expanding.",
                          stacklevel=3)
        lower, upper = _apart(*(None if limit is None else _finite(limit) for limit in (lower, upper)))
        if axis.get("scale") == "log" and any(limit is not None and limit <= 0 for limit in (lower, upper)):
            import warnings

            warnings.warn(f"Attempt to set non-positive {name}lim on a log-scaled axis will be ignored.", stacklevel=3)
            low, high = self._limits(name)
            lower, upper = (now if limit is not None and limit <= 0 else limit for now, limit in ((low, lower), (high, upper)))
        for end, limit in (("lower", lower), ("upper", upper)):
            if limit is not None:
                axis[end] = limit
        if lower is not None and upper is not None:
            # Two limits say in which direction the axis grows, too.
            axis["inverted"] = axis["lower"] > axis["upper"]
            axis["lower"], axis["upper"] = sorted((axis["lower"], axis["upper"]))
        if "lower" not in axis or "upper" not in axis:
            return tuple(map(float, self._limits(name)))
        found = (axis["upper"], axis["lower"]) if axis.get("inverted") else (axis["lower"], axis["upper"])
        return tuple(np.float64(end) for end in found) if is_dated else found

    def _limit_of(self, name, end):
        """A limit as a number: of a word, or of a text on an axis of dates, as those are placed."""
        if not isinstance(end, str):
            return end
        words = self._first_sharing(name)._categories[name]
        if words:
            return float(words.index(end)) if end in words else end
        if self._tick_rules[name].get("reads_texts"):
            import pandas

            return float(_data.plain(pandas.Timestamp(end)))
        if type(self._tick_rules[name].get("locator")).__module__.endswith("dates"):
            from .units import ConversionError

            raise ConversionError(f"Failed to convert value(s) to axis units: {end!r}")
        return end

    def get_xlim(self):
        return self._limits("x")

    def get_ylim(self):
        return self._limits("y")

    def _limits(self, name):
        from ._limits import limits

        return limits(self, name)

    def _spanned_by(self, right, up):
        """How far so many points go in data, of axes as large as the figure mostly makes them."""
        place, spans = self._place, []
        for name, size, count, share in (("x", 0, "columns", 0.775), ("y", 1, "rows", 0.77)):
            low, high = map(float, self._limits(name))
            cells = place.get(("column_span", "row_span")[size], 1) / place[count]
            spans.append((high - low) / (72 * share * self.figure._size[size] * cells))
        return right * spans[0], up * spans[1]

    def margins(self, *margins, x=None, y=None, tight=True):
        """The room around the data, as a share of what they span; both shares, where none is given."""
        if not margins and x is None and y is None:
            return self._margins["x"], self._margins["y"]
        _style.undrawn("Axes.margins", tight=None if tight in (True, None) else tight)
        if margins:
            x, y = margins * 2 if len(margins) == 1 else margins
        if any(share is not None and share <= -0.5 for share in (x, y)):
            raise ValueError("margin must be greater than -0.5")
        for name, share in (("x", x), ("y", y)):
            if share is not None:
                self._margins[name] = float(share)

    def set_xscale(self, value, **kwargs):
        self._scale("x", value, kwargs)

    def set_yscale(self, value, **kwargs):
        self._scale("y", value, kwargs)

    def get_xscale(self):
        return _scale_name(self._axis("x"))

    def get_yscale(self):
        return _scale_name(self._axis("y"))

    def _scale(self, name, scale, kwargs=None):
        options = dict(kwargs or {})
        if scale in ("logit", "asinh"):
            _style.untold(f"the scale {scale!r}")
            scale = "linear"
        if scale not in ("linear", "log", "symlog"):
            raise ValueError(_style.not_valid(scale, "scale", ["asinh", "function", "functionlog", "linear", "log", "logit", "symlog"]))
        if scale == "symlog":
            threshold = float(options.pop("linthresh", 2))
            if threshold <= 0.0:
                raise ValueError("'linthresh' must be positive")
            scale = {"sym_log": {"threshold": threshold}}
        # How logarithms look, where that is as ever.
        options = {key: value for key, value in options.items() if (key, value) not in (("base", 10), ("linscale", 1))}
        options.pop("nonpositive", None)
        base = float(options.pop("base", 10)) if scale == "log" else 10
        if base <= 0 or base == 1:
            raise ValueError("The log base cannot be <= 0 or == 1")
        for axes in self._sharing(name):
            # Powers of another base are ticks as a program sets them.
            axes._tick_rules[name]["base"] = int(base) if base % 1 == 0 else base
        _style.undrawn(f"Axes.set_{name}scale", **options)
        for axes in self._sharing(name):
            axes._axis(name)["scale"] = scale

    def set_xticks(self, ticks, labels=None, **kwargs):
        self._axis("x").pop("by_place", None)
        return self._ticks("x", ticks, labels, kwargs)

    def set_yticks(self, ticks, labels=None, **kwargs):
        self._axis("y").pop("by_place", None)
        return self._ticks("y", ticks, labels, kwargs)

    def set_xticklabels(self, labels, **kwargs):
        self._tick_labels("x", labels, kwargs)
        return self.get_xticklabels()

    def set_yticklabels(self, labels, **kwargs):
        self._tick_labels("y", labels, kwargs)
        return self.get_yticklabels()

    def _tick_labels(self, name, labels, kwargs):
        for one in self._sharing(name):
            one._tick_rules[name].pop("formatter", None)
        labels = [label.get_text() if hasattr(label, "get_text") else label for label in labels]
        from .ticker import ticks

        places, axis = ticks(self, name).tolist(), self._axis(name)
        if axis.get("ticks") is None or axis.get("by_place"):
            # Ticks that nobody set are named as they stand, and keep their places from now on.
            labels = [*labels, *[""] * len(places)][: len(places)]
            axis["by_place"] = True
        elif not labels:
            labels = [""] * len(places)
        self._ticks(name, places, labels, kwargs)

    def _ticks(self, name, ticks, labels, kwargs=None):
        if (kwargs or {}).get("minor"):
            return self._small_ticks(name, ticks, labels, {key: value for key, value in kwargs.items() if key != "minor"})
        if kwargs:
            from ._ticks import text_look

            text_look(self, name, kwargs)
        from .axis import XTick, YTick

        axis = self._axis(name)
        places, kept = _data.plain(ticks), axis.get("ticks")
        if isinstance(places, list) and _data.has_words(places):
            places = self._positions(name, places)
        if not isinstance(places, list):
            raise TypeError(f"object of type '{type(ticks).__name__}' has no len()")
        axis["ticks"] = _data.floats(places)
        self._tick_rules[name].pop("by_words", None)
        if kept != places:
            self._tick_rules[name]["whole"] = isinstance(places, list) and bool(places) and all(type(at) is int for at in places)
        if labels is not None:
            labels = [str(label) for label in labels]
            if len(labels) != len(axis["ticks"]):
                raise ValueError(f"The number of FixedLocator locations ({len(axis['ticks'])}), usually from a "
                                 f"call to set_ticks, does not match the number of labels ({len(labels)}).")
            axis["tick_labels"] = labels
            self._tick_rules[name].pop("formatter", None)
        for one in self._sharing(name):
            # What one of those that share an axis says of its ticks holds for all.
            one._axis(name).update({key: axis[key] for key in ("ticks", "tick_labels") if key in axis})
            one._tick_rules[name]["whole"] = self._tick_rules[name].get("whole", False)
        return [(XTick if name == "x" else YTick)(at) for at in axis["ticks"]]

    def _small_ticks(self, name, ticks, labels, kwargs):
        """Small ticks at these places, which are told and not drawn."""
        import numpy as np

        from .axis import XTick, YTick
        from .ticker import FixedFormatter, FixedLocator

        _style.none_left(_style.long_names(kwargs, "Text", turns=True))
        axis = self.xaxis if name == "x" else self.yaxis
        axis.set_minor_locator(FixedLocator(np.asarray(_data.plain(ticks))))
        if labels is not None:
            axis.set_minor_formatter(FixedFormatter([str(label) for label in labels]))
        return [(XTick if name == "x" else YTick)(at) for at in _data.plain(ticks)]

    def invert_xaxis(self):
        axis = self._first_sharing("x")._axis("x")
        axis["inverted"] = not axis.get("inverted", False)

    def invert_yaxis(self):
        axis = self._first_sharing("y")._axis("y")
        axis["inverted"] = not axis.get("inverted", False)


for _name, _method in vars(Scales).items():
    if callable(_method) and not _name.startswith("_"):
        # Errors of calls name the class that is public.
        _method.__qualname__ = f"Axes.{_name}"


def _finite(limit):
    limit = float(_data.plain(limit))
    if limit - limit != 0:
        raise ValueError("Axis limits cannot be NaN or Inf")
    return limit


def _apart(lower, upper):
    """Two limits that are not one: equal ones are moved apart."""
    if lower is None or lower != upper:
        return lower, upper
    room = 0.05 * (abs(lower) or 1.0)
    return lower - room, upper + room


def _scale_name(axis):
    scale = axis.get("scale", "linear")
    return scale if isinstance(scale, str) else "symlog"

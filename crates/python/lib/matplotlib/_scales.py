"""The limits, scales and ticks of axes. What ticks say by themselves is in ticker.py. Start reading at `Scales`."""

from . import _data, _style


class Scales:
    """Mixed into Axes, whose `_axis(name)` is an axis' part of the figure."""

    def set_xlim(self, left=None, right=None, *, xmin=None, xmax=None, auto=None):
        return self._limit("x", left if xmin is None else xmin, right if xmax is None else xmax)

    def set_ylim(self, bottom=None, top=None, *, ymin=None, ymax=None, auto=None):
        return self._limit("y", bottom if ymin is None else ymin, top if ymax is None else ymax)

    def _limit(self, name, lower, upper):
        if upper is None and isinstance(_data.plain(lower), list):
            lower, upper = lower
        axis = self._axis(name)
        if axis.get("inverted") and (lower is None) != (upper is None):
            # One end of an axis that grows downwards: the other stays where it stands.
            low, high = self._limits(name)
            lower, upper = low if lower is None else lower, high if upper is None else upper
        lower, upper = _apart(*(None if limit is None else _finite(limit) for limit in (lower, upper)))
        for end, limit in (("lower", lower), ("upper", upper)):
            if limit is not None:
                axis[end] = limit
        if lower is not None and upper is not None:
            # Two limits say in which direction the axis grows, too.
            axis["inverted"] = axis["lower"] > axis["upper"]
            axis["lower"], axis["upper"] = sorted((axis["lower"], axis["upper"]))
        if "lower" not in axis or "upper" not in axis:
            return self._limits(name)
        return (axis["upper"], axis["lower"]) if axis.get("inverted") else (axis["lower"], axis["upper"])

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
        _style.undrawn(f"Axes.set_{name}scale", **options)
        self._axis(name)["scale"] = scale

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
        self._tick_rules[name].pop("formatter", None)
        labels = [label.get_text() if hasattr(label, "get_text") else label for label in labels]
        places, axis = getattr(self, f"get_{name}ticks")().tolist(), self._axis(name)
        if axis.get("ticks") is None or axis.get("by_place"):
            # Ticks that nobody set are named as they stand, and keep their places from now on.
            labels = [*labels, *[""] * len(places)][: len(places)]
            axis["by_place"] = True
        elif not labels:
            labels = [""] * len(places)
        self._ticks(name, places, labels, kwargs)

    def _ticks(self, name, ticks, labels, kwargs=None):
        if kwargs:
            from ._ticks import text_look

            text_look(self, name, kwargs)
        from .axis import XTick, YTick

        axis = self._axis(name)
        places, kept = _data.plain(ticks), axis.get("ticks")
        axis["ticks"] = _data.floats(places)
        if kept != places:
            self._tick_rules[name]["whole"] = isinstance(places, list) and all(type(at) is int for at in places)
        if labels is not None:
            labels = [str(label) for label in labels]
            if len(labels) != len(axis["ticks"]):
                raise ValueError(f"The number of FixedLocator locations ({len(axis['ticks'])}), usually from a "
                                 f"call to set_ticks, does not match the number of labels ({len(labels)}).")
            axis["tick_labels"] = labels
            self._tick_rules[name].pop("formatter", None)
        return [(XTick if name == "x" else YTick)(at) for at in axis["ticks"]]

    def invert_xaxis(self):
        self._axis("x")["inverted"] = not self._axis("x").get("inverted", False)

    def invert_yaxis(self):
        self._axis("y")["inverted"] = not self._axis("y").get("inverted", False)


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

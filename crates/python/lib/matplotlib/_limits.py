"""Where axes begin and end by themselves: for those who ask before the figure is drawn.

What it is not: the drawing's own rule, `crates/plot/src/bounds.rs`, which this follows. Start reading at `limits`.
"""

import numpy as np

_MARGIN = 0.05


def limits(axes, name):
    """The lower and upper end of the axis x or y, those that were set included."""
    axis = axes._axis(name)
    low, high = _automatic(axes, name, axis.get("scale", "linear"))
    low, high = axis.get("lower", low), axis.get("upper", high)
    return (np.float64(high), np.float64(low)) if axis.get("inverted") else (np.float64(low), np.float64(high))


def _automatic(axes, name, scale):
    values, sticky = _spanned(axes, name)
    values = values[np.isfinite(values)]
    is_log = scale == "log"
    if is_log:
        values = values[values > 0]
    if values.size == 0:
        return (0.1, 1.0) if is_log else (0.0, 1.0)
    low, high = values.min(), values.max()
    if is_log:
        low, high = np.log10(low), np.log10(high)
        room = _MARGIN * ((high - low) or 1.0)
        return 10.0 ** (low - room), 10.0 ** (high + room)
    if low == high:
        room = 0.055 * abs(low) or 0.055
        return low - room, high + room
    forward, back = (float, float) if isinstance(scale, str) else _symmetric(scale["sym_log"]["threshold"])
    room = axes._margins[name] * (forward(high) - forward(low))
    return back(forward(low) - (0 if low in sticky else room)), back(forward(high) + (0 if high in sticky else room))


def _symmetric(threshold):
    """The transform of a logarithmic axis on both sides of 0, linear up to `threshold`, and its inverse."""
    linear = 1 / 0.9

    def forward(value):
        if abs(value) <= threshold:
            return value * linear
        return float(np.sign(value) * threshold * (linear + np.log10(abs(value) / threshold)))

    def back(place):
        if abs(place) <= threshold * linear:
            return place / linear
        return float(np.sign(place) * threshold * 10.0 ** (abs(place) / threshold - linear))

    return forward, back


def _spanned(axes, name):
    """All values along the axis, and those at which it may end without a margin."""
    parts, sticky = [np.empty(0)], []
    for kind, entry in (pair for one in axes._sharing(name) for pair in one._entries()):
        found, ends = _of_entry(kind, entry, name)
        parts += found
        sticky += ends
    return np.concatenate([np.asarray(part, dtype=np.float64).reshape(-1) for part in parts]), sticky


def _of_entry(kind, entry, name):
    if kind in ("line", "scatter"):
        return [entry[name]], []
    if kind == "bars":
        start, length = ("left", "width") if name == "x" else ("bottom", "height")
        begin = np.asarray(entry[start], dtype=np.float64)
        grows = entry["horizontal"] == (name == "x")
        is_common = len(begin) and (begin == begin[0]).all()
        return [begin, begin + np.asarray(entry[length])], [begin[0]] if grows and is_common else []
    if kind == "rule":
        return [[entry["at"]] if entry["vertical"] == (name == "x") else []], []
    if kind == "band":
        return [entry["x"]] if name == "x" else [entry["low"], entry["high"]], []
    if kind == "image":
        left, right, bottom, top = entry["extent"]
        ends = [left, right] if name == "x" else [bottom, top]
        return [ends], ends
    return [], []

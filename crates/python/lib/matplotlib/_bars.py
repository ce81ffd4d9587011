"""The bars of `bar` and `hist` one by one, their names, and counting for histograms.

What it is not: drawing them, which a figure does for all of one call together. Start reading at `Bar`.
"""

import numpy as np

from . import _data
from ._lists import silent_list
from ._rc import rcParams
from .colors import color_code, is_color_like


class Bar:
    """One bar of a call, as a rectangle: changing it changes the plot."""

    def __init__(self, container, at):
        self._entry, self._at, self.axes, self._whole = container._entry, at, container.axes, container._whole

    def __str__(self):
        place = f"xy=({self.get_x():g}, {self.get_y():g}), width={self.get_width():g}, height={self.get_height():g}"
        return f"Rectangle({place}, angle=0)"

    def get_x(self):
        return np.float64(self._entry["left"][self._at])

    def get_y(self):
        return self._entry["bottom"][self._at]

    def get_width(self):
        return self._side("width")

    def get_height(self):
        return self._side("height")

    def _side(self, name):
        value = self._entry[name][self._at]
        return np.int64(value) if name in self._whole and value == int(value) else np.float64(value)

    def get_xy(self):
        return self.get_x(), self.get_y()

    def get_facecolor(self):
        from .colors import to_rgba

        colors = self._entry["colors"]
        return to_rgba(colors[self._at % len(colors)])

    def set_height(self, h):
        self._entry["height"][self._at] = float(h)

    def set_width(self, w):
        self._entry["width"][self._at] = float(w)

    def set_color(self, c):
        colors = self._entry["colors"]
        if len(colors) == 1:
            colors = self._entry["colors"] = colors * len(self._entry["left"])
        colors[self._at] = color_code(c)

    set_facecolor = set_color

    def set_edgecolor(self, color):
        """Of all bars of the call: a figure has one for them."""
        self._entry["edge"] = color_code(color)

    def set_linewidth(self, w):
        """Of all bars of the call."""
        self._entry["edge_width"] = float(w)

    def set(self, **kwargs):
        """set(height=…, color=…): calls set_height(…), set_color(…)."""
        from . import _style

        return _style.set_all(self, "Rectangle", kwargs)

    def set_hatch(self, hatch):
        """Stripes, which are not drawn here, and said to be none."""
        from . import _style

        _style.undrawn("patches.Rectangle", hatch=hatch)

    def set_alpha(self, alpha):
        """Of all bars of the call: a figure has one for them."""
        self._entry["alpha"] = float(alpha)


Bar.__module__, Bar.__qualname__, Bar.__name__ = "matplotlib.patches", "Rectangle", "Rectangle"


def bar_label(axes, container, labels=None, *, fmt="%g", label_type="edge", padding=0, **kwargs):
    """Writes each bar's length at its end, or in its middle."""
    if label_type not in ("edge", "center"):
        raise ValueError(f"{label_type!r} is not a valid value for label_type. Supported values are 'edge', 'center'")
    level = container._entry["horizontal"]
    names = ("left", "width", "bottom", "height") if level else ("bottom", "height", "left", "width")
    start, length, side, thickness = (container._entry[name] for name in names)
    made = []
    for at, value in enumerate(length):
        text = labels[at] if labels is not None else fmt(value) if callable(fmt) else _formatted(fmt, value)
        along = start[at] + (value if label_type == "edge" else value / 2)
        across = side[at] + thickness[at] / 2
        near = "center" if label_type == "center" else ("left" if level else "bottom") if value >= 0 else (
            "right" if level else "top")
        place = (along, across) if level else (across, along)
        look = {"ha": near, "va": "center"} if level else {"ha": "center", "va": near}
        words = axes.text(*place, text, **{**look, **kwargs})
        # Away from its bar by the padding, which is in points.
        away = 0 if label_type == "center" else padding if value >= 0 else -padding
        made.append(words._set_off((away, 0) if level else (0, away), False))
    return made


def _formatted(fmt, value):
    return fmt % value if "%" in fmt else fmt.format(value)


_KINDS = ("bar", "barstacked", "step", "stepfilled")


def histogram(axes, x, bins, range, density, weights, kwargs):
    """What `hist` draws and returns: counts, edges and the bars, lists of them for several data sets."""
    cumulative, kind = kwargs.pop("cumulative", False), kwargs.pop("histtype", "bar")
    stacked, is_log = kwargs.pop("stacked", False) or kind == "barstacked", kwargs.pop("log", False)
    level, share = kwargs.pop("orientation", "vertical") == "horizontal", kwargs.pop("rwidth", None)
    bottom, align = kwargs.pop("bottom", None), kwargs.pop("align", "mid")
    if kind not in _KINDS:
        raise ValueError(f"{kind!r} is not a valid value for histtype. Supported values are " + ", ".join(map(repr, _KINDS)))
    if bottom is not None or align != "mid":
        raise NotImplementedError("hist(bottom=..., align=...) is not supported by Kindling's matplotlib")
    words = _data.plain(x)
    if isinstance(words, list) and _data.has_words(words):
        x = axes._positions("y" if level else "x", words)
    sets = _sets(x)
    parts = [None] * len(sets) if weights is None else _sets(weights)
    everything = np.concatenate(sets) if sets else np.empty(0)
    edges = np.histogram_bin_edges(everything, rcParams["hist.bins"] if bins is None else bins, range)
    edges = np.asarray(edges, dtype=np.float64)
    counts = [np.histogram(one, edges, weights=part)[0].astype(np.float64) for one, part in zip(sets, parts)]
    tops = np.cumsum(counts, axis=0) if stacked else np.array(counts)
    if density:
        total = tops[-1].sum() if stacked else tops.sum(1, keepdims=True)
        tops = tops / np.diff(edges) / total
    if cumulative:
        steps = tops * np.diff(edges) if density else tops
        tops = steps[:, ::-1].cumsum(1)[:, ::-1] if cumulative < 0 else steps.cumsum(1)
    if is_log:
        axes._scale("x" if level else "y", "log")
    drawn = _drawn(axes, tops, edges, kind, stacked, level, share, kwargs)
    return (tops[0], edges, drawn[0]) if len(sets) == 1 else (tops, edges, silent_list(type(drawn[0]).__name__, drawn))


def _sets(x):
    """The data sets: a vector is one, a matrix has one a column, a list of lists one a list."""
    if getattr(x, "ndim", 0) == 2:
        return list(np.asarray(x).T)
    if getattr(x, "ndim", 0) == 1:
        return [_finite(x)]
    values = x if hasattr(x, "__len__") else list(x)
    if len(values) and not isinstance(values[0], str) and hasattr(values[0], "__len__"):
        return [_finite(one) for one in values]
    return [_finite(values)]


def _finite(values):
    # Edges are computed in the dtype of the values, as numpy's histogram does.
    single = str(getattr(values, "dtype", "")).rpartition(".")[2] in ("float32", "float16")
    found = np.asarray(_data.floats(_data.flat(_data.plain(values))), dtype=np.float32 if single else np.float64)
    return found[np.isfinite(found)]


def _drawn(axes, tops, edges, kind, stacked, level, share, kwargs):
    colors, labels = kwargs.pop("color", None), kwargs.pop("label", None)
    count = len(tops)
    colors = [colors] * count if colors is None or is_color_like(colors) else colors
    if len(colors) != count:
        raise ValueError(f"The 'color' keyword argument must have one color per dataset, but {count} datasets and {len(colors)} "
                         "colors were provided")
    labels = labels if isinstance(labels, (list, tuple)) else [labels] + [None] * (count - 1)
    made = []
    for at, top in enumerate(tops):
        own = {**kwargs, **({} if colors[at] is None else {"color": colors[at]}), "label": labels[at]}
        below = tops[at - 1] if stacked and at else np.zeros_like(top)
        if kind.startswith("step"):
            made.append(_outline(axes, top, below, edges, kind == "stepfilled", level, own))
            continue
        widths, left = np.diff(edges), edges[:-1]
        wide = (share or (1.0 if stacked or count == 1 else 0.8)) / (1 if stacked else count)
        shift = (1 - wide * (1 if stacked else count)) / 2 + (0 if stacked else at * wide)
        made.append(axes._bars(list(left + shift * widths), top - below, widths * wide, below, "edge", level, own))
    return made


def _outline(axes, top, below, edges, filled, level, own):
    x, y = np.repeat(edges, 2), np.concatenate([[0], np.repeat(top, 2), [0]])
    if filled:
        return [(axes.fill_betweenx if level else axes.fill_between)(x, np.concatenate([[0], np.repeat(below, 2), [0]]), y, **own)]
    return axes.plot(*((y, x) if level else (x, y)), **{"color": axes._next_patch_color(), **own})


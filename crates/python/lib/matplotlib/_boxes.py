"""Plots of how values are spread: boxes with whiskers, and outlines of densities. Each is a function of the axes.

What it is not: histograms, which are `_bars`. Start reading at `boxplot`.
"""

import numpy as np

from . import _data, _style
from ._line import Line2D
from ._more_lines import _segments
from ._polygons import bands
from .artist import PolyCollection
from .colors import color_code
from .patches import Rectangle


def boxplot(axes, x, notch=None, sym=None, vert=None, whis=1.5, positions=None, widths=None, patch_artist=False,
            tick_labels=None, showmeans=False, showfliers=True, meanline=False, orientation="vertical",
            medianprops=None, boxprops=None, flierprops=None, whiskerprops=None, capprops=None, meanprops=None,
            showcaps=True, showbox=True, **kwargs):
    """A box from the first to the third quartile, the median in it, whiskers to the last values near by, others as points."""
    if "labels" in kwargs:
        raise TypeError("boxplot() got an unexpected keyword argument 'labels'")
    _style.undrawn("Axes.boxplot", notch=notch or None, sym=sym, meanline=meanline or None, **kwargs)
    upright = orientation == "vertical" if vert is None else bool(vert)
    sets = _sets(x)
    places = list(range(1, len(sets) + 1)) if positions is None else list(_data.plain(positions))
    width = widths if widths is not None else min(0.15 * max(max(places) - min(places), 1), 0.5)
    wide = width if isinstance(width, (list, tuple)) else [width] * len(sets)
    made = {name: [] for name in ("whiskers", "caps", "boxes", "medians", "fliers", "means")}
    for values, at, side in zip(sets, places, wide):
        spread = _spread(values, whis)
        draw = _Drawn(axes, at, side, upright)
        if showbox:
            made["boxes"].append(draw.box(spread["q1"], spread["q3"], patch_artist, boxprops))
        for quartile, end in ((spread["q1"], spread["low"]), (spread["q3"], spread["high"])):
            made["whiskers"].append(draw.line([(0, quartile), (0, end)], "k", whiskerprops))
            if showcaps:
                made["caps"].append(draw.line([(-0.25, end), (0.25, end)], "k", capprops))
        made["medians"].append(draw.line([(-0.5, spread["median"]), (0.5, spread["median"])], "C1", medianprops))
        if showfliers:
            made["fliers"].append(draw.points(spread["fliers"], "o", None, flierprops))
        if showmeans:
            made["means"].append(draw.points([values.mean()], "^", "C2", meanprops))
    _name_ticks(axes, places, tick_labels, upright)
    return made


def _sets(x):
    """The data sets: a vector is one, a matrix has one a column, a list of vectors one each."""
    if getattr(x, "ndim", 0) == 2:
        return list(np.asarray(x, dtype=np.float64).T)
    rows = [_data.plain(one) for one in x]
    rows = rows if rows and isinstance(rows[0], list) else [rows]
    return [np.array(row, dtype=np.float64) for row in rows]


def _spread(values, whis):
    q1, median, q3 = np.percentile(values, [25, 50, 75])
    if isinstance(whis, (tuple, list)):
        low_end, high_end = np.percentile(values, whis)
    else:
        low_end, high_end = q1 - whis * (q3 - q1), q3 + whis * (q3 - q1)
    inner = values[(values >= low_end) & (values <= high_end)]
    low, high = min(inner.min(initial=q1), q1), max(inner.max(initial=q3), q3)
    fliers = values[(values < low) | (values > high)]
    return {"q1": q1, "median": median, "q3": q3, "low": low, "high": high, "fliers": fliers}


class _Drawn:
    """The parts of one box: `across` in shares of its width, `along` in data."""

    def __init__(self, axes, at, width, upright):
        self.axes, self.at, self.width, self.upright = axes, at, width, upright

    def _turned(self, points):
        spots = [(float(self.at + across * self.width), float(along)) for across, along in points]
        return spots if self.upright else [(y, x) for x, y in spots]

    def line(self, points, color, props):
        x, y = zip(*self._turned(points))
        return self.axes.plot(list(x), list(y), **{"color": color, "linewidth": 1.0, **(props or {})})[0]

    def points(self, values, marker, face, props):
        x, y = zip(*self._turned([(0, value) for value in values])) if len(values) else ((), ())
        entry = {"x": list(x), "y": list(y), "color": color_code(face or "k"), "style": "none", "marker": _style.marker_style(marker)}
        if face is None:
            entry.update(marker_face="#ffffff", marker_edge=color_code("k"))
        keywords = _style.long_names(props or {}, "Line2D")
        if keywords.get("color") is not None:
            entry["color"] = color_code(keywords.pop("color"))
        _style.take_line(keywords, entry)
        _style.take_marker(keywords, entry)
        _style.none_left(keywords)
        return self.axes._add(Line2D, "line", entry, 2)

    def box(self, low, high, filled, props):
        if not filled:
            return self.line([(-0.5, low), (0.5, low), (0.5, high), (-0.5, high), (-0.5, low)], "k", props)
        (x0, y0), (x1, y1) = self._turned([(-0.5, low), (0.5, high)])
        look = {"facecolor": "C0", "edgecolor": "k", **(props or {})}
        return self.axes.add_patch(Rectangle((x0, y0), x1 - x0, y1 - y0, **look))


def _name_ticks(axes, places, names, upright):
    names = [str(place) for place in places] if names is None else list(names)
    if len(names) != len(places):
        raise ValueError(f"The number of tick labels ({len(names)}) must match the number of boxes ({len(places)})")
    name = "x" if upright else "y"
    axes._ticks(name, places, names)
    axes._limit(name, min(places) - 0.5, max(places) + 0.5)


def violinplot(axes, dataset, positions=None, vert=None, widths=0.5, showmeans=False, showextrema=True, showmedians=False,
               points=100, orientation="vertical", **kwargs):
    """An outline as wide as values are dense, with lines at the ends, the mean and the median."""
    _style.undrawn("Axes.violinplot", **kwargs)
    upright = orientation == "vertical" if vert is None else bool(vert)
    sets = _sets(dataset)
    places = list(range(1, len(sets) + 1)) if positions is None else list(_data.plain(positions))
    made = {"bodies": []}
    marks = {"cmeans": [], "cmaxes": [], "cmins": [], "cmedians": []}
    bars = []
    for values, at in zip(sets, places):
        low, high = values.min(), values.max()
        along = np.linspace(low, high, points)
        dense = _density(values, along)
        half = 0.5 * widths * dense / dense.max()
        outline = list(zip(at - half, along)) + list(zip(at + half, along))[::-1]
        outline = [(float(x), float(y)) if upright else (float(y), float(x)) for x, y in outline]
        entry = {"color": color_code("C0"), "alpha": 0.3, "pieces": bands(outline)}
        made["bodies"].append(axes._add(PolyCollection, "band", entry, 1))
        for name, value in (("cmeans", values.mean()), ("cmins", low), ("cmaxes", high), ("cmedians", np.median(values))):
            marks[name].append((at - 0.25 * widths, value, at + 0.25 * widths, value))
        bars.append((at, low, at, high))
    shown = {"cmeans": showmeans, "cmins": showextrema, "cmaxes": showextrema, "cmedians": showmedians}
    marks = {name: marks[name] for name in ("cmeans", "cmaxes", "cmins")} | {"cbars": bars, "cmedians": marks["cmedians"]}
    shown["cbars"] = showextrema
    groups = [(name, pieces) for name, pieces in marks.items() if shown[name]]
    for name, pieces in groups:
        pieces = pieces if upright else [(b, a, d, c) for a, b, c, d in pieces]
        made[name] = _segments(axes, pieces, {"color": color_code("C0")}, 2)
    return made


def _density(values, along):
    """A normal curve around each value, as wide as Scott's rule has it."""
    width = values.std(ddof=1) * len(values) ** -0.2 if len(values) > 1 else 1.0
    return np.exp(-0.5 * ((along[:, None] - values[None, :]) / (width or 1.0)) ** 2).sum(1)

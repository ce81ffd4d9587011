"""`violinplot`, `stripplot`, `swarmplot`: how numbers spread, name by name.

What it is not: boxes and bars, which are `categorical`. Start reading at `stripplot`.
"""

import numpy as np
from matplotlib._boxes import _density
from seaborn._data import axes
from seaborn._missing import without
from seaborn.categorical import _Arranged, _taken

# Points stand beside each other by chance, yet alike each time: the picture does not draw from the reader's stream.
_SEED = 0


def stripplot(data=None, *, x=None, y=None, hue=None, order=None, hue_order=None, jitter=True, dodge=False, orient=None,
              color=None, palette=None, size=5, edgecolor=None, linewidth=0, legend="auto", ax=None, **kwargs):
    """Each number as a point, moved a little aside."""
    without("stripplot", {"edgecolor": edgecolor, "linewidth": linewidth}, {"edgecolor": None, "linewidth": 0})
    stream, wide = np.random.RandomState(_SEED), 0.1 if jitter is True else float(jitter)
    place = (lambda values, at: at + stream.uniform(-wide, wide, len(values)))
    return _points("stripplot", place, data, x, y, hue, order, hue_order, orient, color, palette, size, dodge, legend, ax, kwargs)


def swarmplot(data=None, *, x=None, y=None, hue=None, order=None, hue_order=None, dodge=False, orient=None, color=None,
              palette=None, size=5, edgecolor=None, linewidth=0, legend="auto", ax=None, **kwargs):
    """Each number as a point, beside those that are near by."""
    without("swarmplot", {"edgecolor": edgecolor, "linewidth": linewidth}, {"edgecolor": None, "linewidth": 0})
    return _points("swarmplot", _aside, data, x, y, hue, order, hue_order, orient, color, palette, size, dodge, legend, ax, kwargs)


def _aside(values, at):
    """Places beside the middle for numbers that would cover each other."""
    near = (max(values) - min(values)) / 40 or 1.0
    places, taken = [0.0] * len(values), {}
    for which in sorted(range(len(values)), key=values.__getitem__):
        row = round(values[which] / near)
        count = taken[row] = taken.get(row, 0) + 1
        places[which] = at + (count // 2) * (0.03 if count % 2 else -0.03)
    return places


def _points(owner, place, data, x, y, hue, order, hue_order, orient, color, palette, size, dodge, legend, ax, kwargs):
    kwargs = _taken(owner, kwargs)
    ax = axes(ax)
    found = _Arranged(data, x, y, hue, order, hue_order, orient)
    colour, named = found.colours(palette, color), set()
    for category, group, at, wide in found.places(0.8):
        values = found.values.get((category, group))
        if not values:
            continue
        if group is not None and not dodge:
            at = round(at)
        options = {"s": size**2, "c": [colour(category, group)], **kwargs}
        if group is not None and group not in named:
            options["label"] = str(group)
            named.add(group)
        spots = place([float(value) for value in values], at)
        ax.scatter(*((values, spots) if found.is_lying else (spots, values)), **options)
        del wide
    found.finish(ax, legend)
    return ax


def violinplot(data=None, *, x=None, y=None, hue=None, order=None, hue_order=None, orient=None, color=None, palette=None,
               inner="box", split=False, width=0.8, cut=2, bw_method="scott", density_norm="area", linewidth=None, legend="auto",
               ax=None, **kwargs):
    """An outline as wide as numbers are dense, with the middle half of them in it."""
    older = {"bw_adjust": kwargs.pop("bw_adjust", 1), "scale": kwargs.pop("scale", None), "bw": kwargs.pop("bw", None), "scale_hue": kwargs.pop("scale_hue", True)}
    kwargs = _taken("violinplot", kwargs)
    without("violinplot", {"gridsize": kwargs.pop("gridsize", 100), **older}, {"gridsize": 100, "bw_adjust": 1, "scale": None, "bw": None, "scale_hue": True})
    without("violinplot", {"split": split, "bw_method": bw_method, "density_norm": density_norm},
           {"split": False, "bw_method": "scott", "density_norm": "area"})
    if inner not in ("box", None):
        without("violinplot", {"inner": inner}, {"inner": "box"})
    ax = axes(ax)
    found = _Arranged(data, x, y, hue, order, hue_order, orient)
    colour, named = found.colours(palette, color), set()
    curves = []
    for category, group, at, wide in found.places(width):
        values = np.array(found.values.get((category, group)) or [], dtype=np.float64)
        if len(values) > 1:
            room = cut * values.std(ddof=1) * len(values) ** -0.2
            along = np.linspace(values.min() - room, values.max() + room, 100)
            dense = _density(values, along) / len(values) / (values.std(ddof=1) or 1.0)
            curves.append((category, group, at, wide, values, along, dense))
    most = max((float(curve[-1].max()) for curve in curves), default=1.0)
    for category, group, at, wide, values, along, dense in curves:
        half = dense / most * wide / 2
        look = {"color": colour(category, group), **kwargs}
        if group is not None and group not in named:
            look["label"] = str(group)
            named.add(group)
        (ax.fill_between if found.is_lying else ax.fill_betweenx)(along, at - half, at + half, **look)
        if inner == "box":
            _inner(ax, found.is_lying, at, values, 1.0 if linewidth is None else linewidth)
    found.finish(ax, legend)
    return ax


def _inner(ax, is_lying, at, values, width):
    low, middle, high = np.percentile(values, [25, 50, 75])
    for ends, wide in (((values.min(), values.max()), width), ((low, high), 5 * width)):
        pair = ([float(end) for end in ends], [at, at])
        ax.plot(*(pair if is_lying else pair[::-1]), color="#444444", linewidth=wide)
    spot = (float(middle), at) if is_lying else (at, float(middle))
    ax.scatter([spot[0]], [spot[1]], s=10, c="w", zorder=3)

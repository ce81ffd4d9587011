"""`histplot` and `kdeplot`: how often which numbers occur.

What it is not: two numbers at once. Start reading at `histplot`.
"""

import math

import numpy as np
from _scalars import INTS
from seaborn._data import axes, column, complete, is_categories, label, levels, wide
from seaborn._missing import without
from seaborn.palettes import of_levels

_STATS = ("count", "frequency", "probability", "proportion", "percent", "density")


def _samples(owner, data, x, y, hue, hue_order):
    """(name, samples by level) of one number, and whether it goes up instead of across."""
    if x is not None and y is not None:
        raise ValueError(f"{owner} is of one number")
    if data is not None and x is None and y is None:
        names, found = wide(data)
        known = [[value for value in each if value == value] for each in found]
        return (
            names[0] if len(names) == 1 else "",
            {name if len(names) > 1 else None: each for name, each in zip(names, known)},
            False,
        )
    values, name = column(data, *((y, "y") if x is None else (x, "x")))
    shades, _ = column(data, hue, "hue")
    values, shades = complete(values, shades)
    if shades is None:
        return name, {None: values}, x is None
    by_level = {level: [] for level in levels(shades, hue_order)}
    for value, shade in zip(values, shades):
        if shade in by_level:
            by_level[shade].append(value)
    return name, by_level, x is None


def _edges(values, bins, binwidth, binrange, discrete):
    """The ends of all bins."""
    low, high = (min(values), max(values)) if binrange is None else binrange
    if discrete:
        return np.arange(low - 0.5, high + 1.5)
    if binwidth is not None:
        edges = np.arange(low, high + binwidth, binwidth)
        return edges if edges.max() >= high and len(edges) > 1 else np.append(edges, edges.max() + binwidth)
    if not isinstance(bins, (INTS, str)):
        return np.array(list(bins), dtype=float)
    if isinstance(bins, str) and bins != "auto":
        return np.histogram_bin_edges(np.array(values, dtype=float), bins, (low, high))
    return np.linspace(low, high, (_best(values) if bins == "auto" else bins) + 1)


def _best(values):
    """How many bins: by how far the middle half reaches (D. Freedman, P. Diaconis), or by how many numbers (H. Sturges)."""
    spread, count = max(values) - min(values), len(values)
    if spread == 0:
        return 1
    narrow = spread / (math.log2(count) + 1)
    middle = float(np.percentile(np.array(values, dtype=float), 75) - np.percentile(np.array(values, dtype=float), 25))
    wide = 2.0 * middle * count ** (-1.0 / 3.0)
    # Never more bins than numbers that can be told apart are likely to fill.
    return min(max(math.ceil(spread / (min(wide, narrow) if wide else narrow)), 1), 10000)


def histplot(
    data=None, *, x=None, y=None, hue=None, stat="count", bins="auto", binwidth=None, binrange=None, discrete=None,
    cumulative=False, common_bins=True, common_norm=True, multiple="layer", element="bars", fill=True, shrink=1, kde=False,
    kde_kws=None, palette=None, hue_order=None, color=None, legend=True, ax=None, **kwargs,
):  # fmt: skip
    """How many numbers lie in each bin, as bars."""
    own = {
        name: kwargs.pop(name)
        for name in list(kwargs)
        if name in ("weights", "log_scale", "line_kws", "cbar", "thresh")
    }
    is_keyed = own.pop("cbar", False)
    without("histplot", own, {"weights": None, "log_scale": None, "line_kws": None, "thresh": 0})
    without("histplot", {"element": element, "common_bins": common_bins}, {"element": "bars", "common_bins": True})
    if stat not in _STATS:
        raise ValueError(f"`stat` must be one of {_STATS}, but {stat!r} was passed.")
    if multiple not in ("layer", "stack", "dodge", "fill"):
        raise ValueError(f"`multiple` must be one of ('layer', 'stack', 'fill', 'dodge'), but {multiple} was passed.")
    ax = axes(ax)
    if x is not None and y is not None:
        from seaborn._rarer import histogram_of_two

        without("histplot", {"hue": hue}, {"hue": None})
        return histogram_of_two(data, x, y, bins, kwargs.pop("cmap", None), ax, is_keyed)
    name, samples, is_up = _samples("histplot", data, x, y, hue, hue_order)
    every = [value for values in samples.values() for value in values]
    if is_categories(every):
        places = {level: at for at, level in enumerate(levels(every))}
        samples = {level: [places[value] for value in values] for level, values in samples.items()}
        every, discrete = [places[value] for value in every], True
    edges = _edges(every, bins, binwidth, binrange, discrete)
    heights = {
        level: _heights(values, edges, stat, len(every) if common_norm else len(values), cumulative)
        for level, values in samples.items()
    }
    colours = of_levels(list(heights), palette, False) if None not in heights else {None: color}
    _bars(ax, heights, edges, colours, {"multiple": multiple, "is_up": is_up, "shrink": shrink, "fill": fill}, kwargs)
    if kde:
        for level, values in samples.items():
            total = len(every) if common_norm else len(values)
            places, density = _density(values, (kde_kws or {}).get("bw_adjust", 1), 0, 200)
            factor = _factor(stat, total, edges[1] - edges[0]) * len(values)
            shade = {"color": colours[level]} if colours[level] is not None else {}
            drawn = (density * factor, places) if is_up else (places, density * factor)
            ax.plot(*drawn, **shade)
    if legend and None not in heights:
        ax.legend(title=hue if isinstance(hue, str) else None)
    if discrete and is_categories(levels([value for values in samples.values() for value in values])):
        ax.set_xticks(list(range(len(set(every)))))
    words = stat.capitalize()
    label(ax, *((words, name) if is_up else (name, words)))
    return ax


def _factor(stat, total, width):
    """What a number counts for in a bin of that width, times the width."""
    return {"count": width, "frequency": 1.0, "density": 1.0 / total, "percent": 100.0 * width / total}.get(
        stat, width / total
    )


def _heights(values, edges, stat, total, cumulative):
    counts, _ = np.histogram(np.array(values, dtype=float), bins=edges)
    widths = np.diff(edges)
    counts = counts.astype(float)
    if stat == "density":
        counts = counts / (total * widths)
    elif stat == "frequency":
        counts = counts / widths
    elif stat == "percent":
        counts = counts / total * 100
    elif stat in ("probability", "proportion"):
        counts = counts / total
    if cumulative:
        counts = np.cumsum(counts * widths) if stat in ("density", "frequency") else np.cumsum(counts)
    return counts


def _bars(ax, heights, edges, colours, how, options):
    widths, middles = np.diff(edges) * how["shrink"], (edges[1:] + edges[:-1]) / 2
    below = np.zeros(len(middles))
    whole = sum(heights.values()) if how["multiple"] == "fill" else None
    draw, start, size = (ax.barh, "left", "height") if how["is_up"] else (ax.bar, "bottom", "width")
    for at, (level, counts) in enumerate(heights.items()):
        own = {"alpha": 0.75 if level is None else 0.5, "edgecolor": "black" if not how["fill"] else "white", **options}
        if colours[level] is not None:
            own["color"] = colours[level]
        if level is not None:
            own["label"] = str(level)
        if whole is not None:
            counts = counts / np.maximum(whole, 1e-300)
        places, wide = middles, widths
        if how["multiple"] == "dodge":
            wide = widths / len(heights)
            places = middles - widths / 2 + wide * (at + 0.5)
        draw(places, counts, wide, **{start: below.tolist()}, **own)
        if how["multiple"] in ("stack", "fill"):
            below = below + counts
    del size


def _density(values, bw_adjust, cut, gridsize, bw_method="scott", cumulative=False):
    """Places, and how dense numbers lie there: a bell around each."""
    array, count = np.array(values, dtype=float), len(values)
    if count < 2 or float(array.std()) == 0:
        raise ValueError("Dataset has 0 variance; a density estimate cannot be drawn.")
    factor = {"scott": count ** (-0.2), "silverman": (count * 3 / 4.0) ** (-0.2)}.get(bw_method, bw_method)
    width = float(np.std(array, ddof=1)) * factor * bw_adjust
    places = np.linspace(float(array.min()) - width * cut, float(array.max()) + width * cut, gridsize)
    away = (places.reshape(-1, 1) - array) / width
    dense = np.exp(-0.5 * away**2).sum(axis=1) / (count * width * math.sqrt(2 * math.pi))
    return places, np.cumsum(dense) / dense.sum() if cumulative else dense


def kdeplot(
    data=None, *, x=None, y=None, hue=None, palette=None, hue_order=None, color=None, fill=None, multiple="layer",
    common_norm=True, cumulative=False, bw_method="scott", bw_adjust=1, gridsize=200, cut=3, legend=True, ax=None, **kwargs,
):  # fmt: skip
    """How dense numbers lie, as a line."""
    steps = kwargs.pop("levels", 10)
    unbuilt = {"weights": None, "hue_norm": None, "common_grid": False, "warn_singular": True, "log_scale": None, "thresh": 0.05,
               "clip": None, "cbar": False, "cbar_ax": None, "cbar_kws": None}  # fmt: skip
    without("kdeplot", {name: kwargs.pop(name) for name in list(kwargs) if name in unbuilt}, unbuilt)
    without("kdeplot", {"multiple": multiple}, {"multiple": "layer"})
    if "shade" in kwargs:
        fill = kwargs.pop("shade")
    ax = axes(ax)
    if x is not None and y is not None:
        from seaborn._rarer import density_of_two

        how = {"hue_order": hue_order, "palette": palette, "color": color, "fill": fill, "bw_adjust": bw_adjust, "levels": steps,
               "legend": legend}  # fmt: skip
        return density_of_two(data, x, y, hue, how, ax, kwargs)
    name, samples, is_up = _samples("kdeplot", data, x, y, hue, hue_order)
    total = sum(len(values) for values in samples.values())
    colours = of_levels(list(samples), palette, False) if None not in samples else {None: color}
    for level, values in samples.items():
        places, dense = _density(values, bw_adjust, cut, gridsize, bw_method, cumulative)
        if level is not None and common_norm:
            dense = dense * (len(values) / total)
        own = dict(kwargs)
        if colours[level] is not None:
            own["color"] = colours[level]
        if level is not None:
            own["label"] = str(level)
        (line,) = ax.plot(*((dense, places) if is_up else (places, dense)), **own)
        if fill and not is_up:
            ax.fill_between(places.tolist(), dense.tolist(), alpha=0.25, color=line.get_color())
    if legend and None not in samples:
        ax.legend(title=hue if isinstance(hue, str) else None)
    words = "Proportion" if cumulative else "Density"
    label(ax, *((words, name) if is_up else (name, words)))
    return ax

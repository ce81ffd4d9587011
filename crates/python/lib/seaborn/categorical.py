"""`barplot`, `countplot` and `boxplot`: numbers by name.

What it is not: single points by name. Start reading at `_arranged`.
"""

import numpy as np
from seaborn._data import axes, column, counted, interval, is_categories, is_missing, label, levels, wide
from seaborn._missing import without
from seaborn.palettes import color_palette, of_levels

_UNBUILT = {
    "units": None, "weights": None, "saturation": 0.75, "hue_norm": None, "log_scale": None, "native_scale": False,
    "formatter": None, "gap": 0, "ci": None, "errcolor": None, "errwidth": None, "linecolor": "auto",
}  # fmt: skip


def _taken(owner, kwargs):
    """The options for matplotlib; those that are seaborn's and not drawn are named, but for how dull colours are."""
    for name in ("saturation", "err_kws"):
        kwargs.pop(name, None)
    own = {name: kwargs.pop(name) for name in list(kwargs) if name in _UNBUILT}
    without(owner, own, _UNBUILT)
    return kwargs


class _Arranged:
    """Numbers by category and group, and how they stand: upright with categories across, or lying."""

    def __init__(self, data, x, y, hue, order, hue_order, orient):
        if data is not None and x is None and y is None:
            names, found = wide(data)
            xs = [name for name, values in zip(names, found) for _ in values]
            ys, x_name, y_name = [value for values in found for value in values], "", ""
            if orient in ("h", "y"):
                xs, ys = ys, xs
        else:
            (xs, x_name), (ys, y_name) = column(data, x), column(data, y, "y")
        shades, self.hue_name = column(data, hue, "hue")
        self.is_lying = self._lies(xs, ys, orient)
        names, numbers = (ys, xs) if self.is_lying else (xs, ys)
        self.names_title, self.numbers_title = (y_name, x_name) if self.is_lying else (x_name, y_name)
        count = len(numbers if names is None else names)
        names = [""] * count if names is None else names
        self.categories = levels(names, order)
        self.is_same = shades is not None and shades == names
        self.groups = [None] if shades is None or self.is_same else levels(shades, hue_order)
        self.values = {}
        for at in range(count):
            group = None if self.groups == [None] else shades[at]
            value = None if numbers is None else numbers[at]
            if numbers is None or not is_missing(value):
                self.values.setdefault((names[at], group), []).append(value)

    @staticmethod
    def _lies(xs, ys, orient):
        if orient is not None:
            return orient in ("h", "y")
        if xs is None or ys is None:
            return ys is None and xs is not None and not is_categories(xs)
        return is_categories(ys) and not is_categories(xs)

    def places(self, width):
        """(category, group, place, width) of each box or bar."""
        wide = width / len(self.groups)
        for at, category in enumerate(self.categories):
            for number, group in enumerate(self.groups):
                yield category, group, at - width / 2 + wide * (number + 0.5), wide

    def colours(self, palette, color):
        """The colour of a category and a group."""
        if self.groups != [None]:
            by_group = of_levels(self.groups, palette, False)
            return lambda category, group: by_group[group]
        if palette is not None or self.is_same:
            by_name = of_levels(self.categories, palette, False)
            return lambda category, group: by_name[category]
        shade = color_palette(None, 1).as_hex()[0] if color is None else color
        return lambda category, group: shade

    def finish(self, ax, legend, numbers_title=None):
        """Names at the axes, and a key of the groups."""
        ticks, texts = list(range(len(self.categories))), [str(each) for each in self.categories]
        title = self.numbers_title if numbers_title is None else numbers_title
        if self.is_lying:
            ax.set_yticks(ticks, texts)
            ax.set_ylim(len(ticks) - 0.5, -0.5)
            label(ax, title, self.names_title)
        else:
            ax.set_xticks(ticks, texts)
            ax.set_xlim(-0.5, len(ticks) - 0.5)
            label(ax, self.names_title, title)
        if legend and self.groups != [None]:
            ax.legend(title=self.hue_name)


def _bar(ax, is_lying, place, height, width, options):
    if is_lying:
        ax.barh([place], [height], width, **options)
    else:
        ax.bar([place], [height], width, **options)


def _drawn_bars(ax, found, heights, palette, color, width, kwargs):
    colour, named = found.colours(palette, color), set()
    for category, group, place, size in found.places(width):
        height = heights(category, group)
        if height is None:
            continue
        options = {"color": colour(category, group), **kwargs}
        if group is not None and group not in named:
            options["label"] = str(group)
            named.add(group)
        _bar(ax, found.is_lying, place, height[0], size, options)
        if height[1] is not None:
            ends = ([height[1], height[2]], [place, place])
            ax.plot(*(ends if found.is_lying else ends[::-1]), color="#444444", linewidth=2)


def barplot(
    data=None, *, x=None, y=None, hue=None, order=None, hue_order=None, estimator="mean", errorbar=("ci", 95), n_boot=1000,
    seed=None, orient=None, color=None, palette=None, fill=True, width=0.8, dodge="auto", legend="auto", capsize=0, ax=None,
    **kwargs,
):  # fmt: skip
    """What the numbers of each name are on average, as bars, with how sure that is."""
    if kwargs.pop("ci", True) is None:
        errorbar = None
    kwargs = _taken("barplot", kwargs)
    without("barplot", {"fill": fill}, {"fill": True})
    # How bars of errors end, and what they look like, is the drawing's.
    del capsize
    if dodge not in ("auto", True, False):
        raise ValueError(f"dodge={dodge!r} is neither 'auto' nor a bool")
    ax = axes(ax)
    found = _Arranged(data, x, y, hue, order, hue_order, orient)

    def heights(category, group):
        values = found.values.get((category, group))
        return None if values is None else interval(values, estimator, errorbar, n_boot, seed)

    _drawn_bars(ax, found, heights, palette, color, width, kwargs)
    found.finish(ax, legend)
    return ax


def countplot(
    data=None, *, x=None, y=None, hue=None, order=None, hue_order=None, orient=None, color=None, palette=None, fill=True,
    stat="count", width=0.8, dodge="auto", legend="auto", ax=None, **kwargs,
):  # fmt: skip
    """How often each name occurs, as bars."""
    kwargs = _taken("countplot", kwargs)
    without("countplot", {"fill": fill}, {"fill": True})
    if stat not in ("count", "percent", "probability", "proportion"):
        raise ValueError(
            f"The stat parameter must be one of ['count', 'percent', 'probability', 'proportion'], got {stat!r}"
        )
    if x is not None and y is not None:
        raise TypeError("Cannot pass values for both `x` and `y`.")
    if dodge not in ("auto", True, False):
        raise ValueError(f"dodge={dodge!r} is neither 'auto' nor a bool")
    ax = axes(ax)
    if x is None and y is None:
        if data is None:
            return ax
        x, y = counted(data)
        data = None
    found = _Arranged(data, x, y, hue, order, hue_order, orient or ("h" if x is None else "v"))
    total = sum(len(values) for values in found.values.values())
    share = {"count": 1.0, "percent": 100.0 / total}.get(stat, 1.0 / total)

    def heights(category, group):
        values = found.values.get((category, group))
        return None if values is None else (len(values) * share, None, None)

    _drawn_bars(ax, found, heights, palette, color, width, kwargs)
    found.finish(ax, legend, stat)
    return ax


# What else matplotlib's boxes are asked for.
_PARTS = {"showfliers": True, "boxprops": None, "notch": False, "showmeans": False, "meanprops": None, "medianprops": None,
          "whiskerprops": None, "capprops": None, "flierprops": None, "showcaps": True, "meanline": False, "widths": None,
          "patch_artist": True}  # fmt: skip


def boxplot(
    data=None, *, x=None, y=None, hue=None, order=None, hue_order=None, orient=None, color=None, palette=None, fill=True,
    dodge="auto", width=0.8, whis=1.5, linewidth=None, fliersize=None, legend="auto", ax=None, **kwargs,
):  # fmt: skip
    """Where the middle half of the numbers of each name lies, and how far the others reach."""
    kwargs = _taken("boxplot", kwargs)
    parts = {name: kwargs.pop(name) for name in list(kwargs) if name in _PARTS}
    if parts.pop("showfliers", True) is False:
        fliersize = 0
    kwargs.update(parts.pop("boxprops", None) or {})
    without("boxplot", parts, _PARTS)
    without("boxplot", {"fill": fill}, {"fill": True})
    if dodge not in ("auto", True, False):
        raise ValueError(f"dodge={dodge!r} is neither 'auto' nor a bool")
    ax = axes(ax)
    found = _Arranged(data, x, y, hue, order, hue_order, orient)
    colour, named = found.colours(palette, color), set()
    line = {"color": "#444444", "linewidth": 1.2 if linewidth is None else linewidth}
    for category, group, place, size in found.places(width):
        values = found.values.get((category, group))
        if not values:
            continue
        options = {"color": colour(category, group), "edgecolor": "#444444", **kwargs}
        if group is not None and group not in named:
            options["label"] = str(group)
            named.add(group)
        _box(ax, found.is_lying, place, size, np.array(values, dtype=float), whis, options, line, fliersize)
    found.finish(ax, legend)
    return ax


def _box(ax, is_lying, place, wide, values, whis, options, line, fliersize):
    low, middle, high = (float(np.percentile(values, share)) for share in (25, 50, 75))
    reach = (high - low) * whis
    inside = values[(values >= low - reach) & (values <= high + reach)]
    outside = [value for value in values.tolist() if not low - reach <= value <= high + reach]
    ends = (min(float(inside.min()), low), max(float(inside.max()), high))

    def stroke(across, along, **more):
        ax.plot(*((along, across) if is_lying else (across, along)), **{**line, **more})

    if is_lying:
        ax.barh([place], [high - low], wide, left=[low], **options)
    else:
        ax.bar([place], [high - low], wide, bottom=[low], **options)
    stroke([place - wide / 2, place + wide / 2], [middle, middle])
    for edge, end in ((low, ends[0]), (high, ends[1])):
        stroke([place, place], [edge, end])
        stroke([place - wide / 4, place + wide / 4], [end, end])
    if outside and fliersize != 0:
        stroke(
            [place] * len(outside), outside, marker="o", linestyle="", markersize=5 if fliersize is None else fliersize
        )

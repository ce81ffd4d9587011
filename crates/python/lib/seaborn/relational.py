"""`scatterplot` and `lineplot`: one number over another.

What it is not: grids of them, which are `_facets`. Start reading at `scatterplot`.
"""

from seaborn._data import axes, column, complete, groups, interval, is_categories, label, levels, wide
from seaborn._missing import without
from seaborn.palettes import of_levels

_UNBUILT = {
    "hue_norm": None, "sizes": None, "size_order": None, "size_norm": None, "style_order": None, "units": None,
    "weights": None, "orient": "x", "err_kws": None, "ci": "deprecated",
}  # fmt: skip


def _taken(owner, kwargs):
    """The options for matplotlib; those that are seaborn's and not drawn are named."""
    own = {name: kwargs.pop(name) for name in list(kwargs) if name in _UNBUILT}
    without(owner, own, _UNBUILT)
    return kwargs


# Marks in turn for the levels of `style`.
_MARKS = ("o", "X", "s", "P", "D", "^", "v", "<", ">", "*")
_LINES = ("-", "--", ":", "-.")


def _sizes(values, sizes):
    """Areas of points, by how large numbers are, or level by level."""
    low, high = (18.0, 72.0) if sizes is None or isinstance(sizes, (dict, list)) else sizes
    found = levels(values)
    if isinstance(sizes, dict):
        return [float(sizes[value]) for value in values]
    if isinstance(sizes, list):
        return [float(sizes[found.index(value)]) for value in values]
    places = {value: at for at, value in enumerate(found)} if is_categories(found) else {value: value for value in found}
    ends = [places[found[0]], places[found[-1]]]
    span = (max(ends) - min(ends)) or 1.0
    return [low + (high - low) * (places[value] - min(ends)) / span for value in values]


def _columns(data, x, y, hue):
    if data is not None and x is None and y is None:
        names, found = wide(data)
        xs = [at for values in found for at in range(len(values))]
        ys = [value for values in found for value in values]
        return (
            (xs, ""),
            (ys, ""),
            ([name for name, values in zip(names, found) for _ in values] if len(found) > 1 else None, ""),
        )
    xs, x_name = column(data, x)
    ys, y_name = column(data, y, "y")
    xs = list(range(len(ys))) if xs is None else xs
    if len(xs) != len(ys):
        raise ValueError(f"Arrays must have the same length: x has {len(xs)}, y has {len(ys)}")
    return (xs, x_name), (ys, y_name), column(data, hue, "hue")


def _key(ax, legend, title, found):
    if legend is False or not found:
        return
    ax.legend(title=title) if title else ax.legend()


def scatterplot(
    data=None, *, x=None, y=None, hue=None, size=None, style=None, palette=None, hue_order=None, sizes=None, markers=True,
    style_order=None, legend="auto", ax=None, **kwargs,
):  # fmt: skip
    """A point a row, in a colour of its group, as large as `size` says, and with a mark of its style."""
    kwargs = _taken("scatterplot", kwargs)
    ax = axes(ax)
    (xs, x_name), (ys, y_name), (shades, hue_name) = _columns(data, x, y, hue)
    (forms, style_name), (large, _) = column(data, style, "style"), column(data, size, "size")
    xs, ys, shades, forms, large = complete(xs, ys, shades, forms, large)
    options = {"edgecolor": "white", "linewidth": 0.5, **kwargs}
    areas = [None] * len(xs) if large is None else _sizes(large, sizes)
    shapes = [] if forms is None else levels(forms, style_order)
    marks = markers if isinstance(markers, (list, dict)) else _MARKS
    mark_of = {each: marks[each] if isinstance(marks, dict) else marks[at % len(marks)] for at, each in enumerate(shapes)}
    found = [] if shades is None else levels(shades, hue_order)
    colours = of_levels(found, palette, bool(found) and not is_categories(found))
    named = set()
    for level, (own_x, own_y, own_areas, own_forms) in groups(shades, hue_order, xs, ys, areas, forms or [None] * len(xs)):
        for form in shapes or [None]:
            rows = [at for at, each in enumerate(own_forms) if each == form]
            own = dict(options)
            if level is not None:
                own["color"] = colours[level]
            if form is not None:
                own["marker"] = mark_of[form]
            if large is not None:
                own["s"] = [own_areas[at] for at in rows]
            name = level if level is not None else form
            if name is not None and name not in named and rows:
                own["label"] = str(name)
                named.add(name)
            if rows or level is None:
                ax.scatter([own_x[at] for at in rows], [own_y[at] for at in rows], **own)
    _key(ax, legend, hue_name or style_name, found or shapes)
    label(ax, x_name, y_name)
    return ax


def lineplot(
    data=None, *, x=None, y=None, hue=None, size=None, style=None, palette=None, hue_order=None, dashes=True, markers=None,
    estimator="mean", errorbar=("ci", 95), n_boot=1000, seed=None, sort=True, err_style="band", legend="auto", ax=None, **kwargs,
):  # fmt: skip
    """A line of what y is on average at each x, in a colour of its group, in a band of how sure that is."""
    if kwargs.pop("ci", True) is None:
        errorbar = None
    kwargs = _taken("lineplot", kwargs)
    without("lineplot", {"size": size, "err_style": err_style}, {"size": None, "err_style": "band"})
    ax = axes(ax)
    # Lines that differ in their style alone are groups as those of colours are.
    (xs, x_name), (ys, y_name), (shades, hue_name) = _columns(data, x, y, style if hue is None else hue)
    xs, ys, shades = complete(xs, ys, shades)
    found = [] if shades is None else levels(shades, hue_order)
    colours = of_levels(found, palette, bool(found) and not is_categories(found))
    if markers is True:
        kwargs.setdefault("marker", "o")
    for level, (own_x, own_y) in groups(shades, hue_order, xs, ys):
        own = {**kwargs, "color": colours[level], "label": str(level)} if shades is not None else dict(kwargs)
        if style is not None and hue is not None and dashes is not False:
            own.setdefault("linestyle", _LINES[found.index(level) % len(_LINES)])
        places, lines = own_x, [(value, None, None) for value in own_y]
        if estimator is not None:
            places = levels(own_x) if sort else list(dict.fromkeys(own_x))
            at_each = {place: [] for place in places}
            for place, value in zip(own_x, own_y):
                at_each[place].append(value)
            lines = [interval(at_each[place], estimator, errorbar, n_boot, seed) for place in places]
        elif sort:
            places, lines = zip(*sorted(zip(places, lines))) if places else ([], [])
        (line,) = ax.plot(list(places), [middle for middle, _, _ in lines], **own)
        if any(low is not None for _, low, _ in lines):
            lows, highs = ([each[at] if each[at] is not None else each[0] for each in lines] for at in (1, 2))
            ax.fill_between(list(places), lows, highs, alpha=0.2, color=line.get_color())
    _key(ax, legend, hue_name, found)
    label(ax, x_name, y_name)
    return ax

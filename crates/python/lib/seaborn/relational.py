"""`scatterplot` and `lineplot`: one number over another.

What it is not: grids of plots. Start reading at `scatterplot`.
"""

from seaborn._data import axes, column, complete, groups, interval, is_categories, label, levels, wide
from seaborn._missing import refuse
from seaborn.palettes import of_levels

_UNBUILT = {
    "hue_norm": None, "sizes": None, "size_order": None, "size_norm": None, "style_order": None, "units": None,
    "weights": None, "orient": "x", "err_kws": None, "ci": "deprecated",
}  # fmt: skip


def _taken(owner, kwargs):
    """The options for matplotlib; those that are seaborn's and not built are refused."""
    own = {name: kwargs.pop(name) for name in list(kwargs) if name in _UNBUILT}
    refuse(owner, own, _UNBUILT)
    return kwargs


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
    data=None, *, x=None, y=None, hue=None, size=None, style=None, palette=None, hue_order=None, markers=True, legend="auto",
    ax=None, **kwargs,
):  # fmt: skip
    """A point a row, in a colour of its group."""
    kwargs = _taken("scatterplot", kwargs)
    refuse("scatterplot", {"size": size, "markers": markers}, {"size": None, "markers": True})
    if style is not None and style is not hue and style != hue:
        raise NotImplementedError(f"scatterplot: style={style!r} is not built into this seaborn; hue is")
    ax = axes(ax)
    (xs, x_name), (ys, y_name), (shades, hue_name) = _columns(data, x, y, hue)
    xs, ys, shades = complete(xs, ys, shades)
    options = {"edgecolor": "white", "linewidth": 0.5, **kwargs}
    if shades is None:
        ax.scatter(xs, ys, **options)
    else:
        found = levels(shades, hue_order)
        colours = of_levels(found, palette, not is_categories(found))
        for level, (own_x, own_y) in groups(shades, hue_order, xs, ys):
            ax.scatter(own_x, own_y, **{**options, "color": colours[level], "label": str(level)})
        _key(ax, legend, hue_name, found)
    label(ax, x_name, y_name)
    return ax


def lineplot(
    data=None, *, x=None, y=None, hue=None, size=None, style=None, palette=None, hue_order=None, dashes=True, markers=None,
    estimator="mean", errorbar=("ci", 95), n_boot=1000, seed=None, sort=True, err_style="band", legend="auto", ax=None, **kwargs,
):  # fmt: skip
    """A line of what y is on average at each x, in a colour of its group, in a band of how sure that is."""
    kwargs = _taken("lineplot", kwargs)
    refuse(
        "lineplot",
        {"size": size, "dashes": dashes, "err_style": err_style},
        {"size": None, "dashes": True, "err_style": "band"},
    )
    if style is not None and style is not hue and style != hue:
        raise NotImplementedError(f"lineplot: style={style!r} is not built into this seaborn; hue is")
    ax = axes(ax)
    (xs, x_name), (ys, y_name), (shades, hue_name) = _columns(data, x, y, hue)
    xs, ys, shades = complete(xs, ys, shades)
    found = [] if shades is None else levels(shades, hue_order)
    colours = of_levels(found, palette, bool(found) and not is_categories(found))
    if markers is True:
        kwargs.setdefault("marker", "o")
    for level, (own_x, own_y) in groups(shades, hue_order, xs, ys):
        own = {**kwargs, "color": colours[level], "label": str(level)} if shades is not None else kwargs
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

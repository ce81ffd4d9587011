"""Rarer plots: means by name on a line, steps of shares, marks at an axis, what a line leaves over, two numbers' density.

What it is not: what courses start with. Start reading at `pointplot`.
"""

import numpy as np
from _scalars import INTS
from seaborn._data import axes, column, complete, groups, interval, is_categories, label, levels
from seaborn._missing import without
from seaborn.categorical import _Arranged
from seaborn.palettes import color_palette, of_levels


def pointplot(
    data=None, *, x=None, y=None, hue=None, order=None, hue_order=None, estimator="mean", errorbar=("ci", 95), n_boot=1000,
    seed=None, color=None, palette=None, markers="o", linestyles="-", dodge=False, orient=None, capsize=0, legend="auto", ax=None,
    **kwargs,
):  # fmt: skip
    """What numbers are on average by name, joined by a line, with how sure that is."""
    kwargs.pop("scale", None)
    kwargs.pop("err_kws", None)
    if kwargs.pop("join", True) is False:
        linestyles = "none"
    ax, shown = axes(ax), _Arranged(data, x, y, hue, order, hue_order, orient)
    colour = shown.colours(palette, color)
    for at, group in enumerate(shown.groups):
        shift = (at - (len(shown.groups) - 1) / 2) * (0.4 if dodge is True else float(dodge)) / max(len(shown.groups), 1)
        known = [(place, category) for place, category in enumerate(shown.categories) if (category, group) in shown.values]
        found = [interval(shown.values[category, group], estimator, errorbar, n_boot, seed) for _, category in known]
        spots = [place + shift for place, _ in known]
        middles = [middle for middle, _, _ in found]
        shade = colour(shown.categories[0], group) if group is not None or color is not None else color_palette(None, 1).as_hex()[0]
        look = {"color": shade, "marker": markers if isinstance(markers, str) else markers[at % len(markers)],
                "linestyle": linestyles if isinstance(linestyles, str) else linestyles[at % len(linestyles)], **kwargs}  # fmt: skip
        named = {} if group is None else {"label": str(group)}
        ax.plot(*((middles, spots) if shown.is_lying else (spots, middles)), **look, **named)
        ends = [(spot, low, high) for spot, (_, low, high) in zip(spots, found) if low is not None]
        if ends:
            draw = ax.hlines if shown.is_lying else ax.vlines
            draw(*([each[at] for each in ends] for at in range(3)), color=shade, linewidth=2)
    del capsize
    shown.finish(ax, legend)
    return ax


def ecdfplot(data=None, *, x=None, y=None, hue=None, stat="proportion", complementary=False, palette=None, hue_order=None,
             color=None, legend=True, ax=None, **kwargs):
    """Which share of the numbers is at most so large."""
    from seaborn.distributions import _samples

    ax = axes(ax)
    name, samples, is_up = _samples("ecdfplot", data, x, y, hue, hue_order)
    colours = of_levels(list(samples), palette, False) if None not in samples else {None: color}
    for level, values in samples.items():
        places = np.sort(np.array(values, dtype=float))
        share = np.arange(1, len(places) + 1) / {"proportion": len(places), "count": 1, "percent": len(places) / 100}[stat]
        share = share[-1] - share if complementary else share
        own = {**kwargs, **({} if colours[level] is None else {"color": colours[level]}),
               **({} if level is None else {"label": str(level)})}  # fmt: skip
        if is_up:
            ax.plot(share, places, **own)
        else:
            ax.step(np.concatenate([places[:1], places]), np.concatenate([[0.0], share]), where="post", **own)
    if legend and None not in samples:
        ax.legend(title=hue if isinstance(hue, str) else None)
    label(ax, *((stat.capitalize(), name) if is_up else (name, stat.capitalize())))
    return ax


def rugplot(data=None, *, x=None, y=None, hue=None, height=0.025, expand_margins=True, palette=None, hue_order=None, legend=True,
            ax=None, **kwargs):
    """A short mark at the axis for each number."""
    del expand_margins, legend
    ax = axes(ax)
    for given, role, upright in ((x, "x", True), (y, "y", False)):
        values, _ = column(data, given, role)
        if values is None:
            continue
        shades, _ = column(data, hue, "hue")
        values, shades = complete(values, shades)
        found = [] if shades is None else levels(shades, hue_order)
        colours = of_levels(found, palette, bool(found) and not is_categories(found))
        for level, (own,) in groups(shades, hue_order, values):
            low, high = map(float, ax.get_ylim() if upright else ax.get_xlim())
            color = {"color": kwargs.get("color", "C0") if level is None else colours[level]}
            rest = {name: value for name, value in kwargs.items() if name != "color"}
            (ax.vlines if upright else ax.hlines)(own, low, low + height * (high - low), **color, **{"linewidth": 1, **rest})
    return ax


def residplot(data=None, *, x=None, y=None, order=1, lowess=False, robust=False, dropna=True, label=None, color=None,
              scatter_kws=None, line_kws=None, ax=None):
    """How far points lie from the line with the least squares."""
    without("residplot", {"lowess": lowess, "robust": robust, "line_kws": line_kws}, {"lowess": False, "robust": False, "line_kws": None})
    del dropna
    from seaborn.regression import _curve

    ax = axes(ax)
    (xs, x_name), (ys, y_name) = column(data, x), column(data, y, "y")
    xs, ys = (np.array(each, dtype=float) for each in complete(xs, ys))
    ax.axhline(0, ls=":", c=".2")
    named = {} if label is None else {"label": label}
    ax.scatter(xs, ys - _curve(xs, ys, xs, order, False), **{"color": color or "C0", "alpha": 0.8, **named, **(scatter_kws or {})})
    ax.set_xlabel(x_name or "")
    ax.set_ylabel(y_name or "")
    return ax


def density_of_two(data, x, y, hue, how, ax, kwargs):
    """`kdeplot` with x and y: lines, or areas, of equal density."""
    (xs, x_name), (ys, y_name) = column(data, x), column(data, y, "y")
    shades, hue_name = column(data, hue, "hue")
    xs, ys, shades = complete(xs, ys, shades)
    found = [] if shades is None else levels(shades, how["hue_order"])
    colours = of_levels(found, how["palette"], False)
    for level, (own_x, own_y) in groups(shades, how["hue_order"], xs, ys):
        sides, dense = _dense(np.array([own_x, own_y], dtype=float), how["bw_adjust"])
        steps = how["levels"]
        steps = np.linspace(0, float(dense.max()), steps + 1)[1:-1] if isinstance(steps, INTS) else np.asarray(steps) * float(dense.max())
        cmap = kwargs.get("cmap")
        if how["fill"]:
            ax.contourf(*sides, dense, levels=np.append(steps, float(dense.max()) * 1.01), cmap=cmap or "Blues", alpha=kwargs.get("alpha", 0.8))
        else:
            color = colours[level] if level is not None else None if cmap else how["color"] or "C0"
            ax.contour(*sides, dense, levels=steps, **({"cmap": cmap} if color is None else {"colors": color}))
        if level is not None:
            ax.plot([], [], color=colours[level], label=str(level))
    if found and how["legend"]:
        ax.legend(title=hue_name)
    label(ax, x_name, y_name)
    return ax


def _dense(points, bw_adjust):
    """A grid, and how dense points lie there: a bell around each, as wide as they spread together."""
    count = points.shape[1]
    spread = np.cov(points) * (count ** (-1 / 6) * bw_adjust) ** 2
    inverse, size = np.linalg.inv(spread), 3 * np.sqrt(np.diag(spread))
    sides = [np.linspace(float(side.min()) - room, float(side.max()) + room, 60) for side, room in zip(points, size.tolist())]
    grid = np.stack(np.meshgrid(*sides), -1).reshape(-1, 1, 2)
    away = grid - points.T
    dense = np.exp(-0.5 * ((away @ inverse) * away).sum(-1)).sum(1)
    return sides, (dense / (count * 2 * np.pi * np.sqrt(np.linalg.det(spread)))).reshape(60, 60)


def histogram_of_two(data, x, y, bins, cmap, ax, cbar=False):
    """`histplot` with x and y: how many points lie in each cell."""
    (xs, x_name), (ys, y_name) = column(data, x), column(data, y, "y")
    xs, ys = (np.array(each, dtype=float) for each in complete(xs, ys))
    from seaborn.distributions import _best

    parts = [_best(side.tolist()) if bins == "auto" else bins for side in (xs, ys)]
    counts, across, up = np.histogram2d(xs, ys, bins=parts)
    made = ax.pcolormesh(across, up, np.where(counts > 0, counts, np.nan).T, cmap=cmap or "Blues")
    if cbar:
        ax.figure.colorbar(made, ax=ax)
    label(ax, x_name, y_name)
    return ax


def distplot(a=None, bins=None, hist=True, kde=True, rug=False, color=None, label=None, ax=None, hist_kws=None, kde_kws=None, **kwargs):
    """How dense numbers lie, as bars and as a line: the older form of `histplot`."""
    import warnings

    from seaborn.distributions import histplot, kdeplot

    warnings.warn(_OLDER, UserWarning, stacklevel=2)
    named = {} if label is None else {"label": label}
    if hist:
        ax = histplot(a, bins="auto" if bins is None else bins, stat="density", color=color, ax=ax, **{"alpha": 0.4, **(hist_kws or {})},
                      **({} if kde else named))
    if kde:
        ax = kdeplot(a, color=color, ax=ax, **(kde_kws or {}), **named)
    if rug:
        rugplot(x=a, ax=ax, color=color or "C0")
    without("distplot", kwargs, {"fit": None, "norm_hist": True, "axlabel": None, "vertical": False, "rug_kws": None})
    return ax


_OLDER = """

`distplot` is a deprecated function and will be removed in seaborn v0.14.0.

Please adapt your code to use either `displot` (a figure-level function with
similar flexibility) or `histplot` (an axes-level function for histograms).

For a guide to updating your code to use the new functions, please see
https://gist.github.com/mwaskom/de44147ed2974457ad6372750bbe5751
"""

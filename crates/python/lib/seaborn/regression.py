"""`regplot`: points, and the line through them.

What it is not: lines by group. Start reading at `regplot`.
"""

import numpy as np
from seaborn._data import axes, column, complete, label
from seaborn._missing import without
from seaborn.palettes import color_palette


def regplot(
    data=None, *, x=None, y=None, scatter=True, fit_reg=True, ci=95, n_boot=1000, seed=None, order=1, logx=False,
    truncate=True, color=None, marker="o", scatter_kws=None, line_kws=None, ax=None, **kwargs,
):  # fmt: skip
    """A point a row, the line with the least squares (or a curve of that order), and a band of how sure it is."""
    name = kwargs.pop("label", None)
    unbuilt = {"x_estimator": None, "x_bins": None, "x_ci": "ci", "units": None, "logistic": False, "lowess": False, "robust": False,
               "x_partial": None, "y_partial": None, "dropna": True, "x_jitter": None, "y_jitter": None}  # fmt: skip
    without("regplot", kwargs, unbuilt)
    ax = axes(ax)
    (xs, x_name), (ys, y_name) = column(data, x), column(data, y, "y")
    xs, ys = (np.array(each, dtype=float) for each in complete(xs, ys))
    shade = color_palette(None, 1).as_hex()[0] if color is None else color
    if scatter:
        named = {} if name is None else {"label": name}
        ax.scatter(xs, ys, **{"color": shade, "alpha": 0.8, "marker": marker, **named, **(scatter_kws or {})})
    if fit_reg:
        low, high = (float(xs.min()), float(xs.max())) if truncate else map(float, ax.get_xlim())
        places = np.linspace(low, high, 100)
        ax.plot(places, _curve(xs, ys, places, order, logx), **{"color": shade, "linewidth": 2, **(line_kws or {})})
        if ci is not None:
            generator = np.random.RandomState(0 if seed is None else seed)
            drawn = [generator.randint(0, len(xs), size=len(xs)) for _ in range(min(n_boot, 200))]
            curves = np.stack([_curve(xs[rows], ys[rows], places, order, logx) for rows in drawn])
            low, high = (np.percentile(curves, share, axis=0) for share in ((100 - ci) / 2, 100 - (100 - ci) / 2))
            ax.fill_between(places.tolist(), low.tolist(), high.tolist(), color=shade, alpha=0.15)
    label(ax, x_name, y_name)
    return ax


def _powers(places, order, logx):
    base = np.log(places) if logx else places
    return np.stack([base**power for power in range(order + 1)], axis=1)


def _curve(xs, ys, places, order, logx):
    """The heights of the curve with the least squares."""
    return _powers(places, order, logx) @ (np.linalg.pinv(_powers(xs, order, logx)) @ ys)

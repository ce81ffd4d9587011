"""`jointplot`: one number over another, and how often which occur, at the sides.

What it is not: more than two numbers. Start reading at `JointGrid`.
"""

from matplotlib import pyplot
from seaborn._data import column
from seaborn._facets import Grid
from seaborn._missing import without


class JointGrid(Grid):
    """Axes for both numbers, and for each of them at its side."""

    def __init__(self, data=None, *, x=None, y=None, hue=None, height=6, ratio=5, space=0.2, palette=None, hue_order=None,
                 hue_norm=None, dropna=False, xlim=None, ylim=None, marginal_ticks=False):
        without("JointGrid", {"hue_norm": hue_norm, "dropna": dropna}, {"hue_norm": None, "dropna": False})
        # How far apart they are is the drawing's.
        del space
        figure = pyplot.figure(figsize=(height, height))
        cells = figure.add_gridspec(ratio + 1, ratio + 1)
        self.ax_joint = figure.add_subplot(cells[1:, :-1])
        self.ax_marg_x = figure.add_subplot(cells[0, :-1])
        self.ax_marg_y = figure.add_subplot(cells[1:, -1])
        Grid.__init__(self, figure, [self.ax_joint, self.ax_marg_x, self.ax_marg_y])
        self.data, self._given = data, {"x": x, "y": y}
        self._groups = {} if hue is None else {"hue": hue, "palette": palette, "hue_order": hue_order}
        self.hue, self._hue_name = hue, hue if isinstance(hue, str) else None
        self.x, self.y = column(data, x)[0], column(data, y, "y")[0]
        for ax in () if marginal_ticks else (self.ax_marg_x, self.ax_marg_y):
            ax.set_xticks([])
            ax.set_yticks([])
        self.despine()
        for name, ends in (("xlim", xlim), ("ylim", ylim)):
            if ends is not None:
                self.ax_joint.set(**{name: ends})
        self.set_axis_labels(*(column(data, given, role)[1] or "" for role, given in self._given.items()))
        pyplot.sca(self.ax_joint)

    def set_axis_labels(self, xlabel="", ylabel="", **kwargs):
        self.ax_joint.set_xlabel(xlabel, **kwargs)
        self.ax_joint.set_ylabel(ylabel, **kwargs)
        return self

    def plot_joint(self, func, **kwargs):
        """Calls func for both numbers."""
        self._call(func, self.ax_joint, self._given, kwargs)
        return self

    def plot_marginals(self, func, **kwargs):
        """Calls func for each number at its side."""
        self._call(func, self.ax_marg_x, {"x": self._given["x"]}, kwargs)
        self._call(func, self.ax_marg_y, {"y": self._given["y"]}, kwargs)
        for ax in (self.ax_marg_x, self.ax_marg_y):
            ax.set_xlabel("")
            ax.set_ylabel("")
            if ax.get_legend() is not None:
                ax.get_legend().remove()
        return self

    def plot(self, joint_func, marginal_func, **kwargs):
        return self.plot_marginals(marginal_func, **kwargs).plot_joint(joint_func, **kwargs)

    def _call(self, func, ax, given, kwargs):
        pyplot.sca(ax)
        if (getattr(func, "__module__", "") or "").startswith("seaborn"):
            groups = {} if func.__name__ in ("regplot", "residplot") else self._groups
            func(self.data, **given, **groups, ax=ax, **kwargs)
        else:
            func(*(column(self.data, name)[0] for name in given.values()), **kwargs)


JointGrid.__module__ = "seaborn.axisgrid"


def jointplot(data=None, *, x=None, y=None, hue=None, kind="scatter", height=6, ratio=5, space=0.2, dropna=False, xlim=None,
              ylim=None, color=None, palette=None, hue_order=None, hue_norm=None, marginal_ticks=False, joint_kws=None,
              marginal_kws=None, **kwargs):
    """Both numbers in the middle, and each at its side, in one of six ways."""
    from seaborn._rarer import residplot
    from seaborn.distributions import histplot, kdeplot
    from seaborn.regression import regplot
    from seaborn.relational import scatterplot

    kinds = ("scatter", "hist", "hex", "kde", "reg", "resid")
    if kind not in kinds:
        raise ValueError(f"The value for `kind` must be one of {list(kinds)}, but {kind!r} was passed.")
    grid = JointGrid(data, x=x, y=y, hue=hue, height=height, ratio=ratio, space=space, palette=palette, hue_order=hue_order,
                     hue_norm=hue_norm, dropna=dropna, xlim=xlim, ylim=ylim, marginal_ticks=marginal_ticks)
    joint, side = {**kwargs, **(joint_kws or {})}, dict(marginal_kws or {})
    if color is not None:
        joint.setdefault("color", color)
        side.setdefault("color", color)
    if kind == "hex":
        joint.pop("color", None)
        grid.ax_joint.hexbin(grid.x, grid.y, **{"gridsize": 15, "cmap": "Blues", "mincnt": 1, **joint})
    else:
        draw = {"scatter": scatterplot, "hist": histplot, "kde": kdeplot, "reg": regplot, "resid": residplot}[kind]
        grid.plot_joint(draw, **joint)
    if kind == "reg":
        side.setdefault("kde", True)
    grid.plot_marginals(kdeplot if kind == "kde" or kind == "scatter" and hue is not None else histplot,
                        **({"fill": True} if kind == "scatter" and hue is not None else {}), **side)
    pyplot.sca(grid.ax_joint)
    return grid

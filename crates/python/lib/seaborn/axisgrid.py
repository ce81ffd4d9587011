"""`pairplot` and `PairGrid`: each number over each other.

What it is not: the same plot for parts of the data, which is `_facets`. Start reading at `pairplot`.
"""

from matplotlib import pyplot
from seaborn._data import is_categories, levels, plain
from seaborn._facets import Grid
from seaborn._missing import without
from seaborn.distributions import histplot, kdeplot
from seaborn.palettes import of_levels
from seaborn.regression import regplot
from seaborn.relational import scatterplot


class PairGrid(Grid):
    """Axes for each number over each other: `map`, `map_diag`, `map_upper` and the like draw in them."""

    def __init__(self, data, *, hue=None, vars=None, x_vars=None, y_vars=None, hue_order=None, palette=None, hue_kws=None,
                 corner=False, diag_sharey=True, height=2.5, aspect=1, layout_pad=0.5, despine=True, dropna=False, **made):
        without("PairGrid", {"hue_kws": hue_kws, "dropna": dropna}, {"hue_kws": None, "dropna": False})
        del diag_sharey, layout_pad
        numbers = [name for name in data.columns.tolist() if name != hue and not is_categories(plain(data[name]))]
        self.data, self._hue_name = data, hue
        self.x_vars, self.y_vars = list(x_vars or vars or numbers), list(y_vars or vars or numbers)
        self._how = {"hue": hue, "hue_order": hue_order, "palette": palette}
        wide, tall = len(self.x_vars), len(self.y_vars)
        figure, self.axes = made.get("drawn") or pyplot.subplots(
            tall, wide, squeeze=False, figsize=(wide * height * aspect, tall * height))  # fmt: skip
        Grid.__init__(self, figure, self.axes)
        for row, y in enumerate(self.y_vars if not made else ()):
            for at, x in enumerate(self.x_vars):
                if corner and at > row:
                    self.axes[row][at].axis("off")
                self.axes[row][at].set_xlabel(str(x) if row == tall - 1 else "")
                self.axes[row][at].set_ylabel(str(y) if at == 0 else "")
        self._corner = corner
        if despine and not made:
            self.despine()

    def _over(self, is_meant, func, kwargs, is_alone=False):
        for row, y in enumerate(self.y_vars):
            for at, x in enumerate(self.x_vars):
                if is_meant(row, at) and not (self._corner and at > row):
                    self._draw(func, self.axes[row][at], x, None if is_alone else y, kwargs)
        return self

    def _draw(self, func, ax, x, y, kwargs):
        """One cell, its names being the grid's affair."""
        pyplot.sca(ax)
        names = ax.get_xlabel(), ax.get_ylabel()
        given = {"x": x} if y is None else {"x": x, "y": y}
        if (getattr(func, "__module__", "") or "").startswith("seaborn"):
            how = {} if func.__name__ == "regplot" else {**self._how, "legend": False} if self._how["hue"] else {}
            func(self.data, **given, **how, ax=ax, **kwargs)
        else:
            hue, order = self._how["hue"], self._how["hue_order"]
            found = [None] if hue is None else levels(plain(self.data[hue]), order)
            colours = {None: "C0"} if hue is None else of_levels(found, self._how["palette"], False)
            for level in found:
                part = self.data if level is None else self.data[self.data[hue] == level]
                func(*(part[name] for name in given.values()), **{"color": colours[level], "label": level, **kwargs})
        ax.set_xlabel(names[0])
        ax.set_ylabel(names[1])

    def map(self, func, **kwargs):
        return self._over(lambda row, at: True, func, kwargs)

    def map_diag(self, func, **kwargs):
        return self._over(lambda row, at: row == at, func, kwargs, True)

    def map_offdiag(self, func, **kwargs):
        return self._over(lambda row, at: row != at, func, kwargs)

    def map_upper(self, func, **kwargs):
        return self._over(lambda row, at: row < at, func, kwargs)

    def map_lower(self, func, **kwargs):
        return self._over(lambda row, at: row > at, func, kwargs)


def pairplot(
    data, *, hue=None, hue_order=None, palette=None, vars=None, x_vars=None, y_vars=None, kind="scatter", diag_kind="auto",
    height=2.5, aspect=1, corner=False, plot_kws=None, diag_kws=None, **kwargs,
):  # fmt: skip
    """Points for each two numbers, and how often which occur for each one."""
    markers = kwargs.pop("markers", None)
    without("pairplot", kwargs, {"dropna": False, "grid_kws": None, "size": None})
    if kind not in ("scatter", "reg", "kde", "hist"):
        raise ValueError(f"`kind` must be one of ['scatter', 'kde', 'hist', 'reg'], but {kind!r} was passed.")
    marks = {} if markers is None else {"marker": markers} if isinstance(markers, str) else {"style": hue, "markers": list(markers)}
    if not hasattr(data, "columns"):
        raise TypeError(f"'data' must be pandas DataFrame object, not: {type(data)}")
    numbers = [name for name in data.columns.tolist() if name != hue and not is_categories(plain(data[name]))]
    across, down = list(x_vars or vars or numbers), list(y_vars or vars or numbers)
    figure, grid = pyplot.subplots(
        len(down), len(across), squeeze=False, figsize=(len(across) * height * aspect, len(down) * height)
    )
    how = {"hue": hue, "hue_order": hue_order, "palette": palette, "legend": False}
    diag_kind = ("hist" if hue is None else "kde") if diag_kind == "auto" else diag_kind
    for row, y in enumerate(down):
        for at, x in enumerate(across):
            ax = grid[row][at]
            if corner and at > row:
                ax.axis("off")
            elif x == y and diag_kind is not None:
                draw = histplot if diag_kind == "hist" else kdeplot
                draw(data, x=x, ax=ax, **how, **({"fill": True} if draw is kdeplot else {}), **(diag_kws or {}))
            elif kind == "reg":
                regplot(data, x=x, y=y, ax=ax, **(plot_kws or {}))
            elif kind == "kde":
                kdeplot(data, x=x, y=y, ax=ax, **how, **(plot_kws or {}))
            elif kind == "hist":
                histplot(data, x=x, y=y, ax=ax, **(plot_kws or {}))
            else:
                scatterplot(data, x=x, y=y, ax=ax, **how, **marks, **(plot_kws or {}))
            ax.set_xlabel(str(x) if row == len(down) - 1 else "")
            ax.set_ylabel(str(y) if at == 0 else "")
    if hue is not None:
        every = [ax for line in grid for ax in line]
        next((ax for ax in every[::-1] if ax.get_legend_handles_labels()[0]), every[-1]).legend(title=hue)
    return PairGrid(data, hue=hue, x_vars=across, y_vars=down, hue_order=hue_order, palette=palette, corner=corner,
                    drawn=(figure, grid))


def __getattr__(name):
    # Grids whose classes have this address in seaborn.
    if name in ("FacetGrid", "JointGrid"):
        import seaborn

        return getattr(seaborn, name)
    raise AttributeError(f"module 'seaborn.axisgrid' has no attribute {name!r}")

"""`pairplot`: each number over each other.

What it is not: grids of one's own. Start reading at `pairplot`.
"""

from matplotlib import pyplot
from seaborn._data import is_categories, plain
from seaborn._missing import refuse
from seaborn.distributions import histplot, kdeplot
from seaborn.regression import regplot
from seaborn.relational import scatterplot


class PairGrid:
    """The figure and its axes."""

    def __init__(self, figure, axes, x_vars, y_vars):
        self.figure = self.fig = self._figure = figure
        self.axes, self.x_vars, self.y_vars = axes, x_vars, y_vars

    def __getattr__(self, name):
        if name in (
            "map",
            "map_diag",
            "map_offdiag",
            "map_upper",
            "map_lower",
            "add_legend",
            "savefig",
            "set",
            "tight_layout",
        ):
            raise NotImplementedError(f"PairGrid.{name} is not built into this seaborn")
        raise AttributeError(f"'PairGrid' object has no attribute '{name}'")


def pairplot(
    data, *, hue=None, hue_order=None, palette=None, vars=None, x_vars=None, y_vars=None, kind="scatter", diag_kind="auto",
    height=2.5, aspect=1, corner=False, plot_kws=None, diag_kws=None, **kwargs,
):  # fmt: skip
    """Points for each two numbers, and how often which occur for each one."""
    refuse("pairplot", kwargs, {"markers": None, "dropna": False, "grid_kws": None, "size": None})
    if kind not in ("scatter", "reg"):
        raise NotImplementedError(f"pairplot: kind={kind!r} is not built into this seaborn")
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
            else:
                scatterplot(data, x=x, y=y, ax=ax, **how, **(plot_kws or {}))
            ax.set_xlabel(str(x) if row == len(down) - 1 else "")
            ax.set_ylabel(str(y) if at == 0 else "")
    if hue is not None:
        last = grid[0][len(across) - 1]
        last.legend(title=hue)
    return PairGrid(figure, grid, across, down)

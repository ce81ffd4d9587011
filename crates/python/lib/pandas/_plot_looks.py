"""What plots of several kinds are told beside their data: the size of ticks' texts, error bars, colours and styles by name.

What it is not: the drawing. Start reading at `Around`.
"""

import matplotlib.pyplot as plt
import numpy as np

# What goes to the axes, whatever is drawn.
_AROUND = ("title", "xlabel", "ylabel", "xlim", "ylim", "xticks", "yticks")
_SCALES = {"sym": "symlog", True: "log", False: None, None: None}


class Around:
    """What is asked for around a plot, taken out of its settings."""

    def __init__(self, kwargs, ndim):
        if kwargs.pop("table", False) is not False:
            raise NotImplementedError("plot: table is not built into this pandas")
        if kwargs.pop("backend", None) not in (None, "matplotlib"):
            raise NotImplementedError("plot: backend is matplotlib in this pandas")
        self.legend, self.grid = kwargs.pop("legend", ndim == 2), kwargs.pop("grid", None)
        self.rot, self.fontsize = kwargs.pop("rot", None), kwargs.pop("fontsize", None)
        both = kwargs.pop("loglog", False)
        self.scales = [_SCALES[both or kwargs.pop(f"log{axis}", False)] for axis in "xy"]
        for axis in "xy":
            kwargs.pop(f"log{axis}", None)
        self.values = {name: kwargs.pop(name) for name in _AROUND if kwargs.get(name) is not None}

    def scale(self, axes):
        """Sets what the data is drawn by."""
        for axis, scale in zip("xy", self.scales):
            if scale is not None:
                getattr(axes, f"set_{axis}scale")(scale)

    def finish(self, axes, kind, has_legend):
        """Sets what stands around the data."""
        if has_legend:
            self._label(axes)
        if self.grid:
            axes.grid(True)
        axes.set(**self.values)
        # Names of bars stand upright where nothing else is asked for.
        rot = 90 if self.rot is None and kind == "bar" else self.rot
        if rot is not None:
            axes.tick_params("y" if kind == "barh" else "x", labelrotation=rot)
        if self.fontsize is not None:
            axes.tick_params("both", labelsize=self.fontsize)

    def _label(self, axes):
        if self.legend != "reverse":
            axes.legend()
            return
        handles, labels = axes.get_legend_handles_labels()
        axes.legend(handles[::-1], labels[::-1])


def set_ticks(axes, xlabelsize=None, xrot=None, ylabelsize=None, yrot=None):
    """The size and the turn of the texts along the axes."""
    for axis, size, turn in (("x", xlabelsize, xrot), ("y", ylabelsize, yrot)):
        if size is not None:
            axes.tick_params(axis, labelsize=size)
        if turn is not None:
            axes.tick_params(axis, labelrotation=turn)


def errors(kwargs, data):
    """What takes a column's name and place and gives its error bars; and the data without a column that has them."""
    given = {name: kwargs.pop(name, None) for name in ("xerr", "yerr")}
    for name, error in given.items():
        if isinstance(error, str):
            given[name] = data[error].to_numpy()
            data = data.drop(columns=[error])
        elif hasattr(error, "reindex"):
            error = error.reindex(data.index)
            given[name] = error.to_numpy() if error.ndim == 1 else {each: error[each].to_numpy() for each in error.columns.tolist()}

    def of(column, at):
        found = {}
        for name, error in given.items():
            if isinstance(error, dict):
                error = error.get(column)
            elif np.ndim(error) == 3 or np.ndim(error) == 2 and data.ndim == 2:
                error = np.asarray(error)[at if len(error) > 1 else 0]
            if error is not None:
                found[name] = np.asarray(error) if hasattr(error, "__len__") or hasattr(error, "tolist") else error
        return found

    return of, data


def colors(kwargs, names):
    """One colour for each column, or None."""
    color = kwargs.pop("color", kwargs.pop("c", None))
    cmap = kwargs.pop("cmap", None)
    if color is None and cmap is not None:
        return [tuple(one) for one in plt.get_cmap(cmap)(np.linspace(0, 1, len(names)))]
    if isinstance(color, dict):
        return [color.get(name) for name in names]
    listed = color if isinstance(color, (list, tuple)) and not isinstance(color, str) else [color]
    return [listed[at % len(listed)] for at in range(len(names))]


def styles(kwargs, names):
    """One style for each column, or None."""
    style = kwargs.pop("style", None)
    if isinstance(style, dict):
        return [style.get(name) for name in names]
    return list(style)[: len(names)] + [None] * (len(names) - len(style)) if isinstance(style, (list, tuple)) else [style] * len(names)

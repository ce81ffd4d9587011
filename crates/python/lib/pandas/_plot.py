"""`df.plot`, `df.hist`, `df.boxplot`: pandas' plots, drawn by matplotlib.

What it is not: plots of several figures or maps. Start reading at `PlotAccessor`.
"""

import matplotlib.pyplot as plt
import numpy as np
from _scalars import INTS
from pandas._along import is_even, places, text, tighten

_KINDS = ("line", "bar", "barh", "kde", "density", "area", "hist", "box", "pie", "scatter", "hexbin")
# What goes to the axes, whatever is drawn.
_AROUND = ("title", "xlabel", "ylabel", "xlim", "ylim", "xticks", "yticks")


class PlotAccessor:
    """`data.plot(kind=...)`, or `data.plot.line(...)`."""

    def __init__(self, data):
        self._data = data

    def __call__(self, x=None, y=None, kind="line", **kwargs):
        if isinstance(x, str) and x in _KINDS and self._data.ndim == 1:
            kind, x = x, None
        if kind not in _KINDS:
            raise ValueError(f"{kind} is not a valid plot kind Valid plot kinds: {_KINDS}")
        return _drawn(self._data, kind, x, y, kwargs)

    def __getattr__(self, name):
        if name not in _KINDS:
            raise AttributeError(f"'PlotAccessor' object has no attribute '{name}'")

        def draw(x=None, y=None, **kwargs):
            return _drawn(self._data, name, x, y, kwargs)

        return draw


def _drawn(data, kind, x, y, kwargs):
    if kwargs.pop("subplots", False):
        return _apart(data, kind, x, y, kwargs)
    second = kwargs.pop("secondary_y", False)
    if second is not False:
        return _with_second(data, kind, x, y, second, kwargs)
    around, axes, looks = _axes(data, kwargs)
    legend, grid, rot = kwargs.pop("legend", True), kwargs.pop("grid", None), kwargs.pop("rot", None)
    if kwargs.pop("logx", False):
        axes.set_xscale("log")
    if kwargs.pop("logy", False):
        axes.set_yscale("log")
    made = _DRAW[kind](axes, data, x, y, {**kwargs, **looks})
    if legend and made and (data.ndim == 2 or legend is True and "label" in kwargs):
        axes.legend()
    if grid:
        axes.grid(True)
    axes.set(**around)
    # Names of bars stand upright where nothing else is asked for.
    rot = 90 if rot is None and kind == "bar" else rot
    if rot is not None:
        axes.tick_params("y" if kind == "barh" else "x", labelrotation=rot)
    return axes


def _axes(data, kwargs):
    """What is set around the plot, the axes for it, and looks that several kinds share."""
    axes, size = kwargs.pop("ax", None), kwargs.pop("figsize", None)
    if axes is None:
        # A series is drawn into the current axes, a frame into new ones.
        axes = plt.gca() if size is None and data.ndim == 1 else plt.figure(figsize=size).gca()
    looks = {}
    if "cmap" in kwargs or "colormap" in kwargs:
        looks["cmap"] = kwargs.pop("cmap", None) or kwargs.pop("colormap", None)
    return {name: kwargs.pop(name) for name in _AROUND if kwargs.get(name) is not None}, axes, looks


def _with_second(data, kind, x, y, second, kwargs):
    """Some columns, or all of them, by an axis of their own at the right."""
    names = _numbers(data) if data.ndim == 2 else [data.name]
    chosen = names if second is True else [second] if isinstance(second, str) else list(second)
    rest = [name for name in names if name not in chosen and name != x]
    if not rest or data.ndim == 1:
        axes = kwargs.pop("ax", None)
        axes = (plt.gca() if kwargs.get("figsize") is None else plt.figure(figsize=kwargs.pop("figsize")).gca()) if axes is None else axes
        return _drawn(data, kind, x, y, {**kwargs, "ax": axes.twinx()})
    style = kwargs.pop("style", None)
    styles = dict(zip(names, style)) if isinstance(style, (list, tuple)) else {}
    given = {} if style is None or styles else {"style": style}
    kept = [x] if isinstance(x, str) else []
    first = _drawn(data[kept + rest], kind, x, y, {**kwargs, **given, **({"style": [styles[name] for name in rest]} if styles else {})})
    other = first.twinx()
    for at, name in enumerate(chosen):
        look = {"color": f"C{len(rest) + at}", "label": f"{name} (right)", **({"style": styles[name]} if styles else given)}
        _drawn(data[name] if not kept else data.set_index(x)[name], kind, None, None, {**look, "ax": other})
    return first


def _apart(data, kind, x, y, kwargs):
    """Each column in axes of its own."""
    layout, size = kwargs.pop("layout", None), kwargs.pop("figsize", None)
    sharing = {name: kwargs.pop(name) for name in ("sharex", "sharey") if name in kwargs}
    names = [name for name in _numbers(data) if name != x]
    rows, columns = layout or (len(names), 1)
    grid = plt.figure(figsize=size).subplots(rows, columns, squeeze=False, **sharing)
    flat = grid.ravel()
    for name, axes in zip(names, flat):
        _drawn(data, kind, x, y or name, {**kwargs, "ax": axes})
    return flat if layout is None else grid


def _numbers(data):
    """The names of a frame's columns of numbers."""
    return [name for name, series in data.items() if series._column.is_number]


def _along(index):
    """Where the rows stand: periods where they begin."""
    return (index.to_timestamp() if type(index).__name__ == "PeriodIndex" else index).tolist()


def _columns(data, x, y):
    """The labels along, and each column to draw with its name."""
    if data.ndim == 1:
        if not data._column.is_number:
            raise TypeError("no numeric data to plot")
        return _along(data.index), [(data.name, data)]
    along = _along(data.index) if x is None else data[x].tolist()
    names = [y] if y is not None and not isinstance(y, (list, tuple)) else y
    names = [name for name in _numbers(data) if name != x] if names is None else names
    if not names:
        raise TypeError("no numeric data to plot")
    return along, [(name, data[name]) for name in names]


def _colors(kwargs, count):
    """One colour for each column, or None."""
    color = kwargs.pop("color", kwargs.pop("c", None))
    cmap = kwargs.pop("cmap", None)
    if color is None and cmap is not None:
        return [tuple(one) for one in plt.get_cmap(cmap)(np.linspace(0, 1, count))]
    listed = color if isinstance(color, (list, tuple)) and not isinstance(color, str) else [color] * count
    return [listed[at % len(listed)] for at in range(count)]


def _line(axes, data, x, y, kwargs):
    along, columns = _columns(data, x, y)
    along, show = places(along)
    styles, label = kwargs.pop("style", None), kwargs.pop("label", None)
    styles = styles if isinstance(styles, (list, tuple)) else [styles] * len(columns)
    for (name, series), color, style in zip(columns, _colors(kwargs, len(columns)), styles):
        look = {**kwargs, "label": label or name, **({} if color is None else {"color": color})}
        axes.plot(along, series.tolist(), *([style] if style else []), **look)
    _shown(axes, data, x, show)
    return columns


def _shown(axes, data, x, show):
    """What stands along the axis, where moments leave no room at the sides."""
    if show is not None:
        show(axes)
    elif x is None and is_even(data.index):
        tighten(axes)
    _name_along(axes, data, x, "x")


def _name_along(axes, data, x, axis):
    name = data.index.name if x is None else x
    if name is not None:
        getattr(axes, f"set_{axis}label")(name)


def _bars(level):
    def draw(axes, data, x, y, kwargs):
        along, columns = _columns(data, x, y)
        stacked, wide = kwargs.pop("stacked", False), kwargs.pop("width", 0.5)
        spots, label = np.arange(len(along)), kwargs.pop("label", None)
        colors, below = _colors(kwargs, len(columns)), np.zeros(len(along))
        each = wide if stacked else wide / len(columns)
        for at, ((name, series), color) in enumerate(zip(columns, colors)):
            values = np.asarray(series.fillna(0).to_numpy(), dtype=np.float64)
            spot = spots if stacked else spots - wide / 2 + (at + 0.5) * each
            look = {**kwargs, "label": label or name, **({} if color is None else {"color": color})}
            look["left" if level else "bottom"] = below if stacked else 0
            (axes.barh if level else axes.bar)(spot, values, each, **look)
            below = below + values
        getattr(axes, "set_yticks" if level else "set_xticks")(spots, [text(label) for label in along])
        getattr(axes, "set_ylim" if level else "set_xlim")(-wide / 2 - 0.25, len(along) - 1 + wide / 2 + 0.25)
        _name_along(axes, data, x, "y" if level else "x")
        return columns

    return draw


def _hist(axes, data, x, y, kwargs):
    columns = _columns(data, x, y)[1]
    bins, label = kwargs.pop("bins", 10), kwargs.pop("label", None)
    known = [(name, np.asarray(series.dropna().to_numpy(), dtype=np.float64)) for name, series in columns]
    if isinstance(bins, INTS):
        bins = np.histogram_bin_edges(np.concatenate([values for _, values in known]), bins, kwargs.pop("range", None))
    for (name, values), color in zip(known, _colors(kwargs, len(known))):
        axes.hist(values, bins=bins, label=label or name, **{**kwargs, **({} if color is None else {"color": color})})
    axes.set_ylabel("Frequency")
    return columns


def _box(axes, data, x, y, kwargs):
    columns = _columns(data, x, y)[1]
    kwargs.pop("cmap", None)
    axes.boxplot([series.dropna().tolist() for _, series in columns], tick_labels=[str(name) for name, _ in columns], **kwargs)
    return []


def _scatter(axes, data, x, y, kwargs):
    if x is None or y is None:
        raise ValueError("scatter requires an x and y column")
    color, size = kwargs.pop("c", None), kwargs.pop("s", None)
    by_value = isinstance(color, str) and color in data.columns.tolist()
    color = data[color].to_numpy() if by_value else color
    size = data[size].to_numpy() if isinstance(size, str) else size
    if not by_value:
        kwargs.pop("cmap", None)
    made = axes.scatter(data[x].to_numpy(), data[y].to_numpy(), s=20 if size is None else size, c=color, **kwargs)
    if by_value:
        axes.figure.colorbar(made, ax=axes)
    axes.set_xlabel(x)
    axes.set_ylabel(y)
    return []


def _pie(axes, data, x, y, kwargs):
    if data.ndim == 2 and y is None:
        raise ValueError("pie requires either y column or 'subplots=True'")
    series = data if data.ndim == 1 else data[y]
    labels = kwargs.pop("labels", [str(label) for label in series.index.tolist()])
    kwargs.pop("cmap", None)
    axes.pie(series.to_numpy(), labels=labels, **kwargs)
    axes.set_ylabel("")
    return []


def _area(axes, data, x, y, kwargs):
    along, columns = _columns(data, x, y)
    along, show = places(along)
    stacked, below = kwargs.pop("stacked", True), np.zeros(len(along))
    for (name, series), color in zip(columns, _colors(kwargs, len(columns))):
        top = np.asarray(series.fillna(0).to_numpy(), dtype=np.float64) + (below if stacked else 0)
        look = {"alpha": None if stacked else 0.5, **kwargs, "label": name, **({} if color is None else {"color": color})}
        axes.fill_between(along, below if stacked else 0, top, **look)
        below = top
    if show is not None:
        show(axes)
    elif x is None and is_even(data.index):
        axes.set_xlim(along[0], along[-1])
    _name_along(axes, data, x, "x")
    return columns


def _kde(axes, data, x, y, kwargs):
    columns = _columns(data, x, y)[1]
    for (name, series), color in zip(columns, _colors(kwargs, len(columns))):
        values = np.asarray(series.dropna().to_numpy(), dtype=np.float64)
        span = values.max() - values.min()
        along = np.linspace(values.min() - 0.5 * span, values.max() + 0.5 * span, 1000)
        width = values.std(ddof=1) * len(values) ** -0.2
        dense = np.exp(-0.5 * ((along[:, None] - values) / width) ** 2).sum(1) / (len(values) * width * np.sqrt(2 * np.pi))
        axes.plot(along, dense, **{**kwargs, "label": name, **({} if color is None else {"color": color})})
    axes.set_ylabel("Density")
    return columns


def _hexbin(axes, data, x, y, kwargs):
    made = axes.hexbin(data[x], data[y], **kwargs)
    axes.set(xlabel=x, ylabel=y)
    return made


_DRAW = {
    "line": _line, "bar": _bars(False), "barh": _bars(True), "hist": _hist, "box": _box, "scatter": _scatter, "pie": _pie,
    "area": _area, "kde": _kde, "density": _kde, "hexbin": _hexbin,
}  # fmt: skip


def hist(data, column=None, by=None, grid=True, ax=None, figsize=None, layout=None, bins=10, sharex=False, sharey=False,
         **kwargs):
    """A histogram of each column of numbers, in axes of its own."""
    if by is not None:
        raise NotImplementedError(f"hist: by={by!r} is not built into this pandas")
    if data.ndim == 1:
        axes = ax or (plt.gca() if figsize is None else plt.figure(figsize=figsize).gca())
        axes.hist(data.dropna().to_numpy(), bins=bins, **kwargs)
        axes.grid(grid)
        return axes
    names = _numbers(data) if column is None else [column] if isinstance(column, str) else list(column)
    rows, columns = layout or _layout(len(names))
    grid_of_axes = plt.figure(figsize=figsize).subplots(rows, columns, sharex=sharex, sharey=sharey, squeeze=False)
    for at, axes in enumerate(grid_of_axes.ravel()):
        if at >= len(names):
            axes.set_axis_off()
            continue
        axes.hist(data[names[at]].dropna().to_numpy(), bins=bins, **kwargs)
        axes.set_title(names[at])
        axes.grid(grid)
    return grid_of_axes


def _layout(count):
    """Rows and columns for so many axes, about as many of each."""
    known = {1: (1, 1), 2: (1, 2), 3: (2, 2), 4: (2, 2)}
    side = int(np.ceil(np.sqrt(count)))
    return known.get(count) or ((side, side - 1) if side * (side - 1) >= count else (side, side))


def boxplot(data, column=None, by=None, ax=None, figsize=None, grid=True, rot=0, **kwargs):
    """A box for each column of numbers, or for each group of one."""
    axes = ax or (plt.gca() if figsize is None else plt.figure(figsize=figsize).gca())
    names = _numbers(data) if column is None else [column] if isinstance(column, str) else list(column)
    if by is None:
        sets, titles = [data[name].dropna().tolist() for name in names], names
    else:
        groups = list(data.groupby(by)[names[0]])
        sets, titles = [part.dropna().tolist() for _, part in groups], [key for key, _ in groups]
        axes.set_title(names[0])
        axes.set_xlabel(by)
    axes.boxplot(sets, tick_labels=[str(title) for title in titles], **kwargs)
    axes.grid(grid)
    axes.tick_params("both", labelrotation=rot)
    return axes


PlotAccessor.__module__ = "pandas.plotting"

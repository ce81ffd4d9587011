"""`df.plot`, `df.hist`, `df.boxplot`: pandas' plots, drawn by matplotlib.

What it is not: plots of several figures or maps. Start reading at `PlotAccessor`.
"""

import matplotlib.pyplot as plt
import numpy as np
from _scalars import INTS, NUMBERS
from pandas._along import is_even, places, text, tighten
from pandas._plot_looks import Around, colors, errors, set_ticks, styles

_KINDS = ("line", "bar", "barh", "kde", "density", "area", "hist", "box", "pie", "scatter", "hexbin")


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
    if kwargs.pop("include_bool", False) and data.ndim == 2:
        data = data.astype({name: int for name, series in data.items() if series._column.kind == "bool"})
    if not kwargs.pop("use_index", True):
        data = data.reset_index(drop=True)
    around = Around(kwargs, data.ndim)
    axes, looks = _axes(data, kwargs)
    around.scale(axes)
    if kind == "pie":
        looks["_size"] = around.fontsize
    made = _DRAW[kind](axes, data, x, y, {**kwargs, **looks})
    around.finish(axes, kind, around.legend and made)
    return axes


def _axes(data, kwargs):
    """The axes for a plot, and looks that several kinds share."""
    axes, size = kwargs.pop("ax", None), kwargs.pop("figsize", None)
    for name in ("sharex", "sharey"):
        # There is one axes alone.
        kwargs.pop(name, None)
    if axes is None:
        # A series is drawn into the current axes, a frame into new ones.
        axes = plt.gca() if size is None and data.ndim == 1 else plt.figure(figsize=size).gca()
    looks = {}
    if "cmap" in kwargs or "colormap" in kwargs:
        looks["cmap"] = kwargs.pop("cmap", None) or kwargs.pop("colormap", None)
    return axes, looks


def _with_second(data, kind, x, y, second, kwargs):
    """Some columns, or all of them, by an axis of their own at the right."""
    names = _numbers(data) if data.ndim == 2 else [data.name]
    chosen = names if second is True else [second] if isinstance(second, str) else list(second)
    rest = [name for name in names if name not in chosen and name != x]
    if not rest or data.ndim == 1:
        axes = kwargs.pop("ax", None)
        axes = (plt.gca() if kwargs.get("figsize") is None else plt.figure(figsize=kwargs.pop("figsize")).gca()) if axes is None else axes
        return _drawn(data, kind, x, y, {**kwargs, "ax": axes.twinx()})
    style, mark = kwargs.pop("style", None), " (right)" if kwargs.pop("mark_right", True) else ""
    styles = dict(zip(names, style)) if isinstance(style, (list, tuple)) else style if isinstance(style, dict) else {}
    given = {} if style is None or styles else {"style": style}
    kept = [x] if isinstance(x, str) else []
    first = _drawn(data[kept + rest], kind, x, y, {**kwargs, **given, **({"style": [styles.get(name) for name in rest]} if styles else {})})
    other = first.twinx()
    for at, name in enumerate(chosen):
        look = {"color": f"C{len(rest) + at}", "label": f"{name}{mark}", **({"style": styles.get(name)} if styles else given)}
        _drawn(data[name] if not kept else data.set_index(x)[name], kind, None, None, {**look, "ax": other})
    if kwargs.get("legend", True):
        handles = [made for each in (first, other) for made in each.get_legend_handles_labels()[0]]
        first.legend(handles, [made.get_label() for made in handles])
    return first


def _apart(data, kind, x, y, kwargs):
    """Each column in axes of its own."""
    layout, size, title = kwargs.pop("layout", None), kwargs.pop("figsize", None), kwargs.pop("title", None)
    sharing = {"sharex": kwargs.pop("sharex", None), "sharey": kwargs.pop("sharey", False)}
    sharing["sharex"] = True if sharing["sharex"] is None else sharing["sharex"]
    names = [name for name in _numbers(data) if name != x]
    if isinstance(title, (list, tuple)) and len(title) != len(names):
        raise ValueError(
            "The length of `title` must equal the number of columns if using `title` of type `list` and `subplots=True`.\n"
            f"length of title = {len(title)}\nnumber of columns = {len(names)}"
        )
    rows, columns = _layout(len(names), layout) if layout else (len(names), 1)
    figure = plt.figure(figsize=size)
    grid = figure.subplots(rows, columns, squeeze=False, **sharing)
    flat = grid.ravel()
    for at, (name, axes) in enumerate(zip(names, flat)):
        own = {"title": title[at]} if isinstance(title, (list, tuple)) else {}
        look = {} if "color" in kwargs or "colormap" in kwargs or "cmap" in kwargs or kind in ("box", "pie") else {"color": f"C{at % 10}"}
        _drawn(data, kind, x, y or name, {**kwargs, **look, **own, "ax": axes})
    for axes in flat[len(names) :]:
        axes.set_visible(False)
    if isinstance(title, str):
        figure.suptitle(title)
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


def _line(axes, data, x, y, kwargs):
    error, data = errors(kwargs, data)
    along, columns = _columns(data, x, y)
    along, show = places(along)
    label, names = kwargs.pop("label", None), [name for name, _ in columns]
    for at, ((name, series), color, style) in enumerate(zip(columns, colors(kwargs, names), styles(kwargs, names))):
        look = {**kwargs, "label": label or name, **({} if color is None else {"color": color})}
        bars = error(name, at)
        if bars:
            axes.errorbar(along, series.tolist(), **({"fmt": style} if style else {}), **look, **bars)
        else:
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
        error, data = errors(kwargs, data)
        along, columns = _columns(data, x, y)
        stacked, wide, place = kwargs.pop("stacked", False), kwargs.pop("width", 0.5), kwargs.pop("position", 0.5)
        spots, label = np.arange(len(along)), kwargs.pop("label", None)
        start = kwargs.pop("left" if level else "bottom", 0)
        shades, above, below = colors(kwargs, [name for name, _ in columns]), np.zeros(len(along)), np.zeros(len(along))
        each = wide if stacked else wide / len(columns)
        at_edge = kwargs.get("align") == "edge"
        # How far the first bar begins before its label, and how far bars by their edges reach.
        before = wide * (place - 0.5) + each / 2 if at_edge and not stacked else wide * place
        beyond = each / 2 if at_edge else 0
        for at, ((name, series), color) in enumerate(zip(columns, shades)):
            values = np.asarray(series.fillna(0).to_numpy(), dtype=np.float64)
            spot = spots - before + (wide / 2 if stacked else (at + 0.5) * each)
            look = {**kwargs, "label": label or name, **({} if color is None else {"color": color}), **error(name, at)}
            look["left" if level else "bottom"] = start + np.where(values > 0, above, below) if stacked else start
            (axes.barh if level else axes.bar)(spot, values, each, **look)
            above, below = above + np.where(values > 0, values, 0), below + np.where(values > 0, 0, values)
        getattr(axes, "set_yticks" if level else "set_xticks")(spots, [text(label) for label in along])
        first, last = -before - 0.25 + beyond, len(along) - 1 - before + 0.25 + wide + beyond
        getattr(axes, "set_ylim" if level else "set_xlim")(first, last)
        _name_along(axes, data, x, "y" if level else "x")
        return columns

    return draw


def _hist(axes, data, x, y, kwargs):
    columns = _columns(data, x, y)[1]
    bins, label, stacked = kwargs.pop("bins", 10), kwargs.pop("label", None), kwargs.pop("stacked", False)
    known = [(name, np.asarray(series.dropna().to_numpy(), dtype=np.float64)) for name, series in columns]
    if isinstance(bins, INTS):
        bins = np.histogram_bin_edges(np.concatenate([values for _, values in known]), bins, kwargs.pop("range", None))
    names = [name for name, _ in known]
    if stacked:
        shades = colors(kwargs, names)
        look = {**kwargs, **({} if shades[0] is None else {"color": shades})}
        axes.hist([values for _, values in known], bins=bins, label=[label or name for name in names], stacked=True, **look)
    for (name, values), color in zip([] if stacked else known, colors(kwargs, names)):
        axes.hist(values, bins=bins, label=label or name, **{**kwargs, **({} if color is None else {"color": color})})
    (axes.set_xlabel if kwargs.get("orientation") == "horizontal" else axes.set_ylabel)("Frequency")
    return columns


def _box(axes, data, x, y, kwargs):
    columns = _columns(data, x, y)[1]
    kwargs.pop("cmap", None)
    axes.boxplot([series.dropna().tolist() for _, series in columns], tick_labels=[str(name) for name, _ in columns], **kwargs)
    return []


def _scatter(axes, data, x, y, kwargs):
    if x is None or y is None:
        raise ValueError("scatter requires an x and y column")
    color, size, has_bar = kwargs.pop("c", None), kwargs.pop("s", None), kwargs.pop("colorbar", None)
    by_value = isinstance(color, str) and color in data.columns.tolist()
    color = data[color].to_numpy() if by_value else color
    size = data[size].to_numpy() if isinstance(size, str) else size
    if not by_value:
        kwargs.pop("cmap", None)
    made = axes.scatter(data[x].to_numpy(), data[y].to_numpy(), s=20 if size is None else size, c=color, **kwargs)
    if by_value if has_bar is None else has_bar:
        axes.figure.colorbar(made, ax=axes)
    axes.set_xlabel(x)
    axes.set_ylabel(y)
    return kwargs.get("label") is not None


def _pie(axes, data, x, y, kwargs):
    if data.ndim == 2 and y is None:
        raise ValueError("pie requires either y column or 'subplots=True'")
    series = data if data.ndim == 1 else data[y]
    labels, size = kwargs.pop("labels", [str(label) for label in series.index.tolist()]), kwargs.pop("_size", None)
    kwargs.pop("cmap", None)
    _, texts, *percents = axes.pie(series.to_numpy(), labels=labels, **kwargs)
    for each in [*texts, *(percents[0] if percents else [])] if size is not None else []:
        each.set_fontsize(size)
    axes.set_ylabel("")
    return []


def _area(axes, data, x, y, kwargs):
    along, columns = _columns(data, x, y)
    along, show = places(along)
    stacked, below, is_above = kwargs.pop("stacked", True), np.zeros(len(along)), True
    for (name, series), color in zip(columns, colors(kwargs, [name for name, _ in columns])):
        own = np.asarray(series.fillna(0).to_numpy(), dtype=np.float64)
        top, is_above = own + (below if stacked else 0), is_above and bool((own >= 0).all())
        look = {"alpha": None if stacked else 0.5, **kwargs, "label": name, **({} if color is None else {"color": color})}
        axes.fill_between(along, below if stacked else 0, top, **look)
        below = top
    if show is not None:
        show(axes)
    elif x is None and is_even(data.index):
        axes.set_xlim(along[0], along[-1])
    if is_above:
        axes.set_ylim(0, None)
    _name_along(axes, data, x, "x")
    return columns


def _narrowness(how, count):
    """How wide the bells of a density are beside the spread of so many values."""
    if how in (None, "scott"):
        return count**-0.2
    if how == "silverman":
        return (count * 0.75) ** -0.2
    if isinstance(how, NUMBERS):
        return how
    if callable(how):
        raise NotImplementedError("plot: bw_method as a function is not built into this pandas")
    raise ValueError("`bw_method` should be 'scott', 'silverman', a scalar or a callable.")


def _kde(axes, data, x, y, kwargs):
    columns = _columns(data, x, y)[1]
    how, spots = kwargs.pop("bw_method", None), kwargs.pop("ind", None)
    for (name, series), color in zip(columns, colors(kwargs, [name for name, _ in columns])):
        values = np.asarray(series.dropna().to_numpy(), dtype=np.float64)
        span = values.max() - values.min()
        count = 1000 if spots is None else spots
        along = np.linspace(values.min() - 0.5 * span, values.max() + 0.5 * span, count) if isinstance(count, INTS) else np.asarray(count)
        width = values.std(ddof=1) * _narrowness(how, len(values))
        dense = np.exp(-0.5 * ((along[:, None] - values) / width) ** 2).sum(1) / (len(values) * width * np.sqrt(2 * np.pi))
        axes.plot(along, dense, **{**kwargs, "label": name, **({} if color is None else {"color": color})})
    axes.set_ylabel("Density")
    return columns


def _hexbin(axes, data, x, y, kwargs):
    values, has_bar = kwargs.pop("C", None), kwargs.pop("colorbar", True)
    values = data[values] if isinstance(values, str) else values
    made = axes.hexbin(data[x], data[y], values, **{"cmap": "BuGn", **kwargs})
    if has_bar:
        axes.figure.colorbar(made, ax=axes)
    axes.set(xlabel=x, ylabel=y)
    return []


_DRAW = {
    "line": _line, "bar": _bars(False), "barh": _bars(True), "hist": _hist, "box": _box, "scatter": _scatter, "pie": _pie,
    "area": _area, "kde": _kde, "density": _kde, "hexbin": _hexbin,
}  # fmt: skip


def hist(data, column=None, by=None, grid=True, xlabelsize=None, xrot=None, ylabelsize=None, yrot=None, ax=None, sharex=False,
         sharey=False, figsize=None, layout=None, bins=10, backend=None, legend=False, **kwargs):
    """A histogram of each column of numbers, in axes of its own."""
    if by is not None:
        raise NotImplementedError(f"hist: by={by!r} is not built into this pandas")
    if backend not in (None, "matplotlib"):
        raise NotImplementedError("hist: backend is matplotlib in this pandas")
    ticks = {"xlabelsize": xlabelsize, "xrot": xrot, "ylabelsize": ylabelsize, "yrot": yrot}
    if data.ndim == 1:
        axes = ax or (plt.gca() if figsize is None else plt.figure(figsize=figsize).gca())
        axes.hist(data.dropna().to_numpy(), bins=bins, **({"label": data.name, **kwargs} if legend else kwargs))
        axes.grid(grid)
        set_ticks(axes, **ticks)
        if legend:
            axes.legend()
        return axes
    names = _numbers(data) if column is None else [column] if isinstance(column, str) else list(column)
    rows, columns = _layout(len(names), layout)
    grid_of_axes = plt.figure(figsize=figsize).subplots(rows, columns, sharex=sharex, sharey=sharey, squeeze=False)
    for at, axes in enumerate(grid_of_axes.ravel()):
        if at >= len(names):
            axes.set_axis_off()
            continue
        look = {"label": names[at], **kwargs} if legend else kwargs
        axes.hist(data[names[at]].dropna().to_numpy(), bins=bins, **look)
        axes.set_title(names[at])
        axes.grid(grid)
        set_ticks(axes, **ticks)
        if legend:
            axes.legend()
    return grid_of_axes


def _layout(count, layout=None):
    """Rows and columns for so many axes, about as many of each where none are given; -1 is as many as are needed."""
    if layout is not None:
        rows, columns = layout
        rows, columns = (-(-count // columns) if rows < 0 else rows), (-(-count // rows) if columns < 0 else columns)
        if rows * columns < count:
            raise ValueError(f"Layout of {rows}x{columns} must be larger than required size {count}")
        return rows, columns
    known = {1: (1, 1), 2: (1, 2), 3: (2, 2), 4: (2, 2)}
    side = int(np.ceil(np.sqrt(count)))
    return known.get(count) or ((side, side - 1) if side * (side - 1) >= count else (side, side))


def boxplot(data, column=None, by=None, ax=None, fontsize=None, rot=0, grid=True, figsize=None, **kwargs):
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
    set_ticks(axes, fontsize, None, fontsize)
    return axes


PlotAccessor.__module__ = "pandas.plotting"

"""Grids of plots: the same plot for each part of the data (`FacetGrid`, `relplot`, `displot`, `catplot`, `lmplot`).

What it is not: each number over each other (axisgrid.py), or a plot with margins (_joint.py). Start reading at `FacetGrid`.
"""

from matplotlib import pyplot
from seaborn._data import is_categories, levels, plain
from seaborn._missing import without
from seaborn.palettes import of_levels


class Grid:
    """What all grids can do with their figure and axes."""

    def __init__(self, figure, axes):
        self.figure = self.fig = self._figure = figure
        self._grid = axes
        self._legend = None

    @property
    def legend(self):
        return self._legend

    def _each(self):
        grid = self._grid
        return [ax for row in grid for ax in (row if isinstance(row, list) else [row])]

    def set(self, **kwargs):
        """Calls each keyword's setter of all axes."""
        for ax in self._each():
            ax.set(**kwargs)
        return self

    def savefig(self, *args, **kwargs):
        self.figure.savefig(*args, **kwargs)

    def tight_layout(self, *args, **kwargs):
        """Figures are laid out tightly anyway."""
        self.figure.tight_layout(*args, **kwargs)
        return self

    def despine(self, **kwargs):
        from seaborn.rcmod import despine

        for ax in self._each():
            despine(ax=ax, **kwargs)
        return self

    def tick_params(self, axis="both", **kwargs):
        for ax in self._each():
            ax.tick_params(axis=axis, **kwargs)
        return self

    def add_legend(self, legend_data=None, title=None, label_order=None, adjust_subtitles=False, **kwargs):
        """A key of the groups, in the last axes."""
        del adjust_subtitles
        found = {}
        for ax in self._each():
            for handle, label in zip(*ax.get_legend_handles_labels()):
                found.setdefault(label, handle)
        found = dict(legend_data or found)
        if label_order is not None:
            found = {label: found[label] for label in label_order if label in found}
        if found:
            options = {"title": title or self._hue_name, **kwargs}
            self._legend = self._each()[-1].legend(list(found.values()), list(found), **options)
        return self

    _hue_name = None


class FacetGrid(Grid):
    """Axes for each value of one or two columns of a frame."""

    def __init__(self, data, *, row=None, col=None, hue=None, col_wrap=None, sharex=True, sharey=True, height=3, aspect=1,
                 palette=None, row_order=None, col_order=None, hue_order=None, hue_kws=None, dropna=False, legend_out=True,
                 despine=True, margin_titles=False, xlim=None, ylim=None, subplot_kws=None, gridspec_kws=None):
        without("FacetGrid", {"dropna": dropna, "hue_kws": hue_kws}, {"dropna": False, "hue_kws": None})
        # Where titles and keys stand is the drawing's.
        del legend_out, margin_titles
        self.data, self._row, self._col, self._hue_name = data, row, col, hue
        self.row_names = [None] if row is None else levels(plain(data[row]), row_order)
        self.col_names = [None] if col is None else levels(plain(data[col]), col_order)
        self.hue_names = [None] if hue is None else levels(plain(data[hue]), hue_order)
        self._colors = {None: None} if hue is None else of_levels(
            self.hue_names, palette, palette is None and not is_categories(self.hue_names))  # fmt: skip
        wide = min(col_wrap or len(self.col_names), len(self.col_names))
        tall = -(-len(self.col_names) // wide) if col_wrap else len(self.row_names)
        figure, axes = pyplot.subplots(tall, wide, squeeze=False, sharex=sharex, sharey=sharey, subplot_kw=subplot_kws,
                                       figsize=(wide * height * aspect, tall * height), gridspec_kw=gridspec_kws)
        Grid.__init__(self, figure, axes)
        self._facets, flat = {}, self._each()
        for at, (row_name, col_name) in enumerate((r, c) for r in self.row_names for c in self.col_names):
            self._facets[row_name, col_name] = flat[at]
        for spare in flat[len(self._facets):]:
            figure.delaxes(spare)
        self._is_wrapped = col_wrap is not None
        for ax in self._facets.values():
            ax.set(**{name: ends for name, ends in (("xlim", xlim), ("ylim", ylim)) if ends is not None})
        if despine:
            self.despine()
        self.set_titles()

    @property
    def axes(self):
        from matplotlib._axes_array import AxesArray

        return AxesArray(list(self._facets.values())) if self._is_wrapped else self._grid

    @property
    def ax(self):
        """The only axes."""
        if len(self._facets) > 1:
            raise AttributeError("Use the `.axes` attribute when facet variables are assigned.")
        return next(iter(self._facets.values()))

    @property
    def axes_dict(self):
        """Axes by their part's name, or by both of them."""
        if self._row is None:
            return {col: ax for (_, col), ax in self._facets.items()}
        if self._col is None:
            return {row: ax for (row, _), ax in self._facets.items()}
        return dict(self._facets)

    def _each(self):
        return list(self._facets.values()) if getattr(self, "_facets", None) else Grid._each(self)

    def facet_axis(self, row_i, col_j, modify_state=True):
        del modify_state
        ax = self._facets[self.row_names[row_i], self.col_names[col_j]]
        pyplot.sca(ax)
        return ax

    def _part(self, row, col):
        data = self.data
        for name, value in ((self._row, row), (self._col, col)):
            if name is not None:
                data = data[data[name] == value]
        return data

    def facet_data(self):
        """((row, column, hue), frame) of each part."""
        for at, row in enumerate(self.row_names):
            for across, col in enumerate(self.col_names):
                part = self._part(row, col)
                for which, hue in enumerate(self.hue_names):
                    yield (at, across, which), part if hue is None else part[part[self._hue_name] == hue]

    def _mapped(self, func, names, kwargs, give):
        for (at, across, which), part in self.facet_data():
            ax = self.facet_axis(at, across)
            if len(part) == 0:
                continue
            hue, own = self.hue_names[which], dict(kwargs)
            color = self._colors[hue]
            if color is not None:
                own.setdefault("color", color)
                own["label"] = str(hue)
            elif "color" not in own:
                own["color"] = "C0"
            give(func, part, own, ax)
        given = [name for name in names if isinstance(name, str)]
        self._finish(*(given + [None, None])[:2])
        return self

    def map(self, func, *args, **kwargs):
        """Calls func with the columns of each part, its axes being the current ones."""

        def give(func, part, own, ax):
            home = getattr(func, "__module__", "") or ""
            columns = [part[name] for name in args]
            if home.startswith("seaborn"):
                columns, own = [], {**own, "ax": ax, **dict(zip(("x", "y"), columns))}
            func(*columns, **own)

        return self._mapped(func, args, kwargs, give)

    def map_dataframe(self, func, *args, **kwargs):
        """Calls func with each part as `data`, its axes being the current ones."""
        names = args or tuple(kwargs[name] for name in ("x", "y") if name in kwargs)

        def give(func, part, own, ax):
            named = dict(zip(("x", "y", "hue", "size", "style"), args)) if func.__module__.startswith("seaborn") else {}
            func(*(() if named else args), data=part, **{**named, **own})

        return self._mapped(func, names, kwargs, give)

    def _finish(self, x_name, y_name):
        """Names at the outermost axes alone."""
        if x_name is not None:
            self.set_xlabels(x_name)
        if y_name is not None:
            self.set_ylabels(y_name)

    def _outer(self, last_row):
        facets, wide = list(self._facets.items()), len(self.col_names)
        if self._is_wrapped:
            wide = len(self._grid[0])
        for at, (_, ax) in enumerate(facets):
            is_outer = at + wide >= len(facets) if last_row else at % wide == 0
            yield ax, is_outer

    def set_xlabels(self, label=None, clear_inner=True, **kwargs):
        for ax, is_outer in self._outer(True):
            if is_outer or not clear_inner:
                ax.set_xlabel(ax.get_xlabel() if label is None else label, **kwargs)
            else:
                ax.set_xlabel("")
        return self

    def set_ylabels(self, label=None, clear_inner=True, **kwargs):
        for ax, is_outer in self._outer(False):
            if is_outer or not clear_inner:
                ax.set_ylabel(ax.get_ylabel() if label is None else label, **kwargs)
            else:
                ax.set_ylabel("")
        return self

    def set_axis_labels(self, x_var=None, y_var=None, clear_inner=True, **kwargs):
        """Names of both axes."""
        if x_var is not None:
            self.set_xlabels(x_var, clear_inner, **kwargs)
        if y_var is not None:
            self.set_ylabels(y_var, clear_inner, **kwargs)
        return self

    def set_titles(self, template=None, row_template=None, col_template=None, **kwargs):
        """What each part is called: "{row_var} = {row_name} | {col_var} = {col_name}"."""
        row_template, col_template = row_template or "{row_var} = {row_name}", col_template or "{col_var} = {col_name}"
        parts = [text for text, name in ((row_template, self._row), (col_template, self._col)) if name is not None]
        template = template or " | ".join(parts)
        for (row, col), ax in self._facets.items():
            title = template.format(row_var=self._row, row_name=row, col_var=self._col, col_name=col)
            if title:
                ax.set_title(title, **kwargs)
        return self

    def set_xticklabels(self, labels=None, step=None, **kwargs):
        return self._tick_labels("x", labels, step, kwargs)

    def set_yticklabels(self, labels=None, step=None, **kwargs):
        return self._tick_labels("y", labels, step, kwargs)

    def _tick_labels(self, name, labels, step, kwargs):
        from matplotlib._ticks import text_look

        for ax in self._each():
            if labels is not None:
                getattr(ax, f"set_{name}ticklabels")(labels[::step], **kwargs)
            else:
                text_look(ax, name, dict(kwargs))
        return self

    def refline(self, *, x=None, y=None, color=".5", linestyle="--", **kwargs):
        """A line across all axes."""
        for ax in self._each():
            if x is not None:
                ax.axvline(x, color=color, linestyle=linestyle, **kwargs)
            if y is not None:
                ax.axhline(y, color=color, linestyle=linestyle, **kwargs)
        return self


FacetGrid.__module__ = Grid.__module__ = "seaborn.axisgrid"

_OF_GRID = ("row", "col", "col_wrap", "row_order", "col_order", "height", "aspect")


def _over_facets(data, draw, kwargs, hue_name=None, legend=True):
    """A plot in each part's axes; the key of its groups stands in the last."""
    of_grid = {name: kwargs.pop(name) for name in _OF_GRID if kwargs.get(name) is not None or name in kwargs}
    of_grid = {name: value for name, value in of_grid.items() if value is not None}
    of_grid.update(kwargs.pop("facet_kws", None) or {})
    grid = FacetGrid(data, **{"height": 5, **of_grid})
    facets = list(grid._facets.items())
    for at, ((row, col), ax) in enumerate(facets):
        own = dict(kwargs)
        if hue_name is not None or "legend" in kwargs:
            own["legend"] = legend if at == len(facets) - 1 else False
        draw(data=grid._part(row, col), ax=ax, **own)
    grid._hue_name = hue_name
    grid._legend = facets[-1][1].get_legend()
    grid.set_xlabels()
    grid.set_ylabels()
    return grid


def _with_frame(data, x, y, hue):
    """The data as a frame that has a column for each of x, y and hue, and the columns' names."""
    import pandas as pd

    if data is not None and (hasattr(data, "columns") or isinstance(data, dict)):
        return (data if hasattr(data, "columns") else pd.DataFrame(data)), x, y, hue
    if data is not None:
        name = getattr(data, "name", None) or "values"
        return pd.DataFrame({name: plain(data)}), name, None, None
    given = {name: values for name, values in (("x", x), ("y", y), ("hue", hue)) if values is not None}
    return pd.DataFrame({name: plain(values) for name, values in given.items()}), *(
        name if name in given else None for name in ("x", "y", "hue"))  # fmt: skip


def _picked(kind, kinds, owner):
    if kind not in kinds:
        raise ValueError(f"Plot kind {kind} not recognized" if owner == "relplot" else f"Invalid `kind`: {kind!r}. Options are "
                         + ", ".join(map(repr, kinds)) + ".")
    return kinds[kind]


def relplot(data=None, *, x=None, y=None, hue=None, kind="scatter", legend="auto", **kwargs):
    """`scatterplot` or `lineplot` for each part of the data."""
    from seaborn.relational import lineplot, scatterplot

    draw = _picked(kind, {"scatter": scatterplot, "line": lineplot}, "relplot")
    data, x, y, hue = _with_frame(data, x, y, hue)
    return _over_facets(data, draw, {"x": x, "y": y, "hue": hue, "legend": legend, **kwargs}, hue, legend)


def displot(data=None, *, x=None, y=None, hue=None, kind="hist", rug=False, rug_kws=None, legend=True, **kwargs):
    """`histplot`, `kdeplot` or `ecdfplot` for each part of the data."""
    from seaborn._rarer import ecdfplot, rugplot
    from seaborn.distributions import histplot, kdeplot

    plot = _picked(kind, {"hist": histplot, "kde": kdeplot, "ecdf": ecdfplot}, "displot")
    data, x, y, hue = _with_frame(data, x, y, hue)

    def draw(data, ax, **own):
        plot(data, ax=ax, **own)
        if rug:
            rugplot(data, x=own.get("x"), y=own.get("y"), hue=own.get("hue"), ax=ax, **(rug_kws or {}))

    return _over_facets(data, draw, {"x": x, "y": y, "hue": hue, "legend": legend, **kwargs}, hue, legend)


def catplot(data=None, *, x=None, y=None, hue=None, kind="strip", legend="auto", **kwargs):
    """Numbers by name, in one of seven ways, for each part of the data."""
    from seaborn._rarer import pointplot
    from seaborn._spread import stripplot, swarmplot, violinplot
    from seaborn.categorical import barplot, boxplot, countplot

    kinds = {"strip": stripplot, "swarm": swarmplot, "box": boxplot, "violin": violinplot, "point": pointplot, "bar": barplot,
             "count": countplot}  # fmt: skip
    plot = _picked(kind, kinds, "catplot")
    data, x, y, hue = _with_frame(data, x, y, hue)
    return _over_facets(data, plot, {"x": x, "y": y, "hue": hue, "legend": legend, **kwargs}, hue, legend)


def lmplot(data, *, x=None, y=None, hue=None, palette=None, hue_order=None, markers="o", legend=True, scatter_kws=None,
           line_kws=None, **kwargs):
    """`regplot` for each group, in each part of the data."""
    from seaborn.regression import regplot

    names = [None] if hue is None else levels(plain(data[hue]), hue_order)
    colors = {None: None} if hue is None else of_levels(names, palette, palette is None and not is_categories(names))
    marks = [markers] * len(names) if isinstance(markers, str) else list(markers)
    if "sharex" in kwargs or "sharey" in kwargs:
        kwargs["facet_kws"] = {**(kwargs.get("facet_kws") or {}),
                               **{name: kwargs.pop(name) for name in ("sharex", "sharey") if name in kwargs}}  # fmt: skip

    def draw(data, ax, **own):
        for name, mark in zip(names, marks):
            part = data if name is None else data[data[hue] == name]
            if len(part):
                regplot(part, x=x, y=y, ax=ax, color=colors[name], marker=mark, label=None if name is None else str(name),
                        scatter_kws=scatter_kws, line_kws=line_kws, **own)
        ax.set_xlabel(x)
        ax.set_ylabel(y)
        if hue is not None and legend:
            ax.legend(title=hue)

    return _over_facets(data, draw, kwargs)

"""A figure: axes in a grid, and its size. `_kindling_figure()` is the form that the page draws."""

from ._axes_array import AxesArray
from ._cells import grid_place, named_place
from ._rc import inks, label_look, rcParams
from ._style import LAYOUT, undrawn
from ._words import figure_words, label, together
from .axes import Axes
from .colors import color_code
from .text import Text

from _scalars import INTS


class Figure:
    def __init__(self, figsize=None, dpi=None, *, facecolor=None, edgecolor=None, linewidth=None, frameon=None, layout=None,
                 constrained_layout=None, tight_layout=None, number=None):
        undrawn("Figure", frameon=False if frameon is False else None)
        self.set_size_inches(rcParams["figure.figsize"] if figsize is None else figsize)
        self.dpi = rcParams["figure.dpi"] if dpi is None else dpi
        self._facecolor = rcParams["figure.facecolor"] if facecolor is None else facecolor
        self._inks = inks()
        self.number = number
        # What `pause` shows stays in one place of the page.
        self._place = None
        self.clf()

    def __repr__(self):
        width, height = (int(side * 100) for side in self._size)
        return f"<Figure size {width}x{height} with {len(self.axes)} Axes>"

    def __str__(self):
        width, height = (int(side * 100) for side in self._size)
        return f"Figure({width}x{height})"

    def clf(self, keep_observers=False):
        """Removes all axes."""
        self._plots = []
        self._bars = []
        # Axes within others, which are no subplots of the figure.
        self._insets = []
        self._current = None
        self._title = None
        self._names, self._texts = {}, []

    clear = clf

    @property
    def axes(self):
        """The axes, and those of the colour bars."""
        return [*self._plots, *(bar.ax for bar in self._bars)]

    def _kindling_figure(self):
        value = {"size": list(self._size), "axes": [axes._shown() for axes in [*self._plots, *self._insets]]}
        if self._title is not None:
            value["title"], value["title_look"] = self._title["text"], self._title
        value.update({f"{name}_label": entry for name, entry in self._names.items()})
        if self._inks or self._facecolor != "white":
            value["ground"] = {"face": self._face(), **self._inks}
        value["texts"] = [made._entry for made in self._texts if made.get_visible()]
        return value

    def _face(self):
        """The colour of the paper, None where it lets what is below be seen."""
        color = self._facecolor
        return None if isinstance(color, str) and color in ("none", "None") else color_code(color, keep_alpha=True)

    @property
    def patch(self):
        """The paper."""
        from ._ground import Paper

        return Paper(self)

    def gca(self):
        """The current axes, made if there are none."""
        return self._current if self._current is not None else self.add_subplot()

    def sca(self, axes):
        self._current = axes
        return axes

    def delaxes(self, axes):
        (self._plots if axes in self._plots else self._insets).remove(axes)
        if self._current is axes:
            self._current = self._plots[-1] if self._plots else None

    def add_axes(self, rect, projection=None, **kwargs):
        """Axes at (left, bottom, width, height) in parts of the figure, with the room for their texts within it."""
        if isinstance(rect, Axes):
            self._plots.append(rect)
            return self.sca(rect)
        from .gridspec import part_of

        words, projection = _words_and_projection(kwargs, projection)
        undrawn("Figure.add_axes", **kwargs)
        _checked_projection(projection)
        made = self._new_axes(part_of(grid_place(1, 1, 0, 0), rect), projection)
        made.set(**words)
        return made

    def add_subplot(self, *args, projection=None, **kwargs):
        """add_subplot(rows, columns, index) or add_subplot(211): the axes there, made if need be."""
        words, projection = _words_and_projection(kwargs, projection)
        _checked_projection(projection)
        sharing = {name: kwargs.pop("share" + name, None) for name in ("x", "y")}
        undrawn("Figure.add_subplot", **kwargs)
        spec = args[0] if args else None
        place = spec._place if hasattr(spec, "_place") else named_place(args)
        axes = self._at(place, projection)
        for name, other in sharing.items():
            if other is not None:
                axes._axis(name)["shared"] = other._axis(name)["shared"] = True
        axes.set(**words)
        return axes

    def _at(self, place, projection):
        for axes in self._plots:
            if axes._place == place and (projection or "rectilinear") == axes.name:
                return self.sca(axes)
        return self._new_axes(place, projection)

    def _new_axes(self, place, projection=None):
        if projection == "3d":
            from ._space import Axes3D

            axes = Axes3D(self, place)
        elif projection == "polar":
            from ._polar import PolarAxes

            axes = PolarAxes(self, place)
        else:
            axes = Axes(self, place)
        self._plots.append(axes)
        return self.sca(axes)

    def add_gridspec(self, nrows=1, ncols=1, **kwargs):
        """A grid whose cells `add_subplot` takes."""
        from .gridspec import GridSpec

        return GridSpec(nrows, ncols, self, **kwargs)

    def subplot_mosaic(self, mosaic, *, width_ratios=None, height_ratios=None, gridspec_kw=None, **kwargs):
        """Axes by name, laid out as a text or lists show it; a dot is an empty cell."""
        from ._mosaic import named_cells

        undrawn("Figure.subplot_mosaic", **kwargs)
        mosaic, found = named_cells(mosaic)
        ratios = {"width_ratios": width_ratios, "height_ratios": height_ratios}
        options = {**{name: value for name, value in ratios.items() if value is not None}, **(gridspec_kw or {})}
        grid, axes = self.add_gridspec(len(mosaic), len(mosaic[0]), **options), {}
        for name, cells in found.items():
            rows, columns = [row for row, _ in cells], [column for _, column in cells]
            cells = grid[min(rows):max(rows) + 1, min(columns):max(columns) + 1]
            axes[name] = self._new_axes(cells._place)
            axes[name].set_label(name)
        return axes

    def subplots(self, nrows=1, ncols=1, *, sharex=False, sharey=False, squeeze=True, width_ratios=None, height_ratios=None,
                 subplot_kw=None, gridspec_kw=None, **kwargs):
        """Axes in a grid; shared ones have the same limits."""
        undrawn("Figure.subplots", **kwargs)
        before = len(self._plots)
        subplot_kw, projection = dict(subplot_kw or {}), None
        if subplot_kw.pop("polar", False):
            projection = "polar"
        projection = subplot_kw.pop("projection", projection)
        places = self._cells(nrows, ncols, width_ratios, height_ratios, gridspec_kw)
        grid = [[self._new_axes(place, projection) for place in row] for row in places]
        made = self._plots[before:]
        for axes in made:
            axes.set(**subplot_kw)
        for name, shared in (("x", sharex), ("y", sharey)):
            if shared not in (False, "none"):
                for axes in made:
                    axes._axis(name)["shared"] = True
        self.sca(made[0])
        if squeeze and nrows == ncols == 1:
            return grid[0][0]
        if squeeze and (nrows == 1 or ncols == 1):
            return AxesArray([axes for row in grid for axes in row])
        return AxesArray([AxesArray(row) for row in grid])

    def _cells(self, nrows, ncols, width_ratios, height_ratios, gridspec_kw):
        """The places of a grid, row by row."""
        ratios = {"width_ratios": width_ratios, "height_ratios": height_ratios}
        options = {**{name: value for name, value in ratios.items() if value is not None}, **(gridspec_kw or {})}
        if not options and isinstance(nrows, INTS) and isinstance(ncols, INTS) and min(nrows, ncols) > 0:
            return [[grid_place(nrows, ncols, row, column) for column in range(ncols)] for row in range(nrows)]
        grid = self.add_gridspec(nrows, ncols, **options)
        return [[grid[row, column]._place for column in range(ncols)] for row in range(nrows)]

    def suptitle(self, t, x=0.5, y=0.98, fontdict=None, **kwargs):
        """The title above all axes; where it stands is the drawing's."""
        self._title = label(t, together(label_look("figure.title", "text.color"), fontdict, kwargs))
        return Text(None, self._title, x, y)

    def supxlabel(self, t, x=0.5, y=0.01, fontdict=None, **kwargs):
        """The name below all axes."""
        self._names["x"] = label(t, together(label_look("figure.label", "text.color"), fontdict, kwargs))
        return Text(None, self._names["x"], x, y)

    def supylabel(self, t, x=0.02, y=0.5, fontdict=None, **kwargs):
        """The name at the left of all axes."""
        self._names["y"] = label(t, together(label_look("figure.label", "text.color"), fontdict, kwargs))
        return Text(None, self._names["y"], x, y)

    def text(self, x, y, s, fontdict=None, **kwargs):
        """Words at a part of the figure."""
        self._texts.append(Text(None, figure_words(s, x, y, {**(fontdict or {}), **kwargs}), x, y))
        return self._texts[-1]

    def colorbar(self, mappable, cax=None, ax=None, **kwargs):
        """A bar that says which colour is which value. It stands beside its axes; axes made for it are taken away."""
        from .colorbar import ColorBar, with_values

        if cax in self._plots:
            self.delaxes(cax)
        given, mappable = mappable, with_values(mappable, ax)
        for distance in (*LAYOUT, "use_gridspec"):
            kwargs.pop(distance, None)
        orientation = kwargs.pop("orientation", None) or "vertical"
        where = kwargs.pop("location", None)
        if where in ("bottom", "right"):
            orientation = "horizontal" if where == "bottom" else "vertical"
        elif where is not None:
            undrawn("Figure.colorbar", location=where)
        if orientation not in ("vertical", "horizontal"):
            raise ValueError(f"{orientation!r} is not a valid value for orientation. Supported values are None, 'vertical', "
                             "'horizontal'")
        name = kwargs.pop("label", None)
        undrawn("Figure.colorbar", **kwargs)
        mappable._entry.update(color_bar=True, color_bar_level=orientation == "horizontal")
        bar = ColorBar(mappable)
        bar.mappable = given
        self._bars.append(bar)
        if name is not None:
            bar.set_label(name)
        return bar

    def set_size_inches(self, w, h=None, forward=True):
        if h is None and len(w) != 2:
            raise ValueError(f"Invalid figsize format, expected (x, y) or (x, y, unit) but got {tuple(w)}")
        w, h = w if h is None else (w, h)
        if not (w > 0 and h > 0):
            raise ValueError(f"figure size must be positive finite not {(w, h)}")
        self._size = (float(w), float(h))

    def get_size_inches(self):
        import numpy as np

        return np.array(self._size)

    def get_label(self):
        """The name that it was made by."""
        return self.number if isinstance(self.number, str) else ""

    def get_figwidth(self):
        return self.get_size_inches()[0]

    def get_figheight(self):
        return self.get_size_inches()[1]

    def set_figwidth(self, val):
        self.set_size_inches(val, self._size[1])

    def set_figheight(self, val):
        self.set_size_inches(self._size[0], val)

    def tight_layout(self, *args, **kwargs):
        """Figures are always laid out tightly here."""

    set_tight_layout = subplots_adjust = set_layout_engine = set_constrained_layout = tight_layout
    align_labels = align_xlabels = align_ylabels = align_titles = set_constrained_layout_pads = tight_layout

    def legend(self, *args, handles=None, labels=None, **kwargs):
        """A legend of everything in the figure, in the last of its axes."""
        if len(args) == 2:
            handles, labels = args
        elif len(args) == 1:
            labels = args[0]
        if handles is None:
            named = [made for axes in self._plots for made in axes.get_legend_handles_labels()[0]]
            handles = list({made.get_label(): made for made in named}.values())
        kwargs["loc"] = str(kwargs.get("loc", "upper right")).removeprefix("outside ")
        kwargs.pop("bbox_transform", None)
        axes = self.gca()
        labels = [made.get_label() for made in handles] if labels is None else labels
        return axes.legend(handles=handles, labels=labels, **kwargs)

    def subfigures(self, nrows=1, ncols=1, squeeze=True, **kwargs):
        """Parts of the figure, each with axes of its own."""
        del kwargs
        from .gridspec import SubFigure

        rows = [[SubFigure(self, grid_place(nrows, ncols, row, column)) for column in range(ncols)] for row in range(nrows)]
        if squeeze and nrows == ncols == 1:
            return rows[0][0]
        if squeeze and 1 in (nrows, ncols):
            return AxesArray([each for row in rows for each in row])
        return AxesArray([AxesArray(row) for row in rows])

    @property
    def canvas(self):
        """What it is drawn on, which the page draws by itself."""
        from ._ground import Canvas

        return Canvas(self)

    # What `transform` says of places in parts of the figure.
    transFigure, transSubfigure = "figure", "figure"

    def autofmt_xdate(self, bottom=0.2, rotation=30, ha="right", which="major"):
        """The x axes' texts turned, so that dates have room."""
        from ._ticks import text_look

        undrawn("Figure.autofmt_xdate", which=None if which == "major" else which)
        for axes in self._plots:
            text_look(axes, "x", {"rotation": rotation, "ha": ha})

    def __getattr__(self, name):
        if name in _NOT_DRAWN:
            raise NotImplementedError(f"Figure.{name} is not supported by Kindling's matplotlib")
        raise AttributeError(f"'Figure' object has no attribute {name!r}")

    def show(self, warn=True):
        import _kindling

        _kindling.display(self._kindling_figure())

    def savefig(self, fname, **kwargs):
        """Writes the figure as a PNG or SVG file."""
        from ._saving import save  # with modules that drawing starts without

        save(self, fname, **kwargs)

    def get_facecolor(self):
        return self._facecolor

    def set_facecolor(self, color):
        """The colour of the paper; white is the page's own."""
        self._facecolor = color

    def get_axes(self):
        return list(self.axes)

    get_children = get_axes
    texts = property(lambda self: list(self._texts))

    def set(self, **kwargs):
        """set(facecolor=…, size_inches=…): calls set_facecolor(…), set_size_inches(…)."""
        return [getattr(self, "set_" + name)(value) for name, value in kwargs.items()]

    def get_suptitle(self):
        return "" if self._title is None else self._title["text"]

    def get_edgecolor(self):
        return "white"

    def set_edgecolor(self, color):
        undrawn("Figure", edgecolor=color)

    def get_tight_layout(self):
        return True

    def get_layout_engine(self):
        """None: the drawing lays out by itself."""

    def add_artist(self, artist, clip=False):
        """Something over the whole figure is drawn in its current axes."""
        del clip
        return self.gca().add_artist(artist)

    def get_dpi(self):
        return self.dpi

    def set_dpi(self, val):
        self.dpi = val


def _words_and_projection(kwargs, projection):
    """What axes are called and from where they are seen, which `kwargs` then lack; `polar=True` is an older projection."""
    kwargs.pop("label", None)
    if kwargs.pop("polar", False):
        projection = "polar"
    return {name: kwargs.pop(name) for name in _WORDS if name in kwargs}, projection


def _checked_projection(projection):
    if projection in ("aitoff", "hammer", "lambert", "mollweide"):
        raise NotImplementedError(f"projection={projection!r} is not supported by Kindling's matplotlib")
    if projection not in (None, "3d", "polar", "rectilinear"):
        raise ValueError(f"Unknown projection {projection!r}")


_NOT_DRAWN = frozenset("figimage".split())
_WORDS = ("aspect", "box_aspect", "frame_on", "xscale", "yscale", "zlim", "zlabel", "facecolor", "title", "xlabel", "ylabel", "xlim",
          "ylim", "xticks", "yticks")  # fmt: skip

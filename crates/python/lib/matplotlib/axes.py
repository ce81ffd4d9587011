"""One plot: its artists, axes, words and legend. Plotting is in _drawing.py and _images.py."""

from . import _data, _rc, _style
from ._drawing import Drawing
from ._images import Images
from ._lists import ArtistList
from ._scales import Scales
from .colors import CYCLE, color_code
from .text import Text


class Axes(Drawing, Images, Scales):
    """`_value` mirrors the Rust type `Axes`; its artists are added when the figure is shown."""

    # What `transform` says of places: in parts of the axes, or in data.
    transAxes, transData = "axes", "data"
    name = "rectilinear"

    def __init__(self, figure, place):
        if not isinstance(place, dict):
            # Axes that somebody makes by hand: their sides in parts of the figure.
            from ._cells import grid_place
            from .gridspec import part_of

            place = part_of(grid_place(1, 1, 0, 0), place)
        self.figure = figure
        self._place = place
        # Those in whose place these stand, and which axis is theirs, too: `twinx` and `twiny`.
        self._twin_of = self._common = None
        self.cla()

    def cla(self):
        """Empties the axes."""
        self._value, self._unseen = {"x": {}, "y": {}}, {}
        self._artists, self._more_titles = [], {}
        self._categories = {"x": [], "y": []}
        self._lines_drawn = self._patches_drawn = 0
        self._margins = {"x": 0.05, "y": 0.05}
        self._tick_rules = {"x": {}, "y": {}}
        self._cycle = None
        self._legend_handles = None
        self._spines = None
        _rc.dress(self)
        if self._twin_of is not None:
            from ._twins import join

            join(self)

    clear = cla

    def __repr__(self):
        label, titles = self.get_label(), {loc: self.get_title(loc) for loc in ("left", "center", "right")}
        titles = {loc: title for loc, title in titles.items() if title}
        said = [f"label={label!r}"] * bool(label) + [f"title={titles}"] * bool(titles)
        names = [(way, getattr(self, f"get_{way}label", str)()) for way in "xyz"]
        said += [f"{way}label={text!r}" for way, text in names if text]
        return f"<{type(self).__name__}: {', '.join(said)}>"

    def __str__(self):
        from ._others import usual_bounds

        left, bottom, width, height = usual_bounds(self._place)
        return f"{type(self).__name__}({left:g},{bottom:g};{width:g}x{height:g})"

    @property
    def lines(self):
        drawn = self._drawn_as("line", "rule")
        return ArtistList([made for made in drawn if "LineCollection" not in made._kind and not made._helps], "lines")

    def _drawn_as(self, *kinds):
        return [artist for kind, artist in self._artists if kind in kinds]

    axes = property(lambda self: self)
    legend_ = property(lambda self: self.get_legend())

    @property
    def title(self):
        """The title, to be changed."""
        return Text(self, self._value.setdefault("title", {"text": ""}), 0.5, 1.0)

    @property
    def texts(self):
        titles = list(self._more_titles.values())
        return ArtistList([made for made in self._drawn_as("text") if all(made is not title for title in titles)], "texts")

    images = property(
        lambda self: ArtistList([made for made in self._drawn_as("image") if type(made).__name__ == "AxesImage"], "images")
    )

    @property
    def collections(self):
        """Points, areas, and lines that were made together."""
        drawn = self._drawn_as("scatter", "band", "line")
        return ArtistList([made for made in drawn if "collections." in made._kind], "collections")

    containers = property(lambda self: self._drawn_as("bars"))

    @property
    def patches(self):
        """Shapes, and the bars of `bar` and `hist` one by one."""
        bars = (bar for bars in self._drawn_as("bars") for bar in bars)
        return ArtistList([*self._drawn_as("patch"), *bars], "patches")

    @property
    def spines(self):
        """The four lines around the data, by name."""
        if self._spines is None:
            from .spines import Spines

            self._spines = Spines(self, self._value.setdefault("spines", {}))
        return self._spines

    def set_frame_on(self, b):
        """Shows or hides the four lines; ticks stay."""
        self.spines[:].set_visible(b)

    def get_frame_on(self):
        return any(spine.get_visible() for spine in self.spines.values())

    def _add(self, artist, kind, entry, zorder):
        made = artist(self, entry, zorder)
        self._artists.append((kind, made))
        return made

    def _shown(self):
        """The axes as the figure carries them: what lies lower is drawn first."""
        value = {**self._value, "place": self._place}
        settled = any(kind == "late" for kind, _ in self._artists) or self._margins != {"x": 0.05, "y": 0.05}
        for name in ("x", "y"):
            if settled or len(self._sharing(name)) > 1:
                low, high = sorted(map(float, self._limits(name)))
                value[name] = {**self._axis(name), "lower": low, "upper": high}
        if self._twin_of is not None:
            from ._twins import place

            value.update(place(self, value))
        for name, rules in self._tick_rules.items():
            if rules:
                from .axis import ruled

                value[name] = {**value[name], **ruled(self, name)}
        return {**value, "artists": [{kind: entry} for kind, entry in self._entries(with_late=True)]}

    def _entries(self, with_late=False):
        """What is drawn, as (kind, entry); without what follows the axes' limits: what stretches to their ends, and texts."""
        found, order = [], sorted(self._artists, key=lambda artist: artist[1].zorder)
        handles = self._legend_handles
        # A legend in another order than what is drawn has samples alone.
        drawn = [made for _, made in order if handles is not None and any(made is one for one in handles)]
        is_turned = handles is not None and any(made is not one for made, one in zip(drawn, (one for one in handles if one.axes is self)))
        for kind, made in order:
            if not made.get_visible() or kind in ("late", "text") and not with_late:
                continue
            entries = made._entries(kind)
            if is_turned or handles is not None and all(made is not one for one in handles):
                entries = [(kind, {**entry, "label": None}) for kind, entry in entries]
            found += entries
        if with_late and handles is not None:
            found += [pair for made in handles if is_turned or made.axes is not self for pair in _sample(made)]
        return found

    def _axis(self, name):
        return self._value[name]

    def _sharing(self, name):
        """These axes and all twins with the same x or y axis."""
        return [one for one in self.figure._plots if one._owner(name) is self._owner(name)] or [self]

    def _owner(self, name):
        return self if self._common != name else self._twin_of._owner(name)

    def _positions(self, axis, values):
        """Numbers as they are; words become 0, 1, 2… and the axis' tick labels."""
        if not _data.has_words(values):
            if any(type(value) is _data.Day for value in values[:1]):
                self._dated(axis)
            return _data.floats(values)
        known = self._categories[axis]
        for word in values:
            if word not in known:
                known.append(word)
        self._axis(axis).update(ticks=list(range(len(known))), tick_labels=[str(word) for word in known])
        return [float(known.index(word)) for word in values]

    def _dated(self, axis):
        """Ticks of this axis stand at dates, where nobody has set others."""
        from .dates import AutoDateFormatter, AutoDateLocator

        if "ticks" not in self._axis(axis):
            self._tick_rules[axis].setdefault("locator", AutoDateLocator())
            self._tick_rules[axis].setdefault("formatter", AutoDateFormatter())

    def _next_line_color(self):
        self._lines_drawn += 1
        return self._cycle_color(self._lines_drawn - 1)

    def _next_patch_color(self):
        self._patches_drawn += 1
        return self._cycle_color(self._patches_drawn - 1)

    def _cycle_color(self, at):
        colors = self._cycle or CYCLE
        return colors[at % len(colors)]

    # Words around the data.

    def set_title(self, label, fontdict=None, loc=None, pad=None, **kwargs):
        # How far above the axes it stands is the drawing's affair.
        del pad
        loc = (_rc.rcParams["axes.titlelocation"] if loc is None else loc).lower()
        if loc not in ("center", "left", "right"):
            raise ValueError(f"{loc!r} is not a valid value for loc. Supported values are 'left', 'center', 'right'")
        place = ({"left": 0.0, "right": 1.0}.get(loc, 0.5), kwargs.pop("y", None) or 1.0)
        look = _rc.label_look("axes.title", "axes.titlecolor", "text.color")
        if loc in self._more_titles:
            self._more_titles.pop(loc).remove()
        if loc != self._title_at() and self._value.get("title", {}).get("text"):
            # Beside the one that the drawing knows as the title, others are words at their places.
            words = {"fontsize": "large", "ha": loc, "va": "bottom", **look, **(fontdict or {}), **kwargs}
            made = self._more_titles[loc] = self.text(place[0], max(place[1], 1.02), label, transform=self.transAxes, **words)
            made._place = place
            return made
        made = self._label(self._value, "title", label, place, look, fontdict, kwargs)
        if loc in ("left", "right"):
            self._value["title"]["side"] = "start" if loc == "left" else "end"
        return made

    def set_xlabel(self, xlabel, fontdict=None, labelpad=None, *, loc=None, **kwargs):
        if labelpad is not None:
            self.xaxis.labelpad = labelpad
        _style.undrawn("Axes.set_xlabel", loc=None if loc == "center" else loc)
        place = {"left": (0, 0), "right": (1, 0)}.get(loc, (0.5, 0))
        return self._label(self._named("x"), "label", xlabel, place, self._name_look(), fontdict, kwargs)

    def set_ylabel(self, ylabel, fontdict=None, labelpad=None, *, loc=None, **kwargs):
        if labelpad is not None:
            self.yaxis.labelpad = labelpad
        _style.undrawn("Axes.set_ylabel", loc=None if loc == "center" else loc)
        place = {"bottom": (0, 0), "top": (0, 1)}.get(loc, (0, 0.5))
        return self._label(self._named("y"), "label", ylabel, place, self._name_look(), fontdict, kwargs)

    def _name_look(self):
        return _rc.label_look("axes.label", "axes.labelcolor")

    def _named(self, name):
        """Where an axis' name is kept: a twin's axis that is not its own is not seen, and neither is its name."""
        return self._unseen if self._common == name else self._axis(name)

    def _label(self, owner, key, text, place, *looks):
        from ._words import label, together

        entry = label("" if text is None else text, together(*looks))
        owner[key] = entry
        return Text(self, entry, *place)

    def _title_at(self):
        """Where the title stands that the drawing knows."""
        return {"start": "left", "end": "right"}.get(self._value.get("title", {}).get("side"), "center")

    def get_title(self, loc="center"):
        if loc.lower() not in ("center", "left", "right"):
            raise ValueError(f"{loc.lower()!r} is not a valid value for loc. Supported values are 'left', 'center', 'right'")
        if loc.lower() in self._more_titles:
            return self._more_titles[loc.lower()].get_text()
        return self._value.get("title", {}).get("text", "") if loc.lower() == self._title_at() else ""

    def get_xlabel(self):
        return self._named("x").get("label", {}).get("text", "")

    def get_ylabel(self):
        return self._named("y").get("label", {}).get("text", "")

    def set_facecolor(self, color):
        """What lies behind the data."""
        self._value["background"] = color_code(color, keep_alpha=True)

    set_fc = set_facecolor

    @property
    def patch(self):
        """What the axes lie on."""
        from ._ground import Paper

        return Paper(self)

    def get_facecolor(self):
        from .colors import to_rgba

        return to_rgba(self._value.get("background", "white"))

    def set_aspect(self, aspect, adjustable=None, anchor=None, share=False):
        """How much longer a step upwards is drawn than one to the right: a number, 'equal' or 'auto'."""
        del share
        if adjustable not in (None, "box", "datalim"):
            raise ValueError(f"{adjustable!r} is not a valid value for adjustable. Supported values are 'box', 'datalim'")
        self._aspect = 1.0 if aspect == "equal" else aspect if aspect == "auto" else float(aspect)
        self._value["equal"] = self._aspect == 1
        _style.undrawn("Axes.set_aspect", aspect=None if self._aspect in ("auto", 1) else aspect, anchor=anchor)

    def axis(self, arg=None, **kwargs):
        """'off', 'on', 'equal', 'tight', 'auto' or four limits."""
        arg = arg.lower() if isinstance(arg, str) else arg
        if arg is not None and not isinstance(arg, (str, bool)):
            try:
                arg = [float(side) for side in arg]
            except TypeError:
                arg = []
            if len(arg) != 4:
                raise TypeError("The first argument to axis() must be an iterable of the form [xmin, xmax, ymin, ymax]")
            self._limit("x", arg[0], arg[1])
            self._limit("y", arg[2], arg[3])
        elif arg in ("off", "on", False, True):
            self._value["frame"] = arg in ("on", True)
        elif arg in ("equal", "image", "square", "scaled"):
            self._value["equal"] = True
        elif arg not in (None, "tight", "auto"):
            raise ValueError(f"Unrecognized string {arg!r} to axis; try 'on' or 'off'")
        for name, sides in (("x", ("xmin", "xmax")), ("y", ("ymin", "ymax"))):
            self._limit(name, *(kwargs.pop(side, None) for side in sides))
        _style.undrawn("Axes.axis", **kwargs)
        return (*self._limits("x"), *self._limits("y"))

    def set_axis_off(self):
        self.axis("off")

    def set_axis_on(self):
        self.axis("on")

    def grid(self, visible=None, which="major", axis="both", **kwargs):
        """Turns the grid on or off; without an argument, over (keywords turn it on)."""
        if axis not in ("both", "x", "y"):
            raise ValueError(f"{axis!r} is not a valid value for axis. Supported values are 'x', 'y', 'both'")
        if which == "minor":
            return _style.undrawn("Axes.grid", which=which)
        keywords = _style.long_names(kwargs, "Grid")
        lines = self._value.get("grid_lines", {})
        _style.take_line(keywords, lines)
        for name, read in (("color", color_code), ("alpha", float)):
            value = keywords.pop(name, None)
            if value is not None:
                lines[name] = read(value)
        _style.none_left(keywords)
        if visible is None:
            visible = True if kwargs else not self._value.get("grid", False)
        shown = self._value.get("grid", False)
        for name in ("x", "y"):
            before = shown and lines.get(name, True)
            lines[name] = bool(visible) if axis in ("both", name) else before
        self._value["grid"], self._value["grid_lines"] = lines["x"] or lines["y"], lines

    def _has_only_major(self, which):
        """Whether both kinds of ticks are the large ones alone, as they are on axes that are not logarithmic."""
        return which == "both" and all(self._axis(name).get("scale", "linear") == "linear" for name in "xy")

    def tick_params(self, axis="both", **kwargs):
        """How ticks and their texts look: color, labelcolor, colors, labelsize, length; which of them there are."""
        from ._ticks import tick_params

        tick_params(self, axis, kwargs)

    def set(self, **kwargs):
        """set(title=…, xlabel=…): calls set_title(…), set_xlabel(…)."""
        answers = []
        for name, value in kwargs.items():
            setter = getattr(self, "set_" + name, None)
            if setter is None:
                raise AttributeError(f"Axes.set() got an unexpected keyword argument {name!r}")
            answers.append(setter(*value) if name in ("xlim", "ylim") else setter(value))
        return answers

    def legend(self, *args, handles=None, labels=None, **kwargs):
        """A box that names the artists that have labels; legend([...]) names them in their order."""
        from ._legend import read

        if len(args) == 2:
            handles, labels = args
        elif len(args) == 1:
            labels = args[0]
        self._legend_handles = None if handles is None else list(handles)
        if labels is not None:
            named = [made for _, made in self._artists if "label" not in made._entry or made._own_label()]
            for made, label in zip(named if handles is None else handles, labels):
                made.set_label(label)
        self._value["legend"] = read("Axes.legend", _rc.legend_look(kwargs))
        if not self.get_legend_handles_labels()[0] and self._legend_handles is None and not args:
            import warnings  # with modules that drawing starts without

            warnings.warn("No artists with labels found to put in legend.  Note that artists whose label start with an "
                          "underscore are ignored when legend() is called with no argument.", stacklevel=2)
        return self.get_legend()

    def get_legend(self):
        """The legend, if there is one."""
        value = self._value.get("legend")
        if value is None:
            return None
        from .legend import Legend

        return Legend._of(self, value)

    def get_legend_handles_labels(self):
        named = [made for _, made in self._artists if made._own_label() and not made._own_label().startswith("_")]
        return named, [made.get_label() for made in named]

    def add_patch(self, p):
        """Adds a shape to the axes."""
        return self._take("patch", p)

    def add_line(self, line):
        """Adds a line to the axes."""
        return self._take("line", line)

    def add_artist(self, a):
        if getattr(a, "_kind", None) == "legend.Legend":
            return a._added_to(self)
        return self._take("line" if hasattr(a, "set_xdata") else getattr(a, "_added_as", "patch"), a)

    def _take(self, kind, made):
        made.axes = self
        self._artists.append((kind, made))
        return made

    def remove(self):
        """Takes the axes out of their figure."""
        self.figure.delaxes(self)

    def __getattr__(self, name):
        if name in ("xaxis", "yaxis"):
            from .axis import Axis

            return Axis(self, name[0])
        # Rarer kinds of plots come when they are asked for: functions of the axes.
        if name in LATER:
            method = getattr(__import__(f"matplotlib.{LATER[name]}", fromlist=(name,)), name)
            return lambda *args, **kwargs: method(self, *args, **kwargs)
        from ._missing import refuse

        return refuse(name, "'Axes' object")


_LATER = {
    "_bars": "bar_label",
    "_boxes": "boxplot violinplot",
    "_contours": "contour clabel",
    "_more_areas": "axhspan axvspan fill fill_betweenx hist2d pcolor pie spy stackplot",
    "_more_lines": "arrow axline ecdf errorbar eventplot hlines quiver stairs stem step vlines",
    "_triangles": "tricontour tricontourf tripcolor triplot",
    "_twins": "twinx twiny",
    "_others": "get_aspect get_images get_label get_tightbbox get_transform get_visible get_window_extent get_xaxis "
    "get_xmajorticklabels get_yaxis get_ymajorticklabels get_zorder set_alpha set_autoscale_on set_autoscalex_on set_autoscaley_on "
    "set_label set_visible set_xmargin set_ymargin set_zorder xaxis_date xaxis_inverted yaxis_date yaxis_inverted "
    "add_collection broken_barh get_children get_figure get_lines get_position get_xaxis_transform get_xbound "
    "get_yaxis_transform get_ybound hexbin indicate_inset_zoom minorticks_off minorticks_on secondary_xaxis secondary_yaxis "
    "set_anchor set_axisbelow set_position set_rasterization_zorder set_xbound set_ybound sharex sharey streamplot table "
    "ticklabel_format",
    "_rest_of_axes": "autoscale autoscale_view has_data inset_axes label_outer locator_params relim "
    "set_box_aspect set_prop_cycle",
    "ticker": "get_xticks get_yticks get_xticklabels get_yticklabels",
}
LATER = {name: file for file, names in _LATER.items() for name in names.split()}


# Where entries of each kind stand; the others have points.
_WHERE = {"rule": ("at", "vertical", "span"), "bars": ("left", "bottom", "width", "height")}


def _sample(handle):
    """What stands in other axes, or in none, as the legend's sample alone: an artist without a point."""
    others = handle.axes._artists if handle.axes is not None else []
    own = next((kind for kind, made in others if made is handle), "line")
    found = []
    for kind, entry in handle._entries(own)[:1]:
        where = _WHERE.get(kind, ("x", "y", "low", "high"))
        kept = {name: value for name, value in entry.items() if name not in where}
        empty = {} if kind == "rule" else {name: [] for name in where if name in entry}
        found.append(("line" if kind == "rule" else kind, {**kept, **empty}))
    return found

"""The plotting methods of axes whose data are points, bars and words. Start reading at `Drawing.plot`."""

from . import _data, _rc, _style
from ._line import Line2D
from .artist import BarContainer, PathCollection, PolyCollection
from .cm import get_cmap
from .colors import is_color_like, color_code
from .text import Text


class Drawing:
    """Mixed into Axes, which has `_add`, `_positions` and the colour cycles."""

    def plot(self, *args, **kwargs):
        """plot([x], y, [fmt], ..., **kwargs): lines and/or markers."""
        lines, table = [], kwargs.pop("data", None)
        if table is not None:
            args = [table[name] if isinstance(name, str) and name in table else name for name in args]
        for x, y, form in _groups(args):
            lines += self._plot_one(x, y, form, dict(kwargs))
        return lines

    def _plot_one(self, x, y, form, kwargs):
        y = _data.plain(y)
        if x is None:
            x = list(range(len(y))) if isinstance(y, list) else [0]
        else:
            x = _data.plain(x)
        x = x if isinstance(x, list) else [x]
        y = y if isinstance(y, list) else [y]
        if len(x) != len(y):
            raise ValueError("x and y must have same first dimension, but have shapes "
                             f"{_data.shape(x)} and {_data.shape(y)}")
        xs, ys = _data.columns(x), _data.columns(y)
        if len(xs) > 1 and len(ys) > 1 and len(xs) != len(ys):
            raise ValueError(f"x has {len(xs)} columns but y has {len(ys)} columns")
        lines = []
        for index, label in enumerate(_labels(kwargs.pop("label", None), max(len(xs), len(ys)))):
            x, y = xs[index % len(xs)], ys[index % len(ys)]
            lines.append(self._line(x, y, dict(form), {**kwargs, "label": label}))
        return lines

    def _line(self, x, y, entry, kwargs):
        keywords = _style.long_names(kwargs, "Line2D")
        every, drawn = keywords.pop("markevery", None), keywords.pop("drawstyle", None) or "default"
        if drawn.startswith("steps"):
            from ._more_lines import steps

            x, y = steps(x, y, drawn.partition("-")[2] or "pre")
        given = {"x": x, "y": y} if _are_whole(x) or _are_whole(y) else None
        x, y = self._in_data(keywords.pop("transform", None), self._positions("x", x), self._positions("y", y))
        entry["x"], entry["y"] = x, y
        said, color = entry.pop("said", None), keywords.pop("color", None)
        if color is not None:
            entry["color"], said = color_code(color), color
        elif "color" not in entry:
            entry["color"] = self._next_line_color()
        zorder = _style.take_common(keywords, entry)
        _style.take_line(keywords, entry)
        _style.take_marker(keywords, entry)
        _rc.line_look(entry)
        _style.none_left(keywords)
        made = self._add(Line2D, "line", entry, 2 if zorder is None else zorder)
        made.set_markevery(every)
        made._said_color, made._given = said, given
        return made

    def _in_data(self, transform, x, y):
        """Places in data, of what is given in parts of the axes where `transform` says so."""
        if transform is None or transform == "data":
            return x, y
        if transform not in ("axes", "x axis", "y axis"):
            _style.undrawn("Artist", transform=transform)
            return x, y
        sides = [list(x), list(y)]
        for at, (name, in_data) in enumerate((("x", "x axis"), ("y", "y axis"))):
            if transform != in_data:
                low, high = map(float, self._limits(name))
                sides[at] = [low + (high - low) * part for part in sides[at]]
        return sides

    def _scaled(self, axes, args, kwargs):
        options = {name: kwargs.pop(name) for name in ("base", "subs", "nonpositive") if name in kwargs}
        for axis in axes:
            self._scale(axis, "log", options)
        return self.plot(*args, **kwargs)

    def semilogy(self, *args, **kwargs):
        """plot with a logarithmic y axis."""
        return self._scaled("y", args, kwargs)

    def semilogx(self, *args, **kwargs):
        """plot with a logarithmic x axis."""
        return self._scaled("x", args, kwargs)

    def loglog(self, *args, **kwargs):
        """plot with two logarithmic axes."""
        return self._scaled("xy", args, kwargs)

    def scatter(self, x, y, s=None, c=None, marker=None, cmap=None, vmin=None, vmax=None, **kwargs):
        """Points by themselves: c is a colour, one a point, or numbers that a colour map turns into colours."""
        table = kwargs.pop("data", None)
        if table is not None:
            x, y, s, c = (table[one] if isinstance(one, str) and one in table else one for one in (x, y, s, c))
        x, y = _flat_list(x), _flat_list(y)
        if len(x) != len(y):
            raise ValueError("x and y must be the same size")
        keywords = _style.long_names(kwargs, "PathCollection")
        if getattr(keywords.get("norm"), "_scaled", None) is not None and type(keywords["norm"]).__name__ != "Normalize":
            # Any other way from numbers to colours is gone here, before the drawing.
            c = keywords.pop("norm")(_data.floats(_flat_list(c)))
            vmin, vmax = 0.0, 1.0
        vmin, vmax = _style.take_norm(keywords, vmin, vmax)
        color = keywords.pop("color", None)
        if color is not None and c is not None:
            raise ValueError("Supply a 'c' argument or a 'color' kwarg but not both; they differ but their "
                             "functionalities overlap.")
        entry = {"x": self._positions("x", x), "y": self._positions("y", y)}
        entry["colors"] = self._point_colors(color if c is None else c, len(x), cmap, vmin, vmax)
        if s is not None:
            entry["sizes"] = _data.floats(_flat_list(s))
            if len(entry["sizes"]) not in (1, len(x)):
                raise ValueError("s must be a scalar, or float array-like with the same size as x and y")
        elif "lines.markersize" in _rc.rcParams.changed:
            entry["sizes"] = [_rc.rcParams["lines.markersize"] ** 2]
        entry["marker"] = _style.marker_style(_rc.rcParams["scatter.marker"] if marker is None else marker)
        face = keywords.pop("facecolor", None)
        if face is not None and c is None and color is None:
            entry["colors"] = _colors(face)
        if hasattr(keywords.get("edgecolor"), "__len__") and not isinstance(keywords["edgecolor"], str):
            entry["edges"] = _colors(keywords.pop("edgecolor"))
        _style.take_edge(keywords, entry)
        zorder = _style.take_common(keywords, entry)
        _style.none_left(keywords)
        made = self._add(PathCollection, "scatter", entry, 1 if zorder is None else zorder)
        made._mapped = (c, get_cmap(cmap), vmin, vmax)
        return made

    def _point_colors(self, c, count, cmap, vmin, vmax):
        if not all(is_color_like(each) for each in _words(c)):
            raise ValueError(f"'c' argument must be a color, a sequence of colors, or a sequence of numbers, not {c!r}")
        if c is None:
            return [self._next_patch_color()]
        if isinstance(c, str):
            return [color_code(c)]
        values = _data.plain(c)
        if isinstance(values, list) and len(values) == 1 and isinstance(values[0], list):
            values = values[0]
        if isinstance(values, list) and values and isinstance(values[0], list) and len(values) != count == sum(map(len, values)):
            values = _data.flat(values)
        if not isinstance(values, list) or _data.has_words(values) or isinstance((values or [0])[0], list):
            colors = [color_code(color) for color in (values if isinstance(values, list) else [values])]
        elif len(values) in (3, 4) and count != len(values) and is_color_like(values):
            return [color_code(values)]
        else:
            colors = mapped(_data.floats(values), get_cmap(cmap), vmin, vmax)
        if len(colors) not in (1, count):
            raise ValueError(f"'c' argument has {len(colors)} elements, which is inconsistent with 'x' and 'y' "
                             f"with size {count}.")
        return colors

    def bar(self, x, height, width=0.8, bottom=None, *, align="center", **kwargs):
        """Upright bars at x, which may be words."""
        places = self._positions("x", _flat_list(x))
        return self._bars(places, height, width, bottom, align, False, kwargs)

    def barh(self, y, width, height=0.8, left=None, *, align="center", **kwargs):
        """Bars that grow to the right, at y, which may be words."""
        places = self._positions("y", _flat_list(y))
        return self._bars(places, width, height, left, align, True, kwargs)

    def _bars(self, places, lengths, thickness, start, align, horizontal, kwargs):
        keywords = _style.long_names(kwargs, "Rectangle")
        count = len(places)
        is_whole = _are_whole(lengths)
        lengths, thickness = _each(lengths, count), _each(thickness, count)
        start = _each(0.0 if start is None else start, count)
        if align not in ("center", "edge"):
            raise ValueError(f"{align!r} is not a valid value for align. Supported values are 'center', 'edge'")
        shift = 0.5 if align == "center" else 0.0
        sides = [place - shift * thick for place, thick in zip(places, thickness)]
        names = ("bottom", "height", "left", "width") if horizontal else ("left", "width", "bottom", "height")
        entry = dict(zip(names, (sides, thickness, start, lengths)))
        entry["horizontal"] = horizontal
        errors = {name: keywords.pop(name) for name in ("xerr", "yerr") if keywords.get(name) is not None}
        error_look = {name: keywords.pop(name) for name in ("ecolor", "capsize") if name in keywords}
        error_look.update(keywords.pop("error_kw", None) or {})
        if keywords.pop("log", False):
            self._scale("x" if horizontal else "y", "log")
        labels = keywords.pop("tick_label", None)
        if labels is not None:
            axis = self._axis("y" if horizontal else "x")
            axis["ticks"], axis["tick_labels"] = places, [str(label) for label in labels]
        face, color = keywords.pop("facecolor", None), keywords.pop("color", None)
        color = face if face is not None else color
        entry["colors"] = [self._next_patch_color()] if color is None else _colors(color)
        _style.take_edge(keywords, entry)
        _rc.edge_look(entry)
        zorder = _style.take_common(keywords, entry)
        _style.none_left(keywords)
        made = self._add(BarContainer, "bars", entry, 1 if zorder is None else zorder)
        made._whole = (("width",) if horizontal else ("height",)) if is_whole else ()
        if errors:
            middles = [side + thick / 2 for side, thick in zip(sides, thickness)]
            ends = [at + length for at, length in zip(start, lengths)]
            spots = (ends, middles) if horizontal else (middles, ends)
            self.errorbar(*spots, fmt="none", **{"ecolor": "k", **error_look}, **errors)
        return made

    def hist(self, x, bins=None, range=None, density=False, weights=None, **kwargs):
        """Bars that count how many values fall between edges; returns counts, edges and the bars."""
        from ._bars import histogram

        return histogram(self, x, bins, range, density, weights, kwargs)

    def axhline(self, y=0, xmin=0, xmax=1, **kwargs):
        """A level line across the axes."""
        return self._rule(y, (xmin, xmax), False, kwargs)

    def axvline(self, x=0, ymin=0, ymax=1, **kwargs):
        """An upright line across the axes."""
        return self._rule(x, (ymin, ymax), True, kwargs)

    def _rule(self, at, span, vertical, kwargs):
        keywords = _style.long_names(kwargs, "Line2D")
        color = keywords.pop("color", None)
        entry = {"at": float(_data.plain(at)), "vertical": vertical, "span": [float(end) for end in span]}
        entry["color"] = color_code("C0" if color is None else color)
        zorder = _style.take_common(keywords, entry)
        _style.take_line(keywords, entry)
        if "lines.linewidth" in _rc.rcParams.changed:
            entry.setdefault("width", _rc.rcParams["lines.linewidth"])
        _style.none_left(keywords)
        made = self._add(Line2D, "rule", entry, 2 if zorder is None else zorder)
        made._said_color, made._place, made._span = color, _data.plain(at), span
        return made

    def fill_between(self, x, y1, y2=0, where=None, **kwargs):
        """The area between two curves, where `where` says so; up to where they cross with `interpolate`."""
        interpolate, step = kwargs.pop("interpolate", False), kwargs.pop("step", None)
        if step is not None:
            from ._more_lines import stepped

            x, y1, y2, where = stepped(self._positions("x", _flat_list(x)), y1, y2, where, step)
        entry, zorder = self._area(kwargs, "FillBetweenPolyCollection")
        x = self._positions("x", _flat_list(x))
        for name, side in (("y1", y1), ("y2", y2)):
            size = len(_flat_list(side))
            if size not in (1, len(x)):
                raise ValueError(f"'x' has size {len(x)}, but {name!r} has an unequal size of {size}")
        low, high = _each(y1, len(x)), _each(y2, len(x))
        if where is None:
            entry.update(x=x, low=low, high=high)
        else:
            from ._more_areas import parts_where

            entry["pieces"] = parts_where(x, low, high, _flat_list(where), interpolate)
        return self._add(PolyCollection, "band", entry, zorder)

    def _area(self, kwargs, owner):
        """The look of an area without an edge, and its level."""
        keywords = _style.long_names(kwargs, owner)
        face, color = keywords.pop("facecolor", None), keywords.pop("color", None)
        color = face if face is not None else color
        if keywords.get("linewidth") in (0, 0.0):
            del keywords["linewidth"]
        if keywords.get("edgecolor") in ("none", "face"):
            del keywords["edgecolor"]
        entry = {"color": self._next_patch_color() if color is None else color_code(color)}
        zorder = _style.take_common(keywords, entry)
        _style.none_left(keywords)
        return entry, 1 if zorder is None else zorder

    def text(self, x, y, s, fontdict=None, *, transform=None, **kwargs):
        """Words at a place of the data, or of the axes with transform=ax.transAxes."""
        entry, words = {"in_axes": transform == "axes"}, {**(fontdict or {}), **kwargs}
        if entry["in_axes"] or transform is None:
            return self._words(str(s), (x, y), entry, words)
        (along,), (up,) = self._in_data(transform, [float(_data.plain(x))], [float(_data.plain(y))])
        return self._words(str(s), (along, up), entry, words)

    def annotate(self, text, xy, xytext=None, arrowprops=None, **kwargs):
        """Words that belong to the point xy, with an arrow to it where arrowprops are given."""
        system, entry = kwargs.pop("xycoords", "data"), {}
        measure = kwargs.pop("textcoords", None) or ("data" if system == "data" else system)
        xy, xytext = self._from_system(system, xy), None if xytext is None else self._from_system(measure, xytext)
        measure = measure if measure.startswith("offset") else "data"
        if arrowprops is not None:
            from ._words import arrow

            entry["arrow_look"] = arrow(arrowprops)
        if measure in ("offset points", "offset pixels") and xytext is not None:
            by = [float(_data.plain(end)) * (1 if measure == "offset points" else 0.72) for end in xytext]
            words = self._words(str(text), xy, entry, kwargs)._set_off(by, arrowprops is not None)
            words._points_at = tuple(map(_data.plain, xy))
            return words
        if arrowprops is not None:
            entry["arrow"] = [float(_data.plain(end)) for end in xy]
        words = self._words(str(text), xy if xytext is None else xytext, entry, kwargs)
        words._points_at = tuple(map(_data.plain, xy))
        return words

    def _from_system(self, system, place):
        """A place in data, of one in parts of the axes; figures are taken for their axes."""
        if not isinstance(system, str) or system not in ("axes fraction", "figure fraction", "subfigure fraction"):
            return place
        return [side[0] for side in self._in_data("axes", *([float(_data.plain(end))] for end in place))]

    def _words(self, text, place, entry, kwargs):
        from ._words import read_words

        keywords = _style.long_names(kwargs, "Text", turns=True)
        x, y = (float(_data.plain(end)) for end in place)
        entry.update(x=x, y=y, text=text)
        read_words(keywords, entry)
        zorder = _style.take_common(keywords, entry)
        _style.none_left(keywords)
        words = Text(self, entry, *map(_data.plain, place), 3 if zorder is None else zorder)
        self._artists.append(("text", words))
        return words


def _groups(args):
    """plot's positional arguments as (x or None, y, what the format says)."""
    rest = list(args)
    while rest:
        x, y = None, rest.pop(0)
        if rest and not isinstance(rest[0], str):
            x, y = y, rest.pop(0)
        form = _style.read_said(rest.pop(0)) if rest and isinstance(rest[0], str) else {}
        yield x, y, form


def _flat_list(value):
    return list(_data.flat(_data.plain(value)))


def _each(value, count):
    """One number for each of `count`, from one for all or a list of so many."""
    values = _data.floats(_flat_list(value))
    if len(values) == 1:
        return values * count
    if len(values) != count:
        raise ValueError(f"shape mismatch: objects cannot be broadcast to a single shape.  Mismatch is between "
                         f"'x' with shape ({count},) and 'height' with shape ({len(values)},).")
    return values


def _are_whole(values):
    """Whether numbers were given as whole ones, which are told as such again."""
    values = _data.plain(values)
    return all(type(value) is int for value in (values if isinstance(values, list) else [values]))


def _words(c):
    """The texts among what gives points their colours."""
    if isinstance(c, str):
        return [c]
    values = [] if c is None else _data.plain(c)
    return values if _data.has_words(values) else []


def _colors(color):
    """One colour, or several: of a list, or the rows of a table of channels."""
    if hasattr(color, "tolist"):
        color = color.tolist()
        color = [tuple(row) for row in color] if color and isinstance(color[0], list) else tuple(color)
    if isinstance(color, str) or not isinstance(color, list):
        return [color_code(color)]
    return [color_code(tuple(_data.plain(one)) if hasattr(one, "tolist") or isinstance(one, list) else one) for one in color]


def mapped(values, cmap, vmin, vmax):
    """Each number's colour."""
    known = _data.finite(values) or [0.0]
    low = min(known) if vmin is None else float(vmin)
    high = max(known) if vmax is None else float(vmax)
    span = (high - low) or 1.0
    return [cmap.hex((value - low) / span) if value == value else "#00000000" for value in values]


def _labels(label, count):
    """What each of plot's `count` lines is called: all alike, or each by its own of several."""
    if label is None or isinstance(label, str) or not hasattr(label, "__len__") or getattr(label, "shape", None) == ():
        return [label] * count
    if len(label) != count:
        raise ValueError("label must be scalar or have the same length as the input data, "
                         f"but found {len(label)} for {count} datasets.")
    return label

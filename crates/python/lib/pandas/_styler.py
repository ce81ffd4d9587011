"""`frame.style`: a table with colours, number forms and a title, as notebooks show it.

What it is not: rules for a page's own classes; those are said not to be drawn. Start reading at `Styler`.
"""

import html
import warnings

import numpy as np
from _scalars import FLOATS
from pandas._column import is_missing
from pandas._format import label_texts


class Styler:
    """Looks of a frame's cells, added one after the other; each call gives the same styler back."""

    def __init__(self, data, precision=6):
        self.data, self._precision = data.to_frame() if data.ndim == 1 else data, precision
        self._looks, self._forms, self._caption, self._hidden, self._hidden_columns = {}, {}, None, False, ()
        self._gap, self._escaped = "", False

    @property
    def columns(self):
        return self.data.columns

    @property
    def index(self):
        return self.data.index

    def _names(self, subset):
        names = self.data.columns.tolist()
        if subset is None:
            return names
        return [subset] if isinstance(subset, str) or subset in names else [name for name in subset if name in names]

    def _add(self, row, name, text):
        if text:
            self._looks.setdefault((row, name), []).append(text.strip().rstrip(";"))

    # How values are written

    def format(self, formatter=None, subset=None, na_rep=None, precision=None, decimal=".", thousands=None,
               escape=None):
        """By a form as "{:.2f}", a function, or a dict of them by column."""
        if decimal != ".":
            raise NotImplementedError(f"Styler.format: decimal={decimal!r} is not built into this pandas")
        if precision is not None:
            self._precision = precision
        self._escaped = escape == "html"
        if na_rep is not None:
            self._gap = na_rep
        forms = formatter if isinstance(formatter, dict) else {name: formatter for name in self._names(subset)}
        self._forms.update({name: form for name, form in forms.items() if form is not None})
        if thousands is not None:
            self._forms.update({name: "{:" + thousands + "}" for name in self._names(subset) if name not in forms or forms[name] is None})
        return self

    def _text(self, name, value):
        form = self._forms.get(name)
        if is_missing(value) and (self._gap or form is None):
            return self._gap or "nan"
        if form is not None:
            return form(value) if callable(form) else form.format(value)
        return f"{value:.{self._precision}f}" if isinstance(value, FLOATS) else str(value)

    # Looks

    def map(self, func, subset=None, **kwargs):
        """What a function says of each value, as "color: red"."""
        for name in self._names(subset):
            for row, value in enumerate(self.data[name].tolist()):
                self._add(row, name, func(value, **kwargs))
        return self

    applymap = map

    def apply(self, func, axis=0, subset=None, **kwargs):
        """What a function says of each column or row, a look for each value."""
        names = self._names(subset)
        if axis in (1, "columns"):
            for row in range(len(self.data)):
                for name, look in zip(names, func(self.data[names].iloc[row], **kwargs)):
                    self._add(row, name, look)
        elif axis is None:
            found = func(self.data[names], **kwargs)
            for name, looks in zip(names, np.asarray(found).T.tolist()):
                for row, look in enumerate(looks):
                    self._add(row, name, look)
        else:
            for name in names:
                for row, look in enumerate(func(self.data[name], **kwargs)):
                    self._add(row, name, look)
        return self

    def set_properties(self, subset=None, **kwargs):
        """The same looks for all cells."""
        return self.map(lambda value: "; ".join(f"{name}: {text}" for name, text in kwargs.items()), subset)

    def _numbers(self, subset):
        return [name for name in self._names(subset) if self.data[name]._column.is_number]

    def background_gradient(self, cmap="PuBu", low=0, high=0, axis=0, subset=None, text_color_threshold=0.408, vmin=None, vmax=None,
                            gmap=None):
        """Colours behind numbers, by how large they are in their column, their row or all of it."""
        from matplotlib.cm import get_cmap
        from matplotlib.colors import color_code

        if gmap is not None:
            raise NotImplementedError("Styler.background_gradient: gmap is not built into this pandas")
        names, colours = self._numbers(subset), get_cmap(cmap)
        table = np.stack([np.asarray(self.data[name].to_numpy(), dtype=np.float64) for name in names], -1)
        along = {0: 0, "index": 0, 1: 1, "columns": 1, None: (0, 1)}[axis]
        least, most = np.nanmin(table, axis=along, keepdims=True), np.nanmax(table, axis=along, keepdims=True)
        least, most = (least if vmin is None else least * 0 + vmin), (most if vmax is None else most * 0 + vmax)
        span = most - least
        least, most = least - span * low, most + span * high
        shares = (table - least) / np.where(most > least, most - least, 1.0)
        for row, line in enumerate(shares.tolist()):
            for name, share in zip(names, line):
                if share == share:
                    code = color_code(tuple(colours(share)), False)
                    ink = "#f1f1f1" if _lightness(code) < text_color_threshold else "#000000"
                    self._add(row, name, f"background-color: {code}; color: {ink}")
        return self

    def _highlighted(self, choose, color, props, axis, subset):
        look = props or f"background-color: {color}"
        names = self._names(subset)
        if axis in (1, "columns"):
            names = self._numbers(subset)
            for row in range(len(self.data)):
                values = [self.data[name].tolist()[row] for name in names]
                for name, value in zip(names, values):
                    self._add(row, name, look if value == choose(values) else "")
            return self
        for name in names:
            values = self.data[name].tolist()
            known = [value for value in values if not is_missing(value)]
            for row, value in enumerate(values):
                self._add(row, name, look if known and value == choose(known) else "")
        return self

    def highlight_max(self, subset=None, color="yellow", axis=0, props=None):
        return self._highlighted(max, color, props, axis, subset)

    def highlight_min(self, subset=None, color="yellow", axis=0, props=None):
        return self._highlighted(min, color, props, axis, subset)

    def highlight_null(self, color="red", subset=None, props=None):
        return self.map(lambda value: (props or f"background-color: {color}") if is_missing(value) else "", subset)

    def highlight_between(self, subset=None, color="yellow", axis=0, left=None, right=None, inclusive="both", props=None):
        """Values between two."""
        del axis
        if inclusive != "both":
            raise NotImplementedError(f"Styler.highlight_between: inclusive={inclusive!r} is not built into this pandas")
        is_in = lambda value: (left is None or value >= left) and (right is None or value <= right)  # noqa: E731
        return self.map(lambda value: (props or f"background-color: {color}") if is_in(value) else "", subset)

    def bar(self, subset=None, axis=0, *, color=None, cmap=None, width=100, height=100, align="mid", vmin=None, vmax=None, props=""):
        """A bar behind each number, as long as it is large."""
        del axis, cmap, height, align
        shade = color if isinstance(color, str) else (color or ["#d65f5f"])[-1]
        for name in self._numbers(subset):
            values = np.asarray(self.data[name].to_numpy(), dtype=np.float64)
            low, high = (min(float(np.nanmin(values)), 0.0) if vmin is None else vmin), (float(np.nanmax(values)) if vmax is None else vmax)
            for row, value in enumerate(values.tolist()):
                share = 0.0 if value != value else width * (value - low) / ((high - low) or 1.0)
                self._add(row, name, f"background: linear-gradient(90deg, {shade} {share:.1f}%, transparent {share:.1f}%); {props}")
        return self

    # Around the cells

    def set_caption(self, caption):
        self._caption = caption
        return self

    def hide(self, subset=None, axis=0, level=None, names=False):
        """The labels of the rows, or columns by name, are not shown."""
        del level, names
        if axis in (0, "index"):
            self._hidden = subset is None
        else:
            self._hidden_columns = tuple(self.data.columns.tolist() if subset is None else self._names(subset))
        return self

    def hide_index(self):
        return self.hide()

    def _untold(self, name):
        warnings.warn(f"Styler.{name}: not drawn by this pandas", stacklevel=3)
        return self

    def set_table_styles(self, table_styles=None, axis=0, overwrite=True, css_class_names=None):
        del table_styles, axis, overwrite, css_class_names
        return self._untold("set_table_styles")

    def set_table_attributes(self, attributes):
        del attributes
        return self._untold("set_table_attributes")

    def set_sticky(self, axis=0, pixel_size=None, levels=None):
        del axis, pixel_size, levels
        return self._untold("set_sticky")

    def set_precision(self, precision):
        return self.format(precision=precision)

    def pipe(self, func, *args, **kwargs):
        return func(self, *args, **kwargs)

    def to_html(self, buf=None, **kwargs):
        """The table, its cells with their looks; into a file, if one is given."""
        del kwargs
        text = self._html()
        if buf is None:
            return text
        if hasattr(buf, "write"):
            buf.write(text)
        else:
            with open(buf, "w") as file:
                file.write(text)
        return None

    render = to_html

    def _html(self):
        names = [name for name in self.data.columns.tolist() if name not in self._hidden_columns]
        lines = ['<table border="1" class="dataframe">']
        if self._caption is not None:
            lines.append(f"  <caption>{html.escape(str(self._caption))}</caption>")
        head = [] if self._hidden else [""]
        lines.append("  <thead><tr>" + "".join(f"<th>{html.escape(str(name))}</th>" for name in head + names) + "</tr></thead>")
        lines.append("  <tbody>")
        columns = {name: self.data[name].tolist() for name in names}
        for row, label in enumerate(label_texts(self.data.index.tolist())):
            cells = [] if self._hidden else [f"<th>{html.escape(str(label))}</th>"]
            for name in names:
                looks = "; ".join(self._looks.get((row, name), ()))
                look = f' style="{html.escape(looks)}"' if looks else ""
                text = self._text(name, columns[name][row])
                cells.append(f"<td{look}>{html.escape(text) if self._escaped else text}</td>")
            lines.append(f"    <tr>{''.join(cells)}</tr>")
        return "\n".join([*lines, "  </tbody>", "</table>"])

    def _repr_html_(self):
        return self._html()


def _lightness(code):
    """How light a colour looks (WCAG 2)."""
    parts = []
    for at in (1, 3, 5):
        part = int(code[at : at + 2], 16) / 255
        parts.append(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4)
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


Styler.__module__ = "pandas.io.formats.style"


def style(frame):
    """The frame's looks."""
    return Styler(frame)

"""What can be done with a frame's rows, columns and labels.

What it is not: reckoning with its values; that is `_whole`. Start reading at `Table`.
"""

import numpy as np
from pandas import _stats
from pandas._column import NAN, Column, column_of, flags, is_missing
from pandas._index import Index, MultiIndex, RangeIndex
from pandas._refuse import also
from pandas._select import listed
from pandas._setting import cast


def axis_number(axis):
    """0 for rows, 1 for columns."""
    found = {0: 0, "index": 0, "rows": 0, 1: 1, "columns": 1}.get(axis)
    if found is None:
        raise ValueError(f"No axis named {axis} for object type DataFrame")
    return found


def several(names):
    """One name or several as a list."""
    found = listed(names)
    return [names] if found is None else found


class Table:
    """The half of a frame that knows rows and columns."""

    def copy(self, deep=True):
        """The same values; they are not shared: `deep` changes nothing."""
        return self._take(list(range(len(self))))

    # Going through

    def items(self):
        """The columns' names and the columns."""
        return ((name, self._series(at)) for at, name in enumerate(self.columns.tolist()))

    def iterrows(self):
        """The rows' labels and the rows."""
        return ((label, self._row(place)) for place, label in enumerate(self.index.tolist()))

    def itertuples(self, index=True, name="Pandas"):
        """The rows as named tuples."""
        from collections import namedtuple

        names = (["Index"] if index else []) + [str(each) for each in self.columns]
        kind = tuple if name is None else namedtuple(name, names, rename=True)
        columns = ([self.index.tolist()] if index else []) + [column.tolist() for column in self._columns]
        return (row if name is None else kind(*row) for row in zip(*columns))

    # Missing values

    def isnull(self):
        """Where nothing is."""
        return self._like([Column(column.missing()) for column in self._columns])

    def notnull(self):
        """Where something is."""
        return self._like([Column(~column.missing()) for column in self._columns])

    isna, notna = isnull, notnull

    def dropna(self, axis=0, how="any", thresh=None, subset=None, inplace=False, ignore_index=False):
        """The rows, or columns, in which nothing is missing; with `how="all"`, not everything."""
        if how not in ("any", "all"):
            raise ValueError(f"invalid how option: {how}")
        if axis_number(axis) == 1:
            if subset is not None:
                raise NotImplementedError("dropna: subset with axis=1 is not built into this pandas")
            gone = [sum(column.missing().tolist()) for column in self._columns]
            kept = [at for at, count in enumerate(gone) if _is_kept(count, len(self), how, thresh)]
            return self._given(self._only(kept), inplace)
        lost = [] if subset is None else [name for name in several(subset) if name not in self.columns]
        if lost:
            raise KeyError(lost)
        columns = self._columns if subset is None else self[several(subset)]._columns
        gone = sum((column.missing().astype("int64") for column in columns), np.zeros(len(self), dtype=np.int64)).tolist()
        places = [at for at, count in enumerate(gone) if _is_kept(count, len(columns), how, thresh)]
        return self._placed(places, ignore_index, inplace)

    @also(axis=None, limit=None)
    def fillna(self, value, inplace=False):
        """A value, or one a column, where nothing is."""
        by_name = dict(value.items()) if hasattr(value, "items") else None
        made = []
        for name, series in self.items():
            new = value if by_name is None else by_name.get(name)
            made.append(series._column if by_name is not None and name not in by_name else series.fillna(new)._column)
        return self._replaced(self._like(made), inplace)

    # Rows

    @also(axis=0, kind="quicksort")
    def sort_values(self, by, ascending=True, inplace=False, na_position="last", ignore_index=False, key=None):
        """The rows in the order of one column, or of several."""
        names = several(by)
        rising = [ascending] * len(names) if isinstance(ascending, (bool, int)) else list(ascending)
        if len(rising) != len(names):
            raise ValueError(f"Length of ascending ({len(rising)}) != length of by ({len(names)})")
        places = list(range(len(self)))
        for name, is_rising in reversed(list(zip(names, rising))):
            series = self[name] if name in self.columns else self.reset_index()[name]
            series = series if key is None else key(series)
            order = _stats.order(series._column.take(places), is_rising, na_position)
            places = [places[at] for at in order]
        return self._placed(places, ignore_index, inplace)

    def nlargest(self, n, columns):
        """The rows with the largest values of a column."""
        return self.sort_values(columns, ascending=False).head(n)

    def nsmallest(self, n, columns):
        """The rows with the least values of a column."""
        return self.sort_values(columns).head(n)

    def duplicated(self, subset=None, keep="first"):
        """Which rows came before."""
        from pandas._rows import repeated
        from pandas._series import Series

        gone = [] if subset is None else [name for name in several(subset) if name not in self.columns]
        if gone:
            raise KeyError(Index(gone))
        columns = self._columns if subset is None else self[several(subset)]._columns
        rows = list(zip(*(column.tolist() for column in columns)))
        return Series._of(Column(flags(repeated(rows, keep))), self.index)

    def drop_duplicates(self, subset=None, keep="first", inplace=False, ignore_index=False):
        """The rows that did not come before."""
        places = [at for at, again in enumerate(self.duplicated(subset, keep).tolist()) if not again]
        return self._placed(places, ignore_index, inplace)

    def value_counts(self, subset=None, normalize=False, sort=True, ascending=False, dropna=True):
        """How often each row comes, the most frequent first."""
        from pandas._counting import of_rows

        is_one = subset is not None and listed(subset) is None
        part = self if subset is None else self[subset].to_frame() if is_one else self[list(subset)]
        return of_rows(part, normalize, sort, ascending, dropna, is_one)

    # Labels and columns

    @also(level=None, errors="raise")
    def drop(self, labels=None, axis=0, index=None, columns=None, inplace=False):
        """Without some rows or columns."""
        if labels is not None:
            index, columns = (labels, columns) if axis_number(axis) == 0 else (index, labels)
        if index is None and columns is None:
            raise ValueError("Need to specify at least one of 'labels', 'index' or 'columns'")
        made = self
        if columns is not None:
            kept = set(self.columns.drop(columns).tolist())
            made = made._only([at for at, name in enumerate(self.columns.tolist()) if name in kept])
        if index is not None:
            kept = set(self.index.drop(index).tolist())
            made = made._take([at for at, label in enumerate(self.index.tolist()) if label in kept])
        return self._given(made, inplace)

    @also(copy=None, level=None, errors="ignore")
    def rename(self, mapper=None, index=None, columns=None, axis=None, inplace=False):
        """Other labels for rows or columns, by a dict or a function."""
        if mapper is not None:
            index, columns = (mapper, columns) if axis_number(axis or 0) == 0 else (index, mapper)
        made = self.copy()
        if index is not None:
            made.index = _renamed(self.index, index)
        if columns is not None:
            made.columns = _renamed(self.columns, columns)
        return self._given(made, inplace)

    @also(verify_integrity=False)
    def set_index(self, keys, drop=True, append=False, inplace=False):
        """A column, or several, as the rows' labels, or as further parts of them."""
        if append:
            whole = self.reset_index()
            own = whole.columns.tolist()[:self.index.nlevels]
            made = whole.set_index([*own, *several(keys)], drop=drop)
            made.index.names = [*self.index.names, *several(keys)]
            return self._given(made, inplace)
        names = several(keys)
        missing = [name for name in names if isinstance(name, str) and name not in self.columns]
        if missing:
            raise KeyError(f"None of {missing} are in the columns")
        parts = [self[name].tolist() if isinstance(name, str) or name in self.columns else list(name) for name in names]
        index = Index(parts[0], name=names[0]) if len(names) == 1 else MultiIndex(zip(*parts), names)
        kept = [at for at, name in enumerate(self.columns.tolist()) if not drop or name not in names]
        made = self._only(kept)
        made.index = index
        return self._given(made, inplace)

    @also(level=None, col_level=0, col_fill="", allow_duplicates=False)
    def reset_index(self, drop=False, inplace=False, names=None):
        """Labels that count; the old ones become columns, unless they are dropped."""
        from pandas._frame import DataFrame

        columns, found = list(self._columns), self.columns.tolist()
        if not drop:
            parts = list(zip(*self.index.tolist())) if self.index.has_parts else [self.index.tolist()]
            parts = parts or [[] for _ in self.index.names]
            fresh = "index" if "index" not in found else "level_0"
            own = several(names) if names is not None else self.index.names
            own = [
                fresh if name is None and len(parts) == 1 else f"level_{at}" if name is None else name
                for at, name in enumerate(own)
            ]
            columns, found = [column_of(list(part)) for part in parts] + columns, own + found
        made = DataFrame._of(
            columns, RangeIndex(len(self)), self.columns if drop else Index(found, name=self.columns.name)
        )
        return self._given(made, inplace)

    @also(axis=None, method=None, level=None, copy=None, limit=None, tolerance=None)
    def reindex(self, labels=None, index=None, columns=None, fill_value=NAN):
        """The rows, or columns, of these labels; new ones are filled."""
        from pandas._align import places
        from pandas._frame import DataFrame

        made, index = self, labels if index is None else index
        if index is not None:
            found = places(self.index, list(index))
            made = DataFrame._of(
                [_filled(column, found, fill_value) for column in made._columns], _indexed(index), self.columns
            )
        if columns is not None:
            filled = {name: made[name] if name in made.columns else [fill_value] * len(made) for name in columns}
            made = DataFrame(filled, index=made.index)
        return made

    @also(parser="pandas", engine=None)
    def query(self, expr, inplace=False):
        """The rows where a condition, written as text, holds."""
        from pandas._query import query

        return self._given(query(self, expr, 3), inplace)

    def filter(self, items=None, like=None, regex=None, axis=None):
        """The columns, or with axis=0 the rows, of these names; of those with a text, or a pattern, in them."""
        import re

        if sum(each is not None for each in (items, like, regex)) != 1:
            raise TypeError("Keyword arguments `items`, `like`, or `regex` are mutually exclusive")
        is_rows = axis is not None and axis_number(axis) == 0
        labels = (self.index if is_rows else self.columns).tolist()
        if items is not None:
            chosen = [labels.index(label) for label in items if label in labels]
        elif like is not None:
            chosen = [at for at, label in enumerate(labels) if like in str(label)]
        else:
            chosen = [at for at, label in enumerate(labels) if re.search(regex, str(label))]
        return self._take(chosen) if is_rows else self._only(chosen)

    @also(axis=1)
    def add_prefix(self, prefix):
        """With a text before the columns' names."""
        return self.rename(columns=lambda name: f"{prefix}{name}")

    @also(axis=1)
    def add_suffix(self, suffix):
        """With a text after the columns' names."""
        return self.rename(columns=lambda name: f"{name}{suffix}")

    def select_dtypes(self, include=None, exclude=None):
        """The columns of these kinds."""
        if include is None and exclude is None:
            raise ValueError("at least one of include or exclude must be nonempty")
        wanted, unwanted = (several(each) if each is not None else [] for each in (include, exclude))
        chosen = [
            at
            for at, column in enumerate(self._columns)
            if (not wanted or any(_is_of(column, kind) for kind in wanted))
            and not any(_is_of(column, kind) for kind in unwanted)
        ]
        return self._only(chosen)

    def assign(self, **kwargs):
        """With new columns: values, or what functions make of the frame."""
        made = self.copy()
        for name, value in kwargs.items():
            made[name] = value(made) if callable(value) else value
        return made

    @also(copy=None)
    def astype(self, dtype, errors="raise"):
        """The values as another kind, or that of each column in a dict."""
        if errors != "raise":
            raise NotImplementedError(f"astype: errors={errors!r} is not built into this pandas")
        if not isinstance(dtype, dict):
            return self._like([column.astype(dtype) for column in self._columns])
        unknown = [name for name in dtype if name not in self.columns]
        if unknown:
            raise KeyError(
                f"Only a column name can be used for the key in a dtype mappings argument. {unknown[0]!r} not found in columns."
            )
        return self._like(
            [cast(series, dtype[name])._column if name in dtype else series._column for name, series in self.items()]
        )

    def get(self, key, default=None):
        """A column, or something instead."""
        return self[key] if key in self.columns else default

    # In groups, and with others

    def groupby(self, by=None, **settings):
        """The rows in groups, by columns or a list."""
        from pandas._groupby import DataFrameGroupBy

        if hasattr(by, "steps_of") and by.freq is not None:
            return by.resampled(self)
        return DataFrameGroupBy(self, by, **settings)

    def merge(self, right, *args, **settings):
        """This and another frame side by side, where columns are equal."""
        from pandas._merge import merge

        return merge(self, right, *args, **settings)

    def join(self, other, on=None, how="left", lsuffix="", rsuffix=""):
        """The columns of this and of others, by the rows' labels."""
        from pandas._merge import joined_by_label

        return joined_by_label(self, other, on, how, lsuffix, rsuffix)

    def pivot(self, *, columns, index=None, values=None):
        """One column's values as columns."""
        from pandas._reshape import pivot

        return pivot(self, columns, index, values)

    def pivot_table(self, *args, **settings):
        """Means, or other sums, of groups as a table."""
        from pandas._reshape import pivot_table

        return pivot_table(self, *args, **settings)

    def melt(self, *args, **settings):
        """Columns below each other."""
        from pandas._reshape import melt

        return melt(self, *args, **settings)

    # As something else

    def to_csv(self, path_or_buf=None, **settings):
        """As text with separators: into a file, or returned."""
        from pandas._csv import to_csv

        return to_csv(self, path_or_buf, **settings)

    @also(into=dict)
    def to_dict(self, orient="dict", index=True):
        """As dicts: `dict`, `list`, `records`, `index`, `series` or `split`."""
        from pandas._csv import to_dict

        return to_dict(self, orient, index)

    def to_string(self, index=True, max_rows=None, line_width=None):
        """All of it as text."""
        from pandas._format import frame_text

        return frame_text(self, index, max_rows, None, line_width)

    def to_html(self, index=True, max_rows=None, max_cols=None):
        """All of it as an HTML table."""
        from pandas._html import frame_html

        return frame_html(self, max_rows, max_cols, index=index)

    def info(self, verbose=None, buf=None, max_cols=None, memory_usage=True, show_counts=None):
        """Prints the columns with their kinds, and how many of their values are there."""
        from pandas._info import info

        info(self, verbose, buf, max_cols, memory_usage, show_counts)


def _is_kept(gone, whole, how, thresh):
    if thresh is not None:
        return whole - gone >= thresh
    return gone == 0 if how == "any" else gone < whole or whole == 0


def _renamed(index, change):
    new = change if callable(change) else lambda label: change.get(label, label)
    return index._like([new(label) for label in index.tolist()])


def _indexed(labels):
    return labels if isinstance(labels, Index) else Index(list(labels))


def _filled(column, places, fill_value):
    made = column.take_or_missing(places)
    if None not in places or is_missing(fill_value):
        return made
    return column_of([fill_value if place is None else value for place, value in zip(places, made.tolist())])


def _is_of(column, kind):
    name = getattr(kind, "__name__", str(kind))
    if hasattr(column, "nullable"):
        is_number = column.kind[0] in "IUF"
        return is_number if name == "number" else column.kind == name or name in ("str", "object") and column.kind == "string"
    if name == "number":
        return column.is_number and column.kind != "bool"
    if name in ("object", "O"):
        return column.kind in ("object", "str")
    if name in ("str", "string"):
        return column.kind == "str"
    if name in ("datetime", "datetime64", "timedelta", "timedelta64"):
        return column.kind.startswith(name.removesuffix("64"))
    if name in ("integer", "floating"):
        return name[:3] in column.kind if name == "integer" else column.kind.startswith("float")
    return column.kind == {"float": "float64", "int": "int64"}.get(name, name)

"""A frame by other labels, or of other columns: dropped, renamed, chosen by name or kind, put in.

What it is not: its rows, which are `_table`'s. Start reading at `Relabelled`.
"""

from pandas._column import NAN, column_of, is_missing
from pandas._index import Index, counting
from pandas._levels import without_levels
from pandas._multi_index import MultiIndex
from pandas._refuse import also
from pandas._select import axis_number, several


class Relabelled:
    """The part of a frame that knows labels and columns."""

    @also(level=None)
    def drop(self, labels=None, axis=0, index=None, columns=None, inplace=False, errors="raise"):
        """Without some rows or columns."""
        if labels is not None:
            index, columns = (labels, columns) if axis_number(axis) == 0 else (index, labels)
        if index is None and columns is None:
            raise ValueError("Need to specify at least one of 'labels', 'index' or 'columns'")
        made = self
        if columns is not None:
            kept = set(self.columns.drop(columns, errors).tolist())
            made = made._only([at for at, name in enumerate(self.columns.tolist()) if name in kept])
        if index is not None:
            kept = set(self.index.drop(index, errors).tolist())
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
        keys = keys if isinstance(keys, list) else [keys]
        missing = [key for key in keys if not _are_labels(key) and key not in self.columns]
        if missing:
            raise KeyError(f"None of {missing} are in the columns")
        names = [getattr(key, "name", None) if _are_labels(key) else key for key in keys]
        parts = [list(key.tolist() if hasattr(key, "tolist") else key) if _are_labels(key) else self[key].tolist() for key in keys]
        for part in parts:
            if len(part) != len(self):
                raise ValueError(f"Length mismatch: Expected {len(self)} rows, received array of length {len(part)}")
        if append:
            own = zip(*self.index.tolist()) if self.index.has_parts else [self.index.tolist()]
            parts, names = [*own, *parts], [*self.index.names, *names]
        index = counting(parts[0], names[0]) if len(parts) == 1 else MultiIndex(zip(*parts), names)
        gone = [key for key in keys if drop and not _are_labels(key)]
        kept = [at for at, name in enumerate(self.columns.tolist()) if name not in gone]
        made = self._only(kept)
        made.index = index
        return self._given(made, inplace)

    @also(col_level=0, col_fill="", allow_duplicates=False)
    def reset_index(self, level=None, *, drop=False, inplace=False, names=None):
        """Labels that count; the old ones, or some parts of them, become columns, unless they are dropped."""
        from pandas._frame import DataFrame

        columns, found = list(self._columns), self.columns.tolist()
        taken, labels = without_levels(self.index, level)
        if not drop:
            parts = list(zip(*self.index.tolist())) if self.index.has_parts else [self.index.tolist()]
            parts = parts or [[] for _ in self.index.names]
            fresh = "index" if "index" not in found else "level_0"
            own = several(names) if names is not None else self.index.names
            own = [
                fresh if name is None and len(parts) == 1 else f"level_{at}" if name is None else name
                for at, name in enumerate(own)
            ]
            columns = [column_of(list(parts[at])) for at in taken] + columns
            found = [own[at] for at in taken] + found
        made = DataFrame._of(columns, labels, self.columns if drop else Index(found, name=self.columns.name))
        return self._given(made, inplace)

    @also(level=None, copy=None, tolerance=None)
    def reindex(self, labels=None, index=None, columns=None, axis=None, method=None, fill_value=NAN, limit=None):
        """The rows, or columns, of these labels; new ones are filled, by a value or as the rows beside them are."""
        from pandas._align import places, places_near
        from pandas._frame import DataFrame

        if axis is not None and axis_number(axis) == 1:
            labels, columns = None, labels
        made, index = self, labels if index is None else index
        if limit is not None and method is None:
            raise ValueError("limit argument only valid if doing pad, backfill or nearest reindexing")
        if index is not None:
            found = places(self.index, list(index)) if method is None else places_near(self.index, list(index), method, limit)
            made = DataFrame._of(
                [_filled(column, found, fill_value) for column in made._columns], self.index._as_new(index), self.columns
            )
        if columns is not None:
            filled = {name: made[name] if name in made.columns else [fill_value] * len(made) for name in columns}
            made = DataFrame(filled, index=made.index)
            made.columns = self.columns._as_new(columns)
        return made

    @also(parser="pandas", engine=None)
    def query(self, expr, inplace=False):
        """The rows where a condition holds, written as text; `@name` is a variable of the program."""
        from pandas._query import query

        return query(self, expr, inplace, 3)

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
            [_cast(series, dtype[name])._column if name in dtype else series._column for name, series in self.items()]
        )

    def get(self, key, default=None):
        """A column, or something instead."""
        return self[key] if key in self.columns else default


def _renamed(index, change):
    new = change if callable(change) else lambda label: change.get(label, label)
    return index._like([new(label) for label in index.tolist()])


def _filled(column, places, fill_value):
    made = column.take_or_missing(places)
    if None not in places or is_missing(fill_value):
        return made
    return column_of([fill_value if place is None else value for place, value in zip(places, made.tolist())])


def _are_labels(key):
    """Whether these are labels themselves, not a column's name."""
    return isinstance(key, list) or hasattr(key, "tolist") and getattr(key, "ndim", 0) > 0


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


def _cast(series, dtype):
    """A column as another kind; what goes wrong names the column."""
    try:
        return series.astype(dtype)
    except (TypeError, ValueError) as fault:
        raise type(fault)(f"{fault}: Error while type casting for column '{series.name}'") from None

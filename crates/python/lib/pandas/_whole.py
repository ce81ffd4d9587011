"""What can be reckoned of a frame: sums and means, functions of columns and rows, arithmetic.

What it is not: rows, columns and labels, which are `_table`'s. Start reading at `Whole`.
"""

import numpy as np
from numpy._objects import objects
from pandas import _stats
from pandas._column import NAN, Column, column_of, holds_numbers, joined, of_results, plain
from pandas._index import Index
from pandas._operate import ALIASES, ARITHMETIC, BITS, COMPARISONS, inverted, operate
from pandas._refuse import also
from pandas._select import listed
from pandas._values import _NOTHING


def _is_rows(axis):
    if axis not in (0, 1, "index", "rows", "columns", None):
        raise ValueError(f"No axis named {axis} for object type DataFrame")
    return axis in (1, "columns")


def _boxed(value):
    """A number as numpy's scalar, anything else as Python's own or pandas'."""
    return value if isinstance(value, np.generic) and value.dtype.kind in "biuf" else plain(value)


def _as_floats(column):
    return Column(column.array.astype(np.float64)) if column.is_number and "int" in column.kind else column


class Whole:
    """The half of a frame that reckons."""

    def _numbers(self, numeric_only):
        """The frame, or its columns of numbers."""
        if not numeric_only:
            return self
        return self._only([at for at, each in enumerate(self._columns) if holds_numbers(each)])

    def _reduced(self, name, axis, skipna, numeric_only, settings):
        from pandas._series import Series

        part = self._numbers(numeric_only)
        if axis is None:
            return _stats.reduce(name, joined(part._columns), skipna, **settings)
        if _is_rows(axis):
            columns = [part._row(place)._column for place in range(len(part))]
            return Series([_stats.reduce(name, each, skipna, **settings) for each in columns], index=part.index)
        values = [_stats.reduce(name, column, skipna, **settings) for column in part._columns]
        if any(each.kind == "object" for each in part._columns) or any(isinstance(value, str) for value in values):
            kind = "str" if all(each.kind == "str" for each in part._columns) else "object"
            values = Column(objects([_boxed(value) for value in values]), kind)
        made = of_results(None, values, part._columns) if part._columns else values
        return Series(made, index=part.columns)

    def _by_column(self, function):
        """A function of each column's series, a series each."""
        return self._like([function(series)._column for _, series in self.items()])

    def describe(self, percentiles=None, include=None, exclude=None):
        """How many, what mean, what spread: of the columns of numbers, or of those of the kinds in `include`."""
        from pandas._frame import DataFrame

        part = self
        if include is None and exclude is None:
            part = self.select_dtypes(["number", "datetime", "timedelta"])
            part = part if len(part._columns) else self
        elif include != "all":
            part = self.select_dtypes(include, exclude)
        if not len(part._columns):
            raise ValueError("Cannot describe a DataFrame without columns")
        shares = (0.25, 0.5, 0.75) if percentiles is None else percentiles
        found = {name: _stats.described(series._column, shares) for name, series in part.items()}
        order = ["count", "unique", "top", "freq"]
        rows = [name for name in order if any(name in each for each in found.values())]
        rows += [name for each in found.values() for name in each if name not in order]
        rows = list(dict.fromkeys(rows))
        if any("mean" in each and "std" not in each for each in found.values()) and "std" in rows:
            # Moments have no spread: it comes last then.
            rows.append(rows.pop(rows.index("std")))
        data = [of_results(column, [each.get(row, NAN) for row in rows]) for column, each in zip(part._columns, found.values())]
        return DataFrame._of(data, Index(rows), part.columns)

    def quantile(self, q=0.5, axis=0, numeric_only=False, interpolation="linear"):
        """The values below which such shares lie."""
        from pandas._frame import DataFrame
        from pandas._series import Series

        if _is_rows(axis):
            raise NotImplementedError(f"quantile: axis={axis!r} is not built into this pandas")
        part = self._numbers(numeric_only)
        if listed(q) is None:
            return Series(
                [_stats.quantile(each, q, interpolation) for each in part._columns], index=part.columns, name=q
            )
        made = [column_of([_stats.quantile(each, share, interpolation) for share in q]) for each in part._columns]
        return DataFrame._of(made, Index(list(q)), part.columns)

    def corr(self, method="pearson", min_periods=1, numeric_only=False):
        """How the columns go together, between -1 and 1."""
        part = self._numbers(numeric_only)
        columns = [_stats.counted(each) for each in part._columns]
        for column in columns:
            if not holds_numbers(column):
                text = next((value for value in column.tolist() if isinstance(value, str)), None)
                raise ValueError(f"could not convert string to float: {text!r}")
        name = _stats.correlation(method)
        made = [column_of([_stats.pair(name, a, b, min_periods) for b in columns]) for a in columns]
        return part._of(made, part.columns, part.columns)

    def apply(self, func, axis=0, args=(), **kwargs):
        """What a function makes of each column or, with axis=1, of each row."""
        from pandas._frame import DataFrame
        from pandas._series import Series

        if isinstance(func, str):
            return getattr(self, func)(*args, axis=axis, **kwargs)
        if isinstance(func, (list, dict)):
            return self.agg(func, axis)
        series = [each for _, each in (self.iterrows() if _is_rows(axis) else self.items())]
        found = [func(each, *args, **kwargs) for each in series]
        labels = self.index if _is_rows(axis) else self.columns
        if not found or not isinstance(found[0], Series):
            return Series(found, index=labels)
        if _is_rows(axis):
            made = DataFrame([each.tolist() for each in found], index=labels)
            made.columns = found[0].index
            return made
        return DataFrame._of([each._column for each in found], found[0].index, labels)

    def map(self, func, na_action=None):
        """What a function makes of each value."""
        return self._by_column(lambda series: series.map(func, na_action))

    def agg(self, func, axis=0):
        """One value, or several, of each column: by names, functions, or a dict of them."""
        from pandas._frame import DataFrame
        from pandas._series import Series

        if _is_rows(axis):
            return self.T.agg(func)
        if isinstance(func, dict):
            if any(isinstance(each, (list, tuple)) for each in func.values()):
                rows = [each if isinstance(each, str) else each.__name__ for given in func.values() for each in several(given)]
                made = DataFrame({name: self[name].agg(several(each)) for name, each in func.items()})
                return made.reindex(list(dict.fromkeys(rows)))
            return Series({name: self[name].agg(each) for name, each in func.items()})
        if isinstance(func, (list, tuple)):
            return DataFrame({name: series.agg(func) for name, series in self.items()})
        if isinstance(func, str) and not hasattr(type(self), func):
            raise AttributeError(f"'{func}' is not a valid function for 'DataFrame' object")
        return Series([series.agg(func) for _, series in self.items()], index=self.columns)

    aggregate = agg

    def where(self, cond, other=NAN, inplace=False):
        """The values where a condition holds, another elsewhere."""
        if getattr(cond, "ndim", 2) == 1:
            rows = [listed(cond)] * len(self._columns)
        else:
            rows = [column.tolist() for column in cond._columns] if hasattr(cond, "_columns") else list(zip(*listed(cond)))
        others = [column.tolist() for column in other._columns] if hasattr(other, "_columns") else [other] * len(rows)
        made = [series.where(list(row), each)._column for (_, series), row, each in zip(self.items(), rows, others)]
        return self._replaced(self._like(made), inplace)

    def mask(self, cond, other=NAN, inplace=False):
        """The values where a condition does not hold, another elsewhere."""
        return self.where(~cond, other, inplace)

    @also(limit=None, method=None, regex=False)
    def replace(self, to_replace=None, value=_NOTHING, inplace=False):
        """Values by others, everywhere; of a dict of dicts, in those columns."""
        if value is _NOTHING and not isinstance(to_replace, dict):
            raise ValueError(
                "DataFrame.replace must specify either 'value', a dict-like 'to_replace', or dict-like 'regex'."
            )
        nested = isinstance(to_replace, dict) and all(isinstance(each, dict) for each in to_replace.values())
        made = []
        for name, series in self.items():
            change = to_replace.get(name, {}) if nested else to_replace
            made.append((series.replace(change) if value is _NOTHING else series.replace(change, value))._column)
        return self._replaced(self._like(made), inplace)

    def isin(self, values):
        """Which values are among these."""
        return self._by_column(lambda series: series.isin(values.get(series.name, ()) if isinstance(values, dict) else values))

    def round(self, decimals=0):
        """Rounded; by a dict, some columns."""
        if not isinstance(decimals, dict):
            return self._by_column(lambda series: series.round(decimals))
        return self._by_column(
            lambda series: series.round(decimals[series.name]) if series.name in decimals else series
        )

    def clip(self, lower=None, upper=None, inplace=False):
        """Between two bounds."""
        return self._replaced(self._by_column(lambda series: series.clip(lower, upper)), inplace)

    def abs(self):
        """Without signs."""
        return self._by_column(lambda series: series.abs())

    def shift(self, periods=1, fill_value=NAN):
        """Moved down by so many rows."""
        return self._by_column(lambda series: series.shift(periods, fill_value))

    def diff(self, periods=1):
        """The differences to the rows so many before."""
        return self._by_column(lambda series: series.diff(periods))

    def pct_change(self, periods=1):
        """The changes from the rows so many before, as a share of them."""
        return self._by_column(lambda series: series.pct_change(periods))

    def nunique(self, dropna=True):
        """How many different values each column has."""
        return self._reduced("nunique", 0, True, False, {"dropna": dropna})

    @also(skipna=True)
    def idxmax(self, axis=0, numeric_only=False):
        """The label of the largest value of each column, or of each row."""
        return self._numbers(numeric_only)._labels_of("idxmax", axis)

    @also(skipna=True)
    def idxmin(self, axis=0, numeric_only=False):
        """The label of the least value of each column, or of each row."""
        return self._numbers(numeric_only)._labels_of("idxmin", axis)

    def _labels_of(self, name, axis):
        from pandas._series import Series

        parts = self.iterrows() if _is_rows(axis) else self.items()
        labels = self.index if _is_rows(axis) else self.columns
        return Series([getattr(each, name)() for _, each in parts], index=labels)

    def equals(self, other):
        """Whether values and labels are the same."""
        if self.shape != other.shape or not self.columns.equals(other.columns):
            return False
        return all(mine.equals(theirs) for (_, mine), (_, theirs) in zip(self.items(), other.items()))

    # Arithmetic

    def _operated(self, name, other, is_swapped=False, fill_value=None):
        from pandas._frame import DataFrame

        def made(a, b):
            return operate(name, b, a) if is_swapped else operate(name, a, b)

        if isinstance(other, DataFrame):
            return _of_two(name, self, other, made, fill_value)
        if hasattr(other, "_column") and hasattr(other, "index"):
            from pandas._align import union

            names = union(self.columns, other.index)
            nothing = column_of([NAN] * len(self))
            # Whole numbers become floats where a column or a label has no other.
            is_spread = len(names) > len(self.columns) or len(names) > len(other)
            columns = [
                made(_as_floats(self[label]._column) if is_spread else self[label]._column, other[label]) if label in self.columns and label in other.index else nothing
                for label in names.tolist()
            ]
            return DataFrame._of(columns, self.index, names)
        values = listed(other)
        if values is None:
            from pandas._align import filled

            return self._like([made(*filled(column, other, fill_value)) for column in self._columns])
        if values and isinstance(values[0], list):
            return self._like([made(column, column_of(part)) for column, part in zip(self._columns, zip(*values))])
        if len(values) != len(self._columns):
            raise ValueError(f"Unable to coerce to Series, length must be {len(self._columns)}: given {len(values)}")
        return self._like([made(column, value) for column, value in zip(self._columns, values)])

    def __neg__(self):
        return self._like([Column(-column.array) for column in self._columns])

    def __invert__(self):
        return self._like([inverted(column) for column in self._columns])

    def __abs__(self):
        return self.abs()


def several(names):
    """One name or several as a list."""
    return list(names) if isinstance(names, (list, tuple)) else [names]


def _of_two(name, a, b, made, fill_value):
    """Two frames by the labels of rows and columns; what only one has is missing."""
    from pandas._align import filled, places, union
    from pandas._frame import DataFrame

    index, names = union(a.index, b.index), union(a.columns, b.columns)
    if name in COMPARISONS and not (a.index.equals(b.index) and a.columns.equals(b.columns)):
        raise ValueError("Can only compare identically-labeled (both index and columns) DataFrame objects")
    # Rows that are labelled alike stay where they are.
    rows = [None if side.index.equals(index) else places(side.index, index.tolist()) for side in (a, b)]
    if a.columns.equals(b.columns):
        pairs = zip(a._columns, b._columns)
    else:
        has = [side.columns for side in (a, b)]
        pairs = (tuple(side[label]._column if label in own else None for side, own in zip((a, b), has)) for label in names.tolist())
    columns = []
    for pair in pairs:
        if fill_value is None and any(column is None for column in pair):
            columns.append(column_of([NAN] * len(index)))
            continue
        sides = [
            column_of([NAN] * len(index)) if column is None else column if found is None else column.take_or_missing(found)
            for column, found in zip(pair, rows)
        ]
        columns.append(made(*filled(*sides, fill_value)))
    return DataFrame._of(columns, index, names)


def _operator(name, is_swapped=False):
    def method(self, other):
        return self._operated(name, other, is_swapped)

    method.__name__ = f"__{'r' if is_swapped else ''}{name}__"
    return method


def _named_operator(name, alias):
    def method(self, other, axis="columns", level=None, fill_value=None):
        if level is not None:
            from pandas._align import by_level

            other = by_level(other, self.index, level)
        if hasattr(other, "_column"):
            if fill_value is not None:
                raise NotImplementedError(f"fill_value {fill_value} not supported.")
            if axis in (0, "index"):
                return self._by_column(lambda series: series._operated(name, other))
        return self._operated(name, other, False, fill_value)

    method.__name__, method.__doc__ = (
        alias,
        f"As the operator, by the labels of the columns or, with axis=0, of the rows: {name}.",
    )
    return method


def _reduction(name):
    def method(self, axis=0, skipna=True, numeric_only=False, **settings):
        return self._reduced(name, axis, skipna, numeric_only, settings)

    method.__name__, method.__doc__ = name, f"The {name} of each column or, with axis=1, of each row."
    return method


def _running(name):
    @also(axis=0, skipna=True, numeric_only=False)
    def method(self):
        return self._like([_stats.running(name, column) for column in self._columns])

    method.__name__, method.__doc__ = f"cum{name}", f"The {name} up to each row."
    return method


for _name in (*ARITHMETIC, *BITS):
    setattr(Whole, f"__{_name}__", _operator(_name))
    setattr(Whole, f"__r{_name}__", _operator(_name, True))
for _name in COMPARISONS:
    setattr(Whole, f"__{_name}__", _operator(_name))
for _name in (*ARITHMETIC, *COMPARISONS):
    for _alias in ALIASES.get(_name, (_name,)):
        setattr(Whole, _alias, _named_operator(_name, _alias))
for _name in _stats.NAMES:
    if _name not in ("size", "first", "last", "nunique"):
        setattr(Whole, _name, _reduction(_name))
for _name in ("sum", "prod", "max", "min"):
    setattr(Whole, f"cum{_name}", _running(_name))

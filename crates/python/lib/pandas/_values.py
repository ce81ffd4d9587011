"""What can be made of a series' values: others, the different ones, an order, a description.

What it is not: labels and arithmetic; those are the series' own. Start reading at `Values`.
"""

import numpy as np
from _scalars import FLOATS, NUMBERS
from numpy._objects import objects
from pandas import _stats
from pandas._column import NA, NAN, Column, column_of, flags, is_missing, of_results, plain, shown_array
from pandas._index import Index
from pandas._refuse import also, check_sort
from pandas._select import listed


# Where None is a value to be given.
_NOTHING = object()


def _joins_to_objects(kind, values):
    """Whether values that came into texts, truth values or numbers of NumPy make objects of them."""
    if kind in ("str", "bool"):
        return True
    return kind.startswith(("int", "uint", "float")) and any(isinstance(value, (str, bool)) for value in values)


class Values:
    """The half of a series that knows its values."""

    # Other values

    @also(copy=None, errors="raise")
    def astype(self, dtype):
        """The values as another kind."""
        return self._like(self._column.astype(dtype))

    def map(self, func=None, na_action=None):
        """Each value by a function, a dict or a series."""
        if func is None:
            raise ValueError("The `func` parameter is required")
        if isinstance(func, (dict, Values)):
            found = func if isinstance(func, dict) else dict(func.items())
            if self._column.kind == "category":
                return self._like(self._column.mapped([found.get(name, NAN) for name in self._column.categories]))
            return self._like(column_of([found.get(value, NAN) for value in self.tolist()]))
        skip = na_action == "ignore"
        return self._like(column_of([value if skip and is_missing(value) else func(value) for value in self.tolist()]))

    @also(by_row="compat")
    def apply(self, func, args=(), **kwargs):
        """What a function makes of each value; a row of values each makes a frame."""
        if isinstance(func, str):
            return getattr(self, func)(*args, **kwargs)
        values = [func(value, *args, **kwargs) for value in self.tolist()]
        if values and isinstance(values[0], Values):
            from pandas._frame import DataFrame

            return DataFrame(values, index=self.index)
        return self._like(of_results(self._column, values))

    def agg(self, func, *args, **kwargs):
        """One value by a name or a function; several as a series."""
        if isinstance(func, (list, tuple)):
            names = [each if isinstance(each, str) else each.__name__ for each in func]
            return type(self)([self.agg(each) for each in func], index=names, name=self.name)
        return getattr(self, func)(*args, **kwargs) if isinstance(func, str) else func(self, *args, **kwargs)

    aggregate = agg

    @also(limit=None, method=None, regex=False)
    def replace(self, to_replace=None, value=_NOTHING, inplace=False):
        """Values by others: one by one, several by one, or a dict."""
        if value is _NOTHING and not isinstance(to_replace, dict):
            raise ValueError(
                f"{type(self).__name__}.replace must specify either 'value', a dict-like 'to_replace', or dict-like 'regex'."
            )
        if isinstance(to_replace, dict):
            change = to_replace
        else:
            old = [to_replace] if listed(to_replace) is None else listed(to_replace)
            new = [value] * len(old) if listed(value) is None else listed(value)
            change = dict(zip(old, new))
        gone = next((new for old, new in change.items() if is_missing(old)), None)
        has_gone = any(is_missing(old) for old in change)
        values = [gone if has_gone and is_missing(value) else change.get(value, value) for value in self.tolist()]
        return self._replaced(self._like(self._kept(values)), inplace)

    def _kept(self, values):
        """Values as a column of the same kind, or of one that holds both: numbers, else objects."""
        kind = self._column.kind
        if kind != "category":
            made = self._column if kind == "object" else column_of(values)
            if made.kind.startswith("int") and kind.startswith("float"):
                return made.astype(kind)
            if kind == "object" or made.kind != kind and _joins_to_objects(kind, values):
                return Column(objects(values), "object")
            return made
        from pandas._setting import of_categories

        return self._column.like(of_categories(self._column, values))

    def where(self, cond, other=NAN, inplace=False):
        """The values where a condition holds, another elsewhere."""
        cond, other = (each(self) if callable(each) else each for each in (cond, other))
        if self._column.kind.startswith("float") and isinstance(other, NUMBERS) and hasattr(cond, "_column"):
            kept = cond._column.array
            return self._replaced(self._like(Column(np.where(kept, self._column.array, other).astype(self._column.kind))), inplace)
        others = listed(other) or [plain(other)] * len(self)
        values = [a if keep is not NA and keep else b for a, keep, b in zip(self.tolist(), listed(cond), others)]
        made = (self._column.like if hasattr(self._column, "nullable") else self._kept)(values)
        keeps = self._column.kind.startswith("float") and made.is_number
        return self._replaced(self._like(made.astype(self._column.kind) if keeps else made), inplace)

    def mask(self, cond, other=NAN, inplace=False):
        """The values where a condition does not hold, another elsewhere."""
        cond = cond(self) if callable(cond) else cond
        return self.where([each is NA or not each for each in listed(cond)], other, inplace)

    def isin(self, values):
        """Which values are among these."""
        values = {plain(value) for value in values}
        return self._like(Column(flags([value in values for value in self.tolist()])))

    def between(self, left, right, inclusive="both"):
        """Which values lie between two."""
        if inclusive not in ("both", "left", "right", "neither"):
            raise ValueError("Inclusive has to be either string of 'both','left', 'right', or 'neither'.")
        above = self >= left if inclusive in ("both", "left") else self > left
        return above & (self <= right if inclusive in ("both", "right") else self < right)

    def round(self, decimals=0):
        """Rounded."""
        column = self._column
        rounds = column.kind.startswith("float") or decimals < 0 and "int" in column.kind and column.is_number
        return self._like(Column(column.array.round(decimals)) if rounds else column)

    def clip(self, lower=None, upper=None, inplace=False):
        """Between two bounds."""
        if "int" in self._column.kind:
            # Bounds that are whole leave whole numbers whole.
            lower, upper = (int(end) if isinstance(end, FLOATS) and end == end // 1 else end for end in (lower, upper))
        return self._replaced(self._like(Column(np.clip(self._column.array, lower, upper))), inplace)

    def abs(self):
        """Without signs."""
        return self._like(Column(np.abs(self._column.array)))

    def shift(self, periods=1, fill_value=NAN, freq=None):
        """Moved down by so many places; with steps of time as `freq`, the labels are moved instead."""
        if freq is not None:
            from pandas._by_time import shifted

            return shifted(self, periods, freq)
        column, count = self._column, len(self)
        if column.is_number and column.kind != "bool" and is_missing(fill_value) and 0 < abs(periods) < count:
            numbers, gone = column.array.astype("float64" if "int" in column.kind else column.kind), np.full(abs(periods), NAN)
            parts = [gone, numbers[:-periods]] if periods > 0 else [numbers[-periods:], gone]
            return self._like(Column(np.concatenate(parts).astype(numbers.dtype)))
        values = self.tolist()
        found = [values[at - periods] if 0 <= at - periods < count else fill_value for at in range(count)]
        keeps = hasattr(column, "nullable") or column.kind == "category"
        return self._like((column.like if keeps else column_of)(found))

    def diff(self, periods=1):
        """The difference to the value so many places before."""
        return self - self.shift(periods)

    def pct_change(self, periods=1):
        """The change from the value so many places before, as a share of it."""
        return self / self.shift(periods) - 1

    # Different values and orders

    def unique(self):
        """The values that there are, each once, as they come: an array."""
        return shown_array(self._column.take(self._first_places()))

    def _first_places(self):
        seen = {}
        for at, value in enumerate(self.tolist()):
            seen.setdefault(None if is_missing(value) else value, at)
        return list(seen.values())

    def value_counts(self, normalize=False, sort=True, ascending=False, bins=None, dropna=True):
        """How often each value comes, or how many are in each bin, the most frequent first."""
        if bins is not None:
            from pandas._counting import in_bins

            return in_bins(self, bins, normalize, sort, ascending)
        found = _stats.counts(self._column, dropna)
        if not sort:
            order = [value for value in self.unique().tolist() if not is_missing(value)]
            found = {value: found[value] for value in order}
        items = sorted(found.items(), key=lambda item: item[1]) if ascending and sort else list(found.items())
        whole = sum(found.values())
        values = [count / whole if normalize else count for _, count in items]
        index, kind = Index([value for value, _ in items], name=self.name), "float64" if normalize else "int64"
        if hasattr(self._column, "nullable"):
            index._kind, kind = self._column.kind, kind.replace("f", "F").replace("int", "Int")
            index._labels = [NA if is_missing(label) else label for label in index._labels]
        return type(self)(values, index, kind, "proportion" if normalize else "count")

    def duplicated(self, keep="first"):
        """Which values came before."""
        from pandas._rows import repeated

        return self._like(Column(flags(repeated(self.tolist(), keep))))

    def drop_duplicates(self, keep="first", inplace=False, ignore_index=False):
        """The values that did not come before."""
        places = [at for at, again in enumerate(self.duplicated(keep).tolist()) if not again]
        return self._placed(places, ignore_index, inplace)

    @property
    def is_unique(self):
        return len(self._first_places()) == len(self)

    @also(axis=0)
    def sort_values(
        self, ascending=True, inplace=False, na_position="last", ignore_index=False, key=None, kind="quicksort"
    ):
        """The values in order."""
        check_sort(kind)
        column = self._column if key is None else key(self)._column
        return self._placed(_stats.order(column, ascending, na_position, kind), ignore_index, inplace)

    def argsort(self):
        """The places of the values in order."""
        return self._like(column_of(_stats.order(self._column)))

    def nlargest(self, n=5):
        """The largest values."""
        self._check_numbers("nlargest")
        return self.dropna().sort_values(ascending=False).head(n)

    def nsmallest(self, n=5):
        """The least values."""
        self._check_numbers("nsmallest")
        return self.dropna().sort_values().head(n)

    def _check_numbers(self, name):
        if self._column.kind in ("str", "object", "category"):
            raise TypeError(f"Cannot use method {name!r} with dtype {self._column.kind}")

    def _extreme_place(self, name):
        value = _stats.reduce(name, self._column)
        return self.tolist().index(plain(value))

    def idxmax(self):
        """The label of the largest value."""
        return self.index[self._extreme_place("max")]

    def idxmin(self):
        """The label of the least value."""
        return self.index[self._extreme_place("min")]

    def argmax(self):
        """The place of the largest value."""
        return np.int64(self._extreme_place("max"))

    def argmin(self):
        """The place of the least value."""
        return np.int64(self._extreme_place("min"))

    def mode(self, dropna=True):
        """The most frequent values, in order."""
        found = _stats.counts(self._column, dropna)
        most = max(found.values(), default=0)
        return type(self)(sorted(value for value, count in found.items() if count == most), name=self.name)

    def quantile(self, q=0.5, interpolation="linear"):
        """The value below which such a share lies."""
        if listed(q) is None:
            return np.float64(_stats.quantile(self._column, q, interpolation))
        return type(self)(
            [_stats.quantile(self._column, each, interpolation) for each in q], index=list(q), name=self.name
        )

    @also(include=None, exclude=None)
    def describe(self, percentiles=None):
        """How many, what mean, what spread."""
        found = _stats.described(self._column, (0.25, 0.5, 0.75) if percentiles is None else percentiles)
        kind = "Float64" if hasattr(self._column, "nullable") and "mean" in found else None
        return type(self)(list(found.values()), index=list(found), name=self.name, dtype=kind)

    def corr(self, other, method="pearson", min_periods=1):
        """How two series go together, between -1 and 1."""
        both = dict(other.items())
        matched = column_of([both.get(label, NAN) for label in self.index.tolist()])
        return np.float64(_stats.pair(_stats.correlation(method), self._column, matched, min_periods, by_numpy=True))

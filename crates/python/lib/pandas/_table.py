"""What can be done with a frame's rows: going through, sorting, leaving out; and with others, in groups, as something else.

What it is not: its labels and columns (`_relabelled`), nor reckoning with its values (`_whole`). Start reading at `Table`.
"""

import numpy as np
from _scalars import INTS
from pandas import _stats
from pandas._column import Column, flags
from pandas._filling import check_filling, check_numbers
from pandas._index import Index
from pandas._refuse import also, check_sort
from pandas._select import axis_number, listed, several


class Table:
    """The part of a frame that knows its rows."""

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
            if inplace and by_name is None:
                check_filling(series._column, new)
            made.append(series._column if by_name is not None and name not in by_name else series.fillna(new)._column)
        return self._replaced(self._like(made), inplace)

    # Rows

    @also(axis=0)
    def sort_values(
        self, by, ascending=True, inplace=False, na_position="last", ignore_index=False, key=None, kind="quicksort"
    ):
        """The rows in the order of one column, or of several."""
        check_sort(kind)
        names = several(by)
        rising = [ascending] * len(names) if isinstance(ascending, INTS) else list(ascending)
        if len(rising) != len(names):
            raise ValueError(f"Length of ascending ({len(rising)}) != length of by ({len(names)})")
        places = list(range(len(self)))
        for name, is_rising in reversed(list(zip(names, rising))):
            series = self[name] if name in self.columns else self.reset_index()[name]
            series = series if key is None else key(series)
            way = kind if len(names) == 1 else "stable"
            order = _stats.order(series._column.take(places), is_rising, na_position, way)
            places = [places[at] for at in order]
        return self._placed(places, ignore_index, inplace)

    def nlargest(self, n, columns):
        """The rows with the largest values of a column."""
        check_numbers(self, several(columns), "nlargest")
        return self.sort_values(columns, ascending=False).head(n)

    def nsmallest(self, n, columns):
        """The rows with the least values of a column."""
        check_numbers(self, several(columns), "nsmallest")
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
        from pandas._options import option_context

        with option_context("display.max_colwidth", None):
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

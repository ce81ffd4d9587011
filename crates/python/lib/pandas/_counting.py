"""How often rows and values come: in a frame, in groups, in bins; and what `describe` says of each group.

What it is not: counts of one column's values, which are `_values`'. Start reading at `of_rows`.
"""

from pandas._column import NAN, column_of, is_missing, of_results
from pandas._index import Index
from pandas._multi_index import MultiIndex
from pandas._series import Series


def of_rows(frame, normalize, sort, ascending, dropna, is_one):
    """How often each row of a frame comes; labelled by values where the frame `is_one` column."""
    rows = list(zip(*(column.tolist() for column in frame._columns)))
    items = _items(rows, normalize, sort, ascending, dropna)
    names = frame.columns.tolist()
    index = Index([row[0] for row, _ in items], name=names[0]) if is_one else MultiIndex([row for row, _ in items], names)
    return _counted(items, index, normalize)


def _counted(items, index, normalize):
    values = column_of([count for _, count in items], "float64" if normalize else "int64")
    return Series._of(values, index, "proportion" if normalize else "count")


def _items(rows, normalize, sort, ascending, dropna):
    """Rows with their counts or shares, the most frequent first unless they stay as they came."""
    counts = {}
    for row in rows:
        if any(map(is_missing, row)):
            if dropna:
                continue
            row = tuple(NAN if is_missing(part) else part for part in row)
        counts[row] = counts.get(row, 0) + 1
    return _ranked(counts, sum(counts.values()) if normalize else None, sort, ascending)


def _ranked(counts, whole, sort, ascending):
    """What was counted with its counts, or with its shares of a whole if there is one."""
    items = sorted(counts.items(), key=lambda item: item[1], reverse=not ascending) if sort else list(counts.items())
    return items if whole is None else [(each, count / whole) for each, count in items]


def in_groups(groups, subset=None, normalize=False, sort=True, ascending=False, dropna=True):
    """How often each row or value comes in each group."""
    owner = groups._owner
    if owner.ndim == 1:
        parts, names = [owner._column], [owner.name]
    else:
        titles = owner.columns.tolist()
        names = [titles[at] for at in groups._others()] if subset is None else [name for name in titles if name in subset]
        parts = [owner[name]._column for name in names]
    rows = list(zip(*(part.tolist() for part in parts)))
    items = []
    for key, places in groups._places.items():
        found = _items([rows[place] for place in places], normalize, sort, ascending, dropna)
        items += [((*key, *row), count) for row, count in found]
    made = _counted(items, MultiIndex([row for row, _ in items], [*groups._names, *names]), normalize)
    return made if groups._as_index else made.reset_index()


def in_bins(series, bins, normalize, sort, ascending):
    """How many values are in each bin."""
    from pandas._cut import cut

    column = cut(series, bins, include_lowest=True)._column
    counts = dict.fromkeys(column.categories, 0)
    for value in column.tolist():
        if not is_missing(value):
            counts[value] += 1
    items = _ranked(counts, len(series) if normalize else None, sort, ascending)
    return _counted(items, Index([bin for bin, _ in items]), normalize)


def describe(groups, percentiles=None, include=None, exclude=None):
    """How many, what mean, what spread, of each group."""
    from pandas._frame import DataFrame

    if groups._owner.ndim == 1:
        found = [part.describe(percentiles) for part in groups._parts()]
        return DataFrame._of(_across(groups._owner._column, found), groups._index(), found[0].index)
    tables = [part.describe(percentiles, include, exclude) for part in groups._parts()]
    names, rows = tables[0].columns.tolist(), tables[0].index.tolist()
    columns = [column for name in names for column in _across(groups._owner[name]._column, [table[name] for table in tables])]
    return DataFrame._of(columns, groups._index(), MultiIndex([(name, row) for name in names for row in rows]))


def _across(column, found):
    """Each line of the groups' descriptions as a column; only those of numbers are numbers."""
    is_number = column.is_number and column.kind != "bool"
    lines = zip(*(each.tolist() for each in found))
    return [of_results(column, list(line)) if is_number else column_of(list(line), "object") for line in lines]

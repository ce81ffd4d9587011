"""Rows, columns and levels of labels in other forms: stacked, exploded, squeezed, swapped, cut out.

What it is not: what is reckoned with values. Each is a function of a series or a frame. Start reading at `stack`.
"""

from _scalars import INTS
from pandas._column import NAN, alike, column_of, is_missing, joined
from pandas._index import Index, RangeIndex
from pandas._multi_index import MultiIndex
from pandas._refuse import also


def _series(column, index, name=None):
    from pandas._series import Series

    return Series._of(column, index, name)


def _frame(columns, index, names):
    from pandas._frame import DataFrame

    return DataFrame._of(columns, index, names)


def _parts(label):
    return label if isinstance(label, tuple) else (label,)


def _numbers(index, level):
    """Which parts of labels are meant: a list of numbers."""
    wanted = level if isinstance(level, (list, tuple)) else [level]
    if index.nlevels > 1:
        return [index._level(each) for each in wanted]
    for each in wanted:
        if each not in (0, -1) and each != index.name:
            raise IndexError(f"Too many levels: Index has only 1 level, not {each + 1}") if isinstance(each, INTS) else KeyError(
                f"Requested level ({each}) does not match index name ({index.name})")
    return [0]


def _orders(index):
    """The values of each part of labels, those of plain labels as they come."""
    if index.nlevels > 1:
        return [index._order(at) for at in range(index.nlevels)]
    return [list(dict.fromkeys(index.tolist()))]


def _rows_of(parts, names, orders):
    """Labels of parts; plain ones if there is one part."""
    if len(names) == 1:
        return Index([part[0] for part in parts], name=names[0])
    return MultiIndex(parts, names)._ordered(orders)


@also(future_stack=True)
def stack(frame, level=-1, dropna=None, sort=None):
    """The columns below each other, row by row: their names, or a part of those, become the last part of the labels."""
    if dropna is not None:
        raise ValueError(
            "dropna must be unspecified as the new implementation does not introduce rows of NA values. This argument will be "
            "removed in a future version of pandas."
        )
    if sort is not None:
        raise ValueError(
            "Cannot specify sort, this argument will be removed in a future version of pandas. Sort the result using "
            ".sort_index instead."
        )
    columns = frame.columns
    down = _numbers(columns, level)
    across = [at for at in range(columns.nlevels) if at not in down]
    titles = [_parts(name) for name in columns.tolist()]
    keys = list(dict.fromkeys(tuple(title[at] for at in down) for title in titles))
    rests = list(dict.fromkeys(tuple(title[at] for at in across) for title in titles))
    at_title = {title: at for at, title in enumerate(titles)}
    labels, orders = frame.index.tolist(), _orders(columns)
    index = MultiIndex([(*_parts(label), *key) for label in labels for key in keys],
                       [*frame.index.names, *(columns.names[at] for at in down)])
    index._orders = [*_orders(frame.index), *(orders[at] for at in down)]
    made = []
    for rest in rests:
        places, parts, count = [], [], 0
        for key in keys:
            whole = dict(zip([*across, *down], [*rest, *key]))
            at = at_title.get(tuple(whole[each] for each in range(columns.nlevels)))
            places.append(None if at is None else count)
            if at is not None:
                parts.append(frame._columns[at])
                count += len(labels)
        below = joined(parts)
        made.append(below.take_or_missing([None if start is None else start + row for row in range(len(labels)) for start in places]))
    if not across:
        return _series(made[0], index)
    return _frame(made, index, _rows_of(rests, [columns.names[at] for at in across], [orders[at] for at in across]))


@also(sort=True)
def unstack(data, level=-1, fill_value=None):
    """A part of the rows' labels, or several, as columns."""
    if data.ndim == 2:
        return _unstacked_frame(data, level, fill_value)
    index = data.index
    if index.nlevels == 1:
        raise ValueError(f"index must be a MultiIndex to unstack, {type(index)} was passed")
    across = _numbers(index, level)
    down = [at for at in range(index.nlevels) if at not in across]
    if not down:
        # Nothing is left for the rows: all lies in one row, whose label is the first part's name.
        raise NotImplementedError("unstack: all parts at once are not built into this pandas")
    orders = _orders(index)
    ranks = [{value: rank for rank, value in enumerate(order)} for order in orders]
    found = {}
    for place, label in enumerate(index.tolist()):
        key = tuple(label[at] for at in down), tuple(label[at] for at in across)
        if key in found:
            raise ValueError("Index contains duplicate entries, cannot reshape")
        found[key] = place

    def in_order(side, levels):
        return sorted({key[side] for key in found}, key=lambda parts: [ranks[at][part] for at, part in zip(levels, parts)])

    rows, columns = in_order(0, down), in_order(1, across)
    made = []
    for column in columns:
        places = [found.get((row, column)) for row in rows]
        if fill_value is not None and None in places:
            values = data._column.tolist()
            made.append(column_of([fill_value if place is None else values[place] for place in places]))
        else:
            made.append(data._column.take_or_missing(places))
    names = index.names
    return _frame(alike(made), _rows_of(rows, [names[at] for at in down], [orders[at] for at in down]),
                  _rows_of(columns, [names[at] for at in across], [orders[at] for at in across]))


def _unstacked_frame(frame, level, fill_value):
    orders = _orders(frame.columns)
    if frame.index.nlevels == 1:
        names, labels = frame.columns.tolist(), frame.index.tolist()
        index = MultiIndex([(*_parts(name), label) for name in names for label in labels], [*frame.columns.names, frame.index.name])
        return _series(joined(frame._columns), index._ordered([*orders, *_orders(frame.index)]))
    parts = [unstack(frame._series(at), level, fill_value) for at in range(len(frame._columns))]
    titles = [(*_parts(name), *_parts(each)) for name, part in zip(frame.columns.tolist(), parts) for each in part.columns.tolist()]
    columns = [column for part in parts for column in part._columns]
    index = MultiIndex(titles, [*frame.columns.names, *parts[0].columns.names])
    return _frame(columns, parts[0].index, index._ordered([*orders, *_orders(parts[0].columns)]))


def explode(data, column=None, ignore_index=False):
    """A row for each value of the lists in a column."""
    lists = (data if column is None else data[column]).tolist()
    places, values = [], []
    for at, each in enumerate(lists):
        items = list(each) if isinstance(each, (list, tuple, set)) else [each]
        items = items or [NAN]
        places += [at] * len(items)
        values += items
    index = RangeIndex(len(places)) if ignore_index else data.index.take(places)
    made = column_of(values, "object") if any(isinstance(each, (list, tuple, set)) for each in lists) else column_of(values)
    if column is None:
        return _series(made, index, data.name)
    columns = [made if name == column else old.take(places) for name, old in zip(data.columns.tolist(), data._columns)]
    return _frame(columns, index, data.columns)


def squeeze(data, axis=None):
    """A frame of one column, or row, as a series; of one value, that."""
    if data.ndim == 1:
        return data.iloc[0] if len(data) == 1 else data
    rows, columns = data.shape
    if columns == 1 and axis in (None, 1, "columns"):
        return squeeze(data._series(0)) if axis is None else data._series(0)
    return data._row(0, True) if rows == 1 and axis in (None, 0, "index") else data


def _relabelled(data, index):
    made = data.copy()
    made.index = index
    return made


@also(axis=0, copy=None)
def swaplevel(data, i=-2, j=-1):
    """Two parts of the rows' labels the other way round."""
    index = data.index
    first, second = index._level(i), index._level(j)
    order = list(range(index.nlevels))
    order[first], order[second] = second, first
    return _relabelled(data, index._reordered(order))


@also(axis=0)
def reorder_levels(data, order):
    """The parts of the rows' labels in another order."""
    return _relabelled(data, data.index._reordered([data.index._level(level) for level in order]))


@also(axis=0)
def droplevel(data, level):
    """The rows' labels without one part."""
    at = data.index._level(level)
    return _relabelled(data, data.index._reordered([each for each in range(data.index.nlevels) if each != at]))


def xs(data, key, axis=0, level=None, drop_level=True):
    """The rows, or with axis=1 the column, of a label or of one part of it."""
    if axis in (1, "columns"):
        return data[key]
    if level is None:
        return data.loc[key]
    at = data.index._level(level)
    places = [place for place, label in enumerate(data.index.tolist()) if label[at] == key]
    if not places:
        raise KeyError(key)
    made = data._take(places)
    return droplevel(made, level) if drop_level else made


@also(copy=None)
def set_axis(data, labels, axis=0):
    """Other labels for the rows, or for the columns."""
    made = data.copy()
    if axis in (0, "index", "rows"):
        made.index = labels
    else:
        made.columns = labels
    return made


@also(copy=None, inplace=False)
def rename_axis(data, mapper=None, index=None, columns=None, axis=0):
    """Another name for the rows' labels, or the columns'."""
    made = data.copy()
    if mapper is not None:
        index, columns = (mapper, columns) if axis in (0, "index") else (index, mapper)
    if index is not None:
        made.index = made.index.rename(index) if made.index.nlevels == 1 else made.index._like(made.index.tolist())
        if made.index.nlevels > 1:
            made.index.names = list(index)
    if columns is not None:
        made.columns = made.columns.rename(columns)
    return made


def take(data, indices, axis=0):
    """The rows, or columns, at places."""
    count = data.shape[1 if axis in (1, "columns") else 0]
    places = [int(place) % count for place in indices]
    return data._only(places) if axis in (1, "columns") else data._take(places)


@also(axis=None, copy=None)
def truncate(data, before=None, after=None):
    """The rows from a label to another."""
    return data.loc[before:after]


def first_valid_index(data):
    """The label of the first row that is there."""
    return _valid(data, 0)


def last_valid_index(data):
    """The label of the last row that is there."""
    return _valid(data, -1)


def _valid(data, which):
    rows = data.notnull()
    known = rows.tolist() if data.ndim == 1 else [any(row) for row in zip(*(column.tolist() for column in rows._columns))]
    found = [label for label, is_known in zip(data.index.tolist(), known) if is_known]
    return found[which] if found else None


@also(limit=None, method=None, tolerance=None, copy=None)
def reindex_like(data, other):
    """The rows, and columns, of another's labels."""
    made = data.reindex(other.index)
    return made if data.ndim == 1 else made.reindex(columns=other.columns)


def combine_first(data, other):
    """The values of another where nothing is."""
    from pandas._align import union

    index = union(data.index, other.index)
    if data.ndim == 1:
        mine, theirs = data.reindex(index.tolist()), other.reindex(index.tolist())
        made = mine.fillna(theirs)
        made.index = index
        return made
    names = union(data.columns, other.columns)
    sides = []
    for name in names.tolist():
        parts = [side[name] for side in (data, other) if name in side.columns]
        sides.append(combine_first(parts[0], parts[-1]).reindex(index.tolist())._column)
    return _frame(sides, index, names)


def update(data, other):
    """Writes the values of another here, where it has any."""
    if data.ndim == 1:
        other = other if hasattr(other, "_column") else type(data)(other)
        new = dict(other.dropna().items())
        values = [new.get(label, value) for label, value in data.items()]
        made = column_of(values)
        data._column = made.astype(data._column.kind) if data._column.is_number and made.is_number and made.kind != data._column.kind \
            and all(isinstance(value, INTS) or value == int(value) for value in values if not is_missing(value)) else made
        return
    for name, series in data.items():
        if name in other.columns:
            part = series.copy()
            update(part, other[name])
            data[name] = part

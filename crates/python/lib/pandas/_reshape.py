"""Tables in other forms: categories as columns, columns as rows, groups as tables.

What it is not: joins, which are in `_merge`. Start reading at `get_dummies` and `pivot_table`.
"""

import numpy as np
from _scalars import NUMBERS
from pandas._column import NAN, Column, alike, column_of, flags, is_missing, plain
from pandas._frame import DataFrame
from pandas._index import Index, RangeIndex
from pandas._multi_index import MultiIndex
from pandas._refuse import also
from pandas._series import Series


def _listed(names):
    return [] if names is None else list(names) if isinstance(names, (list, tuple, Index)) else [names]


@also(sparse=False)
def get_dummies(data, prefix=None, prefix_sep="_", dummy_na=False, columns=None, drop_first=False, dtype=None):
    """Each category as a column of True and False, or of another dtype."""
    if not isinstance(data, DataFrame):
        series = data if isinstance(data, Series) else Series(data)
        made, names = _dummies(series, dummy_na, drop_first, dtype)
        titles = names if prefix is None else [f"{prefix}{prefix_sep}{name}" for name in names]
        return DataFrame._of(made, series.index, Index(titles))
    chosen = (
        _listed(columns) if columns is not None else [name for name, each in data.items() if not each._column.is_number]
    )
    gone = [name for name in chosen if name not in data.columns]
    if gone:
        told = f"None of [{Index(gone)!r}] are in the [columns]" if len(gone) == len(chosen) else f"{gone} not in index"
        raise KeyError(told)
    kept = [name for name in data.columns.tolist() if name not in chosen]
    found, titles = [data[name]._column for name in kept], list(kept)
    for at, name in enumerate(chosen):
        own = (
            prefix.get(name, name)
            if isinstance(prefix, dict)
            else prefix[at] if isinstance(prefix, list) else prefix or name
        )
        made, names = _dummies(data[name], dummy_na, drop_first, dtype)
        found += made
        titles += [f"{own}{prefix_sep}{each}" for each in names]
    return DataFrame._of(found, data.index, Index(titles))


def _dummies(series, dummy_na, drop_first, dtype):
    values = series.tolist()
    column = series._column
    names = column.categories if column.kind == "category" else sorted({value for value in values if not is_missing(value)})
    tests = [[value == name for value in values] for name in names]
    if dummy_na:
        names, tests = [*names, NAN], [*tests, [is_missing(value) for value in values]]
    start = int(drop_first)
    made = [Column(flags(test)) for test in tests[start:]]
    return [column if dtype is None else column.astype(dtype) for column in made], names[start:]


@also(col_level=None)
def melt(frame, id_vars=None, value_vars=None, var_name=None, value_name="value", ignore_index=True):
    """Columns below each other: their names in one column, their values in another."""
    from pandas._column import joined

    kept = _listed(id_vars)
    gone = [name for name in (*kept, *_listed(value_vars)) if name not in frame.columns]
    if gone:
        raise KeyError(f"The following id_vars or value_vars are not present in the DataFrame: {gone}")
    names = (
        _listed(value_vars) if value_vars is not None else [name for name in frame.columns.tolist() if name not in kept]
    )
    count = len(frame)
    places = list(range(count)) * len(names)
    columns = [frame[name]._column.take(places) for name in kept]
    columns.append(column_of([name for name in names for _ in range(count)]))
    columns.append(joined([frame[name]._column for name in names]))
    index = RangeIndex(len(places)) if ignore_index else frame.index.take(places)
    return DataFrame._of(columns, index, Index([*kept, var_name or frame.columns.name or "variable", value_name]))


def pivot(data, columns, index=None, values=None):
    """One column's values as columns; each place has one value at most."""
    labels = data.index.tolist() if index is None else data[index].tolist()
    pairs = list(zip(labels, data[columns].tolist()))
    if len(set(pairs)) < len(pairs):
        raise ValueError("Index contains duplicate entries, cannot reshape")
    if values is None or isinstance(values, list):
        keys = (columns, index)
        chosen = [name for name in data.columns.tolist() if name not in keys] if values is None else values
        made = _beside([pivot(data, columns, index, name) for name in chosen], chosen)
        made.columns.names = [None, columns]
        return made
    if values not in data.columns:
        raise KeyError(f"The following 'values' labels are not columns of the DataFrame: {[values]}")
    name = data.index.name if index is None else index
    orders = tuple(_by_categories([data[key]]) if isinstance(key, str) else None for key in (index, columns))
    return _table(dict(zip(pairs, data[values].tolist())), name, columns, orders=orders)


def _table(cells, row_name, column_name, fill_value=NAN, orders=(None, None)):
    """Values by row and column as a frame, both in order."""
    rows, names = (sorted({key[at] for key in cells}, key=orders[at]) for at in (0, 1))
    columns = alike([column_of([cells.get((row, name), fill_value) for row in rows]) for name in names])
    index = MultiIndex(rows, row_name) if isinstance(row_name, list) else Index(rows, name=row_name)
    across = MultiIndex(names, column_name) if isinstance(column_name, list) else Index(names, name=column_name)
    return DataFrame._of(columns, index, across)


@also(dropna=True, sort=True)
def pivot_table(
    data, values=None, index=None, columns=None, aggfunc="mean", fill_value=None, margins=False, margins_name="All", observed=True
):
    """Means, or other values, of groups: of some keys as rows, of others as columns."""
    hidden = {}
    data, rows = _with_keys(data, _keys(index), hidden)
    data, names = _with_keys(data, _keys(columns), hidden)
    made = _pivoted(data, values, rows, names, aggfunc, fill_value, margins, margins_name, observed)
    if hidden:
        for labels in (made.index, made.columns):
            labels.names = [hidden.get(name, name) for name in labels.names]
    return made


_OF_SOME = ("mean", "median", "min", "max", "std", "var", "sem", "first", "last")


def _pivoted(data, values, index, columns, aggfunc, fill_value, margins=False, margins_name="All", observed=True, complete=None):
    # Categories that no row has leave nothing where these find no value; others would tell zeros of them.
    observed = observed or not margins and bool(_listed(columns)) and isinstance(aggfunc, str) and aggfunc in _OF_SOME
    if not observed and (margins or _listed(columns) or len(_listed(index)) > 1):
        raise NotImplementedError("pivot_table: observed=False is built into this pandas for one key of rows only")
    for name in _listed(values):
        if name not in data.columns:
            raise KeyError(name)
    rows, names = _listed(index), _listed(columns)
    if not rows + names:
        raise ValueError("No group keys passed!")
    index, columns = rows or None, names or None
    if values is None:
        values = [name for name in data.columns.tolist() if name not in rows + names]
    if margins and complete is None:
        complete = data[[*rows, *names, *_listed(values)]].dropna()
    if isinstance(aggfunc, list):
        parts = [
            _pivoted(data, values, index, columns, each, fill_value, margins, margins_name, complete=complete) for each in aggfunc
        ]
        return _beside(parts, [each if isinstance(each, str) else each.__name__ for each in aggfunc])
    if isinstance(aggfunc, dict):
        aggfunc = dict(sorted(aggfunc.items()))
        parts = [
            _pivoted(data, name, index, columns, each, fill_value, margins, margins_name, complete=complete)
            for name, each in aggfunc.items()
        ]
        return _beside(parts, list(aggfunc)) if names else _beside(parts, None)
    if margins:
        return _with_margins(data, complete, values, rows, names, aggfunc, fill_value, margins_name)
    if not names:
        made = data[[*rows, *sorted(_listed(values))]].groupby(rows if len(rows) > 1 else rows[0], observed=observed).agg(aggfunc)
        return made.dropna(how="all")
    if rows and (isinstance(values, list) and len(values) > 0 and not isinstance(values, str)):
        chosen = sorted(values)
        made = _beside([pivot_table(data, each, rows, names, aggfunc, fill_value) for each in chosen], chosen)
        made.columns.names = [None, *names]
        return made
    if not rows:
        return data[[*names, *sorted(_listed(values))]].groupby(names if len(names) > 1 else names[0]).agg(aggfunc).T
    if len(_listed(values)) > 1:
        raise NotImplementedError("pivot_table: of values beside columns there can be one, or a list, in this pandas")
    value, count = _listed(values)[0], len(rows)
    found = data.groupby([*rows, *names])[value].agg(aggfunc)
    cells = {(_alone(key[:count]), _alone(key[count:])): each for key, each in found.items() if each == each}
    orders = (_by_categories([data[key] for key in keys]) for keys in (rows, names))
    return _table(cells, _alone(rows), _alone(names), NAN if fill_value is None else fill_value, tuple(orders))


def _by_categories(keys):
    """By what labels of these columns are put in order, if some have categories: those have an order of their own."""
    places = [
        {label: at for at, label in enumerate(key.cat.categories.tolist())} if hasattr(key.dtype, "categories") else None for key in keys
    ]
    if not any(places):
        return None
    if len(keys) == 1:
        return places[0].__getitem__
    return lambda labels: [label if place is None else place[label] for place, label in zip(places, labels)]


def _alone(parts):
    return parts[0] if len(parts) == 1 else parts


def _keys(given):
    """One key or several as a list."""
    alone = given is not None and (callable(given) or isinstance(given, (str, np.ndarray, Index, Series)) or not hasattr(given, "__iter__"))
    return [] if given is None else [given] if alone else list(given)


def _with_keys(data, keys, hidden):
    """The table, with those keys as columns that are none of it; all keys by name, and what the `hidden` ones are called."""
    from pandas._groupby import DataFrameGroupBy

    found = []
    for key in keys:
        if not (callable(key) or isinstance(key, (np.ndarray, Index, Series, list)) or hasattr(key, "steps_of")):
            found.append(key)
            continue
        place = f"key {len(hidden)} of rows or columns"
        if isinstance(key, Series):
            hidden[place], values = key.name, key
        else:
            groups = DataFrameGroupBy(data, [key])
            hidden[place], values = groups._key(key)
            if len(values) != len(data):
                raise ValueError("Grouper and axis must be same length")
        data = data.assign(**{place: values})
        found.append(place)
    return data, found


def _beside(parts, titles):
    """Tables beside each other, under a title each."""
    columns = [column for part in parts for column in part._columns]
    if titles is None:
        return DataFrame._of(columns, parts[0].index, Index([name for part in parts for name in part.columns.tolist()]))
    names = [(title, *(name if isinstance(name, tuple) else (name,))) for title, part in zip(titles, parts) for name in part.columns]
    return DataFrame._of(columns, parts[0].index, MultiIndex(names, [None, *parts[0].columns.names]))


def _with_margins(data, complete, values, rows, names, aggfunc, fill_value, title):
    """A table with a row and a column that are of all rows together in which nothing is missing."""
    if not rows or len(names) > 1:
        raise NotImplementedError("pivot_table: margins of several columns, or without rows, are not built into this pandas")
    label = title if len(rows) == 1 else (title, *[""] * (len(rows) - 1))
    if not names:
        made = _pivoted(data, values, rows, None, aggfunc, fill_value)
        return _below(made, label, [complete[name].agg(aggfunc) for name in made.columns.tolist()])
    parts, key = [], rows[0] if len(rows) == 1 else rows
    chosen = sorted(values) if isinstance(values, list) else [values]
    for value in chosen:
        part = _pivoted(data, value, rows, names, aggfunc, fill_value)
        beside = complete.groupby(key)[value].agg(aggfunc).reindex(part.index)
        below = complete.groupby(names[0])[value].agg(aggfunc).reindex(part.columns)
        part[title] = beside if fill_value is None else beside.fillna(fill_value)
        parts.append(_below(part, label, [*below.tolist(), complete[value].agg(aggfunc)]))
    if not isinstance(values, list):
        return parts[0]
    made = _beside(parts, chosen)
    made.columns.names = [None, names[0]]
    return made


def _below(table, label, values):
    """A table with one more row."""
    from pandas._column import joined

    columns = [joined([column, column_of([value])]) for column, value in zip(table._columns, values)]
    return DataFrame._of(columns, table.index.append(type(table.index)([label])), table.columns)


def _renamed(keys, names):
    """Keys by other names."""
    if names is None:
        return keys
    several = isinstance(keys, list) and keys and isinstance(keys[0], Series)
    made = [Series(key.tolist() if isinstance(key, Series) else list(key), name=name)
            for key, name in zip(keys if several else [keys], names, strict=True)]
    return made if several else made[0]


@also(dropna=True)
def crosstab(
    index, columns, values=None, rownames=None, colnames=None, aggfunc=None, margins=False, margins_name="All", normalize=False
):
    """How often the values of two columns come together; of several for the rows, in parts."""
    if rownames is not None or colnames is not None:
        index, columns = _renamed(index, rownames), _renamed(columns, colnames)
    if (values is None) != (aggfunc is None):
        told = "aggfunc cannot be used without values." if values is None else "values cannot be used without an aggfunc."
        raise ValueError(told)
    if values is not None:
        return _reckoned(index, columns, values, aggfunc, margins, margins_name, normalize)
    (rows, row_titles, row_order), (names, name_titles, name_order) = _sides(index, "row"), _sides(columns, "col")
    counts = {}
    for row, name in zip(zip(*rows), zip(*names)):
        if not any(map(is_missing, (*row, *name))):
            place = _alone(row), _alone(name)
            counts[place] = counts.get(place, 0) + 1
    made = _table(counts, _alone(row_titles), _alone(name_titles), 0, (row_order, name_order))
    if margins:
        return _with_sums(made, margins_name) if not normalize else _shares(made, normalize, margins_name)
    if not normalize:
        return made
    if normalize in (True, "all"):
        return made / sum(counts.values())
    if normalize == "columns":
        return made / made.sum()
    return made.div(made.sum(axis=1), axis=0)


def _sides(keys, title):
    """The values of one key or of several, what each is called, and by what they are in order."""
    several = isinstance(keys, list) and keys and all(hasattr(key, "tolist") or isinstance(key, list) for key in keys)
    keys = [key if isinstance(key, Series) else Series(key) for key in (keys if several else [keys])]
    titles = [f"{title}_{at}" if key.name is None else key.name for at, key in enumerate(keys)]
    return [key.tolist() for key in keys], titles, _by_categories(keys)


def _reckoned(index, columns, values, aggfunc, margins, margins_name, normalize):
    """A table of what is reckoned of values where those of two columns come together."""
    if normalize:
        raise NotImplementedError("crosstab: normalize with values is not built into this pandas")
    sides = [side if isinstance(side, Series) else Series(side) for side in (index, columns)]
    names = [each if side.name is None else side.name for side, each in zip(sides, ("row_0", "col_0"))]
    sides = [side.reset_index(drop=True) for side in sides]
    data = DataFrame({names[0]: sides[0], names[1]: sides[1], "__values__": list(values)})
    return pivot_table(data, "__values__", names[0], names[1], aggfunc, margins=margins, margins_name=margins_name)


def _shares(table, normalize, name):
    """A table as shares of all, of rows or of columns, with those of the sums."""
    whole = _with_sums(table, name)
    total = table.sum().sum()
    if table.index.nlevels > 1 or table.columns.nlevels > 1:
        raise NotImplementedError("crosstab: shares of several keys with margins are not built into this pandas")
    if normalize in (True, "all"):
        return whole / total
    if normalize == "index":
        return whole.div(whole[name], axis=0).drop(columns=name)
    return whole.drop(index=name) / whole.loc[name]


def _with_sums(table, name):
    """A table with a column and a row of sums."""
    from pandas._column import joined

    columns = [*table._columns, table.sum(axis=1)._column]
    columns = [joined([column, column_of([column.array.sum().item()])]) for column in columns]
    return DataFrame._of(columns, *(_with_one(labels, name) for labels in (table.index, table.columns)))


def _with_one(labels, name):
    """Labels with one more; its further parts are empty."""
    if labels.nlevels > 1:
        return MultiIndex([*labels.tolist(), (name, *[""] * (labels.nlevels - 1))], list(labels.names))
    return Index([*labels.tolist(), name], name=labels.name)


@also(size_hint=None)
def factorize(values, sort=False, use_na_sentinel=True):
    """Values as numbers, and the values that they stand for."""
    if not use_na_sentinel:
        raise NotImplementedError("factorize: use_na_sentinel=False is not built into this pandas")
    if isinstance(values, list):
        raise TypeError("factorize requires a Series, Index, ExtensionArray, np.ndarray or NumpyExtensionArray got list.")
    items = values.tolist() if hasattr(values, "tolist") else list(values)
    found = list(dict.fromkeys(value for value in items if not is_missing(value)))
    found = sorted(found) if sort else found
    numbers = {value: at for at, value in enumerate(found)}
    codes = np.array([-1 if is_missing(value) else numbers[value] for value in items])
    kinds = Index(found)
    return codes, kinds if isinstance(values, (Series, Index)) else kinds.to_numpy()


@also(dtype_backend=None)
def to_numeric(arg, errors="raise", downcast=None):
    """Texts as numbers; with `errors="coerce"`, what is none is missing. `downcast` asks for the narrowest dtype of a kind."""
    if downcast not in (None, "integer", "signed", "unsigned", "float"):
        raise ValueError("invalid downcasting method provided")
    if errors not in ("raise", "coerce"):
        raise ValueError("invalid error value specified")
    if isinstance(arg, (str, NUMBERS)):
        return to_numeric([arg], errors, downcast)[0]
    series = arg if isinstance(arg, Series) else Series(arg)
    made = []
    for at, value in enumerate(series.tolist()):
        try:
            made.append(NAN if is_missing(value) else _number(value))
        except ValueError:
            if errors == "raise":
                raise ValueError(f"Unable to parse string {value!r} at position {at}") from None
            made.append(NAN)
    found = series._like(column_of(made))
    found = found if downcast is None else _narrowed(found, downcast)
    return found if isinstance(arg, Series) else found.to_numpy()


_NARROW = {
    "integer": ("int8", "int16", "int32", "int64"), "signed": ("int8", "int16", "int32", "int64"),
    "unsigned": ("uint8", "uint16", "uint32", "uint64"), "float": ("float32", "float64"),
}  # fmt: skip


def _narrowed(series, kind):
    """Numbers in the first dtype of a kind that holds them all."""
    values = series.to_numpy()
    if values.dtype.kind not in "biuf" or kind == "unsigned" and len(values) and values.min() < 0:
        return series
    is_whole = values.dtype.kind != "f" or bool(np.isfinite(values).all()) and bool((values == np.floor(values)).all())
    for name in _NARROW[kind]:
        if name.startswith("float"):
            fits = bool(np.isclose(values.astype(name), values, rtol=0 if name == "float64" else 5e-8, atol=0, equal_nan=True).all())
        else:
            fits = is_whole and (not len(values) or np.iinfo(name).min <= values.min() and values.max() <= np.iinfo(name).max)
        if fits:
            return series.astype(name)
    return series


def _number(value):
    if not isinstance(value, str):
        return plain(value)
    try:
        return int(value)
    except ValueError:
        return float(value)


def unique(values):
    """The values that there are, each once, as they come."""
    return Series(values).unique()

"""Frames side by side, by equal values or labels, and below each other.

What it is not: arithmetic of frames. Start reading at `merge`.
"""

from pandas._column import NAN, column_of, is_missing, joined
from pandas._frame import DataFrame
from pandas._index import Index, RangeIndex
from pandas._multi_index import MultiIndex
from pandas._refuse import also
from pandas._series import Series


def _listed(names):
    return [] if names is None else list(names) if isinstance(names, (list, tuple)) else [names]


@also(copy=None)
def merge(
    left,
    right,
    how="inner",
    on=None,
    left_on=None,
    right_on=None,
    left_index=False,
    right_index=False,
    sort=False,
    suffixes=("_x", "_y"),
    indicator=False,
    validate=None,
):
    """The rows of two frames side by side, where the values of columns are equal."""
    if how not in ("inner", "left", "right", "outer", "cross"):
        raise NotImplementedError(f"merge: how={how!r} is not built into this pandas")
    for side in (left, right):
        if not isinstance(side, (DataFrame, Series)):
            raise TypeError(f"Can only merge Series or DataFrame objects, a {type(side)} was passed")
    left, right = (side.to_frame() if isinstance(side, Series) else side for side in (left, right))
    if how == "cross":
        pairs = [(at, to) for at in range(len(left)) for to in range(len(right))]
        return _side_by_side(left, right, pairs, [], [], suffixes, indicator)
    names, others = _keys(left, right, on, left_on, right_on, left_index, right_index)
    keys = _rows_of(left, names, left_index), _rows_of(right, others, right_index)
    if validate is not None:
        from pandas._validated import check

        check(validate, *keys, names, others)
    pairs = _pairs(*keys, how, sort)
    made = _side_by_side(left, right, pairs, names, others, suffixes, indicator)
    if left_index or right_index:
        _fill_keys(made, left, right, pairs, names, others, suffixes)
        made.index = _labels(left, right, pairs, left_index, right_index)
    return made


def _fill_keys(made, left, right, pairs, names, others, suffixes):
    """Where columns are compared with labels, rows that only the labels have get their keys from those."""
    for columns, side, (own, other) in ((names, 0, (left, right)), (others, 1, (right, left))):
        gone = [at for at, pair in enumerate(pairs) if pair[side] is None]
        if not gone or names and others:
            continue
        for nth, name in enumerate(columns):
            labels = [label[nth] if other.index.nlevels > 1 else label for label in other.index.tolist()]
            values, title = own[name].tolist(), f"{name}{suffixes[side] or ''}" if name in other.columns else name
            found = [labels[pair[1 - side]] if pair[side] is None else values[pair[side]] for pair in pairs]
            made._columns[made.columns.get_loc(title)] = column_of(found)


def _keys(left, right, on, left_on, right_on, left_index, right_index):
    if on is None and left_on is None and right_on is None and not (left_index or right_index):
        on = [name for name in left.columns.tolist() if name in right.columns]
        if not on:
            from pandas.errors import MergeError

            raise MergeError(
                "No common columns to perform merge on. Merge options: left_on=None, right_on=None, left_index=False, "
                "right_index=False"
            )
    names, others = _listed(left_on if on is None else on), _listed(right_on if on is None else on)
    for frame, wanted in ((left, names), (right, others)):
        for name in wanted:
            if name not in frame.columns and name not in frame.index.names:
                raise KeyError(name)
    if not (left_index or right_index) and len(names) != len(others):
        raise ValueError("len(right_on) must equal len(left_on)")
    return names, others


def _rows_of(frame, names, by_index):
    if by_index:
        return frame.index.tolist()
    frame = frame if all(name in frame.columns for name in names) else frame.reset_index()
    parts = [frame[name].tolist() for name in names]
    return parts[0] if len(parts) == 1 else list(zip(*parts))


def _comparable(key):
    return None if is_missing(key) else key


def _pairs(left, right, how, sort):
    """Places of the two sides that go together; None where there is no partner."""
    places = {}
    mine, theirs = (left, right) if how != "right" else (right, left)
    for at, key in enumerate(theirs):
        places.setdefault(_comparable(key), []).append(at)
    used, pairs = set(), []
    for at, key in enumerate(mine):
        found = places.get(_comparable(key), [])
        used.update(found)
        pairs += [(at, to) for to in found]
        if not found and how != "inner":
            pairs.append((at, None))
    if how == "outer":
        pairs += [(None, to) for to in range(len(theirs)) if to not in used]
    if how == "right":
        pairs = [(to, at) for at, to in pairs]
    if sort or how == "outer":
        order = [left[at] if at is not None else right[to] for at, to in pairs]
        ranks = sorted(
            range(len(pairs)), key=lambda at: (is_missing(order[at]), 0 if is_missing(order[at]) else order[at])
        )
        pairs = [pairs[at] for at in ranks]
    return pairs


def _side_by_side(left, right, pairs, names, others, suffixes, indicator):
    ours, theirs = ([pair[side] for pair in pairs] for side in (0, 1))
    shared = [name for name, other in zip(names, others) if name == other]
    columns, titles = [], []
    twice = {name for name in left.columns.tolist() if name in right.columns and name not in shared}
    if twice and not any(suffixes):
        raise ValueError(f"columns overlap but no suffix specified: {Index(sorted(twice))}")
    for name, series in left.items():
        column = series._column.take_or_missing(ours)
        if name in shared and None in ours:
            column = _either(series._column, right[name]._column, pairs)
        columns.append(column)
        titles.append(f"{name}{suffixes[0] or ''}" if name in twice else name)
    for name, series in right.items():
        if name not in shared:
            columns.append(series._column.take_or_missing(theirs))
            titles.append(f"{name}{suffixes[1] or ''}" if name in twice else name)
    if indicator:
        told = ["right_only" if at is None else "left_only" if to is None else "both" for at, to in pairs]
        columns.append(column_of(told))
        titles.append(indicator if isinstance(indicator, str) else "_merge")
    return DataFrame._of(columns, RangeIndex(len(pairs)), Index(titles))


def _either(mine, theirs, pairs):
    own, other = mine.tolist(), theirs.tolist()
    return column_of([own[at] if at is not None else other[to] for at, to in pairs])


def _labels(left, right, pairs, left_index, right_index):
    """The labels of the side whose rows are looked up; of both, where both are labels."""
    mine, theirs = left.index.tolist(), right.index.tolist()
    if left_index and right_index:
        return left.index._like([mine[at] if at is not None else theirs[to] for at, to in pairs])
    side, labels, index, other = (1, theirs, right.index, left) if left_index else (0, mine, left.index, right)
    if other.index.nlevels > 1 and index.nlevels == 1:
        # What pandas does beside labels of several parts: the last label stands where there is none.
        return index._like([labels[-1] if pair[side] is None else labels[pair[side]] for pair in pairs])
    return index._like([NAN if pair[side] is None else labels[pair[side]] for pair in pairs])


def joined_by_label(left, other, on, how, lsuffix, rsuffix):
    """`left.join(other)`."""
    others = other if isinstance(other, (list, tuple)) else [other]
    for each in others:
        suffixes = (lsuffix, rsuffix)
        if on is None:
            left = merge(left, each, how, left_index=True, right_index=True, suffixes=suffixes)
        else:
            left = merge(left, each, how, left_on=on, right_index=True, suffixes=suffixes)
    return left


@also(levels=None, copy=None)
def concat(objs, *, axis=0, join="outer", ignore_index=False, keys=None, names=None, verify_integrity=False, sort=False):
    """Frames or series below each other or, with axis=1, side by side."""
    if join not in ("inner", "outer"):
        raise ValueError("Only can inner (intersect) or outer (union) join the other axis")
    if isinstance(objs, dict):
        keys, objs = list(objs) if keys is None else keys, list(objs.values())
    if isinstance(objs, (DataFrame, Series, str)):
        raise TypeError(
            f'first argument must be an iterable of pandas objects, you passed an object of type "{type(objs).__name__}"'
        )
    parts = [each for each in objs if each is not None]
    for each in parts:
        if not isinstance(each, (DataFrame, Series)):
            raise TypeError(f"cannot concatenate object of type '{type(each)}'; only Series and DataFrame objs are valid")
    if not parts:
        raise ValueError("No objects to concatenate")
    if axis in (1, "columns"):
        made = _beside(parts, join, ignore_index, keys)
        if names is not None and not ignore_index:
            made.columns.names = [*names, *([None] * (made.columns.nlevels - len(names)))]
        return _checked(made, made.columns) if verify_integrity else made
    if verify_integrity:
        _checked(parts, _below(parts, ignore_index, keys, names))
    if all(isinstance(part, Series) for part in parts):
        named = {part.name for part in parts}
        column = joined([part._column for part in parts])
        return Series._of(column, _below(parts, ignore_index, keys, names), named.pop() if len(named) == 1 else None)
    parts = [part.to_frame() if isinstance(part, Series) else part for part in parts]
    titles = list(dict.fromkeys(name for part in parts for name in part.columns.tolist()))
    if join == "inner":
        titles = [name for name in titles if all(name in part.columns for part in parts)]
    titles = sorted(titles) if sort else titles
    columns = [joined([_column_or_nothing(part, name) for part in parts]) for name in titles]
    return DataFrame._of(columns, _below(parts, ignore_index, keys, names), parts[0].columns._like(titles))


def _checked(made, labels):
    """What was made, whose labels have to differ.

    Raises:
        ValueError: for labels that come twice.
    """
    if not labels.is_unique:
        twice = labels[labels.duplicated()].unique()
        raise ValueError(f"Indexes have overlapping values: {twice}")
    return made


def _column_or_nothing(part, name):
    return part[name]._column if name in part.columns else column_of([NAN] * len(part))


def _below(parts, ignore_index, keys, names):
    if ignore_index:
        return RangeIndex(sum(len(part) for part in parts))
    if keys is None:
        labels = [label for part in parts for label in part.index.tolist()]
        return parts[0].index._like(labels) if parts[0].index.nlevels > 1 else Index(labels, name=parts[0].index.name)
    labels = [
        (key, *label) if isinstance(label, tuple) else (key, label)
        for key, part in zip(keys, parts)
        for label in part.index.tolist()
    ]
    found = MultiIndex(labels, [*(names or [None]), *parts[0].index.names][-len(labels[0]) :])
    if any(isinstance(key, tuple) for key in keys):
        return found
    return found._ordered([list(keys), *(None for _ in range(found.nlevels - 1))])


def _beside(parts, join, ignore_index, keys):
    from pandas._align import places

    index = parts[0].index
    for part in parts[1:]:
        if join == "inner":
            index = index._like([label for label in index.tolist() if label in part.index])
        elif not index.equals(part.index):
            index = _in_turn(index, part.index)
    columns, titles, unnamed = [], [], 0
    are_named = keys is not None or any(getattr(part, "name", "") is not None for part in parts)
    for at, part in enumerate(parts):
        if isinstance(part, Series):
            own, unnamed = ([part.name], unnamed) if part.name is not None else ([unnamed], unnamed + 1)
            own = [keys[at]] if keys is not None else own
            part = part.to_frame()
        else:
            own = part.columns.tolist() if keys is None else [(keys[at], name) for name in part.columns.tolist()]
        found = None if part.index.equals(index) else places(part.index, index.tolist())
        columns += [column if found is None else column.take_or_missing(found) for column in part._columns]
        titles += own
    names = RangeIndex(len(titles)) if ignore_index or not are_named else Index(titles)
    return DataFrame._of(columns, index, names)


def _in_turn(first, second):
    """The labels of both, as they come."""
    return first._like(list(dict.fromkeys([*first.tolist(), *second.tolist()])))

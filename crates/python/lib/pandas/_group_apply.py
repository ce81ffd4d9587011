"""What a function makes of each group, put together as one: `groups.apply`.

What it is not: one value of a column for each group, which `Groups._reduce` makes. Start reading at `apply`.
"""

from pandas._column import NAN, plain
from pandas._frame import DataFrame
from pandas._index import Index, RangeIndex
from pandas._merge import concat
from pandas._multi_index import MultiIndex
from pandas._series import Series


def apply(groups, func, args, kwargs):
    """What a function makes of each group: values, or rows."""
    found, is_alike = [], True
    for key, part in zip(groups._places, groups._parts()):
        # The function may ask which group it is given.
        object.__setattr__(part, "name", key[0] if len(key) == 1 else key)
        labels, made = part.index, func(part, *args, **kwargs)
        is_alike = is_alike and isinstance(made, type(part)) and made.index.equals(labels)
        found.append(made)
    if groups._owner.ndim == 1:
        return _of_series(groups, found, is_alike)
    first = next((each for each in found if each is not None), None)
    if found and first is None:
        return DataFrame()
    if isinstance(first, DataFrame):
        return _below(groups, found, is_alike)
    if isinstance(first, Series):
        found = [Series([NAN] * len(first), index=first.index) if each is None else each for each in found]
        if not all(each.index.equals(first.index) for each in found):
            return _below(groups, found, False)
        made = DataFrame([each.tolist() for each in found], index=groups._index())
        named = {each.name for each in found}
        made.columns = first.index.rename(named.pop()) if first.index.name is None and len(named) == 1 else first.index
        return _keyed(groups, made)
    made = Series([plain(each) for each in found], index=groups._index())
    return made if groups._as_index else _keyed(groups, DataFrame({None: made}))


def _of_series(groups, found, is_alike):
    name = groups._owner.name
    if found and isinstance(found[0], dict):
        titles = dict.fromkeys(title for each in found for title in each)
        rows = [((*key, title), each.get(title, NAN)) for key, each in zip(groups._places, found) for title in titles]
        return Series([value for _, value in rows], index=MultiIndex([key for key, _ in rows], [*groups._names, None]), name=name)
    if found and isinstance(found[0], (Series, DataFrame)):
        return _below(groups, found, is_alike)
    made = Series([plain(each) for each in found], index=groups._index(), name=name)
    return made if groups._as_index else _keyed(groups, made.to_frame())


def _keyed(groups, made):
    """A row for each group, its key before it where keys are to be columns."""
    if groups._as_index:
        return made
    columns = [Series([key[at] for key in groups._places])._column for at in range(len(groups._names))]
    names = Index([*groups._names, *made.columns.tolist()], name=made.columns.name)
    return DataFrame._of([*columns, *made._columns], RangeIndex(len(made)), names)


def _below(groups, found, is_alike):
    """Rows below each other: with their keys, or else, where each has its row, in the order they had."""
    made = concat(found)
    if groups._group_keys and groups._as_index:
        parts = [(key, each.index) for key, each in zip(groups._places, found) if each is not None]
        labels = [(*key, *(label if index.nlevels > 1 else (label,))) for key, index in parts for label in index.tolist()]
        orders = groups._orders and [*groups._orders, *(None for _ in parts[0][1].names)]
        made.index = MultiIndex(labels, [*groups._names, *parts[0][1].names])._ordered(orders)
    elif not groups._group_keys and is_alike:
        places = [place for each in groups._places.values() for place in each]
        made = made._take(sorted(range(len(places)), key=places.__getitem__))
    if made.ndim == 1 and getattr(groups, "_own_name", None) is not None:
        made.name = groups._own_name
    return made

"""Rows in groups, and one value of each group.

What it is not: joins. Start reading at `Groups`.
"""

import itertools
from collections import namedtuple

from numpy._objects import objects
from pandas import _in_turn, _stats
from pandas._column import NAN, Column, column_of, is_missing, of_results, plain
from pandas._group_faults import check
from pandas._index import Index
from pandas._multi_index import MultiIndex
from pandas._parameters import complete
from pandas._refuse import refuse
from pandas._series import Series


# Which column, and what of it, for `agg(name=NamedAgg(...))`.
NamedAgg = namedtuple("NamedAgg", ("column", "aggfunc"))
NamedAgg.__module__ = "pandas"


class _Labels(dict):
    """Labels by group, printed as lists."""

    def __repr__(self):
        return repr({key: labels.tolist() for key, labels in self.items()})


def _level(index, level):
    """A part of the labels, as a series to group by."""
    if index.nlevels == 1:
        if level not in (0, -1, index.name):
            raise ValueError(f"level name {level} is not the name of the index")
        return Series(index.tolist(), name=index.name)
    found = index.get_level_values(level)
    return Series(found.tolist(), name=found.name)


def _is_of_rows(keys, owner):
    """Whether a list has a value for each row, instead of names of columns."""
    if len(keys) != len(owner) or any(callable(key) or hasattr(key, "__len__") and not isinstance(key, (str, tuple)) for key in keys):
        return False
    known = [*owner.index.names, *(owner.columns.tolist() if owner.ndim == 2 else ())]
    return not all(key in known and not is_missing(key) for key in keys) and not any(hasattr(key, "steps_of") for key in keys)


def _in_order(values):
    try:
        return sorted(values)
    except TypeError:
        return values


class Groups:
    """The groups of a frame or a series."""

    def __init__(self, owner, by=None, level=None, as_index=True, sort=True, group_keys=True, observed=True, dropna=True, **others):
        for name in others:
            kind = "Series" if owner.ndim == 1 else "DataFrame"
            raise TypeError(f"{kind}.groupby() got an unexpected keyword argument '{name}'")
        if by is None and level is not None:
            by = [_level(owner.index, each) for each in level] if isinstance(level, (list, tuple)) else _level(owner.index, level)
        if by is None:
            raise TypeError("You have to supply one of 'by' and 'level'")
        self._owner, self._as_index, self._sort, self._group_keys = owner, as_index, sort, group_keys
        if level is None and isinstance(by, list) and _is_of_rows(by, owner):
            by = Index(by)
        self._by = by if isinstance(by, list) else [by]
        self._is_list = isinstance(by, list)
        keys = [self._key(each) for each in self._by]
        self._names = [name for name, _ in keys]
        self._within = [name for each, name in zip(self._by, self._names) if self._is_within(each, name)]
        orders = [self._categories(each) for each in self._by]
        self._places = _grouped([values for _, values in keys], sort, dropna, orders)
        self._orders = None
        if any(order is not None for order in orders):
            seen = ({key[at]: None for key in self._places} for at in range(len(keys)))
            self._orders = [list(values if order is None else order) for order, values in zip(orders, map(_in_order, seen))]
            if not observed:
                self._places = {key: self._places.get(key, []) for key in itertools.product(*self._orders)}

    def _categories(self, by):
        """The order of a key's values, where it is of categories."""
        known = by if isinstance(by, Series) else None
        if known is None and self._owner.ndim == 2 and isinstance(by, str) and by in self._owner.columns:
            known = self._owner[by]
        column = getattr(known, "_column", None)
        return column.categories if getattr(column, "kind", None) == "category" else None

    def _is_within(self, by, name):
        """Whether a key is a column of the frame, not values that were brought along, though their name were a column's."""
        owner = self._owner
        if owner.ndim == 1 or hasattr(by, "steps_of") or isinstance(by, dict) or callable(by):
            return False
        if isinstance(by, Series):
            return name in owner.columns and owner[name]._column is by._column
        return not (hasattr(by, "__len__") and not isinstance(by, (str, tuple))) and by in owner.columns

    def _key(self, by):
        """A key's name, and its value for each row."""
        owner = self._owner
        if isinstance(by, Series):
            return by.name, by.tolist()
        if hasattr(by, "steps_of"):
            return by.steps_of(owner)
        if callable(by):
            return owner.index.name, [by(label) for label in owner.index.tolist()]
        if isinstance(by, dict):
            return owner.index.name, [by.get(label, NAN) for label in owner.index.tolist()]
        if hasattr(by, "__len__") and not isinstance(by, (str, tuple)):
            return getattr(by, "name", None), [plain(each) for each in by]
        if owner.ndim == 2 and by in owner.columns:
            return by, owner[by].tolist()
        if by in owner.index.names:
            index = owner.index
            return by, index.tolist() if index.nlevels == 1 else index.get_level_values(by).tolist()
        raise KeyError(by)

    @property
    def groups(self):
        """The rows' labels of each group."""
        labels = self._owner.index
        return _Labels((key, labels.take(places)) for key, places in self._keyed())

    @property
    def indices(self):
        """The rows' places of each group."""
        import numpy as np

        return {key: np.array(places) for key, places in self._keyed()}

    @property
    def ngroups(self):
        return len(self._places)

    def __len__(self):
        return len(self._places)

    def _keyed(self):
        return ((key[0] if len(key) == 1 else key, places) for key, places in self._places.items())

    def __iter__(self):
        for key, places in self._places.items():
            yield (key if self._is_list else key[0]), self._part(places)

    def get_group(self, name):
        """The rows of one group."""
        key = name if isinstance(name, tuple) else (name,)
        if key not in self._places:
            raise KeyError(name)
        return self._part(self._places[key])

    def _part(self, places):
        return self._owner._take(places)

    def _index(self):
        """The keys as labels."""
        keys = list(self._places)
        if len(self._names) > 1:
            return MultiIndex(keys, self._names)._ordered(self._orders)
        return Index([key[0] for key in keys], name=self._names[0])

    def size(self):
        """How many rows each group has."""
        counts = Series([len(places) for places in self._places.values()], index=self._index())
        return counts if self._as_index else counts.reset_index(name="size")

    def _reduce(self, column, how, settings):
        """One value of a column for each group."""
        parts = [column.take(places) for places in self._places.values()]
        if callable(how):
            return column_of(
                [
                    plain(how(Series._of(part, self._owner.index.take(places))))
                    for part, places in zip(parts, self._places.values())
                ]
            )
        check(column, how)
        way = _in_turn.way(self._places.values(), column, how, **settings)
        found = [way(part) if way else plain(_stats.reduce(how, part, **settings)) for part in parts]
        if column.kind == "object" and how not in ("count", "nunique", "size", "any", "all"):
            return Column(objects(found), "object")
        made = of_results(column, found)
        keeps = how in ("sum", "min", "max", "first", "last", "prod") and column.is_number and made.is_number
        return (
            made.astype(column.kind) if keeps and column.kind.startswith("float") and made.kind != column.kind else made
        )

    def __repr__(self):
        return object.__repr__(self)

    def apply(self, func, *args, **kwargs):
        """What a function makes of each group: values, or rows."""
        if kwargs.pop("include_groups", False):
            raise ValueError("include_groups=True is no longer allowed.")
        if isinstance(func, str):
            return getattr(self, func)(*args, **kwargs)
        from pandas._group_apply import apply

        return apply(self, func, args, kwargs)

    def head(self, n=5):
        """The first rows of each group."""
        return self._owner._take(sorted(place for places in self._places.values() for place in places[:n]))

    def describe(self, percentiles=None, include=None, exclude=None):
        """How many, what mean, what spread, of each group."""
        from pandas._counting import describe

        return describe(self, percentiles, include, exclude)

    def cumcount(self):
        """How many rows of its group each row has before it."""
        found = [NAN] * len(self._owner)
        for places in self._places.values():
            for before, place in enumerate(places):
                found[place] = before
        return Series._of(column_of(found), self._owner.index)

    def _parts(self):
        return [self._part(places) for places in self._places.values()]

    def _spread(self, column, how):
        """A value of each group, or what a function makes of its values, at all its rows."""
        found = [NAN] * len(column)
        way = _in_turn.way(self._places.values(), column, how) if isinstance(how, str) else None
        for places in self._places.values():
            part = Series._of(column.take(places), self._owner.index.take(places))
            if way:
                made = way(part._column)
            else:
                made = getattr(part, how)() if isinstance(how, str) else how(part)
            values = made.tolist() if isinstance(made, Series) else [plain(made)] * len(places)
            for place, value in zip(places, values):
                found[place] = value
        return column_of(found)


def _titled(ways):
    """Ways to make one of many, each with its title: its own, or that of a pair; several unnamed ones are counted."""
    pairs = [way if isinstance(way, (list, tuple)) else (way if isinstance(way, str) else way.__name__, way) for way in ways]
    counted = itertools.count()
    return [(f"<lambda_{next(counted)}>" if title == "<lambda>" and len(pairs) > 1 else title, way) for title, way in pairs]


def _grouped(keys, sort, dropna, orders):
    """The rows' places by the values of the keys."""
    found = {}
    for place, key in enumerate(zip(*keys)):
        if any(map(is_missing, key)):
            if dropna:
                continue
            key = tuple(NAN if part is None else part for part in key)
        found.setdefault(key, []).append(place)
    if not sort:
        return found
    places = [order and {name: at for at, name in enumerate(order)} for order in orders]

    def rank(key):
        ranks = (part if place is None else place.get(part, -1) for part, place in zip(key, places))
        return [(True, 0) if is_missing(part) else (False, own) for part, own in zip(key, ranks)]

    return {key: found[key] for key in sorted(found, key=rank)}


class SeriesGroupBy(Groups):
    """The groups of a column."""

    @property
    def _own_name(self):
        return self._owner.name

    def _one(self, how, **settings):
        made = Series._of(self._reduce(self._owner._column, how, settings), self._index(), self._owner.name)
        return made if self._as_index else made.reset_index()

    def agg(self, func, **named):
        """One value of each group, or several, by names or functions."""
        from pandas._frame import DataFrame

        if isinstance(func, dict):
            from pandas.errors import SpecificationError

            raise SpecificationError("nested renamer is not supported")
        if named or isinstance(func, (list, tuple)):
            chosen = list(named.items()) if named else _titled(func)
            columns = [self._reduce(self._owner._column, each, {}) for _, each in chosen]
            return DataFrame._of(columns, self._index(), Index([title for title, _ in chosen]))
        return self._one(func)

    aggregate = agg

    def transform(self, func):
        """A value of each group at all its rows."""
        return self._owner._like(self._spread(self._owner._column, func))

    def value_counts(self, normalize=False, sort=True, ascending=False, bins=None, dropna=True):
        """How often each value comes in each group."""
        from pandas._counting import in_groups

        if bins is not None:
            raise NotImplementedError(f"value_counts: bins={bins!r} is not built into this pandas")
        return in_groups(self, None, normalize, sort, ascending, dropna)

    def unique(self):
        """The different values of each group."""
        return Series([part.unique() for part in self._parts()], index=self._index(), name=self._owner.name)

    def _each_of(self, function, numeric_only=False, with_places=False):
        """What a function makes of the values of each group, and of where they are."""
        column = self._owner._column
        found = [function(column.take(places), *([places] if with_places else [])) for places in self._places.values()]
        made = Series(found, index=self._index(), name=self._owner.name)
        return made if self._as_index else made.reset_index()

    def __getattr__(self, name):
        return _later(self, name, "SeriesGroupBy")


class DataFrameGroupBy(Groups):
    """The groups of a frame."""

    def _others(self):
        """The columns that are no keys."""
        return [at for at, name in enumerate(self._owner.columns.tolist()) if name not in self._within]

    def _part(self, places):
        return self._owner._take(places)

    def _parts(self):
        rest = self._owner._only(self._others())
        return [rest._take(places) for places in self._places.values()]

    def __getitem__(self, key):
        if isinstance(key, (list, tuple)):
            chosen = [name for name in self._within if name not in key]
            made = DataFrameGroupBy.__new__(DataFrameGroupBy)
            made.__dict__.update(self.__dict__, _owner=self._owner[[*chosen, *key]], _within=chosen)
            return made
        if key not in self._owner.columns:
            raise KeyError(f"Column not found: {key}")
        made = SeriesGroupBy.__new__(SeriesGroupBy)
        made.__dict__.update(self.__dict__, _owner=self._owner[key])
        return made

    def _one(self, how, numeric_only=False, **settings):
        owner = self._owner
        chosen = [at for at in self._others() if owner._columns[at].is_number or not numeric_only]
        return self._made(
            [self._reduce(owner._columns[at], how, settings) for at in chosen], owner.columns.take(chosen)
        )

    def _made(self, columns, names):
        from pandas._frame import DataFrame

        made = DataFrame._of(columns, self._index(), names)
        return made if self._as_index else made.reset_index()

    def agg(self, func=None, **named):
        """One value of each group: by a name or a function, by a dict a column, or as `new=("column", "mean")`."""
        owner = self._owner
        if func is None:
            columns = [self._reduce(owner[name]._column, how, {}) for name, how in named.values()]
            return self._made(columns, Index(list(named)))
        if not isinstance(func, (dict, list, tuple)):
            return self._one(func)
        if not isinstance(func, dict):
            func = {owner.columns.tolist()[at]: list(func) for at in self._others()}
        columns, titles = [], []
        is_nested = any(isinstance(how, (list, tuple)) for how in func.values())
        for name, how in func.items():
            for title, each in _titled(how) if isinstance(how, (list, tuple)) else _titled([how]):
                columns.append(self._reduce(owner[name]._column, each, {}))
                titles.append((name, title) if is_nested else name)
        return self._made(columns, MultiIndex(titles) if is_nested else Index(titles))

    aggregate = agg

    def transform(self, func):
        """A value of each group at all its rows."""
        rest = self._owner._only(self._others())
        return rest._like([self._spread(column, func) for column in rest._columns])

    def value_counts(self, subset=None, normalize=False, sort=True, ascending=False, dropna=True):
        """How often each row comes in each group."""
        from pandas._counting import in_groups

        return in_groups(self, subset, normalize, sort, ascending, dropna)

    def __getattr__(self, name):
        if not name.startswith("_") and name in self._owner.columns:
            return self[name]
        return _later(self, name, "DataFrameGroupBy")

    def _each_of(self, function, numeric_only=False, with_places=False):
        """What a function makes of the values of each column in each group, and of where they are."""
        owner, columns = self._owner, []
        chosen = [at for at in self._others() if owner._columns[at].is_number or not numeric_only]
        for at in chosen:
            parts = ((owner._columns[at].take(places), places) for places in self._places.values())
            columns.append(column_of([function(part, *([places] if with_places else [])) for part, places in parts]))
        return self._made(columns, owner.columns.take(chosen))


# Methods that come when they are asked for, from `_more_groups`.
_LATER = frozenset("filter idxmax idxmin ngroup nth pipe quantile rolling sample tail take".split())
_OF_ONE = {"SeriesGroupBy": ("nlargest", "nsmallest"), "DataFrameGroupBy": ("corr", "cov")}


def _later(groups, name, kind):
    if name.startswith("_"):
        raise AttributeError(name)
    from pandas import _more_groups

    if name == "plot":
        return _more_groups.GroupByPlot(groups)
    if name in _more_groups.ROW_BY_ROW:
        return _more_groups.row_by_row(groups, name)
    if name in _LATER or name in _OF_ONE[kind]:
        return lambda *args, **kwargs: getattr(_more_groups, name)(groups, *args, **kwargs)
    refuse(kind, name)
    return None


def _reduction(name):
    def method(self, numeric_only=False, **settings):
        if isinstance(self, SeriesGroupBy):
            return self._one(name, **settings)
        return self._one(name, numeric_only, **settings)

    method.__name__, method.__doc__ = name, f"The {name} of each group."
    return method


for _name in _stats.NAMES:
    if _name != "size":
        setattr(Groups, _name, _reduction(_name))


for _kind in (SeriesGroupBy, DataFrameGroupBy):
    complete(_kind)


SeriesGroupBy.__module__ = DataFrameGroupBy.__module__ = "pandas.api.typing"

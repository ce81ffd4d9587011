"""Rarer functions of groups: ranks, filters, places, shares, values row by row. Each is a function of the groups.

What it is not: sums and means, which are `_groupby`. Start reading at `filter`.
"""

from _scalars import INTS
from pandas import _stats
from pandas._column import NAN, column_of
from pandas._group_faults import check_values
from pandas._in_turn import running
from pandas._multi_index import MultiIndex
from pandas._refuse import also
from pandas._select import listed

ROW_BY_ROW = ("bfill", "cummax", "cummin", "cumprod", "cumsum", "diff", "ffill", "pct_change", "rank", "shift")


def row_by_row(groups, name):
    """A method that makes as many rows as there are, within each group."""
    def method(*args, **settings):
        check_values(groups, name)
        if name == "cumsum":
            return groups.transform(lambda part: _running(part, *args, **settings))
        return groups.transform(lambda part: getattr(part, name)(*args, **settings))

    return method


def _running(part, *args, **settings):
    """Sums up to each row of a group: what rounding takes is given back."""
    made, is_known = part.cumsum(*args, **settings), part.notna().tolist()
    if part._column.kind != "float64" or made.isna().sum() > is_known.count(False):
        return made
    sums = iter(running(part.dropna().tolist()))
    return made._like(column_of([next(sums) if known else NAN for known in is_known]))


def filter(groups, func, dropna=True):
    """The rows of the groups for which a function says so."""
    if not dropna:
        raise NotImplementedError("filter: dropna=False is not built into this pandas")
    kept = [place for places in groups._places.values() if func(groups._part(places)) for place in places]
    return groups._owner._take(sorted(kept))


def tail(groups, n=5):
    """The last rows of each group."""
    kept = [place for places in groups._places.values() for place in (places[-n:] if n else [])]
    return groups._owner._take(sorted(kept))


def nth(groups, n, dropna=None):
    """The row at a place of each group, counted from 0; of several places, all of them."""
    if dropna is not None:
        raise NotImplementedError(f"nth: dropna={dropna!r} is not built into this pandas")
    wanted = [n] if isinstance(n, INTS) else list(n)
    kept = {places[at] for places in groups._places.values() for at in wanted if -len(places) <= at < len(places)}
    return groups._owner._take(sorted(kept))


def take(groups, indices):
    """The rows at places of each group."""
    return groups._owner._take([places[at] for places in groups._places.values() for at in indices])


@also(weights=None)
def sample(groups, n=None, frac=None, replace=False, random_state=None):
    """Some rows of each group, drawn."""
    from numpy import random

    generator = random_state
    if not isinstance(generator, random.RandomState):
        generator = random._global if random_state is None else random.RandomState(random_state)
    kept = []
    for places in groups._places.values():
        count = round(frac * len(places)) if frac is not None else 1 if n is None else n
        kept += [places[at] for at in generator.choice(len(places), size=count, replace=replace).tolist()]
    return groups._owner._take(kept)


def ngroup(groups, ascending=True):
    """Which group each row is in, by number."""
    from pandas._series import Series

    found, count = [NAN] * len(groups._owner), len(groups._places)
    for at, places in enumerate(groups._places.values()):
        for place in places:
            found[place] = at if ascending else count - 1 - at
    return Series._of(column_of(found), groups._owner.index)


def quantile(groups, q=0.5, interpolation="linear", numeric_only=False):
    """The value of each group below which such a share lies."""
    shares = listed(q)
    check_values(groups, "quantile")
    if shares is None:
        return groups._each_of(lambda column: _stats.quantile(column, q, interpolation), numeric_only)
    if groups._owner.ndim == 2:
        raise NotImplementedError("quantile: of several shares choose a column first in this pandas")
    from pandas._series import Series

    rows = [((*key, share), _stats.quantile(groups._owner._column.take(places), share, interpolation))
            for key, places in groups._places.items() for share in shares]
    return Series([value for _, value in rows], index=MultiIndex([key for key, _ in rows], [*groups._names, None]), name=groups._owner.name)


@also(skipna=True)
def idxmax(groups, numeric_only=False):
    """The label of the largest value of each group."""
    return _label_of(groups, max, numeric_only)


@also(skipna=True)
def idxmin(groups, numeric_only=False):
    """The label of the least value of each group."""
    return _label_of(groups, min, numeric_only)


def _label_of(groups, choose, numeric_only):
    labels = groups._owner.index.tolist()

    def found(column, places):
        known = [at for at, gone in enumerate(column.missing().tolist()) if not gone]
        values = column.ranks()
        return labels[places[choose(known, key=values.__getitem__)]]

    return groups._each_of(found, numeric_only, with_places=True)


def nlargest(groups, n=5, keep="first"):
    """The largest values of each group, with their labels."""
    return _ends(groups, n, keep, "nlargest")


def nsmallest(groups, n=5, keep="first"):
    """The least values of each group, with their labels."""
    return _ends(groups, n, keep, "nsmallest")


def _ends(groups, n, keep, name):
    from pandas._series import Series

    rows = []
    for key, places in groups._places.items():
        part = getattr(groups._owner._take(places), name)(n, keep=keep)
        rows += [((*key, label), value) for label, value in part.items()]
    index = MultiIndex([label for label, _ in rows], [*groups._names, groups._owner.index.name])
    return Series([value for _, value in rows], index=index, name=groups._owner.name)


def corr(groups, method="pearson", min_periods=1, numeric_only=False):
    """How the columns go together in each group."""
    return _tables(groups, "corr", method=method, min_periods=min_periods, numeric_only=numeric_only)


def cov(groups, min_periods=None, ddof=1, numeric_only=False):
    """How the columns vary together in each group."""
    return _tables(groups, "cov", min_periods=1 if min_periods is None else min_periods, ddof=ddof, numeric_only=numeric_only)


def _tables(groups, name, **settings):
    from pandas._merge import concat

    tables = [getattr(part, name)(**settings) for part in groups._parts()]
    found = concat(tables, keys=[key[0] if len(key) == 1 else key for key in groups._places])
    found.index.names = [*groups._names, None]
    return found


def pipe(groups, func, *args, **kwargs):
    """What a function makes of the groups."""
    return func(groups, *args, **kwargs)


def rolling(groups, window, **settings):
    """Windows within each group."""
    return RollingGroupBy(groups, window, settings)


class RollingGroupBy:
    """`groupby(…).rolling(…)`: its methods make a value a row, labelled by group and row."""

    def __init__(self, groups, window, settings):
        self._groups, self._window, self._settings = groups, window, settings

    def __repr__(self):
        from pandas._rolling import windows_text

        settings = {name: value for name, value in self._settings.items() if name != "center"}
        return windows_text(self, window=self._window, **settings, center=self._settings.get("center", False))

    def __getitem__(self, name):
        return RollingGroupBy(self._groups[name], self._window, self._settings)

    def __getattr__(self, name):
        def method(*args, **settings):
            from pandas._merge import concat

            groups = self._groups
            found = [getattr(part.rolling(self._window, **self._settings), name)(*args, **settings) for part in groups._parts()]
            made = concat(found, keys=[key[0] if len(key) == 1 else key for key in groups._places])
            made.index.names = [*groups._names, groups._owner.index.name]
            return made

        return method


RollingGroupBy.__module__ = "pandas.api.typing"


class GroupByPlot:
    """`groups.plot(...)`, or `groups.plot.line(...)`: each group is drawn, and its axes stand by its key."""

    def __init__(self, groups):
        self._groups = groups

    def __call__(self, *args, **kwargs):
        return self._each(lambda plot: plot(*args, **kwargs))

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        return lambda *args, **kwargs: self._each(lambda plot: getattr(plot, name)(*args, **kwargs))

    def _each(self, draw):
        from pandas._series import Series

        groups, found = self._groups, []
        for key, places in groups._keyed():
            part = groups._part(places)
            found.append(draw((part.rename(key) if part.ndim == 1 else part).plot))
        return Series(found, index=groups._index(), name=getattr(groups, "_own_name", None))


GroupByPlot.__module__ = "pandas.plotting"

"""`resample`: rows in groups by steps of time, and labels in even steps.

What it is not: groups by values, which are `_groupby`. Start reading at `resample`.
"""

from pandas._groupby import DataFrameGroupBy, SeriesGroupBy
from pandas._offsets import offset_of
from pandas._refuse import also
from pandas._times import DatetimeIndex


@also(axis=0, convention=None, level=None, origin="start_day", offset=None, group_keys=False)
def resample(data, rule, closed=None, label=None, on=None):
    """The rows in groups by steps of time: of the labels, or of a column."""
    if on is not None:
        data = data.set_index(on)
    if not isinstance(data.index, DatetimeIndex):
        raise TypeError("Only valid with DatetimeIndex, TimedeltaIndex or PeriodIndex, but got an instance of "
                        f"'{'RangeIndex' if type(data.index).__name__ == 'RangeIndex' else 'Index'}'")
    offset = offset_of(rule)
    closed, label = (("right" if offset.ends else "left") if side is None else side for side in (closed, label))
    if offset.ends and closed != "right":
        raise NotImplementedError(f"resample: closed={closed!r} is not built into this pandas")
    edges, places = _bins(data.index.tolist(), offset, closed == "right")
    labels = edges if label == ("right" if offset.ends else "left") else [offset.next(edge, -1 if offset.ends else 1) for edge in edges]
    made = Resampler.__new__(_Columns if data.ndim == 2 else _Values)
    made.__dict__.update(_owner=data, _as_index=True, _sort=True, _by=[None], _is_list=False, _names=[data.index.name],
                         _within=[], _orders=None, _group_keys=False,
                         _places={(edge,): found for edge, found in zip(labels, places)}, _offset=offset, _sides=(closed, label))
    return made


def _bins(moments, offset, is_right=False):
    """The moments that name the steps, from the first to the last, and which rows lie in each; its end may be among them."""
    if not moments:
        return [], []
    first, last = min(moments), max(moments)
    if offset.ends:
        edges = [offset.first(first.normalize())]
        while edges[-1].normalize() < last.normalize():
            edges.append(offset.next(edges[-1]))
        keys = [offset.first(moment.normalize()) for moment in moments] if offset.n == 1 else [
            next(edge for edge in edges if edge >= moment.normalize()) for moment in moments]
    else:
        from bisect import bisect_left, bisect_right

        find, edges = bisect_left if is_right else bisect_right, [offset.last(first)]
        if is_right and edges[0] == first:
            edges[0] = offset.next(first, -1)
        while offset.next(edges[-1]) < last or not is_right and offset.next(edges[-1]) == last:
            edges.append(offset.next(edges[-1]))
        keys = [edges[find(edges, moment) - 1] for moment in moments]
    at = {edge: [] for edge in edges}
    for place, key in enumerate(keys):
        at[key].append(place)
    return edges, list(at.values())


class Resampler:
    """Groups by time: their labels are in even steps."""

    def _index(self):
        return DatetimeIndex([key[0] for key in self._places], self._offset, self._names[0])

    def asfreq(self, fill_value=None):
        """The rows at the steps themselves."""
        index = self._index()
        made = self._owner.reindex(index) if fill_value is None else self._owner.reindex(index, fill_value=fill_value)
        made.index = index
        return made

    def ffill(self, limit=None):
        """At each step the last row before it, at most so many steps on."""
        return self._owner.reindex(self._index(), method="ffill", limit=limit)

    def bfill(self, limit=None):
        """At each step the next row after it, at most so many steps before."""
        return self._owner.reindex(self._index(), method="bfill", limit=limit)

    def nearest(self, limit=None):
        """At each step the row that is next to it."""
        return self._owner.reindex(self._index(), method="nearest", limit=limit)

    def interpolate(self, method="linear", *, axis=0, limit=None, inplace=False, limit_direction="forward", limit_area=None, **kwargs):
        """At each step a value on the line, or curve, between rows."""
        if inplace:
            raise ValueError("Cannot interpolate inplace on a resampled object.")
        index = self._index()
        both = sorted(set(index.tolist()) | set(self._owner.index.tolist()))
        made = self._owner.reindex(DatetimeIndex(both)).interpolate(method, axis, limit, False, limit_direction, limit_area, **kwargs)
        made = made.reindex(index)
        made.index = index
        return made

    def __str__(self):
        steps = repr(self._offset)
        return (f"DatetimeIndexResampler [freq={steps}, closed={self._sides[0]}, label={self._sides[1]}, convention=start, "
                "origin=start_day]")


class _Values(Resampler, SeriesGroupBy):
    def ohlc(self):
        """The first, largest, least and last value of each step."""
        found = self.agg(["first", "max", "min", "last"])
        found.columns = ["open", "high", "low", "close"]
        return found


class _Columns(Resampler, DataFrameGroupBy):
    def __getitem__(self, key):
        made = Resampler.__new__(_Columns if isinstance(key, list) else _Values)
        made.__dict__.update(self.__dict__, _owner=self._owner[key])
        return made


for _kind in (_Values, _Columns):
    _kind.__module__, _kind.__name__, _kind.__qualname__ = "pandas.core.resample", "DatetimeIndexResampler", "DatetimeIndexResampler"


def asfreq(data, freq, method=None, fill_value=None):
    """The rows at even steps of time."""
    if method not in (None, "ffill", "pad"):
        raise NotImplementedError(f"asfreq: method={method!r} is not built into this pandas")
    from pandas._offsets import date_range

    labels = data.index.tolist()
    index = date_range(labels[0], labels[-1], freq=freq, name=data.index.name)
    made = data.reindex(index) if fill_value is None else data.reindex(index, fill_value=fill_value)
    made.index = index
    return made.ffill() if method else made


class Grouper:
    """A key of `groupby`: a column, or steps of time of one, or of the labels."""

    def __init__(self, key=None, level=None, freq=None, closed=None, label=None, sort=True):
        if level is not None:
            raise NotImplementedError("Grouper: level is not built into this pandas")
        self.key, self.freq, self.closed, self.label, self.sort = key, freq, closed, label, sort

    def resampled(self, data):
        """Groups of rows by these steps alone."""
        return resample(data, self.freq, self.closed, self.label, self.key)

    def steps_of(self, data):
        """The name of the key, and the step in which each row lies."""
        if not self.sort:
            raise NotImplementedError("Grouper: sort=False is not built into this pandas")
        name = data.index.name if self.key is None else self.key
        moments = data.index.tolist() if self.key is None else data[self.key].tolist()
        if self.freq is None:
            return name, moments
        if self.closed is not None or self.label is not None:
            raise NotImplementedError("Grouper: closed and label beside other keys are not built into this pandas")
        edges, places = _bins(moments, offset_of(self.freq))
        found = {place: edge for edge, own in zip(edges, places) for place in own}
        return name, [found[at] for at in range(len(moments))]

    def __repr__(self):
        said = {"key": self.key, "freq": None if self.freq is None else offset_of(self.freq), "sort": self.sort}
        return f"{'TimeGrouper' if self.freq else 'Grouper'}({', '.join(f'{n}={v!r}' for n, v in said.items() if v is not None)})"


Grouper.__module__ = "pandas"

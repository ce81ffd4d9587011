"""Columns and labels of moments, and of spans of time.

What it is not: moments one by one, which are `_moments`, nor how texts become them (`_to_times`). Start reading at `TimeColumn`.
"""

from datetime import timedelta

import numpy as np
from numpy._objects import objects
from pandas._column import NAN, Column, NamedDtype, is_missing
from pandas._index import Index
from pandas._moments import Timestamp, microseconds, moment
from pandas._timedelta import NaT, Timedelta
from pandas.errors import DateParseError
from pandas._refuse import also


class TimeDtype(NamedDtype):
    """The dtype of moments, or of spans."""

    def __init__(self, name):
        self.name, self.kind = name, "M" if name.startswith("date") else "m"

    def __repr__(self):
        return str(self) if "," in self.name else f"dtype('<{self.kind}8[{self.unit}]')"

    @property
    def unit(self):
        return self.name.partition("[")[2].strip("]").partition(",")[0]


class TimeArray(objects):
    """A column of moments or of spans by itself; `_dtype_name` is what its dtype is called."""

    __slots__ = ("_dtype_name",)
    _titles = {"M": "DatetimeArray", "m": "TimedeltaArray"}

    @property
    def dtype(self):
        return TimeDtype(self._dtype_name)

    def __repr__(self):
        from pandas._format import words_text

        kind = self.dtype.kind
        words = ["NaT" if is_missing(one) else f"'{one}'" for one in self._values]
        if kind == "m":
            words = [word if word == "NaT" else f"'{text}'" for word, text in zip(words, Timedelta._texts(self._values))]
        body = words_text(words, "[", "]", False)
        return f"<{self._titles[kind]}>\n{body}\nLength: {len(words)}, dtype: {self._dtype_name}"

    __str__ = __repr__

    def __getitem__(self, key):
        found = objects.__getitem__(self, key)
        return time_array(TimeColumn(found._values, self._dtype_name)) if isinstance(found, objects) else found

    def __array__(self, dtype=None, copy=None):
        return TimeColumn(self._values, self._dtype_name).as_numpy()


def time_array(column):
    """What a series of moments or spans gives out as its array."""
    made = TimeArray(column.tolist())
    made._dtype_name = column.kind
    return made


class TimeColumn(Column):
    """Moments or spans, or `NaT`."""

    __slots__ = ()

    def __init__(self, values, kind):
        made = Timestamp if kind.startswith("date") else Timedelta
        values = [NaT if is_missing(value) else value if type(value) is made else made(value) for value in values]
        super().__init__(objects(values), kind)

    @property
    def _scalar(self):
        return Timestamp if self.kind.startswith("date") else Timedelta

    @property
    def dtype(self):
        return TimeDtype(self.kind)

    is_number = False

    def like(self, values):
        return TimeColumn(values, self.kind)

    def take_or_missing(self, places):
        values = self.array._values
        return self.like([NaT if place is None else values[place] for place in places])

    def texts(self):
        """As they are shown."""
        return self._scalar._texts(self.tolist())

    def as_numpy(self):
        """As numpy's moments or spans."""
        kind = np.dtype(self.kind if "," not in self.kind else "datetime64[us]")
        counts = [value if is_missing(value) else _count(value) for value in self.tolist()]
        found = np.array(counts, dtype=f"{kind.name.partition('[')[0]}[us]")
        return found if kind.unit == "us" else found.astype(kind)

    def numbers(self):
        """As microseconds, those that are there."""
        known = [value for value in self.tolist() if not is_missing(value)]
        if self._scalar is Timestamp:
            return [microseconds(value) for value in known]
        return [round(value.total_seconds() * 10**6) for value in known]

    def of_number(self, count):
        """Microseconds as what the column is of."""
        from pandas._moments import from_microseconds

        if count != count:
            return NaT
        if self._scalar is Timedelta:
            return Timedelta(round(count), "us")
        from pandas._zones import zone_name

        made, zone = from_microseconds(round(count)), zone_name(self.kind)
        return made if zone is None else made.tz_localize("UTC").tz_convert(zone)

    def astype(self, kind):
        name = str(getattr(kind, "__name__", kind))
        if name in ("str", "string", "object"):
            values = self.texts() if name != "object" else self.tolist()
            return Column(objects([NAN if is_missing(old) else new for old, new in zip(self.tolist(), values)]), name)
        if name in ("int", "int64"):
            return Column(np.array(self.numbers(), dtype=np.int64))
        if name.startswith(("datetime64", "timedelta64")):
            return self if name.endswith("64") else TimeColumn(self.tolist(), name)
        if name == "category":
            return super().astype(kind)
        raise TypeError(f"Cannot cast {'DatetimeArray' if self._scalar is Timestamp else 'TimedeltaArray'} to dtype {name}")

    def reduced(self, name):
        """A mean, a sum and so on, as a moment or a span."""
        numbers = np.array(self.numbers(), dtype=np.float64)
        if name == "sum" and self._scalar is Timedelta:
            return self.of_number(sum(self.numbers()))
        if name in ("mean", "median") or (name in ("std", "sem") and len(numbers)):
            found = getattr(np, name)(numbers) if name != "std" else numbers.std(ddof=1)
            return self.of_number(float(found)) if name in ("mean", "median") else Timedelta(round(float(found)), "us")
        raise TypeError(f"'{TimeArray._titles[self.dtype.kind]}' with dtype {self.kind} does not support operation '{name}'")


def _count(value):
    return microseconds(value) if isinstance(value, Timestamp) else value // Timedelta(1, "us")


# The units that pandas has; coarser ones become seconds.
_UNITS = ("s", "ms", "us", "ns")


def dtype_name_of(kind):
    """The name of pandas' dtype for one of numpy's moments or spans."""
    return f"{kind.name.partition('[')[0]}[{kind.unit if kind.unit in _UNITS else 's'}]"


def of_numpy(array):
    """Moments or spans of numpy as a column."""
    name = array.dtype.name.partition("[")[0]
    fine = array.astype(f"{name}[us]")
    numbers, gone = fine.astype(int).ravel().tolist(), np.isnat(fine).ravel().tolist()
    column = TimeColumn([], dtype_name_of(array.dtype))
    return column.like([NaT if is_gone else column.of_number(number) for number, is_gone in zip(numbers, gone)])


def time_column(values, kinds):
    """Moments or spans as a column; None if they are mixed with other things."""
    spans = all(kind.__name__ in ("Timedelta", "timedelta") for kind in kinds)
    if all(kind.__name__ == "Period" for kind in kinds):
        from pandas._periods import PeriodColumn

        units = {value.freqstr for value in values if not is_missing(value)}
        return PeriodColumn(values, units.pop()) if len(units) == 1 else None
    moments = all(kind.__name__ in ("Timestamp", "datetime") for kind in kinds)
    if not (spans or moments):
        return None
    zones = {str(value.tzinfo) for value in values if not is_missing(value)} if moments else set()
    if len(zones) > 1:
        return None
    return TimeColumn(values, "timedelta64[us]" if spans else kind_in(zones.pop() if zones else "None"))


def moments_column(values):
    """Moments as a column, in the zone that they are in."""
    zone = next((str(value.tzinfo) for value in values if not is_missing(value)), "None")
    return TimeColumn(values, kind_in(zone))


def kind_in(zone):
    """The name of the dtype of moments in a zone; of those in none for the text "None"."""
    return "datetime64[us]" if zone == "None" else f"datetime64[us, {zone}]"


class DatetimeIndex(Index):
    """Moments as labels."""

    def __new__(cls, *args, **kwargs):
        return object.__new__(cls)

    @also(dtype=None, copy=None, tz=None)
    def __init__(self, data=(), freq=None, name=None):
        given = getattr(getattr(data, "dtype", None), "name", "")
        self._dtype_name = dtype_name_of(data.dtype) if given.startswith("datetime64") else "datetime64[us]"
        Index.__init__(self, data, name=name)
        self._labels = [label if type(label) is Timestamp or label is NaT else Timestamp(label) for label in self._labels]
        zone = self.tz
        if zone is not None:
            self._dtype_name = kind_in(str(zone))
        self.freq = freq

    @property
    def tz(self):
        return next((one.tzinfo for one in self._labels if one is not NaT), None)

    def to_period(self, freq=None):
        """The days, months and so on in which they lie; without a name, of the steps that lie between them."""
        from pandas._periods import PeriodIndex

        if freq is None:
            steps = self.freq or steps_of(self)
            if steps is None:
                raise ValueError("You must pass a freq argument as current index has none.")
            freq = steps.period_name
        return PeriodIndex([one if is_missing(one) else one.to_period(freq) for one in self._labels], freq, self.name)

    def tz_localize(self, tz, ambiguous="raise", nonexistent="raise"):
        """These readings of the clock in a zone."""
        from pandas._zoned import all_localized

        made = all_localized(self._labels, tz, ambiguous, nonexistent)
        stays = tz is None or self.freq is None or not self.freq.is_fixed or self.freq.freqstr == "D" or str(tz) in ("UTC", "utc")
        return DatetimeIndex(made, self.freq if stays else None, self.name)

    def tz_convert(self, tz):
        """The same moments in another zone."""
        from pandas._zoned import converted

        # Days, and what is longer, begin elsewhere in another zone.
        stays = self.freq is not None and self.freq.is_fixed and self.freq.freqstr != "D"
        return DatetimeIndex([converted(one, tz) for one in self._labels], self.freq if stays else None, self.name)

    @property
    def freqstr(self):
        return None if self.freq is None else self.freq.freqstr

    inferred_freq = freqstr

    @property
    def _column(self):
        return TimeColumn(self._labels, self._dtype_name)

    def rename(self, name):
        return DatetimeIndex(self._labels, self.freq, name)

    def take(self, places):
        places = list(places)
        made = DatetimeIndex([self._labels[place] for place in places], name=self.name)
        if self.freq is not None and len(places) and places == list(range(places[0], places[0] + len(places))):
            made.freq = self.freq
        return made

    def _like(self, labels):
        labels = list(labels)
        return DatetimeIndex(labels, self.freq if labels == self._labels else None, self.name)

    def __getitem__(self, key):
        if isinstance(key, slice):
            made = DatetimeIndex(self._labels[key], name=self.name)
            made.freq = self.freq if key.step in (None, 1) else None
            return made
        return Index.__getitem__(self, key)

    def places(self, label):
        if not isinstance(label, str):
            return Index.places(self, label)
        try:
            start, end = _spanned(label)
        except DateParseError:
            return []
        return [at for at, each in enumerate(self._labels) if start <= each <= end]

    def find(self, label):
        """A text that names a whole day, month or year of finer moments finds all of them."""
        found = self.places(label)
        if isinstance(label, str) and found and _finer_than(self._labels, label):
            return found
        return found[0] if len(found) == 1 else found

    def edge(self, label, which):
        """The moment at which what a text names begins, or ends."""
        return _spanned(label)[which] if isinstance(label, str) else Timestamp(label)

    def __getattr__(self, name):
        from pandas._dt import Moments, NAMES

        if name in NAMES:
            return getattr(Moments(self._column, self._part), name)
        return Index.__getattr__(self, name)

    def _part(self, column):
        """What parts of moments are: labels, but for flags."""
        if column.kind == "bool":
            return column.array
        made = Index(column.tolist(), name=self.name)
        made._kind = column.kind
        return made

    def _shifted(self, other, sign):
        made = [label + other if sign > 0 else label - other for label in self._labels]
        if isinstance(other, Timestamp):
            return Index(made, name=self.name)
        from pandas import offsets

        # Steps that are all as long stay even; those of months do not.
        fixed = (offsets.Day, offsets.Hour, offsets.Minute, offsets.Second)
        stays = self.freq is not None and self.freq.is_fixed and (isinstance(other, timedelta) or type(other) in fixed)
        return DatetimeIndex(made, self.freq if stays else None, self.name)

    def __add__(self, other):
        return self._shifted(other, 1)

    def __sub__(self, other):
        return self._shifted(other, -1)

    def _compared(self, other, is_wanted):
        return Index._compared(self, Timestamp(other) if isinstance(other, str) else other, is_wanted)

    def __repr__(self):
        from pandas._format import times_text

        words = [f"'{text}'" for text in Timestamp._texts(self._labels)]
        ending = [f"dtype='{self._dtype_name}'"] + ([] if self.name is None else [f"name={self.name!r}"])
        ending += [f"length={len(words)}"] if len(words) > 100 else []
        ending.append(f"freq={self.freqstr!r}")
        return times_text("DatetimeIndex", words, ending)


DatetimeIndex.__module__ = "pandas"


def steps_of(index):
    """The even steps in which moments follow each other; None for fewer than three, or for others."""
    from pandas._by_time import infer_freq
    from pandas._offsets import offset_of

    name = infer_freq(index) if len(index) > 2 and not any(is_missing(one) for one in index.tolist()) else None
    return None if name is None else offset_of(name)


def _spanned(text):
    """The first and the last moment of what a text names."""
    from pandas._offsets import with_months

    start = moment(text)
    digits = sum(character.isdigit() for character in text)
    if digits <= 4:
        after = with_months(start, 12)
    elif digits <= 6 and ":" not in text and not text.isdigit():
        after = with_months(start, 1)
    elif ":" not in text:
        after = start + Timedelta(days=1)
    else:
        after = start + (Timedelta(minutes=1) if text.count(":") == 1 else Timedelta(seconds=1))
    return start, after - Timedelta(1, "us")


def _finer_than(labels, text):
    """Whether moments are told apart more finely than a text tells them."""
    start, end = _spanned(text)
    span = (end - start).total_seconds()
    is_timed = any(one.hour or one.minute or one.second for one in labels)
    return span > 86400 or (span > 3600 and is_timed) or (span > 2 and any(one.second for one in labels))

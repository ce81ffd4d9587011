"""Moments of their parts: years, months, days and so on, a column each.

What it is not: moments of texts, which are `_to_times`'. Start reading at `assembled`.
"""

from pandas._column import is_missing
from pandas._frame import DataFrame
from pandas._moments import Timestamp
from pandas._series import Series
from pandas._timedelta import NaT, Timedelta
from pandas._times import TimeColumn

_UNITS = {"hour": "h", "minute": "m", "second": "s", "millisecond": "ms", "microsecond": "us", "nanosecond": "ns"}
_UNITS = {**{name: name for name in ("year", "month", "day")}, **_UNITS, "ms": "ms", "us": "us", "ns": "ns"}


def _unit(name):
    plain = name if name in _UNITS else name.lower()
    return _UNITS.get(plain) or _UNITS.get(plain.removesuffix("s"), name)


def assembled(parts, errors):
    """A moment for each row.

    Raises:
        ValueError: for parts that are missing or unknown, and rows that are no moment.
    """
    frame = parts if isinstance(parts, DataFrame) else DataFrame(parts)
    if not frame.columns.is_unique:
        raise ValueError("cannot assemble with duplicate keys")
    columns = {_unit(name): frame[name].tolist() for name in frame.columns.tolist()}
    missing = sorted({"year", "month", "day"} - set(columns))
    if missing:
        raise ValueError(
            f"to assemble mappings requires at least that [year, month, day] be specified: [{','.join(missing)}] is missing"
        )
    unknown = sorted(set(columns) - set(_UNITS.values()))
    if unknown:
        raise ValueError(f"extra keys have been passed to the datetime assemblage: [{','.join(unknown)}]")
    rows = [dict(zip(columns, row)) for row in zip(*columns.values())]
    return Series._of(TimeColumn([_moment(row, errors) for row in rows], "datetime64[us]"), frame.index)


def _moment(row, errors):
    if any(map(is_missing, row.values())):
        return NaT
    year, month, day = (int(row[name]) for name in ("year", "month", "day"))
    try:
        made = Timestamp(year, month, day)
    except ValueError:
        if errors == "coerce":
            return NaT
        hours = ":".join(f"{int(row.get(unit, 0)):02}" for unit in "hms") if {"h", "m", "s"} & set(row) else ""
        told = f'invalid or out-of-bounds date "{year:04}-{month:02}-{day:02}{hours and " " + hours}"'
        raise ValueError(f"cannot assemble the datetimes: {told}") from None
    for unit, count in row.items():
        if unit not in ("year", "month", "day"):
            made = made + Timedelta(float(count) if isinstance(count, str) else count, unit)
    return made

"""`tz_localize` and `tz_convert`: of moments, of columns of them, and of labels.

What it is not: the zones, which are `_zones`'. Start reading at `localized`.
"""

from datetime import datetime, timedelta

import numpy as np
from pandas._column import is_missing
from pandas._moments import in_utc
from pandas._refuse import also
from pandas._timedelta import NaT
from pandas._zones import zone_of


def localized(moment, tz, ambiguous="raise", nonexistent="raise"):
    """A moment without a zone in one; with None for a zone, one that has a zone without it.

    Raises:
        ValueError: for what the clocks of the zone show twice, or never.
    """
    zone = zone_of(tz)
    if is_missing(moment):
        return NaT
    if moment.tzinfo is not None and zone is not None:
        raise TypeError("Cannot localize tz-aware Timestamp, use tz_convert for conversions")
    if zone is None:
        return type(moment)._of_parts(moment, None)
    earlier, later = (zone.utcoffset(datetime.replace(moment.to_pydatetime(), fold=fold)) for fold in (0, 1))
    if earlier == later:
        return type(moment)._of_parts(moment, zone)
    return _twice(moment, zone, ambiguous) if earlier > later else _never(moment, zone, earlier, later, nonexistent)


def _twice(moment, zone, ambiguous):
    """What clocks show both before and after they are put back: in summer for True, in winter for False."""
    if ambiguous == "NaT":
        return NaT
    if not isinstance(ambiguous, (bool, np.bool_)):
        raise ValueError(f"Cannot infer dst time from {moment}, try using the 'ambiguous' argument")
    return type(moment)._of_parts(datetime.replace(moment.to_pydatetime(), fold=0 if ambiguous else 1), zone)


def _never(moment, zone, before, after, nonexistent):
    """What clocks pass over when they are put forward."""
    if nonexistent == "NaT":
        return NaT
    plain = moment.to_pydatetime()
    if isinstance(nonexistent, timedelta):
        return localized(type(moment)(plain + nonexistent), zone)
    if nonexistent not in ("shift_forward", "shift_backward"):
        raise ValueError(f"{moment} is a nonexistent time due to daylight savings time. Try using the 'nonexistent' argument.")
    # The change comes at a whole quarter of an hour.
    step = timedelta(minutes=15)
    last = plain - timedelta(minutes=plain.minute % 15, seconds=plain.second, microseconds=plain.microsecond)
    while zone.utcoffset(last.replace(fold=0)) != zone.utcoffset(last.replace(fold=1)):
        last += step if nonexistent == "shift_forward" else -step
    if nonexistent == "shift_backward":
        last += step - timedelta(microseconds=1)
    return type(moment)._of_parts(last, zone)


def all_localized(moments, tz, ambiguous="raise", nonexistent="raise"):
    """Moments one after the other; "infer" for ambiguous takes what is shown again for the later time."""
    if isinstance(ambiguous, str) and ambiguous == "infer":
        return _in_order(moments, tz, nonexistent)
    if hasattr(ambiguous, "__len__") and not isinstance(ambiguous, str):
        return [localized(one, tz, bool(each), nonexistent) for one, each in zip(moments, ambiguous)]
    return [localized(one, tz, ambiguous, nonexistent) for one in moments]


def _in_order(moments, tz, nonexistent):
    """Moments of which each comes after the one before: what clocks show twice is told by where they go back."""
    found, is_first = [], None
    doubtful = [_is_twice(one, tz) for one in moments]
    for at, one in enumerate(moments):
        if not doubtful[at]:
            found.append(localized(one, tz, nonexistent=nonexistent))
            is_first = None
            continue
        if is_first is None:
            end = next((each for each in range(at, len(moments)) if not doubtful[each]), len(moments))
            backs = [each for each in range(at + 1, end) if moments[each] <= moments[each - 1]]
            if len(backs) > 1 or not backs:
                raise ValueError(
                    f"There are {len(backs)} dst switches when there should only be 1." if backs else
                    f"Cannot infer dst time from {one} as there are no repeated times"
                )
            is_first = backs[0]
        found.append(localized(one, tz, at < is_first))
    return found


def _is_twice(moment, tz):
    zone = zone_of(tz)
    if is_missing(moment) or zone is None:
        return False
    earlier, later = (zone.utcoffset(datetime.replace(moment.to_pydatetime(), fold=fold)) for fold in (0, 1))
    return earlier > later


def converted(moment, tz):
    """The same moment in another zone; with None for a zone, in UTC without one."""
    if is_missing(moment):
        return NaT
    if moment.tzinfo is None:
        raise TypeError("Cannot convert tz-naive Timestamp, use tz_localize to localize")
    zone = zone_of(tz)
    plain = in_utc(moment)
    return type(moment)._of_parts(plain if zone is None else zone.fromutc(plain.replace(tzinfo=zone)), zone)


def _column(column, function, tz):
    from pandas._times import TimeColumn, kind_in

    zone = zone_of(tz)
    return TimeColumn([function(one, zone) for one in column.tolist()], kind_in(str(zone)))


def localized_column(column, tz, ambiguous="raise", nonexistent="raise"):
    """A column of moments without zones in one."""
    if "," in column.kind and tz is not None:
        raise TypeError("Already tz-aware, use tz_convert to convert.")
    from pandas._times import TimeColumn, kind_in

    zone = zone_of(tz)
    return TimeColumn(all_localized(column.tolist(), zone, ambiguous, nonexistent), kind_in(str(zone)))


def converted_column(column, tz):
    """A column of moments in another zone."""
    if "," not in column.kind:
        raise TypeError("Cannot convert tz-naive timestamps, use tz_localize to localize")
    return _column(column, converted, tz)


def _labelled(data, name, tz, **more):
    made = data.copy()
    made.index = getattr(data.index, name)(tz, **more)
    return made


@also(axis=0, level=None, copy=None)
def tz_localize(data, tz, ambiguous="raise", nonexistent="raise"):
    """A series or a frame whose labels are moments of a zone."""
    return _labelled(data, "tz_localize", tz, ambiguous=ambiguous, nonexistent=nonexistent)


def tz_convert(data, tz):
    """A series or a frame whose labels are in another zone."""
    return _labelled(data, "tz_convert", tz)

"""`tz_localize` and `tz_convert`: of moments, of columns of them, and of labels.

What it is not: the zones, which are `_zones`'. Start reading at `localized`.
"""

from pandas._column import is_missing
from pandas._moments import in_utc
from pandas._timedelta import NaT
from pandas._zones import zone_of


def localized(moment, tz):
    """A moment without a zone in one; with None for a zone, one that has a zone without it."""
    zone = zone_of(tz)
    if is_missing(moment):
        return NaT
    if moment.tzinfo is not None and zone is not None:
        raise TypeError("Cannot localize tz-aware Timestamp, use tz_convert for conversions")
    return type(moment)._of_parts(moment, zone)


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


def localized_column(column, tz):
    """A column of moments without zones in one."""
    if "," in column.kind and tz is not None:
        raise TypeError("Already tz-aware, use tz_convert to convert.")
    return _column(column, localized, tz)


def converted_column(column, tz):
    """A column of moments in another zone."""
    if "," not in column.kind:
        raise TypeError("Cannot convert tz-naive timestamps, use tz_localize to localize")
    return _column(column, converted, tz)


def _labelled(data, name, tz):
    made = data.copy()
    made.index = getattr(data.index, name)(tz)
    return made


def tz_localize(data, tz):
    """A series or a frame whose labels are moments of a zone."""
    return _labelled(data, "tz_localize", tz)


def tz_convert(data, tz):
    """A series or a frame whose labels are in another zone."""
    return _labelled(data, "tz_convert", tz)

"""Zones of time: `UTC`, `tzoffset`, `tzlocal`, and `gettz` by names. Start reading at `gettz`."""

import datetime
import time

__all__ = ["UTC", "gettz", "tzlocal", "tzoffset", "tzutc"]
_NONE = datetime.timedelta(0)


class tzutc(datetime.tzinfo):
    """UTC."""

    def utcoffset(self, dt):
        return _NONE

    dst = utcoffset

    def tzname(self, dt):
        return "UTC"

    def __eq__(self, other):
        return isinstance(other, tzutc) or isinstance(other, tzoffset) and other._away == _NONE

    def __hash__(self):
        return hash(_NONE)

    def __repr__(self):
        return "tzutc()"


class tzoffset(datetime.tzinfo):
    """So far from UTC always: seconds, or a span."""

    def __init__(self, name, offset):
        self._name = name
        self._away = offset if isinstance(offset, datetime.timedelta) else datetime.timedelta(seconds=offset)

    def utcoffset(self, dt):
        return self._away

    def dst(self, dt):
        return _NONE

    def tzname(self, dt):
        return self._name

    def __eq__(self, other):
        return self._away == other._away if isinstance(other, tzoffset) else isinstance(other, tzutc) and self._away == _NONE

    def __hash__(self):
        return hash(self._away)

    def __repr__(self):
        return f"tzoffset({self._name!r}, {int(self._away.total_seconds())})"


class tzlocal(datetime.tzinfo):
    """The zone of this machine."""

    def utcoffset(self, dt):
        return datetime.timedelta(seconds=-time.timezone)

    def dst(self, dt):
        return _NONE

    def tzname(self, dt):
        return time.tzname[0]

    def __eq__(self, other):
        return isinstance(other, tzlocal)

    def __hash__(self):
        return hash(_NONE)

    def __repr__(self):
        return "tzlocal()"


UTC = tzutc()
for _kind in (tzutc, tzoffset, tzlocal):
    _kind.__module__ = "dateutil.tz.tz"


def gettz(name=None):
    """The zone of a name; None for one that there is none of."""
    if name is None:
        return tzlocal()
    if name in ("UTC", "GMT"):
        return UTC
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return None

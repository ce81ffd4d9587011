"""Zones of time: their names, how far they are from UTC, and when their clocks are put forward.

What it is not: the history of zones; the rules are those that hold today, for all years. Start reading at `zone_of`.
"""

from datetime import datetime, timedelta, timezone, tzinfo

_HOUR = timedelta(hours=1)
# From the last Sunday of March to that of October, at one o'clock UTC; from the second Sunday of March to the first of
# November, and from the first of October to the first of April, at two and at three o'clock of the place.
_RULES = {"eu": ((3, -1), (10, -1)), "us": ((3, 2), (11, 1)), "au": ((10, 1), (4, 1))}
# Minutes from UTC in winter, the rule of summer time, and the places.
_PLACES = (
    (0, "eu", "Europe/London Europe/Dublin Europe/Lisbon GB"),
    (60, "eu", "Europe/Berlin Europe/Paris Europe/Madrid Europe/Rome Europe/Vienna Europe/Zurich Europe/Amsterdam Europe/Brussels "
     "Europe/Copenhagen Europe/Oslo Europe/Stockholm Europe/Prague Europe/Warsaw Europe/Budapest CET"),
    (120, "eu", "Europe/Athens Europe/Helsinki Europe/Kiev Europe/Kyiv Europe/Bucharest Europe/Sofia EET"),
    (180, None, "Europe/Moscow Europe/Istanbul Africa/Nairobi Asia/Riyadh"), (0, None, "Africa/Accra Africa/Abidjan"),
    (60, None, "Africa/Lagos Africa/Algiers"), (120, None, "Africa/Johannesburg"), (240, None, "Asia/Dubai"),
    (300, None, "Asia/Karachi Asia/Tashkent"), (330, None, "Asia/Kolkata Asia/Calcutta"), (345, None, "Asia/Kathmandu"),
    (360, None, "Asia/Dhaka"), (420, None, "Asia/Bangkok Asia/Jakarta Asia/Ho_Chi_Minh"),
    (480, None, "Asia/Shanghai Asia/Singapore Asia/Hong_Kong Asia/Taipei Asia/Manila Australia/Perth PRC Singapore"),
    (540, None, "Asia/Tokyo Asia/Seoul Japan"), (600, "au", "Australia/Sydney Australia/Melbourne"),
    (600, None, "Australia/Brisbane"), (-300, "us", "US/Eastern America/New_York America/Toronto EST5EDT"),
    (-360, "us", "US/Central America/Chicago"), (-420, "us", "US/Mountain America/Denver"),
    (-420, None, "America/Phoenix US/Arizona"), (-480, "us", "US/Pacific America/Los_Angeles America/Vancouver"),
    (-540, "us", "US/Alaska America/Anchorage"), (-600, None, "US/Hawaii Pacific/Honolulu"),
    (-180, None, "America/Sao_Paulo America/Argentina/Buenos_Aires"), (-300, None, "America/Bogota America/Lima EST"),
    (-360, None, "America/Mexico_City"),
)  # fmt: skip
UTC = timezone.utc


class ZoneInfoNotFoundError(KeyError):
    """A name that is no zone's."""


class Zone(tzinfo):
    """A place's zone."""

    def __init__(self, key, minutes, rule):
        self.key, self._standard, self._rule = key, timedelta(minutes=minutes), rule

    def utcoffset(self, dt):
        return self._standard + self.dst(dt)

    def dst(self, dt):
        """How far the clocks are put forward at a moment of the place; what they show twice is summer's the first time."""
        shown = datetime(dt.year, dt.month, dt.day, dt.hour, dt.minute, dt.second, dt.microsecond)
        return _HOUR if self._is_summer(shown - self._standard - (timedelta(0) if dt.fold else _HOUR)) else timedelta(0)

    def _is_summer(self, moment):
        """Whether clocks are put forward at a moment, which is in UTC."""
        if self._rule is None:
            return False
        first, last = (_sunday(moment.year, *when) for when in _RULES[self._rule])
        if self._rule == "eu":
            start, end = first + _HOUR, last + _HOUR
        else:
            start = first + 2 * _HOUR - self._standard
            end = last + (1 if self._rule == "us" else 2) * _HOUR - self._standard
        return start <= moment < end if start < end else not end <= moment < start

    def fromutc(self, dt):
        moment = datetime(dt.year, dt.month, dt.day, dt.hour, dt.minute, dt.second, dt.microsecond)
        is_summer = self._is_summer(moment)
        away = self._standard + (_HOUR if is_summer else timedelta(0))
        return (moment + away).replace(tzinfo=self, fold=int(not is_summer and self._is_summer(moment - _HOUR)))

    def tzname(self, dt):
        return self.key

    def __str__(self):
        return self.key

    def __repr__(self):
        return f"zoneinfo.ZoneInfo(key={self.key!r})"

    def __reduce__(self):
        return zone_of, (self.key,)


def _sunday(year, month, which):
    """The midnight of a month's Sunday: the first, the second, or the last, which is -1."""
    if which > 0:
        first = datetime(year, month, 1)
        return first + timedelta(days=(6 - first.weekday()) % 7 + 7 * (which - 1))
    last = datetime(year, month, 31)
    return last - timedelta(days=(last.weekday() + 1) % 7)


def zone_name(kind):
    """The name of the zone in the name of a dtype, as of `datetime64[us, UTC]`; None if there is none."""
    return kind.partition(", ")[2][:-1] or None


_known = {}


def zone_of(name):
    """A name, or a zone, as a zone.

    Raises:
        ZoneInfoNotFoundError: for a name that is no zone's.
        NotImplementedError: for a zone that is not built.
    """
    if name is None or isinstance(name, tzinfo):
        return name
    if name.upper() in ("UTC", "Z", "GMT", "ETC/UTC"):
        return UTC
    if not _known:
        for minutes, rule, places in _PLACES:
            _known.update((place, Zone(place, minutes, rule)) for place in places.split())
    if name not in _known:
        if "/" in name and name.partition("/")[0] in ("Africa", "America", "Asia", "Atlantic", "Australia", "Europe", "Pacific"):
            raise NotImplementedError(f"the zone of time {name!r} is not built into this pandas")
        raise ZoneInfoNotFoundError(f"No time zone found with key {name}")
    return _known[name]

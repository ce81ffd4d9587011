"""`zoneinfo`: zones of time by their names, how far they are from UTC, and when their clocks are put forward.

What it is not: the history of zones; the rules are those that hold today, for all years. Start reading at `ZoneInfo`.
"""

from datetime import datetime, timedelta, tzinfo

__all__ = ["TZPATH", "ZoneInfo", "ZoneInfoNotFoundError", "available_timezones"]

TZPATH = ()
_HOUR, _NO_TIME = timedelta(hours=1), timedelta(0)
# From the last Sunday of March to that of October, at one o'clock UTC; from the second Sunday of March to the first of
# November, and from the first of October to the first of April, at two and at three o'clock of the place.
_RULES = {"eu": ((3, -1), (10, -1)), "us": ((3, 2), (11, 1)), "au": ((10, 1), (4, 1))}
# Minutes from UTC in winter, the rule of summer time, what clocks show is called in winter and in summer, and the places.
_PLACES = (
    (0, None, "UTC", "UTC Etc/UTC Zulu Universal"), (0, None, "GMT", "GMT Etc/GMT Africa/Accra Africa/Abidjan"),
    (0, "eu", "GMT BST", "Europe/London GB"), (0, "eu", "GMT IST", "Europe/Dublin"), (0, "eu", "WET WEST", "Europe/Lisbon WET"),
    (60, "eu", "CET CEST", "Europe/Berlin Europe/Paris Europe/Madrid Europe/Rome Europe/Vienna Europe/Zurich Europe/Amsterdam "
     "Europe/Brussels Europe/Copenhagen Europe/Oslo Europe/Stockholm Europe/Prague Europe/Warsaw Europe/Budapest CET"),
    (120, "eu", "EET EEST", "Europe/Athens Europe/Helsinki Europe/Kiev Europe/Kyiv Europe/Bucharest Europe/Sofia EET"),
    (180, None, "MSK", "Europe/Moscow"), (180, None, "+03", "Europe/Istanbul Asia/Riyadh"), (180, None, "EAT", "Africa/Nairobi"),
    (60, None, "WAT", "Africa/Lagos"), (60, None, "CET", "Africa/Algiers"), (120, None, "SAST", "Africa/Johannesburg"),
    (240, None, "+04", "Asia/Dubai"), (300, None, "PKT", "Asia/Karachi"), (300, None, "+05", "Asia/Tashkent"),
    (330, None, "IST", "Asia/Kolkata Asia/Calcutta"), (345, None, "+0545", "Asia/Kathmandu"), (360, None, "+06", "Asia/Dhaka"),
    (420, None, "+07", "Asia/Bangkok Asia/Ho_Chi_Minh"), (420, None, "WIB", "Asia/Jakarta"),
    (480, None, "CST", "Asia/Shanghai Asia/Taipei PRC"), (480, None, "+08", "Asia/Singapore Singapore"),
    (480, None, "HKT", "Asia/Hong_Kong"), (480, None, "PST", "Asia/Manila"), (480, None, "AWST", "Australia/Perth"),
    (540, None, "JST", "Asia/Tokyo Japan"), (540, None, "KST", "Asia/Seoul"),
    (600, "au", "AEST AEDT", "Australia/Sydney Australia/Melbourne"), (600, None, "AEST", "Australia/Brisbane"),
    (-300, "us", "EST EDT", "US/Eastern America/New_York America/Toronto EST5EDT"),
    (-360, "us", "CST CDT", "US/Central America/Chicago"), (-420, "us", "MST MDT", "US/Mountain America/Denver"),
    (-420, None, "MST", "America/Phoenix US/Arizona"),
    (-480, "us", "PST PDT", "US/Pacific America/Los_Angeles America/Vancouver"),
    (-540, "us", "AKST AKDT", "US/Alaska America/Anchorage"), (-600, None, "HST", "US/Hawaii Pacific/Honolulu"),
    (-180, None, "-03", "America/Sao_Paulo America/Argentina/Buenos_Aires"), (-300, None, "-05", "America/Bogota America/Lima"),
    (-300, None, "EST", "EST"), (-360, None, "CST", "America/Mexico_City"),
)  # fmt: skip
_CONTINENTS = ("Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific")
_rows = {}
_made = {}


class ZoneInfoNotFoundError(KeyError):
    """A name that is no zone's."""


def _known():
    """The row of each place."""
    if not _rows:
        _rows.update((place, row[:3]) for row in _PLACES for place in row[3].split())
    return _rows


def available_timezones():
    """The names of all zones that are built."""
    return set(_known())


class ZoneInfo(tzinfo):
    """A place's zone; the same object for the same name.

    Raises:
        ZoneInfoNotFoundError: for a name that is no zone's.
        NotImplementedError: for a zone that is not built.
    """

    def __new__(cls, key):
        if key not in _made:
            _made[key] = cls.no_cache(key)
        return _made[key]

    @classmethod
    def no_cache(cls, key):
        """A zone that is an object of its own."""
        if key not in _known():
            if "/" in key and key.partition("/")[0] in _CONTINENTS:
                raise NotImplementedError(f"the zone of time {key!r} is not built here")
            raise ZoneInfoNotFoundError(f"No time zone found with key {key}")
        zone = super().__new__(cls)
        minutes, zone._rule, names = _known()[key]
        zone.key, zone._standard, zone._names = key, timedelta(minutes=minutes), names.split()
        return zone

    @classmethod
    def clear_cache(cls, *, only_keys=None):
        """Forgets the objects that names had."""
        for key in list(_made) if only_keys is None else only_keys:
            _made.pop(key, None)

    def utcoffset(self, dt):
        if dt is None:
            return self._standard if self._rule is None else None
        return self._standard + self.dst(dt)

    def dst(self, dt):
        """How far the clocks are put forward at a moment of the place; what they show twice is summer's the first time."""
        if dt is None:
            return _NO_TIME if self._rule is None else None
        shown = _shown(dt)
        return _HOUR if self._is_summer(shown - self._standard - (_NO_TIME if dt.fold else _HOUR)) else _NO_TIME

    def tzname(self, dt):
        if dt is None:
            return self._names[0] if self._rule is None else None
        return self._names[-1 if self.dst(dt) else 0]

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
        moment = _shown(dt)
        is_summer = self._is_summer(moment)
        away = self._standard + (_HOUR if is_summer else _NO_TIME)
        return (dt + away).replace(fold=int(not is_summer and self._is_summer(moment - _HOUR)))

    def __str__(self):
        return self.key

    def __repr__(self):
        return f"zoneinfo.ZoneInfo(key={self.key!r})"

    def __reduce__(self):
        return ZoneInfo, (self.key,)


def _shown(dt):
    """What the clocks show, without a zone."""
    return datetime(dt.year, dt.month, dt.day, dt.hour, dt.minute, dt.second, dt.microsecond)


def _sunday(year, month, which):
    """The midnight of a month's Sunday: the first, the second, or the last, which is -1."""
    if which > 0:
        first = datetime(year, month, 1)
        return first + timedelta(days=(6 - first.weekday()) % 7 + 7 * (which - 1))
    last = datetime(year, month, 31)
    return last - timedelta(days=(last.weekday() + 1) % 7)

"""`parse`: texts as moments, however they are written; `isoparse` of one form only.

What it is not: languages but English. Start reading at `parse`; `_Reading` goes over a text's words.
"""

import datetime
import re
import time

from dateutil import tz
from dateutil.relativedelta import WEEKDAYS, relativedelta

__all__ = ["parse", "isoparse", "ParserError", "UnknownTimezoneWarning"]

_WORDS = re.compile(r"\d+(?:\.\d+)*|[^\W\d_]+|\s+|.", re.DOTALL)
_SKIPPED = frozenset((" ", ".", ",", ";", "-", "/", "'", "at", "on", "and", "ad", "m", "t", "of", "st", "nd", "rd", "th"))
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")
_CLOCK = {"h": "hour", "hour": "hour", "hours": "hour", "m": "minute", "minute": "minute", "minutes": "minute", "min": "minute",
          "s": "second", "second": "second", "seconds": "second", "sec": "second"}
_NEXT = {"hour": "minute", "minute": "second"}


class ParserError(ValueError):
    """A text that is no moment."""

    def __str__(self):
        try:
            return self.args[0] % self.args[1:]
        except (TypeError, IndexError):
            return super().__str__()


class UnknownTimezoneWarning(RuntimeWarning):
    """A text names a zone that nobody knows."""


for _kind in (ParserError, UnknownTimezoneWarning):
    _kind.__module__ = "dateutil.parser._parser"


def parse(timestr, parserinfo=None, *, default=None, ignoretz=False, tzinfos=None, dayfirst=False, yearfirst=False, fuzzy=False,
          fuzzy_with_tokens=False):
    """A text as a moment; what it does not say is `default`'s, which is today at midnight."""
    for name, value in (("parserinfo", parserinfo), ("tzinfos", tzinfos)):
        if value is not None:
            raise NotImplementedError(f"parse: {name} is not built into this dateutil")
    if hasattr(timestr, "read"):
        timestr = timestr.read()
    if isinstance(timestr, (bytes, bytearray)):
        timestr = timestr.decode()
    if not isinstance(timestr, str):
        raise TypeError(f"Parser must be a string or character stream, not {type(timestr).__name__}")
    if default is None:
        default = datetime.datetime.combine(datetime.date.today(), datetime.time())
    reading = _Reading(timestr, fuzzy or fuzzy_with_tokens)
    try:
        reading.read()
        parts = reading.parts(dayfirst, yearfirst)
    except (IndexError, ValueError):
        raise ParserError("Unknown string format: %s", timestr) from None
    if not parts and reading.weekday is None:
        raise ParserError("String does not contain a date: %s", timestr)
    made = _filled(default, parts, reading, timestr)
    if not ignoretz:
        made = _zoned(made, reading)
    return (made, reading.skipped()) if fuzzy_with_tokens else made


def _filled(default, parts, reading, text):
    import calendar

    try:
        if "day" not in parts:
            year, month = parts.get("year", default.year), parts.get("month", default.month)
            parts = {**parts, "day": min(default.day, calendar.monthrange(year, month)[1])}
            made = default.replace(**parts)
            return made if reading.weekday is None else made + relativedelta(weekday=WEEKDAYS[reading.weekday])
        return default.replace(**parts)
    except ValueError as error:
        told = str(error).partition(", not ")[0]
        told = "day is out of range for month" if told.startswith("day ") else told
        raise ParserError(f"{told}: %s", text) from None


def _zoned(made, reading):
    if reading.zone in time.tzname and reading.zone is not None:
        return made.replace(tzinfo=tz.tzlocal())
    if reading.away == 0:
        return made.replace(tzinfo=tz.UTC)
    if reading.away is not None:
        return made.replace(tzinfo=tz.tzoffset(reading.zone, reading.away))
    if reading.zone is not None:
        import warnings

        told = (f"tzname {reading.zone} identified but not understood.  Pass `tzinfos` argument in order to correctly return a "
                "timezone-aware datetime.  In a future version, this will raise an exception.")
        warnings.warn(told, UnknownTimezoneWarning, stacklevel=3)
    return made


class _Reading:
    """A text's words, one after the other, and what they said so far."""

    def __init__(self, text, fuzzy):
        self._words, self._fuzzy, self._at = list(_split(text)), fuzzy, 0
        # Numbers of the day with which part each is known to be, if any; the clock; which words said nothing.
        self._day, self._clock, self._unread = [], {}, set()
        self.weekday = self.zone = self.away = None

    def read(self):
        """Goes over all words.

        Raises:
            ValueError: at one that says nothing.
        """
        while self._at < len(self._words):
            word, start = self._words[self._at], self._at
            taken = self._number(word) if word[0].isdigit() else self._word(word)
            if not taken:
                if not (word.lower() in _SKIPPED or word.isspace() or self._fuzzy):
                    raise ValueError(word)
                self._unread.add(start)
                taken = 1
            self._at += taken

    def skipped(self):
        """The pieces of text between those that said something."""
        found, before = [], None
        for at in sorted(self._unread):
            if before is not None and at == before + 1:
                found[-1] += self._words[at]
            else:
                found.append(self._words[at])
            before = at
        return tuple(found)

    def _next(self, more):
        at = self._at + more
        return self._words[at] if at < len(self._words) else ""

    def _beyond(self, more):
        """How far the next word is that is no space, from `more` on."""
        return more + 1 if self._next(more).isspace() else more

    def _number(self, word):
        """How many words a number takes, with those that belong to it; 0 for one that says nothing."""
        size = len(word)
        if self._next(1) == ":" and self._next(2)[:1].isdigit():
            return self._clock_at(word)
        after = self._beyond(1)
        unit = _CLOCK.get(self._next(after).lower())
        if unit is not None and (after == 1 or self._next(after).lower() != "m"):
            return self._of_unit(word, unit, after)
        half = _half(self._words, self._at + after)
        if half and "hour" not in self._clock and word.isdigit() and int(word) < 24:
            self._clock["hour"] = int(word) if int(word) > 12 else int(word) % 12 + 12 * (half[0] == "p")
            return after + half[1]
        if not word.isdigit():
            return 0
        if len(self._day) == 3 and size in (2, 4, 6) and "hour" not in self._clock and (self._at == 0 or self._next(-1) in (" ", "T", "t")):
            self._clock.update(zip(("hour", "minute", "second"), (int(word[at: at + 2]) for at in range(0, size, 2))))
            return 1
        if size in (8, 12, 14):
            self._day += [(int(word[:4]), "year"), (int(word[4:6]), "month"), (int(word[6:8]), "day")]
            self._clock.update(zip(("hour", "minute", "second"), (int(word[at: at + 2]) for at in range(8, size, 2))))
            return 1
        if size == 6 and not self._day:
            self._day += [(int(word[at: at + 2]), None) for at in (0, 2, 4)]
            return 1
        sign = self._next(1)
        if sign and sign in "-/." and self._is_of_day(self._next(2)):
            return self._parted(word, sign)
        if len(self._day) < 3 and (size <= 4 or int(word) <= 9999):
            self._day.append((int(word), "year" if size > 2 else None))
            return 2 if self._next(1).lower() in _SKIPPED or self._next(1).isspace() else 1
        return 0

    def _clock_at(self, word):
        self._clock.update(hour=int(word), minute=int(self._next(2)))
        taken = 3
        if self._next(3) == ":":
            whole, _, part = self._next(4).partition(".")
            self._clock.update(second=int(whole), microsecond=int(part.ljust(6, "0")[:6] or 0))
            taken = 5
        half = _half(self._words, self._at + self._beyond(taken))
        if half and self._clock["hour"] <= 12:
            self._clock["hour"] = self._clock["hour"] % 12 + 12 * (half[0] == "p")
            taken = self._beyond(taken) + half[1]
        return taken

    def _of_unit(self, word, unit, after):
        """`10h36m28.5s`: a number with its unit; a fraction goes to the next smaller one."""
        whole, _, part = word.partition(".")
        self._clock[unit] = int(whole)
        if part and unit == "second":
            self._clock["microsecond"] = int(part.ljust(6, "0")[:6])
        elif part:
            self._clock[_NEXT[unit]] = int(60 * float("0." + part))
        return after + 1

    def _is_of_day(self, word):
        return word.isdigit() or _named(word, _MONTHS) is not None

    def _parted(self, word, sign):
        """`25-12-2012`, `5-Jan-20`, `11/2020`: numbers with a sign between them."""
        taken, parts = 1, [word]
        while len(parts) < 3 and self._next(taken) == sign and self._is_of_day(self._next(taken + 1)):
            parts.append(self._next(taken + 1))
            taken += 2
        for part in parts:
            month = None if part.isdigit() else _named(part, _MONTHS)
            self._day.append((int(part), "year" if len(part) > 2 else None) if month is None else (month + 1, "name"))
        return taken

    def _word(self, word):
        if word in "+-" and "hour" in self._clock and self.away is None and self._next(1).isdigit():
            return self._from_utc(word)
        day = _named(word, _DAYS)
        if day is not None:
            self.weekday = day
            return 1
        month = _named(word, _MONTHS)
        if month is not None:
            return self._month(month)
        if "hour" in self._clock and self.zone is None and self.away is None and 2 < len(word) <= 5 and word.isupper() or (
            word in ("Z", "z") and "hour" in self._clock
        ):
            self.zone, self.away = "UTC" if word in "Zz" else word, 0 if word in ("UTC", "GMT", "Z", "z") else None
            return 1
        return 0

    def _month(self, month):
        self._day.append((month + 1, "name"))
        sign = self._next(1)
        if sign and sign in "-/" and self._next(2).isdigit():
            self._day.append((int(self._next(2)), "year" if len(self._next(2)) > 2 else None))
            if self._next(3) == sign and self._next(4).isdigit():
                self._day.append((int(self._next(4)), "year" if len(self._next(4)) > 2 else None))
                return 5
            return 3
        if self._next(1) == self._next(3) == " " and self._next(2).lower() == "of" and self._next(4).isdigit():
            # The number is a year, as short as it may be.
            self._day.append((_century(int(self._next(4)), len(self._next(4)) > 2), "year"))
            return 5
        return 1

    def _from_utc(self, sign):
        digits, taken = self._next(1), 2
        hours, minutes = int(digits[:2]), int(digits[2:4] or 0)
        if self._next(2) == ":" and len(digits) <= 2:
            minutes, taken = int(self._next(3)), 4
        self.away = (1 if sign == "+" else -1) * (hours * 3600 + minutes * 60)
        return taken

    def parts(self, dayfirst, yearfirst):
        """Year, month and day, as far as they are said, and the clock."""
        if len(self._day) > 3:
            raise ValueError("More than three YMD values")
        numbers = [number for number, _ in self._day]
        kinds = [kind for _, kind in self._day]
        found = dict(zip(_order(numbers, kinds, dayfirst, yearfirst), self._day))
        made = {name: number for name, (number, _) in found.items()}
        if "year" in made:
            made["year"] = _century(made["year"], found["year"][1] == "year")
        return {**made, **self._clock}


def _order(numbers, kinds, dayfirst, yearfirst):
    """Which number of a day is which part of it."""
    if kinds == ["year", "month", "day"]:
        return kinds
    at = kinds.index("name") if "name" in kinds else None
    big = [number > 31 or kind == "year" for number, kind in zip(numbers, kinds)]
    if len(numbers) == 1:
        return ["month" if at == 0 else "year" if big[0] else "day"]
    if len(numbers) == 2:
        if at is not None:
            other = "year" if big[1 - at] else "day"
            return ["month", other] if at == 0 else [other, "month"]
        if big[0]:
            return ["year", "month"]
        if big[1]:
            return ["month", "year"]
        return ["day", "month"] if numbers[0] > 12 or dayfirst and numbers[1] <= 12 else ["month", "day"]
    if at == 0:
        return ["month", "year", "day"] if big[1] else ["month", "day", "year"]
    if at == 1:
        return ["year", "month", "day"] if big[0] or yearfirst and numbers[2] <= 31 else ["day", "month", "year"]
    if at == 2:
        return ["day", "year", "month"] if big[1] else ["year", "day", "month"]
    if len(numbers) == 3 and (big[0] or yearfirst and numbers[1] <= 12 and numbers[2] <= 31):
        return ["year", "day", "month"] if dayfirst and numbers[2] <= 12 else ["year", "month", "day"]
    return ["day", "month", "year"] if numbers and (numbers[0] > 12 or dayfirst and numbers[1] <= 12) else ["month", "day", "year"]


def _century(year, is_whole):
    """A year of two digits is within fifty years of this one."""
    if is_whole or year >= 100:
        return year
    now = datetime.date.today().year
    year += now // 100 * 100
    return year - 100 if year >= now + 50 else year + 100 if year < now - 50 else year


def _split(text):
    """Words, numbers and signs; dots between numbers are signs, but for one that makes a fraction."""
    for word in _WORDS.findall(text):
        if word.count(".") > 1:
            yield from re.findall(r"\d+|\.", word)
        else:
            yield word


def _named(word, names):
    """The place of a name, whole or cut to three letters."""
    word = word.lower()
    if word == "sept":
        return 8 if names is _MONTHS else None
    return next((at for at, name in enumerate(names) if word == name or word == name[:3]), None)


def _half(words, at):
    """Which half of the day the words from there name ("a" or "p"), and with how many words; None if they name none."""
    rest = [word.lower() for word in words[at: at + 4]]
    if rest[:1] in (["am"], ["pm"], ["a"], ["p"]):
        half = rest[0][0]
        if rest[0] in ("am", "pm"):
            return half, 1
        dotted = rest[1:3] == [".", "m"]
        return half, (4 if rest[3:] == ["."] else 3) if dotted else 1
    return None


_ISO = re.compile(
    r"(?P<year>\d{4})(?:-?(?P<month>\d{2})(?:-?(?P<day>\d{2}))?)?"
    r"(?:.(?P<hour>\d{2})(?::?(?P<minute>\d{2})(?::?(?P<second>\d{2})(?:[.,](?P<part>\d{1,9}))?)?)?"
    r"(?P<zone>[Zz]|[+-]\d{2}(?::?\d{2})?)?)?"
)


def isoparse(dt_str):
    """A text in the form of ISO 8601 as a moment; weeks and days of years are not read."""
    text = dt_str.decode() if isinstance(dt_str, bytes) else dt_str
    found = _ISO.fullmatch(text)
    if found is None:
        if not text[:4].isdigit():
            raise ValueError(f"Expected 4 digits, got {text[:4]!r}")
        if "W" in text:
            raise NotImplementedError("isoparse: weeks are not built into this dateutil")
        raise ValueError(f"String contains unknown ISO components: {dt_str!r}")
    parts = {name: int(found[name]) for name in ("year", "month", "day", "hour", "minute", "second") if found[name]}
    made = datetime.datetime(**{"month": 1, "day": 1, **parts}, microsecond=int((found["part"] or "0").ljust(6, "0")[:6]))
    zone = found["zone"]
    if zone is None:
        return made
    if zone in "Zz":
        return made.replace(tzinfo=tz.UTC)
    away = (int(zone[1:3]) * 3600 + int(zone[3:].strip(":") or 0) * 60) * (-1 if zone[0] == "-" else 1)
    return made.replace(tzinfo=tz.UTC if not away else tz.tzoffset(None, away))

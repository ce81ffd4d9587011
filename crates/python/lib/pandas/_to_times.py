"""Texts, numbers and parts as moments and spans of time: `to_datetime` and `to_timedelta`.

What it is not: the columns and labels that are made, which are `_times`'. Start reading at `to_datetime`.
"""

import functools
import re
import warnings
from datetime import datetime

from _scalars import INTS, NUMBERS
from pandas._column import is_missing
from pandas._index import Index
from pandas._moments import DAYS, MONTHS, Timestamp, moment
from pandas._timedelta import NaT, Timedelta
from pandas.errors import DateParseError
from pandas._times import DatetimeIndex, TimeColumn, dtype_name_of, moments_column


def to_datetime(arg, errors="raise", dayfirst=False, yearfirst=False, utc=False, format=None, exact=True, unit=None, origin="unix"):
    """Texts, numbers or parts as moments: a value, a series or labels."""
    if not exact or origin != "unix":
        raise NotImplementedError("to_datetime: exact and origin are not built into this pandas")
    if errors not in ("raise", "coerce"):
        raise ValueError("invalid error value specified")

    def read(value):
        try:
            made = _read(value, format, dayfirst, unit, yearfirst)
            return made if not utc else made.tz_localize("UTC") if made is NaT or made.tzinfo is None else made.tz_convert("UTC")
        except (ValueError, TypeError):
            if errors == "raise":
                raise
            return NaT

    if isinstance(arg, str) or not hasattr(arg, "__iter__"):
        return read(arg)
    if hasattr(arg, "columns") or isinstance(arg, dict):
        from pandas._assembled import assembled

        made = assembled(arg, errors)
        return made.dt.tz_localize("UTC") if utc else made
    if format is None:
        first = next((one for one in arg if isinstance(one, str)), "")
        format = _guessed(first, dayfirst)
        if format is not None and not _is_of(first, format):
            format = None
    if hasattr(arg, "index") and hasattr(arg, "_column"):
        return arg._like(moments_column([read(value) for value in arg.tolist()]))
    made = DatetimeIndex([read(value) for value in arg], name=getattr(arg, "name", None))
    if getattr(getattr(arg, "dtype", None), "kind", "") == "M":
        made._dtype_name = dtype_name_of(arg.dtype)
    return made


_CLOCK = r"(?:(?P<between>[ T])\d{1,2}:\d{2}(?P<seconds>:\d{2}(?P<parts>\.\d{1,6})?)?)?"
_YEAR_FIRST = re.compile(r"\d{4}(?P<sign>[-/.])\d{1,2}(?P=sign)\d{1,2}" + _CLOCK)
_YEAR_LAST = re.compile(r"(?P<first>\d{1,2})(?P<sign>[-/.])(?P<second>\d{1,2})(?P=sign)\d{4}" + _CLOCK)


def _guessed(text, dayfirst):
    """The format that a first text has, and all others are to have; None for a text that says none of the usual ones."""
    found = _YEAR_FIRST.fullmatch(text)
    if found:
        day = f"%Y{found['sign']}%m{found['sign']}%d"
    else:
        found = _YEAR_LAST.fullmatch(text)
        if not found:
            return _guessed_of_words(text)
        is_day_first = dayfirst and int(found["second"]) <= 12 or int(found["first"]) > 12
        day = "{1}{0}{2}{0}%Y".format(found["sign"], *(("%d", "%m") if is_day_first else ("%m", "%d")))
        if is_day_first != dayfirst and min(int(found["first"]), int(found["second"])) <= 12:
            _warn_of_order(day, dayfirst, is_day_first)
    clock = "" if found["between"] is None else f"{found['between']}%H:%M"
    return day + clock + ("" if found["seconds"] is None else ":%S" if found["parts"] is None else ":%S.%f")


_PIECES = (
    (re.compile(rf"\b({'|'.join(MONTHS)})\b"), "%B"), (re.compile(rf"\b({'|'.join(name[:3] for name in MONTHS)})\b"), "%b"),
    (re.compile(rf"\b({'|'.join(DAYS)})\b"), "%A"), (re.compile(rf"\b({'|'.join(name[:3] for name in DAYS)})\b"), "%a"),
    (re.compile(r"\b\d{1,2}:\d{2}:\d{2}\b"), "%H:%M:%S"), (re.compile(r"\b\d{1,2}:\d{2}\b"), "%H:%M"),
    (re.compile(r"\b\d{4}\b"), "%Y"), (re.compile(r"\b\d{1,2}(?=\D|$)"), "%d"),
)  # fmt: skip


def _guessed_of_words(text):
    """The format of a text that names its month; None if one of year, month and day is missing."""
    for pattern, sign in _PIECES:
        text = pattern.sub(sign, text, count=1)
    return text if "%Y" in text and "%d" in text and ("%B" in text) + ("%b" in text) == 1 and not re.search(r"\d", text) else None


def _is_of(text, format):
    """Whether a text of that form means a day that there is."""
    try:
        return bool(_of_digits(text, format) or datetime.strptime(text, format))
    except ValueError:
        return False


def _warn_of_order(format, dayfirst, is_day_first):
    if dayfirst == is_day_first:
        return
    default = "" if dayfirst else " (the default)"
    warnings.warn(
        f"Parsing dates in {format} format when dayfirst={dayfirst}{default} was specified. Pass `dayfirst={not dayfirst}` or "
        "specify a format to silence this warning.", UserWarning, stacklevel=4,
    )  # fmt: skip


def _read(value, format, dayfirst, unit, yearfirst=False):
    if is_missing(value):
        return NaT
    if format is not None and unit is None and isinstance(value, NUMBERS):
        # Numbers are read as what they would be written as: 1960 by '%Y'.
        value = str(int(value) if value == int(value) else value)
    if not isinstance(value, str):
        return Timestamp(value, unit=unit) if unit is not None else Timestamp(value)
    if format in (None, "mixed", "ISO8601"):
        return moment(value, dayfirst, yearfirst)
    try:
        return Timestamp(_of_digits(value, format) or datetime.strptime(value, format))
    except ValueError as error:
        if "unconverted data" in str(error):
            told = f'unconverted data remains when parsing with format "{format}": "{str(error).partition(": ")[2]}"'
        elif str(error).startswith("day "):
            told = "day is out of range for month"
        else:
            told = f'time data "{value}" doesn\'t match format "{format}"'
        raise ValueError(
            f"{told}. You might want to try:\n"
            "    - passing `format` if your strings have a consistent format;\n"
            "    - passing `format='ISO8601'` if your strings are all ISO8601 but not necessarily in exactly the same format;\n"
            "    - passing `format='mixed'`, and the format will be inferred for each element individually. You might want to use "
            "`dayfirst` alongside this."
        ) from None


_DIGITS = {"%Y": r"(\d{4})", **dict.fromkeys(("%m", "%d", "%H", "%M", "%S"), r"(\d{2})"), "%f": r"(\d{6})"}
_PARTS = {"%Y": "year", "%m": "month", "%d": "day", "%H": "hour", "%M": "minute", "%S": "second", "%f": "microsecond"}


@functools.cache
def _pattern(format):
    """What a format of digits alone looks like, and the names of its parts; None for another."""
    signs = re.findall("%.", format)
    if "%Y" not in signs or len(set(signs)) < len(signs) or not _DIGITS.keys() >= set(signs):
        return None
    pieces = (_DIGITS.get(piece) or re.escape(piece) for piece in re.split("(%.)", format))
    return re.compile("".join(pieces), re.ASCII), [_PARTS[sign] for sign in signs]


def _of_digits(value, format):
    """The moment that a text of all its digits means, without the way round by `strptime`; None for what is written otherwise."""
    known = _pattern(format)
    found = known and known[0].fullmatch(value)
    if not found:
        return None
    try:
        return datetime(**{"month": 1, "day": 1, **dict(zip(known[1], map(int, found.groups())))})
    except ValueError:
        return None


def to_timedelta(arg, unit=None, errors="raise"):
    """Texts or numbers as spans of time."""
    if errors != "raise":
        raise NotImplementedError(f"to_timedelta: errors={errors!r} is not built into this pandas")
    if isinstance(arg, str) or not hasattr(arg, "__iter__"):
        return Timedelta(arg, unit)
    column = TimeColumn([value if is_missing(value) else Timedelta(value, unit) for value in arg], "timedelta64[us]")
    return arg._like(column) if hasattr(arg, "index") and hasattr(arg, "_column") else Index(column.tolist())


def as_dates(column, dayfirst, format):
    """A column of a file's texts as moments; as it was, if one of them is none."""
    if isinstance(column, TimeColumn):
        return column
    try:
        return TimeColumn([_read(str(one) if isinstance(one, INTS) else one, format, dayfirst, None) for one in column.tolist()],
                          "datetime64[us]")
    except (DateParseError, ValueError):
        return column

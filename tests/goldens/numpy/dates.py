"""Moments and spans of time: how they are made, printed, reckoned with, compared, sorted and converted."""
from datetime import date, datetime, timedelta

import numpy as np


def told(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)


days = np.array(["2024-01-01", "2024-02-15"], dtype="datetime64[D]")
gone = np.array(["2024-01-01", "NaT"], dtype="M8[D]")
print(days, repr(days), days.dtype, repr(days.dtype), days.dtype.kind, days.itemsize)
print(gone, np.isnat(gone), repr(gone.max()), np.sort(gone[::-1]))
for made in (
    np.datetime64("2024-05-17"), np.datetime64("2024-05-17T10:30:15.5"), np.datetime64(date(2024, 5, 17)), np.datetime64(5, "D"),
    np.datetime64(datetime(2024, 5, 17, 10, 30)), np.datetime64("NaT"), np.timedelta64(5, "D"), np.timedelta64(timedelta(days=2)),
    np.timedelta64("NaT", "D"), np.timedelta64(5),
):
    print(repr(made), made, made.item())
for step in ("Y", "M", "W", "D", "h", "m", "s", "ms"):
    print(step, np.datetime64("2024-05-17T10:30", step), days.astype(f"datetime64[{step}]"))
told(lambda: np.arange("2024-01", "2024-02", 7, dtype="datetime64[D]"))
told(lambda: np.arange(np.datetime64("2024-01-01"), np.datetime64("2024-01-03"), np.timedelta64(12, "h")))
told(lambda: np.diff(days))
told(lambda: days + 1)
told(lambda: days - days[0])
told(lambda: (days - days[0]) / np.timedelta64(1, "h"))
told(lambda: (days - days[0]) % np.timedelta64(7, "D"))
told(lambda: (days - days[0]) * 1.5)
told(lambda: (days - days[0]).mean())
told(lambda: days > date(2024, 1, 10))
told(lambda: days == np.datetime64("2024-01-01"))
told(lambda: np.datetime64("2024-03-01") - np.datetime64("2024-02-01"))
told(lambda: np.timedelta64(1, "D") + np.timedelta64(1, "h"))
told(lambda: divmod(np.timedelta64(26, "h"), np.timedelta64(1, "D")))
told(lambda: days.astype(int))
told(lambda: days.astype(str))
told(lambda: days.astype(object))
told(lambda: days.astype("datetime64[Y]").astype(int) + 1970)
told(lambda: (days.astype("M8[M]") + 1).astype("M8[D]") - 1)
told(lambda: days.tolist())
told(lambda: np.where(days > days[0], days, np.datetime64("NaT")))
told(lambda: np.unique(np.array(["2024-01-02", "2024-01-01", "2024-01-02"], dtype="M8[D]"), return_counts=True))
told(lambda: np.concatenate([days, days]).reshape(2, 2))
told(lambda: (np.searchsorted(days, np.datetime64("2024-02-01")), np.isin(days, days[:1]), days.argmax(), days.min()))
told(lambda: np.array([np.datetime64("2024-01"), np.datetime64("2024-01-05")]))
told(lambda: np.array([np.timedelta64(1, "D"), np.timedelta64("NaT")]))
told(lambda: np.busday_count("2024-01-01", "2024-02-01"))
told(lambda: np.is_busday(days))
told(lambda: np.busday_offset("2024-01-06", 0, roll="forward"))
told(lambda: np.datetime_as_string(days))
told(lambda: np.issubdtype(days.dtype, np.datetime64))
for mistake in (
    lambda: np.datetime64("foo"), lambda: np.datetime64("2024-13-01"), lambda: np.datetime64("2024-02-30"), lambda: np.datetime64(5),
    lambda: np.datetime64("2024-02-20", "Q"), lambda: days * 2, lambda: days + days, lambda: days.mean(), lambda: days + 1.5,
    lambda: days + np.timedelta64(1, "M"), lambda: days > "2024-01-10", lambda: days[0].year,
    lambda: np.timedelta64(1, "Y") / np.timedelta64(1, "D"), lambda: np.busday_offset("2024-01-06", 1),
):
    told(mistake)

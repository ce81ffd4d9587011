"""Python's datetimes as labels, with steps of offsets, and steps of time closed at their right ends."""
from datetime import date, datetime, timedelta

import numpy as np
import pandas as pd
from pandas.tseries.offsets import Day, Hour, Minute, MonthBegin, MonthEnd

days = [datetime(2021, 3, 1), datetime(2021, 3, 4), datetime(2021, 4, 2)]
seen = pd.Series([1.5, 2.0, 4.0], index=days)
print(seen, seen.index, pd.DataFrame({"n": [1, 2, 3]}, index=days).index, pd.Index([*days, None]), sep="\n")
print(seen["2021-03-04"], seen["2021-03"], seen["2021-03-02":"2021-03-31"], seen.truncate(after="2021-03-05"), sep="\n")
print(seen.resample("MS").mean(), seen + seen[::2], sep="\n")
print(pd.Index([timedelta(1), timedelta(hours=3)]), pd.Index([day.date() for day in days]), pd.Index([days[0], "x"]), sep="\n")
print(pd.Index(np.array(["2021-03-01", "2021-03-02"], dtype="datetime64[D]")), pd.Index(days, dtype=object).dtype, pd.Index([1.5, 2]))

now = datetime(2021, 11, 17)
print(now + 3 * Day(), now + MonthEnd(), now + MonthEnd(2), now - Day(), now - MonthBegin(), date(2021, 1, 2) + Day(), now - Hour(3))
print(Hour(2) + Minute(30), Hour(12) + Minute(720), Day(1) + Hour(1), MonthEnd().rollforward(now), MonthEnd().rollback(now))
for call in (lambda: Day() + 3, lambda: MonthEnd() + MonthEnd(), lambda: MonthEnd() - now):
    try:
        call()
    except TypeError as fault:
        print(type(fault).__name__)

minutes = pd.Series(range(12), index=pd.date_range("2021-01-01", periods=12, freq="min"))
print(minutes.resample("5min", closed="right").sum(), minutes.resample("5min", closed="right", label="right").mean(), sep="\n")
weekly = pd.DataFrame({"a": [1, 2]}, index=pd.date_range("2021-01-06", periods=2, freq="W-WED"))
print(weekly.resample("D").ffill(limit=2), weekly.resample("D").bfill(limit=1), sep="\n")
odd = pd.Series([1, 2, 3], index=pd.to_datetime(["2021-01-01 00:07", "2021-01-01 00:20", "2021-01-01 00:40"]))
print(odd.resample("10min").ffill(), odd.resample("10min").bfill(), odd.resample("10min").nearest(), sep="\n")
print(pd.Series([1, 2], index=[0, 4]).reindex(range(6), method="ffill", limit=2))

"""Windows with weights and open sides, and steps between days of work."""

import pandas as pd
from each_line import each_line
from pandas.tseries.holiday import AbstractHolidayCalendar, EasterMonday, Holiday, USFederalHolidayCalendar, nearest_workday
from pandas.tseries.offsets import BMonthEnd, CustomBusinessDay, Day, Hour, QuarterEnd, Week

series = pd.Series([2.0, 5, 1, 7, 4, 9, 3], index=pd.date_range("2023-02-25", periods=7))
frame = series.to_frame("v").reset_index(names="day")


class Ours(AbstractHolidayCalendar):
    rules = [Holiday("Fair", month=8, day=13, observance=nearest_workday), EasterMonday]


working, day = CustomBusinessDay(calendar=Ours()), pd.Timestamp("2023-08-11")
each_line(
    """
series.rolling(3, win_type="triang").mean().round(6)
series.rolling(3, win_type="gaussian", min_periods=1).sum(std=1.5).round(6)
series.rolling(3, win_type="hamming", center=True).mean().round(6)
series.rolling(3, win_type="triang").std().round(6)
series.rolling(3, win_type="roof")
series.rolling("2D", closed="both").sum()
series.rolling(2, closed="left").mean()
series.rolling(4).skew().round(6)
series.rolling(4).kurt().round(6)
series.rolling(3).corr(series.shift(1)).round(6)
series.ewm(span=3).std().round(6)
series.rolling(2).agg({"low": "min", "high": "max"})
frame.rolling("2D", on="day")["v"].sum()
Ours().holidays("2022-01-01", "2023-12-31")
USFederalHolidayCalendar().holidays("2023-01-01", "2023-07-31", return_name=True)
day + working
day + 3 * working
pd.date_range("2023-08-10", periods=4, freq=working)
pd.date_range("2023-01-01", periods=3, freq="BME")
pd.date_range("2023-01-01", periods=3, freq="1h20min")
pd.date_range("2023-01-31", periods=3, freq=pd.DateOffset(months=1))
day + BMonthEnd()
day - Week(weekday=2)
day + QuarterEnd(startingMonth=2)
Day(2) + Hour(6)
day + pd.DateOffset(day=1, hour=8)
""",
    globals(),
)

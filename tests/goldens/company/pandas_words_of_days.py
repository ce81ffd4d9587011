"""Days written in words, numbers by a format, and steps of calendars."""

import datetime as dt

import pandas as pd
from dateutil import rrule
from dateutil.easter import easter
from dateutil.parser import parse
from dateutil.relativedelta import FR, MO, relativedelta
from each_line import each_line

start = dt.datetime(2019, 1, 31, 8, 15)
each_line(
    """
pd.to_datetime(pd.Series([1960, 1987]), format="%Y")
pd.to_datetime([20190203, 20200304], format="%Y%m%d")
pd.to_datetime(pd.Series([20190203.0, None]), format="%Y%m%d")
pd.to_datetime("3rd of March, 2020")
pd.to_datetime(["2nd of May, 2018", "9th of June, 2018"])
pd.to_datetime("2018 May")
pd.to_datetime("Tuesday, 12 June 2018")
pd.to_datetime("03/04/05", yearfirst=True)
pd.to_datetime("03/04/05", dayfirst=True)
parse("3rd of March, 2020 5pm", default=start)
parse("Mar 2017", default=start)
parse("21:45", default=start)
parse("7-Dec-98", default=start)
parse("07.12.1998 9:05", dayfirst=True)
parse("20170809T101112")
parse("Mon, 09 Jan 2017 10:00:00 +0200")
parse("we met on June 3, 2016 at the lake", fuzzy=True, default=start)
parse("nothing of that kind")
parse("Feb 31 2017")
start + relativedelta(months=1)
start - relativedelta(years=1, weekday=FR(-1))
start + relativedelta(days=+1, weekday=MO, hour=0, minute=0)
relativedelta(hours=50, months=-14)
relativedelta(dt.date(2020, 2, 29), dt.date(1999, 12, 31))
relativedelta(dt.date(1999, 12, 31), dt.date(2020, 2, 29))
list(rrule.rrule(rrule.MONTHLY, count=3, dtstart=start))
list(rrule.rrule(rrule.WEEKLY, byweekday=(rrule.TU, rrule.SA), count=3, dtstart=start))
easter(2025)
""",
    globals(),
)

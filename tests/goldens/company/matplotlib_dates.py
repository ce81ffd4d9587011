# Axes of dates: where their ticks stand, and what moments are as numbers; and lines across axes, which are of the first colour.
import datetime

import matplotlib.dates as mdates
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from matplotlib.colors import to_hex

dates = pd.date_range("2020-01-01", periods=120, freq="D")
ts = pd.Series(np.sin(np.arange(120) / 7), index=dates, name="v")
fig, axs = plt.subplots(2, 2, figsize=(12, 7))
plt.sca(axs[0, 0])
plt.plot(dates, ts.values)
plt.fill_between(dates, ts - 0.1, ts + 0.1, alpha=0.2)
line = plt.axvline(pd.Timestamp("2020-03-01"), ls="--")
print(to_hex(line.get_color()), to_hex(plt.plot(dates, ts)[0].get_color()), to_hex(plt.axhline(0).get_color()))
print(axs[0, 0].get_xlim(), axs[0, 0].get_xticks())
fig.autofmt_xdate()
hours = [datetime.datetime(2020, 1, 1, hour) for hour in range(12)]
axs[0, 1].scatter(hours, range(12))
axs[0, 1].xaxis.set_major_formatter(mdates.DateFormatter("%H:%M"))
print(axs[0, 1].get_xticks())
years = [datetime.date(2000 + at, 6, 1) for at in range(20)]
axs[1, 0].bar(years, range(20), width=200)
axs[1, 0].xaxis.set_major_locator(mdates.YearLocator(5))
axs[1, 0].set_xlim(datetime.date(2000, 1, 1), datetime.date(2020, 1, 1))
print(axs[1, 0].get_xticks())
axs[1, 1].plot([datetime.date(2020, 1 + month, 1) for month in range(12)], range(12))
print(axs[1, 1].get_xticks())
axs[1, 1].xaxis.set_major_locator(mdates.MonthLocator())
print(axs[1, 1].get_xticks())
print(mdates.date2num(datetime.datetime(2020, 1, 1)), mdates.num2date(18262.5), mdates.DateFormatter("%b %Y")(18262.0))

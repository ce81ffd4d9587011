"""Zones of time, numpy's moments in frames, steps of time: offsets, windows and groups by time, spans as labels."""
import numpy as np
import pandas as pd

moment = pd.Timestamp("2024-03-10 08:30", tz="UTC")
print(moment, repr(moment), moment.tz_convert("US/Eastern"), moment.tz, moment.tz_localize(None))
u = pd.Series(pd.date_range("2024-03-10 05:00", periods=4, freq="h", tz="UTC"))
print(u, u.dtype, u.dt.tz_convert("US/Eastern"), u.dt.tz_convert("Asia/Kolkata").dt.hour.tolist(), u.dt.tz_localize(None).dtype)
print(u > "2024-03-10 06:30", u[0] + pd.Timedelta("1D"), u[3] - u[0], u.diff(), u.max())
labels = pd.date_range("2024-03-30", periods=3, freq="D", tz="Europe/Berlin")
print(labels, labels.tz_convert("UTC"), pd.to_datetime(["2024-01-01T10:00:00Z"]), pd.to_datetime("2024-01-01T10:00:00+02:00"))
print(pd.Timestamp("2024-11-03 06:30", tz="UTC").tz_convert("US/Eastern"), pd.to_datetime(pd.Series(["2024-01-01"]), utc=True))
days = np.arange("2024-01-01", "2024-01-05", dtype="datetime64[D]")
df = pd.DataFrame({"d": days, "v": range(4)})
print(df.dtypes, df, df["d"].dt.day_name().tolist(), df["d"].values[:2], df["d"].unique(), df[df["d"] > np.datetime64("2024-01-03")])
print(df["d"].diff() / np.timedelta64(1, "h"), pd.Timestamp(np.datetime64("2024-01-01T10:30")), pd.to_datetime(days))
s = pd.Series(range(6), index=pd.date_range("2024-01-01", periods=6), dtype=float)
print(s.rolling("3D").sum(), s.shift(1, freq="D").head(2), s.between_time("00:00", "01:00").shape, s.to_period("M").index[:2])
print(s.index.month[:3], pd.infer_freq(s.index), pd.timedelta_range("1 days", periods=3), pd.to_timedelta(["1 days", "2h"]))
for step in (pd.offsets.MonthEnd(1), pd.offsets.BDay(3), pd.offsets.MonthBegin(2), pd.offsets.Hour(5), pd.DateOffset(months=1)):
    print(step, pd.Timestamp("2024-01-15 10:00") + step, pd.Timestamp("2024-01-31") - step)
sales = pd.DataFrame({"date": pd.to_datetime(["2024-01-05", "2024-02-01", "2024-02-11", None]), "q": [1, 2, 3, 4], "k": list("aabb"), "c": list("xyxy")})
print(sales["date"].dt.isocalendar())
known = sales.dropna()
print(known.groupby(pd.Grouper(key="date", freq="ME"))["q"].sum(), known.groupby(["k", pd.Grouper(key="date", freq="ME")])["q"].sum())
print(known.pivot_table(index="k", columns="c", values="q", aggfunc="sum", fill_value=0, margins=True, margins_name="T"))
print(pd.crosstab(known.k, known.c, values=known.q, aggfunc="sum"), sales["date"].dt.floor("D").isna().sum())
for mistake in (lambda: pd.Timestamp("2024-01-01").tz_convert("UTC"), lambda: u.dt.tz_localize("UTC")):
    try:
        mistake()
    except Exception as error:
        print(type(error).__name__, error)

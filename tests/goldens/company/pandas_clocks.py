"""Times of half a day, periods and what labels of them become, clocks that are put back, steps of time as they are shown."""
import pandas as pd
from each_line import each_line

taxes = pd.Series([10.0, 20.0, 15.0, 30.0, 12.0], index=pd.period_range("2021Q2", periods=5, freq="Q"))
night = pd.date_range("2021-10-31 00:15", periods=5, freq="h").tz_localize("UTC").tz_convert("Europe/Madrid")
bare = night.tz_localize(None)
each_line("""
pd.Timestamp("2021/3/4 5:30pm")
pd.Timestamp("4 March 2021 12:05 AM")
pd.to_datetime(["3/4/2021 1:00:30 PM", "3/5/2021 12:00:30 AM"])
pd.date_range("2021-03-04 7pm", periods=3, freq="30min")
pd.Timestamp("2021Q3")
pd.Timestamp("2021-03-04 13pm")
pd.Timestamp("2021-03-04 5:75 pm")
taxes.index.asfreq("M")
taxes.index.asfreq("M", how="start")
taxes.index.asfreq("D") + 1
taxes.index - 2
taxes["2021"]
taxes["2021Q3":"2022"]
taxes.nothing
taxes.to_timestamp()
taxes.to_timestamp(how="end")
taxes.to_timestamp(how="end").to_period()
taxes.to_frame("paid").to_timestamp().index
pd.Period("2021-03-04 05:00", "h") + 30
pd.period_range("2021-03-04", periods=3, freq="h").hour.tolist()
pd.date_range("2021-01-31", periods=3, freq="ME").to_period()
(pd.period_range("2021-04", periods=3, freq="M").asfreq("D") + 1).to_timestamp() - pd.tseries.offsets.BDay()
bare.tz_localize("Europe/Madrid")
bare.tz_localize("Europe/Madrid", ambiguous="infer")
bare.tz_localize("Europe/Madrid", ambiguous="NaT")
pd.Timestamp("2021-10-31 02:30").tz_localize("Europe/Madrid", ambiguous=False)
pd.Timestamp("2021-03-28 02:30").tz_localize("Europe/Madrid")
pd.Timestamp("2021-03-28 02:30").tz_localize("Europe/Madrid", nonexistent="shift_forward")
[pd.date_range("2021-01-31", periods=2, freq=step).freq for step in ("3D", "h", "15min", "W-TUE", "2ME", "QE", "YS", "B")]
pd.tseries.frequencies.to_offset("90min")
str(taxes.to_timestamp().resample("MS"))
""", globals())

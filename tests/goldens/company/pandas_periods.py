import numpy as np
import pandas as pd

days = pd.Series(pd.to_datetime(["2024-01-01", "2024-01-15", "2024-02-03"]))
months = days.dt.to_period("M")
print(months, pd.Series([1, 2, 3]).groupby(months).sum(), months.dt.month.tolist(), months.astype(str).tolist())
print(pd.period_range("2024-01", periods=3, freq="M"), repr(pd.Period("2024-01") + 1), pd.Period("2024Q1").start_time)
print(pd.Period("2024-02") > pd.Period("2024-01"), pd.Timestamp("2024-03-05").to_period("M"), pd.Period("2024-02").days_in_month)
print(pd.Series(["a1b2", "c3", None]).str.extractall(r"(\d)"))
places = pd.MultiIndex.from_tuples([("Rome", "Ann"), ("Oslo", "Bob"), (np.nan, "Dee")], names=["city", "name"])
frame = pd.DataFrame({"v": [1, 2, 3]}, index=places)
print(frame.sort_index(), frame.groupby(level="city").sum())
print(pd.Series([["a", 1], {"k": ("x",)}]), pd.DataFrame({True: [1], False: [2]}))
for texts in (["2024-01-05", "2024/02/06"], ["01/02/2024", "13/02/2024"], ["2024-01-05", "2024-01-06 10:00"]):
    try:
        pd.to_datetime(texts)
    except ValueError as error:
        print("ValueError:", str(error).partition(". ")[0])

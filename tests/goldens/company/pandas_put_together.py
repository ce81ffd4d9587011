"""Moments of their parts, keys of joined tables, names of tables side by side, and labels of several parts with gaps."""
import pandas as pd

parts = pd.DataFrame([[12, 25, 2019, 10], [1, 15, 2018, 11]], columns=["month", "day", "year", "hour"])
print(pd.to_datetime(parts), pd.to_datetime(parts.assign(minute=[5, 6], Seconds=[1, 2])), sep="\n")
print(pd.to_datetime({"year": [2020], "month": [2], "day": [3]}), pd.to_datetime(parts.assign(month=[13, 2]), errors="coerce"), sep="\n")
for wrong in (parts[["month", "day"]], parts.assign(week=1), parts.assign(month=13)):
    try:
        pd.to_datetime(wrong)
    except ValueError as fault:
        print(fault)

people = pd.DataFrame({"city": ["A", "B", "C"], "n": [1, 2, 3]})
cities = pd.DataFrame({"size": [10, 20]}, index=["A", "Z"])
print(people.merge(cities, left_on="city", right_index=True, how="outer"), people.join(cities, on="city", how="right"), sep="\n")
print(cities.merge(people, left_index=True, right_on="city", how="outer"))
wide = pd.DataFrame({"one": [1, 2], "two": [3, 4]}, index=list("ab"))
print(pd.concat([wide, wide + 10], axis=1, keys=["old", "new"], names=["when", "what"]))
late = pd.Series([5, 6], index=["c", "d"], dtype="Int64")
print(pd.concat([late, late + 1, late], keys=["one", "two", "three"]).unstack())
for call in (lambda: wide.stack(dropna=False), lambda: wide.stack(sort=True), lambda: wide.reindex(list("abc"), limit=1)):
    try:
        call()
    except ValueError as fault:
        print(fault)

gaps = pd.DataFrame({"a": [1.0, None, 2.0], "when": pd.to_datetime(["2020-01-01", None, "2020-01-03"]), "b": 1, "c": [1, 2, 3]})
print(gaps.set_index(["a", "b"]), gaps.set_index(["when", "b"])[["c"]], gaps.groupby(["a", "b"], dropna=False)["c"].sum(), sep="\n")
marks = pd.DataFrame({"x": range(6)}, index=pd.MultiIndex.from_product([list("abc"), [1, 2]], names=["k", "n"]))
print(marks.loc[(["a", "b"], 1), :], marks.loc[("a", [1, 2]), "x"], marks.loc[(slice(None), [1]), :], sep="\n")
print(pd.Series([1, 2]).equals(pd.Series([1.0, 2])), pd.DataFrame({"a": [1]}).equals(pd.DataFrame({"a": [1]})))

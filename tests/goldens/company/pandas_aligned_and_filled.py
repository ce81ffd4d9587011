"""Arithmetic with a value for what is missing, or by a part of the labels; labels that count; rows as new rows."""
import numpy as np
import pandas as pd

one = pd.DataFrame({"a": [1, 2], "b": [3, 4]})
two = pd.DataFrame({"b": [1, 2, 3], "a": [4, 5, 6], "c": [7, 8, 9]})
print(one.add(two, fill_value=10), one.floordiv(two, fill_value=1), one.mul(2, fill_value=0), sep="\n")
print(pd.Series([1, 2, 3]).sub(pd.Series([4, 5], index=[1, 3]), fill_value=0))
parts = pd.DataFrame({"x": [1, 2, 3, 4]}, index=pd.MultiIndex.from_product([["k", "l"], [1, 2]], names=["p", "q"]))
print(parts.div(parts.groupby(level="p").sum(), level="p"), parts.x.sub(pd.Series({"k": 1, "l": 2}), level=0), sep="\n")
print(pd.Series([1, 2, 3], index=[0, 2, 4]).reindex(range(6), method="ffill"))
print(pd.DataFrame({"v": [1, 2]}, index=[1, 3]).reindex([0, 1, 2], method="bfill"))

named = pd.DataFrame({"n": [3, 4, 5], "s": list("xyz"), "f": [0.5, 1.5, 2.5]})
print(named.set_index("n").index, named.set_index("s").index, (named.index + 1) * 2, pd.Series({2: "a", 4: "b"}).index)
print(named.set_index(pd.Series([7, 8, 9], name="q")), named.set_index(["s", np.array([1, 2, 3])]), sep="\n")
print(named.drop(columns=["f", "zz"], errors="ignore"), named.s.drop([9], errors="ignore").tolist())
row = named.loc[1]
print(repr(row["n"]), repr(row["f"]), row.tolist(), row.to_dict(), repr(named.s.count()))
named.loc[3] = row
named.loc["t"] = pd.Series({"f": 9.5, "s": "w", "n": 1})
print(named, named.dtypes, sep="\n")
print(pd.DataFrame(np.zeros(2, dtype=[("A", "i8"), ("B", "f8")])))
print(named.groupby(str).n.sum().tolist(), one.query("a >= 2"))
try:
    pd.concat([one, one], verify_integrity=True)
except ValueError as fault:
    print(fault)

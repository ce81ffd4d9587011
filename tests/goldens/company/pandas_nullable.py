"""Columns whose dtypes have a value for nothing: whole numbers, floats, truth values, texts; and `pd.NA`."""
from io import StringIO

import numpy as np
import pandas as pd

s = pd.Series([1, 2, None, 4], dtype="Int64")
print(s, s.sum(), s.mean(), s.isna().tolist(), s[2], repr(s.dtype), s.tolist(), s.max())
print(s + 1, s / 2, s == 2, s > 1, s.fillna(0), s.astype(float), s.dropna().astype(int), s.shift(), s.diff(), s.cumsum())
print(s[s > 1], s.value_counts(dropna=False), s.describe(), s.unique(), s.to_numpy(dtype=float, na_value=np.nan), s.where(s > 1))
b = pd.Series([True, False, None], dtype="boolean")
print(b, b.sum(), b & True, b | True, ~b)
t = pd.Series(["b", None, "a"], dtype="string")
print(t, t.str.upper(), t.str.len(), t.str.contains("a"), t == "a", t.fillna("z"), t.sort_values(), t.dtype)
print(pd.Series([1.5, 2.333333333, None, 100.0], dtype="Float64"))
df = pd.DataFrame({"i": [1, None, 3], "s": ["x", None, "z"], "b": [True, None, False], "f": [1.5, 2.0, None]})
c = df.convert_dtypes()
print(c, c.dtypes, c.isna().sum(), c.fillna({"i": 0}), c.describe(), c[["i", "f"]].sum(), c.groupby("s")["i"].sum())
c.info()
print(pd.array([1, 2, None]), pd.NA, pd.NA is pd.NA, pd.NA == 1, pd.NA + 1, pd.NA | True, pd.isna(pd.NA))
print(pd.Series([1, pd.NA]), pd.Series(["a", pd.NA]), pd.concat([c, c])["i"].dtype, c["i"].apply(lambda value: value))
print(pd.read_csv(StringIO("a,b\n1,x\n,y"), dtype={"a": "Int64", "b": "string"}))
for mistake in (lambda: s.astype(int), lambda: bool(pd.NA), lambda: pd.Series(["x"]).astype("Int64")):
    try:
        mistake()
    except Exception as error:
        print(type(error).__name__, error)
numbers = pd.DataFrame({"x": [1, 2, 3, 4], "y": [1.0, 4.0, 9.0, 17.0], "z": [4, 3, 1, 2]})
print(numbers.corr(method="spearman"), numbers.corr(method="kendall"), numbers.agg({"x": ["sum", "mean"], "y": "max"}))

"""Formulas as text, tables by keys that are no columns, and arithmetic from the other side."""

import numpy as np
import pandas as pd
from each_line import each_line

days = pd.date_range("2022-01-20", periods=6, freq="11D")
table = pd.DataFrame({"n": [3, 1, 4, 1, 5, 9], "w": [2.0, 7, 1, 8, 2, 8], "kind": list("abcabc"), "two words": 1}, index=days)
short = pd.Series([1.0, np.nan, 3], index=list("abc"))
other = pd.Series([10.0, 20, np.nan], index=list("bcd"))
least = 3
each_line(
    """
table.eval("n + w * 2")
table.eval("x = n - 1\\ny = x * `two words`")
table.eval("sqrt(w) + n")
table.eval("n > 2 & w < 5")
table.query("n > @least or kind == 'b'")
table.query("kind.str.contains('a')")
table.query("w > w.mean()")
pd.eval("table.n + table['w']")
pd.eval("least * 2 + 1")
pd.eval("nowhere + 1")
pd.eval("least = 4")
table.pivot_table("n", index=table.index.month)
table.pivot_table("n", index=[table.index.month, table.index.day])
table.pivot_table("n", index=table.index.month, columns="kind")
table.pivot_table("n", index="kind", columns=[table.index.month, table.index.day // 16])
table.pivot_table("w", index=lambda day: day.year, columns=table["kind"], aggfunc="sum")
table.pivot_table("w", index="kind", columns=pd.Grouper(freq="ME"))
short.radd(other, fill_value=0)
short.rsub(other, fill_value=1)
short.rdiv(other, fill_value=2)
short.rpow(2)
table[["n", "w"]].rsub(table["n"], axis=0)
table[["n", "w"]].rdiv(1)
(pd.Series([True, False], index=[1, 2]) & pd.Series([True, True], index=[0, 1]))
short["a", 0]
short[:, None]
""",
    globals(),
)

# How wide, long, empty and named tables are printed.
import numpy as np
import pandas as pd

pd.set_option("display.max_columns", 20)
long = pd.DataFrame({"x": np.arange(100), "square": np.arange(100) ** 2.0, "text": [f"row {i}" for i in range(100)]})
print(long)
print(long["square"])
print(long["text"].head(3), long.tail(3), long.index, sep="\n")
wide = pd.DataFrame({f"column number {i}": [i, i * 1.5] for i in range(9)})
print(wide)
print(wide.describe().columns)
print(pd.DataFrame({f"c{i}": [i] for i in range(30)}))
print(pd.DataFrame({"long text": ["x" * 80, "short"], "n": [1, 2]}))
print(pd.DataFrame({"a": [1e-7, 1.0], "b": [1e10, 2.5], "c": [1e6, 123456.789], "d": [np.inf, -1], "e": [0.1 + 0.2, 1 / 3]}))
print(pd.Series([1e15, 1.0]), pd.Series([1e-10, 1.0]), pd.Series([123456789.123, 0.5]), pd.Series([0.00001, 1000.0]), pd.Series([1.0, 2.0]), pd.Series([100000.5, 2.25]), sep="\n")
print(pd.DataFrame(columns=["a", "b"]), pd.DataFrame({"a": []}), pd.DataFrame({"a": [1]})[lambda d: d.a > 5], sep="\n")
named = pd.DataFrame({"v": [1, 2]}, index=pd.Index(["p", "q"], name="key"))
print(named, named.T, named["v"], sep="\n")
print(pd.DataFrame({"a": [1, 2]}, index=[0.5, 10.0]), pd.DataFrame({1: [1], 2.5: [2]}), pd.DataFrame({"none": [None, None], "mixed": [1, "a"], "list": [[1, 2], []], "flag": [True, None]}), sep="\n")
print(pd.Index([1, 2, 3]), pd.Index(["a"], name="n"), pd.Index([0.5, 1.0]), pd.RangeIndex(3), pd.Index([True, False]), pd.Index([f"name{i}" for i in range(20)]), pd.Index(range(0, 300, 7)).map(float), sep="\n")
print(pd.Series(["ab", "cd", None] * 12).unique(), pd.Series(list("abc") * 50).array, sep="\n")
with pd.option_context("display.precision", 2, "display.max_rows", 4):
    print(long[["x", "square"]] / 3)
pd.set_option("display.float_format", "{:,.1f}".format)
print(pd.DataFrame({"money": [1234567.891, 2.5]}))
pd.reset_option("display.float_format")
print(long.head(2).to_string(index=False), long.head(2).to_string(), sep="\n")
print(pd.Series([1, 2], index=["a", "b"]).to_string())
pd.options.display.max_rows = 6
print(long, pd.get_option("display.max_rows"))
print(pd.DataFrame({"neg": [-1, 20], "negf": [-1.5, 20.25], "b": [True, False], "s": ["long words here", "x"]}))
print(pd.Series([-1.5, np.nan, 3]), pd.Series([np.nan, np.nan]), pd.Series([1, 2], dtype="int8"), pd.Series(["a\nb", "c\td"]), sep="\n")

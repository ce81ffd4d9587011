"""Selecting by parts of labels, and labels that are given as tuples or as lists of parts."""
import pandas as pd

flat = pd.Series([5, 6], index=[("a", 1), ("b", 2)])
print(flat, type(flat.index).__name__, flat[("a", 1)])
print(pd.Series([5, 6], index=[["a", "b"], [1, 2]]))
print(pd.MultiIndex(levels=[["p", "q"], [1, 2]], codes=[[0, 0, 1], [0, 1, 1]], names=["x", "y"]))

sales = pd.Series(range(8), index=pd.MultiIndex.from_product([list("ab"), [1, 2], list("xy")], names=list("uvw")))
print(sales[:, 2], sales[:, :, "y"], sales["a", :, "x"], sep="\n")
print(sales["a":"a"], sales.loc[("a", 2):("b", 1)], sales[["b", "a"]], sep="\n")
print(sales.loc[(slice("a", "b"), 2)], sales.loc[["b"]], sep="\n")
wide = sales.unstack("w")
each = pd.IndexSlice
print(wide.loc[each[:, 1], "x"], wide.loc[("a", slice(None)), :], wide.loc["b":], sep="\n")
table = pd.DataFrame(
    [[1, 2, 3, 4]],
    columns=pd.MultiIndex.from_product([["X", "Y"], ["m", "n"]], names=["c", "d"]),
)
print(table["X"], table.loc[:, each[:, "m"]], table.loc[:, "Y"], table[["Y"]], table.X.n, sep="\n")
mixed = pd.Series(range(4), index=pd.MultiIndex.from_product([list("ba"), [1, 2]]))
try:
    mixed["a":"b"]
except KeyError as fault:
    print(type(fault).__name__, fault)
try:
    sales[["a", "z"]]
except KeyError as fault:
    print(fault)

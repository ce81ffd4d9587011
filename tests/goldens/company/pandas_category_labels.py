import pandas as pd

from each_line import each_line

sizes = pd.Categorical(["mid", "low", "high", "mid", "low"], ["low", "mid", "high", "huge"], ordered=True)
frame = pd.DataFrame({"size": sizes, "shop": ["b", "a", "a", "b", "b"], "count": [3, 1, 4, 1, 5]})
labels = pd.CategoricalIndex(["p", "q", "p"], categories=["q", "p"], name="key")
each_line(
    """
labels
labels.codes, labels.categories, labels.ordered
labels.rename_categories({"p": "P"}), labels.map(str.upper), labels[1:], labels.unique(), labels.sort_values()
pd.CategoricalIndex(list("abcdefghijkl"))
pd.CategoricalIndex(["a", None, "a"] * 40, name="many")
frame.set_index("size").index
frame.set_index("size").sort_index()
frame.set_index(["shop", "size"]).sort_index()
frame.set_index(["size", "shop"]).sort_index(ascending=False)
frame.set_index(["size", "shop"]).sort_index(level="shop")
frame.set_index(["size", "shop"]).reset_index().dtypes
frame.groupby("size", observed=False)["count"].sum()
frame.groupby("size", observed=True)["count"].sum().index
frame.groupby(["shop", "size"], observed=True)["count"].sum().reset_index().sort_values("size", kind="stable")
frame.groupby(["shop", "size"], observed=False)["count"].sum().unstack()
frame.pivot_table("count", "shop", "size", aggfunc="sum", observed=False)
frame.pivot_table("count", "shop", "size", aggfunc="sum", observed=False, margins=True)
frame.pivot_table("count", "shop", "size", observed=True).columns
frame["size"].value_counts(sort=False)
frame["size"].value_counts().sort_index().index
frame["size"].mode()
pd.crosstab(frame["size"], frame["shop"]).index
pd.concat([frame.set_index("size"), frame.set_index("size")]).index
pd.factorize(frame["size"])
pd.api.types.union_categoricals([pd.Categorical(["x"]), pd.Categorical(["y", "x"])])
pd.cut(pd.Series([1, 6, 2]), [0, 3, 9]).value_counts().index
frame.merge(pd.DataFrame({"shop": ["a", "c"]}), how="outer", indicator=True)._merge.value_counts()
""",
    globals(),
)

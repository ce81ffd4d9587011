import matplotlib.pyplot as plt
import numpy as np
import pandas as pd

df = pd.DataFrame({"kind": ["b", "a", "b", None, "c"], "v": [1, 2, 3, 4, 5], "w": [0.5, 1.5, 2.5, 3.5, np.nan]})
df["k"] = df["kind"].astype("category")
print(df, df.dtypes, df["k"], sep="\n")
df.info()
print(df["k"].cat.codes.tolist(), df["k"].cat.categories, repr(df["k"].dtype), df["k"].cat.ordered)
print(df[df["k"] == "b"], df.groupby("k")["v"].sum(), df["k"].value_counts(), df["k"].unique(), sep="\n")
print(df.sort_values("k"), df.describe(include="all"), df["k"].describe(), sep="\n")
print(df["k"].map({"a": 1, "b": 2, "c": 3}), df["k"].map({"a": 1, "b": 1, "c": 3}), df["k"].fillna("a"), sep="\n")
print(df["k"].cat.rename_categories({"a": "A"}), df["k"].cat.add_categories("z").cat.categories, pd.get_dummies(df["k"]), sep="\n")
size = pd.Categorical(["s", "l", "m", "s"], categories=["s", "m", "l"], ordered=True)
print(size, size.codes, size.categories, size.ordered)
s = pd.Series(size)
print(s, s.sort_values(), s.max(), s.min(), s < "l", s.value_counts(), sep="\n")
print(pd.cut(df["v"], 3), pd.cut(df["v"], 3).value_counts(), pd.cut(df["v"], [0, 2, 5], labels=["low", "high"]), sep="\n")
print(pd.cut(df["v"], [0, 2, 5]), pd.cut(df["w"], 2, labels=False), pd.cut([1, 7, 5, 4], 3), sep="\n")
print(pd.qcut(df["v"], 2), pd.qcut(df["v"], 4, labels=["q1", "q2", "q3", "q4"]), pd.qcut(df["w"], [0, 0.5, 1], retbins=True)[1])
print(df.groupby(pd.cut(df["v"], [0, 2, 5]))["w"].mean(), df.groupby("k", observed=False)["v"].mean(), sep="\n")
for call in (lambda: pd.cut(df["v"], 3, labels=["a", "b"]), lambda: df["v"].cat, lambda: df["k"].cat.reorder_categories(["a"])):
    try:
        call()
    except (ValueError, AttributeError) as error:
        print(type(error).__name__, error)
print(df["v"].rank(), df["w"].rank(ascending=False), df["kind"].rank(method="dense"), df.rank(), sep="\n")
print(df["w"].interpolate(), df["kind"].ffill(), df["kind"].bfill(), df.ffill(), df.where(df["v"] > 2), sep="\n")
print([df.plot(x="v", y="w", kind="scatter", title="t"), df.plot.bar(x="kind", y="v"), df.plot()])
plt.close("all")
print([df["kind"].value_counts().plot(kind="bar")])
plt.close("all")
print(df.hist().shape)
plt.close("all")
print(df.boxplot(column="v") is not None)
plt.close("all")
print([df["v"].plot(kind="hist", bins=3)])

# Series and frames: made, printed, selected from, written to, reckoned with.
import numpy as np
import pandas as pd
import torch

pd.set_option("display.max_columns", 20)
s = pd.Series([3, 1, 2], index=["a", "b", "c"], name="n")
print(s, s["b"], s.iloc[0], s[s > 1].tolist(), s.mean(), s.std(), s.max(), s.sum(), s.dtype, s.shape)
print(pd.Series([1.5, None, 2]), pd.Series(["x", None]), pd.Series([True, False]), pd.Series([1, "a", None, 2.5]), pd.Series({"k": 1.0}), pd.Series([], dtype=float))
print(pd.Series(np.arange(3, dtype="float32")), pd.Series(torch.tensor([1, 2]).numpy()), pd.Series(5, index=range(2)))
df = pd.DataFrame({
    "name": ["Ann", "Bob", "Cid", "Dora", "Eve"], "age": [30, 25, None, 41, 19], "score": [1.5, 2.25, 3.0, 1000000.0, -0.001],
    "n": [1, 2, 3, 4, 5], "ok": [True, False, True, True, False],
})  # fmt: skip
print(df)
print(df.dtypes)
print(df.describe())
df.info()
print(df.shape, len(df), df.size, df.columns.tolist(), df.index, df.ndim)
print(df.head(2), df.tail(2), df[["name", "n"]], df["age"], sep="\n")
print(df.iloc[0], df.iloc[1:3], df.iloc[[0, 2], [1, 3]], df.iloc[-1, 0], df.iloc[:, 1].tolist(), sep="\n")
print(df.loc[1, "name"], df.loc[1:2, ["name", "n"]], df.loc[df["n"] > 3], df.loc[df.ok & (df.n < 3), "score"], sep="\n")
print(df[df["age"] > 24], df[~df["ok"]]["name"].tolist(), df[df.name.isin(["Bob", "Eve"])].index, sep="\n")
print(df.values.dtype, df[["n", "score"]].values, df[["n"]].to_numpy().shape, df["n"].values, df["name"].to_numpy())
print(df.select_dtypes(include="number").columns, df.select_dtypes(exclude=["number", "bool"]).columns.tolist())
df["double"] = df["n"] * 2
df["ratio"] = df["score"] / df["n"]
df.loc[df["name"] == "Bob", "n"] = 20
df.loc[0, "score"] = 9
df.at[3, "ok"] = False
df["kind"] = "same"
print(df)
print(df.drop(columns=["ratio", "kind"]).drop(index=[0, 1]), df.drop("double", axis=1).columns, sep="\n")
print(df.rename(columns={"n": "count", "ok": "fine"}).columns, df.set_index("name").loc["Dora", "n"], sep="\n")
print(df.set_index("name")[["n", "score"]], df.set_index("name").reset_index().columns[:2], sep="\n")
print(df.sort_values("n", ascending=False)[["name", "n"]], df.sort_values(["ok", "n"], ascending=[True, False]).index.tolist(), df.sort_index(ascending=False).index, sep="\n")
print(df["n"].apply(lambda v: v + 1), df["name"].map({"Ann": 1, "Bob": 2}), df["name"].map(len).tolist(), df.apply(lambda row: row["n"] + row["double"], axis=1), sep="\n")
print(df[["n", "score"]].apply(np.sum), df[["n", "double"]].apply(lambda c: c.max() - c.min()), df[["n", "double"]].map(lambda v: -v), sep="\n")
print(df[["n", "score", "age"]].mean(), df[["n", "double"]].sum(axis=1), df.mean(numeric_only=True), df[["n", "score"]].agg(["mean", "max"]), df.agg({"n": "sum", "score": "min"}), sep="\n")
print(df["name"].unique(), df["ok"].value_counts(), df["kind"].nunique(), df["ok"].value_counts(normalize=True), df.nunique(), sep="\n")
print(df["name"].str.upper().tolist(), df["name"].str.len(), df["name"].str.contains("o").tolist(), df["name"].str[0].tolist(), pd.Series(["a b", "c d"]).str.split(" ", expand=True), sep="\n")
for index, row in df[["name", "n"]].head(2).iterrows():
    print(index, row["name"], row["n"], type(row).__name__)
for row in df[["name", "n"]].head(2).itertuples():
    print(row, row.Index, row.n)
print(df["n"].astype(float), df.astype({"n": "float32"})["n"].dtype, df["n"].astype(str).tolist(), sep="\n")
print(df[["n", "score"]] * 2, df[["n", "double"]] - df[["n", "double"]].mean(), -df["n"], df["n"] + df["double"], 1 / df["n"], sep="\n")
print(df[["n", "score", "double"]].corr(), round(df["n"].corr(df["score"]), 10), sep="\n")
print(df["n"].idxmax(), df["n"].argmax(), df["n"].quantile([0.1, 0.9]), df["n"].median(), df["score"].round(1).tolist(), df["n"].cumsum().tolist(), sep="\n")
print(torch.tensor(df[["n", "score"]].values, dtype=torch.float32), torch.tensor(df["n"].values), sep="\n")
print(pd.DataFrame(np.arange(6).reshape(2, 3), columns=list("abc")), pd.DataFrame([[1, "x"], [2, "y"]]), pd.DataFrame([{"a": 1, "b": 2}, {"a": 3}]), pd.DataFrame(), sep="\n")
print(pd.DataFrame({"a": [1, 2]}, index=["x", "y"]).T, pd.DataFrame({"a": {"r": 1, "s": 2}}), pd.DataFrame(np.eye(2)), pd.DataFrame({"v": pd.Series([1, 2], index=[1, 2]), "w": pd.Series([3], index=[2])}), sep="\n")
print(df.sample(3, random_state=0).index.tolist(), df.sample(frac=0.5, random_state=1)["name"].tolist())
print(df["age"].between(20, 35).tolist(), df["n"].clip(2, 4).tolist(), df["n"].shift(1).tolist(), df["n"].diff().tolist(), df.nlargest(2, "n")["name"].tolist())
print(df.describe(include="all"))
print(df["name"].describe(), df.n.describe(percentiles=[0.1]), sep="\n")
grown = pd.DataFrame({"a": [1, 2], "b": ["x", "y"]})
grown.loc[len(grown)] = [3, "z"]
grown.loc[3, "a"] = 4
print(grown, np.sqrt(grown["a"]), np.log(grown[["a"]]), np.exp(grown["a"].head(1)).index, sep="\n")
letters = pd.Series([1, 2], index=["a", "b"])
letters["c"], letters["a"] = 3, 7
print(letters)
for wrong in (lambda: grown.loc.__setitem__(9, [1]), lambda: df["nope"], lambda: df.loc[99], lambda: df.iloc[99], lambda: pd.DataFrame({"a": [1], "b": [1, 2]}), lambda: bool(s), lambda: df.drop(columns=["nope"]), lambda: df["name"].mean(), lambda: df.nope):
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, error)

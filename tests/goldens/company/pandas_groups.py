# Groups, joins, tables of groups, and categories as columns.
import numpy as np
import pandas as pd

pd.set_option("display.max_columns", 20)
df = pd.DataFrame({"team": ["a", "b", "a", "b", "c"], "sex": ["m", "f", "f", "f", "m"], "points": [1, 2, 3, 4, 5], "weight": [1.5, 2.5, np.nan, 4.5, 5.5]})
print(df.groupby("team")["points"].mean(), df.groupby("team")[["points", "weight"]].sum(), df.groupby("team").size(), df.groupby("team").count(), sep="\n")
print(df.groupby("team").mean(numeric_only=True), df.groupby("team")["points"].agg(["mean", "min", "max", "count"]), df.groupby("team").agg({"points": "sum", "weight": "mean"}), sep="\n")
print(df.groupby("team").agg(total=("points", "sum"), heavy=("weight", "max")), df.groupby("team", as_index=False)["points"].sum(), df.groupby("team")["points"].sum().reset_index(), sep="\n")
print(df.groupby(["team", "sex"])["points"].sum(), df.groupby(["team", "sex"]).size(), df.groupby(["team", "sex"])[["points", "weight"]].mean(), df.groupby(["team", "sex"])["points"].sum().unstack(), sep="\n")
print(df.groupby("team").agg({"points": ["mean", "sum"], "weight": ["max"]}), df.groupby("team")["points"].transform("mean").tolist(), df.groupby("team")["points"].apply(lambda s: s.max() - s.min()), sep="\n")
for name, group in df.groupby("sex"):
    print(name, group["points"].tolist(), group.shape)
print(df.groupby("team").get_group("a"), df.groupby("team").groups, df.groupby("team").ngroups, df.groupby(df["points"] > 2)["weight"].median(), df.groupby("sex")["team"].value_counts(), df.groupby("sex")["team"].nunique(), sep="\n")
print(df.groupby("team")["points"].std(), df.groupby("team").first(), df.groupby("team", sort=False)["weight"].max(), df.groupby("team")["points"].describe(), sep="\n")
print(df.groupby("team")["points"].cumsum(), df.groupby("team").cumcount().tolist(), df.groupby("team")["points"].shift().tolist(), df.groupby("team")["points"].shift(-1, fill_value=0).tolist(), df.groupby("sex")["points"].diff().tolist(), sep="\n")

left = pd.DataFrame({"key": ["k0", "k1", "k2"], "a": [1, 2, 3], "same": [0, 0, 0]})
right = pd.DataFrame({"key": ["k0", "k2", "k2", "k3"], "b": [10, 20, 30, 40], "same": [1, 1, 1, 1]})
for how in ("inner", "left", "right", "outer"):
    print(how, pd.merge(left, right, on="key", how=how), sep="\n")
print(left.merge(right, left_on="key", right_on="key", suffixes=("_l", "_r")).columns.tolist(), pd.merge(left, right.rename(columns={"key": "id"}), left_on="key", right_on="id")[["key", "id"]], sep="\n")
print(left.merge(right, on="key", how="outer", indicator=True)["_merge"].tolist(), left.set_index("key").join(right.set_index("key")["b"]), left[["a"]].merge(right[["b"]], how="cross").shape, sep="\n")
print(pd.concat([left, right]), pd.concat([left, right], ignore_index=True).shape, pd.concat([left["a"], right["b"]], axis=1), pd.concat([left, right], axis=1).columns.tolist(), pd.concat([left, left], keys=["x", "y"]), sep="\n")
print(pd.concat([pd.Series([1, 2]), pd.Series([3])]), pd.concat([left, right], join="inner").columns.tolist(), pd.concat([left, pd.DataFrame([{"key": "new", "a": 9, "same": 1}])], ignore_index=True), sep="\n")

print(pd.get_dummies(df[["team", "points"]]), pd.get_dummies(df["sex"], dtype=int), pd.get_dummies(df, columns=["sex"], drop_first=True, dtype=float).columns.tolist(), pd.get_dummies(["a", None, "b"], prefix="is", dummy_na=True), sep="\n")
print(df.pivot_table(values="points", index="team", columns="sex", aggfunc="sum"), df.pivot_table(values="points", index="team"), pd.pivot_table(df, values="points", index="team", columns="sex", fill_value=0), sep="\n")
print(pd.crosstab(df["team"], df["sex"]), pd.crosstab(df["team"], df["sex"], normalize="index"), df.melt(id_vars="team", value_vars=["points", "weight"]), sep="\n")
print(df[["team", "points"]].pivot(columns="team", values="points"), df[["team", "sex"]].value_counts(), sep="\n")
for wrong in (lambda: df.groupby("nope"), lambda: pd.merge(left[["a"]], right[["b"]]), lambda: df.groupby("team")["points"].get_group("z"), lambda: pd.concat([])):
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, error)

"""What pandas says of mistakes that beginners make: names that are none, arguments that are left out or of another kind."""
import numpy as np
import pandas as pd

df = pd.DataFrame({"a": [1, 2, 3], "b": ["x", "y", "z"], "c": [1.5, np.nan, 2]})
for mistake in (
    lambda: df["zz"], lambda: df[["a", "zz"]], lambda: df.drop(columns=["zz"]), lambda: df["a"] + "x", lambda: df.melt(id_vars="zz"),
    lambda: df.pivot_table(values="zz", index="a"), lambda: pd.get_dummies(df, columns=["zz"]), lambda: df["a"].replace("x"),
    lambda: df.replace(), lambda: df["a"].between(1), lambda: df["a"].map(), lambda: df.agg("foo"), lambda: df.groupby("a")["zz"],
    lambda: df["a"].quantile(2), lambda: df["a"].sort_values(by="a"), lambda: df.columns[5], lambda: df.applymap(str),
    lambda: df.fillna(method="ffill"), lambda: df.drop_duplicates("zz"), lambda: df.dropna(subset=["zz"]), lambda: df.interpolate(),
    lambda: df.sum(axis="foo"), lambda: pd.to_datetime("2024-13-01"), lambda: df.fillna(), lambda: df.corr(method="foo"),
    lambda: df.corr(),
):
    try:
        print(mistake())
    except Exception as error:
        print(type(error).__name__, error)
print(df.pivot(index="a", columns="b"), df.groupby("b")["a"].unique())

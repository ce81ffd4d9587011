import matplotlib.pyplot as plt
import pandas as pd
import seaborn as sns

df = pd.DataFrame({"a": list("xyxyx"), "b": [1, 2, 1, 1, 2], "c": [1.0, 2.0, 3.0, 4.0, 9.0]})
print(pd.crosstab(df.a, df.b, margins=True))
print(pd.crosstab([df.a, df.b], df.c.round().astype(int)))
print(pd.crosstab(df.a, df.b, normalize="index"))
print([sns.violinplot(data=df, x="a", y="c")], sns.violinplot(x=df["c"]) is not None)
plt.close("all")
print([sns.stripplot(data=df, x="a", y="c", hue="b")])
print(sns.swarmplot(data=df, x="a", y="c") is not None)

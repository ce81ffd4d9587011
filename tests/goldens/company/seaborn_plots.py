import matplotlib
matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np, pandas as pd, seaborn as sns
sns.set_theme(style="whitegrid", palette="muted", context="talk"); sns.set_style("darkgrid")
df = pd.DataFrame({"a": [1, 2, 3, 4, 5, 6.], "b": [2.1, 3.9, 6.2, 8.1, 9.7, 12.2], "k": list("xyxyxz"), "n": [0, 1, 0, 1, 2, 2]})
def T(n, f):
    ax = f()
    if hasattr(ax, "get_xlabel"): print(n, type(ax).__name__, repr(ax.get_xlabel()), repr(ax.get_ylabel()), repr(ax.get_title()))
    else: print(n, type(ax).__name__)
    plt.close("all")
T("heat", lambda: sns.heatmap(df[["a", "b"]].corr(), annot=True, cmap="coolwarm", vmin=-1, vmax=1, center=0, square=True, fmt=".1f", linewidths=.5))
T("heat2", lambda: sns.heatmap(np.eye(3, dtype=int), annot=True, fmt="d", cbar=False, xticklabels=["p", "q", "r"], yticklabels=False, cmap="Blues"))
T("scatter", lambda: sns.scatterplot(data=df, x="a", y="b")); T("scatter hue", lambda: sns.scatterplot(data=df, x="a", y="b", hue="k", s=50, palette="Set2")); T("scatter num", lambda: sns.scatterplot(x=df["a"], y=df["b"], hue=df["n"])); T("arr", lambda: sns.scatterplot(x=np.arange(3), y=np.arange(3)))
T("line", lambda: sns.lineplot(data=df, x="a", y="b")); T("line2", lambda: sns.lineplot(x="n", y="b", data=df, hue="k", marker="o")); T("line3", lambda: sns.lineplot(x=range(4), y=[1, 2, 3, 4], label="loss")); T("line list", lambda: sns.lineplot([1, 3, 2]))
T("hist", lambda: sns.histplot(df["b"], bins=4, kde=True)); T("hist2", lambda: sns.histplot(data=df, x="b", hue="k", multiple="stack", stat="density")); T("hist3", lambda: sns.histplot(np.random.RandomState(0).randn(50), color="red")); T("hist4", lambda: sns.histplot(data=df, y="b", binwidth=2))
T("bar", lambda: sns.barplot(data=df, x="k", y="b")); T("bar2", lambda: sns.barplot(x=["u", "v"], y=[1, 2], palette="viridis", hue=["u", "v"], legend=False)); T("bar3", lambda: sns.barplot(data=df, x="b", y="k", hue="n", errorbar=None))
T("box", lambda: sns.boxplot(data=df, x="k", y="b")); T("box2", lambda: sns.boxplot(data=df[["a", "b"]])); T("box3", lambda: sns.boxplot(x=df["b"])); T("box4", lambda: sns.boxplot(data=df, x="k", y="b", hue="n"))
T("count", lambda: sns.countplot(data=df, x="k")); T("count2", lambda: sns.countplot(x=df["n"], hue=df["k"])); T("count3", lambda: sns.countplot(data=df, y="k", order=["z", "y", "x"]))
T("kde", lambda: sns.kdeplot(df["b"], fill=True)); T("kde2", lambda: sns.kdeplot(data=df[df.k != "z"], x="b", hue="k"))
T("reg", lambda: sns.regplot(data=df, x="a", y="b")); T("reg2", lambda: sns.regplot(x="a", y="b", data=df, ci=None, order=2, scatter_kws={"s": 10}, line_kws={"color": "red"}))
g = sns.pairplot(df[["a", "b", "k"]], hue="k", diag_kind="hist"); print(type(g).__name__, len(g.axes), g.axes[1][0].get_xlabel()); plt.close("all")
fig, axs = plt.subplots(1, 2); print(sns.histplot([1, 2, 3], ax=axs[1]) is axs[1])
print(sns.color_palette("deep", 3).as_hex(), sns.color_palette("Set2", 2), len(sns.color_palette()), sns.cubehelix_palette(4).as_hex())
for f in (lambda: sns.scatterplot(data=df, x="zz", y="b"), lambda: sns.set_style("foo"), lambda: sns.color_palette("nope")):
    try: f()
    except Exception as e: print(type(e).__name__, e)

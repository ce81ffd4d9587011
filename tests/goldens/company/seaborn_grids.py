# Grids of plots by seaborn: the same plot for parts of the data, margins, and each number over each other.
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import seaborn as sns

rs = np.random.RandomState(0)
df = pd.DataFrame({"a": rs.randn(60), "b": rs.randn(60), "k": rs.choice(["x", "y", "z"], 60), "h": rs.choice(["m", "f"], 60),
                   "n": rs.randint(0, 4, 60)})  # fmt: skip

g = sns.FacetGrid(df, row="h", col="k", hue="h", height=2, aspect=1.2)
g.map(plt.scatter, "a", "b", alpha=0.7).add_legend()
g.set_axis_labels("A", "B")
print(g.axes.shape, [ax.get_title() for ax in g.axes.flat], [ax.get_xlabel() for ax in g.axes.flat])
g.set_titles("{row_name}/{col_name}").refline(y=0)
print(g.axes[0, 0].get_title(), sorted(g.axes_dict), type(g).__name__, len(g.axes[1, 1].collections))
g = sns.FacetGrid(df, col="n", col_wrap=2)
g.map_dataframe(sns.histplot, x="a", bins=5)
print(len(g.axes.flat), g.axes.flat[3].get_title(), len(g.axes.flat[0].patches))
g = sns.relplot(data=df, x="a", y="b", hue="h", col="k")
print(g.axes.shape, g.axes.flat[0].get_ylabel(), [ax.get_title() for ax in g.axes.flat])
print(sns.displot(df, x="a", col="h", bins=4).axes.shape, sns.displot(df["a"]).ax.get_xlabel())
for kind in ("strip", "swarm", "box", "violin", "point", "bar"):
    g = sns.catplot(data=df, x="k", y="a", kind=kind)
    print(kind, g.ax.get_xlabel(), g.ax.get_ylabel())
print(sns.catplot(data=df, x="k", kind="count").ax.get_ylabel())
print([ax.get_title() for ax in sns.lmplot(data=df, x="a", y="b", hue="h", col="k", height=3).axes.flat])
for kind in ("scatter", "hex", "kde", "hist", "reg", "resid"):
    g = sns.jointplot(data=df, x="a", y="b", kind=kind, height=4)
    print(kind, type(g).__name__, g.ax_joint.get_xlabel(), g.ax_joint.get_ylabel())
g = sns.PairGrid(df[["a", "b", "h"]], hue="h")
g.map_upper(sns.scatterplot).map_lower(sns.kdeplot)
g.map_diag(sns.histplot)
print(g.axes[1][0].get_xlabel(), g.axes[1][0].get_ylabel(), len(g.x_vars))
sns.pairplot(df, hue="h", corner=True, markers=["o", "s"], diag_kind="hist")
ax = plt.figure().gca()
sns.scatterplot(data=df, x="a", y="b", hue="h", style="k", size="n", sizes=(10, 100))
sns.kdeplot(data=df, x="a", y="b", fill=True, cmap="mako", levels=5)
sns.histplot(data=df, x="a", y="b", bins=10, cbar=True)
sns.ecdfplot(data=df, x="a", hue="h")
sns.pointplot(data=df, x="k", y="a", hue="h")
sns.rugplot(data=df, x="a")
print(ax.get_xlabel(), ax.get_ylabel())
with sns.axes_style("darkgrid"), sns.color_palette("Set2"):
    (line,) = plt.figure().gca().plot([1, 2])
print(len(sns.hls_palette(4)), [tuple(round(float(part), 2) for part in color) for color in sns.blend_palette(["r", "b"], 3)])
print(round(sns.plotting_context("paper")["font.size"], 2), sns.axes_style("dark")["axes.facecolor"])
for call in (lambda: sns.relplot(data=df, x="a", y="b", kind="nothing"), lambda: sns.jointplot(data=df, x="a", y="b", kind="q"),
             lambda: sns.scatterplot(data=df, x="q", y="b")):  # fmt: skip
    try:
        call()
    except ValueError as error:
        print(error)

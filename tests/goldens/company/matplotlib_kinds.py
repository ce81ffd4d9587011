import matplotlib.pyplot as plt
import numpy as np
from matplotlib.colors import ListedColormap, Normalize
from matplotlib.patches import Circle, Ellipse, Patch, Polygon, Rectangle, Wedge
from matplotlib.lines import Line2D
from matplotlib.gridspec import GridSpec
from matplotlib.ticker import MaxNLocator, MultipleLocator, FuncFormatter

x = np.linspace(0, 10, 50)
fig, ax = plt.subplots()
ax.plot(x, np.sin(x), "r--", label="sin")
print(ax.set_xlim(0, 10), ax.get_xlim(), ax.get_ylim())
counts, edges, bars = plt.hist([1, 2, 2, 3, 3, 3], bins=3, edgecolor="k")
print(counts, edges, bars)
print(plt.hist(x, bins=4, weights=np.ones(50) / 50)[0], plt.hist(x, histtype="step", cumulative=True, bins=5)[0])
print(plt.hist([[1, 2, 3], [2, 3, 4]], bins=3, stacked=True)[0], plt.hist(x, bins="auto", density=True)[0])
bars = plt.bar(["a", "b"], [1.5, 2], yerr=[0.1, 0.2], capsize=3)
print([(bar.get_x(), bar.get_width(), bar.get_height()) for bar in bars], len(bars))
bars[0].set_color("r")
plt.clf()
bars = plt.bar([0, 1], [1.5, 2])
print(plt.gca().bar_label(bars, fmt="%.1f"))
plt.close()

fig, ax = plt.subplots()
print(ax.errorbar([1, 2], [1, 2], yerr=[0.1, 0.2], fmt="o", capsize=3), ax.stem([1, 2, 3], [1, 2, 3]))
print(len(ax.fill([0, 1, 1], [0, 0, 1], "b", alpha=0.3)), len(ax.step([1, 2, 3], [1, 2, 3], where="mid")))
ax.fill_between(x, np.sin(x), where=np.sin(x) > 0, color="y", interpolate=True)
ax.fill_betweenx([0, 1], [0, 1], [1, 2])
ax.axvspan(1, 2, alpha=0.2)
ax.axhspan(0, 1, color="grey")
ax.vlines([1, 2], 0, 1, colors="r", linestyles="dashed")
ax.hlines(0.5, 0, 1)
ax.axline((0, 0), slope=1)
ax.arrow(0, 0, 1, 1, head_width=0.1)
ax.annotate("hi", (1, 1), textcoords="offset points", xytext=(0, 10), ha="center")
print(len(ax.stackplot([1, 2], [1, 2], [2, 3], labels=["a", "b"])), ax.get_legend_handles_labels()[1])
plt.close()

wedges, texts, percents = plt.pie([1, 2, 3], labels=["a", "b", "c"], autopct="%1.1f%%", startangle=90, explode=(0, 0.1, 0))
print(len(wedges), [text.get_text() for text in texts + percents])
plt.close()
parts = plt.boxplot([[1, 2, 3, 10], [2, 3, 4]], patch_artist=True, tick_labels=["a", "b"])
print({name: len(made) for name, made in parts.items()}, len(parts["fliers"][0].get_ydata()), parts["whiskers"][1].get_ydata())
print(sorted(plt.violinplot([[1, 2, 3], [2, 3, 4]], showmeans=True)))
plt.close()

X, Y = np.meshgrid(np.linspace(-1, 1, 20), np.linspace(-1, 1, 20))
lines = plt.contour(X, Y, X**2 + Y**2)
print(lines.levels, [len(pieces) for pieces in lines.allsegs[1:-1]])
print([text.get_text() for text in plt.clabel(lines, fontsize=8)])
print(plt.contour(np.arange(9).reshape(3, 3), levels=[2, 5], colors="k").levels)
filled = plt.contourf(X, Y, X * Y, 10, cmap=plt.cm.RdBu, alpha=0.8)
plt.colorbar(filled, fraction=0.046, pad=0.04)
print(plt.hist2d(x, x, bins=5)[0].sum(), plt.quiver([0], [0], [1], [1], scale=1, scale_units="xy", angles="xy") is not None)
points = plt.scatter([1, 2], [1, 2], c=[0.1, 0.9])
plt.colorbar(points, label="v")
print(np.asarray(points.get_offsets()))
plt.close()

fig = plt.figure(figsize=(4, 4))
grid = GridSpec(2, 2, figure=fig)
top, left = fig.add_subplot(grid[0, :]), fig.add_subplot(grid[1, 0])
box = top.add_patch(Rectangle((0, 0), 1, 2, fill=False, edgecolor="r", linewidth=2))
print(box.get_width(), box.get_xy())
for patch in (plt.Circle((0.5, 0.5), 0.2, color="b"), Ellipse((0.5, 0.5), 0.2, 0.4, angle=30), Wedge((0, 0), 1, 0, 300, width=0.3),
              Polygon([[0, 0], [2, 0], [1, 0.5], [2, 1], [0, 1]], facecolor="none", edgecolor="g")):  # fmt: skip
    top.add_patch(patch)
top.legend(handles=[Patch(color="r", label="a"), Line2D([0], [0], color="b", label="b")])
print(sorted(fig.subplot_mosaic("AB;CC")), plt.subplot2grid((3, 3), (0, 0), colspan=2) is not None)
plt.close()

fig, ax = plt.subplots()
(line,) = ax.plot([1, 2], [3, 5], "o-", lw=3)
print(line.get_linewidth(), line.get_linestyle(), line.get_marker(), list(map(float, line.get_xdata())))
print(ax.get_xticks(), ax.get_yticks(), plt.axis())
ax.set_xticks([1, 2], ["one", "two"])
print([text.get_text() for text in plt.xticks()[1]])
plt.close("all")

print(Normalize(0, 10)(5), ListedColormap(["r", "b"])(1), plt.cm.Blues(0.3), plt.get_cmap("viridis", 5).N)
print(plt.cm.Set1(0), plt.get_cmap("tab20")(3), plt.cm.RdYlBu(np.array([0.0, 0.5, 1.0])))
print(MaxNLocator(5).tick_values(0, 10), MultipleLocator(0.5).tick_values(0, 1), FuncFormatter(lambda v, p: f"{v}!")(1))

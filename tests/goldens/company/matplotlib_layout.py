"""Grids of uneven cells, axes within axes, ticks by rule, limits and their direction: what can be asked of them."""
import matplotlib
matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np
from matplotlib.gridspec import GridSpec
from matplotlib.ticker import (EngFormatter, FixedFormatter, FormatStrFormatter, FuncFormatter, LinearLocator, MaxNLocator,
                               MultipleLocator, NullFormatter, NullLocator, PercentFormatter)
from mpl_toolkits.axes_grid1 import make_axes_locatable

fig, axs = plt.subplots(2, 2, sharex=True, gridspec_kw={"hspace": 0, "height_ratios": [2, 1]}, figsize=(5, 5))
for ax in axs.flat:
    ax.label_outer()
print(axs.shape, len(fig.axes), fig.get_size_inches())
grid = fig.add_gridspec(3, 3, width_ratios=[3, 1, 1])
print(grid, GridSpec(2, 2), grid[0, :], grid[1:, -1], grid.get_geometry())
side = fig.add_subplot(grid[1:, -1])
fig.delaxes(side)
print(len(fig.axes))
try:
    GridSpec(2, 2, width_ratios=[1, 2, 3])
except ValueError as error:
    print(error)

fig, (left, right) = plt.subplots(1, 2, width_ratios=[2, 1])
inset = left.inset_axes([0.5, 0.5, 0.4, 0.4])
inset.plot([1, 2], [3, 4])
corner = fig.add_axes([0.1, 0.1, 0.2, 0.2], title="corner")
print(corner.get_title(), fig.axes[-1] is corner)
corner.remove()
print(len(fig.axes), plt.gca() is not corner)

image = right.imshow(np.arange(6.0).reshape(2, 3), norm=plt.Normalize(0, 10))
bar_axes = make_axes_locatable(right).append_axes("right", size="5%", pad=0.05)
bar = fig.colorbar(image, cax=bar_axes)
bar.set_label("height")
print(image.get_clim(), image.get_extent(), image.get_array().shape)
image.set_clim(0, 20)
image.set_cmap("plasma")
print(image.get_clim())

fig, ax = plt.subplots()
line, = ax.plot([0, 1, 2, 3], [0, 10, 20, 30], label="a line")
print(line.get_xydata())
ax.xaxis.set_major_locator(MultipleLocator(1))
ax.yaxis.set_major_locator(MaxNLocator(4))
ax.yaxis.set_major_formatter(PercentFormatter(40))
print(ax.get_xticks(), ax.get_yticks(), ax.xaxis.get_ticklocs())
ax.xaxis.set_major_formatter("{x:.1f} s")
ax.xaxis.set_major_formatter(lambda x, pos: f"{x:g}|{pos}")
ax.xaxis.set_minor_locator(NullLocator())
ax.yaxis.set_label_text("share")
print(ax.get_ylabel(), ax.yaxis.get_label().get_text(), ax.xaxis.get_scale())
print(ax.set_xlim(3, 0), ax.get_xlim(), ax.xaxis.get_inverted())
print(ax.set_xlim(0, 3), ax.xaxis_inverted() if hasattr(ax, "xaxis_inverted") else False)
ax.invert_yaxis()
print([float(end) for end in ax.axis([0, 1, 0, 1])])
ax.autoscale()
print([round(float(end), 3) for end in (*ax.get_xlim(), *ax.get_ylim())])
print([text.get_text() for text in ax.legend(labelspacing=1, handlelength=2).get_texts()])
print(ax.set(title="t", xlabel="x", ylim=(0, 5)))
print(len(ax.set_xticks([0, 1])), [text.get_text() for text in ax.set_xticklabels(["a", "b"], rotation=30)])
print(plt.setp(ax.get_xticklabels(), rotation=45) != [])
ax.set_prop_cycle(color=["r", "#00ff00"])
print([matplotlib.colors.to_hex(ax.plot([1, 2])[0].get_color()) for _ in range(3)])
try:
    ax.plot([1], color="notacolor")
except ValueError as error:
    print(error)

formatters = [FuncFormatter(lambda x, pos: f"<{x}>"), FormatStrFormatter("%.2f"), NullFormatter(),
              FixedFormatter(["a", "b"]), EngFormatter(unit="Hz"),
              EngFormatter(places=1)]
print([[formatter(x, pos) for x, pos in ((0, 0), (0.25, 1), (1500.0, 2))] for formatter in formatters])
print(LinearLocator(3).tick_values(0, 1), NullLocator().tick_values(0, 1).__len__(), MaxNLocator(integer=True).tick_values(0, 3))

counts, edges, _ = plt.hist(np.array([0.1, 0.2, 0.7, 1.3], dtype=np.float32), bins=3)
print(counts, edges, edges.dtype)
bars = ax.bar(["p", "q"], [1, -2])
print(ax.bar_label(bars, padding=3))
ax.fill_between([0, 1, 2], [0, 1, 0], [1, 2, 1], step="mid", alpha=0.3)
ax.scatter([1, 2], [1, 2], c=[1, 100], norm=matplotlib.colors.LogNorm())
print(matplotlib.colors.BoundaryNorm([0, 1, 5, 10], 3)([0.5, 3, 7]), matplotlib.colors.TwoSlopeNorm(0, -1, 4)([-1, 0, 2]).tolist(),
      float(matplotlib.colors.PowerNorm(2, 0, 10)(5)))
mosaic_figure, axd = plt.subplot_mosaic("AAB;CDB", width_ratios=[1, 2, 1])
print(sorted(axd), mosaic_figure)
plt.delaxes(axd["A"])
print(len(mosaic_figure.get_axes()))
turned, ax = plt.subplots()
ax.tick_params(axis="x", rotation=45)
ax.tick_params(axis="both", which="both", bottom=False, labelbottom=False)
ax.grid(True, which="both", linestyle="--")
print(turned)

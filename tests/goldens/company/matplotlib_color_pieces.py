"""Colour maps by pieces, exact channels, and what images and points know of their colours."""

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np
from each_line import each_line
from matplotlib.colors import LinearSegmentedColormap, ListedColormap, to_hex, to_rgba, to_rgba_array

pieces = {
    "red": [(0, 0, 0), (0.4, 1, 0.7), (1, 1, 1)],
    "green": [(0, 0, 0.3), (1, 0.5, 1)],
    "blue": [(0, 0.2, 0.2), (0.25, 0.9, 0.9), (1, 0, 0)],
}
mine = LinearSegmentedColormap("mine", segmentdata=pieces, N=16)
pairs = LinearSegmentedColormap.from_list("pairs", [(0, "red"), (0.25, "#00ff00"), (1, "blue")])
bent = LinearSegmentedColormap("bent", pieces, N=64, gamma=2.0)
np.set_printoptions(precision=6, suppress=True)
fig, ax = plt.subplots()
image = ax.imshow(np.arange(6.0).reshape(2, 3), vmin=1)
points = ax.scatter([1, 2], [3, 4], c=[5.0, 9.0])
bar = fig.colorbar(image)
each_line(
    """
mine.name, mine.N
mine(np.linspace(0, 1, 5))
mine.reversed().name, mine.reversed()(np.linspace(0, 1, 3))
bent(np.linspace(0, 1, 4))
pairs(np.linspace(0, 1, 5))
LinearSegmentedColormap.from_list("two", ["w", "navy"], N=5)(np.arange(5))
LinearSegmentedColormap.from_list("clear", [(1, 0, 0, 0.2), (0, 0, 1, 0.7)])([0, 0.5, 1.0])
LinearSegmentedColormap("bad", {**pieces, "red": [(0.1, 0, 0), (1, 1, 1)]})(0.5)
LinearSegmentedColormap("bad", {**pieces, "red": [(0, 0), (1, 1)]})(0.5)
ListedColormap(["r", (0.1, 0.2, 0.3)]).colors
ListedColormap(["r", "g"], N=3).N
plt.get_cmap("tab10").colors[1]
to_rgba((0.1, 0.2, 0.3), 0.5), to_rgba((0.1, 0.2, 0.3, 0.4)), to_rgba("0.35"), to_hex((0.1, 0.2, 0.3))
to_rgba_array([(0.1, 0.2, 0.3), "r"])
to_rgba((1, 2, 3))
to_rgba("2.5")
image.norm.vmin, image.norm.vmax, image.norm(3.0), image.get_clim()
points.norm(7.0), points.get_clim(), points.cmap.name
float(bar.vmin), float(bar.vmax), bar.cmap.name
ax.xaxis.labelpad, ax.set_xlabel("x", labelpad=9).get_text(), ax.xaxis.labelpad
ax.set_title("t", {"size": 12}, fontsize=9).get_size()
""",
    globals(),
)
ax.annotate("", xy=(0, 0), xytext=(1, 1), arrowprops=dict(arrowstyle="->", color="r", lw=2, alpha=0.3))

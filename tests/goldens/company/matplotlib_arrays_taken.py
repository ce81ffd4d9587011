"""Colours by their channels, limits and points from arrays, bars of colours beside contour lines, titles whose size is said twice."""
import matplotlib.colors as colors
import matplotlib.pyplot as plt
import numpy as np
import torch
from each_line import each_line
from mpl_toolkits.mplot3d import Axes3D

x, y = np.meshgrid(np.linspace(-2, 2, 9), np.linspace(-1, 1, 5))
one, two = np.random.default_rng(1).standard_normal(12), np.random.default_rng(2).standard_normal(17)
fig, ax = plt.subplots()
line, = ax.plot([], [])
each_line("""
colors.rgb2hex((0.1, 0.2, 0.3)), colors.to_hex((0.1, 0.2, 0.3, 0.4)), colors.to_hex((0.1, 0.2, 0.3, 0.4), keep_alpha=True)
colors.hex2color("#ff8800"), colors.to_rgba((0.1, 0.2, 0.3)), colors.to_rgba([0.1, 0.2, 0.3], 0.5), colors.to_rgba("0.25")
colors.to_rgba("r"), colors.to_rgba("red"), colors.to_rgb((0.7, 0.1, 0.2)), colors.same_color("r", "#ff0000")
colors.is_color_like(("r", "m")), colors.is_color_like(("r", 0.5)), colors.is_color_like((1, 2))
line.set_data(np.array([[1, 2], [3, 4]]))
line.get_xydata()
line.set_data([1, 2])
line.set_data([5.0, 6.0], [7.0, 8.0])
[float(place) for place in line.get_xdata()]
plt.hist((one, two), color=("r", "m"), histtype="barstacked", label=("one", "two"), bins=4)[0]
plt.hist((one, two), color=("r", "m", "b"))
[float(end) for end in plt.axis(np.array((-1, 1, -2, 2)) * 3)]
[float(end) for end in plt.axis(torch.tensor([0.0, 1, 0, 2]))]
plt.axis([0, 1, 2])
ax.set_aspect("equal", "box")
ax.get_aspect()
ax.set_aspect("auto")
ax.get_aspect()
ax.set_title("t", fontdict={"fontsize": 20}, size=9).get_fontsize()
ax.set_xlabel("x", size=15, fontsize=16)
ax.text(0, 0, "w").get_color()
list(plt.violinplot([one, two], showmeans=True, showmedians=True))
plt.scatter(x, y, c=x * y).axes is ax
""", globals())
fig, ax = plt.subplots()
lines = ax.contour(x, y, x * x + y, levels=[0, 1, 2.5])
bar = fig.colorbar(lines, label="height")
print(type(bar).__name__, lines.norm.vmin, lines.norm.vmax, lines.cmap.name, len(fig.axes))
fig = plt.figure()
space, plane = Axes3D(fig, elev=10, azim=20), plt.Axes(fig, [0, 0, 1, 1])
print(len(fig.axes), space.elev, space.azim, fig.add_axes(plane) is plane, len(fig.axes))
plt.close("all")

# What notebooks ask of figures beside the data: keywords of every kind, parts, transforms, settings, and what is said of
# values that are none.
import matplotlib as mpl
import matplotlib.pyplot as plt
import numpy as np
import torch
from cycler import cycler
from matplotlib import cm, colors, patches
from matplotlib.collections import LineCollection
from matplotlib.lines import Line2D
from matplotlib.patches import Arc, FancyArrowPatch, FancyBboxPatch, Patch, Rectangle
from mpl_toolkits.axes_grid1 import ImageGrid


def told(call):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, error)


x = np.linspace(0.1, 6, 12)
fig, ax = plt.subplots(figsize=(6, 4), facecolor="w")
(line,) = ax.plot(x, np.sin(x), ds="steps-mid", markevery=5, marker="o", rasterized=True, solid_capstyle="round")
ax.plot(x, np.cos(x), ls=(0, (3, 1)), dash_capstyle="round", animated=False)
ax.plot([0, 1], [0, 1], "k--", transform=ax.transAxes, scalex=False)
print(ax.text(0.5, 0.9, "hi", transform=ax.transAxes, family="monospace", wrap=True, backgroundcolor="w"))
ax.annotate("peak", xy=(1.5, 1), xytext=(3, 0.5), arrowprops=dict(arrowstyle="->", connectionstyle="arc3,rad=.2"))
print(ax.set_title("left", loc="left", pad=10, y=1.02), ax.set_xlabel("x", labelpad=5, loc="right"))
print(ax.bar(["a", "b"], [1, 2], hatch="/", label=["p", "q"]))
ax.fill_between(x, x, hatch="//", step=None)
print(ax.imshow(np.eye(3), interpolation="bilinear", aspect="auto").__class__.__name__)
print([type(made).__name__ for made in ax.get_children()][:3], len(ax.lines), len(ax.texts), len(ax.images), len(ax.patches))
ax.yaxis.tick_right()
ax.xaxis.set_label_position("top")
ax.minorticks_on()
ax.ticklabel_format(axis="y", style="sci", scilimits=(0, 0))
ax.tick_params(axis="both", which="both", direction="in", top=True)
ax.set_axisbelow(True)
print(ax.legend(loc="best", shadow=True, labelcolor="linecolor", fancybox=True).__class__.__name__)

values = np.arange(9) // 3
points = ax.scatter(range(9), range(9), c=values)
handles, labels = points.legend_elements()
print(len(handles), labels)
bar = fig.colorbar(points, ax=ax, ticks=[0, 1, 2], extend="both", format="%.1f")
bar.set_ticks([0, 2])
bar.ax.tick_params(labelsize=8)
bar.set_label("class", rotation=270, labelpad=15)

for shape in (Rectangle((1, 2), 3, 4), FancyBboxPatch((0, 0), 1, 1, boxstyle="round,pad=0.1"), Arc((0, 0), 1, 1, theta2=90),
              FancyArrowPatch((0, 0), (1, 1)), patches.RegularPolygon((0, 0), 5, radius=1)):
    print(ax.add_patch(shape).__class__.__name__)
box = Rectangle((1, 2), 3, 4)
print(box.xy, box.get_width(), box.get_xy(), box)
print(ax.add_collection(LineCollection([[(0, 0), (1, 1)]], colors="r", linewidths=2)).__class__.__name__)
print(fig.legend(handles=[Patch(color="r"), Line2D([0], [0])], labels=["z", "l"], loc="upper center", ncol=2).__class__.__name__)
print(plt.hist(torch.tensor([1.0, 2, 2]), bins=[0, 1, 2, 3])[0])

space = plt.figure().add_subplot(projection="3d", elev=20)
grid = np.meshgrid(x, x)
space.plot_surface(*grid, grid[0] * grid[1], edgecolor="k", lw=0.5, shade=True)
space.plot_wireframe(*grid, grid[0], lw=0.5, rstride=2, cstride=2)
space.bar3d([0, 1], [0, 1], [0, 0], 0.5, 0.5, [1, 2])
space.plot_trisurf(x, np.cos(x), x, cmap="viridis")
space.contourf(*grid, grid[0] * grid[1], zdir="z", offset=-1)
space.set_zticks([0, 1])
space.set_box_aspect((1, 1, 0.5))
space.text2D(0.05, 0.95, "flat", transform=space.transAxes)
space.zaxis.set_major_formatter("{x:.02f}")
print(space.name, plt.subplot(121, projection="polar").name)
print(len(ImageGrid(plt.figure(), 111, nrows_ncols=(2, 3), axes_pad=0.1)))

print(mpl.rcParams["font.size"], mpl.rcParams["legend.loc"], mpl.rcParams["axes.titlesize"])
told(lambda: mpl.rcParams.update({"font.sze": 3}))
told(lambda: mpl.rcParams["nothing"])
with plt.rc_context({"lines.linewidth": 3, "axes.prop_cycle": cycler(color=["r", "g"])}):
    print(mpl.rcParams["lines.linewidth"], plt.figure().gca().plot([1, 2])[0].get_color() in ("r", "#ff0000"))
print(mpl.rcParams["lines.linewidth"], cycler(color=["r", "g"]) + cycler(lw=[1, 2]))
print(colors.SymLogNorm(0.1, vmin=-1, vmax=1)(0), colors.to_rgba_array(["r", "b"]).tolist())
for call in (
    lambda: plt.legend(loc="uper right"), lambda: plt.plot([1], ls="dashd"), lambda: plt.yscale("logg"),
    lambda: plt.bar([1], [1], align="x"), lambda: plt.imshow([[1]], origin="x"), lambda: plt.grid(axis="z"),
    lambda: plt.text(0, 0, "a", ha="x"), lambda: plt.figure(figsize=(2,)), lambda: plt.imshow([[1]], cmap="Virdis"),
    lambda: plt.legend(foo=1), lambda: plt.plot([1], foo=1),
):  # fmt: skip
    told(call)

fig, ax = plt.subplots()
picture = plt.imshow(np.eye(3))
plt.gray()
plt.clim(0, 2)
print(picture.get_cmap().name, picture.get_clim())
ax.get_xaxis().set_visible(False)
ax.get_yaxis().set_ticks([])
ax.title.set_text("later")
print(ax.get_title(), ax.get_visible(), ax.axes is ax, ax.get_aspect(), ax.xaxis_inverted(), ax.yaxis_inverted())
words = ax.text(0, 0, "a", ha="right")
words.set_x(0.5)
(line,) = ax.plot([1, 2], zorder=5)
line.set_path_effects([])
line.set_mec("r")
print(words.get_ha(), words.get_fontweight(), words.get_position()[0], line.get_zorder(), line.get_gid(), hasattr(line, "nonsense"))

plt.figure()
print(plt.bar(range(3), [1, 2, 3], color=plt.cm.viridis(np.linspace(0, 1, 3))), plt.barh([1], [2], color=(0.1, 0.2, 0.3, 0.4)))
print(*plt.hist([1.0, 2, 2, 3], bins=2, orientation="horizontal", histtype="step")[:2])
for body in plt.violinplot([[1, 2, 3.0]])["bodies"]:
    body.set_facecolor("r")
    body.set_alpha(0.5)
plt.figure()
told(lambda: plt.clim(0, 1))

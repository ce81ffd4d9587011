import warnings

import matplotlib as mpl
import matplotlib.pyplot as plt
import numpy as np
from cycler import cycler

print(plt.rcParams["figure.figsize"], plt.rcParams["lines.linewidth"], plt.rcParams["font.size"])
print(mpl.rcParams is plt.rcParams, "axes.grid" in plt.rcParams, "nothing" in plt.rcParams)
plt.rcParams["figure.figsize"] = (8, 3)
plt.rcParams.update({"lines.linewidth": 3, "axes.titlesize": "x-large", "font.size": 12, "axes.grid": True})
fig, ax = plt.subplots()
print(fig.get_size_inches(), fig)
(line,) = ax.plot([1, 2, 3])
print(line.get_linewidth(), ax.set_title("large").get_fontsize(), ax.set_xlabel("plain").get_fontsize())
plt.close("all")
plt.rcdefaults()
print(plt.rcParams["figure.figsize"], plt.rcParams["axes.grid"])

for key, value in [("nothing", 1), ("axes.grid", "maybe"), ("lines.linewidth", "thick"), ("figure.figsize", (1,)),
                   ("text.color", "bluue")]:
    try:
        plt.rcParams[key] = value
    except (KeyError, ValueError) as error:
        print(type(error).__name__, error)
for call in (lambda: plt.rcParams["nothing"], lambda: plt.rc("lines", width=2), lambda: plt.style.use("nothing")):
    try:
        call()
    except (KeyError, OSError) as error:
        print(type(error).__name__, error)

print(sorted(plt.style.available)[:8], len(plt.style.available))
for name in ["ggplot", "dark_background", "seaborn-v0_8-darkgrid", "fivethirtyeight", "bmh"]:
    with plt.style.context(name):
        fig, ax = plt.subplots()
        (line,) = ax.plot([1, 2])
        print(name, plt.rcParams["axes.grid"], [round(float(part), 3) for part in ax.get_facecolor()],
              line.get_linewidth(), len(plt.rcParams["axes.prop_cycle"]))
        plt.close(fig)
print(plt.rcParams["axes.grid"], len(plt.rcParams["axes.prop_cycle"]))

with plt.rc_context({"lines.linestyle": "--", "lines.marker": "o", "lines.markersize": 9}):
    (line,) = plt.plot([1, 2])
    print(line.get_linestyle(), line.get_marker(), line.get_markersize())
(line,) = plt.plot([1, 2])
print(line.get_linestyle(), line.get_marker(), line.get_markersize())
plt.close("all")

plt.rc("lines", lw=2, ls=":")
(line,) = plt.plot([1, 2])
print(line.get_linewidth(), line.get_linestyle())
plt.close("all")
plt.style.use("default")
plt.style.use(["ggplot", {"lines.linewidth": 5}])
(line,) = plt.plot([1, 2])
print(line.get_linewidth(), plt.rcParams["text.color"], plt.rcParams["axes.labelcolor"])
plt.close("all")
plt.style.use("default")

wheel = cycler(color=["red", "green"]) + cycler(linestyle=["-", "--"])
print(wheel, len(wheel), sorted(wheel.by_key().items()), sorted(wheel.keys))
print(list(cycler("color", "rgb"))[:2], len(cycler(a=[1, 2]) * cycler(b=[3, 4, 5])))
plt.rcParams["axes.prop_cycle"] = cycler(color=["red", "green"])
lines = [plt.plot([1, 2])[0] for _ in range(3)]
print([mpl.colors.to_hex(line.get_color()) for line in lines], mpl.colors.to_hex("C1"))
plt.close("all")
plt.rcdefaults()

fig, ax = plt.subplots(facecolor="lightgrey")
print([round(float(part), 3) for part in mpl.colors.to_rgba(fig.get_facecolor())])
fig.patch.set_facecolor("navy")
ax.patch.set_facecolor("ivory")
print(mpl.colors.to_hex(fig.get_facecolor()), mpl.colors.to_hex(ax.get_facecolor()))
with warnings.catch_warnings(record=True):
    warnings.simplefilter("always")
    plt.rcParams["font.family"] = "serif"
print(plt.rcParams["font.family"], plt.rcParams["hist.bins"])
counts, edges, bars = plt.hist(np.arange(12.0))
print(counts.shape, edges[[0, -1]])

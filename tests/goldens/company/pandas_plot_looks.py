"""What plots of frames are told: sizes of ticks' texts, styles and colours by name, error bars, stacks, groups."""
import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import pandas as pd

frame = pd.DataFrame({"low": [1.0, 3, 2, 5], "high": [4.0, 6, 7, 6], "who": list("abcd"), "side": [0, 0, 1, 1]})
both = frame[["low", "high"]]


def tell(axes):
    legend = axes.get_legend()
    sizes = [round(each[0].get_fontsize()) for each in (axes.get_xticklabels(), axes.get_yticklabels()) if each]
    print(axes.get_xlabel(), axes.get_ylabel(), axes.get_title(), sizes, axes.get_xscale(), axes.get_yscale())
    print(legend and [each.get_text() for each in legend.get_texts()], len(axes.lines), len(axes.patches))
    print([round(float(end), 3) for end in (*axes.get_xlim(), *axes.get_ylim())])
    plt.close("all")


tell(both.low.plot(fontsize=14))
tell(both.plot(kind="bar", fontsize=9, rot=0))
tell(both.plot.barh(stacked=True, fontsize=7))
tell(both.low.plot(kind="hist", bins=4, fontsize=8))
tell(both.plot.hist(stacked=True, bins=4))
tell(both.low.plot.hist(orientation="horizontal"))
tell(both.low.plot(kind="density", fontsize=6, bw_method=0.4))
tell(both.plot(legend="reverse"))
tell(both.plot(loglog=True))
tell(both.plot(style={"low": "--"}, color={"low": "r", "high": "g"}))
tell(both.plot(y="low", yerr="high"))
tell(both.low.plot.bar(yerr=both.high, capsize=2))
tell(both.plot.bar(align="edge", position=0))
tell((both - 4).plot.bar(stacked=True))
tell(both.plot.box(fontsize=5))
tell(frame.plot.scatter(x="low", y="high", c="side", colormap="viridis", fontsize=5, label="both"))
tell(frame.set_index("who").low.plot(use_index=False, legend=True))
tell(both.plot(subplots=True, layout=(-1, 2), sharex=False, title=["one", "two"]).ravel()[0])
tell(both.hist(xlabelsize=5, ylabelsize=6, grid=False)[0, 0])
tell(both.boxplot(fontsize=7))
tell(frame.groupby("side").low.plot(legend=True).iloc[0])
first, axes = plt.subplots()
lines = [axes.plot([0, at], label=name)[0] for at, name in enumerate(("x", "y", "z"))]
axes.legend(lines[::-1], ["c", "b", "a"])
tell(axes)

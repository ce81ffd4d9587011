# What stands around the data: second axes.
import matplotlib
matplotlib.use("Agg")
import matplotlib.pyplot as plt

fig, ax = plt.subplots()
loss, = ax.plot([0, 1, 2], [3, 2, 1], label="loss")
ax.set_ylabel("loss", color="tab:red")
right = ax.twinx()
accuracy, = right.plot([1, 2, 9], [10, 50, 90], "g--", label="accuracy")
right.set_ylabel("accuracy")
right.tick_params(axis="y", labelcolor="tab:green", colors="g", labelsize=8, length=2)
print(len(fig.axes), plt.gca() is right, ax.get_xlim(), right.get_xlim())
print(ax.get_ylim(), right.get_ylim(), ax.get_ylabel(), right.get_ylabel())
right.set_xlim(0, 10)
print(ax.get_xlim())
right.legend([loss, accuracy], ["loss", "accuracy"])
top = ax.twiny()
top.plot([100, 200], [1, 2])
print(top.get_ylim(), ax.get_ylim(), top.get_xlim())
plt.twinx().set_yscale("log")
print(len(fig.axes))

# The lines around the data.
fig, ax = plt.subplots()
ax.spines["top"].set_visible(False)
ax.spines[["right", "left"]].set_visible(False)
ax.spines.bottom.set_linewidth(2)
ax.spines["bottom"].set_position(("data", 0))
print([(name, spine.get_visible(), spine.get_linewidth(), spine.get_position()) for name, spine in ax.spines.items()])
ax.spines[:].set_color("tab:blue")
print([tuple(round(float(part), 3) for part in spine.get_edgecolor()) for spine in ax.spines.values()])
for wrong in ("middle", ["top", "middle"]):
    try:
        ax.spines[wrong]
    except KeyError as problem:
        print(problem)
plt.box(False)
print(ax.get_frame_on())

# Turned ticks.
fig, ax = plt.subplots()
ax.bar(["one", "two"], [1, 2])
plt.xticks(rotation=45, ha="right", fontsize=8)
print([label.get_rotation() for label in ax.get_xticklabels()])
ax.tick_params(axis="y", rotation=90, labelsize=8)
ax.set_xticks([0, 1], ["a", "b"], rotation="vertical")
print([(label.get_text(), label.get_rotation()) for label in ax.get_xticklabels()])
plt.setp(ax.get_xticklabels(), rotation=30, ha="right", rotation_mode="anchor")
print(ax.get_xticklabels()[0].get_rotation(), ax.get_yticklabels()[0].get_rotation())
try:
    plt.xticks(labels=["a"])
except TypeError as problem:
    print(problem)

# Hollow markers.
line, = plt.plot([1, 2], "ro", mfc="none")
print(line.get_markerfacecolor())
line, = plt.plot([1, 2], "o", fillstyle="none", color="#00ff00")
print(line.get_markerfacecolor(), line.get_markeredgecolor())
plt.scatter([1, 2], [1, 2], facecolors="none", edgecolors="r")
plt.scatter([1, 2], [1, 2], facecolors="none", edgecolors=["r", "b"], linewidths=2)

# Legends beside the axes.
fig, ax = plt.subplots()
ax.plot([1, 2], label="one")
ax.plot([2, 1], label="two")
legend = ax.legend(bbox_to_anchor=(1.05, 1), loc="upper left", borderaxespad=0.0, framealpha=0.5, ncol=2, title="Which")
print(legend.get_title().get_text(), legend.get_frame_on(), [text.get_text() for text in legend.get_texts()])

# Words: turned, bold, italic, in boxes, over the whole figure.
fig, ax = plt.subplots()
words = ax.text(0.5, 0.5, "words", rotation=30, fontweight="bold", bbox=dict(facecolor="wheat", alpha=0.5))
words.set_rotation("vertical")
print(words.get_rotation(), fig.text(0.5, 0.01, "below", ha="center", style="italic").get_text())
print(fig.supxlabel("x of all").get_text(), fig.supylabel("y of all", fontsize=9).get_text())
print(fig.suptitle("All", fontsize=16, fontweight="bold").get_text())
ax.set_ylabel("level", rotation=0)
ax.annotate("here", (0, 0), (0.5, 0.5), arrowprops=dict(arrowstyle="->", color="red", lw=2))
ax.annotate("there", (0, 0), (0.5, 0.5), arrowprops=dict(facecolor="black", shrink=0.05))
for wrong in ({"style": "leaning"}, {"rotation_mode": "middle"}):
    try:
        ax.text(0, 0, "x", **wrong)
    except ValueError as problem:
        print(type(problem).__name__)

# Grounds, level colour bars, logarithms on both sides of 0.
fig, ax = plt.subplots(subplot_kw={"facecolor": "white"})
ax.set_facecolor("lightgrey")
print(tuple(round(float(part), 3) for part in ax.get_facecolor()))
print(fig.colorbar(ax.imshow([[1, 2], [3, 4]]), orientation="horizontal", label="value").orientation)
fig, ax = plt.subplots()
ax.plot([-1000, 0, 50], [-5, 1, 2])
ax.set_xscale("symlog")
print([round(float(end), 6) for end in ax.get_xlim()], ax.get_xscale(), ax.get_xticks().tolist())
fig, ax = plt.subplots()
ax.plot([-1000, 0, 50], [-5, 1, 2])
ax.set_xscale("symlog", linthresh=10)
print([round(float(end), 6) for end in ax.get_xlim()], ax.get_yscale(), ax.get_xticks().tolist())

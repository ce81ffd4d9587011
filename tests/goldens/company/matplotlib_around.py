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

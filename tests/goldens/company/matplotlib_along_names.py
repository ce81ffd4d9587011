"""Axes of names, spans and times of day; what colour bars are about; triangles; ticks by fixed places."""

import datetime as dt

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import matplotlib.tri as tri
import numpy as np
import pandas as pd
import seaborn as sns
from matplotlib.legend import Legend
from matplotlib.ticker import FixedLocator, FuncFormatter


def along(ax):
    print([text.get_text() for text in ax.get_xticklabels()], [round(float(end), 3) for end in ax.get_xlim()])
    plt.close("all")


values = pd.Series([3.0, 1, 4, 1, 5, 9, 2, 6])
along(values.groupby(pd.cut(values, [0, 2, 5, 9])).mean().plot())
along(pd.Series([1.0, 2, 3], index=[dt.time(1), dt.time(1, 30), dt.time(2)]).plot())
along(pd.Series([1.0, 2, 3], index=pd.to_timedelta(["1h", "2h", "3h"])).plot())
along(pd.DataFrame({"a": [1, 2], "b": [2, 1]}, index=[("u", 1), ("u", 2)]).plot.bar())
along(sns.stripplot(x=["a", "b", "a"], y=[1, 2, 3]))

ax = plt.figure().gca()
ax.plot([0, 1, 2], [0, 1, 2])
ax.xaxis.set_major_locator(FixedLocator([-1, 0, 1, 2, 3]))
ax.set_xticklabels(list("vwxyz"))
print([text.get_text() for text in ax.get_xticklabels()])
ax.xaxis.set_major_formatter(FuncFormatter(lambda x, at: f"{at}:{x}"))
print([text.get_text() for text in ax.get_xticklabels()])
print(ax.get_xticks(minor=True), ax.get_xticklabels(minor=True), type(ax.xaxis.get_minor_locator()).__name__)
legend = Legend(ax, ax.get_lines(), ["own"], loc="lower right")
print(ax.add_artist(legend) is legend, [text.get_text() for text in legend.get_texts()])

plt.figure()
image = plt.imshow(np.eye(3))
plt.plot([0, 1])
print(plt.gci() is image, plt.colorbar().mappable is image)
points = plt.scatter([1, 2], [1, 2])
print(plt.gci() is points)
_, grid = plt.subplots(1, 2)
grid[0].imshow(np.eye(2))
try:
    plt.colorbar()
except RuntimeError as error:
    print(error)

x, y = np.array([0, 2, 0, 2, 1.0]), np.array([0, 0, 2, 2, 1.0])
shape = tri.Triangulation(x, y)
print(sorted(sorted(corners) for corners in shape.triangles.tolist()), shape.edges.shape)
print(tri.LinearTriInterpolator(shape, x + 3 * y)(0.5, 0.25))
print(type(plt.tricontourf(shape, x * y)).__name__, type(plt.tripcolor(shape, x)).__name__, len(plt.triplot(shape, "k-")))

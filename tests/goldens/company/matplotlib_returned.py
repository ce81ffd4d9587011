import matplotlib.pyplot as plt
import numpy as np

fig, ax = plt.subplots()
(line,) = ax.plot([1, 2, 3], "r--o")
print(line.get_color(), line.get_markerfacecolor(), line.get_linestyle(), ax.plot([1], color="C2")[0].get_color())
line.set_color((0.5, 0.5, 0.5))
print(line.get_color(), ax.axhline(0, color="k").get_color())
print(ax.text(1, 2, "hi"), ax.annotate("p", (1, 1), xytext=(2, 2.5)), ax.set_xticks([0, 1, 2]) and ax.get_xticks())
print(ax.set_xticklabels(["a", "b", "c"]), ax.lines, ax.texts, ax.images, ax.margins())
bars = ax.bar(["a", "b"], [3, 1], width=0.5)
print(bars, [repr(bar.get_height()) for bar in bars], bars[0], type(bars).__name__, ax.patches)
print(type(ax.pcolormesh(np.eye(2))).__name__, type(ax.pie([1, 2])).__name__, plt.Rectangle((0, 0), 1, 2))
wedges, texts = plt.subplots()[1].pie([1, 3], labels=["x", "y"])
print(len(wedges), [text.get_text() for text in texts])

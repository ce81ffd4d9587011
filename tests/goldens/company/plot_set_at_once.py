"""`set` of bars and of an axis, and labels by their names as x in seaborn."""
import matplotlib.pyplot as plt
import pandas as pd
import seaborn as sns

figure, axes = plt.subplots()
bars = axes.bar([1, 2, 3], [3, 2, 1])
bars[1].set(color="red", height=4)
bars[0].set(edgecolor="darkred", linewidth=2)
axes.xaxis.set(ticks=range(1, 5), ticklabels=[3, 100, -12, "foo"])
axes.yaxis.set(label_text="count")
print(bars[1].get_facecolor(), float(bars[1].get_height()), [text.get_text() for text in axes.get_xticklabels()], axes.get_ylabel())
for artist in (bars[2], axes.xaxis):
    try:
        artist.set(size=1)
    except AttributeError as fault:
        print(fault)
plain = plt.figure().subplots().bar(["a", "b"], [1, 2])
plain[0].set_linewidth(3)
plt.show()

rows = pd.DataFrame({"v": [1.0, 2.0, 3.0]}, index=pd.Index(["a", "b", "a"], name="kind"))
drawn = sns.barplot(data=rows, x="kind", y="v", ax=plt.figure().subplots())
print([float(bar.get_height()) for bar in drawn.patches], drawn.get_xlabel())

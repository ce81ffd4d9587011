import matplotlib

matplotlib.use("agg")
import numpy as np
import pandas as pd
import seaborn as sns
from matplotlib import pyplot as plt

rng = np.random.RandomState(1)
frame = pd.DataFrame(
    {
        "day": pd.Categorical(rng.choice(["Mon", "Tue", "Wed"], 50), ["Wed", "Mon", "Tue"]),
        "bill": rng.gamma(3, 6, 50).round(2),
        "who": pd.Categorical(rng.choice(["F", "M"], 50), ["M", "F"]),
        "many": rng.randint(1, 4, 50),
    }
)
frame["bin"] = pd.cut(frame.bill, [0, 10, 20, 80])


def told(axes):
    legend = axes.get_legend()
    print([each.get_text() for each in axes.get_xticklabels()], legend and [each.get_text() for each in legend.get_texts()])
    plt.close("all")


told(sns.countplot(frame, x="day"))
told(sns.boxplot(frame, x="day", y="bill", hue="who"))
told(sns.barplot(frame, x="bin", y="many"))
told(sns.violinplot(frame, x="day", y="bill"))
told(sns.stripplot(frame, x="day", y="bill"))
told(sns.pointplot(frame, x="day", y="bill"))
print([each.get_text() for each in sns.scatterplot(frame, x="bill", y="many", hue="who").get_legend().get_texts()])
told(sns.boxplot(frame, x=frame.many.astype("category"), y="bill"))
grid = sns.FacetGrid(frame, col="day")
print([axes.get_title() for axes in grid.axes.flat])
plain = frame.assign(day=frame.day.astype(str), who=frame.who.astype(str))
grid = sns.catplot(plain, x="day", y="bill", kind="box", col="who")
print([[each.get_text() for each in axes.get_xticklabels()] for axes in grid.axes.flat])
axes = frame.boxplot("bill", by="day")
print(axes.get_title(), axes.get_xlabel(), repr(axes.get_ylabel()), [each.get_text() for each in axes.get_xticklabels()])
print(frame.boxplot(["bill", "many"], by="who").shape, frame.hist().shape)

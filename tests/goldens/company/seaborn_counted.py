# Counts of data without a name for an axis; tensors that require grad; words of tensors; texts of a confusion matrix.
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import seaborn as sns
import torch
from sklearn.metrics import ConfusionMatrixDisplay


def show(draw):
    plt.close("all")
    try:
        axes = draw()
        print(repr(axes.get_xlabel()), repr(axes.get_ylabel()), [text.get_text() for text in axes.get_yticklabels()][:3])
        print([(round(float(bar.get_width()), 2), round(float(bar.get_height()), 2)) for bar in axes.patches])
    except Exception as error:
        print(type(error).__name__, error)


days, sizes = pd.Series(["Thu", "Fri", "Thu"], name="day"), pd.Series([1, 2, 2], name="size")
show(lambda: sns.countplot(days))
show(lambda: sns.countplot(["a", "b", "a"]))
show(lambda: sns.countplot(np.array(["a", "b"])))
show(lambda: sns.countplot(data=days))
show(lambda: sns.countplot(x=days))
show(lambda: sns.countplot(sizes))
show(lambda: sns.countplot(torch.tensor([1, 2, 2])))
show(lambda: sns.countplot(pd.DataFrame({"day": days, "size": sizes})))
show(lambda: sns.countplot())

weights = torch.ones(3, requires_grad=True)
for draw in (sns.lineplot, sns.histplot, sns.kdeplot, sns.boxplot, sns.violinplot, sns.barplot, sns.ecdfplot):
    show(lambda: draw(weights))
show(lambda: sns.heatmap(weights[None]))
show(lambda: sns.lineplot(x=[1, 2, 3], y=weights))
show(lambda: sns.scatterplot(x=weights, y=weights))

plt.close("all")
print(repr(plt.title(None).get_text()), plt.title(torch.tensor(3)).get_text(), plt.xlabel(torch.tensor([1, 2])).get_text())
print(plt.plot([1], label=torch.tensor(1))[0].get_label(), plt.plot([1], label=np.float64(2.5))[0].get_label())
shown = ConfusionMatrixDisplay.from_predictions([0, 1, 1, 2], [0, 1, 2, 2])
print(shown.text_.shape, [[text.get_text() for text in row] for row in shown.text_])

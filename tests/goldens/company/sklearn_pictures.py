# Pictures by sklearn: trees as boxes, precision over recall, and many dimensions in two.
import warnings

import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import load_digits, load_iris
from sklearn.manifold import TSNE, trustworthiness
from sklearn.metrics import PrecisionRecallDisplay, RocCurveDisplay
from sklearn.tree import DecisionTreeClassifier, DecisionTreeRegressor, plot_tree

warnings.simplefilter("ignore")
X, y = load_iris(return_X_y=True)
for depth, more in ((2, {}), (3, {"proportion": True, "class_names": ["a", "b", "c"]}), (4, {"feature_names": list("wxyz")})):
    model = DecisionTreeClassifier(max_depth=depth, random_state=0).fit(X, y)
    for text in plot_tree(model, filled=True, rounded=True, **more):
        print(repr(text))
for text in plot_tree(DecisionTreeRegressor(max_depth=2, random_state=0).fit(X, y + 0.5), label="root", node_ids=True):
    print(repr(text))
print(len(plot_tree(DecisionTreeClassifier(random_state=0).fit(X, y), max_depth=1)))
shown = PrecisionRecallDisplay.from_predictions(y == 1, X[:, 2], name="petals")
print(round(float(shown.average_precision), 6), shown.ax_.get_xlabel(), shown.ax_.get_ylabel(), type(shown).__name__)
shown = RocCurveDisplay.from_predictions(y == 1, X[:, 2])
print(round(float(shown.roc_auc), 6), shown.ax_.get_xlabel(), shown.ax_.get_ylabel())
X, y = load_digits(return_X_y=True)
X, y = X[:90], y[:90]
model = TSNE(random_state=0, method="exact", perplexity=20, max_iter=500)
places = model.fit_transform(X)
print(places.shape, places.dtype, model.n_iter_, bool(trustworthiness(X, places) > 0.95), round(float(model.kl_divergence_), 1))
print(TSNE(2, perplexity=5))
nearest = np.array([y[np.argsort(((places - place) ** 2).sum(1))[1]] for place in places])
print(bool((nearest == y).mean() > 0.9))
try:
    TSNE().fit_transform(X[:10])
except ValueError as error:
    print(error)

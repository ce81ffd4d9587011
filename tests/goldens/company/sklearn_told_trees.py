"""A tree's numbers, and its text for graphviz; one goal in a column of its own; goals that are several."""
import warnings

import numpy as np
from sklearn.ensemble import GradientBoostingRegressor
from sklearn.linear_model import ElasticNet, Lasso, LinearRegression, Ridge, SGDRegressor
from sklearn.svm import SVR
from sklearn.tree import DecisionTreeClassifier, DecisionTreeRegressor, export_graphviz

warnings.simplefilter("ignore")
rng = np.random.default_rng(8)
X = rng.random((40, 2))
y = X @ [[1.0], [3.0]] + 0.1 * rng.random((40, 1))
model = DecisionTreeClassifier(max_depth=2, random_state=0).fit(X, (y.ravel() > 2).astype(int))
tree = model.tree_
print(tree.max_n_classes, tree.n_classes, tree.n_features, tree.n_outputs, repr(tree.n_leaves), tree.capacity, type(tree))
print(tree.predict(X[:3].astype(np.float32)), tree.compute_feature_importances().round(6), model.feature_importances_.round(6))
print(export_graphviz(model))
print(export_graphviz(model, filled=True, rounded=True, feature_names=["wide", "high"], class_names=["no", "yes"], proportion=True,
                      node_ids=True, leaves_parallel=True, rotate=True, impurity=False))
lines = DecisionTreeRegressor(max_depth=2, random_state=0).fit(X, y)
print(export_graphviz(lines, filled=True, precision=2, label="root", special_characters=True))
print(export_graphviz(lines, max_depth=1, rounded=True, label="none"))
for made in (LinearRegression(), Ridge(), Lasso(alpha=0.01), ElasticNet(alpha=0.01)):
    made.fit(X, y)
    print(type(made).__name__, made.coef_.shape, np.shape(made.intercept_), made.predict(X[:2]).round(4))
for made in (SGDRegressor(random_state=0, max_iter=5), GradientBoostingRegressor(n_estimators=2), SVR()):
    print(type(made).__name__, made.fit(X, y).predict(X[:2]).shape)
    try:
        made.fit(X, np.hstack([y, y]))
    except ValueError as error:
        print(error)

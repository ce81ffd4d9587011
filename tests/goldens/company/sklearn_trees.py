import numpy as np
from sklearn.datasets import load_iris, load_diabetes, load_breast_cancer, make_classification
from sklearn.tree import DecisionTreeClassifier, DecisionTreeRegressor, export_text
from sklearn.ensemble import RandomForestClassifier, RandomForestRegressor
from sklearn.model_selection import train_test_split
X, y = load_iris(return_X_y=True)
for kw in (dict(), dict(max_depth=3), dict(criterion="entropy", max_depth=4), dict(min_samples_leaf=5), dict(max_features=2), dict(max_features="sqrt", max_depth=5), dict(min_samples_split=20), dict(min_impurity_decrease=0.01), dict(class_weight="balanced", max_depth=2)):
    t = DecisionTreeClassifier(random_state=0, **kw).fit(X, y)
    print(t, t.get_depth(), t.get_n_leaves(), t.tree_.feature.tolist(), t.tree_.threshold.round(4).tolist()[:6], t.feature_importances_.round(5), t.score(X, y))
t = DecisionTreeClassifier(max_depth=2, random_state=1).fit(X, y); print(export_text(t, feature_names=list("abcd"))); print(export_text(t, show_weights=True)); print(t.predict_proba(X[[0, 60, 120]]).round(4), t.apply(X[:3]), t.tree_.value[0], t.tree_.impurity.round(4), t.tree_.n_node_samples)
X, y = load_diabetes(return_X_y=True)
for kw in (dict(max_depth=2), dict(max_depth=4, min_samples_leaf=7), dict(max_features=3, max_depth=5)):
    r = DecisionTreeRegressor(random_state=3, **kw).fit(X, y); print(r, r.get_n_leaves(), r.tree_.feature.tolist()[:12], r.predict(X[:4]).round(4), round(r.score(X, y), 6))
print(export_text(DecisionTreeRegressor(max_depth=1).fit(X, y), decimals=3))
Xt, Xs, yt, ys = train_test_split(*load_breast_cancer(return_X_y=True), random_state=0)
t = DecisionTreeClassifier(random_state=42).fit(Xt, yt); print(t.get_depth(), t.get_n_leaves(), t.tree_.feature.tolist(), t.score(Xs, ys))
f = RandomForestClassifier(10, random_state=0).fit(Xt, yt); print(f, f.score(Xs, ys), f.predict_proba(Xs[:4]).round(3), f.feature_importances_.round(4)[:6], len(f), [e.tree_.node_count for e in f])
f = RandomForestClassifier(n_estimators=5, max_depth=3, max_features=None, bootstrap=False, random_state=1).fit(Xt, yt); print(f.score(Xs, ys))
g = RandomForestRegressor(8, max_depth=4, random_state=0).fit(X, y); print(g.predict(X[:4]).round(4), round(g.score(X, y), 6))
t = DecisionTreeClassifier().fit([[0], [1], [2], [3]], ["no", "no", "yes", "yes"]); print(t.predict([[0.5], [2.5]]), t.classes_)

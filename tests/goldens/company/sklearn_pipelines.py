from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import StandardScaler, MinMaxScaler
from sklearn.linear_model import LogisticRegression
from sklearn.decomposition import PCA
p = Pipeline([("sc", StandardScaler()), ("pca", PCA(2)), ("lr", LogisticRegression(C=2.0))]); print(p); print(make_pipeline(StandardScaler(), StandardScaler(), LogisticRegression())); print(Pipeline([("a", PCA())])); print(make_pipeline(StandardScaler(), MinMaxScaler()))
from sklearn.model_selection import GridSearchCV, ParameterGrid
g = GridSearchCV(LogisticRegression(), {"C": [0.1, 1]}, cv=3); print(g)
print(GridSearchCV(p, {"lr__C": [0.1, 1], "pca__n_components": [1, 2]}, cv=3))
import numpy as np
from sklearn.datasets import load_iris, load_breast_cancer, load_diabetes
from sklearn.model_selection import cross_val_score, cross_validate, cross_val_predict, KFold, train_test_split
from sklearn.neighbors import KNeighborsClassifier
from sklearn.linear_model import Ridge
from sklearn.metrics import make_scorer, f1_score
X, y = load_breast_cancer(return_X_y=True)
Xt, Xs, yt, ys = train_test_split(X, y, random_state=0)
p = make_pipeline(StandardScaler(), LogisticRegression()).fit(Xt, yt)
print(p.score(Xs, ys), p.predict(Xs[:5]), p.predict_proba(Xs[:2]).round(4), p.named_steps["logisticregression"].coef_[0, :3].round(4), p[0], len(p), p.classes_)
print(cross_val_score(p, X, y, cv=4).round(5), cross_val_score(p, X, y, scoring="f1", cv=3).round(5), cross_val_score(p, X, y, scoring="roc_auc", cv=KFold(3)).round(5))
g = GridSearchCV(make_pipeline(StandardScaler(), KNeighborsClassifier()), {"kneighborsclassifier__n_neighbors": [1, 3, 5], "kneighborsclassifier__weights": ["uniform", "distance"]}, cv=3, return_train_score=True, verbose=1).fit(Xt, yt)
print(g.best_params_, round(g.best_score_, 5), g.best_estimator_, g.score(Xs, ys), g.best_index_, g.n_splits_)
print(g.cv_results_["mean_test_score"].round(5), g.cv_results_["rank_test_score"], g.cv_results_["mean_train_score"].round(5), g.cv_results_["params"][1], sorted(g.cv_results_))
X, y = load_diabetes(return_X_y=True)
r = cross_validate(Ridge(0.1), X, y, cv=3, scoring=["r2", "neg_mean_squared_error"], return_train_score=True); print({k: v.round(4) for k, v in r.items() if "time" not in k})
print(cross_val_predict(Ridge(0.1), X, y, cv=3)[:3].round(3), list(ParameterGrid({"b": [1, 2], "a": ["x"]})), len(ParameterGrid({"a": [1, 2], "b": [3]})))
p.set_params(logisticregression__C=10.0); print(p.get_params()["logisticregression__C"], sorted(p.get_params())[:6])
for f in (lambda: GridSearchCV(Ridge(), {"alpha": 3}).fit(X, y), lambda: GridSearchCV(Ridge(), {"beta": [3]}).fit(X, y), lambda: Pipeline([("a", 3), ("b", Ridge())]).fit(X, y), lambda: Pipeline([("a", Ridge()), ("a", Ridge())]).fit(X, y)):
    try: f()
    except Exception as e: print(type(e).__name__, str(e)[:150])

import numpy as np
from sklearn.datasets import load_iris, load_diabetes, make_regression, make_blobs
from sklearn.linear_model import Ridge, Lasso, ElasticNet
from sklearn.neighbors import KNeighborsClassifier, KNeighborsRegressor
from sklearn.naive_bayes import GaussianNB
X, y = load_diabetes(return_X_y=True)
for m in (Ridge(), Ridge(alpha=0.1), Ridge(alpha=10, fit_intercept=False), Lasso(), Lasso(alpha=0.1), ElasticNet(alpha=0.01), ElasticNet(alpha=0.1, l1_ratio=0.9)):
    m.fit(X, y); print(m, m.coef_.round(4), np.round(m.intercept_, 4), np.round(m.score(X, y), 6), getattr(m, "n_iter_", None))
m = Ridge().fit(X, np.stack([y, -y], 1)); print(m.coef_.shape, m.intercept_.round(3), m.predict(X[:2]).round(3))
X, y = load_iris(return_X_y=True)
for kw in ({}, dict(n_neighbors=3), dict(n_neighbors=7, weights="distance"), dict(p=1), dict(metric="manhattan")):
    k = KNeighborsClassifier(**kw).fit(X[::2], y[::2]); print(k, k.score(X[1::2], y[1::2]), k.predict(X[50:56]), k.predict_proba(X[70:72]).round(4))
d, i = k.kneighbors(X[1:3], 2); print(d.round(5), i)
k = KNeighborsClassifier(2).fit([[0.], [1.], [2.]], ["a", "b", "a"]); print(k.predict([[0.4], [1.6]]), k.classes_)
Xb, _ = make_blobs(60, 3, random_state=4)
r = KNeighborsRegressor(3, weights="distance").fit(Xb[:40, :2], Xb[:40, 2]); print(r.predict(Xb[40:43, :2]).round(4), round(r.score(Xb[40:, :2], Xb[40:, 2]), 6))
g = GaussianNB().fit(X, y); print(g.theta_.round(4), g.var_.round(5), g.class_prior_, g.predict(X[48:54]), g.predict_proba(X[77:79]).round(6), g.score(X, y))
for f in (lambda: KNeighborsClassifier(9).fit([[0.], [1.]], [0, 1]).predict([[0.]]), lambda: KNeighborsClassifier().predict([[0.]])):
    try: f()
    except Exception as e: print(type(e).__name__, e)

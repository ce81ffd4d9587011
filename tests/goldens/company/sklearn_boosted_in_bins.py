"""Boosting over bins, from parts of the samples, by other losses, and until nothing gets better."""

import numpy as np
from each_line import each_line
from sklearn.datasets import load_diabetes, load_iris, make_friedman1
from sklearn.ensemble import (
    GradientBoostingClassifier,
    GradientBoostingRegressor,
    HistGradientBoostingClassifier,
    HistGradientBoostingRegressor,
)
from sklearn.inspection import partial_dependence

X, y = load_diabetes(return_X_y=True)
holes = X.copy()
holes[::6, 3] = np.nan
F, g = make_friedman1(150, noise=0.5, random_state=2)
for options in ({}, {"loss": "absolute_error"}, {"loss": "quantile", "quantile": 0.8}, {"loss": "poisson", "max_depth": 3},
                {"early_stopping": True, "random_state": 0, "tol": 0.01}):  # fmt: skip
    model = HistGradientBoostingRegressor(max_iter=12, **options).fit(X, y)
    print(options, model.predict(X[:3]).round(4), model.n_iter_, round(model.score(X, y), 5))
for options in ({"subsample": 0.6}, {"loss": "huber"}, {"loss": "absolute_error"}, {"n_iter_no_change": 2, "tol": 0.1}):
    model = GradientBoostingRegressor(n_estimators=15, random_state=0, **options).fit(F, g)
    print(options, model.predict(F[:3]).round(4), model.n_estimators_, model.train_score_[-1].round(4))
flowers = load_iris(return_X_y=True)
binned = HistGradientBoostingClassifier(max_iter=10).fit(*flowers)
exponential = GradientBoostingClassifier(loss="exponential", n_estimators=8, random_state=0).fit(X, y > 150)
gappy = HistGradientBoostingRegressor(max_iter=10).fit(holes, y)
small = GradientBoostingRegressor(n_estimators=5, random_state=0).fit(F, g)
each_line(
    """
binned
binned.predict_proba(flowers[0][50:52]).round(4)
binned.score(*flowers)
len(list(binned.staged_predict(flowers[0])))
exponential.predict_proba(X[:2]).round(4)
gappy.predict(holes[:4]).round(3)
gappy.predict(np.full((1, 10), np.nan)).round(3)
partial_dependence(small, F, [3], grid_resolution=4)["average"].round(4)
partial_dependence(small, F, [(0, 3)], grid_resolution=2, kind="both")["individual"].shape
""",
    globals(),
)

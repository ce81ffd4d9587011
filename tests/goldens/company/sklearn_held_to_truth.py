"""Chances that hold, searches by several measures, and lines by averaged slopes."""

import numpy as np
from each_line import each_line
from sklearn.calibration import CalibratedClassifierCV
from sklearn.datasets import load_iris, make_classification
from sklearn.inspection import permutation_importance
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GridSearchCV
from sklearn.naive_bayes import GaussianNB
from sklearn.svm import LinearSVC

X, y = make_classification(160, 6, random_state=5)
flowers = load_iris(return_X_y=True)
scaled = (flowers[0] - flowers[0].mean(axis=0)) / flowers[0].std(axis=0)
bent = CalibratedClassifierCV(GaussianNB(), cv=3).fit(X, y)
steps = CalibratedClassifierCV(GaussianNB(), method="isotonic", cv=3).fit(X, y)
single = CalibratedClassifierCV(LinearSVC(), ensemble=False).fit(X, y)
search = GridSearchCV(LogisticRegression(), {"C": [0.01, 0.1, 1]}, scoring={"right": "accuracy", "area": "roc_auc"}, refit="area").fit(X, y)
worth = permutation_importance(search, X, y, n_repeats=3, random_state=0, scoring=["accuracy", "f1"])
short = LogisticRegression(solver="saga", l1_ratio=1, C=0.1, random_state=0, max_iter=200).fit(X, y)
both = LogisticRegression(solver="saga", l1_ratio=0.5, C=0.2, random_state=0, max_iter=200).fit(scaled, flowers[1])
each_line(
    """
bent.predict_proba(X[:3]).round(5)
steps.predict_proba(X[:3]).round(5)
single.predict_proba(X[:2]).round(4)
(len(bent.calibrated_classifiers_), len(single.calibrated_classifiers_))
bent.score(X, y)
search.best_params_
round(search.best_score_, 6)
search.cv_results_["mean_test_right"].round(6)
search.cv_results_["rank_test_area"]
round(search.score(X, y), 6)
sorted(worth)
worth["f1"].importances_mean.round(5)
short.coef_.round(5)
short.n_iter_
both.coef_.round(4)
both.score(scaled, flowers[1])
LogisticRegression(solver="sag", random_state=0).fit(X, y).coef_.round(4)
GridSearchCV(LogisticRegression(), {"C": [1]}, scoring=["accuracy", "f1"]).fit(X, y)
LogisticRegression(l1_ratio=0.5, solver="liblinear").fit(X, y)
""",
    globals(),
)

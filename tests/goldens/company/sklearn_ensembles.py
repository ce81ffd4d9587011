"""Estimators asked together, and trees one after the other."""
import numpy as np
from sklearn.datasets import load_iris, load_breast_cancer, load_diabetes
from sklearn.ensemble import *
from sklearn.linear_model import LogisticRegression, LinearRegression, Ridge
from sklearn.tree import DecisionTreeClassifier, DecisionTreeRegressor
from sklearn.neighbors import KNeighborsClassifier
from sklearn.naive_bayes import GaussianNB
from sklearn.model_selection import train_test_split, cross_val_score
X, y = load_iris(return_X_y=True)
Xt, Xv, yt, yv = train_test_split(X, y, random_state=0)
C, c = load_breast_cancer(return_X_y=True)
D, d = load_diabetes(return_X_y=True)
from sklearn.ensemble import VotingClassifier, VotingRegressor, StackingClassifier, StackingRegressor, AdaBoostClassifier, GradientBoostingClassifier, GradientBoostingRegressor
v = VotingClassifier([("lr", LogisticRegression(max_iter=500)), ("nb", GaussianNB()), ("t", DecisionTreeClassifier(random_state=0))]).fit(Xt, yt)
print(repr(v.score(Xv, yv)))
print(repr(v.predict(Xv[:5])))
print(repr(v.named_estimators_["nb"]))
print(repr(v.set_params(voting="soft").fit(Xt, yt).predict_proba(Xv[:2]).round(4)))
print(repr(v))
print(repr(v.get_params()["lr__C"]))
print(repr(VotingClassifier([("a", GaussianNB())]).fit(Xt, yt).transform(Xv[:3])))
try:
    VotingClassifier([("a", GaussianNB())]).fit(Xt, yt).predict_proba(Xv)
except Exception as error:
    print(type(error).__name__, error)
print(repr(VotingRegressor([("a", LinearRegression()), ("b", Ridge())], weights=[2, 1]).fit(D, d).predict(D[:3]).round(3)))
s = StackingClassifier([("nb", GaussianNB()), ("k", KNeighborsClassifier())], LogisticRegression(max_iter=500)).fit(Xt, yt)
print(repr(s.score(Xv, yv)))
print(repr(s.transform(Xv[:2]).round(3)))
print(repr(s.predict_proba(Xv[:2]).round(3)))
print(repr(s.final_estimator_.coef_.shape))
a = AdaBoostClassifier(random_state=0, n_estimators=20).fit(Xt, yt)
print(repr(a.score(Xv, yv)))
print(repr(a.estimator_weights_[:4].round(4)))
print(repr(a.estimator_errors_[:4].round(4)))
print(repr(a.predict_proba(Xv[:2]).round(4)))
print(repr(a.feature_importances_.round(3)))
print(repr(a))
a = AdaBoostClassifier(DecisionTreeClassifier(max_depth=2), n_estimators=5, random_state=1, learning_rate=.5).fit(C, c)
print(repr(a.score(C, c)))
print(repr(a.decision_function(C[:3]).round(4)))
print(repr(a.predict_proba(C[:2]).round(4)))
print(repr(a.estimator_weights_.round(4)))
g = GradientBoostingRegressor(random_state=0, n_estimators=20).fit(D[:300], d[:300])
print(repr(round(g.score(D[300:], d[300:]), 5)))
print(repr(g.predict(D[:3]).round(3)))
print(repr(g.feature_importances_.round(4)))
print(repr(g.train_score_[:3].round(3)))
print(repr(g))
print(repr(len(list(g.staged_predict(D[:2])))))
g = GradientBoostingClassifier(random_state=0, n_estimators=15, max_depth=2).fit(Xt, yt)
print(repr(g.score(Xv, yv)))
print(repr(g.predict_proba(Xv[:2]).round(5)))
print(repr(g.train_score_[:3].round(5)))
print(repr(g.predict(Xv[:4])))
g = GradientBoostingClassifier(random_state=0, n_estimators=10, learning_rate=.5).fit(C[:400], c[:400])
print(repr(g.score(C[400:], c[400:])))
print(repr(g.predict_proba(C[:2]).round(5)))
print(repr(g.decision_function(C[:2]).round(4)))
print(repr(g.train_score_[:3].round(5)))
print(repr(g))

"""Ridges, one class against the rest, features that models choose, dicts as columns."""
import numpy as np
from sklearn.datasets import load_iris, load_diabetes
X, y = load_iris(return_X_y=True)
D, d = load_diabetes(return_X_y=True)
from sklearn.linear_model import RidgeClassifier, RidgeCV, LogisticRegression, Lasso, LinearRegression
r = RidgeClassifier().fit(X, y)
print(repr(r.coef_.round(4)))
print(repr(r.score(X, y)))
print(repr(r.decision_function(X[:2]).round(4)))
print(repr(r))
print(repr(RidgeClassifier().fit(X[:100], y[:100]).predict(X[48:52])))
r = RidgeCV().fit(D, d)
print(repr(r.alpha_))
print(repr(r.coef_.round(3)))
print(repr(r))
r = RidgeCV(alphas=np.logspace(-3, 1, 5)).fit(D, d)
print(repr(r.alpha_))
print(repr(round(r.intercept_, 3)))
print(repr(RidgeCV(alphas=[.01, .1, 1], cv=3).fit(D, d).alpha_))
from sklearn.multiclass import OneVsRestClassifier, OneVsOneClassifier
from sklearn.svm import SVC
o = OneVsRestClassifier(LogisticRegression(max_iter=500)).fit(X, y)
print(repr(o.score(X, y)))
print(repr(len(o.estimators_)))
print(repr(o.predict_proba(X[:2]).round(3)))
print(repr(o.classes_))
print(repr(o))
print(repr(OneVsOneClassifier(LogisticRegression(max_iter=500)).fit(X, y).predict(X[[0, 70, 120]])))
print(repr(OneVsOneClassifier(SVC()).fit(X, y).decision_function(X[:1]).round(3)))
from sklearn.feature_selection import RFE, SelectFromModel
from sklearn.ensemble import RandomForestClassifier
f = RFE(LogisticRegression(max_iter=500), n_features_to_select=2).fit(X, y)
print(repr(f.ranking_))
print(repr(f.support_))
print(repr(f.transform(X)[:2]))
print(repr(f.score(X, y)))
print(repr(f))
print(repr(SelectFromModel(RandomForestClassifier(random_state=0, n_estimators=10)).fit(X, y).get_support()))
print(repr(SelectFromModel(LogisticRegression(max_iter=500), threshold="median").fit(X, y).transform(X).shape))
print(repr(SelectFromModel(Lasso(alpha=.5)).fit(D, d).get_support()))
print(repr(round(float(SelectFromModel(LinearRegression()).fit(D, d).threshold_), 3)))
from sklearn.feature_extraction import DictVectorizer
v = DictVectorizer(sparse=False)
print(repr(v.fit_transform([{"a": 1, "c": "x"}, {"b": 2, "c": "y"}])))
print(repr(v.get_feature_names_out()))
print(repr(v.vocabulary_))
print(repr(v.inverse_transform([[1., 0, 0, 1]])))

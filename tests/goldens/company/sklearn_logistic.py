import numpy as np
from sklearn.datasets import load_iris, load_breast_cancer, make_classification, load_digits
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler
X, y = load_iris(return_X_y=True)
X = StandardScaler().fit_transform(X)
m = LogisticRegression(max_iter=200).fit(X, y); print(m.coef_.round(5), m.intercept_.round(5), m.n_iter_, m.score(X, y), m.classes_)
print(m.predict_proba(X[:2]).round(5), m.decision_function(X[:2]).round(4), m.predict(X[48:53]))
X, y = load_breast_cancer(return_X_y=True); X = StandardScaler().fit_transform(X)
m = LogisticRegression().fit(X, y); print(m.coef_.round(5)[0, :6], m.intercept_.round(5), m.n_iter_, m.score(X, y)); print(m.predict_proba(X[:3]).round(6))
X, y = make_classification(200, 5, random_state=3)
for kw in (dict(C=0.1), dict(C=100.0), dict(fit_intercept=False), dict(class_weight="balanced"), dict(class_weight={0: 2.0}), dict(C=np.inf)):
    m = LogisticRegression(**kw).fit(X, y); print(kw, m.coef_.round(5), m.intercept_.round(5), m.n_iter_)
m = LogisticRegression().fit([[0.], [1.], [2.], [3.]], ["a", "a", "b", "b"]); print(m.predict([[1.2], [1.8]]), m.classes_, m.coef_.round(6), m)

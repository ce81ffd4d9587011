import numpy as np
from sklearn.datasets import load_breast_cancer, load_diabetes, load_iris
from sklearn.linear_model import *
from sklearn.preprocessing import StandardScaler
from sklearn.svm import LinearSVC, LinearSVR
np.set_printoptions(precision=5, suppress=True)
X, y = load_iris(return_X_y=True)
B, b = load_breast_cancer(return_X_y=True)
B = StandardScaler().fit_transform(B)
D, d = load_diabetes(return_X_y=True)
m = LinearSVC(random_state=0).fit(X, y); print(m.coef_, m.intercept_, m.n_iter_, m.score(X, y), m)
m = LinearSVC(random_state=42, loss="hinge", C=1).fit(X[:100], y[:100]); print(m.coef_, m.intercept_, m.n_iter_)
m = LinearSVC(random_state=42, dual=True, C=0.1).fit(B[:100], b[:100]); print(m.coef_[0, :4], m.intercept_, m.n_iter_)
m = LinearSVR(random_state=0, epsilon=0.5, max_iter=10000).fit(X[:, :3], X[:, 3]); print(m.coef_, m.intercept_, m.n_iter_)
m = LogisticRegression(solver="liblinear").fit(B, b); print(m.coef_[0, :5], m.intercept_, m.n_iter_, m.predict_proba(B[:2]))
m = LogisticRegression(solver="liblinear", l1_ratio=1, C=0.1, random_state=0).fit(B, b); print(m.coef_, m.intercept_, m.n_iter_)
m = LogisticRegression(solver="newton-cholesky").fit(X, y); print(m.coef_, m.intercept_)
m = LassoCV(cv=3).fit(D[:150], d[:150]); print(round(m.alpha_, 8), m.coef_, m.mse_path_.shape, m.alphas_[:3])
m = ElasticNetCV(l1_ratio=[0.1, 0.9], alphas=[0.1, 0.01], cv=3).fit(D, d); print(m.alpha_, m.l1_ratio_, m.coef_, m)
a, c, _ = lasso_path(D, d, alphas=[1, 0.5, 0.1]); print(a, c)
m = BayesianRidge().fit(D, d); print(m.coef_, round(m.alpha_, 8), m.n_iter_, *m.predict(D[:2], return_std=True))
m = RANSACRegressor(random_state=42).fit(X[:, :1], X[:, 2]); print(m.estimator_.coef_, m.inlier_mask_.sum(), m.n_trials_)
counts = np.random.RandomState(0).poisson(np.exp(X[:, 3]))
m = PoissonRegressor().fit(X, counts); print(m.coef_, round(m.intercept_, 5), round(m.score(X, counts), 5), m.n_iter_)
m = TweedieRegressor(power=1.5).fit(X, counts); print(m.coef_, round(m.score(X, counts), 5))
m = RidgeClassifierCV().fit(X, y); print(m.alpha_, m.coef_, m.intercept_)

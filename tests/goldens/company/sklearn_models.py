# The straight line, principal components, k-means and scores by folds, with what scikit-learn gives.
import numpy as np
from sklearn.cluster import KMeans
from sklearn.datasets import make_blobs, make_regression
from sklearn.decomposition import PCA
from sklearn.linear_model import LinearRegression
from sklearn.model_selection import cross_val_score, train_test_split

X, y = make_regression(n_samples=60, n_features=3, noise=5.0, random_state=0)
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
line = LinearRegression().fit(X_train, y_train)
print(line, line.coef_, round(line.intercept_, 10), line.rank_, line.singular_)
print(line.predict(X_test[:3]), round(line.score(X_test, y_test), 10))
print(LinearRegression(fit_intercept=False).fit(X, y).coef_, LinearRegression().fit(X, np.stack([y, 2 * y], 1)).coef_.round(6).tolist())
print(LinearRegression().fit([[1, 1], [2, 2], [3, 3]], [1, 2, 3.5]).coef_, LinearRegression().fit([[0], [1], [2]], [0, 1, 5], sample_weight=[1, 1, 3]).coef_)
print(cross_val_score(LinearRegression(), X, y, cv=4).round(8).tolist())

data, _ = make_blobs(n_samples=40, centers=3, n_features=4, random_state=1)
for settings in ({}, {"n_components": 2}, {"n_components": 0.9}, {"n_components": 2, "whiten": True}, {"n_components": 3, "svd_solver": "full"}):
    pca = PCA(**settings)
    points = pca.fit_transform(data)
    print(pca, points.shape, points[:2].round(6).tolist(), pca.explained_variance_ratio_, pca.n_components_)
    print(pca.components_.round(6).tolist(), pca.singular_values_.round(6).tolist(), round(float(pca.noise_variance_), 6))
    print(np.round(pca.inverse_transform(points)[0], 6).tolist(), np.round(pca.get_covariance()[0], 6).tolist())
print(PCA(2).fit(data[:6]).explained_variance_.round(6).tolist())

data, _ = make_blobs(n_samples=90, centers=4, random_state=3, cluster_std=1.5)
for settings in ({}, {"init": "random"}, {"n_init": 5}, {"init": data[:4]}, {"max_iter": 2}):
    model = KMeans(n_clusters=4, random_state=0, **settings).fit(data)
    print(model.labels_.tolist(), round(model.inertia_, 8), model.n_iter_)
    print(model.cluster_centers_.round(6).tolist())
print(KMeans(3, random_state=5).fit_predict(data)[:10], KMeans(8, random_state=7).fit(data).inertia_ > 0)
model = KMeans(n_clusters=3, n_init=10, random_state=42)
print(model, model.fit(data).predict([[0, 0], [5, 5]]), model.transform([[0.0, 0.0]]).round(6), round(model.score(data[:10]), 6))
for wrong in (lambda: KMeans(5).fit([[1.0], [2.0]]), lambda: PCA(9).fit(data), lambda: LinearRegression().fit([[1], [2]], [1]), lambda: line.predict([[1.0]])):
    try:
        wrong()
    except ValueError as error:
        print(type(error).__name__, error)

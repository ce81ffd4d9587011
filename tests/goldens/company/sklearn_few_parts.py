import numpy as np
from sklearn.datasets import load_digits, load_iris, make_moons
from sklearn.decomposition import *
from sklearn.metrics.pairwise import *
np.set_printoptions(precision=4, suppress=True)
X, y = load_iris(return_X_y=True)
Z = load_digits().data[:200]
t = TruncatedSVD(n_components=2, random_state=42).fit(X); print(t.components_, t.explained_variance_ratio_, t.singular_values_, t.transform(X[:2]), t)
t = TruncatedSVD(5, random_state=0); print(t.fit_transform(Z)[:2], t.explained_variance_ratio_)
t = IncrementalPCA(n_components=2, batch_size=20).fit(X); print(t.components_, t.explained_variance_ratio_, t.transform(X[:3]), t.var_)
M, _ = make_moons(100, random_state=0)
t = KernelPCA(n_components=2, kernel="rbf", gamma=15).fit(M); print(t.transform(M[:3]), t.eigenvalues_)
t = NMF(n_components=3, random_state=0); print(t.fit_transform(X)[:3], t.components_, round(t.reconstruction_err_, 6), t.n_iter_)
at = np.linspace(0, 8, 200)
signals = np.c_[np.sin(2 * at), np.sign(np.sin(3 * at)), np.cos(at)] @ np.array([[1, 1, 1], [0.5, 2, 1], [1.5, 1, 2]]).T
t = FastICA(n_components=3, random_state=0); print(t.fit_transform(signals)[:3], t.mixing_, t.n_iter_)
t = FastICA(algorithm="deflation", random_state=0); print(t.fit_transform(signals)[:2])
t = FactorAnalysis(n_components=2, random_state=0).fit(X); print(t.components_, t.noise_variance_, t.n_iter_)
print(rbf_kernel(X[:3], gamma=0.1), polynomial_kernel(X[:2], X[2:4]), sigmoid_kernel(X[:2] * 0.1), laplacian_kernel(X[:2]))
gaps = X[:4].copy(); gaps[0, 1] = gaps[2, 3] = np.nan
print(nan_euclidean_distances(gaps), haversine_distances([[0.1, 0.2], [1, 2]]), pairwise_distances_argmin_min(X[:5], X[50:60]))

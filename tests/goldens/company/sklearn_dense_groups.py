import numpy as np
from sklearn.cluster import DBSCAN
from sklearn.neighbors import NearestNeighbors
from sklearn.datasets import make_moons, make_swiss_roll, make_s_curve, make_blobs
X, y = make_moons(120, noise=0.06, random_state=0)
for kw in (dict(eps=0.2), dict(eps=0.1, min_samples=3), dict(eps=0.3, min_samples=10, metric="manhattan")):
    d = DBSCAN(**kw).fit(X); print(d, d.labels_.tolist(), len(d.core_sample_indices_), d.components_.shape)
print(DBSCAN(eps=0.2).fit_predict(X[:10]).tolist())
n = NearestNeighbors(n_neighbors=3).fit(X); a, b = n.kneighbors(X[:2]); print(a.round(6), b, n.kneighbors(X[:1], 2, return_distance=False))
R, t = make_swiss_roll(5, random_state=0); print(R.round(6), t.round(6)); S, t = make_s_curve(4, noise=0.1, random_state=1); print(S.round(6), t.round(6))

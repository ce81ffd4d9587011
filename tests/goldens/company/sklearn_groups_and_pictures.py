"""Groups from batches, by shifts and by ties; pictures by distances and by ways."""

import warnings

import numpy as np
from each_line import each_line
from sklearn.cluster import MeanShift, MiniBatchKMeans, SpectralClustering, estimate_bandwidth
from sklearn.cross_decomposition import PLSRegression
from sklearn.datasets import load_diabetes, make_blobs, make_gaussian_quantiles, make_moons, make_swiss_roll
from sklearn.decomposition import LatentDirichletAllocation
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.manifold import MDS, Isomap, SpectralEmbedding

warnings.simplefilter("ignore")
X, _ = make_blobs(200, centers=3, random_state=4, cluster_std=0.9)
moons, _ = make_moons(120, noise=0.04, random_state=1)
roll, _ = make_swiss_roll(100, random_state=1)
batches = MiniBatchKMeans(3, batch_size=32, random_state=0).fit(X)
shifts = MeanShift(bandwidth=2.0).fit(X)
ties = SpectralClustering(2, affinity="nearest_neighbors", random_state=0).fit(moons)
ways = Isomap(n_neighbors=7).fit(roll)
texts = ["oak elm birch oak", "boat sail harbour", "birch elm leaf", "harbour boat wind sail", "leaf oak", "sail wind boat boat"] * 2
counts = CountVectorizer().fit_transform(texts)
topics = LatentDirichletAllocation(2, random_state=0).fit(counts)
P, q = load_diabetes(return_X_y=True)
few = PLSRegression(2).fit(P, q)
each_line(
    """
batches
batches.cluster_centers_.round(4)
(round(batches.inertia_, 3), batches.n_steps_, batches.labels_[:10])
estimate_bandwidth(X, quantile=0.2).round(5)
shifts.cluster_centers_.round(4)
np.bincount(shifts.labels_)
ties.labels_[:30]
MDS(random_state=0, n_init=2).fit_transform(roll)[:2].round(3)
MDS(init="classical_mds", max_iter=10).fit(roll).stress_.round(2)
ways.embedding_[:2].round(4)
ways.transform(roll[:1]).round(4)
SpectralEmbedding(random_state=0).fit_transform(roll)[:2].round(5)
topics.transform(counts)[:3].round(4)
round(topics.perplexity(counts), 5)
topics.components_[:, :3].round(4)
few.coef_[0, :4].round(4)
few.predict(P[:2]).round(4)
make_gaussian_quantiles(n_samples=12, random_state=0)[1]
""",
    globals(),
)

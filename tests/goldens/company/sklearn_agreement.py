import matplotlib
matplotlib.use("Agg")
import numpy as np
from sklearn.metrics import *
from sklearn.metrics import ConfusionMatrixDisplay, RocCurveDisplay, pairwise_distances
from sklearn.metrics.pairwise import cosine_similarity, euclidean_distances
from sklearn.utils.class_weight import compute_class_weight, compute_sample_weight
rng = np.random.RandomState(0)
a, b = rng.randint(0, 3, 30), rng.randint(0, 3, 30); p = rng.rand(30); bin = (rng.rand(30) > 0.4).astype(int)
print(round(cohen_kappa_score(a, b), 8), round(cohen_kappa_score(a, b, weights="linear"), 8), round(matthews_corrcoef(a, b), 8), hamming_loss(a, b), hamming_loss(np.eye(2), np.ones((2, 2))))
print(jaccard_score(a, b, average="macro"), jaccard_score(a, b, average=None), jaccard_score(a, b, average="micro"), round(jaccard_score(a, b, average="weighted"), 8), jaccard_score(bin, 1 - bin))
print(round(adjusted_rand_score(a, b), 8), adjusted_rand_score(a, a), round(normalized_mutual_info_score(a, b), 8), round(average_precision_score(bin, p), 8), round(explained_variance_score(p, p[::-1]), 8), round(mean_squared_log_error(p, p[::-1]), 8))
X = rng.rand(30, 2); print(round(silhouette_score(X, a), 8), silhouette_samples(X, a)[:3].round(6), cosine_similarity(X[:2], X[2:4]).round(6), euclidean_distances(X[:2]).round(6), pairwise_distances(X[:2], metric="manhattan").round(6))
s = rng.rand(30, 3); print(top_k_accuracy_score(a, s, k=2), top_k_accuracy_score(a, s, k=1, normalize=False))
print(compute_class_weight("balanced", classes=np.unique(a), y=a).round(6), compute_class_weight(class_weight={0: 2.0}, classes=np.array([0, 1]), y=bin), compute_sample_weight("balanced", bin)[:4].round(6))
d = ConfusionMatrixDisplay(confusion_matrix(a, b), display_labels=["x", "y", "z"]).plot(cmap="Blues"); print(d.ax_.get_xlabel(), d.ax_.get_ylabel())
d = ConfusionMatrixDisplay.from_predictions(a, b, normalize="true", values_format=".2f"); print(d.confusion_matrix.round(3)); r = RocCurveDisplay.from_predictions(bin, p); print(round(float(r.roc_auc), 6), r.ax_.get_xlabel().startswith("False Positive Rate"))

"""How good predictions are.

What it is not: losses to learn by; those are torch's. Start reading at `_classes`.
"""

from sklearn._missing import missing, offered
from sklearn.metrics._agreement import (
    adjusted_rand_score,
    cohen_kappa_score,
    hamming_loss,
    jaccard_score,
    matthews_corrcoef,
    normalized_mutual_info_score,
    silhouette_samples,
    silhouette_score,
)
from sklearn.metrics._classes import accuracy_score, balanced_accuracy_score, confusion_matrix, zero_one_loss
from sklearn.metrics._hits import f1_score, fbeta_score, precision_recall_fscore_support, precision_score, recall_score
from sklearn.metrics._numbers import (
    explained_variance_score,
    max_error,
    mean_absolute_error,
    mean_absolute_percentage_error,
    mean_squared_error,
    mean_squared_log_error,
    median_absolute_error,
    r2_score,
    root_mean_squared_error,
)
from sklearn.metrics._report import classification_report
from sklearn.metrics._scorers import get_scorer, get_scorer_names, make_scorer
from sklearn.metrics._scores import (
    auc,
    average_precision_score,
    log_loss,
    precision_recall_curve,
    roc_auc_score,
    roc_curve,
    top_k_accuracy_score,
)

_LATER = {
    "_groupings": "adjusted_mutual_info_score calinski_harabasz_score completeness_score davies_bouldin_score fowlkes_mallows_score "
    "homogeneity_completeness_v_measure homogeneity_score mutual_info_score pair_confusion_matrix rand_score v_measure_score",
    "_rare": "brier_score_loss class_likelihood_ratios dcg_score hinge_loss mean_pinball_loss multilabel_confusion_matrix ndcg_score "
    "root_mean_squared_log_error",
}
_missing = missing("sklearn.metrics", **_LATER)
# What draws, and distances, come when somebody asks for them.
_HOMES = {
    "ConfusionMatrixDisplay": "_displays",
    "PrecisionRecallDisplay": "_displays",
    "RocCurveDisplay": "_displays",
    "nan_euclidean_distances": "pairwise",
    "pairwise_distances": "pairwise",
    "pairwise_distances_argmin": "pairwise",
    "pairwise_distances_argmin_min": "pairwise",
    "pairwise_kernels": "_kernels",
    "euclidean_distances": "pairwise",
}
__all__ = offered(globals(), *_LATER.values(), _HOMES)


def __getattr__(name):
    if name in _HOMES:
        return getattr(__import__(f"sklearn.metrics.{_HOMES[name]}", fromlist=(name,)), name)
    if name == "pairwise":
        return __import__("sklearn.metrics.pairwise", fromlist=(name,))
    return _missing(name)


def __dir__():
    return sorted({*globals(), *_HOMES, "pairwise"})

"""How good predictions are.

What it is not: losses to learn by; those are torch's. Start reading at `_classes`.
"""

from sklearn._arrays import missing
from sklearn.metrics._classes import accuracy_score, balanced_accuracy_score, confusion_matrix, zero_one_loss
from sklearn.metrics._hits import f1_score, fbeta_score, precision_recall_fscore_support, precision_score, recall_score
from sklearn.metrics._numbers import (
    max_error,
    mean_absolute_error,
    mean_absolute_percentage_error,
    mean_squared_error,
    median_absolute_error,
    r2_score,
    root_mean_squared_error,
)
from sklearn.metrics._report import classification_report
from sklearn.metrics._scores import auc, log_loss, precision_recall_curve, roc_auc_score, roc_curve

__getattr__ = missing(
    "sklearn.metrics",
    "ConfusionMatrixDisplay RocCurveDisplay PrecisionRecallDisplay adjusted_rand_score average_precision_score brier_score_loss "
    "cohen_kappa_score davies_bouldin_score d2_absolute_error_score explained_variance_score hamming_loss hinge_loss "
    "homogeneity_score jaccard_score make_scorer matthews_corrcoef mean_squared_log_error multilabel_confusion_matrix "
    "mutual_info_score normalized_mutual_info_score pairwise pairwise_distances silhouette_score top_k_accuracy_score get_scorer",
)

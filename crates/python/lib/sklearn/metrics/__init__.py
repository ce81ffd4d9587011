"""How good predictions are.

What it is not: losses to learn by; those are torch's. Start reading at `_classes`.
"""

from sklearn._missing import missing
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
from sklearn.metrics._scorers import get_scorer, get_scorer_names, make_scorer
from sklearn.metrics._scores import auc, log_loss, precision_recall_curve, roc_auc_score, roc_curve

__getattr__ = missing("sklearn.metrics")

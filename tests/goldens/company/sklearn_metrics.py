# Measures of predictions, with what scikit-learn gives.
import warnings
import numpy as np
import torch
from sklearn import metrics
from sklearn.metrics import accuracy_score, classification_report, confusion_matrix, f1_score, precision_score, recall_score

y_true, y_pred = [0, 1, 2, 0, 1, 2, 2, 1], [0, 2, 1, 0, 0, 1, 2, 1]
print(accuracy_score(y_true, y_pred), accuracy_score(y_true, y_pred, normalize=False), accuracy_score(y_true, y_pred, sample_weight=range(8)))
print(accuracy_score(torch.tensor(y_true), torch.tensor(y_pred)), metrics.zero_one_loss(y_true, y_pred), metrics.balanced_accuracy_score(y_true, y_pred))
print(confusion_matrix(y_true, y_pred))
print(repr(confusion_matrix(["cat", "ant", "cat"], ["ant", "ant", "cat"], labels=["ant", "bird", "cat"])))
print(confusion_matrix(y_true, y_pred, normalize="true"), confusion_matrix(y_true, y_pred, normalize="all").tolist())
print(confusion_matrix([0, 1, 0, 1], [1, 1, 1, 0]).ravel().tolist(), confusion_matrix(y_true, y_pred, sample_weight=[0.5] * 8).tolist())
for average in (None, "micro", "macro", "weighted"):
    print(average, precision_score(y_true, y_pred, average=average), recall_score(y_true, y_pred, average=average), f1_score(y_true, y_pred, average=average))
print(precision_score([0, 1, 1, 0], [0, 1, 0, 1]), recall_score([0, 1, 1, 1], [0, 1, 0, 1]), f1_score(["n", "y", "y"], ["n", "y", "n"], pos_label="y"))
print(metrics.fbeta_score([0, 1, 1, 1], [0, 1, 0, 1], beta=2), metrics.precision_recall_fscore_support(y_true, y_pred, labels=[0, 2]))
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print(precision_score([0, 1, 1], [0, 0, 0]), precision_score([0, 1, 2], [0, 0, 1], average=None))
    print(*[f"{each.category.__name__} {each.message}" for each in caught], sep="\n")
print(precision_score([0, 1, 1], [0, 0, 0], zero_division=1), f1_score([0, 0], [0, 0], zero_division=0))
print(classification_report(y_true, y_pred))
print(classification_report([0, 1, 1, 0], [0, 1, 0, 0], target_names=["a dog", "something that is long"], digits=3))
print(classification_report(y_true, y_pred, labels=[1, 2]))
print(classification_report(["a", "b"], ["a", "a"], output_dict=True, zero_division=0))

numbers, guesses = [3, -0.5, 2, 7], [2.5, 0.0, 2, 8]
for measure in ("mean_squared_error", "root_mean_squared_error", "mean_absolute_error", "r2_score", "max_error", "median_absolute_error", "mean_absolute_percentage_error"):
    print(measure, getattr(metrics, measure)(numbers, guesses))
several, tried = [[0.5, 1], [-1, 1], [7, -6]], [[0, 2], [-1, 2], [8, -5]]
print(metrics.mean_squared_error(several, tried), metrics.mean_absolute_error(several, tried, multioutput="raw_values"), metrics.r2_score(several, tried, multioutput="variance_weighted"))
print(metrics.mean_squared_error(numbers, guesses, sample_weight=[1, 2, 1, 0]), metrics.r2_score([1, 1], [1, 1]), metrics.r2_score([1, 1], [1, 2]), metrics.r2_score(numbers, guesses, sample_weight=[1, 2, 1, 2]))
print(metrics.mean_absolute_error(several, tried, multioutput=[0.3, 0.7]), metrics.mean_squared_error(torch.tensor(numbers), torch.tensor(guesses)))

truth, scores = np.array([0, 0, 1, 1, 0, 1]), np.array([0.1, 0.4, 0.35, 0.8, 0.4, 0.9])
print(metrics.roc_auc_score(truth, scores), *metrics.roc_curve(truth, scores))
print(*metrics.roc_curve(truth, scores, drop_intermediate=False), *metrics.precision_recall_curve(truth, scores))
shares = np.array([[0.7, 0.2, 0.1], [0.1, 0.6, 0.3], [0.2, 0.3, 0.5], [0.4, 0.5, 0.1], [0.3, 0.3, 0.4]])
print(round(metrics.roc_auc_score([0, 1, 2, 0, 1], shares, multi_class="ovr"), 10), round(metrics.roc_auc_score([0, 1, 2, 0, 1], shares, multi_class="ovo", average="weighted"), 10))
print(metrics.log_loss(["spam", "ham", "ham", "spam"], [[0.1, 0.9], [0.9, 0.1], [0.8, 0.2], [0.35, 0.65]]), metrics.log_loss([0, 1], [0.2, 0.7]), metrics.auc([0, 0.5, 1], [0, 0.8, 1]))
for wrong in (
    lambda: accuracy_score([0, 1], [0, 1, 1]),
    lambda: accuracy_score([0, 1], [0.2, 0.7]),
    lambda: f1_score(y_true, y_pred),
    lambda: precision_score(["n", "y"], ["n", "y"]),
    lambda: classification_report([0, 1], [0, 1], target_names=["a"]),
    lambda: metrics.roc_auc_score([0, 1, 2], shares[:3]),
    lambda: metrics.mean_squared_error([[1, 2]], [[1]]),
):
    try:
        wrong()
    except ValueError as error:
        print(type(error).__name__, error)

"""Measures by name, as searches and cross-validation take them: functions of an estimator, X and y.

What it is not: the measures. Start reading at `scorer_of`.
"""

from sklearn.metrics._classes import accuracy_score, balanced_accuracy_score
from sklearn.metrics._hits import f1_score, precision_score, recall_score
from sklearn.metrics._numbers import (
    max_error,
    mean_absolute_error,
    mean_absolute_percentage_error,
    mean_squared_error,
    median_absolute_error,
    r2_score,
    root_mean_squared_error,
)
from sklearn.metrics._scores import log_loss, roc_auc_score


class Scorer:
    """A measure of what an estimator predicts."""

    def __init__(self, measure, sign=1, method="predict", **options):
        self._measure, self._sign, self._method, self._options = measure, sign, method, options

    def __call__(self, estimator, X, y):
        values = getattr(estimator, self._method)(X)
        if self._method == "predict_proba" and self._measure is roc_auc_score and values.shape[1] == 2:
            values = values[:, 1]
        return self._sign * self._measure(y, values, **self._options)

    def __repr__(self):
        sign = "" if self._sign > 0 else ", greater_is_better=False"
        return f"make_scorer({self._measure.__name__}{sign}, response_method={self._method!r})"


_SCORERS = {
    "accuracy": Scorer(accuracy_score),
    "balanced_accuracy": Scorer(balanced_accuracy_score),
    "neg_log_loss": Scorer(log_loss, -1, "predict_proba"),
    "roc_auc": Scorer(roc_auc_score, 1, "predict_proba"),
    "r2": Scorer(r2_score),
    "max_error": Scorer(max_error, -1),
    "neg_mean_squared_error": Scorer(mean_squared_error, -1),
    "neg_root_mean_squared_error": Scorer(root_mean_squared_error, -1),
    "neg_mean_absolute_error": Scorer(mean_absolute_error, -1),
    "neg_mean_absolute_percentage_error": Scorer(mean_absolute_percentage_error, -1),
    "neg_median_absolute_error": Scorer(median_absolute_error, -1),
}
for _name, _measure in (("f1", f1_score), ("precision", precision_score), ("recall", recall_score)):
    _SCORERS[_name] = Scorer(_measure)
    for _average in ("macro", "micro", "weighted"):
        _SCORERS[f"{_name}_{_average}"] = Scorer(_measure, average=_average)


def scorer_of(scoring):
    """The function that a name stands for; the estimator's own score for none."""
    if scoring is None:
        return lambda fitted, X, y: fitted.score(X) if y is None else fitted.score(X, y)
    if callable(scoring):
        return scoring
    if scoring not in _SCORERS:
        raise ValueError(
            f"{scoring!r} is not a valid scoring value. Use sklearn.metrics.get_scorer_names() to get valid options."
        )
    return _SCORERS[scoring]


def get_scorer(scoring):
    """The function that a name stands for."""
    return scorer_of(scoring)


def get_scorer_names():
    """The names that there are."""
    return sorted(_SCORERS)


def make_scorer(score_func, *, response_method="predict", greater_is_better=True, **kwargs):
    """A measure as a function of an estimator, X and y."""
    return Scorer(score_func, 1 if greater_is_better else -1, response_method, **kwargs)

"""Predicted numbers beside the right ones.

What it is not: labels. Start reading at `_columns`.
"""

import numpy as np
from sklearn._arrays import check_finite, floats, same_length
from sklearn._sums import column_sums


def _columns(y_true, y_pred, sample_weight):
    """Right and predicted numbers, a column an output, and the share of each sample."""
    same_length(y_true, y_pred, sample_weight)
    y_true, y_pred = (np.asarray(floats(y)) for y in (y_true, y_pred))
    for y in (y_true, y_pred):
        check_finite(y, "Input", y.dtype)
    y_true, y_pred = (y.reshape(-1, 1) if y.ndim == 1 else y for y in (y_true, y_pred))
    if y_true.shape[1] != y_pred.shape[1]:
        raise ValueError(f"y_true and y_pred have different number of output ({y_true.shape[1]}!={y_pred.shape[1]})")
    if sample_weight is None:
        return y_true, y_pred, None
    return y_true, y_pred, floats(sample_weight).reshape(-1, 1)


def _mean(values, weights):
    """The mean of each column."""
    if weights is None:
        return column_sums(values) / len(values)
    return column_sums(values * weights) / weights.sum()


def _together(errors, multioutput):
    """The outputs' errors as one, or as they are."""
    if isinstance(multioutput, str):
        if multioutput == "raw_values":
            return errors
        if multioutput == "uniform_average":
            return float(errors.mean())
        raise ValueError(f"Allowed 'multioutput' values are ('raw_values', 'uniform_average'), got {multioutput!r}")
    weights = floats(multioutput)
    if len(weights) != len(errors):
        raise ValueError("There must be equally many custom weights as outputs.")
    return float((errors * weights).sum() / weights.sum())


def mean_squared_error(y_true, y_pred, *, sample_weight=None, multioutput="uniform_average"):
    """The mean of the squares of what is missing."""
    y_true, y_pred, weights = _columns(y_true, y_pred, sample_weight)
    return _together(_mean((y_true - y_pred) ** 2, weights), multioutput)


def root_mean_squared_error(y_true, y_pred, *, sample_weight=None, multioutput="uniform_average"):
    """The root of the mean square."""
    errors = mean_squared_error(y_true, y_pred, sample_weight=sample_weight, multioutput="raw_values")
    return _together(np.sqrt(errors), multioutput)


def mean_absolute_error(y_true, y_pred, *, sample_weight=None, multioutput="uniform_average"):
    """The mean of what is missing."""
    y_true, y_pred, weights = _columns(y_true, y_pred, sample_weight)
    return _together(_mean(np.abs(y_pred - y_true), weights), multioutput)


def mean_absolute_percentage_error(y_true, y_pred, *, sample_weight=None, multioutput="uniform_average"):
    """The mean of what is missing, as a share of what is right."""
    y_true, y_pred, weights = _columns(y_true, y_pred, sample_weight)
    return _together(_mean(np.abs(y_pred - y_true) / np.maximum(np.abs(y_true), 2.0**-52), weights), multioutput)


def median_absolute_error(y_true, y_pred, *, multioutput="uniform_average", sample_weight=None):
    """The median of what is missing."""
    if sample_weight is not None:
        raise NotImplementedError("median_absolute_error: sample_weight is not built into this sklearn")
    y_true, y_pred, _ = _columns(y_true, y_pred, None)
    return _together(np.median(np.abs(y_pred - y_true), axis=0), multioutput)


def max_error(y_true, y_pred):
    """The most that is missing."""
    y_true, y_pred, _ = _columns(y_true, y_pred, None)
    if y_true.shape[1] > 1:
        raise ValueError("Multioutput not supported in max_error")
    return float(np.max(np.abs(y_true - y_pred)))


def mean_squared_log_error(y_true, y_pred, *, sample_weight=None, multioutput="uniform_average"):
    """The mean square of what logarithms miss."""
    y_true, y_pred, weights = _columns(y_true, y_pred, sample_weight)
    if bool((y_true <= -1).any()) or bool((y_pred <= -1).any()):
        raise ValueError(
            "Mean Squared Logarithmic Error cannot be used when targets contain values less than or equal to -1."
        )
    return _together(_mean((np.log1p(y_true) - np.log1p(y_pred)) ** 2, weights), multioutput)


def explained_variance_score(
    y_true, y_pred, *, sample_weight=None, multioutput="uniform_average", force_finite=True
):  # fmt: skip
    """The share of the variance that is explained, whatever all predictions miss by."""
    y_true, y_pred, weights = _columns(y_true, y_pred, sample_weight)
    missed = y_true - y_pred
    left = _mean((missed - _mean(missed, weights)) ** 2, weights)
    spread = _mean((y_true - _mean(y_true, weights)) ** 2, weights)
    scores = np.array([_share(a, b, force_finite) for a, b in zip(left.tolist(), spread.tolist())])
    if multioutput == "variance_weighted":
        multioutput = "uniform_average" if not bool(spread.any()) else spread
    return _together(scores, multioutput)


def r2_score(y_true, y_pred, *, sample_weight=None, multioutput="uniform_average", force_finite=True):
    """The share of the variance that is explained: 1 is perfect, 0 is as good as the mean."""
    y_true, y_pred, weights = _columns(y_true, y_pred, sample_weight)
    if len(y_true) < 2:
        _warn_of_few()
        return float("nan")
    factor = np.ones((len(y_true), 1)) if weights is None else weights
    missed = column_sums(factor * (y_true - y_pred) ** 2)
    spread = column_sums(factor * (y_true - _mean(y_true, weights)) ** 2)
    scores = np.array([_share(a, b, force_finite) for a, b in zip(missed.tolist(), spread.tolist())])
    if multioutput == "variance_weighted":
        multioutput = "uniform_average" if not bool(spread.any()) else spread
    return _together(scores, multioutput)


def _share(missed, spread, force_finite):
    """One output's score; where nothing varies, 1 if nothing is missing and else 0."""
    if spread:
        return 1 - missed / spread
    if force_finite:
        return 0.0 if missed else 1.0
    return float("-inf") if missed else float("nan")


def _warn_of_few():
    import warnings

    from sklearn.exceptions import UndefinedMetricWarning

    warnings.warn("R^2 score is not well-defined with less than two samples.", UndefinedMetricWarning, stacklevel=3)

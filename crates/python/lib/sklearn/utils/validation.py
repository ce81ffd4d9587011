"""Checks of arguments, as estimators of one's own make them.

What it is not: conversions to sparse matrices. Start reading at `check_array`.
"""

import numpy as np
from sklearn._arrays import floats, length, matrix, same_length
from sklearn._arrays import check_random_state as check_random_state
from sklearn.exceptions import NotFittedError


def check_array(array, accept_sparse=False, *, dtype="numeric", order=None, copy=False, ensure_2d=True, allow_nd=False,
                ensure_all_finite=True, ensure_min_samples=1, ensure_min_features=1, estimator=None, input_name="", **settings):
    """Samples as an array of numbers, checked."""
    del accept_sparse, order, input_name
    if settings:
        raise TypeError(f"check_array() got an unexpected keyword argument {next(iter(settings))!r}")
    owner = "check_array" if estimator is None else estimator if isinstance(estimator, str) else type(estimator).__name__
    if dtype is None or allow_nd or not ensure_2d:
        made = np.asarray(array) if dtype is None else floats(array, copy)
    else:
        whole = np.asarray(array)
        made = matrix(array, owner, allow_nan=ensure_all_finite is not True, copy=copy)
        made = whole if dtype == "numeric" and getattr(whole, "dtype", None) is not None and whole.dtype.kind in "iub" else made
    if dtype not in ("numeric", None):
        made = made.astype(dtype)
    for at, (name, least) in enumerate((("sample", ensure_min_samples), ("feature", ensure_min_features))):
        if made.ndim > at and made.shape[at] < least:
            raise ValueError(f"Found array with {made.shape[at]} {name}(s) (shape={made.shape}) while a minimum of {least} is required"
                             f"{'' if estimator is None else f' by {owner}'}.")
    return made


def check_X_y(X, y, accept_sparse=False, *, multi_output=False, y_numeric=False, **settings):
    """Samples and goals, checked."""
    if y is None:
        raise ValueError("estimator requires y to be passed, but the target y is None")
    X = check_array(X, accept_sparse, **settings)
    y = np.asarray(y) if multi_output else column_or_1d(y)
    y = y.astype(np.float64) if y_numeric and y.dtype.kind == "O" else y
    same_length(X, y)
    return X, y


def column_or_1d(y, *, dtype=None, warn=False):
    """Goals as a vector."""
    del warn
    made = np.asarray(y, dtype=dtype) if dtype is not None else np.asarray(y)
    if made.ndim == 1:
        return made
    if made.ndim == 2 and made.shape[1] == 1:
        return made.ravel()
    raise ValueError(f"y should be a 1d array, got an array of shape {made.shape} instead.")


def check_consistent_length(*arrays):
    """Raises ValueError for arrays of different lengths."""
    same_length(*arrays)


def check_is_fitted(estimator, attributes=None, *, msg=None, all_or_any=all):
    """Raises NotFittedError for an estimator that has learned nothing."""
    if not hasattr(estimator, "fit"):
        raise TypeError(f"{estimator} is not an estimator instance.")
    if attributes is not None:
        names = [attributes] if isinstance(attributes, str) else attributes
        fitted = all_or_any([hasattr(estimator, name) for name in names])
    elif hasattr(estimator, "__sklearn_is_fitted__"):
        fitted = estimator.__sklearn_is_fitted__()
    else:
        fitted = any(name.endswith("_") and not name.startswith("__") for name in vars(estimator))
    if not fitted:
        told = msg or ("This %(name)s instance is not fitted yet. Call 'fit' with appropriate arguments before using this estimator.")
        raise NotFittedError(told % {"name": type(estimator).__name__})


def has_fit_parameter(estimator, parameter):
    """Whether `fit` takes a parameter."""
    import inspect

    return parameter in inspect.signature(estimator.fit).parameters


def _num_samples(x):
    return length(x)

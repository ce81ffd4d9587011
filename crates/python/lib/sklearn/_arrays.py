"""What every part asks of its arguments: arrays of numbers, labels as a list, a generator.

What it is not: part of what scikit-learn offers. Start reading at `matrix`.
"""

import math
import warnings

import _torch
import numpy as np
from _scalars import INTS, NUMBERS
from numpy._objects import objects
from sklearn.exceptions import InvalidParameterError


def refuse(owner, **given):
    """Raises NotImplementedError for the first parameter that has another value than the one that is built.

    Each is given as (value, what is built).
    """
    for name, (value, built) in given.items():
        # Arrays and frames compare value by value, and are nothing that is built.
        if value is not built and not (isinstance(value, (NUMBERS, str)) and value == built):
            raise NotImplementedError(
                f"{owner}: {name}={value!r} is not built into this sklearn; only {name}={built!r} is"
            )


def check_words(owner, among, **given):
    """Raises InvalidParameterError for the first parameter that is none of the words."""
    for name, value in given.items():
        if value not in among:
            words = "{" + ", ".join(map(repr, among)) + "}"
            raise InvalidParameterError(
                f"The {name!r} parameter of {owner} must be a str among {words}. Got {value!r} instead."
            )


def check_numbers(owner, span, **given):
    """Raises InvalidParameterError for the first parameter outside a span such as "int [1, inf)" or "float (0.0, inf)"."""
    kind, ends = span.split(" ", 1)
    least = float(ends[1:ends.index(",")])
    for name, value in given.items():
        is_number = hasattr(value, "__index__" if kind == "int" else "__float__") and not isinstance(value, bool)
        if not (is_number and (value > least or value == least and ends[0] == "[")):
            article = "an" if kind == "int" else "a"
            raise InvalidParameterError(
                f"The {name!r} parameter of {owner} must be {article} {kind} in the range {ends}. Got {value!r} "
                "instead."
            )


def plain(value):
    """A frame or a tensor as an array; other things as they are."""
    if hasattr(value, "to_numpy"):
        return value.to_numpy()
    return np.array(value) if isinstance(value, _torch.Tensor) else value


def floats(value, copy=False):
    """Numbers with a point, in the precision that they have: an array."""
    value = plain(value)
    if isinstance(value, (list, tuple)) and len(value) and isinstance(value[0], str):
        raise ValueError(f"could not convert string to float: {value[0]!r}")
    array = _of_objects(value) if isinstance(value, objects) else np.asarray(value)
    array = _of_objects(array) if isinstance(array, objects) else array
    kind = array.dtype if array.dtype.name in ("float32", "float64") else np.float64
    return array.astype(kind, copy=copy)


def _of_objects(array):
    """Objects and texts as numbers.

    Raises:
        ValueError: for a text that is none.
    """
    for value in array.ravel().tolist():
        if isinstance(value, str):
            float(value)
    return array.astype(float)


def goals_of(y):
    """Numbers to be foretold.

    Raises:
        ValueError: for those that are none, or without end.
    """
    array = floats(y)
    check_finite(array, "Input y")
    return array


def goal_of(y):
    """One number a sample to be foretold, as a vector.

    Raises:
        ValueError: for several.
    """
    goals = goals_of(y)
    if goals.ndim > 1 and goals.shape[1] > 1:
        raise ValueError(f"y should be a 1d array, got an array of shape {goals.shape} instead.")
    if goals.ndim > 1:
        from sklearn.exceptions import DataConversionWarning

        warnings.warn("A column-vector y was passed when a 1d array was expected. Please change the shape of y to (n_samples, ), "
                      "for example using ravel().", DataConversionWarning, stacklevel=3)
    return goals.ravel()


def check_finite(array, name, dtype="float64"):
    """Refuses numbers that are none, or without end."""
    if bool(np.isnan(array).any()):
        raise ValueError(f"{name} contains NaN.")
    _check_ends(array, name, dtype)


def _check_ends(array, name, dtype="float64"):
    if bool(np.isinf(array).any()):
        raise ValueError(f"{name} contains infinity or a value too large for dtype('{dtype}').")


_ABOUT_NAN = (
    "does not accept missing values encoded as NaN natively. For supervised learning, you might want to consider "
    "sklearn.ensemble.HistGradientBoostingClassifier and Regressor which accept missing values encoded as NaNs natively. "
    "Alternatively, it is possible to preprocess the data, for instance by using an imputer transformer in a pipeline or drop "
    "samples with missing values. See https://scikit-learn.org/stable/modules/impute.html You can find a list of all estimators "
    "that handle NaN values at the following page: "
    "https://scikit-learn.org/stable/modules/impute.html#estimators-that-handle-nan-values"
)
# Those that take whole numbers as they are show them so.
_KEEP_WHOLE = ("LinearRegression", "KNeighborsClassifier", "KNeighborsRegressor")


def matrix(X, owner, allow_nan=False, copy=False):
    """Samples, a row each.

    Raises:
        ValueError: for another number of dimensions, for none at all, and for what is not finite.
    """
    given, X = X, floats(X, copy)
    if X.ndim == 1 and hasattr(given, "to_frame"):
        raise ValueError(
            f"Expected a 2-dimensional container but got {type(given)} instead. Pass a DataFrame containing a single row (i.e. "
            "single sample) or a single column (i.e. single feature) instead."
        )
    if X.ndim != 2:
        told = "scalar" if X.ndim == 0 else f"{X.ndim}D"
        if X.ndim > 2:
            raise ValueError(f"Found array with dim {X.ndim}, while dim <= 2 is required by {owner}.")
        shown = np.asarray(plain(given)) if owner in _KEEP_WHOLE else X
        raise ValueError(
            f"Expected 2D array, got {told} array instead:\narray={shown}.\nReshape your data either using array.reshape(-1, 1) "
            "if your data has a single feature or array.reshape(1, -1) if it contains a single sample."
        )
    for at, name in enumerate(("sample", "feature")):
        if X.shape[at] == 0:
            raise ValueError(
                f"Found array with 0 {name}(s) (shape={X.shape}) while a minimum of 1 is required by {owner}."
            )
    if not allow_nan and bool(np.isnan(X).any()):
        raise ValueError(f"Input X contains NaN.\n{owner} {_ABOUT_NAN}")
    _check_ends(X, "Input X")
    return X


def labels(y):
    """Labels as a list; a single column counts as one."""
    values = plain(y)
    values = values.tolist() if hasattr(values, "tolist") else list(values)
    if values and isinstance(values[0], list):
        if any(len(row) != 1 for row in values):
            raise ValueError(f"y should be a 1d array, got an array of shape {(len(values), len(values[0]))} instead.")
        values = [row[0] for row in values]
    return [value.item() if hasattr(value, "item") else value for value in values]


def array_of(values, like=None):
    """Labels as an array: of numbers, of texts, or of objects if `like`, where they come from, is one of objects."""
    if any(isinstance(value, str) for value in values):
        like = plain(like)
        is_object = isinstance(like, objects) and not like._texts
        return objects(values, texts=not is_object)
    return np.array(values) if values else np.zeros(0, dtype=np.int64)


def decided(scores, classes):
    """The class that most is said for: of two, with one score for both, the second where that is above 0."""
    places = (scores > 0).astype(np.int64) if scores.ndim == 1 else scores.argmax(axis=1)
    return array_of([classes.tolist()[at] for at in places.tolist()], classes)


def different(values):
    """The labels that there are, in order.

    Raises:
        TypeError: for texts and numbers together.
    """
    # None and nan come last, once each.
    lost = [None] * any(value is None for value in values) + [math.nan] * any(value != value for value in values)
    found = {value for value in values if value is not None and value == value}
    kinds = sorted({"str" if isinstance(value, str) else "number" for value in found})
    if len(kinds) > 1:
        raise TypeError(f"Encoders require their input argument must be uniformly strings or numbers. Got {kinds}")
    return sorted(found) + lost


def same_length(*arrays):
    """Raises ValueError for arrays of different lengths."""
    lengths = [length(each) for each in arrays if each is not None]
    if len(set(lengths)) > 1:
        raise ValueError(f"Found input variables with inconsistent numbers of samples: {lengths}")


def length(array):
    """How many samples."""
    return array.shape[0] if hasattr(array, "shape") else len(array)


def stable_order(values):
    """The places of values in rising order; equal ones as they came."""
    return sorted(range(len(values)), key=values.__getitem__)


def check_random_state(seed):
    """The generator that `random_state=seed` means.

    Raises:
        ValueError: for what is no seed.
    """
    from numpy import random

    if seed is None or seed is np.random:
        return random._global
    if isinstance(seed, random.RandomState):
        return seed
    if isinstance(seed, INTS) and not isinstance(seed, bool):
        return random.RandomState(seed)
    raise ValueError(f"{seed!r} cannot be used to seed a numpy.random.RandomState instance")


def both(X, Y, owner):
    """Two tables of samples with as many columns; the first for the second, where there is none.

    Raises:
        ValueError: for other numbers of columns.
    """
    X = matrix(X, owner)
    Y = X if Y is None else matrix(Y, owner)
    if X.shape[1] != Y.shape[1]:
        raise ValueError(
            f"Incompatible dimension for X and Y matrices: X.shape[1] == {X.shape[1]} while Y.shape[1] == {Y.shape[1]}"
        )
    return X, Y

"""`train_test_split`.

What it is not: folds, which are in `_folds`. Start reading at `train_test_split`.
"""

import math

from _scalars import FLOATS
from sklearn._arrays import check_random_state, labels, length, same_length
from sklearn._strata import apportioned, places_by_class
from sklearn.exceptions import InvalidParameterError
from sklearn.utils import chosen


def train_test_split(*arrays, test_size=None, train_size=None, random_state=None, shuffle=True, stratify=None):
    """Each array in two: what is learned from, and what is tested with."""
    if not arrays:
        raise ValueError("At least one array required as input")
    same_length(*arrays)
    count = length(arrays[0])
    train, test = _sizes(count, test_size, train_size)
    if not shuffle:
        if stratify is not None:
            raise ValueError("Stratified train/test split is not implemented for shuffle=False")
        train_places, test_places = list(range(train)), list(range(train, train + test))
    elif stratify is not None:
        same_length(arrays[0], stratify)
        train_places, test_places = _stratified(labels(stratify), train, test, check_random_state(random_state))
    else:
        order = check_random_state(random_state).permutation(count).tolist()
        train_places, test_places = order[test : test + train], order[:test]
    return [chosen(array, places) for array in arrays for places in (train_places, test_places)]


def _sizes(count, test_size, train_size):
    """How many are learned from, and how many tested with."""
    test_size = 0.25 if test_size is None and train_size is None else test_size
    for name, size in (("test_size", test_size), ("train_size", train_size)):
        _check_size(name, size, count)
    if isinstance(test_size, FLOATS) and isinstance(train_size, FLOATS) and train_size + test_size > 1:
        raise ValueError(
            f"The sum of test_size and train_size = {train_size + test_size}, should be in the (0, 1) range. "
            "Reduce test_size and/or train_size."
        )
    test = math.ceil(test_size * count) if isinstance(test_size, FLOATS) else test_size
    train = math.floor(train_size * count) if isinstance(train_size, FLOATS) else train_size
    train = count - test if train is None else train
    test = count - train if test is None else test
    if train + test > count:
        raise ValueError(
            f"The sum of train_size and test_size = {train + test}, should be smaller than the number of samples {count}. "
            "Reduce test_size and/or train_size."
        )
    if train == 0:
        raise ValueError(
            f"With n_samples={count}, test_size={test_size} and train_size={train_size}, the resulting train set will be "
            "empty. Adjust any of the aforementioned parameters."
        )
    return train, test


def _check_size(name, size, count):
    if size is None:
        return
    if isinstance(size, FLOATS) and not 0 < size < 1:
        raise InvalidParameterError(
            f"The '{name}' parameter of train_test_split must be a float in the range (0.0, 1.0), an int in the range "
            f"[1, inf) or None. Got {size!r} instead."
        )
    if not isinstance(size, FLOATS) and not 0 < size < count:
        raise ValueError(
            f"{name}={size} should be either positive and smaller than the number of samples {count} or a float in the "
            "(0, 1) range"
        )


def _stratified(y, train, test, generator):
    places = places_by_class(y)
    counts = [len(own) for own in places]
    if min(counts) < 2:
        few = [label for label in sorted(set(y)) if y.count(label) < 2]
        raise ValueError(
            "The least populated classes in y have only 1 member, which is too few. The minimum number of groups for any "
            f"class cannot be less than 2. Classes with too few members are: {few}"
        )
    for name, size in (("train", train), ("test", test)):
        if size < len(counts):
            raise ValueError(
                f"The {name}_size = {size} should be greater or equal to the number of classes = {len(counts)}"
            )
    in_train = apportioned(counts, train, generator)
    in_test = apportioned([count - taken for count, taken in zip(counts, in_train)], test, generator)
    train_places, test_places = [], []
    for own, first, second in zip(places, in_train, in_test):
        order = [own[at] for at in generator.permutation(len(own)).tolist()]
        train_places += order[:first]
        test_places += order[first : first + second]
    return generator.permutation(train_places).tolist(), generator.permutation(test_places).tolist()

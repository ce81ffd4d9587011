"""Categories as columns of 0 and 1.

What it is not: an encoding of labels, which is in `_labels`. Start reading at `OneHotEncoder`.
"""

import numpy as np
from numpy._objects import objects
from sklearn._arrays import array_of, different, plain, refuse
from sklearn._named import known_names
from sklearn.base import BaseEstimator, TransformerMixin


class OneHotEncoder(TransformerMixin, BaseEstimator):
    """Each feature's categories as columns, one of which is 1."""

    def __init__(
        self,
        *,
        categories="auto",
        drop=None,
        sparse_output=True,
        dtype=np.float64,
        handle_unknown="error",
        min_frequency=None,
        max_categories=None,
        feature_name_combiner="concat",
    ):
        self.categories, self.drop, self.sparse_output, self.dtype = categories, drop, sparse_output, dtype
        self.handle_unknown, self.min_frequency, self.max_categories = handle_unknown, min_frequency, max_categories
        self.feature_name_combiner = feature_name_combiner

    def fit(self, X, y=None):
        """The categories of each feature."""
        refuse(
            "OneHotEncoder",
            min_frequency=(self.min_frequency, None),
            max_categories=(self.max_categories, None),
            feature_name_combiner=(self.feature_name_combiner, "concat"),
        )
        if self.handle_unknown not in ("error", "ignore"):
            refuse("OneHotEncoder", handle_unknown=(self.handle_unknown, "error"))
        if not (self.drop is None or self.drop in ("first", "if_binary")):
            refuse("OneHotEncoder", drop=(self.drop, None))
        columns = _columns(X)
        self.n_features_in_ = len(columns)
        chosen = (
            [different(column) for column in columns] if self.categories == "auto" else list(map(list, self.categories))
        )
        if len(chosen) != len(columns):
            raise ValueError("Shape mismatch: if categories is an array, it has to be of shape (n_features,).")
        self.categories_ = _arrays(chosen, X)
        for at, column in enumerate(columns):
            self._check_known(at, column, "fit")
        self._first = [int(self.drop == "first" or (self.drop == "if_binary" and len(each) == 2)) for each in chosen]
        return self

    def _check_known(self, at, column, when):
        known = self.categories_[at].tolist()
        unknown = sorted((value for value in set(column) if not is_known(value, known)), key=repr)
        if unknown and self.handle_unknown == "error":
            told = f"[{', '.join(repr(value) for value in unknown)}]"
            raise ValueError(f"Found unknown categories {told} in column {at} during {when}")

    def transform(self, X):
        """Rows of 0 and 1."""
        self._check_fitted()
        columns = _columns(X)
        if len(columns) != self.n_features_in_:
            raise ValueError(
                f"X has {len(columns)} features, but OneHotEncoder is expecting {self.n_features_in_} features as input."
            )
        parts = []
        for at, column in enumerate(columns):
            self._check_known(at, column, "transform")
            own = self.categories_[at].tolist()[self._first[at] :]
            parts.append([[float(is_same(value, category)) for category in own] for value in column])
        rows = [[value for part in row for value in part] for row in zip(*parts)]
        array = np.array(rows).reshape(len(rows), -1).astype(self.dtype)
        if not self.sparse_output:
            return array
        from scipy.sparse import csr_matrix

        return csr_matrix(array)

    def inverse_transform(self, X):
        """The categories of rows of 0 and 1; None where no column says one."""
        self._check_fitted()
        rows = (X.toarray() if hasattr(X, "toarray") else np.asarray(X)).tolist()
        found = []
        for row in rows:
            start = 0
            for categories, first in zip(self.categories_, self._first):
                stop = start + len(categories) - first
                part = row[start:stop]
                at = part.index(max(part)) + first if part and max(part) > 0 else 0 if first else None
                found.append(None if at is None else categories.tolist()[at])
                start = stop
        shape = (len(rows), self.n_features_in_)
        if any(isinstance(value, str) or value is None for value in found):
            return objects(
                found, shape, texts=all(each.dtype.kind == "U" for each in self.categories_) and None not in found
            )
        return np.array(found).reshape(shape)

    def get_feature_names_out(self, input_features=None):
        """The columns' names: the feature's, and the category."""
        self._check_fitted()
        names = known_names(self, input_features)
        told = [
            f"{name}_{category}"
            for name, categories, first in zip(names, self.categories_, self._first)
            for category in categories.tolist()[first:]
        ]
        return objects(told)


def is_same(value, category):
    """Whether a value is of a category: nan is, of nan."""
    return value == category or (value != value and category != category)


def is_known(value, categories):
    """Whether a value is among the categories."""
    return value in categories or (value != value and any(each != each for each in categories))


def _arrays(categories, X):
    """Categories in the dtype of the data: lists with a text anywhere are of objects, a frame's columns each as it is."""
    if isinstance(plain(X), objects) and plain(X)._texts:
        return [array_of(values) for values in categories]
    with_texts = [any(isinstance(value, str) for value in values) for values in categories]
    if not hasattr(X, "columns"):
        with_texts = [any(with_texts)] * len(categories)
    return [objects(values) if is_object else np.array(values) for values, is_object in zip(categories, with_texts)]


def _columns(X):
    """The features as lists."""
    rows = plain(X)
    rows = (
        rows.tolist() if hasattr(rows, "tolist") else [list(row) if hasattr(row, "__iter__") else row for row in rows]
    )
    if rows and (not isinstance(rows[0], list)):
        raise ValueError(
            "Expected 2D array, got 1D array instead.\nReshape your data either using array.reshape(-1, 1) if your data has "
            "a single feature or array.reshape(1, -1) if it contains a single sample."
        )
    return [list(column) for column in zip(*rows)]

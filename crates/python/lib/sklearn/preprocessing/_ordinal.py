"""Categories as numbers from 0.

What it is not: columns of 0 and 1, which are `_one_hot`'s. Start reading at `OrdinalEncoder`.
"""

import numpy as np
from numpy._objects import objects
from sklearn._arrays import different, refuse
from sklearn._named import known_names
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.preprocessing._one_hot import _arrays, _columns


class OrdinalEncoder(TransformerMixin, BaseEstimator):
    """Each feature's categories as numbers, in their order."""

    def __init__(self, *, categories="auto", dtype=np.float64, handle_unknown="error", unknown_value=None,
                 encoded_missing_value=np.nan, min_frequency=None, max_categories=None):
        self.categories, self.dtype, self.handle_unknown, self.unknown_value = categories, dtype, handle_unknown, unknown_value
        self.encoded_missing_value, self.min_frequency, self.max_categories = (
            encoded_missing_value, min_frequency, max_categories)

    def fit(self, X, y=None):
        """The categories of each feature."""
        refuse("OrdinalEncoder", min_frequency=(self.min_frequency, None), max_categories=(self.max_categories, None))
        if self.handle_unknown == "use_encoded_value" and self.unknown_value is None:
            raise TypeError("unknown_value should be an integer or np.nan when handle_unknown is 'use_encoded_value', got None.")
        columns = _columns(X)
        self.n_features_in_ = len(columns)
        chosen = [different(column) for column in columns] if self.categories == "auto" else list(map(list, self.categories))
        if len(chosen) != len(columns):
            raise ValueError("Shape mismatch: if categories is an array, it has to be of shape (n_features,).")
        self.categories_ = _arrays(chosen, X)
        self._numbers(columns, "fit")
        return self

    def _numbers(self, columns, when):
        found = []
        for at, column in enumerate(columns):
            places = {category: place for place, category in enumerate(self.categories_[at].tolist())}
            unknown = sorted({value for value in column if value not in places})
            if unknown and self.handle_unknown == "error":
                raise ValueError(f"Found unknown categories [{', '.join(map(repr, unknown))}] in column {at} during {when}")
            found.append([places.get(value, self.unknown_value) for value in column])
        return found

    def transform(self, X):
        """Each category's number."""
        self._check_fitted()
        return np.array(list(zip(*self._numbers(_columns(X), "transform")))).astype(self.dtype)

    def inverse_transform(self, X):
        """Each number's category."""
        self._check_fitted()
        rows = [[self.categories_[at].tolist()[int(place)] for at, place in enumerate(row)] for row in np.asarray(X).tolist()]
        return objects([value for row in rows for value in row], (len(rows), self.n_features_in_))

    def get_feature_names_out(self, input_features=None):
        """The features' own names."""
        return objects(known_names(self, input_features))

"""`DictVectorizer`: features by their names as columns.

What it is not: sparse, which is refused. Start reading at `DictVectorizer`.
"""

import numpy as np
from numpy._objects import objects
from sklearn._arrays import refuse
from sklearn.base import BaseEstimator, TransformerMixin


class DictVectorizer(TransformerMixin, BaseEstimator):
    """A column for each name of a number, and for each text that a name has."""

    def __init__(self, *, dtype=np.float64, separator="=", sparse=True, sort=True):
        self.dtype, self.separator, self.sparse, self.sort = dtype, separator, sparse, sort

    def _pairs(self, row):
        for name, value in row.items():
            for each in value if isinstance(value, (list, tuple, set)) else [value]:
                yield (f"{name}{self.separator}{each}", 1) if isinstance(each, str) else (name, each)

    def fit(self, X, y=None):
        """The columns' names."""
        refuse("DictVectorizer", sparse=(self.sparse, False))
        names = list(dict.fromkeys(name for row in X for name, _ in self._pairs(row)))
        self.feature_names_ = sorted(names) if self.sort else names
        places = {name: at for at, name in enumerate(self.feature_names_)}
        self.vocabulary_ = {name: places[name] for name in names}
        return self

    def transform(self, X):
        """A row for each dict."""
        self._check_fitted()
        rows = [X] if isinstance(X, dict) else list(X)
        found = np.zeros((len(rows), len(self.vocabulary_)), dtype=self.dtype)
        for at, row in enumerate(rows):
            for name, value in self._pairs(row):
                if name in self.vocabulary_:
                    found[at, self.vocabulary_[name]] += value
        return found

    def inverse_transform(self, X):
        """The dicts, without zeros."""
        return [{name: value for name, value in zip(self.feature_names_, row) if value} for row in np.asarray(X)]

    def get_feature_names_out(self, input_features=None):
        """The columns' names."""
        return objects(self.feature_names_)

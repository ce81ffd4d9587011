"""Missing values filled in.

What it is not: guessed from other features. Start reading at `SimpleImputer`.
"""

import numpy as np
from numpy._objects import objects
from sklearn._arrays import matrix, plain, refuse
from sklearn._named import known_names
from sklearn.base import BaseEstimator, TransformerMixin


class SimpleImputer(TransformerMixin, BaseEstimator):
    """By the mean, the median, the most frequent value or one value of each feature."""

    def __init__(
        self,
        *,
        missing_values=np.nan,
        strategy="mean",
        fill_value=None,
        copy=True,
        add_indicator=False,
        keep_empty_features=False,
    ):
        self.missing_values, self.strategy, self.fill_value = missing_values, strategy, fill_value
        self.copy, self.add_indicator, self.keep_empty_features = copy, add_indicator, keep_empty_features

    def _missing(self, X):
        if not X._is_plain:
            values = [_is_lost(value, self.missing_values) for value in X.ravel().tolist()]
            return np.array(values, dtype=bool).reshape(X.shape)
        return np.isnan(X) if self.missing_values != self.missing_values else X == self.missing_values

    def _table(self, X):
        """Texts as they are, numbers as floats."""
        found = plain(X)
        found = np.asarray(found, dtype=object if any(_has_text(row) for row in _rows(found)) else None)
        if found.ndim == 2 and not found._is_plain:
            if self.strategy in ("mean", "median"):
                first = next(value for value in found.ravel().tolist() if isinstance(value, str))
                raise ValueError(
                    f"Cannot use {self.strategy} strategy with non-numeric data:\ncould not convert string to float: {first!r}"
                )
            return found
        return matrix(X, "SimpleImputer", allow_nan=True).astype(float)

    def fit(self, X, y=None):
        """What is filled in."""
        refuse("SimpleImputer", copy=(self.copy, True), keep_empty_features=(self.keep_empty_features, False))
        if self.strategy not in ("mean", "median", "most_frequent", "constant"):
            raise ValueError(
                "The 'strategy' parameter of SimpleImputer must be a str among {'mean', 'median', 'most_frequent', 'constant'} "
                f"or a callable. Got {self.strategy!r} instead."
            )
        X = self._table(X)
        self.n_features_in_, gone = X.shape[1], self._missing(X)
        columns = [[v for v, lost in zip(*each) if not lost] for each in zip(X.T.tolist(), gone.T.tolist())]
        found = [self._filler(column, X._is_plain) for column in columns]
        self.statistics_ = np.array(found) if X._is_plain else objects(found)
        self._marked = np.nonzero(gone.any(axis=0))[0].tolist() if self.add_indicator else []
        return self

    def _filler(self, column, is_number):
        if self.strategy == "constant":
            if not is_number:
                return "missing_value" if self.fill_value is None else self.fill_value
            return 0.0 if self.fill_value is None else float(self.fill_value)
        if not column:
            raise NotImplementedError("SimpleImputer: features without any value are not built into this sklearn")
        if self.strategy == "most_frequent":
            return max(sorted(set(column)), key=column.count)
        values = np.array(column)
        return float(values.mean() if self.strategy == "mean" else np.median(values))

    def transform(self, X):
        """X without what is missing."""
        self._check_fitted()
        X = self._table(X)
        self._check_features(X)
        gone = self._missing(X)
        if X._is_plain:
            found = np.where(gone, self.statistics_, X)
        else:
            rows = [
                [filler if lost else value for value, lost, filler in zip(*row, self.statistics_.tolist())]
                for row in zip(X.tolist(), gone.tolist())
            ]
            found = objects([value for row in rows for value in row], X.shape)
        return np.hstack([found, gone[:, self._marked].astype(float)]) if self._marked else found

    def get_feature_names_out(self, input_features=None):
        """The features' names, and those of the marks of what was missing."""
        self._check_fitted()
        names = known_names(self, input_features)
        return objects([*names, *(f"missingindicator_{names[at]}" for at in self._marked)])


def _rows(table):
    table = table.tolist() if hasattr(table, "tolist") else table
    return [row if isinstance(row, (list, tuple)) else [row] for row in table] if isinstance(table, (list, tuple)) else []


def _has_text(row):
    return any(isinstance(value, str) for value in row)


def _is_lost(value, missing):
    """Whether a value is the missing one; nothing at all is, too, where nan is."""
    if missing is None or missing != missing:
        return value is None or value != value
    return value == missing

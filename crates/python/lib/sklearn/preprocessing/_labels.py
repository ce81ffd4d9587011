"""Labels as numbers, and as columns of 0 and 1.

What it is not: encodings of features, which are in `_one_hot`. Start reading at `LabelEncoder`.
"""

import numpy as np
from numpy._objects import objects
from sklearn._arrays import array_of, different, labels, refuse
from sklearn.base import BaseEstimator, TransformerMixin


# Stands for all that are no number, which equal not even themselves.
_NAN = float("nan")


def _is_nothing(label):
    return label is None or label != label


def _named(label):
    return _NAN if label is not None and label != label else label


class LabelEncoder(TransformerMixin, BaseEstimator):
    """Labels as numbers from 0, in the labels' order."""

    def fit(self, y):
        """The labels that there are."""
        values = labels(y)
        known = [label for label in values if not _is_nothing(label)]
        nothing = list({repr(label): label for label in values if _is_nothing(label)}.values())
        classes = different(known) + sorted(nothing, key=repr)
        is_text = nothing and any(isinstance(label, str) for label in known)
        self.classes_ = objects(classes) if is_text else array_of(classes, y)
        return self

    def fit_transform(self, y):
        """What `fit` and then `transform` give."""
        return self.fit(y).transform(y)

    def transform(self, y):
        """Each label's number."""
        self._check_fitted()
        numbers = {_named(label): at for at, label in enumerate(self.classes_.tolist())}
        values = [_named(label) for label in labels(y)]
        unseen = [label for label in dict.fromkeys(values) if label not in numbers]
        if unseen:
            array = array_of(unseen, self.classes_)
            told = repr(array[0]) if isinstance(unseen[0], str) else sorted(array)
            raise ValueError(f"y contains previously unseen labels: {told}")
        return np.array([numbers[label] for label in values]) if values else np.array([])

    def inverse_transform(self, y):
        """Each number's label."""
        self._check_fitted()
        y = labels(y)
        if not y:
            return np.array([])
        outside = sorted({at for at in y if not 0 <= at < len(self.classes_)})
        if outside:
            raise ValueError(f"y contains previously unseen labels: {np.array(outside)}")
        return self.classes_[np.array(y)]


class LabelBinarizer(TransformerMixin, BaseEstimator):
    """Labels as a column each; of two labels, the second's column is enough."""

    def __init__(self, *, neg_label=0, pos_label=1, sparse_output=False):
        self.neg_label, self.pos_label, self.sparse_output = neg_label, pos_label, sparse_output

    def fit(self, y):
        """The labels that there are."""
        refuse("LabelBinarizer", sparse_output=(self.sparse_output, False))
        if self.neg_label >= self.pos_label:
            raise ValueError(f"neg_label={self.neg_label} must be strictly less than pos_label={self.pos_label}.")
        values = labels(y)
        if not values:
            raise ValueError(f"y has 0 samples: {y!r}")
        self.classes_ = array_of(different(values), y)
        self.y_type_ = "binary" if len(self.classes_) <= 2 else "multiclass"
        return self

    def transform(self, y):
        """A row a label; one that was not seen has no column that says so."""
        self._check_fitted()
        classes = self.classes_.tolist()
        if len(classes) == 2:
            classes = classes[1:]
        elif len(classes) == 1:
            classes = [None]
        return np.array(
            [[self.pos_label if label == own else self.neg_label for own in classes] for label in labels(y)]
        )

    def inverse_transform(self, Y, threshold=None):
        """The label of the largest value in each row; of two labels, that of a value above the threshold."""
        self._check_fitted()
        middle = (self.pos_label + self.neg_label) / 2 if threshold is None else threshold
        rows = np.asarray(Y)
        if len(self.classes_) > 2:
            return self.classes_[np.argmax(rows, axis=1)]
        if len(self.classes_) == 1:
            return self.classes_[np.zeros(len(rows), dtype=int)]
        return self.classes_[(rows.ravel() > middle).astype(int)]

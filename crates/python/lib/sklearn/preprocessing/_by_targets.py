"""Categories as the mean of the goal: `TargetEncoder`.

What it is not: numbers by the order of categories, which are `_ordinal`'s. Start reading at `TargetEncoder`.
"""

import numpy as np
from numpy._objects import objects
from sklearn._arrays import array_of, different, floats, labels, same_length
from sklearn._named import known_names
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.preprocessing._one_hot import _arrays, _columns, is_same

_TARGETS = ("binary", "multiclass", "continuous")


class TargetEncoder(TransformerMixin, BaseEstimator):
    """Each category as the goal's mean in it, drawn towards the mean of all the more, the fewer samples it has."""

    def __init__(self, categories="auto", target_type="auto", smooth="auto", cv=5, shuffle="deprecated", random_state="deprecated"):
        self.categories, self.target_type, self.smooth, self.cv = categories, target_type, smooth, cv
        self.shuffle, self.random_state = shuffle, random_state

    def fit(self, X, y):
        """The means of all samples."""
        self._begin(X, y)
        return self

    def _begin(self, X, y):
        """The categories' places, -1 for one that is not known, and the goal as columns of numbers."""
        columns = _columns(X)
        self.n_features_in_ = len(columns)
        chosen = [different(column) for column in columns] if self.categories == "auto" else list(map(list, self.categories))
        if len(chosen) != len(columns):
            raise ValueError("Shape mismatch: if categories is an array, it has to be of shape (n_features,).")
        self.categories_ = _arrays(chosen, X)
        goal = self._goal(y)
        same_length(columns[0], goal)
        places = self._places(columns)
        self.target_mean_ = goal.mean(axis=0) if self.target_type_ == "multiclass" else goal[:, 0].mean()
        self.encodings_ = self._means(places, goal)
        return places, goal

    def _goal(self, y):
        names = labels(y)
        kind = self.target_type if self.target_type != "auto" else _kind_of(names)
        if kind not in _TARGETS:
            raise ValueError(f"Unknown label type: Target type was inferred to be {kind!r}. Only {_TARGETS} are supported.")
        self.target_type_, self.classes_ = kind, None
        if kind == "continuous":
            return floats(y).astype(float).reshape(-1, 1)
        known = different(names)
        self.classes_ = array_of(known, y)
        at = {name: place for place, name in enumerate(known)}
        numbers = np.array([at[name] for name in names])
        if kind == "binary":
            return numbers.astype(float).reshape(-1, 1)
        return (numbers.reshape(-1, 1) == np.arange(len(known))).astype(float)

    def _places(self, columns):
        found = []
        for categories, column in zip(self.categories_, columns):
            known = categories.tolist()
            at = {name: place for place, name in enumerate(known)}
            gone = next((place for place, name in enumerate(known) if name != name), -1)
            found.append([at.get(value, gone if is_same(value, float("nan")) else -1) for value in column])
        return np.array(found).T

    def _means(self, places, goal):
        """Of each feature, for each column of the goal, what its categories are."""
        found = []
        for at, categories in enumerate(self.categories_):
            for own in goal.T:
                found.append(self._of_column(places[:, at], own, len(categories)))
        return found

    def _of_column(self, places, goal, count):
        known = places >= 0
        places, goal, mean = places[known], goal[known], goal.mean()
        counts = np.bincount(places, minlength=count).astype(float)
        sums = np.bincount(places, weights=goal, minlength=count)
        if self.smooth != "auto":
            return np.where(counts + self.smooth > 0, (sums + self.smooth * mean) / np.maximum(counts + self.smooth, 1e-300), mean)
        means = sums / np.maximum(counts, 1.0)
        spread, off = goal.var(), np.bincount(places, weights=(goal - means[places]) ** 2, minlength=count)
        below = spread * counts + off / np.maximum(counts, 1.0)
        share = spread * counts / np.where(below > 0, below, 1.0)
        return np.where((counts > 0) & (below > 0), share * means + (1 - share) * mean, mean)

    def fit_transform(self, X, y, **params):
        """Each sample by means of other samples than itself: those of the other folds."""
        from sklearn.model_selection import check_cv

        if params:
            raise NotImplementedError(f"TargetEncoder: {', '.join(params)} is not built into this sklearn")
        places, goal = self._begin(X, y)
        is_number = self.target_type_ == "continuous"
        coded = goal[:, 0] if goal.shape[1] == 1 else goal.argmax(axis=1)
        how = {"shuffle": self.shuffle is True or self.shuffle == "deprecated"}
        if self.random_state != "deprecated":
            how["random_state"] = self.random_state
        cv = check_cv(self.cv, coded, classifier=not is_number, **how)
        found = np.zeros((len(places), len(self.encodings_)))
        for train, test in cv.split(places, coded):
            self._fill(found, places, test, self._means(places[train], goal[train]), goal[train].mean(axis=0))
        return found

    def _fill(self, found, places, rows, encodings, means):
        wide = len(encodings) // self.n_features_in_
        for at, encoding in enumerate(encodings):
            own = places[rows, at // wide]
            found[rows, at] = np.where(own >= 0, encoding[np.maximum(own, 0)], means[at % wide])

    def transform(self, X):
        """The means of each sample's categories; of unknown ones that of all samples."""
        self._check_fitted()
        columns = _columns(X)
        if len(columns) != self.n_features_in_:
            raise ValueError(f"X has {len(columns)} features, but TargetEncoder is expecting {self.n_features_in_} features as input.")
        places = self._places(columns)
        found = np.zeros((len(places), len(self.encodings_)))
        self._fill(found, places, np.arange(len(places)), self.encodings_, np.atleast_1d(self.target_mean_))
        return found

    def get_feature_names_out(self, input_features=None):
        """The features' own names; of several classes, each with the class behind it."""
        self._check_fitted()
        names = known_names(self, input_features)
        if self.target_type_ == "multiclass":
            names = [f"{name}_{each}" for name in names for each in self.classes_.tolist()]
        return objects(list(names))


def _kind_of(names):
    """What kind of goal these values are."""
    if any(isinstance(name, float) and name != int(name) for name in names):
        return "continuous"
    return "binary" if len(set(names)) <= 2 else "multiclass"

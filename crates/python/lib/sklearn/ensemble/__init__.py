"""Forests: many trees, each of other samples, which are asked together.

What it is not: boosting, or several kinds together, which come when they are asked for. Start reading at `_Forest`.
"""

import warnings

from _scalars import FLOATS
from _kindling_absent import Absent
import numpy as np
from sklearn._arrays import array_of, check_random_state, different, goals_of, matrix, refuse
from sklearn._weights import weights_of
from sklearn.base import BaseEstimator, ClassifierMixin, RegressorMixin
from sklearn.tree import DecisionTreeClassifier, DecisionTreeRegressor
from sklearn.tree._estimators import goals_apart, likeliest

_SEEDS = 2**31 - 1
_SHARED = (
    "criterion", "max_depth", "min_samples_split", "min_samples_leaf", "min_weight_fraction_leaf", "max_features",
    "max_leaf_nodes", "min_impurity_decrease", "ccp_alpha", "monotonic_cst",
)  # fmt: skip


class _Forest(BaseEstimator):
    """Grows the trees from seeds that are drawn first."""

    def _grow(self, kind, X, y, sample_weight, by_class=None):
        # Everything runs in one thread here, and trees grow without a word: `n_jobs` and `verbose` change nothing.
        X = matrix(X, type(self).__name__)
        self.n_features_in_, self._count, self._weights = X.shape[1], len(X), None
        if sample_weight is not None:
            self._weights = np.array(sample_weight, dtype=float)
        if not self.bootstrap and self.oob_score:
            raise ValueError("Out of bag estimation only available if bootstrap=True")
        if not self.bootstrap and self.max_samples is not None:
            raise ValueError(
                "`max_sample` cannot be set if `bootstrap=False`. Either switch to `bootstrap=True` or set `max_sample=None`."
            )
        generator, options = check_random_state(self.random_state), {each: getattr(self, each) for each in _SHARED}
        if not self.warm_start or "estimators_" not in self.__dict__:
            self.estimators_ = []
        if self.n_estimators < len(self.estimators_):
            raise ValueError(f"n_estimators={self.n_estimators} must be larger or equal to len(estimators_)={len(self.estimators_)} "
                             "when warm_start==True")
        seeds = [int(generator.randint(_SEEDS)) for _ in range(self.n_estimators)]
        for seed in seeds[len(self.estimators_) :]:
            weights = np.ones(self._count) if self._weights is None else self._weights
            if self.bootstrap:
                places = self._places(seed)
                weights = np.bincount(places, minlength=self._count).astype(float)
                weights = weights if by_class is None else weights * by_class(places)
            self.estimators_.append(kind(random_state=seed, **options).fit(X, y, sample_weight=weights))
        return X

    def _places(self, seed):
        """The samples that a tree is given, again and again."""
        generator, drawn = check_random_state(seed), self._drawn(self._count)
        if self._weights is None:
            return generator.randint(0, self._count, drawn)
        return generator.choice(self._count, drawn, replace=True, p=self._weights / self._weights.sum())

    @property
    def estimators_samples_(self):
        """The samples that each tree was given."""
        if not self.bootstrap:
            return [np.arange(self._count, dtype=np.int32) for _ in self.estimators_]
        return [self._places(tree.random_state).astype(np.int32) for tree in self.estimators_]

    def _left_out(self, X, told):
        """The mean of what trees tell of samples that they were not given."""
        total, seen = 0.0, np.zeros(len(X))
        for tree, places in zip(self.estimators_, self.estimators_samples_):
            gone = np.bincount(places, minlength=len(X)) == 0
            found = told(tree, X)
            total = total + found * (gone if found.ndim == 1 else gone.reshape(-1, 1))
            seen = seen + gone
        if bool((seen == 0).any()):
            warnings.warn("Some inputs do not have OOB scores. This probably means too few trees were used to compute any reliable "
                          "OOB estimates.", stacklevel=4)
        seen = np.maximum(seen, 1)
        return total / (seen if total.ndim == 1 else seen.reshape(-1, 1))

    def apply(self, X):
        """The leaf of each tree that each sample falls into."""
        self._check_fitted()
        return np.stack([tree.apply(X) for tree in self.estimators_], axis=1)

    def _drawn(self, count):
        """How many samples each tree is given."""
        if self.max_samples is None:
            return count
        return max(round(count * self.max_samples), 1) if isinstance(self.max_samples, FLOATS) else self.max_samples

    def __len__(self):
        return len(self.estimators_)

    def __getitem__(self, at):
        return self.estimators_[at]

    @property
    def feature_importances_(self):
        """The mean of what the trees say."""
        self._check_fitted()
        found = np.stack([tree.feature_importances_ for tree in self.estimators_ if tree.tree_.node_count > 1]).mean(
            axis=0
        )
        return found / found.sum()


class RandomForestClassifier(ClassifierMixin, _Forest):
    """The class that has the greatest share in the trees' leaves."""

    _kind = DecisionTreeClassifier

    def __init__(self, n_estimators=100, *, criterion="gini", max_depth=None, min_samples_split=2, min_samples_leaf=1,
                 min_weight_fraction_leaf=0.0, max_features="sqrt", max_leaf_nodes=None, min_impurity_decrease=0.0,
                 bootstrap=True, oob_score=False, n_jobs=None, random_state=None, verbose=0, warm_start=False,
                 class_weight=None, ccp_alpha=0.0, max_samples=None, monotonic_cst=None):  # fmt: skip
        self.__dict__.update({name: value for name, value in locals().items() if name != "self"})

    def fit(self, X, y, sample_weight=None):
        """The trees."""
        columns = goals_apart(y)
        known = [different(names) for names in columns]
        coded = [[classes.index(name) for name in names] for names, classes in zip(columns, known)]
        self.n_outputs_, counts = len(known), [len(classes) for classes in known]
        self.classes_, self.n_classes_ = [array_of(classes, y) for classes in known], counts
        if len(known) == 1:
            self.classes_, self.n_classes_, target = self.classes_[0], counts[0], coded[0]
        else:
            refuse(type(self).__name__, class_weight=(self.class_weight, None), oob_score=(self.oob_score, False))
            target = np.array(coded).T
        is_each, by_class = self.class_weight == "balanced_subsample", None
        if self.class_weight is not None and not (is_each and self.bootstrap):
            kind = "balanced" if is_each else self.class_weight
            sample_weight = weights_of(columns[0], known[0], kind, sample_weight)
        elif is_each:
            goals = np.array(target)

            def by_class(places):
                often = np.bincount(goals[places], minlength=counts[0])
                return (len(places) / (int((often > 0).sum()) * np.maximum(often, 1)))[goals] * (often > 0)[goals]

        X = self._grow(self._kind, X, target, sample_weight, by_class)
        if self.oob_score:
            self.oob_decision_function_ = self._left_out(X, self._shares)
            self.oob_score_ = float((self.oob_decision_function_.argmax(axis=1) == np.array(target)).mean())
        return self

    def _shares(self, tree, X):
        shares = tree.predict_proba(X)
        if self.n_outputs_ == 1 and len(tree.classes_) < self.n_classes_:
            # A tree may have been given none of a class.
            whole = np.zeros((len(shares), self.n_classes_))
            whole[:, tree.classes_] = shares
            shares = whole
        return shares

    def predict_proba(self, X):
        """The mean of the shares of each class; of several goals a table each."""
        self._check_fitted()
        found = [self._shares(tree, X) for tree in self.estimators_]
        if self.n_outputs_ == 1:
            return sum(found) / len(found)
        return [sum(each) / len(found) for each in zip(*found)]

    def predict_log_proba(self, X):
        """The logarithms of the shares."""
        with np.errstate(divide="ignore"):
            found = self.predict_proba(X)
            return np.log(found) if self.n_outputs_ == 1 else [np.log(each) for each in found]

    def predict(self, X):
        """The class with the greatest share."""
        self._check_fitted()
        return likeliest(self.predict_proba(X), self.classes_, self.n_outputs_)


class RandomForestRegressor(RegressorMixin, _Forest):
    """The mean of the trees' numbers."""

    _kind = DecisionTreeRegressor

    def __init__(self, n_estimators=100, *, criterion="squared_error", max_depth=None, min_samples_split=2,
                 min_samples_leaf=1, min_weight_fraction_leaf=0.0, max_features=1.0, max_leaf_nodes=None,
                 min_impurity_decrease=0.0, bootstrap=True, oob_score=False, n_jobs=None, random_state=None, verbose=0,
                 warm_start=False, ccp_alpha=0.0, max_samples=None, monotonic_cst=None):  # fmt: skip
        self.__dict__.update({name: value for name, value in locals().items() if name != "self"})

    def fit(self, X, y, sample_weight=None):
        """The trees."""
        goals = goals_of(y).astype(float)
        goals = goals if goals.ndim > 1 and goals.shape[1] > 1 else goals.ravel()
        self.n_outputs_ = 1 if goals.ndim == 1 else goals.shape[1]
        X = self._grow(self._kind, X, goals, sample_weight)
        if self.oob_score:
            from sklearn.metrics import r2_score

            self.oob_prediction_ = self._left_out(X, lambda tree, rows: tree.predict(rows))
            self.oob_score_ = r2_score(goals, self.oob_prediction_)
        return self

    def predict(self, X):
        """The mean of the trees' numbers."""
        self._check_fitted()
        return sum(tree.predict(X) for tree in self.estimators_) / len(self.estimators_)


_LATER = {
    "BaggingClassifier": "_bagging", "BaggingRegressor": "_bagging",
    "ExtraTreesClassifier": "_extra", "ExtraTreesRegressor": "_extra", "IsolationForest": "_isolation",
    "AdaBoostClassifier": "_boosting", "AdaBoostRegressor": "_boosted_numbers", "GradientBoostingClassifier": "_boosting", "GradientBoostingRegressor": "_boosting",
    "HistGradientBoostingClassifier": "_binned_boosting", "HistGradientBoostingRegressor": "_binned_boosting",
    "StackingClassifier": "_together", "StackingRegressor": "_together", "VotingClassifier": "_together",
    "VotingRegressor": "_together",
}  # fmt: skip
__all__ = ["RandomForestClassifier", "RandomForestRegressor", *_LATER]


def __getattr__(name):
    if name in _LATER:
        return getattr(__import__(f"sklearn.ensemble.{_LATER[name]}", fromlist=(name,)), name)
    if name == "RandomTreesEmbedding":
        return Absent(f"sklearn.ensemble.{name} is not built into this sklearn")
    raise AttributeError(f"module 'sklearn.ensemble' has no attribute '{name}'")

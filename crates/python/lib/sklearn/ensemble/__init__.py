"""Forests: many trees, each of other samples, which are asked together.

What it is not: boosting, or several kinds together, which come when they are asked for. Start reading at `_Forest`.
"""

from _scalars import FLOATS
from _kindling_absent import Absent
import numpy as np
from sklearn._arrays import array_of, check_random_state, labels, matrix, refuse
from sklearn.base import BaseEstimator, ClassifierMixin, RegressorMixin
from sklearn.tree import DecisionTreeClassifier, DecisionTreeRegressor

_SEEDS = 2**31 - 1
_SHARED = (
    "criterion", "max_depth", "min_samples_split", "min_samples_leaf", "min_weight_fraction_leaf", "max_features",
    "max_leaf_nodes", "min_impurity_decrease", "ccp_alpha", "monotonic_cst",
)  # fmt: skip


class _Forest(BaseEstimator):
    """Grows the trees from seeds that are drawn first."""

    def _grow(self, kind, X, y, sample_weight):
        # Everything runs in one thread here, and trees grow without a word: `n_jobs` and `verbose` change nothing.
        name = type(self).__name__
        refuse(name, oob_score=(self.oob_score, False), warm_start=(self.warm_start, False))
        X = matrix(X, name)
        self.n_features_in_, count = X.shape[1], len(X)
        drawn = self._drawn(count)
        generator, options = check_random_state(self.random_state), {each: getattr(self, each) for each in _SHARED}
        seeds = [int(generator.randint(_SEEDS)) for _ in range(self.n_estimators)]
        self.estimators_ = []
        for seed in seeds:
            weights = np.ones(count) if sample_weight is None else np.array(sample_weight, dtype=float)
            if self.bootstrap:
                places = check_random_state(seed).randint(0, count, drawn)
                weights = weights * np.bincount(places, minlength=count)
            self.estimators_.append(kind(random_state=seed, **options).fit(X, y, sample_weight=weights))
        return self

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

    def __init__(self, n_estimators=100, *, criterion="gini", max_depth=None, min_samples_split=2, min_samples_leaf=1,
                 min_weight_fraction_leaf=0.0, max_features="sqrt", max_leaf_nodes=None, min_impurity_decrease=0.0,
                 bootstrap=True, oob_score=False, n_jobs=None, random_state=None, verbose=0, warm_start=False,
                 class_weight=None, ccp_alpha=0.0, max_samples=None, monotonic_cst=None):  # fmt: skip
        self.__dict__.update({name: value for name, value in locals().items() if name != "self"})

    def fit(self, X, y, sample_weight=None):
        """The trees."""
        refuse("RandomForestClassifier", class_weight=(self.class_weight, None))
        names = labels(y)
        classes = sorted(set(names))
        places = {name: at for at, name in enumerate(classes)}
        self.classes_, self.n_classes_ = array_of(classes, y), len(classes)
        self._grow(DecisionTreeClassifier, X, [places[name] for name in names], sample_weight)
        return self

    def predict_proba(self, X):
        """The mean of the shares of each class."""
        self._check_fitted()
        found = 0.0
        for tree in self.estimators_:
            shares = tree.predict_proba(X)
            if len(tree.classes_) < self.n_classes_:
                # A tree may have been given none of a class.
                whole = np.zeros((len(shares), self.n_classes_))
                whole[:, tree.classes_] = shares
                shares = whole
            found = found + shares
        return found / len(self.estimators_)

    def predict(self, X):
        """The class with the greatest share."""
        self._check_fitted()
        names = self.classes_.tolist()
        return array_of([names[at] for at in self.predict_proba(X).argmax(axis=1).tolist()], self.classes_)


class RandomForestRegressor(RegressorMixin, _Forest):
    """The mean of the trees' numbers."""

    def __init__(self, n_estimators=100, *, criterion="squared_error", max_depth=None, min_samples_split=2,
                 min_samples_leaf=1, min_weight_fraction_leaf=0.0, max_features=1.0, max_leaf_nodes=None,
                 min_impurity_decrease=0.0, bootstrap=True, oob_score=False, n_jobs=None, random_state=None, verbose=0,
                 warm_start=False, ccp_alpha=0.0, max_samples=None, monotonic_cst=None):  # fmt: skip
        self.__dict__.update({name: value for name, value in locals().items() if name != "self"})

    def fit(self, X, y, sample_weight=None):
        """The trees."""
        return self._grow(DecisionTreeRegressor, X, y, sample_weight)

    def predict(self, X):
        """The mean of the trees' numbers."""
        self._check_fitted()
        return sum(tree.predict(X) for tree in self.estimators_) / len(self.estimators_)


_LATER = {
    "BaggingClassifier": "_bagging", "BaggingRegressor": "_bagging",
    "AdaBoostClassifier": "_boosting", "GradientBoostingClassifier": "_boosting", "GradientBoostingRegressor": "_boosting",
    "StackingClassifier": "_together", "StackingRegressor": "_together", "VotingClassifier": "_together",
    "VotingRegressor": "_together",
}  # fmt: skip
__all__ = ["RandomForestClassifier", "RandomForestRegressor", *_LATER]


def __getattr__(name):
    if name in _LATER:
        return getattr(__import__(f"sklearn.ensemble.{_LATER[name]}", fromlist=(name,)), name)
    if name in ("AdaBoostRegressor", "ExtraTreesClassifier", "ExtraTreesRegressor",
                "IsolationForest", "HistGradientBoostingClassifier", "HistGradientBoostingRegressor",
                "RandomTreesEmbedding"):  # fmt: skip
        return Absent(f"sklearn.ensemble.{name} is not built into this sklearn")
    raise AttributeError(f"module 'sklearn.ensemble' has no attribute '{name}'")

"""`DecisionTreeClassifier` and `DecisionTreeRegressor`.

What it is not: the growing, which is `_grow`. Start reading at `_DecisionTree`.
"""

import math

import numpy as np
from _scalars import FLOATS
from sklearn._arrays import array_of, check_random_state, different, floats, goals_of, labels, matrix, refuse, same_length
from sklearn._weights import weights_of
from sklearn.base import BaseEstimator, ClassifierMixin, RegressorMixin
from sklearn.tree._criteria import Classes, Numbers
from sklearn.tree._grow import grown


def limits_of(estimator, count, width):
    """When growing ends, in whole numbers."""
    refuse(
        type(estimator).__name__,
        splitter=(getattr(estimator, "splitter", "best"), "best"),
        min_weight_fraction_leaf=(estimator.min_weight_fraction_leaf, 0.0),
        max_leaf_nodes=(estimator.max_leaf_nodes, None),
        ccp_alpha=(estimator.ccp_alpha, 0.0),
        monotonic_cst=(estimator.monotonic_cst, None),
    )
    most = estimator.max_features
    if most is None:
        most = width
    elif isinstance(most, str):
        if most not in ("sqrt", "log2"):
            raise ValueError(f"max_features must be an int, a float, 'sqrt', 'log2' or None, got {most!r}")
        most = max(1, int(math.sqrt(width) if most == "sqrt" else math.log2(width)))
    elif isinstance(most, FLOATS):
        most = max(1, int(most * width))
    least, leaf = estimator.min_samples_split, estimator.min_samples_leaf
    leaf = math.ceil(leaf * count) if isinstance(leaf, FLOATS) else leaf
    least = max(2, math.ceil(least * count)) if isinstance(least, FLOATS) else least
    return {
        "max_depth": 2**31 - 1 if estimator.max_depth is None else estimator.max_depth,
        "max_features": most,
        "min_samples_split": max(least, 2 * leaf),
        "min_samples_leaf": leaf,
        "min_impurity_decrease": estimator.min_impurity_decrease,
    }


class _DecisionTree(BaseEstimator):
    """Keeps a tree, and asks it."""

    def _grown(self, X, weights, criterion):
        self.n_features_in_ = X.shape[1]
        limits = limits_of(self, len(X), X.shape[1])
        self.max_features_ = limits["max_features"]
        self.tree_ = grown(X.astype(np.float32), weights, criterion, limits, check_random_state(self.random_state))
        return self

    def _leaves(self, X):
        self._check_fitted()
        X = matrix(X, type(self).__name__)
        self._check_features(X)
        return self.tree_.apply(X.astype(np.float32))

    def apply(self, X):
        """The number of the leaf that each sample falls into."""
        return self._leaves(X)

    def get_depth(self):
        """How many questions there are at most."""
        self._check_fitted()
        return self.tree_.max_depth

    def get_n_leaves(self):
        """How many leaves there are."""
        self._check_fitted()
        return np.int64(self.tree_.n_leaves)

    @property
    def feature_importances_(self):
        """How much less mixed each feature makes the samples, as shares."""
        found = self._importances()
        return found / found.sum() if float(found.sum()) > 0 else found

    def _importances(self):
        """How much less mixed each feature makes the samples."""
        self._check_fitted()
        return self.tree_.compute_feature_importances(normalize=False)


class DecisionTreeClassifier(ClassifierMixin, _DecisionTree):
    """Leaves with classes."""

    def __init__(
        self,
        *,
        criterion="gini",
        splitter="best",
        max_depth=None,
        min_samples_split=2,
        min_samples_leaf=1,
        min_weight_fraction_leaf=0.0,
        max_features=None,
        random_state=None,
        max_leaf_nodes=None,
        min_impurity_decrease=0.0,
        class_weight=None,
        ccp_alpha=0.0,
        monotonic_cst=None,
    ):
        self.criterion, self.splitter, self.max_depth, self.min_samples_split = (
            criterion,
            splitter,
            max_depth,
            min_samples_split,
        )
        self.min_samples_leaf, self.min_weight_fraction_leaf = min_samples_leaf, min_weight_fraction_leaf
        self.max_features, self.random_state, self.max_leaf_nodes = max_features, random_state, max_leaf_nodes
        self.min_impurity_decrease, self.class_weight = min_impurity_decrease, class_weight
        self.ccp_alpha, self.monotonic_cst = ccp_alpha, monotonic_cst

    def fit(self, X, y, sample_weight=None, check_input=True):
        """The tree."""
        # What is checked is read anyway.
        del check_input
        X, names = matrix(X, "DecisionTreeClassifier"), labels(y)
        same_length(X, names, sample_weight)
        classes = different(names)
        places = {name: at for at, name in enumerate(classes)}
        self.classes_, self.n_classes_, self.n_outputs_ = array_of(classes, y), len(classes), 1
        weights = weights_of(names, classes, self.class_weight, sample_weight)
        target = np.array([places[name] for name in names])
        if self.criterion not in ("gini", "entropy", "log_loss"):
            refuse("DecisionTreeClassifier", criterion=(self.criterion, "gini"))
        self._grown(X, weights, Classes(self.criterion, target, weights, len(classes)))
        self.tree_.value = self.tree_.value / self.tree_.value.sum(axis=2).reshape(-1, 1, 1)
        return self

    def predict_proba(self, X):
        """The share of each class in the leaf."""
        return self.tree_.value[self._leaves(X)][:, 0]

    def predict(self, X):
        """The class that most of the leaf's samples have."""
        names = (self._check_fitted(), self.classes_.tolist())[1]
        return array_of([names[at] for at in self.predict_proba(X).argmax(axis=1).tolist()], self.classes_)


class DecisionTreeRegressor(RegressorMixin, _DecisionTree):
    """Leaves with numbers."""

    def __init__(
        self,
        *,
        criterion="squared_error",
        splitter="best",
        max_depth=None,
        min_samples_split=2,
        min_samples_leaf=1,
        min_weight_fraction_leaf=0.0,
        max_features=None,
        random_state=None,
        max_leaf_nodes=None,
        min_impurity_decrease=0.0,
        ccp_alpha=0.0,
        monotonic_cst=None,
    ):
        self.criterion, self.splitter, self.max_depth, self.min_samples_split = (
            criterion,
            splitter,
            max_depth,
            min_samples_split,
        )
        self.min_samples_leaf, self.min_weight_fraction_leaf = min_samples_leaf, min_weight_fraction_leaf
        self.max_features, self.random_state, self.max_leaf_nodes = max_features, random_state, max_leaf_nodes
        self.min_impurity_decrease, self.ccp_alpha, self.monotonic_cst = min_impurity_decrease, ccp_alpha, monotonic_cst

    def fit(self, X, y, sample_weight=None, check_input=True):
        """The tree."""
        # What is checked is read anyway.
        del check_input
        refuse("DecisionTreeRegressor", criterion=(self.criterion, "squared_error"))
        X, target = matrix(X, "DecisionTreeRegressor"), goals_of(y).astype(float)
        same_length(X, target, sample_weight)
        if target.ndim > 1 and target.shape[1] > 1:
            raise NotImplementedError("DecisionTreeRegressor: several goals are not built into this sklearn")
        weights = np.ones(len(X)) if sample_weight is None else floats(sample_weight).astype(float)
        self.n_outputs_ = 1
        return self._grown(X, weights, Numbers(target.ravel(), weights))

    def predict(self, X):
        """The mean of the leaf's samples."""
        return self.tree_.value[self._leaves(X)].ravel()

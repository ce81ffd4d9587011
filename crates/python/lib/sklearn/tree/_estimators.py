"""`DecisionTreeClassifier` and `DecisionTreeRegressor`.

What it is not: the growing, which is `_grow`. Start reading at `_DecisionTree`.
"""

import math

import numpy as np
from _scalars import FLOATS
from sklearn._arrays import array_of, check_random_state, different, floats, goals_of, labels, matrix, plain, refuse, same_length
from sklearn._weights import weights_of
from sklearn.base import BaseEstimator, ClassifierMixin, RegressorMixin, clone
from sklearn.tree._criteria import Classes, Numbers, SeveralClasses
from sklearn.tree._grow import Grower, RandomGrower, grown


def limits_of(estimator, count, width):
    """When growing ends, in whole numbers."""
    refuse(
        type(estimator).__name__,
        min_weight_fraction_leaf=(estimator.min_weight_fraction_leaf, 0.0),
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


def goals_apart(y):
    """The labels of each goal, a list each: y may have a column a goal."""
    table = plain(y)
    if getattr(table, "ndim", None) != 2 and not (isinstance(table, (list, tuple)) and len(table) and np.ndim(table) == 2):
        return [labels(y)]
    rows = table.tolist() if hasattr(table, "tolist") else table
    return [labels([row[at] for row in rows]) for at in range(len(rows[0]))]


def likeliest(shares, classes, n_outputs):
    """The class with the greatest share; of several goals a column each."""
    if n_outputs == 1:
        return array_of([classes.tolist()[at] for at in shares.argmax(axis=1).tolist()], classes)
    found = [likeliest(each, own, 1) for each, own in zip(shares, classes)]
    return np.stack(found, axis=1) if found[0]._is_plain else np.array([list(row) for row in zip(*(each.tolist() for each in found))])


class _DecisionTree(BaseEstimator):
    """Keeps a tree, and asks it."""

    def _grown(self, X, weights, criterion):
        self.n_features_in_ = X.shape[1]
        limits = limits_of(self, len(X), X.shape[1])
        self.max_features_ = limits["max_features"]
        kind = RandomGrower if self.splitter == "random" else Grower
        grower = kind(X.astype(np.float32), weights, criterion, limits, check_random_state(self.random_state))
        self.n_outputs_ = criterion.n_outputs
        if self.max_leaf_nodes is None:
            self.tree_ = grown(grower, self.n_outputs_)
        else:
            from sklearn.tree._best_first import grown_best

            self.tree_ = grown_best(grower, self.max_leaf_nodes, self.n_outputs_)
        return self

    def _pruned(self):
        if self.ccp_alpha > 0:
            from sklearn.tree._prune import pruned

            self.tree_ = pruned(self.tree_, self.ccp_alpha)
        return self

    def cost_complexity_pruning_path(self, X, y, sample_weight=None):
        """The alphas at which branches are cut, and how mixed the leaves are after each."""
        from sklearn.datasets._bunch import Bunch
        from sklearn.tree._prune import weakest

        alphas, mixed, _ = weakest(clone(self).set_params(ccp_alpha=0.0).fit(X, y, sample_weight=sample_weight).tree_)
        return Bunch(ccp_alphas=alphas, impurities=mixed)

    def decision_path(self, X, check_input=True):
        """Which nodes each sample comes by, as a table of ones."""
        del check_input
        from scipy.sparse import csr_matrix

        leaves, tree = self._leaves(X).tolist(), self.tree_
        parents = {}
        for node, (left, right) in enumerate(zip(tree.children_left.tolist(), tree.children_right.tolist())):
            parents[left] = parents[right] = node
        table = np.zeros((len(leaves), tree.node_count), dtype=np.int64)
        for row, node in enumerate(leaves):
            while node is not None:
                table[row, node] = 1
                node = parents.get(node)
        return csr_matrix(table)

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
        X, columns = matrix(X, type(self).__name__), goals_apart(y)
        same_length(X, columns[0], sample_weight)
        if self.criterion not in ("gini", "entropy", "log_loss"):
            refuse("DecisionTreeClassifier", criterion=(self.criterion, "gini"))
        known = [different(names) for names in columns]
        coded = np.array([[classes.index(name) for name in names] for names, classes in zip(columns, known)]).T
        if len(known) > 1:
            refuse(type(self).__name__, class_weight=(self.class_weight, None))
        weights = weights_of(columns[0], known[0], self.class_weight, sample_weight)
        counts = [len(classes) for classes in known]
        self.classes_, self.n_classes_ = [array_of(classes, y) for classes in known], np.array(counts)
        if len(known) == 1:
            self.classes_, self.n_classes_ = self.classes_[0], counts[0]
            criterion = Classes(self.criterion, coded[:, 0].copy(), weights, counts[0])
        else:
            criterion = SeveralClasses(self.criterion, coded, weights, counts)
        self._grown(X, weights, criterion)
        self.tree_.value = self.tree_.value / self.tree_.value[:, :1].sum(axis=2, keepdims=True)
        return self._pruned()

    def predict_proba(self, X):
        """The share of each class in the leaf; of several goals a table each."""
        found = self.tree_.value[self._leaves(X)] if self._check_fitted() is None else None
        if self.n_outputs_ == 1:
            return found[:, 0]
        return [found[:, at, :count] for at, count in enumerate(self.n_classes_)]

    def predict_log_proba(self, X):
        """The logarithms of the shares."""
        with np.errstate(divide="ignore"):
            found = self.predict_proba(X)
            return np.log(found) if self.n_outputs_ == 1 else [np.log(each) for each in found]

    def predict(self, X):
        """The class that most of the leaf's samples have."""
        self._check_fitted()
        return likeliest(self.predict_proba(X), self.classes_, self.n_outputs_)


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
        X, target = matrix(X, type(self).__name__), goals_of(y).astype(float)
        same_length(X, target, sample_weight)
        target = target if target.ndim > 1 and target.shape[1] > 1 else target.ravel()
        weights = np.ones(len(X)) if sample_weight is None else floats(sample_weight).astype(float)
        return self._grown(X, weights, Numbers(target, weights))._pruned()

    def predict(self, X):
        """The mean of the leaf's samples."""
        found = (self._check_fitted(), self.tree_.value[self._leaves(X)])[1]
        return found.ravel() if self.n_outputs_ == 1 else found[:, :, 0]

"""`IsolationForest`: what few drawn questions set apart from all others is an outlier.

What it is not: a model of a goal; the goals of its trees are drawn. Source: F. T. Liu, K. M. Ting, Z.-H. Zhou, Isolation
Forest, 2008. Start reading at `IsolationForest`.
"""

import math
import warnings

import numpy as np
from _scalars import INTS
from sklearn._arrays import check_random_state, matrix, refuse
from sklearn.base import OutlierMixin
from sklearn.ensemble._bagging import _Bagging
from sklearn.tree import ExtraTreeRegressor

_EULER = 0.5772156649015329


class IsolationForest(OutlierMixin, _Bagging):
    """Trees of drawn questions; the shorter the way to a sample, the stranger it is."""

    def __init__(self, *, n_estimators=100, max_samples="auto", contamination="auto", max_features=1.0, bootstrap=False,
                 n_jobs=None, random_state=None, verbose=0, warm_start=False):  # fmt: skip
        self.n_estimators, self.max_samples, self.contamination, self.max_features = (
            n_estimators, max_samples, contamination, max_features,
        )  # fmt: skip
        self.bootstrap, self.n_jobs, self.random_state, self.verbose = bootstrap, n_jobs, random_state, verbose
        self.warm_start = warm_start

    # What all that are bagged have, and this one cannot be asked for.
    bootstrap_features = oob_score = False
    estimator = None

    def fit(self, X, y=None, sample_weight=None):
        """The trees, and from which score on a sample is an outlier."""
        refuse("IsolationForest", sample_weight=(sample_weight, None))
        X = matrix(X, "IsolationForest")
        generator, count = check_random_state(self.random_state), len(X)
        goals = generator.uniform(size=count)
        many = self._many(count)
        self.max_samples_, deepest = many, math.ceil(math.log2(max(many, 2)))
        self._kind = lambda: ExtraTreeRegressor(max_features=1, max_depth=deepest)
        self._bagged(X, goals, many)
        del self._kind
        self._paths = [_depths(tree.tree_) + _expected(tree.tree_.n_node_samples) - 1.0 for tree in self.estimators_]
        self.offset_ = -0.5
        if self.contamination != "auto":
            self.offset_ = np.percentile(self.score_samples(X), 100.0 * self.contamination)
        return self

    def _many(self, count):
        """How many samples each tree is given."""
        if isinstance(self.max_samples, str):
            return min(256, count)
        if not isinstance(self.max_samples, INTS):
            return int(self.max_samples * count)
        if self.max_samples > count:
            warnings.warn(f"max_samples ({self.max_samples}) is greater than the total number of samples ({count}). max_samples will "
                          "be set to n_samples for estimation.", stacklevel=4)
        return min(self.max_samples, count)

    def score_samples(self, X):
        """How little strange samples are: from -1 to 0."""
        depths = sum(paths[tree.apply(part)] for (tree, part), paths in zip(self._asked(X), self._paths))
        most = len(self.estimators_) * float(_expected(np.array([self.max_samples_]))[0])
        return -(2.0 ** -(depths / most if most else np.ones(len(depths))))

    def decision_function(self, X):
        """The same, with 0 where outliers begin."""
        return self.score_samples(X) - self.offset_

    def predict(self, X):
        """1, and -1 for outliers."""
        return np.where(self.decision_function(X) < 0, -1, 1)


def _depths(tree):
    """How many nodes there are on the way to each node."""
    found = np.ones(tree.node_count)
    for node, (left, right) in enumerate(zip(tree.children_left.tolist(), tree.children_right.tolist())):
        if left >= 0:
            found[left] = found[right] = found[node] + 1
    return found


def _expected(counts):
    """The mean way to one of so many samples."""
    more = np.maximum(counts, 3) - 1.0
    way = 2.0 * (np.log(more) + _EULER) - 2.0 * more / np.maximum(counts, 3)
    return np.where(counts <= 1, 0.0, np.where(counts == 2, 1.0, way))

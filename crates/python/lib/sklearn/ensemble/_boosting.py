"""Boosting: trees one after the other, each of what those before got wrong.

What it is not: boosting by histograms; those names say so. Start reading at `AdaBoostClassifier` and `_Gradients`.
"""

import math

import numpy as np
from sklearn._arrays import (
    array_of,
    check_numbers,
    check_random_state,
    check_words,
    decided,
    different,
    floats,
    goal_of,
    labels,
    matrix,
    refuse,
)
from sklearn.base import BaseEstimator, ClassifierMixin, RegressorMixin, clone
from sklearn.tree import DecisionTreeClassifier, DecisionTreeRegressor

_SEEDS = 2**31 - 1


class AdaBoostClassifier(ClassifierMixin, BaseEstimator):
    """Small trees; samples that were wrong weigh more for the next one."""

    def __init__(self, estimator=None, *, n_estimators=50, learning_rate=1.0, random_state=None):
        self.estimator, self.n_estimators, self.learning_rate, self.random_state = estimator, n_estimators, learning_rate, random_state

    def fit(self, X, y, sample_weight=None):
        """The trees, and how much each counts."""
        goals = labels(y)
        X = matrix(X, "AdaBoostClassifier")
        self.n_features_in_ = X.shape[1]
        self.classes_ = array_of(different(goals), y)
        self.n_classes_ = len(self.classes_)
        weights = np.ones(len(X)) if sample_weight is None else floats(sample_weight)
        weights, generator = weights / weights.sum(), check_random_state(self.random_state)
        self.estimators_, self.estimator_weights_, self.estimator_errors_ = [], np.zeros(self.n_estimators), np.ones(self.n_estimators)
        for at in range(self.n_estimators):
            weights = np.maximum(weights, np.finfo(np.float64).eps)
            base = DecisionTreeClassifier(max_depth=1) if self.estimator is None else self.estimator
            made = clone(base)
            if "random_state" in made.get_params():
                made.set_params(random_state=int(generator.randint(_SEEDS)))
            made.fit(X, y, sample_weight=weights)
            self.estimators_.append(made)
            wrong = np.array([a != b for a, b in zip(labels(made.predict(X)), goals)])
            error = float(np.average(wrong, weights=weights))
            if not self._weighed(at, error):
                break
            if at == self.n_estimators - 1 or error <= 0:
                break
            weights = np.exp(np.log(weights) + self.estimator_weights_[at] * wrong * (weights > 0))
            weights = weights / weights.sum()
        return self

    def _weighed(self, at, error):
        """Notes how much a tree counts; False for one that is no better than chance."""
        self.estimator_errors_[at] = error
        if error <= 0:
            self.estimator_weights_[at] = 1.0
            return True
        if error >= 1.0 - 1.0 / self.n_classes_:
            self.estimators_.pop()
            if not self.estimators_:
                raise ValueError("BaseClassifier in AdaBoostClassifier ensemble is worse than random, ensemble can not be fit.")
            return False
        self.estimator_weights_[at] = self.learning_rate * (math.log((1.0 - error) / error) + math.log(self.n_classes_ - 1.0))
        return True

    def decision_function(self, X):
        """How much is said for each class."""
        self._check_fitted()
        names = self.classes_.tolist()
        total = 0.0
        for each, weight in zip(self.estimators_, self.estimator_weights_.tolist()):
            said = np.array([names.index(one) for one in labels(each.predict(X))]).reshape(-1, 1) == np.arange(len(names))
            total = total + np.where(said, weight, -weight / (len(names) - 1))
        total = total / self.estimator_weights_.sum()
        return total[:, 1] - total[:, 0] if len(names) == 2 else total

    def predict(self, X):
        """The class that most is said for."""
        return decided(self.decision_function(X), self.classes_)

    def predict_proba(self, X):
        """How probable each class is."""
        found = self.decision_function(X)
        found = np.stack([-found, found], axis=1) / 2 if self.n_classes_ == 2 else found / (self.n_classes_ - 1)
        grown = np.exp(found - found.max(axis=1, keepdims=True))
        return grown / grown.sum(axis=1, keepdims=True)

    @property
    def feature_importances_(self):
        """The mean of what the trees say, by how much they count."""
        weights = self.estimator_weights_[:len(self.estimators_)]
        found = sum(weight * each.feature_importances_ for weight, each in zip(weights.tolist(), self.estimators_))
        return found / weights.sum()


_OPTIONS = ("min_samples_split", "min_samples_leaf", "min_weight_fraction_leaf", "max_depth", "max_features", "max_leaf_nodes", "min_impurity_decrease", "ccp_alpha")


def _some(count, wanted, generator):
    """Which samples a stage learns from: so many of all, drawn without putting them back."""
    found, taken = [], 0
    for at, draw in enumerate(generator.uniform(size=count).tolist()):
        found.append(draw * (count - at) < wanted - taken)
        taken += found[-1]
    return np.array(found)


class _Gradients(BaseEstimator):
    """Trees of the slopes of a loss."""

    def _boosted(self, X, goals, weights, classes=None):
        refuse(type(self).__name__, init=(self.init, None), warm_start=(self.warm_start, False), verbose=(self.verbose, 0))
        check_numbers(type(self).__name__, "float [0.0, inf)", learning_rate=self.learning_rate)
        check_numbers(type(self).__name__, "int [1, inf)", n_estimators=self.n_estimators)
        self.n_features_in_, self._is_even = X.shape[1], weights is None
        weights, kept = np.ones(len(X)) if weights is None else floats(weights).astype(float), None
        if self.n_iter_no_change is not None:
            X, *kept, goals, kept_goals, weights, kept_weights = self._parted(X, goals, weights, classes)
            kept += [kept_goals, kept_weights]
        self._start = self._first(goals, None if self._is_even else weights)
        raw = np.tile(self._start.reshape(1, -1), (len(X), 1))
        generator, self.estimators_, self.train_score_, self._outside = check_random_state(self.random_state), [], [], []
        ended = self._ended(*kept) if kept else None
        for _ in range(self.n_estimators):
            raw = self._stage(X, goals, raw, weights, generator)
            if ended is not None and ended():
                break
        self.train_score_, self.n_estimators_ = np.array(self.train_score_), len(self.estimators_)
        if self.subsample < 1:
            before, self.oob_scores_ = self._outside[0], np.array(self._outside[1:])
            self.oob_improvement_ = np.array([before, *self._outside[1:-1]]) - self.oob_scores_
            self.oob_score_ = float(self.oob_scores_[-1])
        return self

    def _parted(self, X, goals, weights, classes):
        """What is learned from, and what says when to stop."""
        from sklearn.model_selection import train_test_split

        parts = train_test_split(X, goals, weights, random_state=self.random_state, test_size=self.validation_fraction, stratify=classes)
        if classes is not None and len(classes) and len(set(map(tuple, parts[2].tolist()))) != len(set(classes.tolist())):
            raise ValueError("The training data after the early stopping split is missing some classes. Try using another random seed.")
        return parts

    def _ended(self, X, goals, weights):
        """Whether the samples that were kept back got no better for so many stages."""
        history, raw, stages = [np.inf] * self.n_iter_no_change, np.tile(self._start.reshape(1, -1), (len(X), 1)), []

        def ended():
            for stage in self.estimators_[len(stages) :]:
                for at, tree in enumerate(stage):
                    raw[:, at] += self.learning_rate * tree.predict(X)
                stages.append(stage)
            loss = self._loss(goals, raw, weights)
            if not any(loss + self.tol < each for each in history):
                return True
            history[(len(stages) - 1) % len(history)] = loss
            return False

        return ended

    def _stage(self, X, goals, raw, weights, generator):
        """One more tree a column."""
        inside, stage, before = np.ones(len(X), dtype=bool), [], raw.copy()
        if self.subsample < 1:
            inside = _some(len(X), max(1, int(self.subsample * len(X))), generator)
            if not self._outside:
                self._outside.append(self._loss(goals[~inside], raw[~inside], weights[~inside]))
        own = weights * inside
        options = {name: getattr(self, name) for name in _OPTIONS}
        self._prepare(goals, before, weights)
        for at in range(raw.shape[1]):
            missing = self._missing(goals, before, at)
            tree = DecisionTreeRegressor(random_state=generator, **options)
            tree.fit(X, missing) if self._is_even and self.subsample == 1 else tree.fit(X, missing, sample_weight=own)
            leaves = tree.apply(X)
            self._relabel(tree, leaves, missing, goals[:, at], before[:, at], own, inside)
            raw[:, at] += self.learning_rate * tree.tree_.value[leaves, 0, 0]
            stage.append(tree)
        self.estimators_.append(stage)
        self.train_score_.append(self._loss(goals[inside], raw[inside], weights[inside]))
        if self.subsample < 1:
            self._outside.append(self._loss(goals[~inside], raw[~inside], weights[~inside]))
        return raw

    def _prepare(self, goals, raw, weights):
        """What a loss notes before a stage."""

    def _relabel(self, tree, leaves, missing, goal, raw, weights, inside):
        """The best value for each leaf."""
        for leaf in sorted(set(leaves[inside].tolist())):
            own = (leaves == leaf) & inside
            tree.tree_.value[leaf, 0, 0] = self._best(missing[own], goal[own], raw[own], weights[own])

    def _raw(self, X):
        *_, found = self._staged(X)
        return found

    def _staged(self, X):
        self._check_fitted()
        X = matrix(X, type(self).__name__)
        self._check_features(X)
        found = np.tile(self._start.reshape(1, -1), (len(X), 1))
        for stage in self.estimators_:
            found = found + self.learning_rate * np.stack([tree.predict(X) for tree in stage], axis=1)
            yield found

    @property
    def feature_importances_(self):
        """The mean of what the trees say."""
        trees = [tree for stage in self.estimators_ for tree in stage if tree.tree_.node_count > 1]
        if not trees:
            return np.zeros(self.n_features_in_)
        found = np.stack([tree._importances() for tree in trees]).mean(axis=0)
        return found / found.sum()


class GradientBoostingRegressor(RegressorMixin, _Gradients):
    """Trees of what is missing yet."""

    def __init__(self, *, loss="squared_error", learning_rate=0.1, n_estimators=100, subsample=1.0, criterion="deprecated",
                 min_samples_split=2, min_samples_leaf=1, min_weight_fraction_leaf=0.0, max_depth=3, min_impurity_decrease=0.0,
                 init=None, random_state=None, max_features=None, alpha=0.9, verbose=0, max_leaf_nodes=None, warm_start=False,
                 validation_fraction=0.1, n_iter_no_change=None, tol=1e-4, ccp_alpha=0.0):  # fmt: skip
        self.__dict__.update({name: value for name, value in locals().items() if name != "self"})

    def fit(self, X, y, sample_weight=None):
        """The trees."""
        from sklearn.ensemble._losses import LOSSES

        check_words("GradientBoostingRegressor", tuple(sorted(LOSSES)), loss=self.loss)
        X, goals = matrix(X, "GradientBoostingRegressor"), goal_of(y).reshape(-1, 1)
        self._of = LOSSES[self.loss](self.alpha)
        return self._boosted(X, goals, sample_weight)

    def _first(self, goals, weights):
        return np.array([self._of.first(goals[:, 0], weights)])

    def _prepare(self, goals, raw, weights):
        self._of.prepare(goals[:, 0] - raw[:, 0], weights)

    def _missing(self, goals, raw, at):
        return self._of.pull(goals[:, at] - raw[:, at])

    def _relabel(self, tree, leaves, missing, goal, raw, weights, inside):
        if self.loss != "squared_error":
            super()._relabel(tree, leaves, missing, goal, raw, weights, inside)

    def _best(self, missing, goal, raw, weights):
        return self._of.best(goal - raw, weights)

    def _loss(self, goals, raw, weights):
        return float(np.average(self._of.cost(goals[:, 0] - raw[:, 0]), weights=weights))

    def predict(self, X):
        """The sum of the trees."""
        return self._raw(X).ravel()

    def staged_predict(self, X):
        """What was predicted after each tree."""
        return (found.ravel() for found in self._staged(X))


class GradientBoostingClassifier(ClassifierMixin, _Gradients):
    """Trees of how far probabilities are from the classes."""

    def __init__(self, *, loss="log_loss", learning_rate=0.1, n_estimators=100, subsample=1.0, criterion="deprecated",
                 min_samples_split=2, min_samples_leaf=1, min_weight_fraction_leaf=0.0, max_depth=3, min_impurity_decrease=0.0,
                 init=None, random_state=None, max_features=None, verbose=0, max_leaf_nodes=None, warm_start=False,
                 validation_fraction=0.1, n_iter_no_change=None, tol=1e-4, ccp_alpha=0.0):  # fmt: skip
        self.__dict__.update({name: value for name, value in locals().items() if name != "self"})

    def fit(self, X, y, sample_weight=None):
        """The trees, one a class in each stage; of two classes one is enough."""
        check_words("GradientBoostingClassifier", ("exponential", "log_loss"), loss=self.loss)
        X, given = matrix(X, "GradientBoostingClassifier"), labels(y)
        self.classes_ = array_of(different(given), y)
        names = self.classes_.tolist()
        self.n_classes_ = len(names)
        if self.n_classes_ < 2:
            raise ValueError("y contains 1 class after sample_weight trimmed classes with zero weights, while a minimum of 2 classes "
                             "are required.")
        if self.loss == "exponential" and len(names) > 2:
            raise ValueError(f"loss='{self.loss}' is only suitable for a binary classification problem, you have "
                             f"n_classes={len(names)}. Please use loss='log_loss' instead.")
        places = np.array([names.index(one) for one in given])
        coded = (places.reshape(-1, 1) == np.arange(len(names))).astype(np.float64)
        return self._boosted(X, coded[:, 1:] if len(names) == 2 else coded, sample_weight, places)

    def _first(self, goals, weights):
        shares = np.average(goals, axis=0, weights=weights)
        if len(shares) == 1:
            return np.log(shares / (1 - shares)) * (0.5 if self.loss == "exponential" else 1)
        return np.log(shares) - np.log(shares).mean()

    def _probabilities(self, raw):
        if raw.shape[1] == 1:
            return 1 / (1 + np.exp(-raw * (2 if self.loss == "exponential" else 1)))
        grown = np.exp(raw - raw.max(axis=1, keepdims=True))
        return grown / grown.sum(axis=1, keepdims=True)

    def _missing(self, goals, raw, at):
        if self.loss == "exponential":
            signs = 2 * goals[:, at] - 1
            return signs * np.exp(-signs * raw[:, at])
        return goals[:, at] - self._probabilities(raw)[:, at]

    def _best(self, missing, goal, raw, weights):
        del raw
        above = float(np.average(missing, weights=weights))
        if self.n_classes_ > 2:
            above *= (self.n_classes_ - 1) / self.n_classes_
        share = goal - missing
        bends = np.abs(missing) if self.loss == "exponential" else share * (1 - share)
        below = float(np.average(bends, weights=weights))
        return 0.0 if abs(below) < 1e-150 else above / below

    def _loss(self, goals, raw, weights):
        if self.loss == "exponential":
            return float(np.average(np.exp(-(2 * goals - 1) * raw).ravel(), weights=weights))
        if raw.shape[1] == 1:
            return float(np.average((np.logaddexp(0, raw) - goals * raw).ravel(), weights=weights) * 2)
        return float(-np.average((goals * np.log(self._probabilities(raw))).sum(axis=1), weights=weights))

    def decision_function(self, X):
        """The sums of the trees."""
        found = self._raw(X)
        return found.ravel() if found.shape[1] == 1 else found

    def _proba(self, raw):
        found = self._probabilities(raw)
        return np.concatenate([1 - found, found], axis=1) if found.shape[1] == 1 else found

    def predict_proba(self, X):
        """How probable each class is."""
        return self._proba(self._raw(X))

    def _classes(self, raw):
        places = (raw.ravel() >= 0).astype(np.int64) if raw.shape[1] == 1 else raw.argmax(axis=1)
        return array_of([self.classes_.tolist()[at] for at in places.tolist()], self.classes_)

    def predict(self, X):
        """The most probable class."""
        return self._classes(self._raw(X))

    def staged_decision_function(self, X):
        """The sums of the trees after each stage."""
        return self._staged(X)

    def staged_predict_proba(self, X):
        """How probable each class was after each stage."""
        return (self._proba(found) for found in self._staged(X))

    def predict_log_proba(self, X):
        """The logarithms of the chances."""
        return np.log(self.predict_proba(X))

    def staged_predict(self, X):
        """What was predicted after each stage."""
        return (self._classes(found) for found in self._staged(X))

"""Bagging: many estimators of one kind, each of other samples, that are asked together.

What it is not: forests, whose trees draw features, too. Start reading at `_Bagging`.
"""

import numpy as np
from _scalars import INTS
from sklearn._arrays import array_of, check_random_state, different, labels, matrix, refuse, same_length
from sklearn.base import BaseEstimator, ClassifierMixin, RegressorMixin, clone
from sklearn.tree import DecisionTreeClassifier, DecisionTreeRegressor

_SEEDS = 2**31 - 1


def _drawn(generator, count, wanted, with_repeats):
    """The places that are drawn, as scikit-learn draws them."""
    if with_repeats:
        return generator.randint(0, count, wanted)
    if wanted == count:
        return np.arange(count)
    if wanted / count <= 0.01:
        raise NotImplementedError("Bagging: less than a hundredth without repeats is not built into this sklearn")
    return generator.permutation(count)[:wanted]


def _seeded(estimator, seed):
    """Numbers for all `random_state` parameters of an estimator, drawn from a seed."""
    generator = check_random_state(seed)
    for name in sorted(estimator.get_params(deep=True)):
        if name == "random_state" or name.endswith("__random_state"):
            estimator.set_params(**{name: int(generator.randint(_SEEDS))})
    return estimator


def _takes_weights(estimator):
    code = getattr(type(estimator).fit, "__wrapped__", type(estimator).fit).__code__
    return "sample_weight" in code.co_varnames[: code.co_argcount]


def _warn_of_few(gone):
    """Warns of samples that every estimator has seen."""
    if bool(gone.any()):
        import warnings

        warnings.warn("Some inputs do not have OOB scores. This probably means too few estimators were used to compute any "
                      "reliable oob estimates.", stacklevel=4)


class _Bagging(BaseEstimator):
    """Draws samples and features, and fits an estimator to each draw."""

    _kind = None

    def __init__(self, estimator=None, n_estimators=10, *, max_samples=None, max_features=1.0, bootstrap=True,
                 bootstrap_features=False, oob_score=False, warm_start=False, n_jobs=None, random_state=None, verbose=0):
        self.estimator, self.n_estimators, self.max_samples, self.max_features = estimator, n_estimators, max_samples, max_features
        self.bootstrap, self.bootstrap_features, self.oob_score = bootstrap, bootstrap_features, oob_score
        self.warm_start, self.n_jobs, self.random_state, self.verbose = warm_start, n_jobs, random_state, verbose

    def _bagged(self, X, goals, many=None):
        """The estimators, with the features and the samples that each was given."""
        # All runs in one thread, and without a word: `n_jobs` and `verbose` change nothing.
        refuse(type(self).__name__, warm_start=(self.warm_start, False))
        if self.oob_score and not self.bootstrap:
            raise ValueError("Out of bag estimation only available if bootstrap=True")
        count, width = X.shape
        if many is None:
            many = self.max_samples if isinstance(self.max_samples, INTS) else int((self.max_samples or 1.0) * count)
        if not 0 < many <= count:
            raise ValueError("max_samples must be in (0, n_samples]")
        few = self.max_features if isinstance(self.max_features, INTS) else max(1, int(self.max_features * width))
        if not 0 < few <= width:
            raise ValueError("max_features must be in (0, n_features]")
        self.estimator_ = self._kind() if self.estimator is None else self.estimator
        self.n_features_in_ = width
        self.estimators_, self.estimators_features_, self.estimators_samples_ = [], [], []
        for seed in check_random_state(self.random_state).randint(_SEEDS, size=self.n_estimators).tolist():
            each, generator = _seeded(clone(self.estimator_), seed), check_random_state(seed)
            features = _drawn(generator, width, few, self.bootstrap_features)
            samples = _drawn(generator, count, many, self.bootstrap)
            part = X if few == width and not self.bootstrap_features else X[:, features]
            if _takes_weights(each):
                each.fit(part, goals, sample_weight=np.bincount(samples, minlength=count).astype(float))
            else:
                each.fit(part[samples], goals[samples])
            self.estimators_.append(each)
            self.estimators_features_.append(features)
            self.estimators_samples_.append(samples)
        return self

    def _asked(self, X):
        """Each estimator, with its features of X."""
        self._check_fitted()
        X = matrix(X, type(self).__name__)
        self._check_features(X)
        return [(each, X[:, features]) for each, features in zip(self.estimators_, self.estimators_features_)]

    def _left_out(self, count):
        """For each estimator, which samples it has not seen."""
        return [np.bincount(samples, minlength=count) == 0 for samples in self.estimators_samples_]

    def __len__(self):
        return len(self.estimators_)

    def __getitem__(self, at):
        return self.estimators_[at]


class BaggingClassifier(ClassifierMixin, _Bagging):
    """The class that is most probable on the mean, or that most say."""

    _kind = DecisionTreeClassifier

    def fit(self, X, y, sample_weight=None):
        """The estimators."""
        refuse("BaggingClassifier", sample_weight=(sample_weight, None))
        names, X = labels(y), matrix(X, "BaggingClassifier")
        same_length(X, names)
        classes = different(names)
        self.classes_, self.n_classes_ = array_of(classes, y), len(classes)
        goals = np.array([classes.index(name) for name in names])
        self._bagged(X, goals)
        if self.oob_score:
            votes = np.zeros((len(X), self.n_classes_))
            for (each, part), gone in zip(self._asked(X), self._left_out(len(X))):
                votes[gone] += self._shares(each, part[gone])
            _warn_of_few(votes.sum(axis=1) == 0)
            with np.errstate(invalid="ignore"):
                self.oob_decision_function_ = votes / votes.sum(axis=1, keepdims=True)
            self.oob_score_ = float((votes.argmax(axis=1) == goals).mean())
        return self

    def _shares(self, estimator, X):
        found = np.zeros((len(X), self.n_classes_))
        if hasattr(estimator, "predict_proba") and getattr(estimator, "probability", True):
            found[:, estimator.classes_] = estimator.predict_proba(X)
        else:
            found[np.arange(len(X)), estimator.predict(X)] = 1.0
        return found

    def predict_proba(self, X):
        """The mean of what the estimators say."""
        return sum(self._shares(*pair) for pair in self._asked(X)) / len(self.estimators_)

    def predict(self, X):
        """The class with the greatest share."""
        shares, names = self.predict_proba(X), self.classes_.tolist()
        return array_of([names[at] for at in shares.argmax(axis=1).tolist()], self.classes_)


class BaggingRegressor(RegressorMixin, _Bagging):
    """The mean of what the estimators say."""

    _kind = DecisionTreeRegressor

    def fit(self, X, y, sample_weight=None):
        """The estimators."""
        refuse("BaggingRegressor", sample_weight=(sample_weight, None))
        goals, X = np.array(labels(y), dtype=float), matrix(X, "BaggingRegressor")
        same_length(X, goals)
        self._bagged(X, goals)
        if self.oob_score:
            total, seen = np.zeros(len(X)), np.zeros(len(X))
            for (each, part), gone in zip(self._asked(X), self._left_out(len(X))):
                total[gone] += each.predict(part[gone])
                seen[gone] += 1
            from sklearn.metrics import r2_score

            _warn_of_few(seen == 0)

            self.oob_prediction_ = total / np.maximum(seen, 1)
            self.oob_score_ = r2_score(goals, self.oob_prediction_)
        return self

    def predict(self, X):
        """The mean of what the estimators say."""
        return sum(each.predict(part) for each, part in self._asked(X)) / len(self.estimators_)

"""Several estimators asked together: `VotingClassifier`, `VotingRegressor`, `StackingClassifier`, `StackingRegressor`.

What it is not: many of one kind, which are forests and boosting. Start reading at `_Named`.
"""

import numpy as np
from sklearn._arrays import array_of, check_words, different, floats, labels, refuse
from sklearn.base import BaseEstimator, ClassifierMixin, RegressorMixin, TransformerMixin, clone
from sklearn.utils import Bunch


class _Named(BaseEstimator):
    """Estimators with names."""

    def _fitted(self, X, y):
        if not self.estimators:
            raise ValueError("Invalid 'estimators' attribute, 'estimators' should be a non-empty list of (string, estimator) tuples.")
        chosen = [(name, each) for name, each in self.estimators if each != "drop"]
        self.estimators_ = [clone(each).fit(X, y) for _, each in chosen]
        self.named_estimators_ = Bunch({name: each for (name, _), each in zip(chosen, self.estimators_)})
        self.n_features_in_ = getattr(self.estimators_[0], "n_features_in_", None)

    @property
    def named_estimators(self):
        return Bunch(dict(self.estimators))

    def get_params(self, deep=True):
        """The parameters by name; with `deep`, the estimators and theirs, too."""
        found = BaseEstimator.get_params(self, deep)
        if deep:
            for name, each in self.estimators:
                found[name] = each
                found.update((f"{name}__{inner}", value) for inner, value in each.get_params().items())
        return found

    def set_params(self, **params):
        """Sets parameters by name, also those of the estimators."""
        by_name = dict(self.estimators)
        for key, value in params.items():
            name, _, inner = key.partition("__")
            if name in by_name and inner:
                by_name[name].set_params(**{inner: value})
            elif name in by_name:
                self.estimators = [(own, value if own == name else each) for own, each in self.estimators]
            else:
                BaseEstimator.set_params(self, **{key: value})
        return self


class VotingClassifier(ClassifierMixin, TransformerMixin, _Named):
    """The class that most say or, with `voting="soft"`, that is most probable on the mean."""

    def __init__(self, estimators, *, voting="hard", weights=None, n_jobs=None, flatten_transform=True, verbose=False):
        self.estimators, self.voting, self.weights, self.n_jobs = estimators, voting, weights, n_jobs
        self.flatten_transform, self.verbose = flatten_transform, verbose

    def fit(self, X, y):
        """All of the estimators."""
        check_words("VotingClassifier", ("hard", "soft"), voting=self.voting)
        goals = labels(y)
        self.classes_ = array_of(different(goals), y)
        self._fitted(X, y)
        return self

    def _weights(self):
        return np.ones(len(self.estimators_)) if self.weights is None else np.asarray(self.weights, dtype=float)

    def predict(self, X):
        """The class that wins; of equal ones the first."""
        self._check_fitted()
        names = self.classes_.tolist()
        if self.voting == "soft":
            places = self.predict_proba(X).argmax(axis=1).tolist()
        else:
            votes = np.stack([np.array([names.index(one) for one in labels(each.predict(X))]) for each in self.estimators_], axis=1)
            counts = ((votes.reshape(*votes.shape, 1) == np.arange(len(names))) * self._weights().reshape(1, -1, 1)).sum(axis=1)
            places = counts.argmax(axis=1).tolist()
        return array_of([names[at] for at in places], self.classes_)

    def predict_proba(self, X):
        """The mean of the estimators' probabilities."""
        self._check_fitted()
        if self.voting == "hard":
            raise AttributeError("This 'VotingClassifier' has no attribute 'predict_proba'")
        weights = self._weights()
        found = np.stack([each.predict_proba(X) for each in self.estimators_])
        return (found * weights.reshape(-1, 1, 1)).sum(axis=0) / weights.sum()

    def transform(self, X):
        """What each estimator says."""
        if self.voting == "soft":
            return np.concatenate([each.predict_proba(X) for each in self.estimators_], axis=1)
        return np.stack([np.array(labels(each.predict(X))) for each in self.estimators_], axis=1)


class VotingRegressor(RegressorMixin, TransformerMixin, _Named):
    """The mean of what several say."""

    def __init__(self, estimators, *, weights=None, n_jobs=None, verbose=False):
        self.estimators, self.weights, self.n_jobs, self.verbose = estimators, weights, n_jobs, verbose

    def fit(self, X, y):
        """All of the estimators."""
        self._fitted(X, y)
        return self

    def predict(self, X):
        """The mean."""
        self._check_fitted()
        return np.average(self.transform(X), axis=1, weights=self.weights)

    def transform(self, X):
        """What each estimator says."""
        return np.stack([floats(each.predict(X)) for each in self.estimators_], axis=1)


class _Stacking(TransformerMixin, _Named):
    """An estimator that learns from what others say of samples they did not learn from."""

    def __init__(self, estimators, final_estimator=None, *, cv=None, stack_method="auto", n_jobs=None, passthrough=False, verbose=0):
        self.estimators, self.final_estimator, self.cv, self.stack_method = estimators, final_estimator, cv, stack_method
        self.n_jobs, self.passthrough, self.verbose = n_jobs, passthrough, verbose

    def fit(self, X, y):
        """All of the estimators, and the last one."""
        from sklearn.model_selection import cross_val_predict

        refuse(type(self).__name__, stack_method=(self.stack_method, "auto"))
        self._begin(y)
        self._fitted(X, y)
        self.stack_method_ = [self._method(each) for each in self.estimators_]
        parts = [self._columns(cross_val_predict(clone(each), X, y, cv=self.cv, method=method))
                 for (_, each), method in zip(self.estimators, self.stack_method_)]
        self.final_estimator_ = clone(self._last() if self.final_estimator is None else self.final_estimator)
        self.final_estimator_.fit(self._joined(parts, X), y)
        return self

    @staticmethod
    def _columns(found):
        found = np.asarray(found)
        return found.reshape(-1, 1) if found.ndim == 1 else found[:, 1:] if found.shape[1] == 2 else found

    def _joined(self, parts, X):
        return np.concatenate([*parts, floats(X)] if self.passthrough else parts, axis=1)

    def transform(self, X):
        """What each estimator says."""
        self._check_fitted()
        parts = [self._columns(getattr(each, method)(X)) for each, method in zip(self.estimators_, self.stack_method_)]
        return self._joined(parts, X)

    def predict(self, X):
        """What the last estimator makes of that."""
        return self.final_estimator_.predict(self.transform(X))


class StackingClassifier(ClassifierMixin, _Stacking):
    """Classes, by what several say of them."""

    def _begin(self, y):
        self.classes_ = array_of(different(labels(y)), y)

    @staticmethod
    def _method(estimator):
        return next(name for name in ("predict_proba", "decision_function", "predict") if hasattr(estimator, name))

    @staticmethod
    def _last():
        from sklearn.linear_model import LogisticRegression

        return LogisticRegression()

    def predict_proba(self, X):
        """How probable each class is."""
        return self.final_estimator_.predict_proba(self.transform(X))


class StackingRegressor(RegressorMixin, _Stacking):
    """Numbers, by what several say."""

    def _begin(self, y):
        del y

    @staticmethod
    def _method(estimator):
        del estimator
        return "predict"

    @staticmethod
    def _last():
        from sklearn.linear_model import RidgeCV

        return RidgeCV()

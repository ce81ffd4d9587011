"""`CalibratedClassifierCV`: chances that hold, by what a classifier said of samples that it did not learn from.

What it is not: by temperature. Source: J. Platt, Probabilistic outputs for support vector machines, 1999. Start reading at
`CalibratedClassifierCV`.
"""

import math

import numpy as np
from scipy.optimize._lbfgsb import minimized
from sklearn._arrays import array_of, check_words, different, floats, labels, length, refuse
from sklearn.base import BaseEstimator, ClassifierMixin, clone
from sklearn.isotonic import IsotonicRegression
from sklearn.utils import chosen


class _Sigmoid:
    """A bent step from 0 to 1."""

    def fit(self, said, true, weights=None):
        """How steep it is, and where."""
        scale = float(np.abs(said).max())
        scale = scale if scale >= 30 else 1.0
        weights = np.ones(len(said)) if weights is None else weights
        said, above = said / scale, true > 0
        lows, highs = float(weights[~above].sum()), float(weights[above].sum())
        goals = np.where(above, (highs + 1) / (highs + 2), 1 / (lows + 2))

        def missed(slopes):
            raw = -(slopes[0] * said + slopes[1])
            costs = np.maximum(raw, 0.0) + np.log1p(np.exp(-np.abs(raw))) - goals * raw
            pulls = (1 / (1 + np.exp(-raw)) - goals) * weights
            return float((costs * weights).sum()), np.array([-float(pulls @ said), -float(pulls.sum())])

        found = minimized(missed, np.array([0.0, math.log((lows + 1) / (highs + 1))]), ftol=64 * 2.0**-52, gtol=1e-6).x
        self.a_, self.b_ = found[0] / scale, found[1]
        return self

    def predict(self, said):
        """The chances."""
        return 1 / (1 + np.exp(self.a_ * said + self.b_))


def _said(estimator, X):
    """How much a classifier says for each class, a column each; of two classes for the second."""
    if hasattr(estimator, "decision_function"):
        found = estimator.decision_function(X)
    else:
        found = estimator.predict_proba(X)
        found = found[:, 1] if found.shape[1] == 2 else found
    return found.reshape(len(found), -1)


class _Calibrated:
    """A classifier, and what makes chances of what it says."""

    def __init__(self, estimator, said, names, classes, method, weights):
        self.estimator, self.classes, self.method = estimator, np.asarray(classes), method
        self._known = classes
        own = labels(estimator.classes_)
        self._columns = [classes.index(own[1])] if len(classes) == 2 else [classes.index(each) for each in own]
        self.calibrators = []
        for column, at in zip(said.T, self._columns):
            made = IsotonicRegression(out_of_bounds="clip") if method == "isotonic" else _Sigmoid()
            self.calibrators.append(made.fit(column, np.array([float(each == classes[at]) for each in names]), weights))

    def predict_proba(self, X):
        """The chance of each class."""
        found = np.zeros((length(X), len(self._known)))
        for at, column, calibrator in zip(self._columns, _said(self.estimator, X).T, self.calibrators):
            found[:, at] = calibrator.predict(column)
        if len(self._known) == 2:
            found[:, 0] = 1 - found[:, 1]
        else:
            sums = found.sum(axis=1, keepdims=True)
            found = np.where(sums == 0, 1 / len(self._known), found / np.where(sums == 0, 1.0, sums))
        return np.where((found > 1) & (found <= 1 + 1e-5), 1.0, found)


class CalibratedClassifierCV(ClassifierMixin, BaseEstimator):
    """The mean of what classifiers say, one a fold, each held to what came true in the rest."""

    _hands_on = True

    def __init__(self, estimator=None, *, method="sigmoid", cv=None, n_jobs=None, ensemble="auto"):
        self.estimator, self.method, self.cv, self.n_jobs, self.ensemble = estimator, method, cv, n_jobs, ensemble

    def fit(self, X, y, sample_weight=None, **fit_params):
        """A classifier and its chances for each fold."""
        from sklearn.model_selection import cross_val_predict
        from sklearn.model_selection._validation import folds_of

        check_words("CalibratedClassifierCV", ("isotonic", "sigmoid", "temperature"), method=self.method)
        refuse("CalibratedClassifierCV", fit_params=(fit_params or None, None))
        if self.method == "temperature":
            refuse("CalibratedClassifierCV", method=(self.method, "sigmoid"))
        if self.cv == "prefit":
            from sklearn.exceptions import InvalidParameterError

            raise InvalidParameterError(
                "The 'cv' parameter of CalibratedClassifierCV must be an int in the range [2, inf), an object implementing 'split' and "
                "'get_n_splits', an iterable or None. Got 'prefit' instead."
            )
        estimator, names = self.estimator, labels(y)
        if estimator is None:
            from sklearn.svm import LinearSVC

            estimator = LinearSVC(random_state=0)
        classes = different(names)
        self.classes_, folds = array_of(classes, y), folds_of(estimator, y, self.cv)
        wanted = self.cv if hasattr(self.cv, "__index__") else getattr(self.cv, "n_splits", None)
        if wanted and min(names.count(each) for each in classes) < wanted:
            raise ValueError(f"Requesting {wanted}-fold cross-validation but provided less than {wanted} examples for at least one class.")
        weights, self.calibrated_classifiers_ = None if sample_weight is None else floats(sample_weight), []
        if self.ensemble not in ("auto", True):
            method = "decision_function" if hasattr(estimator, "decision_function") else "predict_proba"
            said = cross_val_predict(clone(estimator), X, y, cv=self.cv, method=method)
            said = said[:, 1] if method == "predict_proba" and len(classes) == 2 else said
            fitted = self._learned(estimator, X, y, weights)
            made = _Calibrated(fitted, said.reshape(len(names), -1), names, classes, self.method, weights)
            self.calibrated_classifiers_ = [made]
            return self
        for train, test in folds.split(X, y):
            train, test = train.tolist(), test.tolist()
            fitted = self._learned(estimator, chosen(X, train), chosen(y, train), None if weights is None else weights[train])
            said, own = _said(fitted, chosen(X, test)), [names[at] for at in test]
            made = _Calibrated(fitted, said, own, classes, self.method, None if weights is None else weights[test])
            self.calibrated_classifiers_.append(made)
        self.n_features_in_ = self.calibrated_classifiers_[0].estimator.n_features_in_
        return self

    @staticmethod
    def _learned(estimator, X, y, weights):
        made = clone(estimator)
        return made.fit(X, y) if weights is None else made.fit(X, y, sample_weight=weights)

    def predict_proba(self, X):
        """The mean of the chances."""
        self._check_fitted()
        return sum(each.predict_proba(X) for each in self.calibrated_classifiers_) / len(self.calibrated_classifiers_)

    def predict(self, X):
        """The most probable class."""
        places = self.predict_proba(X).argmax(axis=1)
        return array_of([labels(self.classes_)[at] for at in places.tolist()], self.classes_)

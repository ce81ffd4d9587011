"""What all estimators share: their parameters by name, how they are printed, fit and transform in one.

What it is not: any estimator. Start reading at `BaseEstimator`.
"""

from sklearn._missing import METHODS
from sklearn._named import FITS, USES, OneToOne, check_output, wrapped
from sklearn._print import shown
from sklearn.exceptions import NotFittedError


class BaseEstimator:
    """An object whose parameters are the arguments of its `__init__`."""

    # Estimators that hand their data on to others leave the names of columns to them.
    _hands_on = False

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        # What a student wrote notes and compares nothing of itself, as in scikit-learn.
        is_own = cls.__module__.partition(".")[0] == "sklearn"
        for name in (*FITS, *USES) if is_own and not cls._hands_on else ():
            if name in cls.__dict__:
                setattr(cls, name, wrapped(name, cls.__dict__[name]))

    @classmethod
    def _defaults(cls):
        """The parameters and their defaults, in the order of the alphabet."""
        if cls.__init__ is object.__init__:
            return {}
        code, init = cls.__init__.__code__, cls.__init__
        names = code.co_varnames[1 : code.co_argcount]
        found = dict(zip(reversed(names), reversed(init.__defaults__ or ())))
        found.update(init.__kwdefaults__ or {})
        return {name: found.get(name) for name in sorted([*names, *(init.__kwdefaults__ or {})])}

    def get_params(self, deep=True):
        """The parameters by name; with `deep`, those of estimators among them, too."""
        found = {}
        for name in sorted(self._defaults()):
            value = getattr(self, name)
            if deep and hasattr(value, "get_params") and not isinstance(value, type):
                found.update((f"{name}__{inner}", each) for inner, each in value.get_params().items())
            found[name] = value
        return found

    def set_params(self, **params):
        """Sets parameters by name; those of estimators among them by `name__inner`."""
        known, nested = self.get_params() if params else {}, {}
        for whole, value in params.items():
            name, is_within, inner = whole.partition("__")
            if name not in known:
                raise ValueError(
                    f"Invalid parameter {name!r} for estimator {self}. Valid parameters are: {sorted(self._defaults())}."
                )
            if is_within:
                nested.setdefault(name, {})[inner] = value
            else:
                setattr(self, name, value)
                known[name] = value
        for name, own in nested.items():
            known[name].set_params(**own)
        return self

    def changed_params(self):
        """The parameters that have another value than their default."""
        found = {name: getattr(self, name) for name in self._defaults()}
        return {name: value for name, value in found.items() if repr(value) != repr(self._defaults()[name])}

    def __repr__(self):
        return shown(self)

    def __getattr__(self, name):
        if name in METHODS:
            raise NotImplementedError(f"{type(self).__name__}.{name} is not built into this sklearn")
        raise AttributeError(f"'{type(self).__name__}' object has no attribute '{name}'")

    def _check_fitted(self):
        if not any(name.endswith("_") and not name.startswith("_") for name in self.__dict__):
            raise NotFittedError(
                f"This {type(self).__name__} instance is not fitted yet. Call 'fit' with appropriate arguments before "
                "using this estimator."
            )

    def _check_features(self, X):
        """X as it was fitted: with so many columns."""
        if X.shape[1] != self.n_features_in_:
            raise ValueError(
                f"X has {X.shape[1]} features, but {type(self).__name__} is expecting {self.n_features_in_} features as input."
            )


class TransformerMixin:
    """Fits and transforms in one call."""

    def fit_transform(self, X, y=None, **fit_params):
        """What `fit` and then `transform` give."""
        return (self.fit(X, **fit_params) if y is None else self.fit(X, y, **fit_params)).transform(X)

    def set_output(self, *, transform=None):
        """In which form `transform` gives what it finds: numpy's (`default`) or `pandas`'."""
        check_output(transform)
        if transform is not None:
            self._output = {"transform": transform}
        return self


class ClassifierMixin:
    """Scores by accuracy."""

    _learns = "labels"

    def score(self, X, y, sample_weight=None):
        """How many of the predicted labels are right."""
        from sklearn.metrics import accuracy_score

        return accuracy_score(y, self.predict(X), sample_weight=sample_weight)


class RegressorMixin:
    """Scores by the share of the variance that is explained."""

    _learns = "numbers"

    def score(self, X, y, sample_weight=None):
        """R² of what is predicted."""
        from sklearn.metrics import r2_score

        return r2_score(y, self.predict(X), sample_weight=sample_weight)


class OutlierMixin:
    """Fits and predicts in one call: 1, and -1 for outliers."""

    def fit_predict(self, X, y=None, **kwargs):
        """What is predicted of what was fitted."""
        return self.fit(X, **kwargs).predict(X)


class DensityMixin:
    """Says that an estimator estimates a density."""

    def score(self, X, y=None):
        """Nothing."""


class OneToOneFeatureMixin(OneToOne):
    """Says that the features that come out are those that went in."""


class MultiOutputMixin:
    """Says that an estimator learns several goals."""


def _kind_of(estimator):
    return getattr(estimator, "_estimator_type", None) or getattr(type(estimator), "_learns", None)


def is_classifier(estimator):
    """Whether it tells classes."""
    inner = _inner(estimator)
    return isinstance(inner, ClassifierMixin) or _kind_of(inner) == "classifier"


def is_regressor(estimator):
    """Whether it tells numbers."""
    inner = _inner(estimator)
    return isinstance(inner, RegressorMixin) or _kind_of(inner) == "regressor"


def is_clusterer(estimator):
    """Whether it finds groups."""
    return isinstance(_inner(estimator), ClusterMixin)


def is_outlier_detector(estimator):
    """Whether it finds outliers."""
    return isinstance(_inner(estimator), OutlierMixin)


def _inner(estimator):
    """The estimator that a pipeline or a search ends with."""
    while True:
        inner = getattr(estimator, "_last", None) or (hasattr(type(estimator), "_candidates") and estimator.estimator)
        if not inner or isinstance(inner, str):
            return estimator
        estimator = inner


class MetaEstimatorMixin:
    """Says that an estimator is made of others."""


class ClusterMixin:
    """Fits and predicts in one call."""

    def fit_predict(self, X, y=None, **fit_params):
        """The labels of what was fitted."""
        return self.fit(X, **fit_params).labels_


def clone(estimator, *, safe=True):
    """An estimator with the same parameters, not fitted."""
    if isinstance(estimator, (list, tuple, set)):
        return type(estimator)(clone(each, safe=safe) for each in estimator)
    if hasattr(type(estimator), "__sklearn_clone__"):
        return _kept_output(estimator, estimator.__sklearn_clone__())
    if not hasattr(estimator, "get_params") or isinstance(estimator, type):
        if safe:
            raise TypeError(
                f"Cannot clone object '{estimator!r}' (type {type(estimator)}): it does not seem to be a scikit-learn "
                "estimator as it does not implement a 'get_params' method."
            )
        from copy import deepcopy

        return deepcopy(estimator)
    params = {name: clone(value, safe=False) for name, value in estimator.get_params(deep=False).items()}
    return _kept_output(estimator, type(estimator)(**params))


def _kept_output(estimator, made):
    """The copy, with the form of output that was asked for."""
    if "_output" in estimator.__dict__:
        made._output = dict(estimator._output)
    return made

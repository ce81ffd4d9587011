"""`Pipeline`: changes of the data, and what learns from them, as one estimator.

What it is not: columns with changes of their own; that is `sklearn.compose`. Start reading at `Pipeline`.
"""

import types

import numpy as np
from numpy._objects import objects
from sklearn._arrays import refuse
from sklearn._composed import Composed
from sklearn.base import BaseEstimator, TransformerMixin, clone
from sklearn.exceptions import NotFittedError
from sklearn.utils import Bunch


# What a pipeline has if its last step has it.
_OF_LAST = frozenset("predict predict_proba predict_log_proba decision_function score transform inverse_transform fit_predict".split())


class _of_last:
    """A method that is there if the last step has one of its name."""

    def __init__(self, function):
        self._function, self.__doc__ = function, function.__doc__

    def __get__(self, pipeline, owner=None):
        if pipeline is None:
            return self._function
        name = self._function.__name__
        last = pipeline.steps[-1][1] if pipeline.steps else None
        has_it = hasattr(last, name) or name == "fit_transform" and hasattr(last, "transform")
        if name != "score" and not _is_passed(last) and not has_it:
            raise AttributeError(name)
        return types.MethodType(self._function, pipeline)


class Pipeline(Composed):
    """Steps by name; each transforms the data for the next, and the last learns from them."""

    def __init__(self, steps, *, transform_input=None, memory=None, verbose=False):
        self.steps, self.transform_input, self.memory, self.verbose = steps, transform_input, memory, verbose

    def _check(self):
        refuse(
            "Pipeline",
            transform_input=(self.transform_input, None),
            memory=(self.memory, None),
            verbose=(self.verbose, False),
        )
        names = [name for name, _ in self.steps]
        if len(set(names)) != len(names):
            raise ValueError(f"Names provided are not unique: {names!r}")
        for _, step in self.steps[:-1]:
            if not _is_passed(step) and not (hasattr(step, "fit") and hasattr(step, "transform")):
                raise TypeError(
                    "All intermediate steps should be transformers and implement fit and transform or be the string "
                    f"'passthrough' '{step}' (type {type(step)}) doesn't"
                )

    @property
    def named_steps(self):
        return Bunch(**dict(self.steps))

    @property
    def _last(self):
        return self.steps[-1][1]

    @property
    def classes_(self):
        return self._last.classes_

    def __len__(self):
        return len(self.steps)

    def __getitem__(self, key):
        if isinstance(key, slice):
            return Pipeline(self.steps[key])
        return dict(self.steps)[key] if isinstance(key, str) else self.steps[key][1]

    def _parts(self):
        return dict(self.steps)

    def _put(self, name, value):
        self.steps = [(each, value if each == name else own) for each, own in self.steps]

    def __sklearn_clone__(self):
        steps = [(name, step if _is_passed(step) else clone(step)) for name, step in self.steps]
        return Pipeline(steps, transform_input=self.transform_input, memory=self.memory, verbose=self.verbose)

    def _fitted(self, X, y, params):
        """The data as the last step is given them, all others fitted on the way."""
        self._check()
        given = {name: {} for name, _ in self.steps}
        for key, value in params.items():
            step, _, inner = key.partition("__")
            if not inner:
                raise ValueError(
                    f"Pipeline.fit does not accept the {key} parameter. You can pass parameters to specific steps of your "
                    "pipeline using the stepname__parameter format, e.g. `Pipeline.fit(X, y, "
                    "logisticregression__sample_weight=sample_weight)`."
                )
            given[step][inner] = value
        self.steps = list(self.steps)
        for at, (name, step) in enumerate(self.steps[:-1]):
            if not _is_passed(step):
                step = clone(step)
                X = step.fit_transform(X, y, **given[name])
                self.steps[at] = (name, step)
        return X, given[self.steps[-1][0]]

    def fit(self, X, y=None, **params):
        """All steps, one after the other."""
        X, own = self._fitted(X, y, params)
        if not _is_passed(self._last):
            self._last.fit(X, **own) if y is None else self._last.fit(X, y, **own)
        return self

    @_of_last
    def fit_transform(self, X, y=None, **params):
        """All steps, and what the last makes of the data."""
        X, own = self._fitted(X, y, params)
        return X if _is_passed(self._last) else self._last.fit_transform(X, y, **own)

    @_of_last
    def fit_predict(self, X, y=None, **params):
        """All steps, and what the last says of the data."""
        X, own = self._fitted(X, y, params)
        return self._last.fit_predict(X, y, **own)

    def __getattr__(self, name):
        if name in _OF_LAST:
            raise AttributeError(f"This 'Pipeline' has no attribute '{name}'")
        return super().__getattr__(name)

    def _check_whole(self):
        """Speaks of the pipeline where its last step learned nothing yet."""
        if hasattr(self._last, "_check_fitted"):
            try:
                self._last._check_fitted()
            except NotFittedError:
                self._check_fitted()

    def _transformed(self, X):
        for _, step in self.steps[:-1]:
            X = X if _is_passed(step) else step.transform(X)
        return X

    @_of_last
    def transform(self, X):
        """The data through all steps."""
        X = self._transformed(X)
        return X if _is_passed(self._last) else self._last.transform(X)

    def set_output(self, *, transform=None):
        """In which form the steps give what they find."""
        for _, step in self.steps:
            if hasattr(step, "set_output"):
                step.set_output(transform=transform)
        return self

    def get_feature_names_out(self, input_features=None):
        """The names of what comes out, through all steps."""
        for name, step in self.steps:
            if _is_passed(step):
                continue
            if not hasattr(step, "get_feature_names_out"):
                raise AttributeError(f"Estimator {name} does not provide get_feature_names_out. Did you mean to call "
                                     "pipeline[:-1].get_feature_names_out()?")
            input_features = step.get_feature_names_out(input_features)
        return input_features

    @property
    def feature_names_in_(self):
        return self.steps[0][1].feature_names_in_

    @property
    def n_features_in_(self):
        return self.steps[0][1].n_features_in_

    @_of_last
    def inverse_transform(self, X):
        """The data back through all steps."""
        for _, step in reversed(self.steps):
            X = X if _is_passed(step) else step.inverse_transform(X)
        return X

    @_of_last
    def predict(self, X, **params):
        """What the last step says."""
        self._check_whole()
        return self._last.predict(self._transformed(X), **params)

    @_of_last
    def predict_proba(self, X, **params):
        """The chances that the last step gives."""
        self._check_whole()
        return self._last.predict_proba(self._transformed(X), **params)

    @_of_last
    def decision_function(self, X):
        """How far on a side the last step puts samples."""
        self._check_whole()
        return self._last.decision_function(self._transformed(X))

    @_of_last
    def score(self, X, y=None, sample_weight=None):
        """How good the last step is."""
        self._check_whole()
        more = {} if sample_weight is None else {"sample_weight": sample_weight}
        return self._last.score(self._transformed(X), y, **more)


def _is_passed(step):
    return step is None or (isinstance(step, str) and step == "passthrough")


def named_apart(steps):
    """Names for steps after their classes, numbered where several are alike."""
    names = [step if isinstance(step, str) else type(step).__name__.lower() for step in steps]
    return [f"{name}-{names[: at + 1].count(name)}" if names.count(name) > 1 else name for at, name in enumerate(names)]


def make_pipeline(*steps, memory=None, transform_input=None, verbose=False):
    """A pipeline whose steps are named after their classes."""
    named = list(zip(named_apart(steps), steps))
    return Pipeline(named, transform_input=transform_input, memory=memory, verbose=verbose)


def _name_estimators(estimators):
    """Estimators with names after their classes, by the name under which programs ask for it."""
    return list(zip(named_apart(estimators), estimators))


class FeatureUnion(TransformerMixin, BaseEstimator):
    """Transformers of the same data, whose results stand side by side."""

    _hands_on = True

    def __init__(self, transformer_list, *, n_jobs=None, transformer_weights=None, verbose=False,
                 verbose_feature_names_out=True):
        self.transformer_list, self.n_jobs, self.transformer_weights = transformer_list, n_jobs, transformer_weights
        self.verbose, self.verbose_feature_names_out = verbose, verbose_feature_names_out

    def fit(self, X, y=None):
        """All transformers."""
        refuse("FeatureUnion", transformer_weights=(self.transformer_weights, None))
        for _, step in self.transformer_list:
            step.fit(X) if y is None else step.fit(X, y)
        self.n_features_in_ = X.shape[1] if hasattr(X, "shape") else len(X[0])
        return self

    def fit_transform(self, X, y=None, **params):
        """All transformers, and what they make of the data."""
        refuse("FeatureUnion", params=(params or None, None))
        return self.fit(X, y).transform(X)

    def transform(self, X):
        """What the transformers make of the data, side by side."""
        parts = [step.transform(X) for _, step in self.transformer_list]
        if all(hasattr(part, "iloc") for part in parts):
            import pandas

            found = pandas.concat(parts, axis=1)
            found.columns = list(self.get_feature_names_out())
            return found
        return np.hstack([part.toarray() if hasattr(part, "toarray") else np.asarray(part) for part in parts])


    def set_output(self, *, transform=None):
        """In which form the transformers give what they find."""
        for _, step in self.transformer_list:
            step.set_output(transform=transform)
        return super().set_output(transform=transform)

    def get_feature_names_out(self, input_features=None):
        """The names of what comes out, each with its transformer's in front."""
        found = []
        for name, step in self.transformer_list:
            own = list(step.get_feature_names_out(input_features))
            found += [f"{name}__{each}" if self.verbose_feature_names_out else each for each in own]
        return objects(found)


def make_union(*transformers, n_jobs=None, verbose=False):
    """A `FeatureUnion` whose parts are named after their classes."""
    return FeatureUnion(list(zip(named_apart(transformers), transformers)), n_jobs=n_jobs, verbose=verbose)

"""Looking into models: which features matter, and where the border between classes runs.

What it is not: partial dependence, which is `_partial`. Start reading at `permutation_importance`.
"""

import numpy as np
from sklearn._arrays import check_random_state, labels, matrix
from sklearn._missing import missing
from sklearn.utils import Bunch


def permutation_importance(estimator, X, y, *, scoring=None, n_repeats=5, n_jobs=None, random_state=None, sample_weight=None,
                           max_samples=1.0):
    """How much worse a model is when one feature's values are in another order."""
    from sklearn.metrics._scorers import scorer_of

    del n_jobs
    if sample_weight is not None or max_samples != 1.0:
        raise NotImplementedError("permutation_importance: sample_weight and max_samples are not built into this sklearn")
    named = scoring if isinstance(scoring, (list, tuple, set, dict)) else {"": scoring}
    named = named if isinstance(named, dict) else {name: name for name in named}
    scorers = {name: scorer_of(each) for name, each in named.items()}
    seed = int(check_random_state(random_state).randint(np.iinfo(np.int32).max + 1))
    baseline, rows = _scores(scorers, estimator, X, y), []
    for at in range(X.shape[1]):
        own, order, scores = check_random_state(seed), np.arange(X.shape[0]), []
        changed = X.copy()
        for _ in range(n_repeats):
            own.shuffle(order)
            if hasattr(changed, "iloc"):
                name = changed.columns.tolist()[at]
                changed[name] = changed[name].to_numpy()[order]
            else:
                changed[:, at] = changed[order, at]
            scores.append(_scores(scorers, estimator, changed, y))
        rows.append(scores)
    told = {name: _worse(baseline[name], [[each[name] for each in scores] for scores in rows]) for name in named}
    return told if named is scoring or isinstance(scoring, (list, tuple, set)) else told[""]


def _scores(scorers, estimator, X, y):
    return {name: float(score(estimator, X, y)) for name, score in scorers.items()}


def _worse(baseline, rows):
    found = baseline - np.array(rows)
    return Bunch(importances_mean=found.mean(axis=1), importances_std=found.std(axis=1), importances=found)


class DecisionBoundaryDisplay:
    """What a model of two features says of each place, as colours."""

    def __init__(self, *, xx0, xx1, response, xlabel=None, ylabel=None):
        self.xx0, self.xx1, self.response, self.xlabel, self.ylabel = xx0, xx1, response, xlabel, ylabel

    @classmethod
    def from_estimator(cls, estimator, X, *, grid_resolution=100, eps=1.0, plot_method="contourf", response_method="auto",
                       class_of_interest=None, xlabel=None, ylabel=None, ax=None, **kwargs):
        """Asks the model at the points of a grid, and draws it."""
        values = matrix(X, "DecisionBoundaryDisplay")
        if values.shape[1] != 2:
            raise ValueError(f"n_features must be equal to 2. Got {values.shape[1]} instead.")
        names = X.columns.tolist() if hasattr(X, "columns") else ["", ""]
        ends = [(float(column.min()) - eps, float(column.max()) + eps) for column in values.T]
        first, second = np.meshgrid(*(np.linspace(low, high, grid_resolution) for low, high in ends))
        places = np.c_[first.ravel(), second.ravel()]
        if hasattr(X, "columns"):
            places = type(X)(places, columns=names)
        response = cls._asked(estimator, places, response_method, class_of_interest).reshape(first.shape)
        made = cls(xx0=first, xx1=second, response=response, xlabel=xlabel or names[0], ylabel=ylabel or names[1])
        return made.plot(ax=ax, plot_method=plot_method, **kwargs)

    @staticmethod
    def _asked(estimator, places, method, wanted):
        if method == "auto":
            many = len(getattr(estimator, "classes_", [])) > 2
            method = "predict" if many else next(
                name for name in ("decision_function", "predict_proba", "predict") if hasattr(estimator, name))
        found = getattr(estimator, method)(places)
        if method == "predict":
            names = sorted(set(labels(getattr(estimator, "classes_", found))))
            return np.array([names.index(one) for one in labels(found)]) if hasattr(estimator, "classes_") else np.asarray(found)
        if found.ndim == 1:
            return found
        if found.shape[1] > 2 and wanted is None:
            raise NotImplementedError("DecisionBoundaryDisplay: several classes at once are built with response_method='predict' alone")
        return found[:, labels(estimator.classes_).index(wanted) if wanted is not None else 1]

    def plot(self, plot_method="contourf", ax=None, xlabel=None, ylabel=None, **kwargs):
        """Draws it."""
        from matplotlib import pyplot

        self.ax_ = pyplot.subplots()[1] if ax is None else ax
        self.surface_ = getattr(self.ax_, plot_method)(self.xx0, self.xx1, self.response, **kwargs)
        for axis, name in (("x", xlabel or self.xlabel), ("y", ylabel or self.ylabel)):
            if name is not None and not getattr(self.ax_, f"get_{axis}label")():
                getattr(self.ax_, f"set_{axis}label")(name)
        self.figure_ = self.ax_.figure
        return self


_LATER = {"_partial": "PartialDependenceDisplay partial_dependence"}
__getattr__ = missing("sklearn.inspection", **_LATER)

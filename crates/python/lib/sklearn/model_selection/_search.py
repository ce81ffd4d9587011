"""Which parameters are best: each combination is tried on the same folds.

What it is not: clever; nothing is learned from one try for the next. Start reading at `GridSearchCV`.
"""

import time
import warnings

import numpy as np
from _scalars import INTS, NUMBERS
from numpy._objects import objects
from sklearn._arrays import check_random_state, refuse
from sklearn.base import BaseEstimator, clone
from sklearn.metrics._scorers import scorer_of
from sklearn.model_selection._validation import folds_of, scored_folds


class ParameterGrid:
    """All combinations of values, by name."""

    def __init__(self, param_grid):
        self.param_grid = [param_grid] if isinstance(param_grid, dict) else list(param_grid)
        for grid in self.param_grid:
            for name, values in grid.items():
                if isinstance(values, str) or not hasattr(values, "__iter__"):
                    raise TypeError(
                        f"Parameter grid for parameter {name!r} needs to be a list or a numpy array, but got {values!r} (of "
                        f"type {type(values).__name__}) instead. Single values need to be wrapped in a list with one element."
                    )

    def __iter__(self):
        for grid in self.param_grid:
            found = [{}]
            for name in sorted(grid):
                found = [{**each, name: value} for each in found for value in grid[name]]
            yield from found

    def __len__(self):
        return sum(1 for _ in self)

    def __getitem__(self, at):
        # Names the other way round than when all are listed, as in scikit-learn.
        return dict(reversed(list(self)[at].items()))


class _Search(BaseEstimator):
    """Tries what `_candidates` gives, and fits the best again with all samples."""

    def fit(self, X, y=None, **params):
        """All tries."""
        # Everything runs in one thread here: how many jobs there are, and how they are dispatched, changes nothing.
        refuse(type(self).__name__, fit_params=(params or None, None), error_score=(self._plain_error_score(), None))
        scorers = self._scorers()
        candidates = list(self._candidates())
        folds = folds_of(self.estimator, y, self.cv)
        self.scorer_, self.n_splits_ = scorers if self.multimetric_ else scorers["score"], folds.get_n_splits(X, y)
        if self.verbose > 0:
            print(
                f"Fitting {self.n_splits_} folds for each of {len(candidates)} candidates, totalling "
                f"{len(candidates) * self.n_splits_} fits"
            )
        places = list(folds.split(X, y))
        rows = [self._tried(candidate, X, y, places, scorers) for candidate in candidates]
        self._tell(candidates, rows, scorers)
        if self.refit:
            self._fit_best(X, y)
        return self

    def _plain_error_score(self):
        return None if self.error_score != self.error_score or self.error_score == "raise" else self.error_score

    def _scorers(self):
        """The measures by name; of one alone the name is `score`."""
        named = self.scoring if isinstance(self.scoring, (list, tuple, set, dict)) else {"score": self.scoring}
        self.multimetric_ = named is self.scoring
        named = named if isinstance(named, dict) else {name: name for name in named}
        if self.multimetric_ and self.refit is not False and self.refit not in named and not callable(self.refit):
            raise ValueError(
                "For multi-metric scoring, the parameter refit must be set to a scorer key or a callable to refit an estimator with "
                "the best parameter setting on the whole data and make the best_* attributes available for that metric. If this is "
                f"not needed, refit should be set to False explicitly. {self.refit!r} was passed."
            )
        return {name: scorer_of(each) for name, each in named.items()}

    def _tried(self, candidate, X, y, places, scorers):
        estimator = clone(self.estimator).set_params(
            **{name: clone(value, safe=False) for name, value in candidate.items()}
        )
        found = scored_folds(estimator, X, y, _Places(places), scorers, self.return_train_score)
        return [(scores, on_train, took) for _, scores, on_train, took in found]

    def _tell(self, candidates, rows, scorers):
        results = {}
        for at, name in enumerate(("fit_time", "score_time")):
            times = np.array([[took[at] for _, _, took in row] for row in rows])
            results[f"mean_{name}"], results[f"std_{name}"] = times.mean(axis=1), times.std(axis=1)
        for name in dict.fromkeys(name for candidate in candidates for name in candidate):
            values = [candidate.get(name) for candidate in candidates]
            is_numbers = all(isinstance(value, NUMBERS) and not isinstance(value, bool) for value in values)
            results[f"param_{name}"] = np.array(values) if is_numbers else objects(values)
        results["params"] = candidates
        for name in scorers:
            self._tell_measure(results, rows, name)
        self.cv_results_ = results
        if not self.refit and self.multimetric_:
            return
        measure = self.refit if self.multimetric_ else "score"
        if callable(self.refit):
            self.best_index_ = self.refit(results)
            if not isinstance(self.best_index_, INTS):
                raise TypeError("best_index_ returned is not an integer")
            if not 0 <= self.best_index_ < len(candidates):
                raise IndexError("best_index_ index out of range")
        else:
            self.best_index_ = results[f"rank_test_{measure}"].tolist().index(1)
            self.best_score_ = results[f"mean_test_{measure}"][self.best_index_]
        self.best_params_ = candidates[self.best_index_]

    def _tell_measure(self, results, rows, name):
        """One measure's scores: of each fold, their means and which are best."""
        for at, kind in ((0, "test"), (1, "train")):
            if kind == "train" and not self.return_train_score:
                continue
            scores = np.array([[row[at][name] for row in each] for each in rows])
            for fold in range(scores.shape[1]):
                results[f"split{fold}_{kind}_{name}"] = scores[:, fold].copy()
            results[f"mean_{kind}_{name}"], results[f"std_{kind}_{name}"] = scores.mean(axis=1), scores.std(axis=1)
            if kind == "test":
                means = results[f"mean_test_{name}"].tolist()
                results[f"rank_test_{name}"] = np.array(
                    [1 + sum(each > own for each in means) for own in means], dtype=np.int32
                )

    def _fit_best(self, X, y):
        began = time.time()
        best = clone(self.estimator).set_params(
            **{name: clone(value, safe=False) for name, value in self.best_params_.items()}
        )
        self.best_estimator_ = best.fit(X) if y is None else best.fit(X, y)
        self.refit_time_ = time.time() - began

    @property
    def classes_(self):
        return self._best().classes_

    def _best(self):
        self._check_fitted()
        if not self.refit:
            raise AttributeError(
                f"This {type(self).__name__} instance was initialized with `refit=False`. predict is available only after "
                "refitting on the best parameters."
            )
        return self.best_estimator_

    def predict(self, X):
        """What the best says."""
        return self._best().predict(X)

    def predict_proba(self, X):
        """The chances that the best gives."""
        return self._best().predict_proba(X)

    def decision_function(self, X):
        """How far on a side the best puts samples."""
        return self._best().decision_function(X)

    def transform(self, X):
        """What the best makes of the data."""
        return self._best().transform(X)

    def score(self, X, y=None):
        """How good the best is, by the measure of the search."""
        best = self._best()
        if callable(self.refit) and self.multimetric_:
            return best.score(X) if y is None else best.score(X, y)
        return (self.scorer_[self.refit] if self.multimetric_ else self.scorer_)(best, X, y)


class _Places:
    """Folds that were parted before, so that each candidate has the same."""

    def __init__(self, places):
        self._places = places

    def split(self, X, y=None, groups=None):
        return iter(self._places)


class GridSearchCV(_Search):
    """All combinations of values."""

    def __init__(
        self,
        estimator,
        param_grid,
        *,
        scoring=None,
        n_jobs=None,
        refit=True,
        cv=None,
        verbose=0,
        pre_dispatch="2*n_jobs",
        error_score=np.nan,
        return_train_score=False,
    ):
        self.estimator, self.param_grid, self.scoring, self.n_jobs = estimator, param_grid, scoring, n_jobs
        self.refit, self.cv, self.verbose, self.pre_dispatch = refit, cv, verbose, pre_dispatch
        self.error_score, self.return_train_score = error_score, return_train_score

    def _candidates(self):
        return ParameterGrid(self.param_grid)


class ParameterSampler:
    """Combinations of values that are drawn: of lists each at most once, of distributions as they draw."""

    def __init__(self, param_distributions, n_iter, *, random_state=None):
        self.param_distributions, self.n_iter, self.random_state = param_distributions, n_iter, random_state
        grids = [param_distributions] if isinstance(param_distributions, dict) else list(param_distributions)
        self._grids = grids

    def __len__(self):
        return min(self.n_iter, len(ParameterGrid(self._grids))) if self._is_listed() else self.n_iter

    def _is_listed(self):
        return not any(hasattr(values, "rvs") for grid in self._grids for values in grid.values())

    def __iter__(self):
        generator = check_random_state(self.random_state)
        if self._is_listed():
            whole = ParameterGrid(self._grids)
            if len(whole) < self.n_iter:
                warnings.warn(
                    f"The total space of parameters {len(whole)} is smaller than n_iter={self.n_iter}. Running {len(whole)} "
                    "iterations. For exhaustive searches, use GridSearchCV.",
                    UserWarning,
                    stacklevel=2,
                )
            # The first of an order of all, as scikit-learn draws places without putting them back.
            yield from (whole[at] for at in places_without_replacement(len(whole), len(self), generator))
            return
        for _ in range(self.n_iter):
            grid = self._grids[0] if len(self._grids) == 1 else self._grids[generator.randint(len(self._grids))]
            yield {
                name: values.rvs(random_state=generator) if hasattr(values, "rvs") else values[generator.randint(len(values))]
                for name, values in sorted(grid.items())
            }


def places_without_replacement(count, wanted, generator):
    """So many different places, as scikit-learn's `sample_without_replacement` draws them."""
    share = wanted / count
    if 0.01 < share < 0.99:
        return generator.permutation(count).tolist()[:wanted]
    found = list(range(wanted)) if share >= 0.2 else []
    for at in range(wanted, count) if found else ():
        place = int(generator.randint(0, at + 1))
        if place < wanted:
            found[place] = at
    while len(found) < wanted:
        place = int(generator.randint(count))
        if place not in found:
            found.append(place)
    return found


class RandomizedSearchCV(_Search):
    """Combinations of values that are drawn."""

    def __init__(
        self,
        estimator,
        param_distributions,
        *,
        n_iter=10,
        scoring=None,
        n_jobs=None,
        refit=True,
        cv=None,
        verbose=0,
        pre_dispatch="2*n_jobs",
        random_state=None,
        error_score=np.nan,
        return_train_score=False,
    ):
        self.estimator, self.param_distributions, self.n_iter, self.scoring = estimator, param_distributions, n_iter, scoring
        self.n_jobs, self.refit, self.cv, self.verbose, self.pre_dispatch = n_jobs, refit, cv, verbose, pre_dispatch
        self.random_state, self.error_score, self.return_train_score = random_state, error_score, return_train_score

    def _candidates(self):
        return ParameterSampler(self.param_distributions, self.n_iter, random_state=self.random_state)

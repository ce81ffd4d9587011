"""`IterativeImputer`: each feature that lacks values is guessed from the others, again and again.

What it is not: drawn; what is asked for with `sample_posterior` is refused. Start reading at `IterativeImputer`.
"""

import warnings

import numpy as np
from sklearn._arrays import check_random_state, matrix, refuse
from sklearn._named import OneToOne
from sklearn.base import BaseEstimator, TransformerMixin, clone
from sklearn.exceptions import ConvergenceWarning
from sklearn.impute._simple import SimpleImputer


class IterativeImputer(OneToOne, TransformerMixin, BaseEstimator):
    """Rounds of models, one for each feature with gaps."""

    def __init__(self, estimator=None, *, missing_values=np.nan, sample_posterior=False, max_iter=10, tol=0.001,
                 n_nearest_features=None, initial_strategy="mean", fill_value=None, imputation_order="ascending",
                 skip_complete=False, min_value=-np.inf, max_value=np.inf, verbose=0, random_state=None, add_indicator=False,
                 keep_empty_features=False):  # fmt: skip
        self.__dict__.update({name: value for name, value in locals().items() if name not in ("self", "__class__")})

    def fit(self, X, y=None):
        """The models."""
        self.fit_transform(X)
        return self

    def fit_transform(self, X, y=None):
        """The models, and X without what is missing."""
        from sklearn.linear_model import BayesianRidge

        refuse("IterativeImputer", sample_posterior=(self.sample_posterior, False), verbose=(self.verbose, 0),
               n_nearest_features=(self.n_nearest_features, None), skip_complete=(self.skip_complete, False),
               add_indicator=(self.add_indicator, False), keep_empty_features=(self.keep_empty_features, False))  # fmt: skip
        X = self._table(X)
        self.n_features_in_, gone = X.shape[1], np.isnan(X)
        self._model = BayesianRidge() if self.estimator is None else clone(self.estimator)
        self.random_state_ = check_random_state(self.random_state)
        self.initial_imputer_ = SimpleImputer(strategy=self.initial_strategy, fill_value=self.fill_value)
        found = self.initial_imputer_.fit_transform(X)
        self.imputation_sequence_, self.n_iter_ = [], 0
        lows, highs = (np.full(X.shape[1], side) if np.ndim(side) == 0 else np.asarray(side, dtype=float)
                       for side in (self.min_value, self.max_value))  # fmt: skip
        self._min_value, self._max_value = lows, highs
        self.n_features_with_missing_ = 0
        if self.max_iter == 0 or not bool(gone.any()):
            return found
        shares, enough = gone.mean(axis=0), self.tol * float(np.abs(X[~gone]).max())
        before = found.copy()
        order = self._order(shares)
        self.n_features_with_missing_ = len(order)
        for turn in range(1, self.max_iter + 1):
            order = self._order(shares) if self.imputation_order == "random" else order
            for at in order:
                model, others = clone(self._model), np.array([each for each in range(X.shape[1]) if each != at])
                known = ~gone[:, at]
                model.fit(found[known][:, others], found[known][:, at])
                self._fill(found, gone, at, others, model)
                self.imputation_sequence_.append((at, others, model))
            self.n_iter_ = turn
            if float(np.abs(found - before).max()) < enough:
                break
            before = found.copy()
        else:
            warnings.warn("[IterativeImputer] Early stopping criterion not reached.", ConvergenceWarning, stacklevel=3)
        return np.where(gone, found, X)

    def _table(self, X):
        X = matrix(X, "IterativeImputer", allow_nan=True).astype(float)
        return X if self.missing_values != self.missing_values else np.where(X == self.missing_values, np.nan, X)

    def _order(self, shares):
        """The features with gaps, in the order in which they are guessed."""
        places = [at for at, share in enumerate(shares.tolist()) if share > 0]
        way = self.imputation_order
        if way in ("roman", "arabic"):
            return places if way == "roman" else places[::-1]
        if way == "random":
            self.random_state_.shuffle(places)
            return places
        order = np.argsort(shares, kind="stable").tolist()
        order = order[len(shares) - len(places) :] if way == "ascending" else order[len(shares) - len(places) :][::-1]
        return order

    def _fill(self, found, gone, at, others, model):
        rows = np.nonzero(gone[:, at])[0]
        if len(rows):
            guessed = model.predict(found[rows][:, others])
            found[rows, at] = np.clip(guessed, self._min_value[at], self._max_value[at])

    def transform(self, X):
        """X without what is missing."""
        self._check_fitted()
        X = self._table(X)
        self._check_features(X)
        gone, found = np.isnan(X), self.initial_imputer_.transform(X)
        for at, others, model in self.imputation_sequence_:
            self._fill(found, gone, at, others, model)
        return np.where(gone, found, X)

"""Features that a model finds to matter: `SelectFromModel`, `RFE`.

What it is not: tests of features one by one, which are `_tests`. Start reading at `importances`.
"""

import numpy as np
from _scalars import FLOATS
from sklearn._arrays import refuse
from sklearn.base import clone
from sklearn.feature_selection._chosen import _Chosen


def importances(model, squared=False):
    """How much each feature matters to a fitted model."""
    if hasattr(model, "coef_"):
        slopes = np.asarray(model.coef_)
        if squared:
            return slopes**2 if slopes.ndim == 1 else (slopes**2).sum(axis=0)
        return np.abs(slopes) if slopes.ndim == 1 else np.abs(slopes).sum(axis=0)
    if hasattr(model, "feature_importances_"):
        return np.asarray(model.feature_importances_) ** (2 if squared else 1)
    raise ValueError(f"when `importance_getter=='auto'`, the underlying estimator {type(model).__name__} should have `coef_` or "
                     "`feature_importances_` attribute. Either pass a fitted estimator to feature selector or call fit before calling "
                     "transform.")


class SelectFromModel(_Chosen):
    """The features that matter more than a threshold."""

    def __init__(self, estimator, *, threshold=None, prefit=False, norm_order=1, max_features=None, importance_getter="auto"):
        self.estimator, self.threshold, self.prefit, self.norm_order = estimator, threshold, prefit, norm_order
        self.max_features, self.importance_getter = max_features, importance_getter

    def fit(self, X, y=None, **fit_params):
        """The model."""
        refuse("SelectFromModel", norm_order=(self.norm_order, 1), importance_getter=(self.importance_getter, "auto"))
        self._begin(X)
        self.estimator_ = self.estimator if self.prefit else clone(self.estimator).fit(X, y, **fit_params)
        return self

    @property
    def threshold_(self):
        found, threshold = importances(self.estimator_), self.threshold
        if threshold is None:
            # Models that make slopes nothing have only to be asked which they left.
            threshold = 1e-5 if type(self.estimator_).__name__ in ("Lasso", "LassoCV") else "mean"
        if not isinstance(threshold, str):
            return float(threshold)
        scale, _, name = threshold.rpartition("*")
        if name.strip() not in ("mean", "median"):
            raise ValueError(f"Expected threshold='mean' or threshold='median' got {name.strip()}")
        return (float(scale) if scale else 1.0) * getattr(np, name.strip())(found)

    def _kept(self):
        found = importances(self.estimator_)
        kept = found >= self.threshold_
        if self.max_features is not None:
            best = np.argsort(-found, kind="stable")[:self.max_features]
            kept = kept & np.isin(np.arange(len(found)), best)
        return kept


class RFE(_Chosen):
    """The features that are left when those that matter least go, again and again."""

    def __init__(self, estimator, *, n_features_to_select=None, step=1, verbose=0, importance_getter="auto"):
        self.estimator, self.n_features_to_select, self.step = estimator, n_features_to_select, step
        self.verbose, self.importance_getter = verbose, importance_getter

    def fit(self, X, y, **fit_params):
        """Rounds of fitting and leaving out."""
        refuse("RFE", verbose=(self.verbose, 0), importance_getter=(self.importance_getter, "auto"))
        X = self._begin(X)
        count = X.shape[1]
        wanted = self.n_features_to_select
        wanted = count // 2 if wanted is None else int(count * wanted) if isinstance(wanted, FLOATS) else wanted
        step = max(1, int(self.step * count)) if 0.0 < self.step < 1.0 else int(self.step)
        kept, self.ranking_ = list(range(count)), np.ones(count, dtype=np.int64)
        while len(kept) > wanted:
            model = clone(self.estimator).fit(X[:, np.array(kept)], y, **fit_params)
            order = np.argsort(importances(model, True), kind="stable").tolist()
            gone = [kept[at] for at in order[:min(step, len(kept) - wanted)]]
            kept = [at for at in kept if at not in gone]
            rest = np.array([at not in kept for at in range(count)])
            self.ranking_ = self.ranking_ + rest
        self.estimator_ = clone(self.estimator).fit(X[:, np.array(kept)], y, **fit_params)
        self.support_, self.n_features_ = np.array([at in kept for at in range(count)]), len(kept)
        return self

    def _kept(self):
        return self.support_

    @property
    def classes_(self):
        return self.estimator_.classes_

    def predict(self, X):
        """What the model says of the features that are left."""
        return self.estimator_.predict(self.transform(X))

    def score(self, X, y, **fit_params):
        """How good that is."""
        return self.estimator_.score(self.transform(X), y, **fit_params)

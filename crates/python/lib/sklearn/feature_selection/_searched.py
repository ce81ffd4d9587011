"""Features chosen by scores on folds: `RFECV` and `SequentialFeatureSelector`.

What it is not: tests of features one by one, which are `_tests`. Start reading at `SequentialFeatureSelector`.
"""

import numpy as np
from _scalars import FLOATS
from sklearn._arrays import matrix, refuse
from sklearn.base import clone
from sklearn.feature_selection._by_models import RFE
from sklearn.feature_selection._chosen import _Chosen
from sklearn.metrics._scorers import scorer_of
from sklearn.model_selection._validation import cross_val_score, folds_of
from sklearn.utils import chosen


class SequentialFeatureSelector(_Chosen):
    """Feature after feature is taken, or left out, whichever is best for the score."""

    def __init__(self, estimator, *, n_features_to_select="auto", tol=None, direction="forward", scoring=None, cv=5, n_jobs=None):
        self.estimator, self.n_features_to_select, self.tol, self.direction = estimator, n_features_to_select, tol, direction
        self.scoring, self.cv, self.n_jobs = scoring, cv, n_jobs

    def fit(self, X, y=None, **params):
        """The choice."""
        X = self._begin(X)
        count, is_forward = X.shape[1], self.direction == "forward"
        wanted = self.n_features_to_select
        if wanted == "auto":
            wanted = count - 1 if self.tol is not None else count // 2
        elif isinstance(wanted, FLOATS):
            wanted = int(count * wanted)
        if wanted >= count:
            raise ValueError("n_features_to_select must be < n_features.")
        turns = wanted if self.n_features_to_select == "auto" or is_forward else count - wanted
        taken, before = set(), -np.inf
        folds = folds_of(self.estimator, y, self.cv)
        for _ in range(turns):
            scores = {}
            for at in range(count):
                if at not in taken:
                    own = taken | {at}
                    kept = [each for each in range(count) if (each in own) == is_forward]
                    scores[at] = cross_val_score(clone(self.estimator), X[:, np.array(kept)], y, cv=folds, scoring=self.scoring).mean()
            best = max(scores, key=scores.__getitem__)
            if self.tol is not None and scores[best] - before < self.tol:
                break
            before = scores[best]
            taken.add(best)
        self.support_ = np.array([(at in taken) == is_forward for at in range(count)])
        self.n_features_to_select_ = int(self.support_.sum())
        return self

    def _kept(self):
        return self.support_


class RFECV(RFE):
    """`RFE` down to as many features as are best on folds."""

    def __init__(self, estimator, *, step=1, min_features_to_select=1, cv=None, scoring=None, verbose=0, n_jobs=None,
                 importance_getter="auto"):  # fmt: skip
        self.estimator, self.step, self.min_features_to_select, self.cv = estimator, step, min_features_to_select, cv
        self.scoring, self.verbose, self.n_jobs, self.importance_getter = scoring, verbose, n_jobs, importance_getter

    def fit(self, X, y, **params):
        """The number of features, and which they are."""
        refuse("RFECV", verbose=(self.verbose, 0), importance_getter=(self.importance_getter, "auto"))
        X, score = matrix(X, "RFECV").astype(float), scorer_of(self.scoring)
        count, least = X.shape[1], self.min_features_to_select
        step = max(1, int(self.step * count)) if 0.0 < self.step < 1.0 else int(self.step)
        sizes = [count]
        while sizes[-1] > least:
            sizes.append(max(least, sizes[-1] - step))
        rows, ranks_of = [], []
        for train, test in folds_of(self.estimator, y, self.cv).split(X, y):
            own, goals, other, truth = (chosen(each, at.tolist()) for at in (train, test) for each in (X, y))
            scores = []
            whole = RFE(self.estimator, n_features_to_select=least, step=self.step).fit(own, goals)
            ranked = []
            for size in sizes:
                # Those that leave last have the least ranks.
                ranks = whole.ranking_
                kept = np.nonzero(ranks <= 1 + sizes[::-1].index(size))[0]
                ranked.append(np.maximum(1, ranks - sizes[::-1].index(size)))
                fitted = clone(self.estimator).fit(own[:, kept], goals)
                scores.append(float(score(fitted, other[:, kept], truth)))
            rows.append(scores[::-1])
            ranks_of.append(np.stack(ranked[::-1]))
        table = np.array(rows)
        means, sizes = table.mean(axis=0), sizes[::-1]
        best = sizes[int(means.argmax())]
        self.cv_results_ = {"mean_test_score": means, "std_test_score": table.std(axis=0)}
        self.cv_results_.update((f"split{at}_test_score", row) for at, row in enumerate(table))
        self.cv_results_.update((f"split{at}_ranking", ranks) for at, ranks in enumerate(ranks_of))
        self.cv_results_.update((f"split{at}_support", ranks == 1) for at, ranks in enumerate(ranks_of))
        self.cv_results_["n_features"] = np.array(sizes)
        found = RFE(self.estimator, n_features_to_select=best, step=self.step).fit(X, y)
        self.support_, self.ranking_, self.n_features_ = found.support_, found.ranking_, found.n_features_
        self.estimator_, self.n_features_in_ = found.estimator_, count
        return self

"""`HistGradientBoostingClassifier` and `-Regressor`: boosting over features that are put into bins.

What it is not: of categories, constraints or weights, which are refused. Source: G. Ke and others, LightGBM, 2017. Start reading at
`_Boosted`.
"""

import numpy as np
from sklearn._arrays import array_of, check_random_state, check_words, different, goal_of, labels, matrix, refuse, same_length
from sklearn.base import BaseEstimator, ClassifierMixin, RegressorMixin
from sklearn.ensemble._binned import Bins, Tree


class _Boosted(BaseEstimator):
    """Trees, one a class in each round."""

    def _learn(self, X, goals, sample_weight, classes=None):
        owner = type(self).__name__
        refuse(owner, sample_weight=(sample_weight, None), monotonic_cst=(self.monotonic_cst, None), warm_start=(self.warm_start, False),
               interaction_cst=(self.interaction_cst, None), max_features=(self.max_features, 1.0), scoring=(self.scoring, "loss"),
               verbose=(self.verbose, 0))  # fmt: skip
        if self.categorical_features is not None and not isinstance(self.categorical_features, str):
            refuse(owner, categorical_features=(self.categorical_features, None))
        if hasattr(X, "dtypes") and any(str(kind) == "category" for kind in X.dtypes.tolist()):
            raise NotImplementedError(f"{owner}: columns of categories are not built into this sklearn; OrdinalEncoder makes numbers of them")
        X = matrix(X, owner, allow_nan=True).astype(float)
        same_length(X, goals)
        self.n_features_in_, kept = X.shape[1], None
        seed = int(check_random_state(self.random_state).randint(2**32 - 1, dtype=np.uint64))
        self.do_early_stopping_ = len(X) > 10000 if self.early_stopping == "auto" else bool(self.early_stopping)
        if self.do_early_stopping_ and self.validation_fraction is not None:
            from sklearn.model_selection import train_test_split

            X, kept, goals, kept_goals = train_test_split(
                X, goals, test_size=self.validation_fraction, stratify=None if classes is None else goals, random_state=seed
            )
        if len(X) > 200000:
            raise NotImplementedError(f"{owner}: more than 200000 samples are not built into this sklearn")
        bins = Bins(X, self.max_bins)
        binned = bins.of(X)
        limits = {name: getattr(self, name) for name in ("max_leaf_nodes", "max_depth", "min_samples_leaf", "l2_regularization")}
        has_missing, many = (binned == bins.missing).any(axis=0), 1 if classes is None or classes == 2 else classes
        self._start, self._predictors = self._first(goals, many), []
        raw = np.zeros((len(X), many)) + self._start
        raw_kept = None if kept is None else np.zeros((len(kept), many)) + self._start
        self.train_score_, self.validation_score_ = [], []
        if self.do_early_stopping_:
            self._is_over(raw, goals, raw_kept, None if kept is None else kept_goals)
        for _ in range(self.max_iter):
            pulls, bends = self._slopes(raw, goals)
            self._predictors.append([])
            for at in range(many):
                own = None if bends is None else bends[:, at].astype(np.float32).astype(float)
                tree = Tree(binned, bins, pulls[:, at].astype(np.float32).astype(float), own, has_missing, limits)
                best = self._leaf_value(goals - raw[:, at]) if many == 1 else None
                for samples, value in tree.finish(self.learning_rate, best):
                    raw[samples, at] += value
                self._predictors[-1].append(tree)
                if kept is not None:
                    raw_kept[:, at] += tree.predict(kept)
            if self.do_early_stopping_ and self._is_over(raw, goals, raw_kept, None if kept is None else kept_goals):
                break
        self.train_score_, self.validation_score_ = np.array(self.train_score_), np.array(self.validation_score_)
        return self

    n_iter_ = property(lambda self: len(self._predictors))
    n_trees_per_iteration_ = property(lambda self: len(self._predictors[0]))

    def _leaf_value(self, missing):
        """What finds a leaf's number, if it is not that of the slopes."""

    def _is_over(self, raw, goals, raw_kept, kept_goals):
        """Whether so many rounds brought nothing."""
        self.train_score_.append(-self._cost(raw, goals))
        scores = self.train_score_
        if raw_kept is not None:
            self.validation_score_.append(-self._cost(raw_kept, kept_goals))
            scores = self.validation_score_
        back = self.n_iter_no_change + 1
        return len(scores) >= back and not any(score > scores[-back] + self.tol for score in scores[-back + 1 :])

    def _staged(self, X):
        self._check_fitted()
        X = matrix(X, type(self).__name__, allow_nan=True).astype(float)
        self._check_features(X)
        found = np.zeros((len(X), self.n_trees_per_iteration_)) + self._start
        for stage in self._predictors:
            found = found + np.stack([tree.predict(X) for tree in stage], axis=1)
            yield found

    def _raw(self, X):
        *_, found = self._staged(X)
        return found


class HistGradientBoostingRegressor(RegressorMixin, _Boosted):
    """Trees of what is missing yet."""

    def __init__(self, loss="squared_error", *, quantile=None, learning_rate=0.1, max_iter=100, max_leaf_nodes=31, max_depth=None,
                 min_samples_leaf=20, l2_regularization=0.0, max_features=1.0, max_bins=255, categorical_features="from_dtype",
                 monotonic_cst=None, interaction_cst=None, warm_start=False, early_stopping="auto", scoring="loss",
                 validation_fraction=0.1, n_iter_no_change=10, tol=1e-7, verbose=0, random_state=None):  # fmt: skip
        self.__dict__.update({name: value for name, value in locals().items() if name != "self"})

    def fit(self, X, y, sample_weight=None):
        """The trees."""
        check_words("HistGradientBoostingRegressor", ("absolute_error", "gamma", "poisson", "quantile", "squared_error"), loss=self.loss)
        return self._learn(X, goal_of(y).astype(float), sample_weight)

    _is_ratio = property(lambda self: self.loss in ("poisson", "gamma"))
    _share = property(lambda self: 0.5 if self.loss == "absolute_error" else self.quantile)

    def _first(self, goals, many):
        if self.loss in ("absolute_error", "quantile"):
            return float(np.percentile(goals, 100 * self._share))
        return float(np.log(goals.mean())) if self._is_ratio else float(goals.mean())

    def _slopes(self, raw, goals):
        found, goals = raw[:, 0], goals
        if self.loss == "squared_error":
            pulls, bends = found - goals, None
        elif self._is_ratio:
            grown = np.exp(found)
            pulls, bends = (grown - goals, grown) if self.loss == "poisson" else (1 - goals / grown, goals / grown)
        elif self.loss == "absolute_error":
            pulls, bends = np.where(found > goals, 1.0, -1.0), None
        else:
            pulls, bends = np.where(goals >= found, -self.quantile, 1 - self.quantile), None
        return pulls.reshape(-1, 1), None if bends is None else bends.reshape(-1, 1)

    def _leaf_value(self, missing):
        if self.loss not in ("absolute_error", "quantile"):
            return None
        return lambda samples: float(np.percentile(missing[samples], 100 * self._share))

    def _cost(self, raw, goals):
        missing = goals - raw[:, 0]
        if self.loss == "squared_error":
            return float((0.5 * missing**2).mean())
        if self.loss == "poisson":
            return float((np.exp(raw[:, 0]) - goals * raw[:, 0]).mean())
        if self.loss == "gamma":
            return float((raw[:, 0] + goals * np.exp(-raw[:, 0])).mean())
        if self.loss == "absolute_error":
            return float(np.abs(missing).mean())
        return float(np.where(missing >= 0, self.quantile * missing, (self.quantile - 1) * missing).mean())

    def _told(self, raw):
        return np.exp(raw[:, 0]) if self._is_ratio else raw[:, 0]

    def predict(self, X):
        """The sum of the trees."""
        return self._told(self._raw(X))

    def staged_predict(self, X):
        """What was predicted after each round."""
        return (self._told(found) for found in self._staged(X))


class HistGradientBoostingClassifier(ClassifierMixin, _Boosted):
    """Trees of how far chances are from the classes."""

    def __init__(self, loss="log_loss", *, learning_rate=0.1, max_iter=100, max_leaf_nodes=31, max_depth=None, min_samples_leaf=20,
                 l2_regularization=0.0, max_features=1.0, max_bins=255, categorical_features="from_dtype", monotonic_cst=None,
                 interaction_cst=None, warm_start=False, early_stopping="auto", scoring="loss", validation_fraction=0.1,
                 n_iter_no_change=10, tol=1e-7, verbose=0, random_state=None, class_weight=None):  # fmt: skip
        self.__dict__.update({name: value for name, value in locals().items() if name != "self"})

    def fit(self, X, y, sample_weight=None):
        """The trees."""
        refuse("HistGradientBoostingClassifier", class_weight=(self.class_weight, None), loss=(self.loss, "log_loss"))
        names = labels(y)
        known = different(names)
        self.classes_ = array_of(known, y)
        return self._learn(X, np.array([float(known.index(each)) for each in names]), sample_weight, len(known))

    def _first(self, goals, many):
        if many == 1:
            share = float(goals.mean())
            return float(np.log(share / (1 - share)))
        shares = np.log(np.array([float((goals == at).mean()) for at in range(many)]))
        return shares - shares.mean()

    def _chances(self, raw):
        if raw.shape[1] == 1:
            return 1 / (1 + np.exp(-raw))
        grown = np.exp(raw - raw.max(axis=1, keepdims=True))
        return grown / grown.sum(axis=1, keepdims=True)

    def _slopes(self, raw, goals):
        if raw.shape[1] == 1:
            fallen, goals = np.exp(-raw), goals.reshape(-1, 1)
            return ((1 - goals) - goals * fallen) / (1 + fallen), fallen / (1 + fallen) ** 2
        chances = self._chances(raw)
        return chances - (goals.reshape(-1, 1) == np.arange(raw.shape[1])), chances * (1 - chances)

    def _cost(self, raw, goals):
        if raw.shape[1] == 1:
            return float((np.logaddexp(0, raw[:, 0]) - goals * raw[:, 0]).mean())
        high = raw.max(axis=1)
        sums = np.log(np.exp(raw - high.reshape(-1, 1)).sum(axis=1)) + high
        return float((sums - raw[np.arange(len(raw)), goals.astype(np.int64)]).mean())

    def decision_function(self, X):
        """The sums of the trees."""
        found = self._raw(X)
        return found[:, 0] if found.shape[1] == 1 else found

    def _proba(self, raw):
        found = self._chances(raw)
        return np.concatenate([1 - found, found], axis=1) if found.shape[1] == 1 else found

    def predict_proba(self, X):
        """The chance of each class."""
        return self._proba(self._raw(X))

    def _told(self, raw):
        places = (raw[:, 0] > 0).astype(np.int64) if raw.shape[1] == 1 else raw.argmax(axis=1)
        names = labels(self.classes_)
        return array_of([names[at] for at in places.tolist()], self.classes_)

    def predict(self, X):
        """The most probable class."""
        return self._told(self._raw(X))

    def staged_predict(self, X):
        """What was predicted after each round."""
        return (self._told(found) for found in self._staged(X))

    def staged_predict_proba(self, X):
        """The chances after each round."""
        return (self._proba(found) for found in self._staged(X))

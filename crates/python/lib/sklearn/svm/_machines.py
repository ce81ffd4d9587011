"""`SVC` and `SVR`.

What it is not: how their problem is solved, which is `_solver`. Start reading at `_Machine`.
"""

import numpy as np
from sklearn._arrays import array_of, different, floats, goal_of, labels, matrix, refuse, same_length
from sklearn._weights import weights_of
from sklearn.base import BaseEstimator, ClassifierMixin, RegressorMixin
from sklearn.exceptions import InvalidParameterError
from sklearn.svm._solver import solve

_KERNELS = ("linear", "poly", "rbf", "sigmoid")


class _Machine(BaseEstimator):
    """Kernels: how alike two samples are."""

    def _begin(self, X, sample_weight):
        # How much memory a cache takes, and what is left out on the way, changes nothing.
        name = type(self).__name__
        if callable(self.kernel) or self.kernel == "precomputed":
            refuse(name, kernel=(self.kernel, "rbf"))
        if self.kernel not in _KERNELS:
            raise InvalidParameterError(f"The 'kernel' parameter of {name} must be a str among {set(_KERNELS)} or a callable. "
                                        f"Got {self.kernel!r} instead.")
        refuse(name, verbose=(self.verbose, False))
        X = matrix(X, name).astype(float)
        self.n_features_in_ = X.shape[1]
        if self.gamma == "scale":
            spread = float(X.var())
            self._gamma = 1.0 / (X.shape[1] * spread) if spread else 1.0
        else:
            self._gamma = 1.0 / X.shape[1] if self.gamma == "auto" else float(self.gamma)
        return X, np.ones(len(X)) if sample_weight is None else floats(sample_weight).astype(float)

    def _alike(self, A, B):
        """The kernel of each row of A with each row of B."""
        products = A @ B.T
        if self.kernel == "linear":
            return products
        if self.kernel == "poly":
            return (self._gamma * products + self.coef0) ** self.degree
        if self.kernel == "sigmoid":
            return np.tanh(self._gamma * products + self.coef0)
        lengths_a, lengths_b = (A * A).sum(axis=1).reshape(-1, 1), (B * B).sum(axis=1).reshape(1, -1)
        return np.exp(-self._gamma * np.maximum(lengths_a + lengths_b - 2 * products, 0.0))

    def _rows_of(self, X):
        """Rows of the kernel, each computed once, and its diagonal."""
        kept = {}

        def row(at):
            if at not in kept:
                # libsvm keeps its rows in single precision, and its last digits follow from that.
                kept[at] = self._alike(X[at:at + 1], X).ravel().astype(np.float32).astype(float)
            return kept[at]

        own = np.ones(len(X)) if self.kernel == "rbf" else np.array([self._alike(X[at:at + 1], X[at:at + 1])[0, 0]
                                                                     for at in range(len(X))])
        return row, own

    def __getattr__(self, name):
        # The street's direction, which only the linear kernel has.
        if name != "coef_":
            return super().__getattr__(name)
        if self.kernel != "linear":
            raise AttributeError("coef_ is only available when using a linear kernel")
        self._check_fitted()
        return self._directions()

    def _checked(self, X):
        self._check_fitted()
        X = matrix(X, type(self).__name__).astype(float)
        self._check_features(X)
        return X


class SVC(ClassifierMixin, _Machine):
    """Classes, each pair with the widest street between them; what lies on it or on the wrong side costs C."""

    def __init__(self, *, C=1.0, kernel="rbf", degree=3, gamma="scale", coef0=0.0, shrinking=True, probability=False,
                 tol=1e-3, cache_size=200, class_weight=None, verbose=False, max_iter=-1, decision_function_shape="ovr",
                 break_ties=False, random_state=None):
        self.C, self.kernel, self.degree, self.gamma, self.coef0 = C, kernel, degree, gamma, coef0
        self.shrinking, self.probability, self.tol, self.cache_size = shrinking, probability, tol, cache_size
        self.class_weight, self.verbose, self.max_iter = class_weight, verbose, max_iter
        self.decision_function_shape, self.break_ties, self.random_state = decision_function_shape, break_ties, random_state

    def fit(self, X, y, sample_weight=None):
        """The support vectors of each pair of classes."""
        refuse("SVC", break_ties=(self.break_ties, False))
        X, weights = self._begin(X, sample_weight)
        names = labels(y)
        same_length(X, names)
        classes = different(names)
        if len(classes) < 2:
            raise ValueError(f"The number of classes has to be greater than one; got {len(classes)} class")
        self.classes_ = array_of(classes, y)
        costs = self.C * weights * weights_of(names, classes, self.class_weight, None)
        places = [np.array([at for at, name in enumerate(names) if name == each]) for each in classes]
        self._solve_pairs(X, costs, places)
        self.shape_fit_ = X.shape
        return self

    def _solve_pairs(self, X, costs, places):
        pairs = [(a, b) for a in range(len(places)) for b in range(a + 1, len(places))]
        found, self.n_iter_ = [], []
        for a, b in pairs:
            own = np.concatenate([places[a], places[b]])
            y = np.concatenate([np.ones(len(places[a])), -np.ones(len(places[b]))])
            kernel, diagonal = self._rows_of(X[own])
            strength, threshold, steps = solve(lambda at: y[at] * y * kernel(at), diagonal, -np.ones(len(y)), y, costs[own],
                                               np.zeros(len(y)), self.tol, self.max_iter)
            found.append((own, strength * y, threshold))
            self.n_iter_.append(steps)
        self.n_iter_ = np.array(self.n_iter_, dtype=np.int32)
        used = np.zeros(len(X), dtype=bool)
        for own, strength, _ in found:
            used[own[strength != 0]] = True
        kept = [own[used[own]] for own in places]
        self.support_ = np.concatenate(kept).astype(np.int32)
        self.support_vectors_ = X[self.support_]
        self.n_support_ = np.array([len(own) for own in kept], dtype=np.int32)
        self._pairs, self._tables = pairs, []
        at_place = {place: at for at, place in enumerate(self.support_.tolist())}
        for own, strength, _ in found:
            table = np.zeros(len(self.support_))
            for place, value in zip(own.tolist(), strength.tolist()):
                if value:
                    table[at_place[place]] = value
            self._tables.append(table)
        # Of two classes the second is the one that counts as positive.
        sign = -1.0 if len(places) == 2 else 1.0
        self.intercept_ = np.array([-threshold * sign for _, _, threshold in found])
        self._tables = [table * sign for table in self._tables]
        self.dual_coef_ = self._dual(kept)

    def _dual(self, kept):
        """The vectors' strengths as scikit-learn lays them out: a row for each other class."""
        rows = np.zeros((len(kept) - 1, len(self.support_)))
        ends = np.cumsum([0, *(len(own) for own in kept)]).tolist()
        for (a, b), table in zip(self._pairs, self._tables):
            rows[b - 1, ends[a]:ends[a + 1]] = table[ends[a]:ends[a + 1]]
            rows[a, ends[b]:ends[b + 1]] = table[ends[b]:ends[b + 1]]
        return rows

    def _directions(self):
        return np.stack([table @ self.support_vectors_ for table in self._tables])

    def _of_pairs(self, X):
        alike = self._alike(self._checked(X), self.support_vectors_)
        return alike @ np.stack(self._tables).T + self.intercept_

    def _votes(self, scores):
        votes, sums = np.zeros((len(scores), len(self.classes_))), np.zeros((len(scores), len(self.classes_)))
        for at, (a, b) in enumerate(self._pairs):
            votes[:, a] = votes[:, a] + (scores[:, at] > 0)
            votes[:, b] = votes[:, b] + (scores[:, at] <= 0)
            sums[:, a] = sums[:, a] + scores[:, at]
            sums[:, b] = sums[:, b] - scores[:, at]
        return votes, sums

    def decision_function(self, X):
        """How far on which side: of two classes one number, of more one a class, or one a pair ("ovo")."""
        scores = self._of_pairs(X)
        if len(self.classes_) == 2:
            return scores.ravel()
        if self.decision_function_shape == "ovo":
            return scores
        votes, sums = self._votes(scores)
        # Sums decide between classes with as many votes, and never more than that.
        return votes + sums / (3 * (np.abs(sums) + 1))

    def predict(self, X):
        """The class that most pairs vote for."""
        scores = self._of_pairs(X)
        if len(self.classes_) == 2:
            places = (scores.ravel() > 0).astype(int)
        else:
            places = self._votes(scores)[0].argmax(axis=1)
        return array_of([self.classes_.tolist()[at] for at in places.tolist()], self.classes_)

    def predict_proba(self, X):
        raise NotImplementedError(f"SVC: chances of {len(X)} samples are not built into this sklearn; decision_function is")


class SVR(RegressorMixin, _Machine):
    """Numbers, in a tube as wide as epsilon; what lies outside costs C."""

    def __init__(self, *, kernel="rbf", degree=3, gamma="scale", coef0=0.0, tol=1e-3, C=1.0, epsilon=0.1, shrinking=True,
                 cache_size=200, verbose=False, max_iter=-1):
        self.kernel, self.degree, self.gamma, self.coef0, self.tol, self.C = kernel, degree, gamma, coef0, tol, C
        self.epsilon, self.shrinking, self.cache_size = epsilon, shrinking, cache_size
        self.verbose, self.max_iter = verbose, max_iter

    def fit(self, X, y, sample_weight=None):
        """The support vectors."""
        X, weights = self._begin(X, sample_weight)
        goals = goal_of(y).astype(float)
        same_length(X, goals)
        count = len(X)
        kernel, own = self._rows_of(X)
        signs = np.concatenate([np.ones(count), -np.ones(count)])

        def row(at):
            # Each sample has two unknowns: that it lies above the tube, and below.
            return signs[at] * signs * np.tile(kernel(at % count), 2)

        p = np.concatenate([self.epsilon - goals, self.epsilon + goals])
        strength, threshold, steps = solve(row, np.tile(own, 2), p, signs, np.tile(self.C * weights, 2), np.zeros(2 * count),
                                           self.tol, self.max_iter)
        strength = strength[:count] - strength[count:]
        self.support_ = np.nonzero(strength)[0].astype(np.int32)
        self.support_vectors_, self.dual_coef_ = X[self.support_], strength[self.support_].reshape(1, -1)
        self.n_support_ = np.array([len(self.support_)], dtype=np.int32)
        self.intercept_, self.n_iter_, self.shape_fit_ = np.array([-threshold]), steps, X.shape
        return self

    def _directions(self):
        return self.dual_coef_ @ self.support_vectors_

    def predict(self, X):
        """The numbers in the tube's middle."""
        alike = self._alike(self._checked(X), self.support_vectors_)
        return alike @ self.dual_coef_.ravel() + self.intercept_[0]

"""Support vectors by their share instead of a cost: `NuSVC`, `NuSVR`, and the one class of `OneClassSVM`.

After Schölkopf, Smola, Williamson and Bartlett, New Support Vector Algorithms, 2000.
What it is not: kernels, which are `_machines`'. Start reading at `solve_by_share`.
"""

import numpy as np
import _torch
from numpy._array import ndarray
from numpy._create import tensor_of
from sklearn._arrays import array_of, different, goal_of, labels, refuse, same_length
from sklearn._weights import weights_of
from sklearn.base import BaseEstimator
from sklearn.svm._machines import SVC, SVR, _Machine
from sklearn.svm._solver import _LEAST, _moved, solve


def solve_by_share(row, diagonal, gradient, y, most, start, tolerance, max_iter):
    """As `solve`, where the sum of each sign's unknowns stays as it is: the unknowns, the threshold, and how wide the street is."""
    diagonal, gradient, y, most, unknown = (tensor_of(each).clone() for each in (diagonal, gradient, y, most, start))
    rows, is_up = {}, y > 0
    nothing = _torch.full_like(y, float("inf"))

    def line(at):
        if at not in rows:
            rows[at] = tensor_of(row(at))
        return rows[at]

    steps = 0
    while max_iter < 0 or steps < max_iter:
        pair = _chosen(line, diagonal, gradient, unknown, most, is_up, nothing, tolerance)
        if pair is None:
            break
        i, j = pair
        before = unknown[i].item(), unknown[j].item()
        after = _moved(line(i), diagonal, gradient, unknown, most, y, i, j)
        unknown[i], unknown[j] = after
        gradient = gradient + line(i) * (after[0] - before[0]) + line(j) * (after[1] - before[1])
        steps += 1
    above, below = (_level(gradient, unknown, most, own) for own in (is_up, ~is_up))
    return ndarray(unknown), (above - below) / 2, (above + below) / 2, steps


def _chosen(line, diagonal, gradient, unknown, most, is_up, nothing, tolerance):
    """The pair of one sign that violates the conditions, and whose step gains most; None when all are met well enough."""
    can_shrink, can_grow = unknown > 0, unknown < most
    best, apart_most = None, -float("inf")
    gains = _torch.full_like(gradient, -float("inf"))
    firsts = []
    for own, sign in ((is_up, 1.0), (~is_up, -1.0)):
        # Of those with a positive sign one grows, of the others one shrinks, as they pull together.
        pull = -gradient if sign > 0 else gradient
        may_lead, may_follow = (can_grow, can_shrink) if sign > 0 else (can_shrink, can_grow)
        leading = _torch.where(own & may_lead, pull, -nothing)
        first = len(leading) - 1 - int(leading.flip(0).argmax())
        firsts.append(first)
        top = leading[first].item()
        if top == -float("inf"):
            continue
        following = _torch.where(own & may_follow, pull, nothing)
        apart_most = max(apart_most, top - following.min().item())
        apart = top - following
        bend = diagonal + diagonal[first].item() - 2 * line(first)
        bend = _torch.where(bend > 0, bend, _torch.full_like(bend, _LEAST))
        gains = _torch.where(own & may_follow & (apart > 0), apart * apart / bend, gains)
    j = len(gains) - 1 - int(gains.flip(0).argmax())
    if apart_most < tolerance or gains[j].item() == -float("inf"):
        return best
    return firsts[0] if bool(is_up[j]) else firsts[1], j


def _level(gradient, unknown, most, own):
    """The slope at the unknowns of one sign that lie between their bounds; where none does, in the middle of what is allowed."""
    is_low, is_high = unknown <= 0, unknown >= most
    is_free = own & ~(is_low | is_high)
    if bool(is_free.any()):
        return gradient[is_free].sum().item() / int(is_free.sum())
    above, below = gradient[own & is_low].tolist(), gradient[own & is_high].tolist()
    return (min(above, default=float("inf")) + max(below, default=-float("inf"))) / 2


def _dealt(most, whole):
    """Unknowns from the first on, each as large as it may be, until their sum is reached."""
    found, left = np.zeros(len(most)), whole
    for at, value in enumerate(most.tolist()):
        found[at] = min(value, left)
        left -= found[at]
    return found


class NuSVC(SVC):
    """Classes, each pair with the widest street of which a share of the samples may lie on the wrong side."""

    def __init__(self, *, nu=0.5, kernel="rbf", degree=3, gamma="scale", coef0=0.0, shrinking=True, probability=False, tol=1e-3,
                 cache_size=200, class_weight=None, verbose=False, max_iter=-1, decision_function_shape="ovr", break_ties=False,
                 random_state=None):
        self.__dict__.update({name: value for name, value in locals().items() if name not in ("self", "__class__")})

    def fit(self, X, y, sample_weight=None):
        """The support vectors of each pair of classes."""
        refuse("NuSVC", break_ties=(self.break_ties, False))
        X, weights = self._begin(X, sample_weight)
        names = labels(y)
        same_length(X, names)
        classes = different(names)
        if len(classes) < 2:
            raise ValueError(f"The number of classes has to be greater than one; got {len(classes)} class")
        self.classes_ = array_of(classes, y)
        costs = weights * weights_of(names, classes, self.class_weight, None)
        places = [np.array([at for at, name in enumerate(names) if name == each]) for each in classes]
        for a in range(len(places)):
            for b in range(a + 1, len(places)):
                if self.nu * (len(places[a]) + len(places[b])) / 2 > min(len(places[a]), len(places[b])):
                    raise ValueError("specified nu is infeasible")
        self._solve_pairs(X, costs, places)
        self.shape_fit_ = X.shape
        return self

    def _solved(self, kernel, diagonal, y, most):
        whole = self.nu * float(most.sum()) / 2
        start = np.zeros(len(y))
        for sign in (1.0, -1.0):
            start[y == sign] = _dealt(most[y == sign], whole)
        used = np.nonzero(start)[0].tolist()
        gradient = sum((start[at] * y[at] * y * kernel(at) for at in used), np.zeros(len(y)))
        strength, threshold, width, steps = solve_by_share(
            lambda at: y[at] * y * kernel(at), diagonal, gradient, y, most, start, self.tol, self.max_iter
        )
        return strength / width, threshold / width, steps


class NuSVR(SVR):
    """Numbers, in a tube outside of which a share of the samples may lie."""

    def __init__(self, *, nu=0.5, C=1.0, kernel="rbf", degree=3, gamma="scale", coef0=0.0, shrinking=True, tol=1e-3, cache_size=200,
                 verbose=False, max_iter=-1):
        self.__dict__.update({name: value for name, value in locals().items() if name not in ("self", "__class__")})

    def fit(self, X, y, sample_weight=None):
        """The support vectors."""
        X, weights = self._begin(X, sample_weight)
        goals = goal_of(y).astype(float)
        same_length(X, goals)
        count = len(X)
        kernel, own = self._rows_of(X)
        signs = np.concatenate([np.ones(count), -np.ones(count)])
        most = self.C * weights
        start = np.tile(_dealt(most, self.nu * float(most.sum()) / 2), 2)

        def row(at):
            return signs[at] * signs * np.tile(kernel(at % count), 2)

        # Both unknowns of a sample begin alike, so that their parts of the slope cancel.
        gradient = np.concatenate([-goals, goals])
        strength, threshold, _, steps = solve_by_share(
            row, np.tile(own, 2), gradient, signs, np.tile(most, 2), start, self.tol, self.max_iter
        )
        strength = strength[:count] - strength[count:]
        self.support_ = np.nonzero(strength)[0].astype(np.int32)
        self.support_vectors_, self.dual_coef_ = X[self.support_], strength[self.support_].reshape(1, -1)
        self.n_support_ = np.array([len(self.support_)], dtype=np.int32)
        self.intercept_, self.n_iter_, self.shape_fit_ = np.array([-threshold]), steps, X.shape
        return self


class OneClassSVM(_Machine, BaseEstimator):
    """Where samples lie: a border beyond which a share of them is left."""

    def __init__(self, *, kernel="rbf", degree=3, gamma="scale", coef0=0.0, tol=1e-3, nu=0.5, shrinking=True, cache_size=200,
                 verbose=False, max_iter=-1):
        self.__dict__.update({name: value for name, value in locals().items() if name not in ("self", "__class__")})

    def fit(self, X, y=None, sample_weight=None):
        """The support vectors."""
        X, weights = self._begin(X, sample_weight)
        kernel, own = self._rows_of(X)
        count = len(X)
        start = _dealt(weights, self.nu * float(weights.sum()))
        gradient = sum((start[at] * kernel(at) for at in np.nonzero(start)[0].tolist()), np.zeros(count))
        strength, threshold, steps = solve(kernel, own, gradient, np.ones(count), weights, start, self.tol, self.max_iter)
        self.support_ = np.nonzero(strength)[0].astype(np.int32)
        self.support_vectors_, self.dual_coef_ = X[self.support_], strength[self.support_].reshape(1, -1)
        self.n_support_ = np.array([len(self.support_)], dtype=np.int32)
        self.intercept_, self.offset_ = np.array([-threshold]), np.array([threshold])
        self.n_iter_, self.shape_fit_ = steps, X.shape
        return self

    def fit_predict(self, X, y=None):
        """1 for what lies inside, -1 for what is left out, of the samples themselves."""
        return self.fit(X).predict(X)

    def _directions(self):
        return self.dual_coef_ @ self.support_vectors_

    def score_samples(self, X):
        """How much each sample is like the others."""
        return self._alike(self._checked(X), self.support_vectors_) @ self.dual_coef_.ravel()

    def decision_function(self, X):
        """How far inside the border, or with a minus outside."""
        return self.score_samples(X) + self.intercept_[0]

    def predict(self, X):
        """1 for what lies inside, -1 for the rest."""
        return np.where(self.decision_function(X) > 0, 1, -1)

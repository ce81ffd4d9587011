"""`LassoCV` and `ElasticNetCV`, which find their `alpha` on folds, and the slopes for many of them: `lasso_path`.

What it is not: one line, which is `_held`'s. Start reading at `_Searched`.
"""

import math
import warnings

import numpy as np
from _scalars import INTS
from sklearn._arrays import goal_of, matrix, refuse
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model._held import ElasticNet, Lasso, _Line
from sklearn.model_selection._folds import KFold


_MORE = 1 + 1e-14


def _grid(rows, goal, l1_ratio, eps, count):
    """Alphas from the least one with which all slopes are 0."""
    most = float(np.abs(rows.T @ goal).max()) / (len(rows) * l1_ratio)
    least = np.finfo(np.float64).resolution
    return np.full(count, least) if most <= least else np.geomspace(most, most * eps, num=count)


def _walked(model, rows, goal, alphas):
    """The slopes for each alpha, each found from those before, with the gaps and the rounds."""
    gram, pulls = (rows.T @ rows).tolist(), (rows.T @ goal).tolist()
    slopes, found = [0.0] * len(pulls), []
    for alpha in alphas.tolist():
        lengths, squares = alpha * model.l1_ratio * len(rows), alpha * (1 - model.l1_ratio) * len(rows)
        slopes, gap, turns = _descended(model, rows, goal, gram, pulls, slopes, lengths, squares)
        found.append((np.array(slopes), gap / len(rows), turns))
    return found


def _descended(model, rows, goal, gram, pulls, slopes, lengths, squares):
    """Each slope in turn made the best one beside the others; numbers by themselves, as there are many small steps."""
    bent = [sum(a * b for a, b in zip(row, slopes)) for row in gram]
    slopes, places, enough = list(slopes), range(len(slopes)), model.tol * float(goal @ goal)
    gap = turn = 0
    for turn in range(model.max_iter):
        most = farthest = 0.0
        for at in places:
            row = gram[at]
            size = row[at]
            if size == 0.0:
                continue
            before = slopes[at]
            pull = pulls[at] - bent[at] + before * size
            # Of a pull that is as strong as what holds back, the last bit decides nothing.
            if pull > lengths * _MORE:
                now = (pull - lengths) / (size + squares)
            elif pull < -lengths * _MORE:
                now = (pull + lengths) / (size + squares)
            else:
                now = math.copysign(0.0, pull)
            slopes[at] = now
            if now != before:
                step = now - before
                bent = [a + step * b for a, b in zip(bent, row)]
                most = max(most, abs(step))
            farthest = max(farthest, abs(now))
        if farthest == 0.0 or most / farthest < model.tol or turn == model.max_iter - 1:
            line = np.array(slopes)
            gap = model._gap(rows, goal, goal - rows @ line, line, lengths, squares)
            if gap <= enough:
                break
    else:
        warnings.warn(
            "Objective did not converge. You might want to increase the number of iterations, check the scale of the features or "
            f"consider increasing regularisation. Duality gap: {gap:.3e}, tolerance: {enough:.3e}", ConvergenceWarning, stacklevel=5,
        )  # fmt: skip
    return slopes, gap, turn + 1


def enet_path(X, y, *, l1_ratio=0.5, eps=0.001, n_alphas="deprecated", alphas="warn", precompute="auto", Xy=None, copy_X=True,
              coef_init=None, verbose=False, return_n_iter=False, positive=False, check_input=True, **params):
    """The alphas, the slopes for each (a column each), and how far they may be from the best."""
    # How the products are kept changes nothing.
    del precompute, copy_X, check_input
    refuse("enet_path", Xy=(Xy, None), coef_init=(coef_init, None), verbose=(verbose, False), positive=(positive, False))
    options = {name: params.pop(name) for name in ("tol", "max_iter") if name in params}
    if params:
        raise ValueError("Unexpected parameters in params", params.keys())
    rows, goal = matrix(X, "enet_path").astype(float), goal_of(y).astype(float)
    alphas = 100 if isinstance(alphas, str) or alphas is None else alphas
    alphas = alphas if isinstance(n_alphas, str) else n_alphas
    alphas = _grid(rows, goal, l1_ratio, eps, alphas) if isinstance(alphas, INTS) else np.sort(np.asarray(alphas, dtype=float))[::-1]
    found = _walked(ElasticNet(l1_ratio=l1_ratio, **options), rows, goal, alphas)
    slopes, gaps = np.stack([each[0] for each in found], axis=1), np.array([each[1] for each in found])
    return (alphas, slopes, gaps, [each[2] for each in found]) if return_n_iter else (alphas, slopes, gaps)


def lasso_path(X, y, *, eps=0.001, n_alphas="deprecated", alphas="warn", **params):
    """`enet_path` of lengths alone."""
    return enet_path(X, y, l1_ratio=1.0, eps=eps, n_alphas=n_alphas, alphas=alphas, **params)


class _Searched(_Line):
    """Walks along the alphas on each fold; the one with the least error is taken."""

    def fit(self, X, y, sample_weight=None):
        """The best alpha, and the line with it."""
        from sklearn.model_selection._validation import folds_of

        name = type(self).__name__
        # One thread, and how the products are kept: nothing changes by these.
        refuse(name, sample_weight=(sample_weight, None), positive=(self.positive, False), selection=(self.selection, "cyclic"),
               verbose=(self.verbose, False))  # fmt: skip
        X, goal = matrix(X, name).astype(float), goal_of(y).astype(float)
        count = self.alphas
        ratios = np.atleast_1d(self._ratios()).tolist()
        folds = list((KFold(5) if self.cv is None else folds_of(None, None, self.cv)).split(X, goal))
        rows, goals, _, _ = self._centered(X, goal)
        best, paths, grids = None, [], []
        for ratio in ratios:
            if isinstance(count, INTS):
                alphas = _grid(rows, goals.ravel(), ratio, self.eps, count)
            else:
                alphas = np.sort(np.asarray(count, dtype=float))[::-1]
            errors = np.stack([self._errors(X, goal, train, test, ratio, alphas) for train, test in folds], axis=1)
            means = errors.mean(axis=1)
            at = int(means.argmin())
            if best is None or float(means[at]) < best[0]:
                best = (float(means[at]), alphas[at], ratio)
            paths.append(errors)
            grids.append(alphas)
        self.mse_path_ = np.stack(paths).squeeze() if len(ratios) > 1 else paths[0]
        self.alphas_ = np.stack(grids) if len(ratios) > 1 and isinstance(count, INTS) else grids[0]
        self.alpha_ = best[1]
        model = self._model(best[2])
        model.alpha = float(best[1])
        model.fit(X, y)
        self.coef_, self.intercept_, self.dual_gap_, self.n_iter_ = model.coef_, model.intercept_, model.dual_gap_, model.n_iter_
        self._is_row, self._chosen_ratio = True, best[2]
        return self

    def _errors(self, X, goal, train, test, ratio, alphas):
        """The mean squares of what is missing on a fold, for each alpha."""
        model = self._model(ratio)
        rows, goals, middle, level = model._centered(X[train], goal[train])
        found = []
        for slopes, _, _ in _walked(model, rows, goals.ravel(), alphas):
            apart = (X[test] - middle) @ slopes + float(level[0]) - goal[test]
            found.append(float((apart * apart).mean()))
        return np.array(found)


class LassoCV(_Searched):
    """`Lasso` with the alpha that is best on folds."""

    def __init__(self, *, eps=0.001, alphas=100, fit_intercept=True, precompute="auto", max_iter=1000, tol=0.0001, copy_X=True,
                 cv=None, verbose=False, n_jobs=None, positive=False, random_state=None, selection="cyclic"):  # fmt: skip
        self.__dict__.update({name: value for name, value in locals().items() if name not in ("self", "__class__")})

    def _ratios(self):
        return 1.0

    def _model(self, ratio):
        return Lasso(fit_intercept=self.fit_intercept, max_iter=self.max_iter, tol=self.tol)


class ElasticNetCV(_Searched):
    """`ElasticNet` with the alpha and the share of lengths that are best on folds."""

    def __init__(self, *, l1_ratio=0.5, eps=0.001, alphas=100, fit_intercept=True, precompute="auto", max_iter=1000, tol=0.0001,
                 cv=None, copy_X=True, verbose=0, n_jobs=None, positive=False, random_state=None, selection="cyclic"):  # fmt: skip
        self.__dict__.update({name: value for name, value in locals().items() if name not in ("self", "__class__")})

    def _ratios(self):
        return self.l1_ratio

    def _model(self, ratio):
        return ElasticNet(l1_ratio=ratio, fit_intercept=self.fit_intercept, max_iter=self.max_iter, tol=self.tol)

    def fit(self, X, y, sample_weight=None):
        """The best alpha and share, and the line with them."""
        super().fit(X, y, sample_weight)
        self.l1_ratio_ = self._chosen_ratio
        return self

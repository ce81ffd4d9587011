"""L-BFGS-B: steps along the bent gradient that stay between bounds.

What it is not: unbounded, which is `_lbfgsb`. Source: R. Byrd, P. Lu, J. Nocedal, C. Zhu, A limited memory algorithm for bound
constrained optimization, 1995; J. Morales, J. Nocedal, 2011. Start reading at `minimized_between`.
"""

import numpy as np
from scipy.optimize._lbfgsb import EPSILON, FLAT, Found, Line, ending, searched_along


class Bounds:
    """The least and the greatest value of each number."""

    def __init__(self, lb=-np.inf, ub=np.inf, keep_feasible=False):
        self.lb, self.ub, self.keep_feasible = np.atleast_1d(lb), np.atleast_1d(ub), keep_feasible

    def __repr__(self):
        start = f"{type(self).__name__}({self.lb!r}, {self.ub!r}"
        return start + (f", keep_feasible={self.keep_feasible!r})" if self.keep_feasible else ")")

    def residual(self, x):
        """How far from each of the bounds."""
        return x - self.lb, self.ub - x


def ends_of(bounds, count):
    """Bounds as two arrays.

    Raises:
        ValueError: for another number of them, and for a greatest value below the least.
    """
    if isinstance(bounds, Bounds):
        low, high = (np.zeros(count) + np.asarray(each, dtype=float) for each in (bounds.lb, bounds.ub))
    else:
        bounds = [tuple(each) for each in bounds]
        if len(bounds) != count:
            raise ValueError("length of x0 != length of bounds")
        low = np.array([-np.inf if each[0] is None else float(each[0]) for each in bounds])
        high = np.array([np.inf if each[1] is None else float(each[1]) for each in bounds])
    if bool((low > high).any()):
        raise ValueError("LBFGSB - one of the lower bounds is greater than an upper bound.")
    return low, high


def minimized_between(function, x, low, high, memory=10, ftol=2.220446049250313e-09, gtol=1e-5, maxiter=15000, maxfun=15000, maxls=20):
    """The least value near x, between bounds, of a function that gives its value and its gradient."""
    x, is_boxed = np.clip(x, low, high), bool(np.isfinite(low).all() and np.isfinite(high).all())
    value, gradient = function(x)
    calls, steps, pairs = 1, 0, []
    if _pull(x, gradient, low, high) <= gtol:
        return Found(x, value, gradient, 0, 1, 0, FLAT)
    while True:
        bent = _bends(pairs, len(x))
        aim = _aimed(x, gradient, bent, low, high, bool(pairs))
        direction = aim - x
        slope, reach = float(gradient @ direction), _reach(x, direction, low, high) if steps else 1.0
        first = 1.0 if steps or is_boxed else min(1.0 / float(np.sqrt(direction @ direction)), reach)
        along = Line(function, x, direction)
        searched = searched_along(along, value, slope, first, maxls, reach=reach) if slope < 0 else None
        calls += along.calls
        if searched is None:
            if not pairs:
                return Found(x, value, gradient, steps, calls, 2, "ABNORMAL: ")
            pairs = []
            continue
        step, new_value, new_gradient = searched
        steps += 1
        new_x = aim if step == 1.0 else x + step * direction
        moved, change = step * direction, new_gradient - gradient
        old_value, old_slope, x, value, gradient = value, slope, new_x, new_value, new_gradient
        end = ending(_pull(x, gradient, low, high), old_value, value, steps, calls, (gtol, ftol, maxiter, maxfun))
        if end is not None:
            return Found(x, value, gradient, steps, calls, *end)
        if float(moved @ change) > EPSILON * -old_slope * step:
            pairs = [*pairs[-memory + 1 :], (moved, change)]


def _pull(x, gradient, low, high):
    """How far the gradient still pulls, where a bound does not hold."""
    return float(np.max(np.abs(np.where(gradient < 0, np.maximum(x - high, gradient), np.minimum(x - low, gradient)))))


def _bends(pairs, count):
    """What steps and changes say of the second derivatives."""
    if not pairs:
        return np.eye(count)
    moved, change = pairs[-1]
    found = np.eye(count) * (float(change @ change) / float(moved @ change))
    for moved, change in pairs:
        bent = found @ moved
        found = found + np.outer(change, change) / float(moved @ change) - np.outer(bent, bent) / float(moved @ bent)
    return found


def _reach(x, direction, low, high):
    """How often the direction fits between the bounds."""
    found = 1e10
    for at, way in enumerate(direction.tolist()):
        room = float((low if way < 0 else high)[at] - x[at]) if way else np.inf
        if way and np.isfinite(room):
            found = 0.0 if room * way <= 0 else min(found, room / way)
    return found


def _aimed(x, gradient, bent, low, high, is_bent):
    """Where the square that stands for the function is least, between the bounds."""
    with np.errstate(divide="ignore", invalid="ignore"):
        until = np.where(gradient < 0, (x - high) / gradient, np.where(gradient > 0, (x - low) / gradient, np.inf))
    way, place, is_free, time = np.where(until <= 0, 0.0, -gradient), x.copy(), until > 0, 0.0
    slope, curve = -float(way @ way), float(way @ bent @ way)
    for at in sorted(np.nonzero(is_free & np.isfinite(until))[0].tolist(), key=lambda each: float(until[each])):
        if slope >= 0 or -slope / curve < float(until[at]) - time:
            break
        place = place + (float(until[at]) - time) * way
        time = float(until[at])
        place[at] = (high if way[at] > 0 else low)[at]
        way[at], is_free[at] = 0.0, False
        slope, curve = float(gradient @ way + way @ bent @ (place - x)), float(way @ bent @ way)
    if slope < 0 and curve > 0:
        place = place + -slope / curve * way
    free = np.nonzero(is_free)[0]
    if not len(free) or not is_bent:
        return place
    left = -(gradient + bent @ (place - x))[free]
    ahead = np.zeros(len(x))
    ahead[free] = np.linalg.solve(bent[np.ix_(free, free)], left)
    aim = np.clip(place + ahead, low, high)
    if float((aim - x) @ gradient) <= 0:
        return aim
    return place + min(1.0, _reach(place, ahead, low, high)) * ahead


def fmin_l_bfgs_b(func, x0, fprime=None, args=(), approx_grad=0, bounds=None, m=10, factr=1e7, pgtol=1e-5, epsilon=1e-8, maxfun=15000,
                  maxiter=15000, disp=None, callback=None, maxls=20):  # fmt: skip
    """The place, the value, and how it ended."""
    from scipy.optimize import minimize

    del disp
    options = {"maxcor": m, "ftol": factr * EPSILON, "gtol": pgtol, "eps": epsilon, "maxfun": maxfun, "maxiter": maxiter, "maxls": maxls}
    slope = None if approx_grad else fprime if fprime is not None else True
    found = minimize(func, x0, args, "L-BFGS-B", slope, bounds=bounds, callback=callback, options=options)
    told = {"grad": found.jac, "task": found.message, "funcalls": found.nfev, "nit": found.nit, "warnflag": found.status}
    return found.x, found.fun, told

"""`minimize`: the least value of a function of several numbers near a place.

What it is not: a search under constraints. Start reading at `minimize`.
"""

import math

import numpy as np
from scipy.optimize import _lbfgsb
from scipy.optimize._result import OptimizeResult

_STEP = 1.4901161193847656e-08


class Counted:
    """A function and its gradient, which is found by small steps where none is given; how often each was asked."""

    def __init__(self, fun, jac, args, step=_STEP):
        self._fun, self._jac, self._args, self._step, self.calls, self.slopes = fun, jac, args, step, 0, 0
        self._last, self.ends = (None, None), None

    def value(self, x):
        self.calls += 1
        found = self._fun(x.copy(), *self._args)
        if hasattr(found, "__len__") and len(found) == 2 and self._jac is True:
            found, self._last = found[0], (x.copy(), np.asarray(found[1], dtype=float))
        return float(found if not hasattr(found, "item") else found.item())

    def gradient(self, x, value):
        self.slopes += 1
        if self._jac is True:
            return self._last[1]
        if callable(self._jac):
            return np.asarray(self._jac(x.copy(), *self._args), dtype=float)
        found = []
        for at in range(len(x)):
            moved = x.copy()
            is_over = self.ends is not None and float(moved[at]) + self._step > float(self.ends[1][at])
            moved[at] = moved[at] + (-self._step if is_over else self._step)
            found.append((self.value(moved) - value) / float(moved[at] - x[at]))
        return np.array(found)

    def both(self, x):
        value = self.value(x)
        return value, self.gradient(x, value)


def minimize(
    fun,
    x0,
    args=(),
    method=None,
    jac=None,
    hess=None,
    hessp=None,
    bounds=None,
    constraints=(),
    tol=None,
    callback=None,
    options=None,
):
    """The least value near x0, by BFGS if no method is named, between bounds by L-BFGS-B."""
    for name, given in (("hess", hess), ("hessp", hessp), ("constraints", constraints or None)):
        if given is not None:
            raise NotImplementedError(f"minimize: {name} is not built into this scipy")
    options, args = dict(options or {}), args if isinstance(args, tuple) else (args,)
    x = np.array(x0, dtype=float).reshape(-1)
    name = ("bfgs" if bounds is None else "l-bfgs-b") if method is None else method.lower() if isinstance(method, str) else method
    if name not in _METHODS:
        if isinstance(name, str) and name in ("powell", "cg", "newton-cg", "tnc", "cobyla", "slsqp", "trust-constr"):
            raise NotImplementedError(f"minimize: method={method!r} is not built into this scipy")
        raise ValueError(f"Unknown solver {method}")
    if bounds is not None:
        if name != "l-bfgs-b":
            raise NotImplementedError(f"minimize: bounds with method={method!r} are not built into this scipy; with 'L-BFGS-B' they are")
        options["bounds"] = bounds
    is_told = options.pop("disp", False)
    found = _METHODS[name](fun, x, args, jac, tol, callback, options)
    if options:
        raise NotImplementedError(f"minimize: options[{next(iter(options))!r}] is not built into this scipy")
    if is_told:
        print(found.message)
        print(f"         Current function value: {found.fun:f}\n         Iterations: {found.nit}")
        print(f"         Function evaluations: {found.nfev}")
    return found


def _bfgs(fun, x, args, jac, tol, callback, options):
    """Steps by what gradients say of the inverse of the second derivatives (Broyden, Fletcher, Goldfarb, Shanno)."""
    enough = options.pop("gtol", 1e-5 if tol is None else tol)
    most = options.pop("maxiter", None) or 200 * len(x)
    counted = Counted(fun, jac, args, options.pop("eps", _STEP))
    unit = np.eye(len(x))
    value, gradient = counted.both(x)
    inverse, steps, status = unit, 0, 0
    before = value + float(np.sqrt(gradient @ gradient)) / 2
    while float(np.max(np.abs(gradient))) > enough and steps < most:
        direction = -(inverse @ gradient)
        slope = float(gradient @ direction)
        first = min(1.0, 1.01 * 2 * (value - before) / slope) if slope else 1.0
        first = 1.0 if first < 0 else first
        along = _lbfgsb.Line(counted.both, x, direction)
        searched = _lbfgsb.searched_along(along, value, slope, first, 100, 1e-4, 0.9, 1e-14, 1e100)
        if searched is None:
            status = 2
            break
        step, new_value, new_gradient = searched
        moved, change = step * direction, new_gradient - gradient
        x, before, value, gradient = x + moved, value, new_value, new_gradient
        steps += 1
        if callback is not None:
            callback(x.copy())
        if float(np.max(np.abs(gradient))) <= enough:
            break
        bend = float(change @ moved)
        share = 1000.0 if bend == 0 else 1.0 / bend
        left = unit - moved.reshape(-1, 1) * change * share
        right = unit - change.reshape(-1, 1) * moved * share
        inverse = left @ (inverse @ right) + share * moved.reshape(-1, 1) * moved
    if steps >= most:
        status = 1
    if math.isnan(value) or bool(np.isnan(x).any()):
        status = 3
    return OptimizeResult(
        fun=value, jac=gradient, hess_inv=inverse, nfev=counted.calls, njev=counted.slopes, status=status,
        success=status == 0, message=_MESSAGES[status], x=x, nit=steps,
    )  # fmt: skip


_MESSAGES = {
    0: "Optimization terminated successfully.",
    1: "Maximum number of iterations has been exceeded.",
    2: "Desired error not necessarily achieved due to precision loss.",
    3: "NaN result encountered.",
}


def _limited(fun, x, args, jac, tol, callback, options):
    """BFGS that remembers some steps only."""
    if callback is not None:
        raise NotImplementedError("minimize: callback of L-BFGS-B is not built into this scipy")
    counted, search = Counted(fun, jac, args, options.pop("eps", 1e-8)), _lbfgsb.minimized
    if "bounds" in options:
        from scipy.optimize._bounded import ends_of, minimized_between

        counted.ends = ends = ends_of(options.pop("bounds"), len(x))
        x = np.clip(x, *ends)

        def search(function, start, *limits):
            return minimized_between(function, start, *ends, *limits)

    found = search(
        counted.both,
        x,
        options.pop("maxcor", 10),
        options.pop("ftol", 2.220446049250313e-09 if tol is None else tol),
        options.pop("gtol", 1e-5 if tol is None else tol),
        options.pop("maxiter", 15000),
        options.pop("maxfun", 15000),
        options.pop("maxls", 20),
    )
    return OptimizeResult(
        fun=found.fun, jac=found.jac, nfev=counted.calls, njev=counted.slopes, nit=found.nit, status=found.status,
        message=found.message, x=found.x, success=found.status == 0,
    )  # fmt: skip


def _nelder_mead(fun, x, args, jac, tol, callback, options):
    """A simplex that turns, stretches and shrinks (J. Nelder, R. Mead, 1965)."""
    if jac is not None:
        raise NotImplementedError("minimize: Nelder-Mead has no use for jac")
    near = options.pop("xatol", 1e-4 if tol is None else tol)
    flat = options.pop("fatol", 1e-4 if tol is None else tol)
    width = len(x)
    most = options.pop("maxiter", None) or 200 * width
    calls = options.pop("maxfev", None) or 200 * width
    counted = Counted(fun, None, args)
    corners = [x]
    for at in range(width):
        corner = x.copy()
        corner[at] = 1.05 * float(corner[at]) if float(corner[at]) != 0 else 0.00025
        corners.append(corner)
    simplex = sorted(
        ((counted.value(corner), number, corner) for number, corner in enumerate(corners)), key=lambda each: each[:2]
    )
    simplex, steps = [(value, corner) for value, _, corner in simplex], 1
    while counted.calls < calls and steps < most:
        best = simplex[0]
        if (
            max(float(np.max(np.abs(corner - best[1]))) for _, corner in simplex[1:]) <= near
            and max(abs(best[0] - value) for value, _ in simplex[1:]) <= flat
        ):
            break
        middle = sum(corner for _, corner in simplex[:-1]) / width
        simplex = _turned(simplex, middle, counted)
        simplex.sort(key=lambda each: each[0])
        steps += 1
        if callback is not None:
            callback(simplex[0][1].copy())
    status = 1 if counted.calls >= calls else 2 if steps >= most else 0
    message = {
        0: "Optimization terminated successfully.",
        1: "Maximum number of function evaluations has been exceeded.",
        2: "Maximum number of iterations has been exceeded.",
    }[status]
    return OptimizeResult(
        fun=simplex[0][0], nit=steps, nfev=counted.calls, status=status, success=status == 0, message=message,
        x=simplex[0][1],
        final_simplex=(np.stack([corner for _, corner in simplex]), np.array([value for value, _ in simplex])),
    )  # fmt: skip


def _turned(simplex, middle, counted):
    """The simplex with another last corner, or, if none is better, drawn towards its best."""
    worst = simplex[-1]

    def tried(share):
        corner = middle + share * (middle - worst[1])
        return counted.value(corner), corner

    turned = tried(1.0)
    if turned[0] < simplex[0][0]:
        stretched = tried(2.0)
        return [*simplex[:-1], stretched if stretched[0] < turned[0] else turned]
    if turned[0] < simplex[-2][0]:
        return [*simplex[:-1], turned]
    outside = turned[0] < worst[0]
    shrunk = tried(0.5 if outside else -0.5)
    if shrunk[0] <= turned[0] if outside else shrunk[0] < worst[0]:
        return [*simplex[:-1], shrunk]
    best = simplex[0]
    drawn = [best[1] + 0.5 * (corner - best[1]) for _, corner in simplex[1:]]
    return [best, *((counted.value(corner), corner) for corner in drawn)]


_METHODS = {"bfgs": _bfgs, "l-bfgs-b": _limited, "nelder-mead": _nelder_mead}

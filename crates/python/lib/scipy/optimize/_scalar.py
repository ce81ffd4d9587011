"""`minimize_scalar`: the least value of a function of one number.

What it is not: of several. Start reading at `minimize_scalar`.
"""

import math

from numpy import float64
from scipy.optimize._result import OptimizeResult

_GOLDEN = 0.3819660


def minimize_scalar(fun, bracket=None, bounds=None, args=(), method=None, tol=None, options=None):
    """By R. Brent's steps: parabolas where they help, else the golden section."""
    name = (method or ("brent" if bounds is None else "bounded")).lower()
    if name not in ("brent", "bounded"):
        raise NotImplementedError(f"minimize_scalar: method={method!r} is not built into this scipy")
    options = dict(options or {})
    args, calls = args if isinstance(args, tuple) else (args,), [0]

    def value(x):
        calls[0] += 1
        return float(fun(x, *args))

    if name == "bounded":
        found = _bounded(
            value, *bounds, options.pop("xatol", 1e-5 if tol is None else tol), options.pop("maxiter", 500)
        )
    else:
        found = _brent(
            value,
            _bracketed(value, bracket),
            options.pop("xtol", 1.48e-8 if tol is None else tol),
            options.pop("maxiter", 500),
        )
    if options:
        raise NotImplementedError(f"minimize_scalar: options[{next(iter(options))!r}] is not built into this scipy")
    x, least, steps = found
    status = {"status": 0} if name == "bounded" else {}
    return OptimizeResult(
        message=_MESSAGE[name], success=True, **status, fun=float64(least), x=float64(x), nit=steps, nfev=calls[0]
    )


_MESSAGE = {
    "brent": "\nOptimization terminated successfully;\nThe returned value satisfies the termination criteria\n"
    "(using xtol = 1.48e-08 )",
    "bounded": "Solution found.",
}


def _bracketed(value, bracket):
    """Three places of which the one in the middle is the lowest."""
    if bracket is not None and len(bracket) == 3:
        return tuple((float(x), value(float(x))) for x in bracket)
    a, b = bracket or (0.0, 1.0)
    (a, fa), (b, fb) = (float(a), value(float(a))), (float(b), value(float(b)))
    if fa < fb:
        a, fa, b, fb = b, fb, a, fa
    c = b + 1.618034 * (b - a)
    fc = value(c)
    for _ in range(1000):
        if fc >= fb:
            return (a, fa), (b, fb), (c, fc)
        first, second = (b - a) * (fb - fc), (b - c) * (fb - fa)
        bend = second - first
        w = b - ((b - c) * second - (b - a) * first) / (2.0 * (bend if abs(bend) > 1e-21 else 1e-21))
        limit = b + 110.0 * (c - b)
        if (w - c) * (b - w) > 0:
            fw = value(w)
            if fw < fc:
                return (b, fb), (w, fw), (c, fc)
            if fw > fb:
                return (a, fa), (b, fb), (w, fw)
            w = c + 1.618034 * (c - b)
            fw = value(w)
        elif (w - limit) * (limit - c) >= 0:
            w = limit
            fw = value(w)
        elif (w - limit) * (c - w) > 0:
            fw = value(w)
            if fw < fc:
                b, fb, c, fc = c, fc, w, fw
                w = c + 1.618034 * (c - b)
                fw = value(w)
        else:
            w = c + 1.618034 * (c - b)
            fw = value(w)
        a, fa, b, fb, c, fc = b, fb, c, fc, w, fw
    raise RuntimeError("No valid bracket was found before the iteration limit was reached.")


def _brent(value, bracket, tol, most):
    (a, _), (x, fx), (c, _) = bracket
    low, high = min(a, c), max(a, c)
    w = v = x
    fw = fv = fx
    moved, step = 0.0, 0.0
    for steps in range(most):
        near = tol * abs(x) + 1e-11
        middle = 0.5 * (low + high)
        if abs(x - middle) < 2.0 * near - 0.5 * (high - low):
            return x, fx, steps
        if abs(moved) <= near:
            moved = (low - x) if x >= middle else (high - x)
            step = _GOLDEN * moved
        else:
            first, second = (x - w) * (fx - fv), (x - v) * (fx - fw)
            p, bend = (x - v) * second - (x - w) * first, 2.0 * (second - first)
            p = -p if bend > 0 else p
            bend, before, moved = abs(bend), moved, step
            if bend * (low - x) < p < bend * (high - x) and abs(p) < abs(0.5 * bend * before):
                step = p / bend
                u = x + step
                if u - low < 2.0 * near or high - u < 2.0 * near:
                    step = near if x < middle else -near
            else:
                moved = (low - x) if x >= middle else (high - x)
                step = _GOLDEN * moved
        u = x + (step if abs(step) >= near else near if step >= 0 else -near)
        fu = value(u)
        if fu > fx:
            low, high = (u, high) if u < x else (low, u)
            if fu <= fw or w == x:
                v, fv, w, fw = w, fw, u, fu
            elif fu <= fv or v in (x, w):
                v, fv = u, fu
        else:
            low, high = (x, high) if u >= x else (low, x)
            v, fv, w, fw, x, fx = w, fw, x, fx, u, fu
    return x, fx, most


def _bounded(value, low, high, tol, most):
    """The same between two ends."""
    golden = 0.5 * (3.0 - math.sqrt(5.0))
    a, b = float(low), float(high)
    if a > b:
        raise ValueError("The lower bound exceeds the upper bound.")
    x = w = v = a + golden * (b - a)
    fx = fw = fv = value(x)
    step = moved = 0.0
    calls, middle = 1, 0.5 * (a + b)
    near = 1.48e-8 * abs(x) + tol / 3.0
    while abs(x - middle) > 2.0 * near - 0.5 * (b - a):
        is_golden = True
        if abs(moved) > near:
            r, q = (x - w) * (fx - fv), (x - v) * (fx - fw)
            p, q = (x - v) * q - (x - w) * r, 2.0 * (q - r)
            p, q = (-p if q > 0 else p), abs(q)
            before, moved = moved, step
            if abs(p) < abs(0.5 * q * before) and q * (a - x) < p < q * (b - x):
                step, is_golden = p / q, False
                u = x + step
                if u - a < 2.0 * near or b - u < 2.0 * near:
                    step = near if middle >= x else -near
        if is_golden:
            moved = a - x if x >= middle else b - x
            step = golden * moved
        u = x + (1 if step >= 0 else -1) * max(abs(step), near)
        fu = value(u)
        calls += 1
        if fu <= fx:
            a, b = (x, b) if u >= x else (a, x)
            v, fv, w, fw, x, fx = w, fw, x, fx, u, fu
        else:
            a, b = (u, b) if u < x else (a, u)
            if fu <= fw or w == x:
                v, fv, w, fw = w, fw, u, fu
            elif fu <= fv or v in (x, w):
                v, fv = u, fu
        middle, near = 0.5 * (a + b), 1.48e-8 * abs(x) + tol / 3.0
        if calls >= most:
            break
    return x, fx, calls

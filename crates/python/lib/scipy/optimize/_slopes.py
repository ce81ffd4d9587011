"""Slopes by small steps, and the older way to ask for least squares.

What it is not: least squares themselves, which are `_fit`'s. Start reading at `approx_fprime`.
"""

import numpy as np

_STEP = 1.4901161193847656e-08


def approx_fprime(xk, f, epsilon=_STEP, *args):
    """The slope along each number, of one value or of several."""
    x = np.array(xk, dtype=float).reshape(-1)
    start, found = np.asarray(f(x.copy(), *args), dtype=float), []
    steps = np.zeros(len(x)) + epsilon
    for at in range(len(x)):
        moved = x.copy()
        moved[at] = moved[at] + steps[at]
        found.append((np.asarray(f(moved, *args), dtype=float) - start) / (moved[at] - x[at]))
    found = np.array(found)
    return found.reshape(-1) if start.size == 1 and start.ndim == 0 else found.T


def check_grad(func, grad, x0, *args, epsilon=_STEP, direction="all", rng=None):
    """How far slopes are from those by small steps."""
    if direction != "all":
        raise NotImplementedError(f"check_grad: direction={direction!r} is not built into this scipy; only 'all' is")
    del rng
    return np.sqrt(((np.asarray(grad(np.asarray(x0, dtype=float), *args)) - approx_fprime(x0, func, epsilon, *args)) ** 2).sum())


def leastsq(func, x0, args=(), Dfun=None, full_output=False, col_deriv=False, ftol=1.49012e-8, xtol=1.49012e-8, gtol=0.0, maxfev=0,
            epsfcn=None, factor=100, diag=None):  # fmt: skip
    """The numbers that make the sum of squares least, and 1 where that succeeded."""
    from scipy.optimize._fit import _settled

    for name, given, built in (
        ("full_output", bool(full_output), False), ("diag", diag, None), ("col_deriv", bool(col_deriv), False),
        ("ftol", ftol, 1.49012e-8), ("xtol", xtol, 1.49012e-8), ("gtol", gtol, 0.0), ("epsfcn", epsfcn, None), ("factor", factor, 100),
    ):  # fmt: skip
        if given is not built and given != built:
            raise NotImplementedError(f"leastsq: {name}={given!r} is not built into this scipy; only {name}={built!r} is")
    args, start = args if isinstance(args, tuple) else (args,), np.array(x0, dtype=float).reshape(-1)
    missed = np.asarray(func(start, *args), dtype=float).reshape(-1)
    if len(start) > len(missed):
        raise TypeError(f"Improper input: func input vector length N={len(start)} must not exceed func output vector length M={len(missed)}")
    slopes = None if Dfun is None else lambda x: np.asarray(Dfun(x, *args), dtype=float)
    found = _settled(lambda x: np.asarray(func(x, *args), dtype=float).reshape(-1), start, slopes, **({"most": maxfev} if maxfev else {}))
    return found[0], 1

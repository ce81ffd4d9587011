"""Where functions are zero.

What it is not: all zeros; one near the start is found. Start reading at `root`.
"""

import math

import numpy as np
from scipy.optimize._result import OptimizeResult


def _table(function, x, value):
    """How each value changes with each number, by small steps."""
    columns = []
    for at in range(len(x)):
        moved = x.copy()
        step = 1.4901161193847656e-08 * (abs(float(x[at])) or 1.0)
        moved[at] = moved[at] + step
        columns.append((function(moved) - value) / step)
    return np.stack(columns, axis=1)


def root(fun, x0, args=(), method="hybr", jac=None, tol=None, callback=None, options=None):
    """A zero of as many functions as numbers, by I. Newton's steps, shortened where they lead away."""
    if method not in ("hybr", "lm") or callback is not None or options:
        raise NotImplementedError("root: other methods, callback and options are not built into this scipy")
    args = args if isinstance(args, tuple) else (args,)
    calls = [0]

    def function(x):
        calls[0] += 1
        return np.array(fun(x if len(x) > 1 or hasattr(x0, "__len__") else x, *args), dtype=float).reshape(-1)

    x = np.array(x0, dtype=float).reshape(-1)
    value, enough = function(x), 1.49012e-08 if tol is None else tol
    if len(value) != len(x):
        raise TypeError(
            f"fsolve: there is a mismatch between the input and output shape of the 'func' argument 'fun'.Shape should be "
            f"{(len(x),)} but it is {(len(value),)}."
        )
    is_found = False
    for _ in range(200):
        slopes = np.array(jac(x, *args), dtype=float) if callable(jac) else _table(function, x, value)
        step = -(np.linalg.pinv(slopes) @ value)
        size, share = float(value @ value), 1.0
        while share > 1e-6:
            new_value = function(x + share * step)
            if float(new_value @ new_value) < size or size == 0.0:
                break
            share /= 2
        if share <= 1e-6:
            is_found = size < 1e-16
            break
        x, value = x + share * step, new_value
        if float(np.max(np.abs(share * step))) <= enough * max(float(np.max(np.abs(x))), 1e-300) * 1e-3:
            is_found = True
            break
    if float(value @ value) < 1e-20:
        is_found = True
    message = "The solution converged." if is_found else (
        "The iteration is not making good progress, as measured by the improvement from the last ten iterations."
    )  # fmt: skip
    return OptimizeResult(
        message=message, success=is_found, status=1 if is_found else 5, method=method, fun=value, x=x, nfev=calls[0]
    )


def fsolve(func, x0, args=(), fprime=None, full_output=0, xtol=1.49012e-08, **kwargs):
    """The zero alone."""
    if full_output or kwargs:
        raise NotImplementedError("fsolve: only func, x0, args, fprime and xtol are built into this scipy")
    found = root(func, x0, args, jac=fprime, tol=xtol)
    if not found.success:
        import warnings

        warnings.warn(found.message, RuntimeWarning, stacklevel=2)
    return found.x


def bisect(f, a, b, args=(), xtol=2e-12, rtol=8.881784197001252e-16, maxiter=100):
    """A zero between two places, by halving."""
    low, high = float(f(a, *args)), float(f(b, *args))
    _check(low, high)
    if low == 0 or high == 0:
        return float(a if low == 0 else b)
    place, width = a, b - a
    for _ in range(maxiter):
        width *= 0.5
        middle = place + width
        value = float(f(middle, *args))
        if (value < 0) == (low < 0):
            place = middle
        if value == 0 or abs(width) < xtol + rtol * abs(middle):
            return float(middle)
    raise RuntimeError(f"Failed to converge after {maxiter} iterations.")


def _check(low, high):
    if low * high > 0:
        raise ValueError("f(a) and f(b) must have different signs")


def brentq(f, a, b, args=(), xtol=2e-12, rtol=8.881784197001252e-16, maxiter=100, full_output=False):
    """A zero between two places, by R. Brent's steps."""
    if full_output:
        raise NotImplementedError("brentq: full_output=True is not built into this scipy")
    before, now = float(a), float(b)
    f_before, f_now = float(f(before, *args)), float(f(now, *args))
    _check(f_before, f_now)
    if f_before == 0 or f_now == 0:
        return before if f_before == 0 else now
    block = f_block = last = step = 0.0
    for _ in range(maxiter):
        if f_before != 0 and f_now != 0 and (f_before < 0) != (f_now < 0):
            block, f_block = before, f_before
            last = step = now - before
        if abs(f_block) < abs(f_now):
            before, now, block = now, block, now
            f_before, f_now, f_block = f_now, f_block, f_now
        near, half = (xtol + rtol * abs(now)) / 2, (block - now) / 2
        if f_now == 0 or abs(half) < near:
            return now
        last, step = _brent_step(before, now, block, f_before, f_now, f_block, last, step, near, half)
        before, f_before = now, f_now
        now += step if abs(step) > near else near if half > 0 else -near
        f_now = float(f(now, *args))
    raise RuntimeError(f"Failed to converge after {maxiter} iterations.")


def _brent_step(before, now, block, f_before, f_now, f_block, last, step, near, half):
    """By a line or a curve where that stays within, else by half."""
    if abs(last) > near and abs(f_now) < abs(f_before):
        if before == block:
            guess = -f_now * (now - before) / (f_now - f_before)
        else:
            first, second = (f_before - f_now) / (before - now), (f_block - f_now) / (block - now)
            guess = -f_now * (f_block * second - f_before * first) / (second * first * (f_block - f_before))
        if 2 * abs(guess) < min(abs(last), 3 * abs(half) - near):
            return step, guess
    return half, half


def newton(func, x0, fprime=None, args=(), tol=1.48e-08, maxiter=50, fprime2=None, x1=None, rtol=0.0):
    """A zero by I. Newton's steps, or by secants where no slope is given."""
    if fprime2 is not None:
        raise NotImplementedError("newton: fprime2 is not built into this scipy")
    return np.float64(_newton(func, float(x0), fprime, args, tol, maxiter, x1, rtol))


def _newton(func, x, fprime, args, tol, maxiter, x1, rtol):
    if fprime is not None:
        for _ in range(maxiter):
            value = float(func(x, *args))
            if value == 0:
                return x
            new = x - value / float(fprime(x, *args))
            if math.isclose(new, x, rel_tol=rtol, abs_tol=tol):
                return new
            x = new
        raise RuntimeError(f"Failed to converge after {maxiter} iterations, value is {x}.")
    other = float(x1) if x1 is not None else x * (1 + 1e-4) + (1e-4 if x >= 0 else -1e-4)
    value, new_value = float(func(x, *args)), float(func(other, *args))
    if abs(new_value) < abs(value):
        x, other, value, new_value = other, x, new_value, value
    for _ in range(maxiter):
        if new_value == value:
            return (x + other) / 2.0
        if abs(new_value) > abs(value):
            found = (-value / new_value * other + x) / (1 - value / new_value)
        else:
            found = (-new_value / value * x + other) / (1 - new_value / value)
        if math.isclose(found, other, rel_tol=rtol, abs_tol=tol):
            return found
        x, value, other = other, new_value, found
        new_value = float(func(other, *args))
    raise RuntimeError(f"Failed to converge after {maxiter} iterations, value is {other}.")


def root_scalar(f, args=(), method=None, bracket=None, fprime=None, x0=None, x1=None, xtol=None, maxiter=None):
    """A zero of a function of one number, with whether it was found."""
    name = method or ("brentq" if bracket is not None else "newton" if fprime is not None else "secant")
    options = {key: value for key, value in (("maxiter", maxiter),) if value is not None}
    if name in ("brentq", "bisect"):
        options.update({} if xtol is None else {"xtol": xtol})
        found = {"brentq": brentq, "bisect": bisect}[name](f, *bracket, args, **options)
    elif name in ("newton", "secant"):
        options.update({} if xtol is None else {"tol": xtol})
        found = newton(f, x0, fprime if name == "newton" else None, args, x1=x1, **options)
    else:
        raise NotImplementedError(f"root_scalar: method={method!r} is not built into this scipy")
    return OptimizeResult(converged=True, flag="converged", root=found, method=name)

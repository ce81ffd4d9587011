"""`curve_fit` and `least_squares`: the numbers with the least squares of what is missing.

What it is not: within bounds. Start reading at `_settled`.
"""

import math

import numpy as np
from scipy.optimize._result import OptimizeResult
from scipy.optimize._roots import _table


def _settled(missed, start, slopes=None, tol=1e-15, most=1000):
    """Steps between I. Newton's and those down the slope (K. Levenberg, D. Marquardt)."""
    x, hold = np.array(start, dtype=float).reshape(-1), 1e-3
    value = missed(x)
    table = slopes or (lambda at, found: _table(missed, at, found))
    for turn in range(most):
        jacobian = table(x, value)
        own, pull = jacobian.T @ jacobian, jacobian.T @ value
        size = float(value @ value)
        scale = np.diag(np.maximum(np.diag(own), 1e-30))
        for _ in range(60):
            step = -(np.linalg.pinv(own + hold * scale) @ pull)
            new_value = missed(x + step)
            if float(new_value @ new_value) <= size and not bool(np.isnan(new_value).any()):
                break
            hold *= 4
        else:
            return x, value, jacobian, turn
        gained = size - float(new_value @ new_value)
        x, value, hold = x + step, new_value, max(hold / 9, 1e-15)
        if gained <= tol * size or float(np.max(np.abs(step))) <= tol * (float(np.max(np.abs(x))) + tol):
            break
    return x, value, table(x, value), turn + 1


def curve_fit(
    f, xdata, ydata, p0=None, sigma=None, absolute_sigma=False, check_finite=True, bounds=None, method=None, jac=None, **kwargs
):  # fmt: skip
    """The parameters of a function that fit best, and how sure each is."""
    if bounds is not None or method not in (None, "lm") or jac is not None:
        raise NotImplementedError("curve_fit: bounds, other methods and jac are not built into this scipy")
    for name in kwargs:
        # How many calls there may be ends no fit here.
        if name not in ("maxfev", "full_output", "nan_policy") or (name != "maxfev" and kwargs[name]):
            raise NotImplementedError(f"curve_fit: {name}={kwargs[name]!r} is not built into this scipy")
    ydata = np.asarray(ydata, dtype=float)
    xdata = np.asarray(xdata, dtype=float) if isinstance(xdata, (list, tuple, np.ndarray)) else xdata
    if check_finite and (bool(np.isnan(ydata).any()) or bool(np.isinf(ydata).any())):
        raise ValueError("array must not contain infs or NaNs")
    if p0 is None:
        count = f.__code__.co_argcount - (2 if hasattr(f, "__self__") else 1)
        if count < 1:
            raise ValueError("Unable to determine number of fit parameters.")
        p0 = [1.0] * count
    share = np.ones(ydata.shape) if sigma is None else 1.0 / np.asarray(sigma, dtype=float)

    def missed(parameters):
        return (
            np.asarray(f(xdata, *[np.float64(each) for each in parameters.tolist()]), dtype=float) - ydata
        ).ravel() * share.ravel()

    p0 = np.array(p0, dtype=float).reshape(-1)
    if len(p0) > ydata.size:
        raise TypeError(
            f"The number of func parameters={len(p0)} must not exceed the number of data points={ydata.size}"
        )
    found, left, slopes, _ = _settled(missed, p0)
    own = slopes.T @ slopes
    if abs(float(np.linalg.det(own))) == 0.0 or ydata.size <= len(found) and not absolute_sigma:
        return found, np.full((len(found), len(found)), math.inf)
    spread = np.linalg.inv(own)
    return found, spread if absolute_sigma else spread * (float(left @ left) / (ydata.size - len(found)))


def least_squares(fun, x0, jac="2-point", bounds=(-np.inf, np.inf), method="trf", args=(), kwargs=None, **options):
    """The numbers with the least squares of what a function gives."""
    if bounds != (-np.inf, np.inf) or method not in ("trf", "lm", "dogbox"):
        raise NotImplementedError("least_squares: bounds and other methods are not built into this scipy")
    for name in options:
        if name not in ("ftol", "xtol", "gtol", "max_nfev"):
            raise NotImplementedError(f"least_squares: {name}={options[name]!r} is not built into this scipy")

    def missed(x):
        return np.asarray(fun(x, *args, **(kwargs or {})), dtype=float).reshape(-1)

    slopes = (lambda x, value: np.asarray(jac(x, *args), dtype=float)) if callable(jac) else None
    found, left, table, turns = _settled(missed, x0, slopes)
    return OptimizeResult(
        message="`ftol` termination condition is satisfied.", success=True, status=2, fun=left, x=found,
        cost=0.5 * float(left @ left), jac=table, grad=table.T @ left, nfev=turns,
    )  # fmt: skip

"""Older names of searches for the least value, and functions to try them on.

What it is not: the searches. Start reading anywhere: each stands alone.
"""

import numpy as np
from scipy.optimize._minimize import minimize
from scipy.optimize._scalar import minimize_scalar


def brent(func, args=(), brack=None, tol=1.48e-08, full_output=0, maxiter=500):
    """Where a function of one number is least."""
    found = minimize_scalar(func, brack, args=args, method="brent", options={"xtol": tol, "maxiter": maxiter})
    return (found.x, found.fun, found.nit, found.nfev) if full_output else found.x


def fminbound(func, x1, x2, args=(), xtol=1e-5, maxfun=500, full_output=0, disp=1):
    """The same between two ends."""
    found = minimize_scalar(func, bounds=(x1, x2), args=args, method="bounded", options={"xatol": xtol, "maxiter": maxfun})
    return (found.x, found.fun, 0, found.nfev) if full_output else found.x


def _told(name, found, disp, full_output):
    if disp:
        print("Optimization terminated successfully." if found.success else f"Warning: {found.message}")
        print(f"         Current function value: {found.fun:f}\n         Iterations: {found.nit:d}")
        print(f"         Function evaluations: {found.nfev:d}")
        if name == "BFGS":
            print(f"         Gradient evaluations: {found.njev:d}")
    if full_output:
        raise NotImplementedError("fmin: full_output is not built into this scipy; minimize tells all")
    return found.x


def fmin(func, x0, args=(), xtol=1e-4, ftol=1e-4, maxiter=None, maxfun=None, full_output=0, disp=1, retall=0, callback=None):
    """Where a function is least, by a simplex."""
    options = {"xatol": xtol, "fatol": ftol, **({} if maxiter is None else {"maxiter": maxiter})}
    found = minimize(func, x0, args=args, method="Nelder-Mead", options=options)
    return _told("Nelder-Mead", found, disp, full_output)


def fmin_bfgs(f, x0, fprime=None, args=(), gtol=1e-5, full_output=0, disp=1, maxiter=None):
    """Where a function is least, by its slopes."""
    options = {"gtol": gtol, **({} if maxiter is None else {"maxiter": maxiter})}
    found = minimize(f, x0, args=args, method="BFGS", jac=fprime, options=options)
    return _told("BFGS", found, disp, full_output)


def rosen(x):
    """H. Rosenbrock's valley."""
    x = np.asarray(x)
    return np.sum(100.0 * (x[1:] - x[:-1] ** 2.0) ** 2.0 + (1 - x[:-1]) ** 2.0, axis=0)


def rosen_der(x):
    """Its slopes."""
    x = np.asarray(x, dtype=float)
    middle, found = x[1:-1], np.zeros_like(x)
    found[1:-1] = 200 * (middle - x[:-2] ** 2) - 400 * (x[2:] - middle**2) * middle - 2 * (1 - middle)
    found[0] = -400 * x[0] * (x[1] - x[0] ** 2) - 2 * (1 - x[0])
    found[-1] = 200 * (x[-1] - x[-2] ** 2)
    return found

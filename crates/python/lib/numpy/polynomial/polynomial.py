"""`numpy.polynomial.polynomial`: functions of coefficients, the lowest power first.

What it is not: `np.polyval` and its kin, whose coefficients are the other way round. Start reading at `polyval`.
"""

import numpy
from numpy.polynomial._power import Polynomial

__all__ = ["Polynomial", "polyadd", "polyder", "polyfit", "polyfromroots", "polyint", "polymul", "polyroots", "polysub", "polyval"]


def _turned(name):
    """numpy's function of that name, with coefficients turned round before and behind."""

    def apply(*args, **settings):
        given = [numpy.asarray(each, dtype=float)[::-1] if getattr(each, "__len__", None) else each for each in args]
        return numpy.asarray(getattr(numpy, name)(*given, **settings), dtype=float)[::-1].copy()

    apply.__name__ = name
    return apply


polyadd, polysub, polymul, polyder, polyint = map(_turned, ("polyadd", "polysub", "polymul", "polyder", "polyint"))


def polyval(x, c, tensor=True):
    """The values of a polynomial."""
    return numpy.polyval(numpy.asarray(c, dtype=float)[::-1], x)


def polyfit(x, y, deg):
    """The coefficients of the polynomial that comes nearest to points."""
    return numpy.polyfit(x, y, deg)[::-1].copy()


def polyroots(c):
    """Where a polynomial is zero, in order."""
    return numpy.sort(numpy.roots(numpy.asarray(c, dtype=float)[::-1]))


def polyfromroots(roots):
    """The coefficients of the polynomial that is zero at some places."""
    return numpy.asarray(numpy.poly(roots), dtype=float)[::-1].copy()

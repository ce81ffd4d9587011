"""`numpy.polynomial.polynomial`: functions of coefficients, the lowest power first.

What it is not: `np.polyval` and its kin, whose coefficients are the other way round. Start reading at `polyval`.
"""

import numpy
from numpy.polynomial._power import Polynomial

__all__ = (
    "Polynomial polyadd polycompanion polyder polydiv polyfit polyfromroots polygrid2d polyint polymul polymulx polypow "
    "polyroots polysub polytrim polyval polyval2d polyvander polyvalfromroots"
).split()


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
    c, found = numpy.asarray(c), 0.0
    if c.ndim == 1:
        return numpy.polyval((c if c.dtype.kind == "c" else c.astype(float))[::-1], x)
    for each in c[::-1].astype(float):
        found = found * x + each
    return found


def polyfit(x, y, deg, rcond=None, full=False, w=None):
    """The coefficients of the polynomial that comes nearest to points."""
    if full:
        raise NotImplementedError("numpy.polynomial.polynomial.polyfit: full is not built into this numpy")
    return numpy.polyfit(x, y, deg, rcond, w=w)[::-1].copy()


def polyvander(x, deg):
    """The powers of x, in the last axis."""
    x = numpy.asarray(x, dtype=float)
    return numpy.stack([x**power for power in range(deg + 1)], -1)


def polyval2d(x, y, c):
    """The values of a polynomial of two variables."""
    return polyval(y, polyval(x, c))


def polygrid2d(x, y, c):
    """As `polyval2d`, for each x with each y."""
    c = numpy.asarray(c, dtype=float)
    return numpy.tensordot(numpy.tensordot(polyvander(x, len(c) - 1), c, 1), polyvander(y, c.shape[1] - 1), ((-1,), (-1,)))


def polypow(c, pow, maxpower=None):
    """A polynomial times itself so often."""
    return (Polynomial(c) ** pow).coef


def polydiv(c1, c2):
    """How often one goes into the other, and the rest."""
    return tuple(each.coef for each in divmod(Polynomial(c1), Polynomial(c2)))


def polymulx(c):
    """x times a polynomial."""
    return numpy.concatenate([[0.0], numpy.asarray(c, dtype=float)])


def polytrim(c, tol=0):
    """Without small coefficients at the end."""
    return Polynomial(c).trim(tol).coef


def polycompanion(c):
    """The matrix whose eigenvalues are where a polynomial is zero."""
    c = numpy.asarray(c, dtype=float)
    found = numpy.eye(len(c) - 1, k=-1)
    found[:, -1] -= c[:-1] / c[-1]
    return found


def polyvalfromroots(x, r, tensor=True):
    """The product of the distances to places."""
    return numpy.prod([numpy.asarray(x) - each for each in numpy.asarray(r)], axis=0)


def polyroots(c):
    """Where a polynomial is zero, in order."""
    return numpy.sort(numpy.roots(numpy.asarray(c, dtype=float)[::-1]))


def polyfromroots(roots):
    """The coefficients of the polynomial that is zero at some places."""
    return numpy.asarray(numpy.poly(roots), dtype=float)[::-1].copy()

"""`numpy.polynomial`: polynomials by their coefficients, the lowest power first, and series of Chebyshev's and others.

What it is not: `np.poly1d`. Start reading at `Polynomial`.
"""

from numpy.polynomial import _power, polynomial
from numpy.polynomial._power import Polynomial

_SERIES = ("Chebyshev", "Legendre", "Hermite", "HermiteE", "Laguerre")
_MODULES = ("chebyshev", "legendre", "hermite", "hermite_e", "laguerre", "_orthogonal")
__all__ = ["Polynomial", "polynomial", "set_default_printstyle", *_SERIES]


def set_default_printstyle(style):
    """How polynomials are printed: "unicode" or "ascii"."""
    if style not in ("unicode", "ascii"):
        raise ValueError(f"Unsupported format string '{style}'. Valid options are 'ascii' and 'unicode'")
    _power.STYLE[0] = style


def __getattr__(name):
    if name in _MODULES:
        return __import__(f"numpy.polynomial.{name}", fromlist=(name,))
    if name in _SERIES:
        return getattr(__import__("numpy.polynomial._orthogonal", fromlist=(name,)), name)
    raise AttributeError(f"module 'numpy.polynomial' has no attribute '{name}'")

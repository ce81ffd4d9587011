"""`numpy.polynomial`: polynomials by their coefficients, the lowest power first.

What it is not: `np.poly1d`, nor the series of Chebyshev, Legendre, Hermite and Laguerre. Start reading at `Polynomial`.
"""

from numpy.polynomial import polynomial
from numpy.polynomial._power import Polynomial

__all__ = ["Polynomial", "polynomial"]


def __getattr__(name):
    if name in ("Chebyshev", "Legendre", "Hermite", "HermiteE", "Laguerre", "chebyshev", "legendre", "hermite", "laguerre"):
        raise NotImplementedError(f"numpy.polynomial.{name} is not built into this numpy")
    raise AttributeError(f"module 'numpy.polynomial' has no attribute '{name}'")

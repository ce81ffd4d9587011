"""Special functions, by the names they have in torch.

Not what computes the rarer ones, which comes when one is asked for (`_special`). Start reading at `__getattr__`.
"""

import _torch

expit = _torch.sigmoid

_NATIVE = frozenset(
    "digamma erf erfc erfinv exp2 expm1 gammaln log1p log_softmax logit logsumexp multigammaln polygamma psi round sinc "
    "softmax xlogy".split()
)
# Those that are written in Python, by their names in `torch`.
_BY_PYTHON = {
    "gammaln": "lgamma",
    "digamma": "digamma",
    "psi": "digamma",
    "erfinv": "erfinv",
    "erfc": "erfc",
    "polygamma": "polygamma",
    "xlogy": "xlogy",
    "sinc": "sinc",
    "multigammaln": "mvlgamma",
}
# Those of `_special`.
_RARER = (
    "airy_ai bessel_j0 bessel_j1 bessel_y0 bessel_y1 chebyshev_polynomial_t chebyshev_polynomial_u "
    "chebyshev_polynomial_v chebyshev_polynomial_w entr erfcx gammainc gammaincc hermite_polynomial_h "
    "hermite_polynomial_he i0 i0e i1 i1e laguerre_polynomial_l legendre_polynomial_p log_ndtr modified_bessel_i0 "
    "modified_bessel_i1 modified_bessel_k0 modified_bessel_k1 ndtr ndtri scaled_modified_bessel_k0 "
    "scaled_modified_bessel_k1 shifted_chebyshev_polynomial_t shifted_chebyshev_polynomial_u "
    "shifted_chebyshev_polynomial_v shifted_chebyshev_polynomial_w spherical_bessel_j0 xlog1py zeta"
).split()

# With what comes later, for `from … import *`.
__all__ = ["expit", *_NATIVE, *_BY_PYTHON, *_RARER]


def __getattr__(name):
    if name in _NATIVE and hasattr(_torch, name):
        return getattr(_torch, name)
    if name in _BY_PYTHON:
        from torch import _methods

        return _methods.function(_BY_PYTHON[name])
    if name in _RARER:
        from torch import _special

        return _special.NAMES[name]
    raise AttributeError(f"module 'torch.special' has no attribute '{name}'")


def __dir__():
    return sorted({*globals(), *_NATIVE, *_RARER})

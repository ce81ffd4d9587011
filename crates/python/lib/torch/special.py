"""Special functions, by the names they have in torch."""

import _torch

expit = _torch.sigmoid

_NATIVE = frozenset(
    "bessel_j0 bessel_j1 digamma entr erf erfc erfcx erfinv exp2 expm1 gammainc gammaincc gammaln i0 i0e i1 i1e log1p "
    "log_ndtr log_softmax logit logsumexp multigammaln ndtr ndtri polygamma psi round sinc softmax xlog1py xlogy zeta"
    .split()
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


def __getattr__(name):
    if name in _NATIVE and hasattr(_torch, name):
        return getattr(_torch, name)
    if name in _BY_PYTHON:
        from torch import _methods

        return _methods.function(_BY_PYTHON[name])
    if name in _NATIVE:
        raise NotImplementedError(f"torch.special.{name} is not built into this torch")
    raise AttributeError(f"module 'torch.special' has no attribute '{name}'")

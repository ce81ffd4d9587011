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


def __getattr__(name):
    if name in _NATIVE and hasattr(_torch, name):
        return getattr(_torch, name)
    if name in _BY_PYTHON:
        from torch import _methods

        return _methods.function(_BY_PYTHON[name])
    from torch import _special

    if name in _special.NAMES:
        return _special.NAMES[name]
    raise AttributeError(f"module 'torch.special' has no attribute '{name}'")


def __dir__():
    from torch import _special

    return sorted({*globals(), *_NATIVE, *_special.NAMES})

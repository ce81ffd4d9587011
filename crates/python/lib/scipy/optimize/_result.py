"""`OptimizeResult`: what a search found, by name, printed as scipy prints it.

What it is not: a search. Start reading at `OptimizeResult`.
"""

import numpy as np

_FIRST = ("message", "success", "status", "fun", "x", "nit", "jac", "hess_inv", "nfev", "njev")


class OptimizeWarning(UserWarning):
    """Something that a search or a fit could not do well."""


class OptimizeResult(dict):
    """A dict whose keys are attributes, too."""

    def __getattr__(self, name):
        try:
            return self[name]
        except KeyError:
            raise AttributeError(name) from None

    __setattr__ = dict.__setitem__

    def __dir__(self):
        return list(self)

    def __repr__(self):
        keys = [key for key in _FIRST if key in self] + [key for key in self if key not in _FIRST]
        width = max(len(key) for key in keys) + 1 if keys else 0
        return "\n".join(f"{key:>{width}}: {_indented(_told(self[key]), width + 2)}" for key in keys)


def _indented(text, width):
    return text.replace("\n", "\n" + " " * width)


def _told(value):
    if isinstance(value, np.ndarray):
        if "float" not in value.dtype.name:
            return str(value)
        if value.ndim == 1:
            return "[" + " ".join(f"{each: .3e}" for each in value.tolist()) + "]"
        if value.ndim == 2:
            rows = ["[" + " ".join(f"{each: .3e}" for each in row) + "]" for row in value.tolist()]
            return "[" + "\n ".join(rows) + "]"
    return str(value)

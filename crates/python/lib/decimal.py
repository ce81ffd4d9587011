"""`decimal`: Python's own module, whose errors are told as in C: by the conditions that they stand for.

What it is not: the arithmetic; that is `_pydecimal`. Start reading at `_raise_error`.
"""

import sys

import _pydecimal

_before = _pydecimal.Context._raise_error


def _raise_error(self, condition, explanation=None, *args):
    try:
        return _before(self, condition, explanation, *args)
    except ArithmeticError as error:
        error.args = ([condition],)
        raise


_pydecimal.Context._raise_error = _raise_error
_made = _pydecimal.Decimal.__new__


def _new(cls, value="0", context=None):
    try:
        return _made(cls, value, context)
    except TypeError as error:
        if not str(error).startswith("Cannot convert"):
            raise
    kind = type(value)
    home = "" if kind.__module__ == "builtins" else f"{kind.__module__}."
    raise TypeError(f"conversion from {home}{kind.__qualname__} to Decimal is not supported")


_pydecimal.Decimal.__new__ = _new
sys.modules[__name__] = _pydecimal

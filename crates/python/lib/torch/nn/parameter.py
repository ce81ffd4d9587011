"""`Parameter`: the tensors of a module that an optimizer trains."""

from _torch import _Parameter as Parameter


def is_lazy(param):
    """Whether the parameter still waits for its shape; none does here."""
    return False


__all__ = ["Parameter"]

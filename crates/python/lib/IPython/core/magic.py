"""Magics of the student's own: `register_line_magic` and its kin, and classes of them.

What it is not: the magics that are there (`_kindling_magics`). Start reading at `register_line_magic`.
"""

import _kindling_magics


def _registrar(kind):
    def register(function_or_name):
        """Makes the function a magic of its own name, or of the name that is given."""
        if callable(function_or_name):
            _kindling_magics.add(kind, function_or_name.__name__, function_or_name)
            return function_or_name

        def decorate(function):
            _kindling_magics.add(kind, function_or_name, function)
            return function

        return decorate

    return register


register_line_magic, register_cell_magic = _registrar("line"), _registrar("cell")
register_line_cell_magic = _registrar("line_cell")


def _marker(kind):
    def mark(function_or_name):
        """Marks a method as a magic of its own name, or of the name that is given."""
        if callable(function_or_name):
            function_or_name._kindling_magic = kind, function_or_name.__name__
            return function_or_name

        def decorate(function):
            function._kindling_magic = kind, function_or_name
            return function

        return decorate

    return mark


line_magic, cell_magic, line_cell_magic = _marker("line"), _marker("cell"), _marker("line_cell")


def magics_class(cls):
    """Marks a class whose methods are magics."""
    return cls


def no_var_expand(function):
    """Names are filled in all the same."""
    return function


needs_local_scope = no_var_expand


class Magics:
    """A class of magics; `register_magics` takes them up."""

    def __init__(self, shell=None, **kwargs):
        self.shell = shell

    def _register(self):
        for name in dir(type(self)):
            marked = getattr(getattr(type(self), name), "_kindling_magic", None)
            if marked is not None:
                _kindling_magics.add(*marked, getattr(self, name))

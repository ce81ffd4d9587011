"""What tests return: named values, printed as scipy prints them.

What it is not: tests. Start reading at `result`.
"""

from collections import namedtuple


def result(name, fields, hidden=(), shown=False):
    """A class of results: a tuple of the fields, with `hidden` as attributes only, which are told of where `shown` is."""
    is_shown = shown
    base = namedtuple(name, fields)

    def make(cls, *values, **more):
        made = base.__new__(cls, *values)
        for each in hidden:
            setattr(made, each, more.get(each))
        return made

    def shown(self):
        # Of t tests the degrees of freedom are told, too.
        told = (*self._fields, "df") if name == "TtestResult" else (*self._fields, *hidden) if is_shown else self._fields
        parts = [f"{field}={getattr(self, field)!r}" for field in told]
        return f"{name}({', '.join(parts)})"

    return type(name, (base,), {"__new__": make, "__repr__": shown, "_hidden": hidden})

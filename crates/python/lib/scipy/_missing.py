"""The names that scipy's modules have and these have not: asking for one says so."""

from _kindling_absent import Absent


def missing(module, names):
    """The `__getattr__` of a module, which lacks these names."""
    names = frozenset(names.split())

    def answer(name):
        if name in names:
            return Absent(f"{module}.{name} is not built into this scipy")
        raise AttributeError(f"module '{module}' has no attribute '{name}'")

    return answer

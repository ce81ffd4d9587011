"""What stands for a name that a package here has not: importing it is fine, using it says that it is missing.

What it is not: a way to go on without it. Start reading at `Absent`.
"""


class Absent:
    """A function, class or module that is not built."""

    def __init__(self, told, error=NotImplementedError):
        object.__setattr__(self, "_told", told)
        object.__setattr__(self, "_error", error)

    def __call__(self, *args, **kwargs):
        raise self._error(self._told)

    def __getattr__(self, name):
        # Python itself asks for some, and takes no for an answer.
        if name.startswith("__") and name.endswith("__"):
            raise AttributeError(name)
        raise NotImplementedError(self._told)

    def __setattr__(self, name, value):
        raise NotImplementedError(self._told)

    def __mro_entries__(self, bases):
        raise NotImplementedError(self._told)

    def __instancecheck__(self, value):
        return False

    def __repr__(self):
        return f"<absent: {self._told}>"


def no_engine(told):
    """The error for a kind of file that is not built: programs catch an ImportError where its package may be missing."""
    return type("ImportError", (NotImplementedError, ImportError), {"__module__": "builtins"})(told)


def unreached(told):
    """The error for what only a network has: programs catch a URLError, or any OSError."""
    from urllib.error import URLError

    return type("URLError", (URLError, NotImplementedError), {"__module__": "urllib.error"})(told)

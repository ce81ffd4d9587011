"""Parts of figures that are drawn in one way only. Start reading at `Undrawn`."""

from . import _style


class Undrawn:
    """A part of a figure that is drawn in one way only: whatever is asked of it is said not to be drawn."""

    def __init__(self, told):
        self._told = told

    def __call__(self, *args, **kwargs):
        del args, kwargs
        _style.untold(self._told)
        return self

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return Undrawn(self._told)

    def __getitem__(self, key):
        del key
        return self

    def __iter__(self):
        return iter(())

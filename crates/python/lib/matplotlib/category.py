"""Words along an axis: 0, 1, 2… in the order in which they came.

What it is not: how plots come by them, which is `Axes._positions`. Start reading at `UnitData`.
"""

from .ticker import Formatter, Locator


class UnitData:
    """Words and their places."""

    def __init__(self, data=None):
        self._mapping = {word: at for at, word in enumerate(data or ())}


class StrCategoryLocator(Locator):
    """A tick at each word."""

    def __init__(self, units_mapping):
        self._units = units_mapping

    def tick_values(self, vmin, vmax):
        del vmin, vmax
        return list(self._units.values())

    def __call__(self):
        return list(self._units.values())


class StrCategoryFormatter(Formatter):
    """The words themselves."""

    def __init__(self, units_mapping):
        self._units = units_mapping

    def __call__(self, x, pos=None):
        return self.format_ticks([x])[0]

    def format_ticks(self, values):
        words = {at: str(word) for word, at in self._units.items()}
        return [words.get(round(value), "") for value in values]

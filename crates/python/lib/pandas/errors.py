"""pandas' exceptions.

What it is not: where they are raised. Start reading anywhere.
"""


class DateParseError(ValueError):
    """A text that is no moment."""

    __module__ = "pandas._libs.tslibs.parsing"


class ParserError(ValueError):
    """A file's text that is no table."""


class ParserWarning(Warning):
    """A way to read a file that pandas takes in place of the one that was asked for."""


class EmptyDataError(ValueError):
    """A file without any text."""


class IntCastingNaNError(ValueError):
    """Missing values that were to be whole numbers."""


class MergeError(ValueError):
    """Frames that cannot be put side by side so."""


class SpecificationError(Exception):
    """A nested dict of aggregates."""


class OptionError(AttributeError, KeyError):
    """An option that there is not."""

    __str__ = AttributeError.__str__


class UnsortedIndexError(KeyError):
    """A slice of labels of several parts that are in no order."""


class UndefinedVariableError(NameError):
    """A name in a query that neither the frame nor the program has."""


class SettingWithCopyWarning(Warning):
    """Named in programs for older versions of pandas, and never shown."""

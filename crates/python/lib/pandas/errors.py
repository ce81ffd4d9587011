"""pandas' exceptions.

What it is not: where they are raised. Start reading anywhere.
"""


class ParserError(ValueError):
    """A file's text that is no table."""


class EmptyDataError(ValueError):
    """A file without any text."""


class IntCastingNaNError(ValueError):
    """Missing values that were to be whole numbers."""


class MergeError(ValueError):
    """Frames that cannot be put side by side so."""


class UndefinedVariableError(NameError):
    """A name in a query that neither the frame nor the program has."""


class SettingWithCopyWarning(Warning):
    """Named in programs for older versions of pandas, and never shown."""

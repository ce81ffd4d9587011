"""`pandas.api`: questions about kinds of columns, in `types`. Nothing else is here."""

from pandas.api import types  # noqa: F401

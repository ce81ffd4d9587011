"""`pandas.tseries`: steps of time, in `offsets`, and their names, in `frequencies`. Nothing else is here."""

from pandas.tseries import frequencies, offsets  # noqa: F401

"""`pandas.tseries`: steps of time, in `offsets`, their names, in `frequencies`, and holidays. Nothing else is here."""

from pandas.tseries import frequencies, offsets  # noqa: F401


def __getattr__(name):
    if name == "holiday":
        import importlib

        return importlib.import_module("pandas.tseries.holiday")
    raise AttributeError(f"module 'pandas.tseries' has no attribute '{name}'")

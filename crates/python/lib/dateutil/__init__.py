"""dateutil: texts as moments (`parser`), steps of calendars (`relativedelta`), zones (`tz`), moments in turn (`rrule`) and Easter.

What it is not: `zoneinfo` and `utils`. Start reading at `parser.parse`.
"""

__version__ = "4.0.0+kindling"
__all__ = ["easter", "parser", "relativedelta", "rrule", "tz"]


def __getattr__(name):
    if name in __all__:
        import importlib

        return importlib.import_module(f"dateutil.{name}")
    raise AttributeError(f"module 'dateutil' has no attribute '{name}'")

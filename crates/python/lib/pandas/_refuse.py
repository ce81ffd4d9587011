"""What this pandas does not do: parameters and names are refused by name.

What it is not: checks of what is done. Start reading at `also`.
"""

from _scalars import NUMBERS
from _kindling_absent import no_engine
from pandas._missing import NAMES


def check_sort(kind):
    """Raises ValueError for what is no way of sorting; all ways that there are leave equals in their order here."""
    if kind not in ("quicksort", "mergesort", "heapsort", "stable"):
        raise ValueError(f"sort kind must be one of 'quick', 'heap', or 'stable' (got {kind!r})")


def also(**parameters):
    """A function that pandas gives these parameters besides, with their defaults: other values are refused."""

    def decorate(function):
        owner, _, own = function.__qualname__.rpartition(".")
        told = owner if own == "__init__" else function.__name__

        def call(*args, **kwargs):
            for name, default in parameters.items():
                if name in kwargs:
                    value = kwargs.pop(name)
                    # Arrays and frames compare value by value, and are no default.
                    if value is not default and not (isinstance(value, (NUMBERS, str)) and value == default):
                        raise NotImplementedError(f"{told}: {name}={value!r} is not built into this pandas")
            return function(*args, **kwargs)

        call.__name__, call.__qualname__, call.__doc__ = function.__name__, function.__qualname__, function.__doc__
        call._inner = function
        return call

    return decorate


# Methods that come when they are asked for: functions of the series or the frame.
_LATER = {
    "_by_time": "at_time between_time to_period",
    "_forms": "combine_first droplevel explode first_valid_index last_valid_index reindex_like rename_axis reorder_levels set_axis "
    "squeeze stack swaplevel take truncate unstack update xs",
    "_json": "to_json to_markdown to_records",
    "_more_sums": "autocorr axes case_when compare corrwith cov dot eval factorize infer_objects is_monotonic_decreasing "
    "is_monotonic_increasing kurt kurtosis mode nbytes product radd rdiv repeat rfloordiv rmod rmul rpow rsub rtruediv "
    "searchsorted transform",
    "_resample": "asfreq resample",
    "_rolling": "ewm expanding rolling",
    "_gaps": "bfill ffill interpolate rank",
    "_memory": "memory_usage",
    "_nullable": "convert_dtypes",
    "_periods": "to_timestamp",
    "_pickled": "to_pickle",
    "_plot": "boxplot hist plot",
    "_styler": "style",
    "_together": "add_prefix add_suffix align asof combine divmod filter isetitem pop rdivmod to_latex transpose",
    "_zoned": "tz_convert tz_localize",
}
LATER = {name: file for file, names in _LATER.items() for name in names.split()}


# Those that only a series, or only a frame, has; and those that are no calls.
_OF_ONE = {
    1: frozenset("add_prefix add_suffix autocorr case_when divmod filter pop rdivmod transpose factorize is_monotonic_decreasing is_monotonic_increasing nbytes repeat searchsorted".split()),
    2: frozenset("boxplot isetitem compare corrwith eval stack style to_records".split()),
}
_PROPERTIES = frozenset(("axes", "is_monotonic_decreasing", "is_monotonic_increasing", "nbytes", "style"))


def later(data, name):
    """The method of that name of a series or a frame, from its own file."""
    module = __import__(f"pandas.{LATER[name]}", fromlist=(name,))
    if name == "plot":
        return module.PlotAccessor(data)
    if name in _OF_ONE[3 - data.ndim]:
        raise AttributeError(f"'{type(data).__name__}' object has no attribute '{name}'")
    method = getattr(module, name)
    if name in _PROPERTIES:
        return method(data)
    return lambda *args, **kwargs: method(data, *args, **kwargs)


def refuse(owner, name):
    """Raises NotImplementedError for a name that pandas has, AttributeError for one that it has not either."""
    if name == "cat":
        raise AttributeError("Can only use .cat accessor with a 'category' dtype")
    if name == "dt":
        raise AttributeError("Can only use .dt accessor with datetimelike values")
    if name in NAMES[owner]:
        told = f"{owner}.{name} is not built into this pandas"
        raise no_engine(told) if name.startswith("to_") else NotImplementedError(told)
    raise AttributeError(f"'{owner}' object has no attribute '{name}'")

"""As much of pandas as lessons on PyTorch use: tables to read, look at, clean, and make tensors of.

What it is not: all of pandas. Start reading at `_frame` and `_series`; a column is in `_column`.
"""

from _kindling_absent import Absent, no_engine
from pandas._column import NA, StringDtype, is_missing
from pandas._frame import DataFrame
from pandas._index import Index, RangeIndex
from pandas._multi_index import MultiIndex
from pandas._options import get_option, option_context, reset_option, set_option
from pandas._parameters import complete
from pandas._series import Series

for _kind in (DataFrame, Series, Index):
    complete(_kind)
for _kind in (DataFrame, Series, Index, MultiIndex, RangeIndex, StringDtype):
    _kind.__module__ = "pandas"

__version__ = "3.1.1+kindling"

# Where the functions are that come when they are asked for.
_LATER = {
    "merge": "_merge",
    "concat": "_merge",
    "read_csv": "_csv",
    "read_table": "_csv",
    "get_dummies": "_reshape",
    "melt": "_reshape",
    "crosstab": "_reshape",
    "pivot_table": "_reshape",
    "pivot": "_reshape",
    "factorize": "_reshape",
    "to_numeric": "_reshape",
    "unique": "_reshape",
    "cut": "_cut",
    "qcut": "_cut",
    "Interval": "_intervals",
    "IntervalIndex": "_intervals",
    "interval_range": "_intervals",
    "Categorical": "_category",
    "CategoricalDtype": "_category",
    "TimedeltaIndex": "_spans",
    "timedelta_range": "_spans",
    "eval": "_query",
    "infer_freq": "_by_time",
    "Timestamp": "_moments",
    "Timedelta": "_timedelta",
    "NaT": "_timedelta",
    "DatetimeIndex": "_times",
    "to_datetime": "_to_times",
    "to_timedelta": "_to_times",
    "date_range": "_offsets",
    "bdate_range": "_offsets",
    "DateOffset": "_offsets",
    "Period": "_periods",
    "PeriodDtype": "_periods",
    "PeriodIndex": "_periods",
    "period_range": "_periods",
    "json_normalize": "_json",
    "read_json": "_json",
    "read_pickle": "_pickled",
    "Grouper": "_resample",
    "NamedAgg": "_groupby",
    "array": "_nullable",
    "IndexSlice": "_multi_index",
    "from_dummies": "_wide",
    "merge_asof": "_wide",
    "merge_ordered": "_wide",
    "wide_to_long": "_wide",
}
_NOT_BUILT = frozenset(
    "read_excel read_parquet read_sql read_html read_feather read_hdf read_xml "
    "CategoricalIndex ExcelFile ExcelWriter HDFStore read_clipboard read_fwf read_sas read_spss read_stata "
    "testing".split()
)


# With what comes later, for `from pandas import *`.
__all__ = [
    *(name for name in dict(globals()) if name[0] != "_" and name not in ("Absent", "complete", "is_missing")),
    *_LATER, "api", "isna", "isnull", "notna", "notnull", "offsets", "options", "plotting", "tseries",
]  # fmt: skip


def isnull(obj):
    """Whether nothing is there: of a value, or of each."""
    if hasattr(obj, "isnull"):
        return obj.isnull()
    if hasattr(obj, "__iter__") and not isinstance(obj, str):
        return Series(obj).isnull().to_numpy()
    return bool(obj != obj) if hasattr(obj, "_letter") else is_missing(obj)


def notnull(obj):
    """Whether something is there: of a value, or of each."""
    found = isnull(obj)
    return not found if isinstance(found, bool) else ~found


isna, notna = isnull, notnull


class _Options:
    """`pd.options.display.max_rows`."""

    def __init__(self, path=""):
        object.__setattr__(self, "_path", path)

    def __getattr__(self, name):
        return _Options("display.") if name == "display" else get_option(self._path + name)

    def __setattr__(self, name, value):
        set_option(self._path + name, value)


options = _Options()


def __getattr__(name):
    if name in ("api", "offsets", "plotting", "tseries"):
        return __import__(f"pandas.{name}", fromlist=(name,))
    if name.endswith("Dtype") and name[:1].isupper():
        from pandas._nullable import NAMES, NullableDtype

        kind = "boolean" if name == "BooleanDtype" else name[:-5]
        if kind in NAMES:
            return lambda: NullableDtype(kind)
    if name in _LATER:
        return getattr(__import__(f"pandas.{_LATER[name]}", fromlist=(name,)), name)
    if name in _NOT_BUILT:
        told = f"pandas.{name} is not built into this pandas"
        return Absent(told, no_engine) if name.startswith("read_") else Absent(told)
    raise AttributeError(f"module 'pandas' has no attribute '{name}'")

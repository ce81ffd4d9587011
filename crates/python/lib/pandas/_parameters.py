"""Parameters that pandas' methods have besides, and their defaults: other values are refused by name.

What it is not: what is done. Start reading at `complete`.
"""

from pandas._refuse import also

_PARAMETERS = {
    "DataFrame": (
        ("all any", {"bool_only": False}),
        ("apply", {"raw": False, "result_type": None, "by_row": "compat", "engine": None, "engine_kwargs": None}),
        ("clip", {"axis": None}),
        ("diff nunique", {"axis": 0}),
        ("insert", {"allow_duplicates": False}),
        ("join", {"sort": False, "validate": None, "suffixes": None}),
        ("mask where", {"axis": None, "level": None}),
        ("nlargest nsmallest", {"keep": "first"}),
        ("pct_change", {"fill_method": None, "freq": None}),
        ("prod", {"min_count": 0}),
        ("quantile", {"method": "single"}),
        ("shift", {"freq": None, "axis": 0, "suffix": None}),
        (
            "to_string",
            {
                "buf": None,
                "columns": None,
                "col_space": None,
                "header": True,
                "na_rep": "NaN",
                "formatters": None,
                "float_format": None,
                "sparsify": None,
                "index_names": True,
                "justify": None,
                "max_cols": None,
                "show_dimensions": False,
                "decimal": ".",
                "min_rows": None,
                "max_colwidth": None,
                "encoding": None,
            },
        ),
        ("transpose", {"copy": None}),
    ),
    "Series": (
        ("agg aggregate", {"axis": 0}),
        ("all any", {"bool_only": False}),
        ("argmax argmin", {"axis": None, "skipna": True}),
        ("argsort", {"axis": 0, "kind": "quicksort", "order": None, "stable": None}),
        ("clip", {"axis": None}),
        ("idxmax idxmin", {"axis": 0, "skipna": True}),
        ("map", {"engine": None}),
        ("mask where", {"axis": None, "level": None}),
        ("nlargest nsmallest", {"keep": "first"}),
        ("pct_change", {"fill_method": None, "freq": None}),
        ("prod", {"min_count": 0}),
        ("shift", {"axis": 0, "suffix": None}),
        ("to_dict", {"into": None}),
        (
            "to_string",
            {
                "buf": None,
                "na_rep": "NaN",
                "float_format": None,
                "header": True,
                "index": True,
                "length": False,
                "dtype": False,
                "name": False,
                "max_rows": None,
                "min_rows": None,
            },
        ),
    ),
    "Index": (
        ("copy", {"name": None, "deep": False}),
        ("difference union", {"sort": None}),
        ("drop", {"errors": "raise"}),
        ("intersection", {"sort": False}),
        ("isin unique", {"level": None}),
        ("map", {"na_action": None}),
        ("max min", {"axis": None, "skipna": True}),
        ("nunique", {"dropna": True}),
        ("rename", {"inplace": False}),
        ("take", {"indices": None, "axis": 0, "allow_fill": None, "fill_value": None}),
        ("to_numpy", {"dtype": None, "copy": False, "na_value": None}),
        ("to_series", {"index": None, "name": None}),
    ),
    "DataFrameGroupBy": (
        ("agg aggregate mean std sum transform var", {"engine": None, "engine_kwargs": None}),
        ("first last", {"min_count": -1}),
        ("max min", {"min_count": -1, "engine": None, "engine_kwargs": None}),
        ("prod", {"min_count": 0}),
    ),
    "SeriesGroupBy": (
        ("agg aggregate mean std sum transform var", {"engine": None, "engine_kwargs": None}),
        ("first last", {"min_count": -1}),
        ("max min", {"min_count": -1, "engine": None, "engine_kwargs": None}),
        ("prod", {"min_count": 0}),
    ),
}


# What a series and a frame have of one class in pandas.
_OF_BOTH = frozenset("fillna head tail sample astype copy pipe describe".split())


def _name_methods(owner):
    """Methods are told of by the class that students know, whichever of its parts they are in."""
    for part in owner.__mro__[:-1]:
        for name, method in vars(part).items():
            if hasattr(method, "__qualname__") and not name.startswith("__") and part.__name__ not in ("Index", "Groups"):
                title = "NDFrame" if name in _OF_BOTH or part.__name__ == "Labelled" else owner.__name__
                _rename(method, f"{title}.{name}")


def _rename(method, title):
    while method is not None:
        try:
            method.__qualname__ = title
        except (AttributeError, TypeError):
            return
        method = getattr(method, "_inner", None)


def complete(owner):
    """Lets a class's methods refuse these parameters by name."""
    _name_methods(owner)
    for names, parameters in _PARAMETERS[owner.__name__]:
        for name in names.split():
            setattr(owner, name, also(**parameters)(getattr(owner, name)))

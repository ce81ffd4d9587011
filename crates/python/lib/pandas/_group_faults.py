"""Reductions of groups that make no sense for a column's kind, and what is said of them.

What it is not: the reductions. Start reading at `check`.
"""

from pandas._stats import as_numbers

_SUMS = frozenset("sum prod cumsum cumprod".split())
_OF_NUMBERS = frozenset("mean median std var sem skew kurt prod quantile cumsum cumprod".split())


def check_values(groups, how):
    """The same of groups of one column's values; of a frame the columns that do not fit are named elsewhere."""
    if groups._owner.ndim == 1:
        check(groups._owner._column, how)


def check(column, how):
    """Says no to a mean of texts or a sum of moments.

    Raises:
        TypeError: for such a pair.
    """
    if not isinstance(how, str):
        return
    if column.kind.startswith("datetime64") and how in _SUMS:
        raise TypeError(f"datetime64 type does not support operation '{how}'")
    if how in _OF_NUMBERS and column.kind == "str":
        raise TypeError(f"dtype 'str' does not support operation '{how}'")
    if how in _SUMS and column.kind == "category":
        raise TypeError(f"category type does not support {how} operations")
    if how in _OF_NUMBERS and column.kind == "category":
        raise TypeError(f"category dtype does not support aggregation '{how}'")
    if how in _OF_NUMBERS and column.kind == "object" and as_numbers(column) is None:
        raise TypeError(f"agg function failed [how->{how},dtype->object]")

"""Reductions of groups that make no sense for a column's kind, and what is said of them.

What it is not: the reductions. Start reading at `check`.
"""

_OF_NUMBERS = frozenset("mean median std var sem skew kurt prod quantile cumsum cumprod".split())


def check(column, how):
    """Says no to a mean of texts or a sum of moments.

    Raises:
        TypeError: for such a pair.
    """
    if not isinstance(how, str):
        return
    if column.kind.startswith("datetime64") and how in ("sum", "prod", "cumsum", "cumprod"):
        raise TypeError(f"datetime64 type does not support operation '{how}'")
    if how in _OF_NUMBERS and column.kind == "str":
        raise TypeError(f"dtype 'str' does not support operation '{how}'")
    if how in ("sum", "prod", "cumsum", "cumprod") and column.kind == "category":
        raise TypeError(f"category type does not support {how} operations")
    if how in _OF_NUMBERS and column.kind == "category":
        raise TypeError(f"category dtype does not support aggregation '{how}'")
    if how in _OF_NUMBERS and column.kind == "object":
        raise TypeError(f"agg function failed [how->{how},dtype->object]")

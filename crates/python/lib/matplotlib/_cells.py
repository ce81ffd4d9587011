"""Where axes stand: cells of an even grid.

What it is not: grids with rows and columns of different sizes (gridspec.py). Start reading at `named_place`.
"""

from _scalars import INTS


def check_counts(rows, columns):
    """Refuses a grid that has no cell."""
    for name, count in (("rows", rows), ("columns", columns)):
        if not isinstance(count, INTS) or count <= 0:
            raise ValueError(f"Number of {name} must be a positive integer, not {count!r}")


def grid_place(rows, columns, row, column):
    """The place of one cell of a grid, counted from 0."""
    return {"rows": rows, "columns": columns, "row": row, "column": column}


def named_place(args):
    """The place that subplot's arguments name: nothing, 211, or rows, columns and an index from 1."""
    if not args:
        args = (1, 1, 1)
    if len(args) == 1:
        number = args[0]
        if not isinstance(number, INTS) or not 100 <= number <= 999:
            raise ValueError(f"Single argument to subplot must be a three-digit integer, not {number!r}")
        args = (number // 100, number // 10 % 10, number % 10)
    if len(args) != 3:
        raise TypeError(f"subplot() takes 1 or 3 positional arguments but {len(args)} were given")
    rows, columns, index = args
    check_counts(rows, columns)
    first, last = index if isinstance(index, tuple) else (index, index)
    if not 1 <= first <= last <= rows * columns:
        raise ValueError(f"num must be an integer with 1 <= num <= {rows * columns}, not {index!r}")
    row, column = divmod(first - 1, columns)
    last_row, last_column = divmod(last - 1, columns)
    place = grid_place(rows, columns, row, column)
    place.update(row_span=last_row - row + 1, column_span=max(last_column - column + 1, 1))
    return place

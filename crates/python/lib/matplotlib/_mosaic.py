"""Layouts of axes by name, as a text or lists show them.

What it is not: the axes. Start reading at `named_cells`.
"""


def named_cells(mosaic):
    """The rows of a layout, and the cells of each name; a dot is an empty cell."""
    if isinstance(mosaic, str):
        lines = mosaic.replace(";", "\n").strip("\n").split("\n")
        mosaic = [list(line.strip()) for line in lines]
    found = {}
    for row, line in enumerate(mosaic):
        for column, name in enumerate(line):
            if name != ".":
                found.setdefault(name, []).append((row, column))
    return mosaic, found

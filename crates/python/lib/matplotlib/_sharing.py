"""Axes with the same limits, ticks and scale: `sharex` and `sharey`, and which of a grid keep the texts of their ticks.

What it is not: twins, which stand in one place (`_twins`). Start reading at `share_grid`.
"""

_WAYS = ("all", "row", "col", "none", False, True)


def checked(name, value):
    """'all', 'row', 'col' or 'none'."""
    if isinstance(value, bool):
        return "all" if value else "none"
    if value not in _WAYS:
        raise ValueError(f"{value!r} is not a valid value for {name}. Supported values are {', '.join(map(repr, _WAYS))}")
    return value


def share(name, axes, other):
    """Joins axes to those that share an axis with the other; it is the other's limits and ticks that hold."""
    if other._joined[name] is None:
        other._joined = {**other._joined, name: [other]}
    group = other._joined[name]
    for one in axes._joined[name] or [axes]:
        if all(one is not known for known in group):
            group.append(one)
        one._joined = {**one._joined, name: group}
    if "scale" in other._axis(name):
        axes._axis(name)["scale"] = other._axis(name)["scale"]


def share_grid(grid, sharex, sharey):
    """Joins the axes of a grid, all or by rows or columns; inner ones lose the texts of ticks that stand outside, too."""
    rows, columns = len(grid), len(grid[0])
    for name, way in (("x", checked("sharex", sharex)), ("y", checked("sharey", sharey))):
        for row in range(rows):
            for column in range(columns):
                first = {"all": grid[0][0], "row": grid[row][0], "col": grid[0][column], "none": None}[way]
                if first is not None and first is not grid[row][column]:
                    share(name, grid[row][column], first)
        if way in ("all", "col" if name == "x" else "row"):
            for row in range(rows):
                for column in range(columns):
                    if row < rows - 1 if name == "x" else column > 0:
                        grid[row][column]._tick_rules[name]["untexted"] = True


class Grouper:
    """Who belongs together, as `get_shared_x_axes` tells it."""

    def __init__(self, groups):
        self._groups = groups

    def _of(self, one):
        return next((group for group in self._groups if any(one is each for each in group)), [one])

    def joined(self, a, b):
        return any(b is each for each in self._of(a))

    def get_siblings(self, a):
        return list(self._of(a))

    def __contains__(self, item):
        return any(item is each for group in self._groups for each in group)

    def __iter__(self):
        return iter(list(group) for group in self._groups)


Grouper.__module__, Grouper.__name__, Grouper.__qualname__ = "matplotlib.cbook", "GrouperView", "GrouperView"

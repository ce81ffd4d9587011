"""`cycler`: looks that lines take in turn, for `set_prop_cycle` and rcParams["axes.prop_cycle"].

What it is not: a part of matplotlib, which takes the colours of one. Start reading at `Cycler`.
"""


class Cycler:
    """Several looks by their names, one row after the other."""

    def __init__(self, rows):
        self._rows = rows

    @property
    def keys(self):
        return set(self._rows[0]) if self._rows else set()

    def by_key(self):
        """A list of values for each name."""
        return {name: [row[name] for row in self._rows] for name in (self._rows[0] if self._rows else ())}

    def __iter__(self):
        return iter(self._rows)

    def __call__(self):
        while True:
            yield from self._rows

    def __len__(self):
        return len(self._rows)

    def __getitem__(self, key):
        return Cycler(self._rows[key])

    def __add__(self, other):
        """Two cycles of one length beside each other."""
        if len(self) != len(other):
            raise ValueError(f"Can only add equal length cycles, not {len(self)} and {len(other)}")
        return Cycler([{**a, **b} for a, b in zip(self._rows, other._rows)])

    def __mul__(self, other):
        """Each row with each of the other's, or a cycle so many times."""
        if isinstance(other, int):
            return Cycler(self._rows * other)
        return Cycler([{**a, **b} for a in self._rows for b in other._rows])

    __rmul__ = __mul__

    def concat(self, other):
        return Cycler(self._rows + other._rows)

    def __eq__(self, other):
        return isinstance(other, Cycler) and self._rows == other._rows

    __hash__ = None

    def __repr__(self):
        parts = [f"cycler({name!r}, {values!r})" for name, values in self.by_key().items()]
        return f"({' + '.join(parts)})" if len(parts) > 1 else parts[0] if parts else "cycler(None, None)"


def cycler(*args, **kwargs):
    """cycler(color=["r", "b"]) or cycler("color", ["r", "b"]): such looks in turn."""
    if len(args) == 1:
        if not isinstance(args[0], Cycler):
            raise TypeError("If only one positional argument given, it must be of type Cycler")
        return Cycler(list(args[0]))
    if len(args) == 2:
        kwargs = {args[0]: args[1]}
    values = {name: list(each) for name, each in kwargs.items()}
    if len({len(each) for each in values.values()}) > 1:
        raise ValueError("Can only add equal length cycles, not " + " and ".join(str(len(each)) for each in values.values()))
    return Cycler([dict(zip(values, row)) for row in zip(*values.values())])

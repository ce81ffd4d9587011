"""cycler: values of properties in turn, as matplotlib's `axes.prop_cycle` takes them. Start reading at `cycler`."""

import itertools


class Cycler:
    """Dicts of properties, one after the other. `+` goes through two at once, `*` through all pairs, a number repeats."""

    def __init__(self, each):
        self._each = [dict(one) for one in each]

    @property
    def keys(self):
        return set(self._each[0]) if self._each else set()

    def by_key(self):
        return {key: [one[key] for one in self._each] for key in (self._each[0] if self._each else ())}

    def __len__(self):
        return len(self._each)

    def __iter__(self):
        return iter([dict(one) for one in self._each])

    def __call__(self):
        return itertools.cycle(self._each)

    def __getitem__(self, key):
        if not isinstance(key, slice):
            raise ValueError("Can only use slices with Cycler.__getitem__")
        return Cycler(self._each[key])

    def __add__(self, other):
        _check_keys(self, other)
        if len(self) != len(other):
            raise ValueError(f"Can only add equal length cycles, not {len(self)} and {len(other)}")
        return Cycler({**one, **another} for one, another in zip(self, other))

    def __mul__(self, other):
        if isinstance(other, int):
            return Cycler(self._each * other)
        _check_keys(self, other)
        return Cycler({**one, **another} for one, another in itertools.product(self, other))

    __rmul__ = __mul__

    def concat(self, other):
        return Cycler([*self, *other])

    def __eq__(self, other):
        return isinstance(other, Cycler) and self._each == other._each

    __hash__ = None

    def __repr__(self):
        said = " + ".join(f"cycler({key!r}, {values!r})" for key, values in self.by_key().items())
        return f"({said})" if len(self.keys) > 1 else said


def _check_keys(one, other):
    if one.keys & other.keys:
        raise ValueError("Can not compose overlapping cycles")


def cycler(*args, **kwargs):
    """cycler(label, values), cycler(label=values, …) or a copy of another one."""
    if args and kwargs:
        raise TypeError("cycler() can only accept positional OR keyword arguments -- not both.")
    if len(args) == 1:
        if not isinstance(args[0], Cycler):
            raise TypeError("If only one positional argument given, it must be a Cycler instance.")
        return Cycler(args[0])
    if len(args) == 2:
        kwargs = {args[0]: args[1]}
    elif len(args) > 2:
        raise TypeError("Only a single Cycler can be accepted as the lone positional argument. Use keyword arguments instead.")
    if not kwargs:
        raise TypeError("Must have at least a positional OR keyword arguments")
    made = [Cycler({key: value} for value in values) for key, values in kwargs.items()]
    whole = made[0]
    for more in made[1:]:
        whole = whole + more
    return whole


def concat(left, right):
    return left.concat(right)

"""Python's signs on arrays that compute by themselves: of objects, of moments and spans of time.

What it is not: what the signs do, which each kind of array says. Start reading at `give`.
"""


def give(kind, name, compute, is_arithmetic):
    """Gives a class a sign by its name, as "add": `compute(name, left, right)`; arithmetic from the right and in place, too."""

    def forward(self, other):
        return compute(name, self, other)

    def backward(self, other):
        return compute(name, other, self)

    setattr(kind, f"__{name}__", forward)
    if is_arithmetic:
        setattr(kind, f"__r{name}__", backward)
        setattr(kind, f"__i{name}__", forward)

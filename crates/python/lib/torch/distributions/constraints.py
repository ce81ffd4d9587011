"""`torch.distributions.constraints`: what values may be, to check them by.

Not which transform leads there (`constraint_registry`). Start reading anywhere: each name is PyTorch's.
"""

import _torch
from torch.distributions._common import Constraint


class _Bounded(Constraint):
    """A constraint with numbers in its name."""

    def __init__(self, title, holds, **bounds):
        told = ", ".join(f"{name}={value}" for name, value in bounds.items())
        super().__init__(f"{title}({told})", holds)
        self.__dict__.update(bounds)


def greater_than(lower_bound):
    return _Bounded("GreaterThan", lambda value: lower_bound < value, lower_bound=lower_bound)


def greater_than_eq(lower_bound):
    return _Bounded("GreaterThanEq", lambda value: lower_bound <= value, lower_bound=lower_bound)


def less_than(upper_bound):
    return _Bounded("LessThan", lambda value: value < upper_bound, upper_bound=upper_bound)


def interval(lower_bound, upper_bound):
    return _Bounded(
        "Interval", lambda value: (lower_bound <= value) & (value <= upper_bound), lower_bound=lower_bound,
        upper_bound=upper_bound,
    )  # fmt: skip


def half_open_interval(lower_bound, upper_bound):
    return _Bounded(
        "HalfOpenInterval", lambda value: (lower_bound <= value) & (value < upper_bound), lower_bound=lower_bound,
        upper_bound=upper_bound,
    )  # fmt: skip


def integer_interval(lower_bound, upper_bound):
    return _Bounded(
        "IntegerInterval", lambda value: (value % 1 == 0) & (lower_bound <= value) & (value <= upper_bound),
        lower_bound=lower_bound, upper_bound=upper_bound,
    )  # fmt: skip


def _below_diagonal(value):
    return (value.tril() == value).flatten(-2).all(-1)


real = Constraint("Real()", lambda value: value == value)
real_vector = Constraint("IndependentConstraint(Real(), 1)", lambda value: (value == value).all(-1))
positive = greater_than(0.0)
nonnegative = greater_than_eq(0.0)
unit_interval = interval(0.0, 1.0)
boolean = Constraint("Boolean()", lambda value: (value == 0) | (value == 1))
nonnegative_integer = Constraint(
    "IntegerGreaterThan(lower_bound=0)", lambda value: (value % 1 == 0) & (value >= 0)
)
positive_integer = Constraint("IntegerGreaterThan(lower_bound=1)", lambda value: (value % 1 == 0) & (value >= 1))
simplex = Constraint("Simplex()", lambda value: (value >= 0).all(-1) & ((value.sum(-1) - 1).abs() < 1e-6))
one_hot = Constraint("OneHot()", lambda value: boolean.check(value).all(-1) & value.sum(-1).eq(1))
lower_triangular = Constraint("LowerTriangular()", _below_diagonal)
lower_cholesky = Constraint(
    "LowerCholesky()", lambda value: _below_diagonal(value) & (value.diagonal(0, -2, -1) > 0).all(-1)
)
square = Constraint("Square()", lambda value: _torch.full(value.shape[:-2], value.size(-1) == value.size(-2)))
symmetric = Constraint(
    "Symmetric()", lambda value: _torch.isclose(value, value.mT, atol=1e-6).flatten(-2).all(-1)
)
positive_definite = Constraint(
    "PositiveDefinite()",
    lambda value: symmetric.check(value) & (_torch._linalg["eigvalsh"](value) > 0).all(-1),
)

"""`biject_to` and `transform_to`: the transform that leads from all numbers to those that a constraint allows.

Not the constraints. Start reading at `_to`.
"""

from torch.distributions import constraints
from torch.distributions.transforms import AffineTransform, ComposeTransform, ExpTransform, SigmoidTransform, identity_transform


def _to(constraint, of_shares):
    title = repr(constraint).partition("(")[0]
    if title == "Real" or constraint is constraints.real_vector:
        return identity_transform
    if title in ("GreaterThan", "GreaterThanEq"):
        if constraint is constraints.positive or constraint is constraints.nonnegative:
            return ExpTransform()
        return ComposeTransform([ExpTransform(), AffineTransform(constraint.lower_bound, 1)])
    if title == "LessThan":
        return ComposeTransform([ExpTransform(), AffineTransform(constraint.upper_bound, -1)])
    if title in ("Interval", "HalfOpenInterval"):
        low, high = constraint.lower_bound, constraint.upper_bound
        return SigmoidTransform() if (low, high) == (0, 1) else ComposeTransform([SigmoidTransform(), AffineTransform(low, high - low)])
    from torch.distributions import _more_transforms as more

    found = {"Simplex": of_shares, "LowerCholesky": "LowerCholeskyTransform", "PositiveDefinite": "PositiveDefiniteTransform"}
    if title not in found:
        raise NotImplementedError(f"Cannot transform {type(constraint).__name__} constraints")
    return getattr(more, found[title])()


def biject_to(constraint):
    """The transform, one to one."""
    return _to(constraint, "StickBreakingTransform")


def transform_to(constraint):
    """The transform, which need not be one to one."""
    return _to(constraint, "SoftmaxTransform")

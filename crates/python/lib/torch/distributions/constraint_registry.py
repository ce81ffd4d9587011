"""`biject_to` and `transform_to`: the transform that leads from all numbers to those that a constraint allows.

Not the constraints. Start reading at `ConstraintRegistry`.
"""

from _scalars import NUMBERS
from torch.distributions import constraints, transforms


class ConstraintRegistry:
    """Which function makes the transform of each class of constraints."""

    def __init__(self):
        self._registry = {}

    def register(self, constraint, factory=None):
        """Has `factory` make the transforms; without one, as a decorator."""
        if factory is None:
            return lambda made: self.register(constraint, made)
        kind = type(constraint) if isinstance(constraint, constraints.Constraint) else constraint
        if not isinstance(kind, type) or not issubclass(kind, constraints.Constraint):
            raise TypeError(f"Expected constraint to be either a Constraint subclass or instance, but got {constraint}")
        self._registry[kind] = factory
        return factory

    def __call__(self, constraint):
        """The transform that leads to a constraint."""
        factory = self._registry.get(type(constraint))
        if factory is None:
            raise NotImplementedError(f"Cannot transform {type(constraint).__name__} constraints")
        return factory(constraint)


biject_to, transform_to = ConstraintRegistry(), ConstraintRegistry()


def _from_below(constraint):
    return transforms.ComposeTransform([transforms.ExpTransform(), transforms.AffineTransform(constraint.lower_bound, 1)])


def _from_above(constraint):
    return transforms.ComposeTransform([transforms.ExpTransform(), transforms.AffineTransform(constraint.upper_bound, -1)])


def _between(constraint):
    low, high = constraint.lower_bound, constraint.upper_bound
    if all(isinstance(bound, NUMBERS) for bound in (low, high)) and (low, high) == (0, 1):
        return transforms.SigmoidTransform()
    return transforms.ComposeTransform([transforms.SigmoidTransform(), transforms.AffineTransform(low, high - low)])


def _parts(registry, make):
    def factory(constraint):
        lengths = (constraint.lengths,) if hasattr(constraint, "lengths") else ()
        return make([registry(each) for each in constraint.cseq], constraint.dim, *lengths)

    return factory


def _of_independent(registry):
    return lambda constraint: transforms.IndependentTransform(
        registry(constraint.base_constraint), constraint.reinterpreted_batch_ndims
    )


def _settle(registry, of_shares):
    """The transforms that PyTorch has for its own constraints."""
    registry.register(constraints.real, lambda constraint: transforms.identity_transform)
    registry.register(constraints.independent, _of_independent(registry))
    registry.register(constraints.greater_than, _from_below)
    registry.register(constraints.greater_than_eq, _from_below)
    registry.register(constraints.less_than, _from_above)
    registry.register(constraints.interval, _between)
    registry.register(constraints.half_open_interval, _between)
    registry.register(constraints.simplex, lambda constraint: of_shares())
    registry.register(constraints.corr_cholesky, lambda constraint: transforms.CorrCholeskyTransform())
    registry.register(constraints.cat, _parts(registry, transforms.CatTransform))
    registry.register(constraints.stack, _parts(registry, transforms.StackTransform))


_settle(biject_to, transforms.StickBreakingTransform)
_settle(transform_to, transforms.SoftmaxTransform)
# These are not one to one: what is above the diagonal is lost.
transform_to.register(constraints.lower_cholesky, lambda constraint: transforms.LowerCholeskyTransform())
transform_to.register(constraints.positive_definite, lambda constraint: transforms.PositiveDefiniteTransform())
transform_to.register(constraints.positive_semidefinite, lambda constraint: transforms.PositiveDefiniteTransform())

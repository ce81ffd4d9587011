"""scikit-learn's exceptions and warnings.

What it is not: where they are raised. Start reading anywhere.
"""


class InvalidParameterError(ValueError, TypeError):
    """A parameter of a kind or a size that there is not."""

    __module__ = "sklearn.utils._param_validation"


class NotFittedError(ValueError, AttributeError):
    """An estimator that is used before it was fitted."""


class ConvergenceWarning(UserWarning):
    """A search that stopped before it had arrived."""


class DataConversionWarning(UserWarning):
    """Data of another shape than was asked for."""


class UndefinedMetricWarning(UserWarning):
    """A measure that does not exist for these labels."""

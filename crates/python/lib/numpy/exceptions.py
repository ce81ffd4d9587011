"""`numpy.exceptions`: the errors and warnings of numpy by name. Nothing is raised here; see `_errors`."""

from numpy._errors import AxisError, DTypePromotionError


class VisibleDeprecationWarning(UserWarning):
    """What goes away, said to users too."""


class ComplexWarning(RuntimeWarning):
    """The imaginary part is lost."""


class RankWarning(RuntimeWarning):
    """A fit is badly conditioned."""


class TooHardError(RuntimeError):
    """Whether memory is shared would take too long to find."""


class ModuleDeprecationWarning(DeprecationWarning):
    """A module goes away."""

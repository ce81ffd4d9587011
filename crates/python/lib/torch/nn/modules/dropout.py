"""Layers that set values to zero at random while training."""

from torch.nn import functional as F
from torch.nn.modules.module import Module


class _Dropout(Module):
    def __init__(self, p=0.5, inplace=False):
        super().__init__()
        if p < 0 or p > 1:
            raise ValueError(f"dropout probability has to be between 0 and 1, but got {p}")
        self.p = p
        self.inplace = inplace

    def forward(self, input):
        return getattr(F, self._name)(input, self.p, self.training)

    def extra_repr(self):
        return f"p={self.p}, inplace={self.inplace}"


class Dropout(_Dropout):
    """Sets each value to 0 with probability p while training, and scales the others up."""

    _name = "dropout"


class Dropout1d(_Dropout):
    """Drops whole channels."""

    _name = "dropout1d"


class Dropout2d(_Dropout):
    """Drops whole channels."""

    _name = "dropout2d"


class Dropout3d(_Dropout):
    """Drops whole channels."""

    _name = "dropout3d"


class AlphaDropout(_Dropout):
    """Dropout that keeps mean and variance."""

    _name = "alpha_dropout"

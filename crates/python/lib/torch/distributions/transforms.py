"""`torch.distributions.transforms`: changes of variables, under the names by which programs import them.

Not what they compute: that is in `_transforms` and `_more_transforms`. Start reading there.
"""

from torch.distributions._more_transforms import (
    CatTransform, CorrCholeskyTransform, CumulativeDistributionTransform, IndependentTransform, LowerCholeskyTransform,
    PositiveDefiniteTransform, ReshapeTransform, SoftmaxTransform, StackTransform, StickBreakingTransform
)
from torch.distributions._transforms import (
    AbsTransform, AffineTransform, ComposeTransform, ExpTransform, PowerTransform, SigmoidTransform, SoftplusTransform,
    TanhTransform, Transform, identity_transform
)

__all__ = [
    "AbsTransform", "AffineTransform", "CatTransform", "ComposeTransform", "CorrCholeskyTransform",
    "CumulativeDistributionTransform", "ExpTransform", "IndependentTransform", "LowerCholeskyTransform",
    "PositiveDefiniteTransform", "PowerTransform", "ReshapeTransform", "SigmoidTransform", "SoftplusTransform", "TanhTransform",
    "SoftmaxTransform", "StackTransform", "StickBreakingTransform", "Transform", "identity_transform",
]

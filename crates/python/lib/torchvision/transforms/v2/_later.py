"""The transforms of the second edition that few programs ask for.

What it is not: the changes themselves; these are the first edition's. Start reading anywhere.
"""

from torchvision.transforms import _policies, _warps
from torchvision.transforms._policies import AutoAugmentPolicy
from torchvision.transforms.v2._transforms import _again

AugMix = _again(
    _policies.AugMix, ("interpolation", "severity", "mixture_width", "chain_depth", "alpha", "all_ops")
)
AutoAugment = _again(_policies.AutoAugment, ("interpolation", "policy"))
ElasticTransform = _again(
    _warps.ElasticTransform,
    ("alpha", "sigma", "interpolation", "fill"),
    lambda name, value: int(value[0]) if name == "fill" and value == [0.0] else value,
)
RandomPerspective = _again(_warps.RandomPerspective, ("p", "distortion_scale", "interpolation", "fill"))

__all__ = ["AugMix", "AutoAugment", "AutoAugmentPolicy", "ElasticTransform", "RandomPerspective"]

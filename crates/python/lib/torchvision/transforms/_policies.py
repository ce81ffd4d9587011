"""Augmentation by policies that were learned: pairs of changes, each with how likely and how strong it is.

What it is not: the changes themselves, which are `autoaugment`'s. Start reading at `AutoAugment`.
"""

from enum import Enum

import torch
from torchvision.transforms import functional as F
from torchvision.transforms import autoaugment
from torchvision.transforms._modes import InterpolationMode
from torchvision.transforms._types import whole


class AutoAugmentPolicy(Enum):
    """The pictures that a policy was learned for."""

    IMAGENET = "imagenet"
    CIFAR10 = "cifar10"
    SVHN = "svhn"


# As E. Cubuk et al. found them (2018): a pair a piece, each change with its likelihood in tenths and its strength.
_TABLES = {
    AutoAugmentPolicy.IMAGENET: """
        Posterize 4 8 Rotate 6 9, Solarize 6 5 AutoContrast 6 -, Equalize 8 - Equalize 6 -, Posterize 6 7 Posterize 6 6,
        Equalize 4 - Solarize 2 4, Equalize 4 - Rotate 8 8, Solarize 6 3 Equalize 6 -, Posterize 8 5 Equalize 10 -,
        Rotate 2 3 Solarize 6 8, Equalize 6 - Posterize 4 6, Rotate 8 8 Color 4 0, Rotate 4 9 Equalize 6 -,
        Equalize 0 - Equalize 8 -, Invert 6 - Equalize 10 -, Color 6 4 Contrast 10 8, Rotate 8 8 Color 10 2,
        Color 8 8 Solarize 8 7, Sharpness 4 7 Invert 6 -, ShearX 6 5 Equalize 10 -, Color 4 0 Equalize 6 -,
        Equalize 4 - Solarize 2 4, Solarize 6 5 AutoContrast 6 -, Invert 6 - Equalize 10 -, Color 6 4 Contrast 10 8,
        Equalize 8 - Equalize 6 -""",
    AutoAugmentPolicy.CIFAR10: """
        Invert 1 - Contrast 2 6, Rotate 7 2 TranslateX 3 9, Sharpness 8 1 Sharpness 9 3, ShearY 5 8 TranslateY 7 9,
        AutoContrast 5 - Equalize 9 -, ShearY 2 7 Posterize 3 7, Color 4 3 Brightness 6 7, Sharpness 3 9 Brightness 7 9,
        Equalize 6 - Equalize 5 -, Contrast 6 7 Sharpness 6 5, Color 7 7 TranslateX 5 8, Equalize 3 - AutoContrast 4 -,
        TranslateY 4 3 Sharpness 2 6, Brightness 9 6 Color 2 8, Solarize 5 2 Invert 0 -, Equalize 2 - AutoContrast 6 -,
        Equalize 2 - Equalize 6 -, Color 9 9 Equalize 6 -, AutoContrast 8 - Solarize 2 8, Brightness 1 3 Color 7 0,
        Solarize 4 5 AutoContrast 9 -, TranslateY 9 9 TranslateY 7 9, AutoContrast 9 - Solarize 8 3,
        Equalize 8 - Invert 1 -, TranslateY 7 9 AutoContrast 9 -""",
    AutoAugmentPolicy.SVHN: """
        ShearX 9 4 Invert 2 -, ShearY 9 8 Invert 7 -, Equalize 6 - Solarize 6 6, Invert 9 - Equalize 6 -,
        Equalize 6 - Rotate 9 3, ShearX 9 4 AutoContrast 8 -, ShearY 9 8 Invert 4 -, ShearY 9 5 Solarize 2 6,
        Invert 9 - AutoContrast 8 -, Equalize 6 - Rotate 9 3, ShearX 9 4 Solarize 3 3, ShearY 8 8 Invert 7 -,
        Equalize 9 - TranslateY 6 6, Invert 9 - Equalize 6 -, Contrast 3 3 Rotate 8 4, Invert 8 - TranslateY 0 2,
        ShearY 7 6 Solarize 4 8, Invert 6 - Rotate 8 4, ShearY 3 7 TranslateX 9 3, ShearX 1 6 Invert 6 -,
        Solarize 7 2 TranslateY 6 7, ShearY 8 4 Invert 8 -, ShearX 7 9 TranslateY 8 3, ShearY 8 5 AutoContrast 7 -,
        ShearX 7 2 Invert 1 -""",
}


def _read(policy):
    """The pairs of a policy: (name, likelihood, strength or None) twice."""
    if policy not in _TABLES:
        raise ValueError(f"The provided policy {policy} is not recognized.")
    pairs = []
    for piece in _TABLES[policy].split(","):
        words = piece.split()
        changes = zip(words[::3], words[1::3], words[2::3])
        pairs.append(tuple((name, int(p) / 10, None if at == "-" else int(at)) for name, p, at in changes))
    return pairs


class AutoAugment(autoaugment._Drawn):
    """One pair of a policy."""

    def __init__(self, policy=AutoAugmentPolicy.IMAGENET, interpolation=InterpolationMode.NEAREST, fill=None):
        super().__init__()
        self.policy, self.interpolation, self.fill = policy, interpolation, fill
        self.policies = _read(policy)

    def forward(self, img):
        _, height, width = F.get_dimensions(img)
        far = (150.0 / 331.0 * width, 150.0 / 331.0 * height)
        space = autoaugment._strengths(10, 0.3, far, 30.0, 0.9, 4)
        pair, fill = self.policies[whole(len(self.policies))], self._fill(img)
        likely, signs = torch.rand((2,)), torch.randint(2, (2,))
        for (name, p, at), chance, sign in zip(pair, likely, signs):
            if chance <= p:
                strengths, has_other_way = space.get(name, (None, False))
                strength = 0.0 if at is None else float(strengths[at])
                strength *= -1.0 if has_other_way and sign == 0 else 1.0
                img = autoaugment._applied(img, name, strength, self.interpolation, fill)
        return img

    def __repr__(self):
        return f"{type(self).__name__}(policy={self.policy}, fill={self.fill})"


_MOST_SEVERE = 10


class AugMix(autoaugment._Drawn):
    """The picture mixed with chains of changes of it (D. Hendrycks et al., 2019)."""

    def __init__(
        self,
        severity=3,
        mixture_width=3,
        chain_depth=-1,
        alpha=1.0,
        all_ops=True,
        interpolation=InterpolationMode.BILINEAR,
        fill=None,
    ):
        super().__init__()
        if not 1 <= severity <= _MOST_SEVERE:
            raise ValueError(f"The severity must be between [1, {_MOST_SEVERE}]. Got {severity} instead.")
        self.severity, self.mixture_width, self.chain_depth = severity, mixture_width, chain_depth
        self.alpha, self.all_ops, self.interpolation, self.fill = alpha, all_ops, interpolation, fill

    def _space(self, height, width):
        """Each change with how strong it can be, in the order in which they are drawn from."""
        space = autoaugment._strengths(_MOST_SEVERE, 0.3, (width / 3.0, height / 3.0), 30.0, 0.9, 4)
        bits, is_signed = space["Posterize"]
        space["Posterize"] = (bits - 4, is_signed)
        names = "ShearX ShearY TranslateX TranslateY Rotate Posterize Solarize AutoContrast Equalize"
        names += " Brightness Color Contrast Sharpness" if self.all_ops else ""
        return {name: space[name] for name in names.split()}

    def _shares(self, count):
        return torch.distributions.Dirichlet(torch.tensor([float(self.alpha)] * count).expand(1, -1)).sample()[0]

    def forward(self, orig_img):
        _, height, width = F.get_dimensions(orig_img)
        is_tensor = isinstance(orig_img, torch.Tensor)
        img = orig_img if is_tensor else F.pil_to_tensor(orig_img)
        kept, changed = self._shares(2)
        shares, space = self._shares(self.mixture_width) * changed, self._space(height, width)
        mix = kept * img
        for share in shares:
            made = img
            depth = self.chain_depth if self.chain_depth > 0 else torch.randint(1, 4, size=(1,)).item()
            for _ in range(depth):
                made = self._changed(made, space, lambda strengths: whole(self.severity))
            mix.add_(share * made)
        mix = mix.to(img.dtype)
        return mix if is_tensor else F.to_pil_image(mix)

    def __repr__(self):
        names = ("severity", "mixture_width", "chain_depth", "alpha", "all_ops", "interpolation", "fill")
        return f"{type(self).__name__}({', '.join(f'{name}={getattr(self, name)}' for name in names)})"

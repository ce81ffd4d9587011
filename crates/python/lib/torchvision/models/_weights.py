"""Weights that were trained elsewhere: what stands for them, and why there are none here.

What it is not: weights. Start reading at `refused`.
"""

import warnings

_PRETRAINED = (
    "The parameter 'pretrained' is deprecated since 0.13 and may be removed in the future, please use 'weights' instead."
)
_NO_WEIGHTS = (
    "Arguments other than a weight enum or `None` for 'weights' are deprecated since 0.13 and may be removed in the future. "
    "The current behavior is equivalent to passing `weights=None`."
)


class Weights:
    """One set of weights: its name, and how pictures are made ready for it."""

    def __init__(self, family, name, resize_size, crop_size=224, interpolation="bilinear"):
        self.family, self.name, self._resize_size = family, name, resize_size
        self._crop_size, self._interpolation = crop_size, interpolation

    def transforms(self, **kwargs):
        """What makes a picture ready."""
        known = {"crop_size": self._crop_size, "resize_size": self._resize_size, "interpolation": self._interpolation}
        return _Ready(**{**known, **kwargs})

    def get_state_dict(self, *args, **kwargs):
        raise NotImplementedError(refusal(f"{self.family}.{self.name}"))

    def __getattr__(self, name):
        if name in ("meta", "url"):
            raise NotImplementedError(f"{self.family}.{self.name}.{name} is not built into this torchvision")
        raise AttributeError(f"'{self.family}' object has no attribute '{name}'")

    def __repr__(self):
        return f"{self.family}.{self.name}"


class _Ready:
    """Resized, cut, and with the mean and the deviation of ImageNet's pictures taken out."""

    def __init__(self, crop_size, resize_size, interpolation):
        from torchvision.transforms import InterpolationMode

        self.crop_size, self.resize_size, self.interpolation = [crop_size], [resize_size], InterpolationMode(interpolation)
        self.mean, self.std = [0.485, 0.456, 0.406], [0.229, 0.224, 0.225]

    def __call__(self, img):
        import torch
        from torchvision.transforms import functional as F

        img = F.center_crop(F.resize(img, self.resize_size, interpolation=self.interpolation), self.crop_size)
        img = img if isinstance(img, torch.Tensor) else F.pil_to_tensor(img)
        return F.normalize(F.convert_image_dtype(img, torch.float), mean=self.mean, std=self.std)

    def __repr__(self):
        lines = [f"    {name}={getattr(self, name)}" for name in ("crop_size", "resize_size", "mean", "std")]
        return "\n".join(["ImageClassification(", *lines, f"    interpolation={self.interpolation}", ")"])


def family(name, second=False, resize_size=256, crop_size=224, interpolation="bilinear"):
    """The class whose members are the sets of weights of a model."""
    sets = {"IMAGENET1K_V1": Weights(name, "IMAGENET1K_V1", resize_size, crop_size, interpolation)}
    if second:
        sets["IMAGENET1K_V2"] = Weights(name, "IMAGENET1K_V2", 232)
    return type(name, (), {**sets, "DEFAULT": list(sets.values())[-1]})


def refusal(weights):
    """Why there are no such weights."""
    return (
        f"weights {weights} cannot be fetched here: this torchvision reaches no network. Build the model with weights=None, "
        "and load weights from a file that you added with load_state_dict(torch.load(...))."
    )


def refused(weights, pretrained=None):
    """Raises NotImplementedError for any weights that are asked for."""
    if pretrained is not None:
        warnings.warn(_PRETRAINED, UserWarning, stacklevel=3)
        if not pretrained:
            warnings.warn(_NO_WEIGHTS, UserWarning, stacklevel=3)
    if weights is not None or pretrained:
        raise NotImplementedError(refusal("pretrained=True" if weights is None else repr(weights)))


def builder(name, make, title=None):
    """The function of that name, which refuses weights and makes a model of all else that it is given."""

    def build(*, weights=None, progress=True, pretrained=None, **kwargs):
        # Nothing is fetched, so there is no progress to show.
        del progress
        refused(weights, pretrained)
        return make(**kwargs)

    build.__name__ = build.__qualname__ = name
    build.__module__, build.__doc__ = make.__module__, f"{title or name}, with weights that are drawn."
    return build

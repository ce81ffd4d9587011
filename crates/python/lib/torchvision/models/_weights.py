"""Weights that were trained elsewhere: what stands for them, and why there are none here.

What it is not: weights. Start reading at `builder`.
"""

import warnings

_PRETRAINED = (
    "The parameter 'pretrained' is deprecated since 0.13 and may be removed in the future, please use 'weights' instead."
)
_BY_PLACE = (
    "Using {} as positional parameter(s) is deprecated since 0.13 and may be removed in the future. Please use keyword "
    "parameter(s) instead."
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


def _checked(positional, named):
    """Raises NotImplementedError for any weights that are asked for, and warns of older ways not to ask for any.

    Raises:
        TypeError: for more values by place than there are.
    """
    if len(positional) > 2:
        raise TypeError(f"a model's builder takes at most 2 positional arguments but {len(positional)} were given")
    if positional:
        named = {**dict(zip(("weights", "progress"), positional)), **named}
        told = " and ".join(f"'{name}'" for name in ("weights", "progress")[: len(positional)])
        warnings.warn(_BY_PLACE.format(told), UserWarning, stacklevel=3)
    # Nothing is fetched, so there is no progress to show.
    named.pop("progress", None)
    asked = named.pop("weights", None)
    if "pretrained" in named:
        warnings.warn(_PRETRAINED, UserWarning, stacklevel=3)
        older = named.pop("pretrained")
        asked = asked if asked is not None else "pretrained=True" if older else False
    if asked is False:
        warnings.warn(_NO_WEIGHTS, UserWarning, stacklevel=3)
    elif asked is not None:
        raise NotImplementedError(refusal(asked if asked == "pretrained=True" else repr(asked)))
    return named


def builder(name, make, title=None):
    """The function of that name, which refuses weights and makes a model of all else that it is given."""

    def build(*args, **kwargs):
        return make(**_checked(args, kwargs))

    build.__name__ = build.__qualname__ = name
    build.__module__, build.__doc__ = make.__module__, f"{title or name}, with weights that are drawn."
    return build

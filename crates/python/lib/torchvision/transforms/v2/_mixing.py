"""Transforms that mix the pictures of a batch, and their labels with them: `MixUp` and `CutMix`.

What it is not: transforms of single pictures. Start reading at `_BaseMixUpCutMix`.
"""

import math

import torch
from torch.nn.functional import one_hot
from torchvision.transforms.v2._transforms import Transform


class _BaseMixUpCutMix(Transform):
    """Each picture with some of the one before it in the batch, and its label likewise."""

    def __init__(self, *, alpha=1.0, num_classes=None, labels_getter="default"):
        super().__init__()
        if labels_getter != "default":
            raise NotImplementedError(f"{type(self).__name__}: labels_getter is not built into this torchvision")
        self.alpha, self.num_classes = float(alpha), num_classes
        ends = torch.tensor([alpha])
        self._share = torch.distributions.Beta(ends, ends)

    def forward(self, *inputs):
        sample = inputs if len(inputs) > 1 else inputs[0]
        if not isinstance(sample, (tuple, list)) or len(sample) != 2:
            return self._without_labels(sample)
        images, labels = sample
        self._check_labels(labels)
        if images.ndim != 4:
            raise ValueError(f"Expected a batched input with 4 dims, but got {images.ndim} dimensions instead.")
        if len(images) != len(labels):
            raise ValueError(
                f"The batch size of the image or video does not match the batch size of the labels: {len(images)} != "
                f"{len(labels)}."
            )
        images, share = self._mixed(images, float(self._share.sample(())))
        return type(sample)((images, self._labels(labels, share)))

    def _without_labels(self, sample):
        if isinstance(sample, torch.Tensor):
            self._check_labels(sample)
        raise NotImplementedError(f"{type(self).__name__}: other samples than (images, labels) are not built into this torchvision")

    def _check_labels(self, labels):
        if not isinstance(labels, torch.Tensor):
            raise ValueError(f"The labels must be a tensor, but got {type(labels)} instead.")
        if labels.ndim not in (1, 2):
            raise ValueError(
                "labels should be index based with shape (batch_size,) or probability based with shape (batch_size, "
                f"num_classes), but got a tensor of shape {labels.shape} instead."
            )
        if labels.ndim == 1 and self.num_classes is None:
            raise ValueError("num_classes must be passed if the labels are index-based (1D)")
        if labels.ndim == 2 and self.num_classes not in (None, labels.shape[-1]):
            raise ValueError(
                "When passing 2D labels, the number of elements in last dimension must match num_classes: "
                f"{labels.shape[-1]} != {self.num_classes}. You can Leave num_classes to None."
            )

    def _labels(self, labels, share):
        if labels.ndim == 1:
            labels = one_hot(labels, num_classes=self.num_classes)
        return _blended(labels if labels.is_floating_point() else labels.float(), share)


def _blended(values, share):
    return values.roll(1, 0).mul(1.0 - share).add(values.mul(share))


class MixUp(_BaseMixUpCutMix):
    """Pictures laid over each other, one more to be seen than the other."""

    def _mixed(self, images, share):
        return _blended(images, share), share


class CutMix(_BaseMixUpCutMix):
    """Pictures with a rectangle of another; labels by how much of the picture it covers."""

    def _mixed(self, images, share):
        height, width = images.shape[-2:]
        across, down = (int(torch.randint(size, (1,))) for size in (width, height))
        half = 0.5 * math.sqrt(1.0 - share)
        wide, high = int(half * width), int(half * height)
        left, right = max(across - wide, 0), min(across + wide, width)
        top, bottom = max(down - high, 0), min(down + high, height)
        made = images.clone()
        made[..., top:bottom, left:right] = images.roll(1, 0)[..., top:bottom, left:right]
        return made, float(1.0 - (right - left) * (bottom - top) / (width * height))


__all__ = ["CutMix", "MixUp"]

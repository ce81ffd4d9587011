"""Measures of pictures: `PeakSignalNoiseRatio` and `StructuralSimilarityIndexMeasure`.

What it is not: measures that ask a trained network; asking for one says so. Start reading at `PeakSignalNoiseRatio`.
"""

import math

import torch
from torch.nn import functional as F
from torchmetrics._missing import missing
from torchmetrics.functional.regression import checked
from torchmetrics.metric import Metric

_REDUCTIONS = ("elementwise_mean", "sum", "none", None)


class PeakSignalNoiseRatio(Metric):
    """How much louder the loudest value is than the noise, in decibel."""

    higher_is_better = True

    def __init__(self, data_range, base=10.0, reduction="elementwise_mean", dim=None, **kwargs):
        super().__init__(**kwargs)
        if dim is not None or reduction != "elementwise_mean":
            raise NotImplementedError("PeakSignalNoiseRatio: dim and reduction are not built into this torchmetrics")
        self.base, self.ends = base, data_range if isinstance(data_range, tuple) else None
        width = data_range[1] - data_range[0] if self.ends else data_range
        self.data_range = torch.tensor(float(width))
        self.add_state("sum_squared_error", torch.tensor(0.0), "sum")
        self.add_state("total", torch.tensor(0), "sum")

    def update(self, preds, target):
        if self.ends:
            preds, target = preds.clamp(*self.ends), target.clamp(*self.ends)
        self.sum_squared_error = self.sum_squared_error + ((preds - target) ** 2).sum()
        self.total = self.total + target.numel()

    def compute(self):
        mean = self.sum_squared_error / self.total
        return (2 * self.data_range.log() - mean.log()) * (10 / torch.tensor(float(self.base)).log())


def _bell(sigma):
    """A bell as wide as 3.5 times sigma to each side."""
    half = int(3.5 * sigma + 0.5)
    places = torch.arange(-half, half + 1, dtype=torch.float32)
    bell = torch.exp(-((places / sigma) ** 2) / 2)
    return (bell / bell.sum()).unsqueeze(0)


class StructuralSimilarityIndexMeasure(Metric):
    """How alike two pictures are in light, contrast and structure, window by window (Wang et al., 2004)."""

    higher_is_better = True

    def __init__(
        self,
        gaussian_kernel=True,
        sigma=1.5,
        kernel_size=11,
        reduction="elementwise_mean",
        data_range=None,
        k1=0.01,
        k2=0.03,
        return_full_image=False,
        return_contrast_sensitivity=False,
        **kwargs,
    ):
        super().__init__(**kwargs)
        if return_full_image or return_contrast_sensitivity:
            raise NotImplementedError(
                "StructuralSimilarityIndexMeasure: return_full_image and return_contrast_sensitivity are not built into this "
                "torchmetrics"
            )
        if reduction not in _REDUCTIONS:
            raise ValueError(f"Argument `reduction` must be one of {_REDUCTIONS}, but got {reduction}")
        self.gaussian_kernel, self.sigma, self.kernel_size = gaussian_kernel, sigma, kernel_size
        self.reduction, self.data_range, self.k1, self.k2 = reduction, data_range, k1, k2
        self.add_state("similarity", [], "cat")

    def _window(self):
        sizes = self.kernel_size if isinstance(self.kernel_size, (list, tuple)) else [self.kernel_size] * 2
        spreads = self.sigma if isinstance(self.sigma, (list, tuple)) else [self.sigma] * 2
        if any(size % 2 == 0 or size <= 0 for size in sizes):
            raise ValueError(f"Expected `kernel_size` to have odd positive number. Got {list(sizes)}.")
        if any(spread <= 0 for spread in spreads):
            raise ValueError(f"Expected `sigma` to have positive number. Got {list(spreads)}.")
        if self.gaussian_kernel:
            return _bell(spreads[0]).T @ _bell(spreads[1])
        return torch.ones(*sizes) / math.prod(sizes)

    def update(self, preds, target):
        preds, target = checked(preds, target.to(preds.dtype))
        if preds.ndim != 4:
            raise ValueError(
                "Expected `preds` and `target` to have BxCxHxW or BxCxDxHxW shape. Got preds: "
                f"{preds.shape} and target: {target.shape}."
            )
        width = self.data_range
        if width is None:
            width = max(preds.max() - preds.min(), target.max() - target.min())
        elif isinstance(width, tuple):
            preds, target, width = preds.clamp(*width), target.clamp(*width), width[1] - width[0]
        self.similarity.append(self._of_each(preds, target, width))

    def _of_each(self, preds, target, width):
        window, channels = self._window(), preds.shape[1]
        down, across = ((size - 1) // 2 for size in window.shape)
        preds, target = (F.pad(each, (across, across, down, down), mode="reflect") for each in (preds, target))
        parts = torch.cat([preds, target, preds * preds, target * target, preds * target])
        kernel = window.expand(channels, 1, *window.shape)
        first, second, first_square, second_square, both = F.conv2d(parts, kernel, groups=channels).chunk(5)
        c1, c2 = (self.k1 * width) ** 2, (self.k2 * width) ** 2
        common = 2 * (both - first * second) + c2
        spread = (first_square - first**2).clamp(min=0.0) + (second_square - second**2).clamp(min=0.0) + c2
        found = (2 * first * second + c1) * common / ((first**2 + second**2 + c1) * spread)
        return found.reshape(len(found), -1).mean(-1)

    def compute(self):
        found = torch.cat(self.similarity)
        if self.reduction == "elementwise_mean":
            return found.mean()
        return found.sum() if self.reduction == "sum" else found


__all__ = ["PeakSignalNoiseRatio", "StructuralSimilarityIndexMeasure"]
__getattr__ = missing("torchmetrics.image")

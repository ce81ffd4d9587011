"""Rarer measures of predicted numbers: they keep what they are given, and reckon at the end.

What it is not: the common ones, which are the package's own. Start reading at `ConcordanceCorrCoef`.
"""

import torch
from torchmetrics.functional import regression as _functional
from torchmetrics.regression import _All

_LEAST = 1.17e-06


class _Kept(_All):
    """Everything that was given, in one."""

    def _both(self):
        return torch.cat(self.preds), torch.cat(self.target)


class ConcordanceCorrCoef(_Kept):
    """How far predictions lie on the line of the targets itself."""

    higher_is_better = True

    def __init__(self, num_outputs=1, **kwargs):
        super().__init__(**kwargs)
        self.num_outputs = num_outputs

    def compute(self):
        preds, target = self._both()
        spread, other = preds.var(0), target.var(0)
        found = _functional.pearson_corrcoef(preds, target)
        return 2.0 * found * spread.sqrt() * other.sqrt() / (spread + other + (preds.mean(0) - target.mean(0)) ** 2)


class KendallRankCorrCoef(_Kept):
    """How many more pairs are in the same order than are not."""

    def __init__(self, variant="b", t_test=False, alternative="two-sided", num_outputs=1, **kwargs):
        super().__init__(**kwargs)
        if variant not in ("a", "b") or t_test or num_outputs != 1:
            raise NotImplementedError("KendallRankCorrCoef: variant='c', t_test and num_outputs are not built into this torchmetrics")
        self.variant, self.alternative, self.t_test, self.num_outputs = variant, alternative, t_test, num_outputs

    def compute(self):
        preds, target = self._both()
        first = (preds.unsqueeze(1) - preds.unsqueeze(0)).sign()
        second = (target.unsqueeze(1) - target.unsqueeze(0)).sign()
        score, count = (first * second).sum() / 2, len(preds)
        if self.variant == "a":
            return score / (count * (count - 1) / 2)
        return score / ((first != 0).sum() / 2 * ((second != 0).sum() / 2)).sqrt()


class NormalizedRootMeanSquaredError(_Kept):
    """The root of the mean squared error, beside the targets' size."""

    higher_is_better = False

    def __init__(self, normalization="mean", num_outputs=1, **kwargs):
        super().__init__(**kwargs)
        if normalization not in ("mean", "range", "std", "l2"):
            raise ValueError(f"Argument `normalization` should be either 'mean', 'range', 'std' or 'l2' but got {normalization}")
        self.normalization, self.num_outputs = normalization, num_outputs

    def compute(self):
        preds, target = self._both()
        if self.num_outputs == 1:
            preds, target = preds.reshape(-1), target.reshape(-1)
        size = {
            "mean": lambda: target.mean(0), "range": lambda: target.max(0).values - target.min(0).values,
            "std": lambda: target.std(0, unbiased=False), "l2": lambda: target.norm(dim=0),
        }[self.normalization]()  # fmt: skip
        return ((preds - target) ** 2).mean(0).sqrt() / size


class RelativeSquaredError(_Kept):
    """What is missed, beside what the mean of the targets would miss."""

    higher_is_better = False

    def __init__(self, num_outputs=1, squared=True, **kwargs):
        super().__init__(**kwargs)
        self.num_outputs, self.squared = num_outputs, squared

    def compute(self):
        preds, target = self._both()
        sums = target.sum(0)
        spread = ((target * target).sum(0) - sums * sums / len(target)).clamp(min=torch.finfo(target.dtype).eps)
        found = ((preds - target) ** 2).sum(0) / spread
        return (found if self.squared else found.sqrt()).mean()


class TweedieDevianceScore(_Kept):
    """How far predictions are from targets, where the spread grows with the mean by a power."""

    higher_is_better = None

    def __init__(self, power=0.0, **kwargs):
        super().__init__(**kwargs)
        if 0 < power < 1:
            raise ValueError(f"Deviance Score is not defined for power={power}.")
        self.power = power

    def compute(self):
        preds, target = self._both()
        power = self.power
        if power == 0:
            return ((target - preds) ** 2).mean()
        if power == 1:
            return (2 * (torch.special.xlogy(target, target / preds) + preds - target)).mean()
        if power == 2:
            return (2 * ((preds / target).log() + target / preds - 1)).mean()
        first = target.clamp(min=0) ** (2 - power) / ((1 - power) * (2 - power))
        return (2 * (first - target * preds ** (1 - power) / (1 - power) + preds ** (2 - power) / (2 - power))).mean()


class WeightedMeanAbsolutePercentageError(_Kept):
    """The sum of all distances, beside the sum of the targets."""

    higher_is_better = False

    def compute(self):
        preds, target = self._both()
        return (preds - target).abs().sum() / target.abs().sum().clamp(min=_LEAST)


for _kind in (ConcordanceCorrCoef, KendallRankCorrCoef, NormalizedRootMeanSquaredError, RelativeSquaredError, TweedieDevianceScore,
              WeightedMeanAbsolutePercentageError):
    _kind.__module__ = "torchmetrics.regression"

"""Measures of predicted numbers: classes over the functions of `torchmetrics.functional.regression`.

What it is not: distances between distributions; asking for one says so. Start reading at `_Sums`.
"""

import torch
from torchmetrics._missing import missing
from torchmetrics.functional import regression as _functional
from torchmetrics.metric import Metric


class _Sums(Metric):
    """Keeps a sum of errors and how many there are."""

    def __init__(self, num_outputs=1, **kwargs):
        super().__init__(**kwargs)
        if not (isinstance(num_outputs, int) and num_outputs > 0):
            raise ValueError(f"Expected num_outputs to be a positive integer but got {num_outputs}")
        self.num_outputs = num_outputs
        self.add_state(self._STATE, torch.zeros(num_outputs if num_outputs > 1 else ()), "sum")
        self.add_state("total", torch.tensor(0), "sum")

    def update(self, preds, target):
        errors = self._ERRORS(*_functional.checked(preds, target))
        sums = errors.sum(0) if self.num_outputs > 1 else errors.sum()
        setattr(self, self._STATE, getattr(self, self._STATE) + sums)
        self.total = self.total + (len(errors) if self.num_outputs > 1 else errors.numel())

    def compute(self):
        return getattr(self, self._STATE) / self.total


class MeanAbsoluteError(_Sums):
    _STATE, _ERRORS = "sum_abs_error", staticmethod(_functional.absolute_errors)


class MeanSquaredError(_Sums):
    """The mean of squared errors; without `squared` its root."""

    _STATE, _ERRORS = "sum_squared_error", staticmethod(_functional.squared_errors)

    def __init__(self, squared=True, num_outputs=1, **kwargs):
        super().__init__(num_outputs, **kwargs)
        if not isinstance(squared, bool):
            raise ValueError(f"Expected argument `squared` to be a boolean but got {squared}")
        self.squared = squared

    def compute(self):
        mean = self.sum_squared_error / self.total
        return mean if self.squared else mean.sqrt()


class _OneSum(_Sums):
    def __init__(self, **kwargs):
        super().__init__(1, **kwargs)


class MeanAbsolutePercentageError(_OneSum):
    _STATE, _ERRORS = "sum_abs_per_error", staticmethod(_functional.relative_errors)


class SymmetricMeanAbsolutePercentageError(_OneSum):
    _STATE, _ERRORS = "sum_abs_per_error", staticmethod(_functional.symmetric_errors)


class MeanSquaredLogError(_OneSum):
    _STATE, _ERRORS = "sum_squared_log_error", staticmethod(_functional.squared_log_errors)


class _All(Metric):
    """Keeps everything, as its function asks for all at once."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.add_state("preds", [], "cat")
        self.add_state("target", [], "cat")

    def update(self, preds, target):
        preds, target = _functional.checked(preds, target)
        self.preds.append(preds)
        self.target.append(target)

    def _computed_by(self, function, *options):
        return function(torch.cat(self.preds), torch.cat(self.target), *options)


class R2Score(_All):
    """How much of the targets' variance the predictions explain."""

    def __init__(self, adjusted=0, multioutput="uniform_average", **kwargs):
        super().__init__(**kwargs)
        self.adjusted, self.multioutput = adjusted, multioutput

    def compute(self):
        return self._computed_by(_functional.r2_score, self.adjusted, self.multioutput)


class ExplainedVariance(_All):
    """How much of the targets' variance the predictions explain, whatever they all miss by."""

    def __init__(self, multioutput="uniform_average", **kwargs):
        super().__init__(**kwargs)
        self.multioutput = multioutput

    def compute(self):
        return self._computed_by(_functional.explained_variance, self.multioutput)


class PearsonCorrCoef(_All):
    """How far predictions and targets lie on a line."""

    def __init__(self, num_outputs=1, **kwargs):
        super().__init__(**kwargs)
        self.num_outputs = num_outputs

    def compute(self):
        return self._computed_by(_functional.pearson_corrcoef)


class SpearmanCorrCoef(PearsonCorrCoef):
    """How far predictions and targets rise together."""

    def compute(self):
        return self._computed_by(_functional.spearman_corrcoef)


class CosineSimilarity(_All):
    """The cosine between predicted and true vectors."""

    def __init__(self, reduction="sum", **kwargs):
        super().__init__(**kwargs)
        if reduction not in ("sum", "mean", "none", None):
            raise ValueError(
                f"Expected argument `reduction` to be one of ('sum', 'mean', 'none', None) but got {reduction}"
            )
        self.reduction = reduction

    def compute(self):
        return self._computed_by(_functional.cosine_similarity, self.reduction)


__getattr__ = missing("torchmetrics.regression")

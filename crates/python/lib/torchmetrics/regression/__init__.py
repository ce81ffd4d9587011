"""Measures of predicted numbers: classes over the functions of `torchmetrics.functional.regression`.

What it is not: measures of ranks other than Spearman's; asking for one says so. Start reading at `_Sums`.
"""

import torch
from torchmetrics._missing import missing
from torchmetrics.functional import regression as _functional
from torchmetrics.metric import Metric, TorchMetricsUserError


class _Sums(Metric):
    """Keeps a sum of errors and how many there are."""

    higher_is_better = False

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

    higher_is_better = True

    def __init__(self, adjusted=0, multioutput="uniform_average", **kwargs):
        super().__init__(**kwargs)
        self.adjusted, self.multioutput = adjusted, multioutput

    def compute(self):
        return self._computed_by(_functional.r2_score, self.adjusted, self.multioutput)


class ExplainedVariance(_All):
    """How much of the targets' variance the predictions explain, whatever they all miss by."""

    higher_is_better = True

    def __init__(self, multioutput="uniform_average", **kwargs):
        super().__init__(**kwargs)
        self.multioutput = multioutput

    def compute(self):
        return self._computed_by(_functional.explained_variance, self.multioutput)


class LogCoshError(_OneSum):
    """The mean of a distance that is square near 0 and straight further off."""

    _STATE, _ERRORS = "sum_log_cosh_error", staticmethod(_functional.log_cosh_errors)


class MinkowskiDistance(Metric):
    """The distance of a power: of 1 along the axes, of 2 in a straight line."""

    higher_is_better = False

    def __init__(self, p, **kwargs):
        super().__init__(**kwargs)
        if not (isinstance(p, (float, int)) and p >= 1):
            raise TorchMetricsUserError(f"Argument ``p`` must be a float or int greater than 1, but got {p}")
        self.p = p
        self.add_state("minkowski_dist_sum", torch.tensor(0.0), "sum")

    def update(self, preds, target):
        preds, target = _functional.checked(preds, target)
        self.minkowski_dist_sum = self.minkowski_dist_sum + ((preds - target).abs() ** self.p).sum()

    def compute(self):
        return self.minkowski_dist_sum ** (1.0 / self.p)


class KLDivergence(Metric):
    """How far a distribution is from another."""

    higher_is_better = False

    def __init__(self, log_prob=False, reduction="mean", **kwargs):
        super().__init__(**kwargs)
        if not isinstance(log_prob, bool):
            raise TypeError(f"Expected argument `log_prob` to be bool but got {log_prob}")
        if reduction not in ("mean", "sum", "none", None):
            raise ValueError(f"Expected argument `reduction` to be one of ['mean', 'sum', 'none', None] but got {reduction}")
        self.log_prob, self.reduction = log_prob, reduction
        self.add_state("measures", [], "cat")

    def update(self, p, q):
        self.measures.append(_functional.divergences(p, q, self.log_prob))

    def compute(self):
        found = torch.cat(self.measures)
        return found.mean() if self.reduction == "mean" else found.sum() if self.reduction == "sum" else found


class PearsonCorrCoef(_All):
    """How far predictions and targets lie on a line."""

    def __init__(self, num_outputs=1, **kwargs):
        super().__init__(**kwargs)
        self.num_outputs = num_outputs

    def compute(self):
        return self._computed_by(_functional.pearson_corrcoef)


class SpearmanCorrCoef(PearsonCorrCoef):
    """How far predictions and targets rise together."""

    higher_is_better = True

    def compute(self):
        return self._computed_by(_functional.spearman_corrcoef)


class CosineSimilarity(_All):
    """The cosine between predicted and true vectors."""

    higher_is_better = True

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

"""Measures of predicted numbers, as functions.

What it is not: classes that go on from batch to batch, which are `torchmetrics.regression`. Start reading at `r2_score`.
"""

import torch

# What relative errors are never divided by less than.
_LEAST = 1.17e-06


def checked(preds, target):
    """Both, of one shape.

    Raises:
        RuntimeError: for two shapes.
    """
    if preds.shape != target.shape:
        raise RuntimeError(
            f"Predictions and targets are expected to have the same shape, but got {preds.shape} and {target.shape}."
        )
    preds, target = (each if each.is_floating_point() else each.float() for each in (preds, target))
    return preds, target


def absolute_errors(preds, target):
    return (preds - target).abs()


def squared_errors(preds, target):
    return (preds - target) ** 2


def relative_errors(preds, target):
    return (preds - target).abs() / target.abs().clamp(min=_LEAST)


def symmetric_errors(preds, target):
    return 2 * (preds - target).abs() / (target.abs() + preds.abs()).clamp(min=_LEAST)


def squared_log_errors(preds, target):
    return (preds.log1p() - target.log1p()) ** 2


def log_cosh_errors(preds, target):
    missed = preds - target
    return missed + torch.nn.functional.softplus(-2 * missed) - torch.log(torch.tensor(2.0))


def divergences(p, q, log_prob=False):
    """How far each distribution p is from its q."""
    checked(p, q)
    if p.ndim != 2 or q.ndim != 2:
        raise ValueError(f"Expected both p and q distribution to be 2D but got {p.ndim} and {q.ndim} respectively")
    if log_prob:
        return (p.exp() * (p - q)).sum(-1)
    p, q = p / p.sum(-1, keepdim=True), (q / q.sum(-1, keepdim=True)).clamp(min=1.17e-06)
    found = p * (p / q).log()
    return torch.where(p == 0, torch.zeros_like(found), found).sum(-1)


def _mean(errors, name):
    def measure(preds, target):
        found = errors(*checked(preds, target))
        return found.sum() / found.numel()

    measure.__name__ = name
    return measure


mean_absolute_percentage_error = _mean(relative_errors, "mean_absolute_percentage_error")
symmetric_mean_absolute_percentage_error = _mean(symmetric_errors, "symmetric_mean_absolute_percentage_error")
log_cosh_error = _mean(log_cosh_errors, "log_cosh_error")
mean_squared_log_error = _mean(squared_log_errors, "mean_squared_log_error")


def _mean_of_outputs(errors, num_outputs):
    return errors.sum(0) / len(errors) if num_outputs > 1 else errors.sum() / errors.numel()


def mean_absolute_error(preds, target, num_outputs=1):
    """The mean distance."""
    return _mean_of_outputs(absolute_errors(*checked(preds, target)), num_outputs)


def mean_squared_error(preds, target, squared=True, num_outputs=1):
    """The mean squared distance; without `squared` its root."""
    mean = _mean_of_outputs(squared_errors(*checked(preds, target)), num_outputs)
    return mean if squared else mean.sqrt()


def _of_outputs(scores, weights, multioutput):
    if multioutput == "raw_values":
        return scores
    if multioutput == "uniform_average":
        return scores.mean()
    if multioutput == "variance_weighted":
        return (weights / weights.sum() * scores).sum()
    raise ValueError(
        "Argument `multioutput` must be either `raw_values`, `uniform_average` or `variance_weighted`. Received "
        f"{multioutput}."
    )


def r2_score(preds, target, adjusted=0, multioutput="uniform_average"):
    """One less what is missed of what the targets vary."""
    preds, target = checked(preds, target)
    if len(preds) < 2:
        raise ValueError("Needs at least two samples to calculate r2 score.")
    whole = target.sum(0)
    spread = (target * target).sum(0) - whole * (whole / len(target))
    missed = ((target - preds) ** 2).sum(0)
    # Targets that do not vary: found exactly, or not at all.
    scores = torch.where(spread == 0, (missed == 0).float(), 1 - missed / torch.where(spread == 0, 1.0, spread))
    score = _of_outputs(scores, spread, multioutput)
    if not adjusted:
        return score
    count = len(preds)
    return 1 - (1 - score) * (count - 1) / (count - adjusted - 1)


def explained_variance(preds, target, multioutput="uniform_average"):
    """One less the variance of the errors in that of the targets."""
    preds, target = checked(preds, target)
    missed = (target - preds).var(0, unbiased=False)
    spread = target.var(0, unbiased=False)
    scores = torch.where(spread == 0, (missed == 0).float(), 1 - missed / torch.where(spread == 0, 1.0, spread))
    return _of_outputs(scores, spread, multioutput)


def pearson_corrcoef(preds, target):
    """The correlation."""
    preds, target = checked(preds, target)
    preds, target = preds - preds.mean(0), target - target.mean(0)
    common = (preds * target).sum(0)
    return (common / ((preds**2).sum(0) * (target**2).sum(0)).sqrt()).clamp(-1.0, 1.0)


def spearman_corrcoef(preds, target):
    """The correlation of ranks; equal values share the mean of theirs."""
    return pearson_corrcoef(*(_ranks(each) for each in checked(preds, target)))


def _ranks(values):
    _, places, counts = torch.unique(values, return_inverse=True, return_counts=True)
    ends = counts.cumsum(0).float()
    return (ends - (counts - 1) / 2)[places]


def cosine_similarity(preds, target, reduction="sum"):
    """The cosines of the angles between rows."""
    preds, target = checked(preds, target)
    if preds.ndim != 2:
        raise ValueError(
            "Expected input to cosine similarity to be 2D tensors of shape `[N,D]` where `N` is the number of samples and "
            f"`D` is the number of dimensions, but got tensor of shape {preds.shape}"
        )
    found = (preds * target).sum(-1) / (preds.norm(dim=-1) * target.norm(dim=-1))
    return found.sum() if reduction == "sum" else found.mean() if reduction == "mean" else found

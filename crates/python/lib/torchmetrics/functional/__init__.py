"""Measures as functions: each is its class, called once.

What it is not: a second set of formulas. Start reading at `_function`.
"""

import torch
from torchmetrics._missing import missing
from torchmetrics.functional.classification import FUNCTIONS
from torchmetrics.functional.regression import (
    cosine_similarity,
    explained_variance,
    log_cosh_error,
    mean_absolute_error,
    mean_absolute_percentage_error,
    mean_squared_error,
    mean_squared_log_error,
    pearson_corrcoef,
    r2_score,
    spearman_corrcoef,
    symmetric_mean_absolute_percentage_error,
)

globals().update({name: each for name, each in FUNCTIONS.items() if not name.startswith(("binary", "multi"))})


def pairwise_cosine_similarity(x, y=None, reduction=None, zero_diagonal=None):
    """The cosine between each row of x and each of y."""
    x_length, y_rows = x / x.norm(dim=1, keepdim=True), x if y is None else y
    found = x_length @ (y_rows / y_rows.norm(dim=1, keepdim=True)).T
    return _paired(found, reduction, y is None if zero_diagonal is None else zero_diagonal)


def pairwise_euclidean_distance(x, y=None, reduction=None, zero_diagonal=None):
    """The distance between each row of x and each of y."""
    rows = x if y is None else y
    found = ((x.unsqueeze(1) - rows.unsqueeze(0)) ** 2).sum(-1).sqrt()
    return _paired(found, reduction, y is None if zero_diagonal is None else zero_diagonal)


def _paired(found, reduction, zero_diagonal):
    if zero_diagonal:
        found = found.masked_fill(torch.eye(len(found), dtype=torch.bool), 0.0)
    if reduction in (None, "none"):
        return found
    return found.mean(-1) if reduction == "mean" else found.sum(-1)


__getattr__ = missing("torchmetrics.functional")

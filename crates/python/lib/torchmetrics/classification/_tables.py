"""Measures that are made of a table of which class was taken for which.

What it is not: measures of single counts, which are `_rates`. Start reading at `TABLES`.
"""

import torch
from torchmetrics._classes import divided


def confusion_matrix(_task, table, normalize=None):
    """The table itself, or shares of its rows, its columns or all."""
    if normalize in (None, "none"):
        return table
    table = table.float()
    if normalize == "true":
        return divided(table, table.sum(-1, keepdim=True))
    if normalize == "pred":
        return divided(table, table.sum(-2, keepdim=True))
    return divided(table, table.sum((-2, -1), keepdim=True))


def jaccard_index(task, table, zero_division=0.0):
    """What predicted and true samples of a class have in common, of all that are either."""
    if task.kind == "binary":
        return divided(table[1, 1], table[0, 1] + table[1, 0] + table[1, 1], zero_division)
    if task.kind == "multilabel":
        common, either, true = table[:, 1, 1], table.sum((1, 2)) - table[:, 0, 0], table[:, 1].sum(-1)
    else:
        common, true = table.diag(), table.sum(1)
        either = true + table.sum(0) - common
    if task.average == "micro":
        return divided(common.sum(), either.sum(), zero_division)
    score = divided(common, either, zero_division)
    if task.average in (None, "none"):
        return score
    weights = true.float() if task.average == "weighted" else torch.ones_like(score)
    if task.average == "macro" and task.kind == "multiclass":
        weights[either == 0] = 0.0
    return (weights * score / weights.sum()).sum()


def cohen_kappa(_task, table, weights=None):
    """How much better than by chance the labels agree."""
    table = table.float()
    size = len(table)
    by_chance = table.sum(1, keepdim=True) @ table.sum(0, keepdim=True) / table.sum()
    if weights in (None, "none"):
        cost = 1.0 - torch.eye(size)
    else:
        steps = torch.arange(size, dtype=torch.float32)
        cost = (steps.reshape(-1, 1) - steps).abs() if weights == "linear" else (steps.reshape(-1, 1) - steps) ** 2
    return 1 - (cost * table).sum() / (cost * by_chance).sum()


def matthews_corrcoef(_task, table):
    """The correlation between predicted and true labels."""
    table = (table.sum(0) if table.ndim == 3 else table).double()
    right, count = table.diag().sum(), table.sum()
    predicted, true = table.sum(0), table.sum(1)
    spread = (count**2 - (predicted**2).sum()) * (count**2 - (true**2).sum())
    if spread == 0:
        return torch.tensor(1.0 if right == count else -1.0 if len(table) == 2 and right == 0 else 0.0)
    return ((right * count - (true * predicted).sum()) / spread.sqrt()).float()


# As `_rates.RATES`; whether there is a class for several labels, too, and the options with their defaults.
TABLES = (
    ("confusion_matrix", "ConfusionMatrix", confusion_matrix, True, {"normalize": None}),
    ("jaccard", "JaccardIndex", jaccard_index, True, {"average": "macro", "zero_division": 0}),
    ("cohen_kappa", "CohenKappa", cohen_kappa, False, {"weights": None}),
    ("matthews_corrcoef", "MatthewsCorrCoef", matthews_corrcoef, True, {}),
)

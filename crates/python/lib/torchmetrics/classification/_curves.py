"""Curves over all thresholds, and the areas below them.

What it is not: measures of labels. Start reading at `CURVES`.
"""

import torch
from torchmetrics._classes import divided


def _steps(preds, target):
    """Falling thresholds with how many true and false positives each lets through."""
    order = torch.argsort(preds, descending=True)
    preds, target = preds[order], target[order]
    ends = torch.cat([torch.nonzero(preds[1:] - preds[:-1]).flatten(), torch.tensor([len(preds) - 1])])
    found = target.cumsum(0)[ends]
    return preds[ends], found, 1 + ends - found


def _steps_at(preds, target, thresholds):
    """The same at given thresholds, in their order."""
    passed = preds.reshape(1, -1) >= thresholds.reshape(-1, 1)
    return (passed & (target == 1)).sum(1), (passed & (target == 0)).sum(1)


def roc(preds, target, thresholds=None):
    """False and true positive rates with their thresholds."""
    positive, negative = (target == 1).sum(), (target == 0).sum()
    if thresholds is None:
        falling, tp, fp = _steps(preds, target)
        falling = torch.cat([torch.ones(1, dtype=falling.dtype), falling])
        tp, fp = (torch.cat([torch.zeros(1, dtype=each.dtype), each]) for each in (tp, fp))
    else:
        tp, fp = (each.flip(0) for each in _steps_at(preds, target, thresholds))
        falling = thresholds.flip(0)
    return divided(fp, negative), divided(tp, positive), falling


def precision_recall_curve(preds, target, thresholds=None):
    """Precision and recall with their thresholds, and the point where nothing is let through."""
    if thresholds is None:
        falling, tp, fp = (each.flip(0) for each in _steps(preds, target))
        precision, recall = divided(tp, tp + fp), divided(tp, tp[0], 1.0)
    else:
        tp, fp = _steps_at(preds, target, thresholds)
        precision, recall, falling = tp / (tp + fp), divided(tp, (target == 1).sum()), thresholds
    end = torch.tensor([1.0, 0.0])
    return torch.cat([precision, end[:1]]), torch.cat([recall, end[1:]]), falling


def auroc(preds, target, thresholds=None):
    """The area below the ROC curve."""
    across, up, _ = roc(preds, target, thresholds)
    return ((across[1:] - across[:-1]) * (up[1:] + up[:-1]) / 2).sum()


def average_precision(preds, target, thresholds=None):
    """The mean precision, weighted by how much recall each step adds."""
    precision, recall, _ = precision_recall_curve(preds, target, thresholds)
    return -((recall[1:] - recall[:-1]) * precision[:-1]).sum()


# As `_rates.RATES`; whether it is an area, which can be averaged over classes.
CURVES = (
    ("roc", "ROC", roc, False),
    ("precision_recall_curve", "PrecisionRecallCurve", precision_recall_curve, False),
    ("auroc", "AUROC", auroc, True),
    ("average_precision", "AveragePrecision", average_precision, True),
)


def of_each(curve, task, preds, target, thresholds, is_area):
    """The curve of one class against the others, of each class."""
    if task.kind == "binary":
        return curve(preds, target, thresholds)
    found, counts = [], []
    for at in range(task.classes):
        score, truth = preds[:, at], target[:, at] if task.kind == "multilabel" else (target == at).long()
        kept = truth >= 0
        found.append(curve(score[kept], truth[kept], thresholds))
        counts.append((truth == 1).sum())
    if is_area:
        return _averaged(torch.stack(found), torch.stack(counts).float(), task.average)
    curves = tuple(list(each) for each in zip(*found))
    if thresholds is None:
        return curves
    return torch.stack(curves[0]), torch.stack(curves[1]), curves[2][0]


def _averaged(areas, counts, average):
    if average in (None, "none"):
        return areas
    if average == "macro":
        return areas[~areas.isnan()].mean()
    return (areas * counts / counts.sum()).sum()


def thresholds_of(thresholds):
    """Thresholds as given: how many, a list or a tensor; None for all that matter."""
    if thresholds is None or isinstance(thresholds, torch.Tensor):
        return thresholds
    return torch.linspace(0, 1, thresholds) if isinstance(thresholds, int) else torch.tensor(thresholds)

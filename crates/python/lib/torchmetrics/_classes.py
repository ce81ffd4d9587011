"""`Task`: predictions and targets of a classification, checked, as labels, counts and tables.

What it is not: any measure. Start reading at `Task`.
"""

import torch

KINDS = ("binary", "multiclass", "multilabel")
NORMALIZATIONS = ("true", "pred", "all", "none", None)
AVERAGES = ("micro", "macro", "weighted", "none", None)


class Task:
    """What kind of classification it is, and how its samples are counted."""

    def __init__(self, kind, *, threshold=0.5, classes=None, average=None, top_k=1, ignore_index=None, validate=True):
        self.kind, self.threshold, self.classes = kind, threshold, classes
        self.average, self.top_k, self.ignore_index, self.validate = average, top_k, ignore_index, validate
        if validate:
            self._check_options()

    def _check_options(self):
        if not isinstance(self.threshold, float) or not 0 <= self.threshold <= 1:
            raise ValueError(
                f"Expected argument `threshold` to be a float in the [0,1] range, but got {self.threshold}."
            )
        if self.kind == "multiclass" and self.classes is None:
            if self.average != "micro":
                raise ValueError(
                    f"Argument `num_classes` can only be `None` for `average='micro'`, but got `average={self.average}`."
                )
        elif self.kind == "multiclass" and not (isinstance(self.classes, int) and self.classes >= 2):
            raise ValueError(f"Expected argument `num_classes` to be an integer larger than 1, but got {self.classes}")
        if self.kind == "multilabel" and not (isinstance(self.classes, int) and self.classes >= 2):
            raise ValueError(f"Expected argument `num_labels` to be an integer larger than 1, but got {self.classes}")
        if self.average not in AVERAGES:
            raise ValueError(f"Expected argument `average` to be one of {AVERAGES}, but got {self.average}")
        if not isinstance(self.top_k, int) or self.top_k < 1:
            raise ValueError(
                f"Expected argument `top_k` to be an integer larger than or equal to 1, but got {self.top_k}"
            )
        if self.kind == "multiclass" and self.classes is not None and self.top_k > self.classes:
            raise ValueError(
                f"Expected argument `top_k` to be smaller or equal to `num_classes` but got {self.top_k} and {self.classes}"
            )

    # Labels

    def labels(self, preds, target):
        """Predicted and true labels; flat, for several labels at once a row a label. What is ignored is -1 in both."""
        if self.validate:
            self._check(preds, target)
        if self.kind == "multiclass":
            preds, target = self._class_of_each(preds, target)
        else:
            if preds.is_floating_point():
                preds = (_probabilities(preds, preds.sigmoid) > self.threshold).long()
            if self.kind == "multilabel":
                preds, target = (each.transpose(0, 1).reshape(self.classes, -1) for each in (preds, target))
            else:
                preds, target = preds.flatten(), target.flatten()
        preds, target = preds.long(), target.long()
        if self.ignore_index is None:
            return preds, target
        kept = target != self.ignore_index
        if self.kind == "multilabel":
            return preds.masked_fill(~kept, -1), target.masked_fill(~kept, -1)
        return preds[kept], target[kept]

    def _class_of_each(self, preds, target):
        if preds.ndim != target.ndim + 1:
            return preds.flatten(), target.flatten()
        if self.top_k == 1:
            return preds.argmax(1).flatten(), target.flatten()
        best = preds.topk(self.top_k, 1).indices
        is_among = (best == target.unsqueeze(1)).any(1)
        return torch.where(is_among, target, best.select(1, 0)).flatten(), target.flatten()

    def _check(self, preds, target):
        if self.kind == "multiclass":
            self._check_classes(preds, target)
            return
        if preds.shape != target.shape:
            raise RuntimeError(
                f"Predictions and targets are expected to have the same shape, but got {preds.shape} and {target.shape}."
            )
        if self.kind == "multilabel" and preds.shape[1] != self.classes:
            raise ValueError(
                "Expected both `target.shape[1]` and `preds.shape[1]` to be equal to the number of labels but got "
                f"{preds.shape[1]} and expected {self.classes}"
            )
        ignored = [] if self.ignore_index is None else [self.ignore_index]
        found = target.unique()
        if not torch.isin(found, torch.tensor([0, 1, *ignored], dtype=found.dtype)).all():
            raise RuntimeError(
                f"Detected the following values in `target`: {found} but expected only the following values "
                f"{[0, 1, *ignored]}."
            )
        if not preds.is_floating_point():
            found = preds.unique()
            if not torch.isin(found, torch.tensor([0, 1], dtype=found.dtype)).all():
                raise RuntimeError(
                    f"Detected the following values in `preds`: {found} but expected only the following values [0,1] since "
                    "`preds` is a label tensor."
                )

    def _check_classes(self, preds, target):
        if preds.ndim == target.ndim + 1:
            if not preds.is_floating_point():
                raise ValueError("If `preds` have one dimension more than `target`, `preds` should be a float tensor.")
            if self.classes is not None and preds.shape[1] != self.classes:
                raise ValueError(
                    "If `preds` have one dimension more than `target`, `preds.shape[1]` should be equal to number of "
                    "classes."
                )
            if preds.shape[2:] != target.shape[1:]:
                raise ValueError(
                    "If `preds` have one dimension more than `target`, the shape of `preds` should be (N, C, ...), and the "
                    "shape of `target` should be (N, ...)."
                )
        elif preds.ndim != target.ndim:
            raise ValueError(
                "Either `preds` and `target` both should have the (same) shape (N, ...), or `target` should be (N, ...) and "
                "`preds` should be (N, C, ...)."
            )
        elif preds.shape != target.shape:
            raise ValueError(
                "The `preds` and `target` should have the same shape,"
                f" got `preds` with shape={preds.shape} and `target` with shape={target.shape}."
            )
        if self.classes is None:
            return
        self._check_range("target", target, self.classes if self.ignore_index is None else self.classes + 1)
        if not preds.is_floating_point():
            self._check_range("preds", preds, self.classes)

    @staticmethod
    def _check_range(name, values, most):
        found = values.unique()
        if len(found) > most:
            raise RuntimeError(
                f"Detected more unique values in `{name}` than expected. Expected only {most} but found {len(found)} in "
                f"`{name}`. Found values: {found}."
            )

    # Counts

    def counts(self, preds, target):
        """How many are true positive, false positive, true negative and false negative: a number, or one a class."""
        preds, target = self.labels(preds, target)
        if self.kind == "multiclass":
            return self._counts_by_class(preds, target)
        if self.kind == "binary":
            return tuple(((preds == p) & (target == t)).sum() for p, t in ((1, 1), (1, 0), (0, 0), (0, 1)))
        found = [((preds == p) & (target == t)).sum(1) for p, t in ((1, 1), (1, 0), (0, 0), (0, 1))]
        return tuple(each.sum() for each in found) if self.average == "micro" else tuple(found)

    def _counts_by_class(self, preds, target):
        if self.average == "micro":
            right, wrong = (preds == target).sum(), (preds != target).sum()
            return right, wrong, (self.classes or 0) * len(target) - (2 * wrong + right), wrong
        table = _table(preds, target, self.classes)
        right = table.diag()
        more, less = table.sum(0) - right, table.sum(1) - right
        return right, more, table.sum() - (right + more + less), less

    def table(self, preds, target):
        """How many of each class (a row) were taken for which (a column); for several labels a table each."""
        preds, target = self.labels(preds, target)
        if self.kind == "multilabel":
            kept = [(each >= 0, each, truth) for each, truth in zip(preds, target)]
            return torch.stack([_table(each[use], truth[use], 2) for use, each, truth in kept])
        return _table(preds, target, 2 if self.kind == "binary" else self.classes)

    # Scores

    def scores(self, preds, target):
        """Probabilities and labels: flat for two classes, else a column a class or a label."""
        if self.validate:
            self._check(preds, target)
        if self.kind == "binary":
            preds, target = preds.flatten(), target.flatten()
            preds = _probabilities(preds, preds.sigmoid)
        else:
            width = self.classes
            preds = _probabilities(preds, preds.sigmoid if self.kind == "multilabel" else lambda: preds.softmax(1))
            preds = preds.transpose(0, 1).reshape(width, -1).T
            is_labels = self.kind == "multilabel"
            target = target.transpose(0, 1).reshape(width, -1).T if is_labels else target.flatten()
        if self.ignore_index is None:
            return preds, target
        if self.kind == "multilabel":
            return preds, target.masked_fill(target == self.ignore_index, -1)
        kept = target != self.ignore_index
        return preds[kept], target[kept]


def _probabilities(preds, squash):
    """Values between 0 and 1 as they are, others through a function."""
    return preds if ((preds >= 0) & (preds <= 1)).all() else squash()


def _table(preds, target, width):
    return torch.bincount(target * width + preds, minlength=width * width).reshape(width, width)


def divided(above, below, where_zero=0.0):
    """above / below, and `where_zero` where that is nothing."""
    above, below = above.float(), below.float()
    safe = torch.where(below == 0, torch.ones_like(below), below)
    return torch.where(below == 0, torch.full_like(below, where_zero), above / safe)


def averaged(score, task, counts):
    """The score of each class as the task wants it: as it is, or a mean, weighted or not."""
    tp, fp, _, fn = counts
    if task.average in (None, "none"):
        return score
    if task.average == "weighted":
        weights = tp + fn
    else:
        weights = torch.ones_like(score)
        if task.kind != "multilabel":
            # A class that neither occurs nor is predicted has no say.
            weights[tp + fp + fn == 0] = 0.0
    weights = weights.float()
    return divided(weights * score, weights.sum(-1, keepdim=True)).sum(-1)

"""How sure predictions are: `CalibrationError`, and how far inside their side: `HingeLoss`.

What it is not: rates and curves, which are `_rates` and `_curves`. Start reading at `CalibrationError`.
"""

import torch
from torchmetrics.metric import Metric


class _Kept(Metric):
    """Keeps what it is given."""

    higher_is_better = False

    def __init__(self, ignore_index=None, **kwargs):
        super().__init__(**kwargs)
        self.ignore_index = ignore_index
        self.add_state("first", [], "cat")
        self.add_state("second", [], "cat")

    def update(self, preds, target):
        if self._classes is None:
            preds, target = preds.flatten(), target.flatten()
        else:
            preds = preds.movedim(1, -1).reshape(-1, preds.shape[1])
            target = target.flatten()
        kept = torch.ones_like(target, dtype=torch.bool) if self.ignore_index is None else target != self.ignore_index
        preds, target = preds[kept].float(), target[kept]
        if bool(((preds < 0) | (preds > 1)).any()):
            preds = preds.sigmoid() if self._classes is None else preds.softmax(1)
        self.first.append(preds)
        self.second.append(target)


def _check_norm(norm):
    if norm not in ("l1", "l2", "max"):
        raise ValueError(f"Expected argument `norm` to be one of ('l1', 'l2', 'max'), but got {norm}.")


class _Calibration(_Kept):
    """How far what is said to be likely is from how often it is so."""

    def _begin(self, n_bins, norm, validate_args):
        if validate_args:
            if not isinstance(n_bins, int) or n_bins < 1:
                raise ValueError(f"Expected argument `n_bins` to be an integer larger than 0, but got {n_bins}")
            _check_norm(norm)
        self.n_bins, self.norm, self.validate_args = n_bins, norm, validate_args

    def compute(self):
        preds, target = torch.cat(self.first), torch.cat(self.second)
        sure, right = (preds, target.float()) if self._classes is None else (preds.max(1).values, (preds.argmax(1) == target).float())
        edges = torch.linspace(0, 1, self.n_bins + 1)
        at = torch.bucketize(sure, edges, right=True) - 1
        counts, sums, hits = (torch.zeros(self.n_bins + 1).index_add(0, at, each) for each in (torch.ones_like(sure), sure, right))
        shares, known = counts / counts.sum(), counts.clamp(min=1)
        off = (hits / known - sums / known).abs()
        if self.norm == "l1":
            return (off * shares).sum()
        return off.max() if self.norm == "max" else (off**2 * shares).sum().sqrt()


class BinaryCalibrationError(_Calibration):
    _classes = None

    def __init__(self, n_bins=15, norm="l1", ignore_index=None, validate_args=True, **kwargs):
        super().__init__(ignore_index, **kwargs)
        self._begin(n_bins, norm, validate_args)


class MulticlassCalibrationError(_Calibration):
    def __init__(self, num_classes, n_bins=15, norm="l1", ignore_index=None, validate_args=True, **kwargs):
        super().__init__(ignore_index, **kwargs)
        self._begin(n_bins, norm, validate_args)
        self.num_classes = self._classes = num_classes


class _Hinge(_Kept):
    """How much is missing to a margin of one, on the mean."""

    def compute(self):
        preds, target = torch.cat(self.first), torch.cat(self.second)
        if self._classes is None:
            margins = torch.where(target == 1, preds, -preds)
        else:
            own = torch.nn.functional.one_hot(target, max(2, self._classes)).bool()
            if self.multiclass_mode == "crammer-singer":
                margins = preds[own] - torch.where(own, torch.full_like(preds, -float("inf")), preds).max(1).values
            else:
                margins = torch.where(own, preds, -preds)
        missing = (1 - margins).clamp(min=0)
        return (missing**2 if self.squared else missing).sum(0) / len(target)


class BinaryHingeLoss(_Hinge):
    _classes = None

    def __init__(self, squared=False, ignore_index=None, validate_args=True, **kwargs):
        super().__init__(ignore_index, **kwargs)
        self.squared, self.validate_args = squared, validate_args


class MulticlassHingeLoss(_Hinge):
    def __init__(self, num_classes, squared=False, multiclass_mode="crammer-singer", ignore_index=None, validate_args=True, **kwargs):
        super().__init__(ignore_index, **kwargs)
        if multiclass_mode not in ("crammer-singer", "one-vs-all"):
            raise ValueError(
                f"Expected argument `multiclass_mode` to be one of ('crammer-singer', 'one-vs-all'), but got {multiclass_mode}."
            )
        self.num_classes = self._classes = num_classes
        self.squared, self.multiclass_mode, self.validate_args = squared, multiclass_mode, validate_args


def _chooser(title, binary, multiclass):
    """A class that gives the one of a task."""

    def choose(cls, task, num_classes=None, **kwargs):
        if task == "binary":
            return binary(**kwargs)
        if task == "multiclass":
            if not isinstance(num_classes, int):
                raise ValueError(f"`num_classes` is expected to be `int` but `{type(num_classes)} was passed.`")
            return multiclass(num_classes, **kwargs)
        raise ValueError(f"Invalid Classification: expected one of ['binary', 'multiclass'] but got {task}.")

    return type(title, (Metric,), {"__new__": choose, "__doc__": f"{title} by the task.", "__module__": "torchmetrics.classification"})


CalibrationError = _chooser("CalibrationError", BinaryCalibrationError, MulticlassCalibrationError)
HingeLoss = _chooser("HingeLoss", BinaryHingeLoss, MulticlassHingeLoss)
for _kind in (BinaryCalibrationError, MulticlassCalibrationError, BinaryHingeLoss, MulticlassHingeLoss):
    _kind.__module__ = "torchmetrics.classification"

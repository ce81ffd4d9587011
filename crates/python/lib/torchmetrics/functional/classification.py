"""Measures of predicted classes, as functions.

What it is not: a second set of formulas; each is its class, called once. Start reading at `_function`.
"""

from torchmetrics._missing import missing
from torchmetrics.classification import _metrics


def _spelled(name):
    """`F1Score` as `f1_score`; what is one word of capitals stays one."""
    if name.endswith(("AUROC", "ROC")):
        head = name.removesuffix("AUROC").removesuffix("ROC")
        return _spelled(head) + "_" * bool(head) + name[len(head) :].lower()
    text = name.replace("FBeta", "Fbeta").replace("F1Score", "F1_score").replace("CorrCoef", "Corrcoef")
    return "".join(("_" + each.lower()) if each.isupper() and at else each.lower() for at, each in enumerate(text))


def _function(name, kind):
    """A function of predictions, target and the class's options."""

    def measure(preds, target, *args, **kwargs):
        return kind(*args, **kwargs)(preds, target)

    measure.__name__, measure.__doc__ = name, f"`{kind.__name__}` of these predictions alone."
    return measure


FUNCTIONS = {_spelled(name): _function(_spelled(name), kind) for name, kind in _metrics.CLASSES.items()}
globals().update(FUNCTIONS)
__getattr__ = missing("torchmetrics.functional.classification")

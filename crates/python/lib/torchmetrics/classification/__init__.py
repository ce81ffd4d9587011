"""Measures of predicted classes.

What it is not: ranking measures; asking for one says so. Start reading at `_metrics`.
"""

from torchmetrics._missing import missing
from torchmetrics.classification._metrics import CLASSES

globals().update(CLASSES)
__all__ = sorted(CLASSES)
_MARGINS = (
    "BinaryCalibrationError", "BinaryHingeLoss", "CalibrationError", "HingeLoss", "MulticlassCalibrationError", "MulticlassHingeLoss",
)  # fmt: skip
_missing = missing("torchmetrics.classification")


def __getattr__(name):
    if name in _MARGINS:
        return getattr(__import__("torchmetrics.classification._margins", fromlist=(name,)), name)
    return _missing(name)

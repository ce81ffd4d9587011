"""Measures of predicted classes.

What it is not: ranking measures and calibration; asking for one says so. Start reading at `_metrics`.
"""

from torchmetrics._missing import missing
from torchmetrics.classification._metrics import CLASSES

globals().update(CLASSES)
__all__ = sorted(CLASSES)
__getattr__ = missing("torchmetrics.classification")

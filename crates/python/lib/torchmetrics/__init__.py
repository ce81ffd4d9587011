"""`torchmetrics`: measures of predictions, batch by batch, and their collections.

What it is not: measures of pictures, sound and text; asking for one says so. Start reading at `metric`.
"""

from torchmetrics import functional
from torchmetrics._missing import missing
from torchmetrics.aggregation import CatMetric, MaxMetric, MeanMetric, MinMetric, SumMetric
from torchmetrics.classification._metrics import CLASSES as _CLASSES
from torchmetrics.collections import MetricCollection
from torchmetrics.metric import Metric
from torchmetrics.regression import (
    CosineSimilarity,
    ExplainedVariance,
    MeanAbsoluteError,
    MeanAbsolutePercentageError,
    MeanSquaredError,
    MeanSquaredLogError,
    PearsonCorrCoef,
    R2Score,
    SpearmanCorrCoef,
    SymmetricMeanAbsolutePercentageError,
)

__version__ = "1.9.0+kindling"
_CHOOSERS = {
    name: each for name, each in _CLASSES.items() if not name.startswith(("Binary", "Multiclass", "Multilabel"))
}
globals().update(_CHOOSERS)
__all__ = sorted([
    *_CHOOSERS, "CatMetric", "CosineSimilarity", "ExplainedVariance", "MaxMetric", "MeanAbsoluteError",
    "MeanAbsolutePercentageError", "MeanMetric", "MeanSquaredError", "MeanSquaredLogError", "Metric",
    "MetricCollection", "MinMetric", "PearsonCorrCoef", "R2Score", "SpearmanCorrCoef", "SumMetric",
    "SymmetricMeanAbsolutePercentageError", "functional",
])  # fmt: skip
__getattr__ = missing("torchmetrics")

"""`torchmetrics`: measures of predictions, batch by batch, and their collections.

What it is not: measures of sound, or by trained networks; asking for one says so. Start reading at `metric`.
"""

import warnings

from torchmetrics import functional
from torchmetrics._missing import missing
from torchmetrics.aggregation import CatMetric, MaxMetric, MeanMetric, MinMetric, SumMetric
from torchmetrics.classification._metrics import CLASSES as _CLASSES
from torchmetrics.collections import MetricCollection
from torchmetrics.metric import Metric
from torchmetrics.regression import (
    CosineSimilarity,
    ExplainedVariance,
    KLDivergence,
    LogCoshError,
    MeanAbsoluteError,
    MeanAbsolutePercentageError,
    MeanSquaredError,
    MeanSquaredLogError,
    MinkowskiDistance,
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
    *_CHOOSERS, "CatMetric", "CosineSimilarity", "ExplainedVariance", "KLDivergence", "LogCoshError", "MaxMetric",
    "MeanAbsoluteError", "MeanAbsolutePercentageError", "MeanMetric", "MeanSquaredError", "MeanSquaredLogError", "Metric",
    "MetricCollection", "MetricTracker", "MinMetric", "MinkowskiDistance", "PearsonCorrCoef", "R2Score",
    "SpearmanCorrCoef", "SumMetric", "SymmetricMeanAbsolutePercentageError", "functional",
])  # fmt: skip
_missing = missing("torchmetrics")


def __getattr__(name):
    if name in ("image", "text", "wrappers"):
        return __import__(f"torchmetrics.{name}", fromlist=(name,))
    if name == "MetricTracker":
        from torchmetrics.wrappers import MetricTracker

        return MetricTracker
    for home in ("image", "text"):
        if name in __import__(f"torchmetrics.{home}", fromlist=("__all__",)).__all__:
            return _moved(name, home)
    return _missing(name)


def _moved(name, home):
    """A measure that once was here: it says where it is now."""

    def begin(self, *args, **kwargs):
        warnings.warn(
            f"Importing `{name}` from `torchmetrics` was deprecated and will be removed in 2.0. Import `{name}` from "
            f"`torchmetrics.{home}` instead.",
            FutureWarning,
            stacklevel=2,
        )
        kind.__init__(self, *args, **kwargs)

    kind = getattr(__import__(f"torchmetrics.{home}", fromlist=(name,)), name)
    globals()[name] = type(f"_{name}", (kind,), {"__init__": begin, "__doc__": kind.__doc__, "__module__": __name__})
    return globals()[name]

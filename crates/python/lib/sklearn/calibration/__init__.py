"""Whether chances hold: `calibration_curve`.

What it is not: making them hold, which is `_held`. Start reading at `calibration_curve`.
"""

import numpy as np
from sklearn._arrays import check_words, different, labels, same_length
from sklearn._missing import missing


def calibration_curve(y_true, y_prob, *, pos_label=None, n_bins=5, strategy="uniform"):
    """Of chances in bins, the share that came true, and the mean of the chances."""
    check_words("calibration_curve", ("quantile", "uniform"), strategy=strategy)
    names, chances = labels(y_true), np.asarray(y_prob, dtype=float)
    same_length(names, chances)
    if float(chances.min()) < 0 or float(chances.max()) > 1:
        raise ValueError("y_prob has values outside [0, 1].")
    classes = different(names)
    if len(classes) > 2:
        raise ValueError(f"Only binary classification is supported. Provided labels {np.array(classes)}.")
    wanted = 1 if pos_label is None else pos_label
    true = np.array([float(name == wanted) for name in names])
    shares = np.linspace(0, 1, n_bins + 1)
    edges = np.percentile(chances, shares * 100) if strategy == "quantile" else shares
    places = np.searchsorted(edges[1:-1], chances)
    sums, hits = (np.bincount(places, weights=each, minlength=len(edges)) for each in (chances, true))
    counts = np.bincount(places, minlength=len(edges))
    kept = counts != 0
    return hits[kept] / counts[kept], sums[kept] / counts[kept]


_LATER = {"_held": "CalibratedClassifierCV", "_picture": "CalibrationDisplay"}
__getattr__ = missing("sklearn.calibration", **_LATER)

"""Weights that let rare classes count as much as frequent ones.

What it is not: how estimators take weights, which is `_weights`. Start reading at `compute_class_weight`.
"""

import numpy as np
from sklearn._arrays import labels
from sklearn._weights import weights_of


def compute_class_weight(class_weight, *, classes, y, sample_weight=None):
    """The weight of each class: 1, as given by class, or, "balanced", the less the more often it occurs."""
    if sample_weight is not None:
        raise NotImplementedError("compute_class_weight: sample_weight is not built into this sklearn")
    names, known = labels(y), labels(classes)
    if set(names) - set(known):
        raise ValueError("classes should include all valid labels that can be in y")
    if class_weight is None or len(class_weight) == 0:
        return np.ones(len(known))
    if class_weight == "balanced":
        if set(known) - set(names):
            raise ValueError("classes should have valid labels that are in y")
        return np.array([len(names) / (len(set(names)) * names.count(each)) for each in known])
    if isinstance(class_weight, str):
        raise ValueError(f"class_weight must be dict, 'balanced', or None, got: {class_weight!r}")
    return np.array([float(class_weight.get(each, 1.0)) for each in known])


def compute_sample_weight(class_weight, y, *, indices=None):
    """The weight of each sample's class."""
    if indices is not None:
        raise NotImplementedError("compute_sample_weight: indices is not built into this sklearn")
    names = labels(y)
    return weights_of(names, sorted(set(names)), class_weight, None)

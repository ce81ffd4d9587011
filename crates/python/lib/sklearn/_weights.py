"""How much each sample counts.

What it is not: how samples are drawn. Start reading at `weights_of`.
"""

import numpy as np
from sklearn._arrays import floats


def weights_of(names, classes, class_weight, sample_weight):
    """A weight a sample: its own times its class's."""
    weights = np.ones(len(names)) if sample_weight is None else floats(sample_weight).astype(float)
    if class_weight is None:
        return weights
    if isinstance(class_weight, str) and class_weight != "balanced":
        raise ValueError(f"class_weight must be dict, 'balanced', or None, got: {class_weight!r}")
    if class_weight == "balanced":
        class_weight = {each: len(names) / (len(classes) * names.count(each)) for each in classes}
    return weights * np.array([float(class_weight.get(name, 1.0)) for name in names])

"""`classification_report`: precision and recall of each label as a table.

What it is not: their computation, which is in `_hits`. Start reading at `classification_report`.
"""

import numpy as np
from sklearn._arrays import labels as labels_of
from sklearn.metrics._classes import targets
from sklearn.metrics._hits import precision_recall_fscore_support

_HEADERS = ("precision", "recall", "f1-score", "support")


def classification_report(
    y_true,
    y_pred,
    *,
    labels=None,
    target_names=None,
    sample_weight=None,
    digits=2,
    output_dict=False,
    zero_division="warn",
):
    """Precision, recall, their mean and the number of samples: of each label, and of all."""
    found = targets(y_true, y_pred, sample_weight)[3]
    chosen = found if labels is None else labels_of(labels)
    names = [str(label) for label in chosen] if target_names is None else list(target_names)
    if len(names) != len(chosen):
        if labels is None:
            raise ValueError(
                f"Number of classes, {len(chosen)}, does not match size of target_names, {len(names)}. Try specifying the "
                "labels parameter"
            )
        _warn_of_names(len(chosen), len(names))
    settings = {"labels": chosen, "sample_weight": sample_weight, "zero_division": zero_division}
    each = precision_recall_fscore_support(y_true, y_pred, **settings)
    rows = dict(zip(names, zip(*(values.tolist() for values in each))))
    whole = np.sum(each[3]).item()
    for average in ("micro", "macro", "weighted"):
        heading = f"{average} avg"
        if average == "micro" and set(chosen) >= set(found):
            heading = "accuracy"
        values = precision_recall_fscore_support(y_true, y_pred, average=average, **settings)[:3]
        rows[heading] = (*values, whole)
    return _as_dict(rows) if output_dict else _as_text(rows, len(names), digits)


def _warn_of_names(labels, names):
    import warnings

    warnings.warn(f"labels size, {labels}, does not match size of target_names, {names}", stacklevel=3)


def _as_dict(rows):
    found = {name: dict(zip(_HEADERS, map(float, values))) for name, values in rows.items()}
    if "accuracy" in found:
        found["accuracy"] = found["accuracy"]["precision"]
    return found


def _as_text(rows, count, digits):
    width = max([len(name) for name in rows] + [len("weighted avg"), digits])
    lines = [" " * width + " " + "".join(f" {header:>9}" for header in _HEADERS), ""]
    for at, (name, values) in enumerate(rows.items()):
        if at == count:
            lines.append("")
        shown = [f"{value:.{digits}f}" for value in values[:3]]
        if name == "accuracy":
            shown[:2] = "", ""
        lines.append(f"{name:>{width}} " + "".join(f" {value:>9}" for value in (*shown, values[3])))
    return "\n".join(lines) + "\n"

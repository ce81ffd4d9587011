"""Pictures of measures, drawn by our matplotlib.

What it is not: the measures. Start reading at `ConfusionMatrixDisplay`.
"""

import numpy as np
from _scalars import INTS
from numpy._objects import objects
from sklearn._arrays import labels as labels_of
from sklearn.metrics._classes import confusion_matrix


def _axes(ax):
    from matplotlib import pyplot

    return pyplot.subplots()[1] if ax is None else ax


class ConfusionMatrixDisplay:
    """The table as colours, with its numbers."""

    def __init__(self, confusion_matrix, *, display_labels=None):
        self.confusion_matrix, self.display_labels = np.asarray(confusion_matrix), display_labels

    def plot(
        self,
        *,
        include_values=True,
        cmap="viridis",
        xticks_rotation="horizontal",
        values_format=None,
        ax=None,
        colorbar=True,
        im_kw=None,
        text_kw=None,
    ):
        """Draws it."""
        from matplotlib.cm import get_cmap

        table, ax = self.confusion_matrix, _axes(ax)
        self.im_ = ax.imshow(table, interpolation="nearest", cmap=cmap, **(im_kw or {}))
        colours = get_cmap(cmap)
        low, high = float(table.min()), float(table.max())
        words = []
        for row, line in enumerate(table.tolist() if include_values else []):
            for column, value in enumerate(line):
                is_dark = value < (low + high) / 2
                style = {"color": colours(0.999 if is_dark else 0.0)}
                made = ax.text(
                    column,
                    row,
                    self._told(value, values_format),
                    ha="center",
                    va="center",
                    **{**style, **(text_kw or {})},
                )
                words.append(made)
        self.text_ = objects(words, table.shape) if include_values else None
        names = list(range(len(table))) if self.display_labels is None else labels_of(self.display_labels)
        for axis in ("x", "y"):
            getattr(ax, f"set_{axis}ticks")(list(range(len(table))), [str(name) for name in names])
        ax.tick_params("x", labelrotation=xticks_rotation)
        ax.set_xlabel("Predicted label")
        ax.set_ylabel("True label")
        if colorbar:
            ax.figure.colorbar(self.im_, ax=ax)
        self.figure_, self.ax_ = ax.figure, ax
        return self

    @staticmethod
    def _told(value, values_format):
        if values_format is not None:
            return format(value, values_format)
        short = format(value, ".2g")
        if not isinstance(value, INTS):
            return short
        plain = format(value, "d")
        return plain if len(plain) < len(short) else short

    @classmethod
    def from_predictions(
        cls, y_true, y_pred, *, labels=None, sample_weight=None, normalize=None, display_labels=None, **options
    ):  # fmt: skip
        """The table of these labels, drawn."""
        table = confusion_matrix(y_true, y_pred, labels=labels, sample_weight=sample_weight, normalize=normalize)
        if display_labels is None:
            display_labels = sorted(set(labels_of(y_true)) | set(labels_of(y_pred))) if labels is None else labels
        return cls(table, display_labels=display_labels).plot(**options)

    @classmethod
    def from_estimator(cls, estimator, X, y, **options):
        """The table of what an estimator predicts, drawn."""
        return cls.from_predictions(y, estimator.predict(X), **options)


class RocCurveDisplay:
    """The ROC curve."""

    def __init__(self, *, fpr, tpr, roc_auc=None, name=None, pos_label=None):
        self.fpr, self.tpr, self.roc_auc, self.name, self.pos_label = fpr, tpr, roc_auc, name, pos_label

    def plot(self, ax=None, *, name=None, plot_chance_level=False):
        """Draws it."""
        ax, name = _axes(ax), self.name if name is None else name
        area = "" if self.roc_auc is None else f"AUC = {self.roc_auc:0.2f}"
        label = f"{name} ({area})" if name and area else name or area
        (self.line_,) = ax.plot(self.fpr, self.tpr, label=label)
        if plot_chance_level:
            ax.plot([0, 1], [0, 1], "k--", label="Chance level (AUC = 0.5)")
        of_class = "" if self.pos_label is None else f" (Positive label: {self.pos_label})"
        ax.set_xlabel("False Positive Rate" + of_class)
        ax.set_ylabel("True Positive Rate" + of_class)
        if label or plot_chance_level:
            ax.legend(loc="lower right")
        self.figure_, self.ax_ = ax.figure, ax
        return self

    @classmethod
    def from_predictions(cls, y_true, y_score=None, *, pos_label=None, name="Classifier", ax=None, **options):
        """The curve of these scores, drawn."""
        from sklearn.metrics._scores import auc, roc_curve

        fpr, tpr, _ = roc_curve(y_true, y_score, pos_label=pos_label)
        pos_label = 1 if pos_label is None else pos_label
        return cls(fpr=fpr, tpr=tpr, roc_auc=auc(fpr, tpr), name=name, pos_label=pos_label).plot(ax, **options)

    @classmethod
    def from_estimator(cls, estimator, X, y, **options):
        """The curve of what an estimator predicts, drawn."""
        options.setdefault("name", type(estimator).__name__)
        return cls.from_predictions(y, estimator.predict_proba(X)[:, 1], **options)


class PrecisionRecallDisplay:
    """The curve of precision over recall."""

    def __init__(self, precision, recall, *, average_precision=None, name=None, pos_label=None, prevalence_pos_label=None):
        self.precision, self.recall, self.average_precision, self.name = precision, recall, average_precision, name
        self.pos_label, self.prevalence_pos_label = pos_label, prevalence_pos_label

    def plot(self, ax=None, *, name=None, plot_chance_level=False, chance_level_kw=None, despine=False, **kwargs):
        """Draws it."""
        ax, name = _axes(ax), self.name if name is None else name
        area = "" if self.average_precision is None else f"AP = {self.average_precision:0.2f}"
        label = f"{name} ({area})" if name and area else name or area
        (self.line_,) = ax.plot(self.recall, self.precision, drawstyle="steps-post", **{"label": label, **kwargs})
        if plot_chance_level:
            share = self.prevalence_pos_label
            look = {"color": "k", "linestyle": "--", "label": f"Chance level (AP = {share:0.2f})", **(chance_level_kw or {})}
            ax.plot([0, 1], [share, share], **look)
        if despine:
            for side in ("top", "right"):
                ax.spines[side].set_visible(False)
        of_class = "" if self.pos_label is None else f" (Positive label: {self.pos_label})"
        ax.set_xlabel("Recall" + of_class)
        ax.set_ylabel("Precision" + of_class)
        ax.set_xlim(-0.01, 1.01)
        ax.set_ylim(-0.01, 1.01)
        if label or plot_chance_level:
            ax.legend(loc="lower left")
        self.figure_, self.ax_ = ax.figure, ax
        return self

    @classmethod
    def from_predictions(cls, y_true, y_score=None, *, pos_label=None, name="Classifier", ax=None, **options):
        """The curve of these scores, drawn."""
        from sklearn.metrics._scores import average_precision_score, precision_recall_curve

        precision, recall, _ = precision_recall_curve(y_true, y_score)
        pos_label = 1 if pos_label is None else pos_label
        share = float(np.mean(np.asarray(y_true) == pos_label))
        area = average_precision_score(y_true, y_score)
        return cls(precision, recall, average_precision=area, name=name, pos_label=pos_label,
                   prevalence_pos_label=share).plot(ax, **options)

    @classmethod
    def from_estimator(cls, estimator, X, y, **options):
        """The curve of what an estimator predicts, drawn."""
        options.setdefault("name", type(estimator).__name__)
        return cls.from_predictions(y, estimator.predict_proba(X)[:, 1], **options)


ConfusionMatrixDisplay.__module__ = "sklearn.metrics._plot.confusion_matrix"
RocCurveDisplay.__module__ = "sklearn.metrics._plot.roc_curve"
PrecisionRecallDisplay.__module__ = "sklearn.metrics._plot.precision_recall_curve"

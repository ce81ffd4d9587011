"""`CalibrationDisplay`: a picture of chances against what came true.

What it is not: the numbers, which `calibration_curve` finds. Start reading at `CalibrationDisplay`.
"""

from sklearn.calibration import calibration_curve


class CalibrationDisplay:
    """A line of the shares that came true, beside that of chances that hold."""

    def __init__(self, prob_true, prob_pred, y_prob, *, estimator_name=None, pos_label=None):
        self.prob_true, self.prob_pred, self.y_prob = prob_true, prob_pred, y_prob
        self.estimator_name, self.pos_label = estimator_name, pos_label

    @classmethod
    def from_estimator(cls, estimator, X, y, *, n_bins=5, strategy="uniform", pos_label=None, name=None, ax=None, ref_line=True, **kwargs):
        """Asks a classifier of two classes, and draws it."""
        names = estimator.classes_.tolist()
        at = 1 if pos_label is None else names.index(pos_label)
        return cls.from_predictions(y, estimator.predict_proba(X)[:, at], n_bins=n_bins, strategy=strategy, pos_label=names[at],
                                    name=type(estimator).__name__ if name is None else name, ax=ax, ref_line=ref_line, **kwargs)  # fmt: skip

    @classmethod
    def from_predictions(cls, y_true, y_prob, *, n_bins=5, strategy="uniform", pos_label=None, name=None, ax=None, ref_line=True, **kwargs):
        """Draws chances that are known."""
        true, said = calibration_curve(y_true, y_prob, n_bins=n_bins, strategy=strategy, pos_label=pos_label)
        made = cls(true, said, y_prob, estimator_name="Classifier" if name is None else name, pos_label=pos_label)
        return made.plot(ax=ax, ref_line=ref_line, **kwargs)

    def plot(self, *, ax=None, name=None, ref_line=True, **kwargs):
        """Draws it."""
        from matplotlib import pyplot

        self.ax_ = pyplot.subplots()[1] if ax is None else ax
        name, told = self.estimator_name if name is None else name, "Perfectly calibrated"
        if ref_line and told not in self.ax_.get_legend_handles_labels()[1]:
            self.ax_.plot([0, 1], [0, 1], "k:", label=told)
        style = {"marker": "s", "linestyle": "-", **({"label": name} if name else {}), **kwargs}
        self.line_ = self.ax_.plot(self.prob_pred, self.prob_true, **style)[0]
        self.ax_.legend(loc="lower right")
        about = f"(Positive class: {self.pos_label})" if self.pos_label is not None else ""
        self.ax_.set(xlabel=f"Mean predicted probability {about}", ylabel=f"Fraction of positives {about}")
        self.figure_ = self.ax_.figure
        return self

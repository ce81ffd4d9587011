"""The classes: for two classes, for several, for several labels, and one that chooses among these by `task`.

What it is not: formulas; those are in `_rates`, `_tables` and `_curves`. Start reading at `_family`.
"""

import torch
from torchmetrics._classes import AVERAGES, KINDS, NORMALIZATIONS, Task
from torchmetrics.classification import _curves, _rates, _tables
from torchmetrics.metric import Metric


class _Classification(Metric):
    """Options by their names and places: `_OPTIONS` are those of the class with their defaults."""

    _KIND, _OPTIONS, _COMMON = "binary", {}, {"ignore_index": None, "validate_args": True}

    def __init__(self, *args, **kwargs):
        allowed = {**self._OPTIONS, **self._COMMON}
        names = list(allowed)
        if len(args) > len(names):
            raise TypeError(f"{type(self).__name__} takes {len(names)} positional arguments but {len(args)} were given")
        given = dict(zip(names, args))
        given.update((name, kwargs.pop(name)) for name in names if name in kwargs)
        super().__init__(**kwargs)
        for name in names:
            if name not in given and allowed[name] is _NEEDED:
                raise TypeError(f"{type(self).__name__}.__init__() missing 1 required positional argument: '{name}'")
        options = {**allowed, **given}
        if options.get("multidim_average", "global") != "global":
            raise NotImplementedError(
                f"{type(self).__name__}: multidim_average={options['multidim_average']!r} is not built into this torchmetrics"
            )
        for name, value in options.items():
            setattr(self, name, value)
        self._task = Task(
            self._KIND,
            threshold=options.get("threshold", 0.5),
            classes=options.get("num_classes", options.get("num_labels")),
            average=options.get("average"),
            top_k=options.get("top_k", 1),
            ignore_index=self.ignore_index,
            validate=self.validate_args,
        )
        self._begin()


_NEEDED = object()
_WIDTH = {"binary": {}, "multiclass": {"num_classes": _NEEDED}, "multilabel": {"num_labels": _NEEDED}}
_THRESHOLD = {"binary": {"threshold": 0.5}, "multiclass": {}, "multilabel": {"threshold": 0.5}}


class _Rate(_Classification):
    """Keeps four counts."""

    def _begin(self):
        is_one = self._task.kind == "binary" or self._task.average == "micro"
        size = () if is_one else (self._task.classes,)
        for name in ("tp", "fp", "tn", "fn"):
            self.add_state(name, torch.zeros(size, dtype=torch.int64), "sum")

    def update(self, preds, target):
        for name, count in zip(("tp", "fp", "tn", "fn"), self._task.counts(preds, target)):
            setattr(self, name, getattr(self, name) + count)

    def compute(self):
        extra = {name: getattr(self, name) for name in self._EXTRA}
        return self._COMPUTE(self._task, (self.tp, self.fp, self.tn, self.fn), **extra)


class _Table(_Classification):
    """Keeps a table."""

    def _begin(self):
        if getattr(self, "normalize", None) not in NORMALIZATIONS:
            raise ValueError(f"Expected argument `normalize` to be one of {NORMALIZATIONS}, but got {self.normalize}.")
        width = self._task.classes
        size = {"binary": (2, 2), "multiclass": (width, width), "multilabel": (width, 2, 2)}[self._task.kind]
        self.add_state("confmat", torch.zeros(size, dtype=torch.int64), "sum")

    def update(self, preds, target):
        self.confmat = self.confmat + self._task.table(preds, target)

    def compute(self):
        extra = {name: getattr(self, name) for name in self._EXTRA}
        return self._COMPUTE(self._task, self.confmat, **extra)


class _Curve(_Classification):
    """Keeps all predictions, or, where thresholds are given, computes at these only."""

    def _begin(self):
        if getattr(self, "max_fpr", None) is not None:
            raise NotImplementedError(
                f"{type(self).__name__}: max_fpr={self.max_fpr!r} is not built into this torchmetrics"
            )
        if self._task.average == "micro":
            raise ValueError(f"Expected argument `average` to be one of {AVERAGES[1:]} but got micro")
        self.thresholds = _curves.thresholds_of(self.thresholds)
        self.add_state("preds", [], "cat")
        self.add_state("target", [], "cat")

    def update(self, preds, target):
        preds, target = self._task.scores(preds, target)
        self.preds.append(preds)
        self.target.append(target)

    def compute(self):
        preds, target = torch.cat(self.preds), torch.cat(self.target)
        return _curves.of_each(self._COMPUTE, self._task, preds, target, self.thresholds, self._IS_AREA)


class _Exact(_Classification):
    """Keeps how many samples have all their labels right."""

    def _begin(self):
        self.add_state("correct", torch.tensor(0), "sum")
        self.add_state("total", torch.tensor(0), "sum")

    def update(self, preds, target):
        count, shape = len(target), target.shape
        preds, target = self._task.labels(preds, target)
        if self._task.kind == "multiclass":
            right = (preds == target).reshape(count, -1).all(1)
        else:
            right = (preds == target).reshape(shape[1], count, -1).all(0).all(-1)
        self.correct = self.correct + right.sum()
        self.total = self.total + count

    def compute(self):
        return self.correct / self.total


# Whether more is better; of the others nobody can say.
_BETTER = {
    **dict.fromkeys(
        "Accuracy AUROC AveragePrecision CohenKappa ExactMatch F1Score FBetaScore JaccardIndex MatthewsCorrCoef Precision "
        "Recall".split(),
        True,
    ),
    "HammingDistance": False,
}


def _family(module, name, base, options, **attributes):
    """A class a kind, whose options are in `options`, and the class that chooses among them."""
    made = {}
    for kind, own in options.items():
        title = kind.capitalize() + name
        made[kind] = type(title, (base,), {"_KIND": kind, "_OPTIONS": own, "__doc__": f"{name}, {kind}.", **attributes})
        made[kind].higher_is_better = _BETTER.get(name)
        made[kind].__module__ = f"torchmetrics.classification.{module}"

    def choose(cls, task, *args, **kwargs):
        if args:
            raise TypeError(f"{name}: give what follows the task by name")
        return _chosen(name, made, task, kwargs)

    choose.__name__, choose.__qualname__ = "__new__", f"{name}.__new__"
    chooser = type(name, (), {"__new__": choose, "__doc__": f"{name} of the given task."})
    chooser.__module__ = f"torchmetrics.classification.{module}"
    return {name: chooser, **{each.__name__: each for each in made.values()}}


def _chosen(name, made, task, options):
    told = str(task).lower()
    if told not in KINDS:
        known = [kind.upper() for kind in KINDS]
        raise ValueError(f"Invalid Classification: expected one of {known}, but got {task}.")
    if told not in made:
        raise ValueError(f"Task {told} not supported!")
    options = dict(options)
    if name == "FBetaScore":
        options.setdefault("beta", 1.0)
    for kind, width in (("multiclass", "num_classes"), ("multilabel", "num_labels")):
        given = options.pop(width, None)
        if told == kind:
            if not isinstance(given, int):
                raise ValueError(
                    f"Optional arg `{width}` must be type `int` when task is ClassificationTask.{kind.upper()}. Got "
                    f"{type(given)}"
                )
            options[width] = given
    own = made[told]._OPTIONS
    # One call serves all tasks, so that what only another task reads may be given.
    everybodys = {option for each in made.values() for option in each._OPTIONS}
    options = {option: value for option, value in options.items() if option in own or option not in everybodys}
    if "average" in own:
        options.setdefault("average", "macro" if name in ("JaccardIndex", "AUROC", "AveragePrecision") else "micro")
    return made[told](**options)


def _rate_options(extra):
    common = {"multidim_average": "global"}
    first = {"beta": _NEEDED} if "beta" in extra else {}
    last = {"zero_division": 0} if "zero_division" in extra else {}
    shared = {**common, "ignore_index": None, "validate_args": True, **last}
    return {
        "binary": {**first, "threshold": 0.5, **shared},
        "multiclass": {**first, "num_classes": _NEEDED if first else None, "top_k": 1, "average": "macro", **shared},
        "multilabel": {**first, "num_labels": _NEEDED, "threshold": 0.5, "average": "macro", **shared},
    }


def _families():
    for module, name, compute, extra in _rates.RATES:
        yield _family(module, name, _Rate, _rate_options(extra), _COMPUTE=staticmethod(compute), _EXTRA=extra)
    for module, name, compute, has_labels, own in _tables.TABLES:
        kinds = KINDS if has_labels else KINDS[:2]
        options = {}
        for kind in kinds:
            taken = {key: value for key, value in own.items() if not (key == "average" and kind == "binary")}
            options[kind] = {**_WIDTH[kind], **_THRESHOLD[kind], **taken}
        extra = tuple(key for key in own if key != "average")
        yield _family(module, name, _Table, options, _COMPUTE=staticmethod(compute), _EXTRA=extra)
    for module, name, compute, is_area in _curves.CURVES:
        options = {kind: {**_WIDTH[kind], "thresholds": None} for kind in KINDS}
        if is_area:
            options = {
                "binary": {"thresholds": None},
                **{kind: {**_WIDTH[kind], "average": "macro", "thresholds": None} for kind in KINDS[1:]},
            }
        if name == "AUROC":
            options["binary"] = {"max_fpr": None, "thresholds": None}
        yield _family(module, name, _Curve, options, _COMPUTE=staticmethod(compute), _IS_AREA=is_area)
    exact = {kind: {**_WIDTH[kind], **_THRESHOLD[kind], "multidim_average": "global"} for kind in KINDS[1:]}
    yield _family("exact_match", "ExactMatch", _Exact, exact)


CLASSES = {name: each for family in _families() for name, each in family.items()}

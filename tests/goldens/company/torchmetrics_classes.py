import torch
from torchmetrics import *
import torchmetrics.functional as TF
torch.manual_seed(0)
p = torch.rand(10, 3).softmax(1); t = torch.randint(0, 3, (10,))
bp = torch.rand(10); bt = torch.randint(0, 2, (10,))
lp = torch.rand(6, 4); lt = torch.randint(0, 2, (6, 4))
def T(f):
    try: print(f())
    except Exception as e: print(type(e).__module__, type(e).__name__, "|", e)
for M in (Accuracy, Precision, Recall, F1Score, Specificity, JaccardIndex, HammingDistance):
    print(M.__name__)
    for av in ("micro", "macro", "weighted", "none", None):
        T(lambda: M(task="multiclass", num_classes=3, average=av)(p, t))
    T(lambda: M(task="multiclass", num_classes=3)(p, t))
    T(lambda: M(task="binary")(bp, bt)); T(lambda: M(task="binary", threshold=0.7)(bp, bt))
    T(lambda: M(task="multilabel", num_labels=4)(lp, lt)); T(lambda: M(task="multilabel", num_labels=4, average="none")(lp, lt))
T(lambda: Accuracy(task="multiclass", num_classes=3, top_k=2)(p, t))
T(lambda: Accuracy(task="multiclass", num_classes=3, ignore_index=0)(p, t))
T(lambda: Accuracy(task="binary")(torch.randn(10)*3, bt))
for n in (None, "true", "pred", "all"):
    T(lambda: ConfusionMatrix(task="multiclass", num_classes=3, normalize=n)(p, t)); T(lambda: ConfusionMatrix(task="binary", normalize=n)(bp, bt))
T(lambda: ConfusionMatrix(task="multilabel", num_labels=4)(lp, lt))
T(lambda: AUROC(task="binary")(bp, bt)); T(lambda: AUROC(task="multiclass", num_classes=3)(p, t)); T(lambda: AUROC(task="multiclass", num_classes=3, average=None)(p, t))
T(lambda: AUROC(task="multilabel", num_labels=4)(lp, lt)); T(lambda: AveragePrecision(task="binary")(bp, bt)); T(lambda: AveragePrecision(task="multiclass", num_classes=3)(p, t))
T(lambda: AUROC(task="binary", thresholds=5)(bp, bt))
T(lambda: ROC(task="binary")(bp, bt)); T(lambda: PrecisionRecallCurve(task="binary")(bp, bt))
T(lambda: CohenKappa(task="multiclass", num_classes=3)(p, t)); T(lambda: MatthewsCorrCoef(task="binary")(bp, bt)); T(lambda: FBetaScore(task="multiclass", num_classes=3, beta=2.0)(p, t))
T(lambda: StatScores(task="multiclass", num_classes=3, average=None)(p, t)); T(lambda: StatScores(task="binary")(bp, bt))
T(lambda: ExactMatch(task="multilabel", num_labels=4)(lp, lt))

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
x, y = torch.randn(8), torch.randn(8)
for M in (MeanSquaredError, MeanAbsoluteError, R2Score, PearsonCorrCoef, SpearmanCorrCoef, ExplainedVariance, MeanAbsolutePercentageError, MeanSquaredLogError):
    T(lambda: (M.__name__, M()(x.abs(), y.abs())))
T(lambda: MeanSquaredError(squared=False)(x, y)); T(lambda: CosineSimilarity(reduction="mean")(x.view(2,4), y.view(2,4)))
m = MeanMetric(); m.update(1.0); m.update(torch.tensor([2.0, 4.0])); T(lambda: m.compute()); m.update(3.0, 5.0); T(m.compute); m.reset(); print(m.update_called)
s = SumMetric(); s.update(2); s.update(3.5); T(s.compute); mx = MaxMetric(); mx.update(torch.tensor([1., 5.])); T(mx.compute); mn = MinMetric(); mn.update(3.); T(mn.compute); c = CatMetric(); c.update(1.); c.update(torch.tensor([2., 3.])); T(c.compute)
col = MetricCollection([Accuracy(task="multiclass", num_classes=3), Precision(task="multiclass", num_classes=3, average="macro")])
T(lambda: col(p, t)); T(lambda: col.compute()); print(col); col.reset()
col = MetricCollection({"acc": Accuracy(task="multiclass", num_classes=3), "f1": F1Score(task="multiclass", num_classes=3)}, prefix="val_")
col.update(p, t); T(col.compute); print(list(col.keys()), col["acc"]); T(lambda: col.clone(prefix="train_"))
a = Accuracy(task="multiclass", num_classes=3); print(a, type(a).__name__, type(a).__module__)
for i in range(3): a(p[i*3:i*3+3], t[i*3:i*3+3])
T(a.compute); print(a._update_count, a.update_called, a.compute()); a.reset(); a.update(p, t); T(a.compute)
T(lambda: Accuracy(task="foo")); T(lambda: Accuracy(task="multiclass")); T(lambda: Accuracy(task="multiclass", num_classes=3, average="foo")); T(lambda: Accuracy(task="multilabel"))
T(lambda: Accuracy(task="multiclass", num_classes=3)(p, t[:5])); T(lambda: Accuracy(task="multiclass", num_classes=3)(p, t.float())); T(lambda: Accuracy(task="multiclass", num_classes=2)(p, t)); T(lambda: Accuracy(task="multiclass", num_classes=2)(t, t + 5)); T(lambda: Accuracy(task="binary")(bp, t)); T(lambda: Accuracy(task="binary", threshold=2.0)); T(lambda: Accuracy(task="binary")(bp, bt.float()))
T(lambda: Accuracy(task="multiclass", num_classes=3)(torch.tensor([0, 5]), torch.tensor([0, 1])))
T(lambda: MeanSquaredError()(x, y[:3])); T(lambda: R2Score()(x[:1], y[:1])); T(lambda: MeanSquaredError(foo=1)); T(lambda: a + a); T(lambda: (a + 1).compute())
T(lambda: TF.accuracy(p, t, task="multiclass", num_classes=3)); T(lambda: TF.f1_score(p, t, task="multiclass", num_classes=3, average="macro")); T(lambda: TF.mean_squared_error(x, y)); T(lambda: TF.confusion_matrix(p, t, task="multiclass", num_classes=3)); T(lambda: TF.auroc(bp, bt, task="binary")); T(lambda: TF.r2_score(x, y)); T(lambda: TF.classification.multiclass_accuracy(p, t, num_classes=3)); T(lambda: TF.pairwise_cosine_similarity(torch.eye(2), torch.ones(2,2)))
from torchmetrics.classification import MulticlassAccuracy, BinaryAccuracy, MulticlassF1Score, BinaryF1Score, MulticlassConfusionMatrix, BinaryAUROC, MultilabelAccuracy
print(MulticlassAccuracy(num_classes=3)(p, t), MulticlassAccuracy(3, average="micro"), BinaryAccuracy()(bp, bt))
class Mod(torch.nn.Module):
    def __init__(s):
        super().__init__(); s.acc = Accuracy(task="binary"); s.l = torch.nn.Linear(1, 1)
m = Mod(); print(m); print(list(m.state_dict())); m.to("cpu")
T(lambda: MulticlassAccuracy(num_classes=3)(torch.randn(2,3,5), torch.randint(0,3,(2,5))))
class My(Metric):
    def __init__(s):
        super().__init__(); s.add_state("n", default=torch.tensor(0), dist_reduce_fx="sum")
    def update(s, p, t): s.n += (p == t).sum()
    def compute(s): return s.n.float()
m = My(); T(lambda: m(t, t)); T(lambda: m(t, t + 1)); T(m.compute); print(m, m.n, m.metric_state); m.reset(); print(m.n)


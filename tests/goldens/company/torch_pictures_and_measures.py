import torch
import torchmetrics
from torchmetrics.aggregation import RunningMean, RunningSum
from torchmetrics.wrappers import BootStrapper, ClasswiseWrapper, MinMaxMetric, MultioutputWrapper
from torchvision.transforms import v2

from each_line import each_line

torch.manual_seed(2)
picture = torch.arange(3 * 6 * 5, dtype=torch.uint8).reshape(3, 6, 5)
shares, goals = torch.rand(12, 3).softmax(1), torch.randint(0, 3, (12,))
likely, sides = torch.rand(15), torch.randint(0, 2, (15,))
near, far = torch.linspace(0.1, 2, 10), torch.linspace(0.1, 2, 10).flip(0) * 0.3 + 0.9
accuracy = torchmetrics.Accuracy(task="multiclass", num_classes=3, average=None)
mean, total = RunningMean(3), RunningSum(2)
ends = MinMaxMetric(torchmetrics.Accuracy(task="binary"))
drawn = BootStrapper(torchmetrics.Accuracy(task="binary"), num_bootstraps=4)
each_line(
    """
v2.GaussianNoise(), v2.RandomZoomOut(), v2.RandomResize(3, 6), v2.RandomPhotometricDistort()
v2.GaussianNoise(sigma=0.2)(picture / 255.0).sum(), v2.GaussianNoise()(picture).sum()
v2.RGB()(picture[:1]).shape, v2.RandomChannelPermutation()(picture)[:, 0, 0]
v2.RandomPhotometricDistort(p=1.0)(picture / 255.0).sum()
v2.RandomZoomOut(p=1.0)(picture).shape, v2.RandomShortestSize(4)(picture).shape, v2.ScaleJitter((12, 10))(picture).shape
v2.UniformTemporalSubsample(2)(torch.arange(5).reshape(5, 1, 1, 1)).flatten()
torchmetrics.CalibrationError(task="multiclass", num_classes=3, n_bins=5)(shares, goals), torchmetrics.CalibrationError(task="binary", norm="max")(likely, sides)
torchmetrics.HingeLoss(task="multiclass", num_classes=3)(shares, goals), torchmetrics.HingeLoss(task="binary", squared=True)(likely, sides)
torchmetrics.ConcordanceCorrCoef()(near, far), torchmetrics.KendallRankCorrCoef()(near, far), torchmetrics.RelativeSquaredError()(near, far)
torchmetrics.NormalizedRootMeanSquaredError("range")(near, far), torchmetrics.WeightedMeanAbsolutePercentageError()(near, far)
[torchmetrics.TweedieDevianceScore(power)(near, far) for power in (0.0, 1.0, 1.5, 2.0)]
ClasswiseWrapper(accuracy, labels=["x", "y", "z"])(shares, goals)
ends(likely[:5], sides[:5]), ends(likely, sides)
MultioutputWrapper(torchmetrics.MeanSquaredError(), 2)(torch.ones(3, 2), torch.tensor([[1.0, 0.0]] * 3))
drawn.update(likely, sides), drawn.compute()
[mean(float(at)) for at in range(5)], mean.compute(), [total(float(at)) for at in range(4)], total.compute()
""",
    globals(),
)

"""Losses composed here say what must be a tensor, and convolutions as functions take named padding."""
import torch
import torch.nn.functional as F
from torch import nn


def told(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, str(error).split("\n")[0])


rows = (torch.arange(12.0).view(3, 4) / 10).requires_grad_()
half, classes = torch.full((3, 4), 0.5), torch.tensor([0, 1, 2])
for loss in (nn.PoissonNLLLoss(), nn.HingeEmbeddingLoss(), nn.SoftMarginLoss()):
    for given in ((rows, half), ([1.0], half), (rows, None)):
        told(lambda: loss(*given))
told(lambda: nn.MarginRankingLoss()(rows, None, half))
told(lambda: nn.CosineEmbeddingLoss()(rows, 1, torch.ones(3)))
told(lambda: nn.TripletMarginLoss()(rows, half, None))
told(lambda: nn.MultiMarginLoss()(rows, 1))
told(lambda: nn.MultiLabelMarginLoss()([1.0], classes))
told(lambda: nn.TripletMarginWithDistanceLoss()(rows, half[0], half))
told(lambda: nn.MultiLabelSoftMarginLoss(reduction="best")(rows, half))
told(lambda: F.poisson_nll_loss(rows, half, True, True))
images, kernels = torch.ones(1, 3, 5, 5), torch.ones(2, 3, 3, 3)
told(lambda: F.conv2d(images, kernels, padding="same")[0, 0])
told(lambda: F.conv2d(images, kernels, padding="valid").shape)
told(lambda: F.conv2d(images, torch.ones(2, 3, 2, 2), padding="same")[0, 0])
told(lambda: F.conv1d(images[0], torch.ones(2, 5, 3), padding="same", dilation=2))
told(lambda: F.conv2d(images, kernels, padding="full"))
told(lambda: F.conv2d(images, kernels, padding="same", stride=2))
told(lambda: nn.Sequential(F.conv2d))

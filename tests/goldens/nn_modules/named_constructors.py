"""Constructors say their own names in errors; what is no module is named as PyTorch names it."""
import torch
import torch.nn.functional as F
from torch import nn


def told(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, "|", error)


def scale(x):
    return 2 * x


for layer in (nn.Conv1d, nn.Conv2d, nn.ConvTranspose2d, nn.MaxPool2d, nn.AvgPool2d, nn.AdaptiveAvgPool2d, nn.LSTMCell,
              nn.GRUCell, nn.ZeroPad2d, nn.ConstantPad1d, nn.ReflectionPad2d, nn.MaxUnpool2d, nn.LPPool2d):
    told(lambda: layer())
for layer in (nn.ReLU, nn.SiLU, nn.Hardswish, nn.Softmin, nn.LogSoftmax, nn.CELU, nn.Softshrink, nn.Dropout2d,
              nn.CosineEmbeddingLoss):
    told(lambda: layer(wrong=1))

for part in (torch.relu, torch.flatten, torch.sigmoid, F.relu, F.softmax, F.gelu, F.conv2d, F.max_pool2d, F.dropout, print,
             nn.ReLU, 3, [nn.ReLU()], scale, lambda x: x, torch.Tensor.view, torch.ones(1).view):
    told(lambda: nn.Sequential(nn.Linear(2, 2), part))
told(lambda: nn.ModuleList([torch.tanh]))
told(lambda: nn.ModuleDict({"a": 3}))
told(lambda: [torch.typename(each) for each in (torch.ones(1), nn.Linear, nn.Linear(1, 1), [1], torch.einsum, scale)])

images = torch.arange(32.0).view(1, 2, 4, 4)
told(lambda: nn.AdaptiveMaxPool2d(2, return_indices=True)(images))
told(lambda: nn.AdaptiveAvgPool2d((None, 2)))
told(lambda: nn.AdaptiveAvgPool2d((None, 2))(images).shape)
told(lambda: F.adaptive_max_pool2d(images, (2, None)))

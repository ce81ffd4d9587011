"""EfficientNet (Tan and Le, 2019): blocks that look at channels together, wider and deeper by one rule.

What it is not: trained, or of the second version. Start reading at `EfficientNet`.
"""

import math

import torch
from torch import nn
from torchvision.models._weights import builder, family
from torchvision.models.mobilenetv2 import Conv2dNormActivation, begin, make_divisible


class SqueezeExcitation(nn.Module):
    """Each channel as strong as all channels together say."""

    def __init__(self, input_channels, squeeze_channels, activation, scale_activation):
        super().__init__()
        self.avgpool = nn.AdaptiveAvgPool2d(1)
        self.fc1 = nn.Conv2d(input_channels, squeeze_channels, 1)
        self.fc2 = nn.Conv2d(squeeze_channels, input_channels, 1)
        self.activation, self.scale_activation = activation, scale_activation

    def forward(self, input):
        scale = self.fc2(self.activation(self.fc1(self.avgpool(input))))
        return self.scale_activation(scale) * input


def stochastic_depth(input, p, mode, training=True):
    """Leaves out all, or some rows, by chance, and makes the others larger for it."""
    if p < 0.0 or p > 1.0:
        raise ValueError(f"drop probability has to be between 0 and 1, but got {p}")
    if mode not in ("batch", "row"):
        raise ValueError(f"mode has to be either 'batch' or 'row', but got {mode}")
    if not training or p == 0.0:
        return input
    shape = [input.shape[0] if mode == "row" else 1] + [1] * (input.ndim - 1)
    noise = torch.empty(shape, dtype=input.dtype, device=input.device).bernoulli_(1.0 - p)
    return input * (noise if p == 1.0 else noise.div_(1.0 - p))


class StochasticDepth(nn.Module):
    """What a block adds is left out for some of the pictures while it learns."""

    def __init__(self, p, mode):
        super().__init__()
        self.p, self.mode = p, mode

    def forward(self, input):
        return stochastic_depth(input, self.p, self.mode, self.training)

    def __repr__(self):
        return f"StochasticDepth(p={self.p}, mode={self.mode})"


class MBConv(nn.Module):
    """Made wide, seen channel by channel, weighed, made narrow again; what was given is added if it fits."""

    def __init__(self, expand, kernel, stride, inner, outer, left_out, norm_layer):
        super().__init__()
        self.use_res_connect = stride == 1 and inner == outer
        wide, layers = make_divisible(inner * expand, 8), []
        if wide != inner:
            layers.append(Conv2dNormActivation(inner, wide, 1, norm_layer=norm_layer, bend=nn.SiLU))
        layers += [
            Conv2dNormActivation(wide, wide, kernel, stride, wide, norm_layer, nn.SiLU),
            SqueezeExcitation(wide, max(1, inner // 4), nn.SiLU(inplace=True), nn.Sigmoid()),
            Conv2dNormActivation(wide, outer, 1, norm_layer=norm_layer, bend=None),
        ]
        self.block = nn.Sequential(*layers)
        self.stochastic_depth = StochasticDepth(left_out, "row")
        self.out_channels = outer

    def forward(self, input):
        result = self.block(input)
        return self.stochastic_depth(result) + input if self.use_res_connect else result


# How much wider inside, how large a kernel, with what stride at first, from and to how many channels, how often.
_SETTING = (
    (1, 3, 1, 32, 16, 1), (6, 3, 2, 16, 24, 2), (6, 5, 2, 24, 40, 2), (6, 3, 2, 40, 80, 3), (6, 5, 1, 80, 112, 3),
    (6, 5, 2, 112, 192, 4), (6, 3, 1, 192, 320, 1),
)  # fmt: skip


def _within_reach(linear):
    reach = 1.0 / math.sqrt(linear.out_features)
    nn.init.uniform_(linear.weight, -reach, reach)


class EfficientNet(nn.Module):
    """The network, so many times as wide and as deep as the smallest."""

    def __init__(self, width_mult, depth_mult, dropout, stochastic_depth_prob=0.2, num_classes=1000, norm_layer=None):
        super().__init__()
        norm_layer = norm_layer or nn.BatchNorm2d
        setting = [
            (expand, kernel, stride, make_divisible(inner * width_mult), make_divisible(outer * width_mult), math.ceil(times * depth_mult))
            for expand, kernel, stride, inner, outer, times in _SETTING
        ]
        first = setting[0][3]
        layers = [Conv2dNormActivation(3, first, 3, 2, norm_layer=norm_layer, bend=nn.SiLU)]
        whole, at = float(sum(row[-1] for row in setting)), 0
        for expand, kernel, stride, inner, outer, times in setting:
            stage = []
            for which in range(times):
                given = (inner, stride) if which == 0 else (outer, 1)
                stage.append(MBConv(expand, kernel, given[1], given[0], outer, stochastic_depth_prob * float(at) / whole, norm_layer))
                at += 1
            layers.append(nn.Sequential(*stage))
        last = setting[-1][4]
        layers.append(Conv2dNormActivation(last, 4 * last, 1, norm_layer=norm_layer, bend=nn.SiLU))
        self.features = nn.Sequential(*layers)
        self.avgpool = nn.AdaptiveAvgPool2d(1)
        self.classifier = nn.Sequential(nn.Dropout(p=dropout, inplace=True), nn.Linear(4 * last, num_classes))
        begin(self, _within_reach)

    def forward(self, x):
        return self.classifier(torch.flatten(self.avgpool(self.features(x)), 1))


def slow_norm(channels):
    """What normalises channels by means that many batches make."""
    return nn.BatchNorm2d(channels, eps=0.001, momentum=0.01)


def _model(name, width_mult, depth_mult, dropout, norm_layer=None):
    def make(**kwargs):
        return EfficientNet(width_mult, depth_mult, kwargs.pop("dropout", dropout), **{"norm_layer": norm_layer, **kwargs})

    return builder(name, make, f"EfficientNet {name[-2:].upper()}")


efficientnet_b0 = _model("efficientnet_b0", 1.0, 1.0, 0.2)
efficientnet_b1 = _model("efficientnet_b1", 1.0, 1.1, 0.2)
efficientnet_b2 = _model("efficientnet_b2", 1.1, 1.2, 0.3)
efficientnet_b3 = _model("efficientnet_b3", 1.2, 1.4, 0.3)
efficientnet_b4 = _model("efficientnet_b4", 1.4, 1.8, 0.4)
efficientnet_b5 = _model("efficientnet_b5", 1.6, 2.2, 0.4, slow_norm)
efficientnet_b6 = _model("efficientnet_b6", 1.8, 2.6, 0.5, slow_norm)
efficientnet_b7 = _model("efficientnet_b7", 2.0, 3.1, 0.5, slow_norm)
EfficientNet_B0_Weights = family("EfficientNet_B0_Weights", False, 256, 224, "bicubic")
EfficientNet_B1_Weights = family("EfficientNet_B1_Weights", False, 256, 240, "bicubic")
EfficientNet_B2_Weights = family("EfficientNet_B2_Weights", False, 288, 288, "bicubic")
EfficientNet_B3_Weights = family("EfficientNet_B3_Weights", False, 320, 300, "bicubic")
EfficientNet_B4_Weights = family("EfficientNet_B4_Weights", False, 384, 380, "bicubic")
EfficientNet_B5_Weights = family("EfficientNet_B5_Weights", False, 456, 456, "bicubic")
EfficientNet_B6_Weights = family("EfficientNet_B6_Weights", False, 528, 528, "bicubic")
EfficientNet_B7_Weights = family("EfficientNet_B7_Weights", False, 600, 600, "bicubic")

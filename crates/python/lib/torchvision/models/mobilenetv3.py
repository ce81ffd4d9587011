"""MobileNet V3 (Howard et al., 2019): MobileNet V2's blocks, some of which weigh their channels.

What it is not: trained. Start reading at `MobileNetV3`.
"""

import torch
from torch import nn
from torchvision.models._weights import builder, family
from torchvision.models.efficientnet import SqueezeExcitation, slow_norm
from torchvision.models.mobilenetv2 import Conv2dNormActivation, begin, make_divisible


class InvertedResidual(nn.Module):
    """Made wide, seen channel by channel, perhaps weighed, made narrow; what was given is added if it fits."""

    def __init__(self, inner, kernel, wide, outer, is_weighed, bend, stride):
        super().__init__()
        self.use_res_connect = stride == 1 and inner == outer
        activation, layers = nn.Hardswish if bend == "HS" else nn.ReLU, []
        if wide != inner:
            layers.append(Conv2dNormActivation(inner, wide, 1, norm_layer=slow_norm, bend=activation))
        layers.append(Conv2dNormActivation(wide, wide, kernel, stride, wide, slow_norm, activation))
        if is_weighed:
            layers.append(SqueezeExcitation(wide, make_divisible(wide // 4), nn.ReLU(), nn.Hardsigmoid()))
        layers.append(Conv2dNormActivation(wide, outer, 1, norm_layer=slow_norm, bend=None))
        self.block = nn.Sequential(*layers)
        self.out_channels = outer

    def forward(self, input):
        result = self.block(input)
        return result + input if self.use_res_connect else result


# Channels given, the kernel, how wide inside, channels found, whether they are weighed, what bends, the stride.
_LARGE = (
    (16, 3, 16, 16, False, "RE", 1), (16, 3, 64, 24, False, "RE", 2), (24, 3, 72, 24, False, "RE", 1),
    (24, 5, 72, 40, True, "RE", 2), (40, 5, 120, 40, True, "RE", 1), (40, 5, 120, 40, True, "RE", 1),
    (40, 3, 240, 80, False, "HS", 2), (80, 3, 200, 80, False, "HS", 1), (80, 3, 184, 80, False, "HS", 1),
    (80, 3, 184, 80, False, "HS", 1), (80, 3, 480, 112, True, "HS", 1), (112, 3, 672, 112, True, "HS", 1),
    (112, 5, 672, 160, True, "HS", 2), (160, 5, 960, 160, True, "HS", 1), (160, 5, 960, 160, True, "HS", 1),
)  # fmt: skip
_SMALL = (
    (16, 3, 16, 16, True, "RE", 2), (16, 3, 72, 24, False, "RE", 2), (24, 3, 88, 24, False, "RE", 1),
    (24, 5, 96, 40, True, "HS", 2), (40, 5, 240, 40, True, "HS", 1), (40, 5, 240, 40, True, "HS", 1),
    (40, 5, 120, 48, True, "HS", 1), (48, 5, 144, 48, True, "HS", 1), (48, 5, 288, 96, True, "HS", 2),
    (96, 5, 576, 96, True, "HS", 1), (96, 5, 576, 96, True, "HS", 1),
)  # fmt: skip


class MobileNetV3(nn.Module):
    """The network: blocks as a table says them."""

    def __init__(self, setting, last_channel, num_classes=1000, dropout=0.2):
        super().__init__()
        layers = [Conv2dNormActivation(3, setting[0][0], stride=2, norm_layer=slow_norm, bend=nn.Hardswish)]
        layers += [InvertedResidual(*row) for row in setting]
        found = setting[-1][3]
        layers.append(Conv2dNormActivation(found, 6 * found, 1, norm_layer=slow_norm, bend=nn.Hardswish))
        self.features = nn.Sequential(*layers)
        self.avgpool = nn.AdaptiveAvgPool2d(1)
        self.classifier = nn.Sequential(
            nn.Linear(6 * found, last_channel), nn.Hardswish(inplace=True), nn.Dropout(p=dropout, inplace=True),
            nn.Linear(last_channel, num_classes),
        )  # fmt: skip
        begin(self, lambda linear: nn.init.normal_(linear.weight, 0, 0.01))

    def forward(self, x):
        return self.classifier(torch.flatten(self.avgpool(self.features(x)), 1))


def _model(name, setting, last_channel):
    def make(**kwargs):
        return MobileNetV3(setting, last_channel, **kwargs)

    return builder(name, make)


mobilenet_v3_large = _model("mobilenet_v3_large", _LARGE, 1280)
mobilenet_v3_small = _model("mobilenet_v3_small", _SMALL, 1024)
MobileNet_V3_Large_Weights = family("MobileNet_V3_Large_Weights", True)
MobileNet_V3_Small_Weights = family("MobileNet_V3_Small_Weights")

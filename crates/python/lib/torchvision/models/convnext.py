"""ConvNeXt (Liu et al., 2022): a convolutional network with what transformers taught.

What it is not: trained. Start reading at `ConvNeXt`.
"""

import torch
from torch import nn
from torchvision.models._weights import builder, family
from torchvision.models.efficientnet import StochasticDepth


class Permute(nn.Module):
    """The dimensions in another order."""

    def __init__(self, dims):
        super().__init__()
        self.dims = dims

    def forward(self, x):
        return torch.permute(x, self.dims)


class LayerNorm2d(nn.LayerNorm):
    """Channels of each place normalised together."""

    def forward(self, x):
        x = nn.functional.layer_norm(x.permute(0, 2, 3, 1), self.normalized_shape, self.weight, self.bias, self.eps)
        return x.permute(0, 3, 1, 2)


def _norm(channels):
    return LayerNorm2d(channels, eps=1e-6)


class CNBlock(nn.Module):
    """Each channel seen by a large kernel, then channels mixed place by place; what was given is added."""

    def __init__(self, dim, layer_scale, stochastic_depth_prob, norm_layer=None):
        super().__init__()
        self.block = nn.Sequential(
            nn.Conv2d(dim, dim, kernel_size=7, padding=3, groups=dim, bias=True),
            Permute([0, 2, 3, 1]),
            norm_layer(dim) if norm_layer else nn.LayerNorm(dim, eps=1e-6),
            nn.Linear(dim, 4 * dim, bias=True),
            nn.GELU(),
            nn.Linear(4 * dim, dim, bias=True),
            Permute([0, 3, 1, 2]),
        )
        self.layer_scale = nn.Parameter(torch.ones(dim, 1, 1) * layer_scale)
        self.stochastic_depth = StochasticDepth(stochastic_depth_prob, "row")

    def forward(self, input):
        return self.stochastic_depth(self.layer_scale * self.block(input)) + input


class _Stem(nn.Sequential):
    """The picture in patches of four a side."""

    def __init__(self, channels):
        super().__init__(nn.Conv2d(3, channels, kernel_size=4, stride=4, padding=0, bias=True), _norm(channels))


_Stem.__name__ = _Stem.__qualname__ = "Conv2dNormActivation"


class ConvNeXt(nn.Module):
    """Four stages; `block_setting` says of each how many channels it has and how many blocks."""

    def __init__(self, block_setting, stochastic_depth_prob=0.0, layer_scale=1e-6, num_classes=1000):
        super().__init__()
        layers, whole, at = [_Stem(block_setting[0][0])], sum(count for _, count in block_setting), 0
        for stage, (channels, count) in enumerate(block_setting):
            blocks = []
            for _ in range(count):
                blocks.append(CNBlock(channels, layer_scale, stochastic_depth_prob * at / (whole - 1.0)))
                at += 1
            layers.append(nn.Sequential(*blocks))
            if stage + 1 < len(block_setting):
                after = block_setting[stage + 1][0]
                layers.append(nn.Sequential(_norm(channels), nn.Conv2d(channels, after, kernel_size=2, stride=2)))
        self.features = nn.Sequential(*layers)
        self.avgpool = nn.AdaptiveAvgPool2d(1)
        last = block_setting[-1][0]
        self.classifier = nn.Sequential(_norm(last), nn.Flatten(1), nn.Linear(last, num_classes))
        for module in self.modules():
            if isinstance(module, (nn.Conv2d, nn.Linear)):
                nn.init.trunc_normal_(module.weight, std=0.02)
                nn.init.zeros_(module.bias)

    def forward(self, x):
        return self.classifier(self.avgpool(self.features(x)))


def _model(name, channels, deep, left_out):
    def make(**kwargs):
        setting = [(channels * 2**stage, deep if stage == 2 else 3) for stage in range(4)]
        return ConvNeXt(setting, kwargs.pop("stochastic_depth_prob", left_out), **kwargs)

    return builder(name, make)


convnext_tiny = _model("convnext_tiny", 96, 9, 0.1)
convnext_small = _model("convnext_small", 96, 27, 0.4)
convnext_base = _model("convnext_base", 128, 27, 0.5)
convnext_large = _model("convnext_large", 192, 27, 0.5)
ConvNeXt_Tiny_Weights = family("ConvNeXt_Tiny_Weights", False, 236)
ConvNeXt_Small_Weights = family("ConvNeXt_Small_Weights", False, 230)
ConvNeXt_Base_Weights = family("ConvNeXt_Base_Weights", False, 232)
ConvNeXt_Large_Weights = family("ConvNeXt_Large_Weights", False, 232)

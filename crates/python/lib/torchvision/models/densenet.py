"""DenseNet (Huang et al., 2017): each layer sees what all layers of its block before it found.

What it is not: trained. Start reading at `DenseNet`.
"""

from collections import OrderedDict

import torch
from torch import nn
from torch.utils.checkpoint import checkpoint
from torchvision.models._weights import builder, family


class _DenseLayer(nn.Module):
    """A narrow look at all that was found, then a few channels more."""

    def __init__(self, num_input_features, growth_rate, bn_size, drop_rate, memory_efficient=False):
        super().__init__()
        self.norm1 = nn.BatchNorm2d(num_input_features)
        self.relu1 = nn.ReLU(inplace=True)
        self.conv1 = nn.Conv2d(num_input_features, bn_size * growth_rate, kernel_size=1, stride=1, bias=False)
        self.norm2 = nn.BatchNorm2d(bn_size * growth_rate)
        self.relu2 = nn.ReLU(inplace=True)
        self.conv2 = nn.Conv2d(bn_size * growth_rate, growth_rate, kernel_size=3, stride=1, padding=1, bias=False)
        self.drop_rate, self.memory_efficient = float(drop_rate), memory_efficient

    def bn_function(self, inputs):
        """All that was found, made narrow."""
        return self.conv1(self.relu1(self.norm1(torch.cat(inputs, 1))))

    def forward(self, input):
        found = [input] if isinstance(input, torch.Tensor) else input
        if self.memory_efficient and any(each.requires_grad for each in found):
            narrow = checkpoint(lambda *inputs: self.bn_function(inputs), *found, use_reentrant=False)
        else:
            narrow = self.bn_function(found)
        new = self.conv2(self.relu2(self.norm2(narrow)))
        if self.drop_rate > 0:
            new = nn.functional.dropout(new, p=self.drop_rate, training=self.training)
        return new


class _DenseBlock(nn.ModuleDict):
    """So many layers of one size."""

    def __init__(self, num_layers, num_input_features, bn_size, growth_rate, drop_rate, memory_efficient=False):
        super().__init__()
        for at in range(num_layers):
            seen = num_input_features + at * growth_rate
            layer = _DenseLayer(seen, growth_rate, bn_size, drop_rate, memory_efficient)
            self.add_module(f"denselayer{at + 1}", layer)

    def forward(self, init_features):
        features = [init_features]
        for layer in self.values():
            features.append(layer(features))
        return torch.cat(features, 1)


class _Transition(nn.Sequential):
    """Fewer channels, of half the size."""

    def __init__(self, num_input_features, num_output_features):
        super().__init__()
        self.norm = nn.BatchNorm2d(num_input_features)
        self.relu = nn.ReLU(inplace=True)
        self.conv = nn.Conv2d(num_input_features, num_output_features, kernel_size=1, stride=1, bias=False)
        self.pool = nn.AvgPool2d(kernel_size=2, stride=2)


class DenseNet(nn.Module):
    """Blocks with transitions between them."""

    def __init__(
        self,
        growth_rate=32,
        block_config=(6, 12, 24, 16),
        num_init_features=64,
        bn_size=4,
        drop_rate=0,
        num_classes=1000,
        memory_efficient=False,
    ):
        super().__init__()
        first = nn.Conv2d(3, num_init_features, kernel_size=7, stride=2, padding=3, bias=False)
        self.features = nn.Sequential(
            OrderedDict(
                conv0=first,
                norm0=nn.BatchNorm2d(num_init_features),
                relu0=nn.ReLU(inplace=True),
                pool0=nn.MaxPool2d(kernel_size=3, stride=2, padding=1),
            )
        )
        count = num_init_features
        for at, layers in enumerate(block_config, 1):
            block = _DenseBlock(layers, count, bn_size, growth_rate, drop_rate, memory_efficient)
            self.features.add_module(f"denseblock{at}", block)
            count += layers * growth_rate
            if at < len(block_config):
                self.features.add_module(f"transition{at}", _Transition(count, count // 2))
                count //= 2
        self.features.add_module("norm5", nn.BatchNorm2d(count))
        self.classifier = nn.Linear(count, num_classes)
        for module in self.modules():
            if isinstance(module, nn.Conv2d):
                nn.init.kaiming_normal_(module.weight)
            elif isinstance(module, nn.Linear):
                nn.init.constant_(module.bias, 0)

    def forward(self, x):
        features = nn.functional.relu(self.features(x), inplace=True)
        return self.classifier(torch.flatten(nn.functional.adaptive_avg_pool2d(features, (1, 1)), 1))


def _model(name, growth_rate, block_config, num_init_features):
    def make(**kwargs):
        return DenseNet(growth_rate, block_config, num_init_features, **kwargs)

    return builder(name, make)


densenet121 = _model("densenet121", 32, (6, 12, 24, 16), 64)
densenet161 = _model("densenet161", 48, (6, 12, 36, 24), 96)
densenet169 = _model("densenet169", 32, (6, 12, 32, 32), 64)
densenet201 = _model("densenet201", 32, (6, 12, 48, 32), 64)
DenseNet121_Weights, DenseNet161_Weights = family("DenseNet121_Weights"), family("DenseNet161_Weights")
DenseNet169_Weights, DenseNet201_Weights = family("DenseNet169_Weights"), family("DenseNet201_Weights")

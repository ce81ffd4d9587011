"""SqueezeNet (Iandola et al., 2016): few weights, by layers that first make things narrow.

What it is not: trained. Start reading at `SqueezeNet`.
"""

import torch
from torch import nn
from torchvision.models._weights import builder, family


class Fire(nn.Module):
    """Narrow, then wide by kernels of one place and of three a side."""

    def __init__(self, inplanes, squeeze_planes, expand1x1_planes, expand3x3_planes):
        super().__init__()
        self.inplanes = inplanes
        self.squeeze = nn.Conv2d(inplanes, squeeze_planes, kernel_size=1)
        self.squeeze_activation = nn.ReLU(inplace=True)
        self.expand1x1 = nn.Conv2d(squeeze_planes, expand1x1_planes, kernel_size=1)
        self.expand1x1_activation = nn.ReLU(inplace=True)
        self.expand3x3 = nn.Conv2d(squeeze_planes, expand3x3_planes, kernel_size=3, padding=1)
        self.expand3x3_activation = nn.ReLU(inplace=True)

    def forward(self, x):
        x = self.squeeze_activation(self.squeeze(x))
        wide = (self.expand1x1_activation(self.expand1x1(x)), self.expand3x3_activation(self.expand3x3(x)))
        return torch.cat(wide, 1)


def _pool():
    return nn.MaxPool2d(kernel_size=3, stride=2, ceil_mode=True)


def _fire(inplanes, squeeze, expand):
    return Fire(inplanes, squeeze, expand, expand)


_FEATURES = {
    "1_0": lambda: [
        nn.Conv2d(3, 96, kernel_size=7, stride=2), nn.ReLU(inplace=True), _pool(),
        _fire(96, 16, 64), _fire(128, 16, 64), _fire(128, 32, 128), _pool(),
        _fire(256, 32, 128), _fire(256, 48, 192), _fire(384, 48, 192), _fire(384, 64, 256), _pool(), _fire(512, 64, 256),
    ],
    "1_1": lambda: [
        nn.Conv2d(3, 64, kernel_size=3, stride=2), nn.ReLU(inplace=True), _pool(),
        _fire(64, 16, 64), _fire(128, 16, 64), _pool(), _fire(128, 32, 128), _fire(256, 32, 128), _pool(),
        _fire(256, 48, 192), _fire(384, 48, 192), _fire(384, 64, 256), _fire(512, 64, 256),
    ],
}  # fmt: skip


class SqueezeNet(nn.Module):
    """The network."""

    def __init__(self, version="1_0", num_classes=1000, dropout=0.5):
        super().__init__()
        self.num_classes = num_classes
        if version not in _FEATURES:
            raise ValueError(f"Unsupported SqueezeNet version {version}: 1_0 or 1_1 expected")
        self.features = nn.Sequential(*_FEATURES[version]())
        last = nn.Conv2d(512, num_classes, kernel_size=1)
        self.classifier = nn.Sequential(
            nn.Dropout(p=dropout), last, nn.ReLU(inplace=True), nn.AdaptiveAvgPool2d((1, 1))
        )
        for module in self.modules():
            if isinstance(module, nn.Conv2d):
                if module is last:
                    nn.init.normal_(module.weight, mean=0.0, std=0.01)
                else:
                    nn.init.kaiming_uniform_(module.weight)
                if module.bias is not None:
                    nn.init.constant_(module.bias, 0)

    def forward(self, x):
        return torch.flatten(self.classifier(self.features(x)), 1)


def _model(version):
    def make(**kwargs):
        return SqueezeNet(version, **kwargs)

    return builder(f"squeezenet{version}", make, f"SqueezeNet {version}")


squeezenet1_0, squeezenet1_1 = _model("1_0"), _model("1_1")
SqueezeNet1_0_Weights, SqueezeNet1_1_Weights = family("SqueezeNet1_0_Weights"), family("SqueezeNet1_1_Weights")

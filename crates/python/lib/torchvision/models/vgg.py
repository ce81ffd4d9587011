"""VGG (Simonyan and Zisserman, 2014): small kernels, many layers.

What it is not: trained. Start reading at `VGG`.
"""

import torch
from torch import nn
from torchvision.models._weights import builder, family

# How deep each convolution is; M halves the picture.
_LAYERS = {
    "vgg11": "64 M 128 M 256 256 M 512 512 M 512 512 M",
    "vgg13": "64 64 M 128 128 M 256 256 M 512 512 M 512 512 M",
    "vgg16": "64 64 M 128 128 M 256 256 256 M 512 512 512 M 512 512 512 M",
    "vgg19": "64 64 M 128 128 M 256 256 256 256 M 512 512 512 512 M 512 512 512 512 M",
}


class VGG(nn.Module):
    """Convolutions, then three layers that see everything."""

    def __init__(self, features, num_classes=1000, init_weights=True, dropout=0.5):
        super().__init__()
        self.features = features
        self.avgpool = nn.AdaptiveAvgPool2d((7, 7))
        self.classifier = nn.Sequential(
            nn.Linear(512 * 7 * 7, 4096),
            nn.ReLU(True),
            nn.Dropout(p=dropout),
            nn.Linear(4096, 4096),
            nn.ReLU(True),
            nn.Dropout(p=dropout),
            nn.Linear(4096, num_classes),
        )
        if init_weights:
            self._begin()

    def _begin(self):
        for module in self.modules():
            if isinstance(module, nn.Conv2d):
                nn.init.kaiming_normal_(module.weight, mode="fan_out", nonlinearity="relu")
                if module.bias is not None:
                    nn.init.constant_(module.bias, 0)
            elif isinstance(module, nn.BatchNorm2d):
                nn.init.constant_(module.weight, 1)
                nn.init.constant_(module.bias, 0)
            elif isinstance(module, nn.Linear):
                nn.init.normal_(module.weight, 0, 0.01)
                nn.init.constant_(module.bias, 0)

    def forward(self, x):
        return self.classifier(torch.flatten(self.avgpool(self.features(x)), 1))


def make_layers(plan, batch_norm=False):
    """The convolutions of a plan."""
    layers, channels = [], 3
    for each in plan.split():
        if each == "M":
            layers.append(nn.MaxPool2d(kernel_size=2, stride=2))
            continue
        layers.append(nn.Conv2d(channels, int(each), kernel_size=3, padding=1))
        layers += [nn.BatchNorm2d(int(each))] if batch_norm else []
        layers.append(nn.ReLU(inplace=True))
        channels = int(each)
    return nn.Sequential(*layers)


def _model(name, batch_norm):
    def make(**kwargs):
        return VGG(make_layers(_LAYERS[name], batch_norm), **kwargs)

    return builder(name + "_bn" * batch_norm, make)


vgg11, vgg13, vgg16, vgg19 = (_model(name, False) for name in _LAYERS)
vgg11_bn, vgg13_bn, vgg16_bn, vgg19_bn = (_model(name, True) for name in _LAYERS)
VGG11_Weights, VGG13_Weights = family("VGG11_Weights"), family("VGG13_Weights")
VGG16_Weights, VGG19_Weights = family("VGG16_Weights"), family("VGG19_Weights")
VGG11_BN_Weights, VGG13_BN_Weights = family("VGG11_BN_Weights"), family("VGG13_BN_Weights")
VGG16_BN_Weights, VGG19_BN_Weights = family("VGG16_BN_Weights"), family("VGG19_BN_Weights")

"""Models that see, with weights that are drawn.

What it is not: trained weights; asking for them says why. Start reading at `resnet`.
"""

from _kindling_absent import Absent
from torchvision.models.alexnet import AlexNet, AlexNet_Weights, alexnet
from torchvision.models.mobilenetv2 import MobileNet_V2_Weights, MobileNetV2, mobilenet_v2
from torchvision.models.resnet import (
    ResNet,
    ResNet18_Weights,
    ResNet34_Weights,
    ResNet50_Weights,
    ResNet101_Weights,
    ResNet152_Weights,
    resnet18,
    resnet34,
    resnet50,
    resnet101,
    resnet152,
    resnext50_32x4d,
    wide_resnet50_2,
)
from torchvision.models.squeezenet import (
    SqueezeNet,
    SqueezeNet1_0_Weights,
    SqueezeNet1_1_Weights,
    squeezenet1_0,
    squeezenet1_1,
)
from torchvision.models.vgg import (
    VGG,
    VGG11_Weights,
    VGG13_Weights,
    VGG16_Weights,
    VGG19_Weights,
    vgg11,
    vgg11_bn,
    vgg13,
    vgg13_bn,
    vgg16,
    vgg16_bn,
    vgg19,
    vgg19_bn,
)

_BUILT = (
    "alexnet efficientnet_b0 efficientnet_b1 efficientnet_b2 efficientnet_b3 efficientnet_b4 mobilenet_v2 resnet18 resnet34 resnet50 resnet101 resnet152 resnext50_32x4d squeezenet1_0 squeezenet1_1 "
    "vgg11 vgg11_bn vgg13 vgg13_bn vgg16 vgg16_bn vgg19 vgg19_bn vit_b_16 vit_b_32 vit_l_16 vit_l_32 wide_resnet50_2"
).split()
_MISSING = (
    "convnext densenet efficientnet googlenet inception maxvit mnasnet mobilenet_v3 regnet resnext101 shufflenet swin "
    "vit wide_resnet101 detection segmentation video optical_flow quantization DenseNet EfficientNet GoogLeNet "
    "Inception ViT VisionTransformer ConvNeXt Swin RegNet MobileNet_V3 ShuffleNet MNASNet feature_extraction"
).split()


def list_models(module=None, include=None, exclude=None):
    """The names of the models."""
    if module is not None or include is not None or exclude is not None:
        raise NotImplementedError("list_models: filters are not built into this torchvision")
    return list(_BUILT)


def get_model(name, **config):
    """The model of that name."""
    if name.lower() not in _BUILT:
        raise ValueError(f"Unknown model {name}")
    return (globals().get(name.lower()) or __getattr__(name.lower()))(**config)


_LATER = {"efficientnet": ("efficientnet_b", "EfficientNet"), "vision_transformer": ("vit_", "ViT_", "VisionTransformer")}


def __getattr__(name):
    for file, begins in _LATER.items():
        if name == file or name.startswith(begins):
            module = __import__(f"torchvision.models.{file}", fromlist=(name,))
            if name == file or hasattr(module, name):
                return module if name == file else getattr(module, name)
    if name.startswith(tuple(_MISSING)):
        return Absent(f"torchvision.models.{name} is not built into this torchvision")
    raise AttributeError(f"module 'torchvision.models' has no attribute '{name}'")

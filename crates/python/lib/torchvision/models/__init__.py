"""Models that see, with weights that are drawn.

What it is not: trained weights; asking for them says why. Start reading at `resnet`.
"""

from _kindling_absent import Absent as _Absent
from torchvision.models.alexnet import AlexNet, AlexNet_Weights, alexnet
from torchvision.models.mobilenetv2 import MobileNet_V2_Weights, MobileNetV2, mobilenet_v2
from torchvision.models.resnet import (
    ResNet,
    ResNet18_Weights,
    ResNet34_Weights,
    ResNet50_Weights,
    ResNet101_Weights,
    ResNet152_Weights,
    ResNeXt50_32X4D_Weights,
    ResNeXt101_32X8D_Weights,
    ResNeXt101_64X4D_Weights,
    Wide_ResNet50_2_Weights,
    Wide_ResNet101_2_Weights,
    resnet18,
    resnet34,
    resnet50,
    resnet101,
    resnet152,
    resnext50_32x4d,
    resnext101_32x8d,
    resnext101_64x4d,
    wide_resnet50_2,
    wide_resnet101_2,
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
    VGG11_BN_Weights,
    VGG11_Weights,
    VGG13_BN_Weights,
    VGG13_Weights,
    VGG16_BN_Weights,
    VGG16_Weights,
    VGG19_BN_Weights,
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

_BUILT = """
    alexnet convnext_base convnext_large convnext_small convnext_tiny densenet121 densenet161 densenet169 densenet201
    efficientnet_b0 efficientnet_b1 efficientnet_b2 efficientnet_b3 efficientnet_b4 efficientnet_b5 efficientnet_b6
    efficientnet_b7 googlenet inception_v3 mobilenet_v2 mobilenet_v3_large mobilenet_v3_small resnet101 resnet152 resnet18
    resnet34 resnet50 resnext101_32x8d resnext101_64x4d resnext50_32x4d squeezenet1_0 squeezenet1_1 vgg11 vgg11_bn vgg13
    vgg13_bn vgg16 vgg16_bn vgg19 vgg19_bn vit_b_16 vit_b_32 vit_l_16 vit_l_32 wide_resnet101_2 wide_resnet50_2
""".split()
_MISSING = (
    "efficientnet_v2 EfficientNet_V2 maxvit mnasnet regnet shufflenet swin vit_h detection segmentation video "
    "optical_flow quantization Swin RegNet ShuffleNet MNASNet MaxVit feature_extraction"
).split()


def list_models(module=None, include=None, exclude=None):
    """The names of the models that some pattern of `include` has and none of `exclude`."""
    if module is not None and module.__name__ != __name__:
        raise NotImplementedError(f"list_models: {module.__name__} is not built into this torchvision")
    kept = _BUILT if not include else [name for name in _BUILT if _has(name, include)]
    return [name for name in kept if not (exclude and _has(name, exclude))]


def _has(name, patterns):
    from fnmatch import fnmatch

    return any(fnmatch(name, pattern) for pattern in ([patterns] if isinstance(patterns, str) else patterns))


def get_model(name, **config):
    """The model of that name."""
    if name.lower() not in _BUILT:
        raise ValueError(f"Unknown model {name}")
    return (globals().get(name.lower()) or __getattr__(name.lower()))(**config)


_LATER = {
    "convnext": ("convnext_", "ConvNeXt"),
    "densenet": ("densenet", "DenseNet"),
    "efficientnet": ("efficientnet_b", "EfficientNet"),
    "_googlenet": ("googlenet", "GoogLeNet"),
    "inception": ("inception_v3", "Inception"),
    "mobilenetv3": ("mobilenet_v3", "MobileNet_V3", "MobileNetV3"),
    "vision_transformer": ("vit_", "ViT_", "VisionTransformer"),
}
_CLASSES = "ConvNeXt DenseNet EfficientNet GoogLeNet Inception3 MobileNetV3 VisionTransformer".split()
# What else those files have.
_WITH_THEM = """
    ConvNeXt_Base_Weights ConvNeXt_Large_Weights ConvNeXt_Small_Weights ConvNeXt_Tiny_Weights DenseNet121_Weights
    DenseNet161_Weights DenseNet169_Weights DenseNet201_Weights EfficientNet_B0_Weights EfficientNet_B1_Weights
    EfficientNet_B2_Weights EfficientNet_B3_Weights EfficientNet_B4_Weights EfficientNet_B5_Weights EfficientNet_B6_Weights
    EfficientNet_B7_Weights GoogLeNetOutputs GoogLeNet_Weights InceptionOutputs Inception_V3_Weights MobileNet_V3_Large_Weights
    MobileNet_V3_Small_Weights ViT_B_16_Weights ViT_B_32_Weights ViT_L_16_Weights ViT_L_32_Weights convnext densenet efficientnet
    inception mobilenetv3 vision_transformer
""".split()

# With what comes later, for `from … import *`.
__all__ = [*(name for name in dir() if not name.startswith("_")), *_BUILT, *_CLASSES]


def __getattr__(name):
    for file, begins in _LATER.items():
        if name == file or name.startswith(begins):
            module = __import__(f"torchvision.models.{file}", fromlist=(name,))
            if name == file or hasattr(module, name):
                return module if name == file else getattr(module, name)
    if name.startswith(tuple(_MISSING)):
        return _Absent(f"torchvision.models.{name} is not built into this torchvision")
    raise AttributeError(f"module 'torchvision.models' has no attribute '{name}'")


def __dir__():
    return sorted({*globals(), *_BUILT, *_CLASSES, *_WITH_THEM})

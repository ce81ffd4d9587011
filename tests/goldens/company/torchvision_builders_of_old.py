"""Models built as older programs do: weights by place, or `pretrained`; what is said of it."""
import warnings

from torchvision import models


def build(make):
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        print(type(make()).__name__)
    for one in told:
        if one.category is UserWarning:
            print(" ", one.message)


build(lambda: models.resnet18(False))
build(lambda: models.resnet18(pretrained=False, num_classes=3))
build(lambda: models.alexnet(None))
build(lambda: models.mobilenet_v2(None, True))
build(lambda: models.squeezenet1_1(weights=False))
build(lambda: models.resnet18(pretrained=None))

"""Data sets of pictures, read from files that are there.

What it is not: fetched; what is not among the files is told how to get there. Start reading at `vision`.
"""

from _kindling_absent import Absent as _Absent
from torchvision.datasets.cifar import CIFAR10, CIFAR100
from torchvision.datasets.fakedata import FakeData
from torchvision.datasets.folder import DatasetFolder, ImageFolder
from torchvision.datasets.mnist import KMNIST, MNIST, FashionMNIST
from torchvision.datasets.vision import VisionDataset

_MISSING = (
    "Caltech101 Caltech256 CelebA Cityscapes CocoCaptions CocoDetection Country211 DTD EMNIST EuroSAT FER2013 "
    "FGVCAircraft Flickr30k Flickr8k Flowers102 Food101 GTSRB HMDB51 INaturalist ImageNet Imagenette Kinetics Kitti "
    "LFWPairs LFWPeople LSUN MovingMNIST Omniglot OxfordIIITPet PCAM PhotoTour Places365 QMNIST RenderedSST2 SBDataset "
    "SBU SEMEION STL10 SUN397 SVHN StanfordCars UCF101 USPS VOCDetection VOCSegmentation WIDERFace"
).split()


def __getattr__(name):
    if name in _MISSING:
        return _Absent(
            f"torchvision.datasets.{name} is not built into this torchvision; ImageFolder reads pictures from folders"
        )
    raise AttributeError(f"module 'torchvision.datasets' has no attribute '{name}'")

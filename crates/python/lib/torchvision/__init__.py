"""`torchvision`: pictures on their way into models, pictures in grids, data sets of pictures, and models that see.

What it is not: trained weights; those would have to be fetched. Start reading at `transforms`.
"""

from _kindling_absent import Absent as _Absent
from torchvision import datasets, models, transforms, utils

__version__ = "0.29.2+kindling"


def __getattr__(name):
    # Read when somebody asks for them.
    if name in ("io", "ops", "tv_tensors"):
        return __import__(f"torchvision.{name}", fromlist=(name,))
    if name in ("set_image_backend", "get_image_backend", "prototype", "extension"):
        return _Absent(f"torchvision.{name} is not built into this torchvision")
    raise AttributeError(f"module 'torchvision' has no attribute '{name}'")

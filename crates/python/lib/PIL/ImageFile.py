"""How files of pictures are read: a setting for those that end too early, which is not built and says so when it is set.

What it is not: readers of pieces of a file. Start reading at `_Settings`.
"""

import sys
import warnings

LOAD_TRUNCATED_IMAGES = False
MAXBLOCK = 65536
SAFEBLOCK = 1024 * 1024


class _Settings(type(sys)):
    def __setattr__(self, name, value):
        if name == "LOAD_TRUNCATED_IMAGES" and value:
            warnings.warn("PIL.ImageFile.LOAD_TRUNCATED_IMAGES is not built into this PIL: a file that ends too early is refused", stacklevel=2)
        type(sys).__setattr__(self, name, value)


sys.modules[__name__].__class__ = _Settings

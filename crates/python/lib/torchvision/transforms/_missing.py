"""The transforms that torchvision has and this has not: asking for one says so.

What it is not: options; those that are not built are refused where they are given. Start reading at `missing`.
"""

from _kindling_absent import Absent as _Absent


_NAMES = (
    "ClampBoundingBoxes ClampKeyPoints ConvertBoundingBoxFormat GaussianNoise JPEG RGB "
    "RandomChannelPermutation RandomIoUCrop RandomPhotometricDistort RandomResize RandomShortestSize RandomZoomOut "
    "SanitizeBoundingBoxes SanitizeKeyPoints ScaleJitter SetClampingMode UniformTemporalSubsample "
    "query_chw query_size check_type has_all has_any"
).split()


def missing(module):
    """The `__getattr__` of a module."""

    def answer(name):
        if name in _NAMES:
            return _Absent(f"{module}.{name} is not built into this torchvision")
        raise AttributeError(f"module '{module}' has no attribute '{name}'")

    return answer

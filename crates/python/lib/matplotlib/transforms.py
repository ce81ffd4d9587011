"""`matplotlib.transforms`: boxes, and places that are data along one axis and parts of the axes along the other.

What it is not: matrices that turn or stretch what is drawn. Start reading at `blended_transform_factory`.
"""

from _kindling_absent import Absent

from ._others import Bbox  # noqa: F401


def blended_transform_factory(x_transform, y_transform):
    """Places whose x and y are counted differently."""
    found = {("data", "axes"): "x axis", ("axes", "data"): "y axis"}.get((x_transform, y_transform))
    return x_transform if found is None else found


def __getattr__(name):
    if name in ("Affine2D", "ScaledTranslation", "IdentityTransform", "Transform", "TransformedBbox", "BboxTransformTo", "offset_copy"):
        return Absent(f"transforms.{name} is not supported by Kindling's matplotlib")
    raise AttributeError(f"module 'matplotlib.transforms' has no attribute {name!r}")

"""`matplotlib.transforms`: boxes, and places that are data along one axis and parts of the axes along the other.

What it is not: matrices that turn or stretch what is drawn. Start reading at `Bbox`.
"""

from _kindling_absent import Absent
import numpy as np


class Bbox:
    """A box by two of its corners."""

    def __init__(self, points):
        self._points = np.asarray(points, dtype=np.float64)
        if self._points.shape != (2, 2):
            raise ValueError('Bbox points must be of the form "[[x0, y0], [x1, y1]]".')

    @staticmethod
    def from_extents(*args):
        """By left, bottom, right and top."""
        return Bbox(np.reshape(args[0] if len(args) == 1 else args, (2, 2)))

    @staticmethod
    def from_bounds(x0, y0, width, height):
        return Bbox.from_extents(x0, y0, x0 + width, y0 + height)

    @staticmethod
    def unit():
        return Bbox([[0, 0], [1, 1]])

    @staticmethod
    def null():
        return Bbox([[np.inf, np.inf], [-np.inf, -np.inf]])

    @staticmethod
    def union(bboxes):
        """The least box around several."""
        if not bboxes:
            raise ValueError("'bboxes' cannot be empty")
        x0, y0 = (min(getattr(box, name) for box in bboxes) for name in ("xmin", "ymin"))
        x1, y1 = (max(getattr(box, name) for box in bboxes) for name in ("xmax", "ymax"))
        return Bbox([[x0, y0], [x1, y1]])

    @staticmethod
    def intersection(bbox1, bbox2):
        """What two boxes have in common, None if nothing."""
        x0, y0 = np.maximum(bbox1.xmin, bbox2.xmin), np.maximum(bbox1.ymin, bbox2.ymin)
        x1, y1 = np.minimum(bbox1.xmax, bbox2.xmax), np.minimum(bbox1.ymax, bbox2.ymax)
        return Bbox([[x0, y0], [x1, y1]]) if x0 <= x1 and y0 <= y1 else None

    x0 = property(lambda self: self._points[0, 0])
    y0 = property(lambda self: self._points[0, 1])
    x1 = property(lambda self: self._points[1, 0])
    y1 = property(lambda self: self._points[1, 1])
    p0 = property(lambda self: self._points[0])
    p1 = property(lambda self: self._points[1])
    xmin = property(lambda self: np.min(self._points[:, 0]))
    ymin = property(lambda self: np.min(self._points[:, 1]))
    xmax = property(lambda self: np.max(self._points[:, 0]))
    ymax = property(lambda self: np.max(self._points[:, 1]))
    min = property(lambda self: np.min(self._points, axis=0))
    max = property(lambda self: np.max(self._points, axis=0))
    width = property(lambda self: self.x1 - self.x0)
    height = property(lambda self: self.y1 - self.y0)
    size = property(lambda self: self._points[1] - self._points[0])
    intervalx = property(lambda self: self._points[:, 0])
    intervaly = property(lambda self: self._points[:, 1])
    extents = property(lambda self: self._points.reshape(-1).copy())
    bounds = property(lambda self: (self.x0, self.y0, self.width, self.height))

    def get_points(self):
        return self._points

    def corners(self):
        (x0, y0), (x1, y1) = self._points
        return np.array([[x0, y0], [x0, y1], [x1, y0], [x1, y1]])

    def contains(self, x, y):
        return bool(self.xmin <= x <= self.xmax and self.ymin <= y <= self.ymax)

    def overlaps(self, other):
        return bool(self.xmin <= other.xmax and other.xmin <= self.xmax and self.ymin <= other.ymax and other.ymin <= self.ymax)

    def translated(self, tx, ty):
        return Bbox(self._points + (tx, ty))

    def padded(self, w_pad, h_pad=None):
        h_pad = w_pad if h_pad is None else h_pad
        return Bbox(self._points + [[-w_pad, -h_pad], [w_pad, h_pad]])

    def shrunk(self, mx, my):
        return Bbox([self._points[0], self._points[0] + [mx, my] * (self._points[1] - self._points[0])])

    def expanded(self, sw, sh):
        """Larger or smaller around its middle."""
        by = np.array([sw * self.width - self.width, sh * self.height - self.height]) / 2
        return Bbox(self._points + [-by, by])

    def frozen(self):
        return Bbox(self._points.copy())

    def transformed(self, transform):
        """Where a transform moves it."""
        return Bbox(transform.transform(self._points))

    def __array__(self, dtype=None, copy=None):
        return np.array(self._points, dtype=dtype)

    def __eq__(self, other):
        return isinstance(other, Bbox) and bool((self._points == other._points).all())

    __hash__ = None

    def __repr__(self):
        return f"Bbox({self._points.tolist()!r})"

    def __str__(self):
        return "Bbox(" + ", ".join(f"{name}={float(getattr(self, name))!r}" for name in ("x0", "y0", "x1", "y1")) + ")"


def blended_transform_factory(x_transform, y_transform):
    """Places whose x and y are counted differently."""
    found = {("data", "axes"): "x axis", ("axes", "data"): "y axis"}.get((x_transform, y_transform))
    return x_transform if found is None else found


def __getattr__(name):
    if name in ("Affine2D", "ScaledTranslation", "IdentityTransform", "Transform", "TransformedBbox", "BboxTransformTo", "offset_copy"):
        return Absent(f"transforms.{name} is not supported by Kindling's matplotlib")
    raise AttributeError(f"module 'matplotlib.transforms' has no attribute {name!r}")

"""`Draw`: lines, boxes, circles and polygons into a picture.

What it is not: text, as there are no fonts. Start reading at `Draw`.
"""

import math

import torch
from PIL import _values


class ImageDraw:
    """Draws into the picture itself."""

    def __init__(self, im, mode=None):
        if mode not in (None, im.mode):
            raise ValueError("mode mismatch")
        self.im, self.mode = im, im.mode
        self._image = im
        self._white = (255,) * len(im.getbands()) if len(im.getbands()) > 1 else 255

    def _ink(self, color):
        pixels = self._image._pixels
        return torch.tensor(_values.ink(self._white if color is None else color, self.mode), dtype=pixels.dtype)

    def _row(self, y, first, last, ink):
        pixels = self._image._pixels
        first, last = max(first, 0), min(last, pixels.shape[1] - 1)
        if 0 <= y < pixels.shape[0] and first <= last:
            pixels[y, first : last + 1] = ink

    def point(self, xy, fill=None):
        """Single pixels."""
        ink = self._ink(fill)
        for x, y in _pairs(xy):
            self._row(int(y), int(x), int(x), ink)

    def line(self, xy, fill=None, width=0, joint=None):
        """From point to point."""
        if joint is not None:
            raise NotImplementedError("ImageDraw.line: joint is not built into this PIL")
        ink, points = self._ink(fill), [(int(x), int(y)) for x, y in _pairs(xy)]
        for start, end in zip(points, points[1:]):
            if width <= 1:
                self._segment(start, end, ink)
            else:
                self._bar(start, end, width, ink)

    def _segment(self, start, end, ink):
        """The pixels nearest to the way, one a step along its longer side."""
        for x, y in _steps(start, end):
            self._row(y, x, x, ink)

    def _bar(self, start, end, width, ink):
        """A way of some width, as the box around it."""
        (x0, y0), (x1, y1) = start, end
        dx, dy = x1 - x0, y1 - y0
        if dx == 0 and dy == 0:
            self._row(y0, x0, x0, ink)
            return
        length = math.hypot(dx, dy)
        near, far = _rounded_down((width - 1) / 2.0) / length, _rounded((width - 1) / 2.0) / length
        left, right, up, down = (_rounded(each) for each in (near * dy, far * dy, near * dx, far * dx))
        corners = [(x0 - left, y0 + down), (x1 - left, y1 + down), (x1 + right, y1 - up), (x0 + right, y0 - up)]
        self._fill(corners, ink)

    def rectangle(self, xy, fill=None, outline=None, width=1):
        """A box from corner to corner, both within."""
        (left, top), (right, bottom) = ((int(x), int(y)) for x, y in _pairs(xy))
        if right < left:
            raise ValueError("x1 must be greater than or equal to x0")
        if bottom < top:
            raise ValueError("y1 must be greater than or equal to y0")
        if fill is None and outline is None:
            outline = self._white
        if fill is not None:
            ink = self._ink(fill)
            for y in range(top, bottom + 1):
                self._row(y, left, right, ink)
        if outline is not None and outline != fill and width:
            ink = self._ink(outline)
            for y in range(top, bottom + 1):
                is_edge = y < top + width or y > bottom - width
                for first, last in (
                    ((left, right),) if is_edge else ((left, left + width - 1), (right - width + 1, right))
                ):
                    self._row(y, first, last, ink)

    def polygon(self, xy, fill=None, outline=None, width=1):
        """Lines from point to point and back, and what is between them."""
        points = [(int(x), int(y)) for x, y in _pairs(xy)]
        if width != 1:
            raise NotImplementedError(f"ImageDraw.polygon: width={width!r} is not built into this PIL")
        if fill is not None:
            self._fill(points, self._ink(fill))
        if outline is not None or fill is None:
            ink = self._ink(outline)
            for start, end in zip(points, [*points[1:], points[0]]):
                self._segment(start, end, ink)

    def _fill(self, points, ink):
        """Row by row between the places where the sides cross it."""
        sides = list(zip(points, [*points[1:], points[0]]))
        level = [(y0, x0, x1) for (x0, y0), (x1, y1) in sides if y0 == y1]
        slanting = [sorted(side, key=lambda point: point[1]) for side in sides if side[0][1] != side[1][1]]
        lowest = max(y for _, y in points)
        for y in range(min(y for _, y in points), lowest + 1):
            crossings = []
            for (x0, y0), (x1, y1) in slanting:
                if y0 <= y <= y1:
                    # A corner is met by the side that ends there, by the one that begins, and once more, so that
                    # places still pair.
                    times = 2 if y == y1 < lowest else 1
                    crossings += [x0 + (y - y0) * (x1 - x0) / (y1 - y0)] * times
            crossings.sort()
            for first, last in zip(crossings[::2], crossings[1::2]):
                self._row(y, _rounded(first), _rounded_down(last), ink)
            for at, x0, x1 in level:
                if at == y:
                    self._row(y, min(x0, x1), max(x0, x1), ink)

    def ellipse(self, xy, fill=None, outline=None, width=1):
        """The round that fills a box."""
        (left, top), (right, bottom) = _pairs(xy)
        if right < left:
            raise ValueError("x1 must be greater than or equal to x0")
        if bottom < top:
            raise ValueError("y1 must be greater than or equal to y0")
        if fill is None and outline is None:
            outline = self._white
        box = tuple(int(each) for each in (left, top, right, bottom))
        if fill is not None:
            self._round(box, self._ink(fill), None)
        if outline is not None and outline != fill and width:
            self._round(box, self._ink(outline), width)

    def _round(self, box, ink, width):
        left, top, right, bottom = box
        wide, high = right - left, bottom - top
        outer = _quarter(wide, high)
        inner = {} if width is None else _quarter(wide - 2 * (width - 1), high - 2 * (width - 1))
        for away, places in outer.items():
            far = places[0]
            near = inner[away][-1] if away in inner else None
            for y in {(high - away) // 2, (high + away) // 2}:
                if near is None:
                    self._row(top + y, left + (wide - far) // 2, left + (wide + far) // 2, ink)
                else:
                    self._row(top + y, left + (wide - far) // 2, left + (wide - near) // 2, ink)
                    self._row(top + y, left + (wide + near) // 2, left + (wide + far) // 2, ink)

    def __getattr__(self, name):
        if name in _NOT_BUILT:
            raise NotImplementedError(f"ImageDraw.{name} is not built into this PIL")
        raise AttributeError(f"'ImageDraw' object has no attribute '{name}'")


_NOT_BUILT = frozenset(
    "text textbbox textlength multiline_text multiline_textbbox arc chord pieslice bitmap rounded_rectangle "
    "regular_polygon circle shape getfont floodfill".split()
)


def Draw(im, mode=None):
    """What draws into a picture."""
    return ImageDraw(im, mode)


def _rounded(number):
    """Halves away from zero."""
    return math.floor(number + 0.5) if number >= 0 else -math.floor(abs(number) + 0.5)


def _pairs(xy):
    """Points, given as pairs or as numbers in a row."""
    xy = list(xy)
    if xy and isinstance(xy[0], (tuple, list)):
        return [tuple(each) for each in xy]
    if len(xy) % 2:
        raise ValueError("wrong number of coordinates")
    return list(zip(xy[::2], xy[1::2]))


def _steps(start, end):
    """The pixels of a line (J. E. Bresenham, 1965)."""
    (x, y), (x1, y1) = start, end
    dx, dy = abs(x1 - x), abs(y1 - y)
    right, down = (1 if x1 >= x else -1), (1 if y1 >= y else -1)
    is_flat = dx > dy
    long, short = (dx, dy) if is_flat else (dy, dx)
    error = 2 * short - long
    for _ in range(long + 1):
        yield x, y
        if error >= 0 and long and short:
            x, y = (x, y + down) if is_flat else (x + right, y)
            error -= 2 * long
        error += 2 * short
        x, y = (x + right, y) if is_flat else (x, y + down)


def _rounded_down(number):
    """Halves towards zero."""
    return math.ceil(number - 0.5) if number >= 0 else -math.ceil(abs(number) - 0.5)


def _quarter(wide, high):
    """The places of a quarter of an ellipse: by twice the distance from its middle row twice those from its middle column.

    From the right end on, each next place is that of the three above and beside which is nearest to the ellipse.
    """
    if wide < 0 or high < 0:
        return {}
    across, down = wide * wide, high * high

    def distance(place):
        return abs(across * place[1] * place[1] + down * place[0] * place[0] - across * down)

    x, y = wide, high % 2
    found = {y: [x]}
    while (x, y) != (wide % 2, high):
        ways = [(x, y + 2)] + ([(x - 2, y + 2), (x - 2, y)] if x > 1 else [])
        x, y = min(ways, key=distance)
        if y > high:
            break
        found.setdefault(y, []).append(x)
    return found

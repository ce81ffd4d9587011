"""How far to go along a direction: a step that meets the strong Wolfe conditions (Nocedal and Wright, chapter 3).

First steps grow until a stretch holds such a step, then the stretch is narrowed by cubics. Start reading at `search`.
"""

# How much the loss has to fall, and how much flatter it has to be, as shares of what the slope promises.
_ENOUGH, _FLATTER = 1e-4, 0.9
_MOST_TRIES = 25


class _Point:
    """What there is at a step's end: the loss, its gradient, and its slope along the direction."""

    def __init__(self, length, loss, gradient, slope):
        self.length, self.loss, self.gradient, self.slope = length, loss, gradient, slope


def _lowest(a, b, bounds=None):
    """Where the cubic through two points with their slopes is lowest, within bounds."""
    first, last = bounds or (min(a.length, b.length), max(a.length, b.length))
    middle = a.slope + b.slope - 3 * (a.loss - b.loss) / (a.length - b.length)
    square = middle**2 - a.slope * b.slope
    if not square >= 0:
        return (first + last) / 2
    root = square.sqrt()
    near, far = (a, b) if a.length <= b.length else (b, a)
    place = far.length - (far.length - near.length) * (
        (far.slope + root - middle) / (far.slope - near.slope + 2 * root)
    )
    return min(max(place, first), last)


class _Search:
    def __init__(self, evaluate, direction, start, tolerance):
        self._evaluate, self._direction, self._start, self._tolerance = evaluate, direction, start, tolerance
        self.tries = 0

    def at(self, length):
        loss, gradient = self._evaluate(length)
        self.tries += 1
        return _Point(length, loss, gradient, gradient.dot(self._direction))

    def _is_high(self, point):
        return point.loss > self._start.loss + _ENOUGH * point.length * self._start.slope

    def _is_flat(self, point):
        return abs(point.slope) <= -_FLATTER * self._start.slope

    def stretch(self, length):
        """Two points with a good step between them; or one, which is good."""
        before, point, count = self._start, self.at(length), 0
        while count < _MOST_TRIES:
            if self._is_high(point) or (count > 1 and point.loss >= before.loss):
                return [before, point], count
            if self._is_flat(point):
                return [point], count
            if point.slope >= 0:
                return [before, point], count
            bounds = point.length + 0.01 * (point.length - before.length), point.length * 10
            before, point = point, self.at(_lowest(before, point, bounds))
            count += 1
        return [self._start, point], count

    def narrow(self, ends, count):
        """The better end once it is good, or the stretch is too short to matter."""
        size, is_slow = self._direction.abs().max(), False
        low = 0 if ends[0].loss <= ends[1].loss else 1
        while count < _MOST_TRIES:
            first, last = sorted((ends[0].length, ends[1].length))
            if (last - first) * size < self._tolerance:
                break
            length, is_slow = _kept_inside(_lowest(*ends), first, last, is_slow)
            point = self.at(length)
            count += 1
            if self._is_high(point) or point.loss >= ends[low].loss:
                ends[1 - low] = point
                low = 0 if ends[0].loss <= ends[1].loss else 1
                continue
            is_good = self._is_flat(point)
            if not is_good and point.slope * (ends[1 - low].length - ends[low].length) >= 0:
                ends[1 - low] = ends[low]
            ends[low] = point
            if is_good:
                break
        return ends[low]


def _kept_inside(length, first, last, is_slow):
    """A step near an end, twice in a row, is moved away from it."""
    margin = 0.1 * (last - first)
    if min(last - length, length - first) >= margin:
        return length, False
    if not (is_slow or length >= last or length <= first):
        return length, True
    return (last - margin if abs(length - last) < abs(length - first) else first + margin), False


def search(evaluate, length, direction, loss, gradient, slope, tolerance):
    """The length, the loss and the gradient there, and how often the loss was computed. `evaluate` gives both."""
    search = _Search(evaluate, direction, _Point(0, loss, gradient, slope), tolerance)
    ends, count = search.stretch(length)
    found = ends[0] if len(ends) == 1 else search.narrow(ends, count)
    return found.length, found.loss, found.gradient, search.tries

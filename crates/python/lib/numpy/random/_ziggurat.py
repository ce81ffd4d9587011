"""Normal and exponential draws by the ziggurat: nearly every word falls into a layer at once; the rest is decided singly.

The tables are `_tables`'. Start reading at `draws`.
"""

import math

import _torch
from numpy.random._tables import table

_NORMAL_END, _EXPONENTIAL_END = 3.6541528853610087963519472518, 7.69711747013104972


class Layers:
    """The layers of one distribution, and how a word of 64 bits, in halves, names a layer and a place in it."""

    def __init__(self, kind):
        self.heights = table(kind, "heights")
        self._widths = _torch.tensor(table(kind, "widths"), dtype=_torch.float64)
        self._cuts = _torch.tensor(table(kind, "cuts"), dtype=_torch.int64)

        self.width_list, self.cut_list = self._widths.tolist(), self._cuts.tolist()

    @staticmethod
    def words(stream, count):
        return stream.words(count)

    @staticmethod
    def word(stream):
        word = stream.word()
        return word >> 32, word & 2**32 - 1

    @staticmethod
    def single(words, at):
        """The double that the word at a place makes."""
        high, low = words
        return (high[at].item() * 2**21 + (low[at].item() >> 11)) / 2**53

    def read(self, words):
        """Each word's layer, place, value, and whether it falls inside at once."""
        layers, places, signs = self.split(*words)
        values = places.double() * self._widths[layers] * signs
        return layers, places, values, places < self._cuts[layers]


class Normal(Layers):
    def __init__(self):
        super().__init__("normal")

    def split(self, high, low):
        return low & 255, (high << 23 | low >> 9) & 2**52 - 1, 1 - 2 * (low >> 8 & 1)

    def slow(self, layer, place, value, double):
        """What becomes of a word that fell outside: a value, or None to begin again."""
        if layer:
            below, above = self.heights[layer], self.heights[layer - 1]
            return value if (above - below) * double() + below < math.exp(-0.5 * value * value) else None
        while True:
            x = -math.log1p(-double()) / _NORMAL_END
            y = -math.log1p(-double())
            if y + y > x * x:
                return -(_NORMAL_END + x) if place >> 8 & 1 else _NORMAL_END + x


class Exponential(Layers):
    def __init__(self):
        super().__init__("exponential")

    def split(self, high, low):
        return low >> 3 & 255, high << 21 | low >> 11, 1

    def slow(self, layer, place, value, double):
        if layer == 0:
            return _EXPONENTIAL_END - math.log1p(-double())
        below, above = self.heights[layer], self.heights[layer - 1]
        return value if (above - below) * double() + below < math.exp(-value) else None


class NormalSingle(Normal):
    """The normal of 32 bits, which takes words of 32."""

    def __init__(self):
        super().__init__()
        self.heights = _torch.tensor(self.heights).float().tolist()
        self._widths = (self._widths * 2**29).float().double()
        self._cuts = (self._cuts + 2**28) >> 29

    @staticmethod
    def words(stream, count):
        return (stream.words32(count),)

    @staticmethod
    def single(words, at):
        return (words[0][at].item() >> 8) / 2**24

    def split(self, word):
        return word & 255, word >> 9, 1 - 2 * (word >> 8 & 1)


_made = {}


def draw(kind, stream):
    """One value: as `draws`, without tensors."""
    layers = _made.get(kind) or _made.setdefault(kind, kind())
    value = None
    while value is None:
        layer, place, sign = layers.split(*layers.word(stream))
        value = sign * (place * layers.width_list[layer])
        if place >= layers.cut_list[layer]:
            value = layers.slow(layer, place, value, stream.double)
    return value


def draws(kind, stream, count):
    """So many values of the class `kind`, from the words of a stream, of which no more are taken than need be."""
    layers = _made.get(kind) or _made.setdefault(kind, kind())
    pieces = []
    while count:
        # Each value takes a word at least.
        words = layers.words(stream, count)
        found = _walked(layers, stream, words)
        count -= sum(len(piece) for piece in found)
        pieces += found
    return _torch.cat(pieces) if pieces else _torch.zeros(0, dtype=_torch.float64)


def _walked(layers, stream, words):
    numbers, places, values, is_inside = layers.read(words)
    outside, end = _torch.nonzero(~is_inside).reshape(-1).tolist(), len(values)
    at, pieces = 0, []

    def double():
        nonlocal at
        at += 1
        return layers.single(words if at <= end else layers.words(stream, 1), at - 1 if at <= end else 0)

    for place in outside:
        # Some that would fall outside were taken to decide on one before.
        if place < at:
            continue
        pieces.append(values[at:place])
        at = place + 1
        value = layers.slow(numbers[place].item(), places[place].item(), values[place].item(), double)
        if value is not None:
            pieces.append(_torch.tensor([value], dtype=_torch.float64))
    return [*pieces, values[at:]]

"""The stream of whole numbers that trees draw features with.

What it is not: numpy's. Source: G. Marsaglia, Xorshift RNGs, 2003. Start reading at `Stream`.
"""

_MOST = 0x7FFFFFFF


class Stream:
    """Shifts of 32 bits."""

    def __init__(self, generator):
        self._state = int(generator.randint(0, _MOST)) or 1

    def _next(self):
        state = self._state
        state ^= (state << 13) & 0xFFFFFFFF
        state ^= state >> 17
        state ^= (state << 5) & 0xFFFFFFFF
        self._state = state
        return state % (_MOST + 1)

    def below(self, low, high):
        """A number from `low` on, below `high`."""
        return low + self._next() % (high - low)

    def between(self, low, high):
        """A number with a point, from `low` to `high`."""
        return (high - low) * self._next() / _MOST + low

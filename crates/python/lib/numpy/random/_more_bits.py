"""Bit generators that few programs ask for: MT19937, PCG64DXSM, Philox, SFC64.

What it is not: PCG64, which `default_rng` takes (`_pcg64`). Start reading at `SFC64`, the shortest.
"""

import _torch
from numpy.random._mersenne import key_of, seeded_by, set_key
from numpy.random._pcg64 import PCG64, BitGenerator

_MASK64, _MASK128 = 2**64 - 1, 2**128 - 1


class SFC64(BitGenerator):
    """Three words and a counter, mixed."""

    def _start(self):
        self._words = [*self.seed_seq._long_state(3), 1]
        for _ in range(12):
            self.word()

    def word(self):
        """The next 64 bits."""
        a, b, c, counter = self._words
        value = a + b + counter & _MASK64
        turned = (c << 24 | c >> 40) + value & _MASK64
        self._words = [b ^ b >> 11, c + (c << 3) & _MASK64, turned, counter + 1 & _MASK64]
        return value

    @property
    def state(self):
        return {"bit_generator": "SFC64", "state": {"state": list(self._words)}, **self._halves()}

    @state.setter
    def state(self, state):
        self._take_halves(state)
        self._words = [int(word) for word in state["state"]["state"]]

    jumped = property()


class PCG64DXSM(PCG64):
    """As PCG64, with a shorter factor and another way to show the number."""

    _multiplier = 0xDA942042E4DD58B5
    words = BitGenerator.words

    def word(self):
        """The next 64 bits."""
        high, low = self._number >> 64, self._number & _MASK64 | 1
        self._step()
        high = (high ^ high >> 32) * self._multiplier & _MASK64
        return (high ^ high >> 48) * low & _MASK64


class Philox(BitGenerator):
    """A counter, scrambled by a key: four words at a time."""

    _factors, _steps = (0xD2E7470EE14C6C93, 0xCA5A826395121157), (0x9E3779B97F4A7C15, 0xBB67AE8584CAA73B)

    def __init__(self, seed=None, counter=None, key=None):
        if seed is not None and key is not None:
            raise ValueError("seed and key cannot be both used")
        self._given = key
        self._counter = _number(counter or 0)
        BitGenerator.__init__(self, seed)

    def _start(self):
        key = _number(self._given or 0)
        self._key = self.seed_seq._long_state(2) if self._given is None else [key & _MASK64, key >> 64 & _MASK64]
        self._buffer, self._at = [0] * 4, 4

    def word(self):
        """The next 64 bits."""
        if self._at == 4:
            self._counter = self._counter + 1 & 2**256 - 1
            self._buffer, self._at = self._scrambled(), 0
        self._at += 1
        return self._buffer[self._at - 1]

    def _scrambled(self):
        a, b, c, d = _four(self._counter)
        first, second = self._key
        for _ in range(10):
            left, right = self._factors[0] * a, self._factors[1] * c
            a, b, c, d = right >> 64 ^ b ^ first, right & _MASK64, left >> 64 ^ d ^ second, left & _MASK64
            first, second = first + self._steps[0] & _MASK64, second + self._steps[1] & _MASK64
        return [a, b, c, d]

    def advance(self, delta):
        """As if so many counters had been used."""
        self._counter = self._counter + delta & 2**256 - 1
        self._at, self._half = 4, None
        return self

    def _jump(self, jumps):
        self.advance(jumps << 128)

    @property
    def state(self):
        state = {"counter": _four(self._counter), "key": list(self._key)}
        buffer = {"buffer": list(self._buffer), "buffer_pos": self._at}
        return {"bit_generator": "Philox", "state": state, **buffer, **self._halves()}

    @state.setter
    def state(self, state):
        self._take_halves(state)
        self._counter = _number(state["state"]["counter"])
        self._key = [int(word) for word in state["state"]["key"]]
        self._buffer, self._at = [int(word) for word in state["buffer"]], state["buffer_pos"]


class MT19937(BitGenerator):
    """The Mersenne Twister, which numpy's global stream has, too: its words are of 32 bits."""

    def _start(self):
        self._generator = _torch.Generator()
        set_key(self._generator, [2**31, *self.seed_seq._state(624)[1:]], 623)

    def _legacy_seeding(self, seed):
        """As `RandomState` is seeded."""
        seeded_by(self._generator, seed)

    def word32(self):
        """The next 32 bits."""
        return self._generator._words(1).tolist()[0]

    _raw = word32

    def word(self):
        """The next 64 bits: the upper half first."""
        return self.word32() << 32 | self.word32()

    def double(self):
        """Uniform in [0, 1)."""
        return self.doubles(1).item()

    def doubles(self, count):
        words = self._generator._words(2 * count).reshape(count, 2)
        high, low = (words[:, 0] >> 5).double(), (words[:, 1] >> 6).double()
        return (high * 67108864.0 + low) / 9007199254740992.0

    def words(self, count):
        """So many words, as tensors of their upper and lower 32 bits."""
        words = self._generator._words(2 * count).reshape(count, 2)
        return words[:, 0], words[:, 1]

    def words32(self, count):
        """So many words of 32 bits."""
        return self._generator._words(count)

    def _jump(self, jumps):
        raise NotImplementedError("numpy.random: MT19937.jumped is not built into this numpy")

    @property
    def state(self):
        key, place = key_of(self._generator)
        return {"bit_generator": "MT19937", "state": {"key": key, "pos": place}}

    @state.setter
    def state(self, state):
        if isinstance(state, tuple):
            state = {"bit_generator": state[0], "state": {"key": state[1], "pos": state[2]}}
        self._take_halves(state)
        set_key(self._generator, state["state"]["key"], state["state"]["pos"])


def _number(words):
    """A number, given as one or as words of 64 bits, the lowest first."""
    if hasattr(words, "__index__") and not getattr(words, "ndim", 0):
        return words.__index__()
    return sum(int(word) << 64 * at for at, word in enumerate(words))


def _four(number):
    return [number >> 64 * at & _MASK64 for at in range(4)]


for _kind in (MT19937, Philox, SFC64):
    # As numpy says it; they are found by their names (`_pcg64._at_state`).
    _kind.__module__ = "numpy.random._" + _kind.__name__.lower()
PCG64DXSM.__module__ = PCG64.__module__

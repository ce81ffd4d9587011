"""`SeedSequence`, what bit generators have in common, and the words of PCG64, as `default_rng` draws them.

Not the distributions: those are `_generator`'s; nor other bit generators (`_more_bits`). Start reading at `PCG64.words`.
"""

import _torch

_MASK32, _MASK128 = 2**32 - 1, 2**128 - 1
_MULTIPLIER = 0x2360ED051FC65DA44385DF649FCCF645
# Below so many words Python's own integers are quicker than tensors.
_FEW = 48
# A number of 128 bits as five parts of 30: products of parts, summed, stay within 63 bits.
_PARTS, _PART_BITS = 5, 30
_PART_MASK = 2**_PART_BITS - 1


class SeedSequence:
    """Spreads a seed over as many words as a generator asks for."""

    def __init__(self, entropy=None):
        self.entropy = _fresh_entropy() if entropy is None else entropy
        self.spawn_key, self._children = (), 0
        self._mix(_words_of(self.entropy))

    def _mix(self, words):
        self._factor = 0x43B0D7E5
        pool = [self._hashed(words[at] if at < len(words) else 0) for at in range(4)]
        for source in range(4):
            for target in range(4):
                if source != target:
                    pool[target] = _mixed(pool[target], self._hashed(pool[source]))
        for word in words[4:]:
            pool = [_mixed(value, self._hashed(word)) for value in pool]
        self.pool = pool

    def _hashed(self, value):
        value ^= self._factor
        self._factor = self._factor * 0x931E8875 & _MASK32
        value = value * self._factor & _MASK32
        return value ^ value >> 16

    def _state(self, count):
        """So many words of 32 bits."""
        factor, found = 0x8B51F9DD, []
        for at in range(count):
            value = self.pool[at % 4] ^ factor
            factor = factor * 0x58F38DED & _MASK32
            value = value * factor & _MASK32
            found.append(value ^ value >> 16)
        return found

    def generate_state(self, n_words, dtype="uint32"):
        """So many words of 32 bits, or of 64, as an array."""
        from numpy import array

        name = getattr(dtype, "__name__", str(dtype))
        if name not in ("uint32", "uint64"):
            raise ValueError("only support uint32 or uint64")
        return array(self._state(n_words) if name == "uint32" else self._long_state(n_words), dtype=name)

    def _long_state(self, count):
        low = self._state(2 * count)
        return [low[at + 1] << 32 | low[at] for at in range(0, 2 * count, 2)]

    def spawn(self, n_children):
        """Seeds of streams that have nothing to do with each other."""
        made = []
        for _ in range(n_children):
            child = SeedSequence(self.entropy)
            child.spawn_key = (*self.spawn_key, self._children)
            words = _words_of(self.entropy)
            # The key follows a whole pool of words, so that no longer seed gives the same.
            child._mix([*words, *[0] * (4 - len(words)), *_words_of(child.spawn_key)])
            made.append(child)
            self._children += 1
        return made

    def __repr__(self):
        key = f",\n    spawn_key={self.spawn_key}" if self.spawn_key else ""
        return f"SeedSequence(\n    entropy={self.entropy}{key},\n)"


def _fresh_entropy():
    words = _torch.Generator()
    words.seed()
    return sum(word << 32 * at for at, word in enumerate(words._words(4).tolist()))


def _mixed(x, y):
    value = 0xCA01F9DD * x - 0x4973F715 * y & _MASK32
    return value ^ value >> 16


def _words_of(entropy):
    """A number, or several after each other, in words of 32 bits, the lowest first."""
    if hasattr(entropy, "__index__"):
        value = entropy.__index__()
        if value < 0:
            raise ValueError("expected non-negative integer")
        words = [value & _MASK32]
        while value := value >> 32:
            words.append(value & _MASK32)
        return words
    if isinstance(entropy, str) or not hasattr(entropy, "__iter__"):
        raise TypeError(f"SeedSequence expects int or sequence of ints for entropy not {entropy}")
    return [word for each in entropy for word in _words_of(each)]


class BitGenerator:
    """A stream of words of 64 bits; its kinds say `_start` and `word`."""

    def __init__(self, seed=None):
        if type(self) is BitGenerator:
            raise NotImplementedError("BitGenerator is a base class and cannot be instantized")
        self.seed_seq = seed if isinstance(seed, SeedSequence) else SeedSequence(seed)
        self._half = None
        self._start()

    def word32(self):
        """The next 32 bits: the lower half of a word, then its upper half."""
        if self._half is not None:
            value, self._half = self._half, None
            return value
        value = self.word()
        self._half = value >> 32
        return value & _MASK32

    def double(self):
        """Uniform in [0, 1)."""
        return (self.word() >> 11) / 2**53

    def doubles(self, count):
        high, low = self.words(count)
        return (high * 2**21 + (low >> 11)).double() / 2**53

    def words(self, count):
        """So many words, as tensors of their upper and lower 32 bits."""
        words = [self.word() for _ in range(count)]
        return tuple(_torch.tensor(half, dtype=_torch.int64) for half in
                     ([word >> 32 for word in words], [word & _MASK32 for word in words]))

    def words32(self, count):
        """So many words of 32 bits."""
        if count == 0:
            return _torch.zeros(0, dtype=_torch.int64)
        kept = [] if self._half is None else [_torch.tensor([self._half], dtype=_torch.int64)]
        pairs = (count - len(kept) + 1) // 2
        high, low = self.words(pairs)
        found = _torch.cat([*kept, _torch.stack([low, high], 1).reshape(-1)])
        self._half = found[-1].item() if len(found) > count else None
        return found[:count]

    def random_raw(self, size=None, output=True):
        """The next word as it is; arrays of words have no dtype here."""
        if size is not None:
            raise NotImplementedError("numpy.random: random_raw(size=...) is not built into this numpy, which has no uint64")
        word = self._raw()
        return word if output else None

    def _raw(self):
        return self.word()

    def spawn(self, n_children):
        """Bit generators of this kind whose streams have nothing to do with each other."""
        return [type(self)(seed) for seed in self.seed_seq.spawn(n_children)]

    def jumped(self, jumps=1):
        """Another one, so far ahead that the two streams do not meet."""
        found = type(self)(self.seed_seq)
        found.state = self.state
        found._jump(jumps)
        return found

    def __reduce__(self):
        return _at_state, (type(self).__name__, self.seed_seq, self.state)

    def _halves(self):
        """What a state says of the half that waits."""
        return {"has_uint32": int(self._half is not None), "uinteger": self._half or 0}

    def _take_halves(self, state):
        if not isinstance(state, dict):
            raise TypeError("state must be a dict")
        if state.get("bit_generator") != type(self).__name__:
            raise ValueError(f"state must be for a {type(self).__name__} RNG")
        self._half = state["uinteger"] if state.get("has_uint32") else None


def _at_state(name, seed, state):
    """A bit generator at that place, for pickles and copies."""
    import numpy.random

    made = getattr(numpy.random, name)(seed)
    made.state = state
    return made


class PCG64(BitGenerator):
    """The generator: a number of 128 bits, multiplied and stepped on for each word of 64."""

    _multiplier = _MULTIPLIER

    def _start(self):
        words = self.seed_seq._long_state(4)
        self._increment = ((words[2] << 64 | words[3]) << 1 | 1) & _MASK128
        # As from zero, one step: the first number, added; one step.
        number = self._increment + (words[0] << 64 | words[1])
        self._number = number * _MULTIPLIER + self._increment & _MASK128

    def _step(self):
        self._number = self._number * self._multiplier + self._increment & _MASK128

    def word(self):
        """The next 64 bits."""
        self._step()
        number = self._number
        value, turn = (number >> 64 ^ number) & 2**64 - 1, number >> 122
        return (value >> turn | value << 64 - turn) & 2**64 - 1

    def words(self, count):
        """So many words, as tensors of their upper and lower 32 bits."""
        if count <= _FEW:
            words = [self.word() for _ in range(count)]
            return tuple(_torch.tensor(half, dtype=_torch.int64) for half in
                         ([word >> 32 for word in words], [word & _MASK32 for word in words]))
        parts = self._numbers(count)
        self._number = sum(part[-1].item() << _PART_BITS * at for at, part in enumerate(parts))
        return _turned(parts)

    def _numbers(self, count):
        """The next numbers in parts: those that are there are stepped on together, so that they double each time."""
        self._step()
        parts = [_torch.tensor([part], dtype=_torch.int64) for part in _parts_of(self._number)]
        factor, offset, known = _MULTIPLIER, self._increment, 1
        while known < count:
            more = min(known, count - known)
            ahead = _stepped([part[:more] for part in parts], _parts_of(factor), _parts_of(offset))
            parts = [_torch.cat(pair) for pair in zip(parts, ahead)]
            factor, offset = factor * factor & _MASK128, offset * (factor + 1) & _MASK128
            known += more
        return parts

    def advance(self, delta):
        """As if so many words had been drawn."""
        factor, offset, steps = self._multiplier, self._increment, delta & _MASK128
        while steps:
            if steps & 1:
                self._number = self._number * factor + offset & _MASK128
            factor, offset = factor * factor & _MASK128, offset * (factor + 1) & _MASK128
            steps >>= 1
        self._half = None
        return self

    def _jump(self, jumps):
        self.advance(jumps * 0x9E3779B97F4A7C15F39CC0605CEDC835)

    @property
    def state(self):
        state = {"state": self._number, "inc": self._increment}
        return {"bit_generator": type(self).__name__, "state": state, **self._halves()}

    @state.setter
    def state(self, state):
        self._take_halves(state)
        self._number, self._increment = state["state"]["state"], state["state"]["inc"]


def _parts_of(number):
    return [number >> _PART_BITS * at & _PART_MASK for at in range(_PARTS)]


def _stepped(parts, factor, offset):
    """`parts * factor + offset` modulo 2**128, part by part."""
    made, carry = [], 0
    for at in range(_PARTS):
        total = offset[at] + carry
        for inner in range(at + 1):
            total = parts[inner] * factor[at - inner] + total
        carry = total >> _PART_BITS
        made.append(total & _PART_MASK)
    made[-1] = made[-1] & 2 ** (128 - _PART_BITS * (_PARTS - 1)) - 1
    return made


def _turned(parts):
    """What is shown of the numbers: the upper half crossed with the lower, turned by as much as the top six bits say."""
    a, b, c, d, e = parts
    lowest, low = a | (b & 3) << 30, b >> 2 | (c & 15) << 28
    high, highest = c >> 4 | (d & 63) << 26, d >> 6 | e << 24
    low, high = lowest ^ high, low ^ highest
    turn = highest >> 26
    is_far, turn = turn >= 32, turn & 31
    low, high = _torch.where(is_far, high, low), _torch.where(is_far, low, high)
    left = 32 - turn
    return (high >> turn | low << left) & _MASK32, (low >> turn | high << left) & _MASK32


SeedSequence.__module__ = "numpy.random"

"""`RandomState`: the stream of MT19937, draw by draw as numpy has it since its beginnings.

What both streams have is `_draws`'; here is what this one computes in its own way. Start reading at `RandomState`.
"""

import math

import _torch
from _scalars import FLOATS, INTS
from numpy._array import ndarray
from numpy._create import tensor_of
from numpy._types import dtype as dtype_of
from numpy.random import _orders
from numpy.random._draws import Draws
from numpy.random._shapes import bits_of, count_of, each, is_number, joint_size, limits_of, require, shaped, shaped_as, sizes_of


def _at_state(state):
    """A stream at that place, for pickles and copies."""
    made = RandomState(0)
    made.set_state(state)
    return made


class RandomState(Draws):
    """The generator MT19937 and what numpy draws from it."""

    _is_legacy = True

    def __init__(self, seed=None):
        self._generator = _torch.Generator()
        if hasattr(seed, "random_raw"):
            if not hasattr(seed, "_generator"):
                raise NotImplementedError("numpy.random.RandomState: bit generators other than MT19937 are not built into this numpy")
            self._generator, self._kept = seed._generator, None
        else:
            self.seed(seed)
        self._word, self._words32 = self._generator._word, self._generator._words
        self._double, self._doubles = self._generator._double, self._generator._doubles

    def seed(self, seed=None):
        """Starts the stream that belongs to a seed."""
        self._kept = None
        if hasattr(seed, "__index__") and not hasattr(seed, "ndim") and 0 <= seed.__index__() < 2**32:
            self._generator.manual_seed(seed.__index__())
        else:
            from numpy.random._mersenne import seeded_by

            seeded_by(self._generator, seed)

    def get_state(self, legacy=True):
        """The place in the stream, for `set_state`: the words' name, the words, which is next, a normal that waits."""
        from numpy.random._mersenne import key_of

        key, place = key_of(self._generator)
        has_kept, kept = int(self._kept is not None), self._kept or 0.0
        if legacy:
            return "MT19937", key, place, has_kept, kept
        state = {"key": key, "pos": place}
        return {"bit_generator": "MT19937", "state": state, "has_gauss": has_kept, "gauss": kept}

    def set_state(self, state):
        """Goes back to a place that `get_state` told."""
        from numpy.random._mersenne import set_key

        if isinstance(state, dict):
            state = (state["bit_generator"], state["state"]["key"], state["state"]["pos"], state["has_gauss"], state["gauss"])
        elif not isinstance(state, (tuple, list)):
            raise TypeError("state must be a dict or a tuple.")
        if state[0] != "MT19937":
            raise ValueError("set_state can only be used with legacy MT19937 state instances.")
        set_key(self._generator, state[1], state[2])
        self._kept = state[4] if len(state) > 3 and state[3] else None

    def __reduce__(self):
        return _at_state, (self.get_state(legacy=False),)

    # Numbers

    def _normal(self):
        """A standard normal: they come in pairs."""
        if self._kept is not None:
            value, self._kept = self._kept, None
            return value
        value, self._kept = self._generator._normal_pair()
        return value

    def _normals(self, count):
        kept = [] if self._kept is None or not count else [_torch.tensor([self._normal()], dtype=_torch.float64)]
        found = self._generator._normal_pairs((count - len(kept) + 1) // 2)
        found = _torch.cat([*kept, found]) if kept else found
        if len(found) == count:
            return found
        self._kept = found[-1].item()
        return found[:count]

    def _exponential(self):
        return -math.log(1.0 - self._double())

    def _exponentials(self, count):
        return -_torch.log(1.0 - self._doubles(count))

    def _long(self):
        return self._word() << 32 | self._word()

    def _many_below(self, most, count, bits):
        """As `_interval`, so many; numbers of fewer than 32 bits come several in a word."""
        if most == 0:
            return _torch.zeros(count, dtype=_torch.int64)
        if most >= 2**32:
            return bits_of(self._interval(most) for _ in range(count))
        mask = (1 << most.bit_length()) - 1
        if bits < 32:
            return self._narrow(most, mask, count, bits)
        pieces = [_torch.zeros(0, dtype=_torch.int64)]
        while count:
            values = self._words32(count) & mask
            pieces.append(values[values <= most])
            count -= len(pieces[-1])
        return _torch.cat(pieces)

    def _narrow(self, most, mask, count, bits):
        found, left, word = [], 0, 0
        while len(found) < count:
            if not left:
                word, left = self._word(), 32 // bits
            if word & mask <= most:
                found.append(word & mask)
            word, left = word >> bits, left - 1
        return _torch.tensor(found, dtype=_torch.int64)

    # Distributions

    def random_sample(self, size=None):
        """Uniform in [0, 1)."""
        return self._double() if size is None else shaped(self._doubles(count_of(size)), size)

    random = random_sample

    def rand(self, *size):
        """Uniform in [0, 1)."""
        return self.random_sample(size[0] if len(size) == 1 else size or None)

    def standard_normal(self, size=None):
        """Normal with mean 0 and deviation 1."""
        return self._normal() if size is None else shaped(self._normals(count_of(size)), size)

    def randn(self, *size):
        """Normal with mean 0 and deviation 1."""
        return self.standard_normal(size[0] if len(size) == 1 else size or None)

    def standard_exponential(self, size=None):
        """Exponential with mean 1."""
        return shaped(self._exponentials(count_of(size)), size)

    def rayleigh(self, scale=1.0, size=None):
        """How far two normals are from their mean."""
        require(lambda value: value >= 0, "scale < 0", scale)
        return self._scaled(lambda count: _torch.sqrt(-2.0 * _torch.log1p(-self._doubles(count))), size, 0.0, scale)

    def weibull(self, a, size=None):
        """How long what wears out lasts."""
        return each(lambda a: self._exponential() ** (1.0 / a) if a else 0.0, size, (a,))

    def pareto(self, a, size=None):
        """Much in few hands."""
        require(lambda value: value > 0, "a <= 0", a)
        return each(lambda a: math.exp(self._exponential() / a) - 1, size, (a,))

    def power(self, a, size=None):
        """What has a power for its shares below."""
        require(lambda value: value > 0, "a <= 0", a)
        return each(lambda a: (1 - math.exp(-self._exponential())) ** (1.0 / a), size, (a,))

    def _geometric_small(self, p):
        return math.ceil(math.log1p(-self._double()) / math.log(1.0 - p))

    def randint(self, low, high=None, size=None, dtype=int):
        """Integers from low to high, high excluded; with one bound, from 0."""
        if high is None:
            low, high = 0, low
        # Texts are read as whole numbers, as numpy reads them.
        low, high = (int(value) if isinstance(value, str) else value for value in (low, high))
        if size is None and dtype is int and type(low) is int and type(high) is int and high > low:
            return low + self._interval(high - low - 1)
        kind = dtype_of(dtype)
        if not (is_number(low) and is_number(high)):
            size = joint_size(size, (low, high))
            return each(lambda low, high: low + self._interval(int(high - low) - 1), size, (low, high), kind._torch)
        low, high = int(low), int(high)
        _check_range(low, high, kind)
        if low >= high:
            raise ValueError("high <= 0" if low == 0 else "low >= high")
        values = low + self._many_below(high - low - 1, count_of(size), 1 if kind.kind == "b" else 8 * kind.itemsize)
        if size is None and dtype not in (int, bool):
            return kind.type(values[0].item() % (kind.largest + 1) if hasattr(kind, "largest") else values[0].item())
        return shaped_as(values, size, kind)

    def random_integers(self, low, high=None, size=None):
        """As `randint`, high included."""
        return self.randint(1 if high is None else low, (low if high is None else high) + 1, size)

    # Orders

    def shuffle(self, x):
        """Puts a list or the rows of an array in another order, in place."""
        _orders.shuffle(x, self._partners)

    def permutation(self, x):
        """The numbers below x, or the rows of x, in another order."""
        if isinstance(x, INTS):
            return ndarray(_orders.order(self._partners, x))
        if not hasattr(x, "__len__") or isinstance(x, str):
            raise IndexError("x must be an integer or at least 1-dimensional")
        from numpy import array

        rows = array(x)
        return rows[ndarray(_orders.order(self._partners, len(rows)))]

    def choice(self, a, size=None, replace=True, p=None):
        """Some of the numbers below a, or of a's values, with those probabilities."""
        if type(a) is int and a > 0 and size is None and p is None and replace:
            return self._interval(a - 1)
        values, population = self._population(a, count_of(size))
        count = count_of(size)
        if not replace and count > population:
            raise ValueError("Cannot take a larger sample than population when 'replace=False'")
        if p is not None:
            shares = tensor_of(p)
            _check_shares(shares, population)
            shares = shares.double()
            places = _orders.weighted(
                shares, count, replace, self._doubles, "Fewer non-zero entries in p than size"
            )
        elif replace:
            places = self._many_below(population - 1, count, 64)
        else:
            places = _orders.order(self._partners, population)[:count]
        if size is None:
            return places[0].item() if values is None else values[places[0].item()]
        places = ndarray(places.reshape(sizes_of(size)))
        return places if values is None else values[places]

    @staticmethod
    def _population(a, count):
        """What is chosen from, or None for the numbers below `a`; and how many there are."""
        if hasattr(a, "__index__") and not getattr(a, "ndim", 0):
            if a <= 0 and count:
                raise ValueError("a must be greater than 0 unless no samples are taken")
            return None, int(a)
        if isinstance(a, (str, FLOATS)):
            raise ValueError("a must be 1-dimensional or an integer")
        from numpy import asarray

        values = asarray(a)
        if values.ndim != 1:
            raise ValueError("a must be 1-dimensional")
        if not len(values) and count:
            raise ValueError("'a' cannot be empty unless no samples are taken")
        return values, len(values)

    def __repr__(self):
        return f"RandomState(MT19937) at 0x{id(self):X}"

    def __str__(self):
        return "RandomState(MT19937)"


RandomState.__module__ = "numpy.random.mtrand"


def _check_range(low, high, kind):
    """Refuses bounds that the dtype cannot hold."""
    least, most = limits_of(kind)
    if low < least:
        raise ValueError(f"low is out of bounds for {kind.name}")
    if high - 1 > most:
        raise ValueError(f"high is out of bounds for {kind.name}")


def _check_shares(p, population):
    if len(p) != population:
        raise ValueError("'a' and 'p' must have same size")
    if bool((p < 0).any()):
        raise ValueError("probabilities are not non-negative")
    if bool(p.isnan().any()):
        raise ValueError("probabilities contain NaN")
    if not _orders.are_whole(p):
        raise ValueError("probabilities do not sum to 1")

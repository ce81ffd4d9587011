"""`Generator`: what `numpy.random.default_rng` gives, draw by draw as numpy has it.

What both streams have is `_draws`'; the words come from `_pcg64`. Start reading at `Generator`.
"""

import math

import _torch
from _scalars import FLOATS, INTS
from numpy._array import ndarray
from numpy._create import tensor_of
from numpy._errors import checked_axis
from numpy._types import dtype as dtype_of
from numpy._numbers import int64
from numpy.random import _orders
from numpy.random._draws import Draws
from numpy.random._pcg64 import PCG64, BitGenerator, SeedSequence
from numpy.random._shapes import bits_of, count_of, each, is_number, joint_size, limits_of, require, shaped, shaped_as, sizes_of
from numpy.random._ziggurat import Exponential, Normal, NormalSingle, draw, draws


class Generator(Draws):
    """A stream of random numbers on top of a bit generator."""

    _is_legacy = False

    def __init__(self, bit_generator):
        if not isinstance(bit_generator, BitGenerator):
            raise AttributeError(f"'{type(bit_generator).__name__}' object has no attribute 'capsule'")
        self.bit_generator = bit_generator
        self._double, self._word, self._long = bit_generator.double, bit_generator.word32, bit_generator.word
        self._words32 = bit_generator.words32

    # Numbers

    def _doubles(self, count):
        return self.bit_generator.doubles(count)

    def _normals(self, count):
        return draws(Normal, self.bit_generator, count)

    def _normal(self):
        return draw(Normal, self.bit_generator)

    def _exponentials(self, count):
        return draws(Exponential, self.bit_generator, count)

    def _exponential(self):
        return draw(Exponential, self.bit_generator)

    def _below(self, most):
        """An integer up to `most`, included, by Lemire's multiplication."""
        if most == 0:
            return 0
        bits, word = (32, self.bit_generator.word32) if most < 2**32 else (64, self.bit_generator.word)
        count, whole = most + 1, 2**bits
        product = word() * count
        if product % whole < count:
            least = (whole - count) % count
            while product % whole < least:
                product = word() * count
        return product >> bits

    def _many_below(self, most, count, bits=64):
        if most == 0:
            return _torch.zeros(count, dtype=_torch.int64)
        if most >= 2**31 or bits < 32:
            return bits_of(self._few_below(most, count, bits))
        ways, pieces = most + 1, [_torch.zeros(0, dtype=_torch.int64)]
        least = (2**32 - ways) % ways
        while count:
            products = self.bit_generator.words32(count) * ways
            pieces.append(products[(products & 2**32 - 1) >= least] >> 32)
            count -= len(pieces[-1])
        return _torch.cat(pieces)

    def _few_below(self, most, count, bits):
        """Numbers of fewer than 32 bits come several in a word; so do single bits."""
        if bits >= 32:
            return [self._below(most) for _ in range(count)]
        found, word, left = [], 0, 0
        ways, whole = most + 1, 2**bits
        least = (whole - ways) % ways
        while len(found) < count:
            if not left:
                word, left = self.bit_generator.word32(), 32 // bits
            product = (word & whole - 1) * ways
            if product % whole >= least:
                found.append(product >> bits)
            word, left = word >> bits, left - 1
        return found

    # Distributions

    def random(self, size=None, dtype="float64", out=None):
        """Uniform in [0, 1)."""
        if size is None and dtype == "float64" and out is None:
            return self._double()
        return self._filled("random", self._doubles, self._singles, size, dtype, out)

    def standard_normal(self, size=None, dtype="float64", out=None):
        """Normal with mean 0 and deviation 1."""
        if size is None and dtype == "float64" and out is None:
            return self._normal()

        def single(count):
            return draws(NormalSingle, self.bit_generator, count)

        return self._filled("standard_normal", self._normals, single, size, dtype, out)

    def standard_exponential(self, size=None, dtype="float64", method="zig", out=None):
        """Exponential with mean 1."""
        if method != "zig":
            raise NotImplementedError("numpy.random: standard_exponential(method='inv') is not built into this numpy")

        def single(count):
            raise NotImplementedError("numpy.random: standard_exponential(dtype=float32) is not built into this numpy")

        return self._filled("standard_exponential", self._exponentials, single, size, dtype, out)

    def _singles(self, count):
        return (self.bit_generator.words32(count) >> 8).double() / 2**24

    def _filled(self, name, doubles, singles, size, kind, out):
        kind = dtype_of(kind)
        if kind.name not in ("float64", "float32"):
            raise TypeError(f"Unsupported dtype {kind!r} for {name}")
        size = out.shape if out is not None and size is None else size
        drawn = (doubles if kind.name == "float64" else singles)(count_of(size)).to(kind._torch)
        if out is None:
            return shaped(drawn, size)
        out[...] = ndarray(drawn.reshape(sizes_of(size)))
        return out

    def rayleigh(self, scale=1.0, size=None):
        """How far two normals are from their mean."""
        require(lambda value: value >= 0, "scale < 0", scale)
        return self._scaled(lambda count: _torch.sqrt(2.0 * self._exponentials(count)), size, 0.0, scale)

    def weibull(self, a, size=None):
        """How long what wears out lasts."""
        return each(lambda a: self._exponential() ** (1.0 / a) if a else 0.0, size, (a,))

    def pareto(self, a, size=None):
        """Much in few hands."""
        require(lambda value: value > 0, "a <= 0", a)
        return each(lambda a: math.expm1(self._exponential() / a), size, (a,))

    def power(self, a, size=None):
        """What has a power for its shares below."""
        require(lambda value: value > 0, "a <= 0", a)
        return each(lambda a: (-math.expm1(-self._exponential())) ** (1.0 / a), size, (a,))

    def _geometric_small(self, p):
        return math.ceil(-self._exponential() / math.log1p(-p))

    def integers(self, low, high=None, size=None, dtype=int64, endpoint=False):
        """Integers from low to high, high excluded unless `endpoint`; with one bound, from 0."""
        if high is None:
            low, high = 0, low
        low, high = (int(value) if isinstance(value, str) else value for value in (low, high))
        kind = dtype_of(dtype)
        if not (is_number(low) and is_number(high)):
            size = joint_size(size, (low, high))
            return each(
                lambda low, high: low + self._below(int(high - low) - 1 + endpoint), size, (low, high), kind._torch
            )
        low, most = int(low), int(high) - 1 + endpoint
        least, limit = limits_of(kind)
        if low < least or most > limit:
            raise ValueError(f"{'low' if low < least else 'high'} is out of bounds for {kind.name}")
        if low > most:
            raise ValueError(
                "high < 0"
                if low == 0 and endpoint
                else "high <= 0" if low == 0 else "low > high" if endpoint else "low >= high"
            )
        values = low + self._many_below(most - low, count_of(size), 1 if kind.kind == "b" else 8 * kind.itemsize)
        if size is None:
            return values[0].item() if dtype in (int, bool) else kind.type(values[0].item() % (kind.largest + 1) if hasattr(kind, "largest") else values[0].item())
        return shaped_as(values, size, kind)

    def bytes(self, length):
        """So many random bytes."""
        if length < 0:
            raise ValueError("negative dimensions are not allowed")
        words = self.bit_generator.words32(-(-length // 4)).tolist()
        return b"".join(word.to_bytes(4, "little") for word in words)[:length]

    # Orders

    def shuffle(self, x, axis=0):
        """Puts a list or an array's rows, or what else lies along an axis, in another order, in place."""
        if axis:
            x = x.swapaxes(0, checked_axis(axis, x.ndim))
        _orders.shuffle(x, self._partners)

    def permutation(self, x, axis=0):
        """The numbers below x, or what lies along an axis of x, in another order."""
        if isinstance(x, INTS):
            return ndarray(_orders.order(self._partners, x))
        from numpy import array, take

        values = array(x)
        axis = checked_axis(axis, values.ndim)
        return take(values, ndarray(_orders.order(self._partners, values.shape[axis])), axis)

    def permuted(self, x, axis=None, out=None):
        """A copy in which each line along an axis, or everything, is in an order of its own."""
        if out is not None:
            raise NotImplementedError("numpy.random.Generator.permuted: out is not built into this numpy")
        values = tensor_of(x).clone()
        if axis is None:
            return ndarray(values.reshape(-1)[_orders.order(self._partners, values.numel())].reshape(values.shape))
        lines = values.movedim(axis, -1)
        rows = lines.reshape(-1, lines.shape[-1])
        rows = _torch.stack([row[_orders.order(self._partners, len(row))] for row in rows])
        return ndarray(rows.reshape(lines.shape).movedim(-1, axis).clone())

    def choice(self, a, size=None, replace=True, p=None, axis=0, shuffle=True):
        """Some of the numbers below a, or of what lies along an axis of a, with those probabilities."""
        count = count_of(size)
        values, population = self._population(a, axis, count)
        if not replace and count > population:
            raise ValueError("Cannot take a larger sample than population when replace is False")
        if p is not None:
            shares = tensor_of(p)
            _check_shares(shares, population)
            shares = shares.double()
            places = _orders.weighted(
                shares, count, replace, self._doubles, "Fewer non-zero entries in p than size"
            )
        elif replace:
            places = self._many_below(population - 1, count)
        else:
            places = self._without_return(population, count, shuffle)
        if size is None:
            return self._single(values, places[0].item(), axis)
        places = ndarray(places.reshape(sizes_of(size)))
        if values is None:
            return places
        from numpy import take

        return take(values, places, axis)

    @staticmethod
    def _single(values, place, axis):
        return place if values is None else values[(slice(None),) * axis + (place,)]

    @staticmethod
    def _population(a, axis, count):
        if hasattr(a, "__index__") and not getattr(a, "ndim", 0):
            if a <= 0 and count:
                raise ValueError("a must be a positive integer unless no samples are taken")
            return None, int(a)
        if isinstance(a, (str, FLOATS)):
            raise ValueError(f"a must be a sequence or an integer, not {type(a)}")
        from numpy import asarray

        values = asarray(a)
        population = values.shape[checked_axis(axis, values.ndim)]
        if not population and count:
            raise ValueError("a cannot be empty unless no samples are taken")
        return values, population

    def _without_return(self, population, count, shuffle):
        """Different places: by Floyd's method where few are taken of many, else by shuffling the end of all."""
        if population > 10000 and count > population // (50 if shuffle else 20):
            order = list(range(population))
            self._shuffled(order, max(population - count, 1))
            return _torch.tensor(order[population - count :], dtype=_torch.int64)
        found, seen = [], set()
        for at in range(population - count, population):
            value = self._below(at)
            value = at if value in seen else value
            seen.add(value)
            found.append(value)
        if shuffle:
            self._shuffled(found, 1)
        return _torch.tensor(found, dtype=_torch.int64)

    def _shuffled(self, values, first):
        for at in range(len(values) - 1, first - 1, -1):
            other = self._below(at)
            values[at], values[other] = values[other], values[at]

    def spawn(self, n_children):
        """Generators whose streams have nothing to do with each other."""
        return [Generator(bits) for bits in self.bit_generator.spawn(n_children)]

    def __repr__(self):
        return f"{self} at 0x{id(self):X}"

    def __str__(self):
        return f"Generator({type(self.bit_generator).__name__})"


def default_rng(seed=None):
    """A `Generator` for a seed, or on top of a bit generator; another generator as it is."""
    if isinstance(seed, Generator):
        return seed
    return Generator(seed if isinstance(seed, BitGenerator) else PCG64(seed))


def _check_shares(p, population):
    if len(p) != population:
        raise ValueError("a and p must have same size")
    if bool((p < 0).any()):
        raise ValueError("Probabilities are not non-negative")
    if bool(p.isnan().any()):
        raise ValueError("Probabilities contain NaN")
    if not _orders.are_whole(p):
        raise ValueError("Probabilities do not sum to 1. See Notes section of docstring for more information.")


__all__ = ["BitGenerator", "Generator", "PCG64", "SeedSequence", "default_rng"]
Generator.__module__ = "numpy.random._generator"

"""`numpy.random`: the streams of `RandomState`, draw by draw as numpy has them, and its functions by name."""

import math

import _torch
from numpy._array import ndarray
from numpy._create import tensor_of
from numpy._types import float64, int64


def _sizes(size):
    return () if size is None else (size,) if isinstance(size, int) else tuple(size)


class RandomState:
    """The generator MT19937 and what numpy has drawn from it since its beginnings."""

    def __init__(self, seed=None):
        self._generator = _torch.Generator()
        self.seed(seed)

    def seed(self, seed=None):
        """Starts the stream that belongs to a seed."""
        self._kept = None
        if seed is None:
            self._generator.seed()
            return
        if not hasattr(seed, "__index__"):
            raise TypeError(f"Cannot cast scalar from dtype('{type(seed).__name__}') to dtype('int64') according to the rule 'safe'")
        seed = seed.__index__()
        if not 0 <= seed < 2**32:
            raise ValueError("Seed must be between 0 and 2**32 - 1")
        self._generator.manual_seed(seed)

    # Numbers

    def _doubles(self, count):
        words = self._generator._words(2 * count).reshape(count, 2)
        high, low = (words[:, 0] >> 5).double(), (words[:, 1] >> 6).double()
        return (high * 67108864.0 + low) / 9007199254740992.0

    def _double(self):
        return self._doubles(1).item()

    def _gauss(self):
        """A standard normal by Marsaglia's polar method, in pairs: the second first."""
        if self._kept is not None:
            value, self._kept = self._kept, None
            return value
        while True:
            x, y = 2.0 * self._double() - 1.0, 2.0 * self._double() - 1.0
            square = x * x + y * y
            if 0.0 < square < 1.0:
                break
        factor = math.sqrt(-2.0 * math.log(square) / square)
        self._kept = factor * x
        return factor * y

    def _below(self, most):
        """An integer up to `most`, included: as many bits as that has, drawn until they are no more."""
        if most == 0:
            return 0
        mask = (1 << most.bit_length()) - 1
        while True:
            value = self._word()
            if most >= 2**32:
                value = value << 32 | self._word()
            if value & mask <= most:
                return value & mask

    def _word(self):
        return self._generator._words(1).item()

    def _shaped(self, values, size):
        """Numbers in a shape; one alone as a number."""
        if size is None:
            return float64(values[0].item())
        return ndarray(values.reshape(_sizes(size)))

    @staticmethod
    def _count(size):
        return math.prod(_sizes(size))

    def _filled(self, draw, size, *parameters):
        """A draw for each place; without a size, for each that the parameters have together."""
        shapes = [tuple(tensor_of(parameter).shape) for parameter in parameters]
        if size is None and any(shapes):
            size = tuple(_torch.broadcast_tensors(*(tensor_of(parameter) for parameter in parameters))[0].shape)
        values = [draw() for _ in range(self._count(size))]
        return _torch.tensor(values, dtype=_torch.float64).reshape(_sizes(size)), size

    # Distributions

    def random_sample(self, size=None):
        """Uniform in [0, 1)."""
        return self._shaped(self._doubles(self._count(size)), size)

    random = ranf = sample = random_sample

    def rand(self, *size):
        """Uniform in [0, 1)."""
        return self.random_sample(size or None)

    def uniform(self, low=0.0, high=1.0, size=None):
        """Uniform in [low, high)."""
        low, high = tensor_of(low).double(), tensor_of(high).double()
        if size is None and (low.dim() or high.dim()):
            size = tuple(_torch.broadcast_tensors(low, high)[0].shape)
        values = low + (high - low) * self._doubles(self._count(size)).reshape(_sizes(size))
        return self._shaped(values.reshape(-1), size)

    def standard_normal(self, size=None):
        """Normal with mean 0 and deviation 1."""
        return self._shaped(self._filled(self._gauss, size)[0].reshape(-1), size)

    def randn(self, *size):
        """Normal with mean 0 and deviation 1."""
        return self.standard_normal(size or None)

    def normal(self, loc=0.0, scale=1.0, size=None):
        """Normal with that mean and deviation."""
        if bool((tensor_of(scale) < 0).any()):
            raise ValueError("scale < 0")
        values, size = self._filled(self._gauss, size, loc, scale)
        values = tensor_of(loc).double() + tensor_of(scale).double() * values
        return self._shaped(values.reshape(-1), size)

    def exponential(self, scale=1.0, size=None):
        """Exponential with that mean."""
        values, size = self._filled(lambda: -math.log(1.0 - self._double()), size, scale)
        return self._shaped((tensor_of(scale).double() * values).reshape(-1), size)

    def randint(self, low, high=None, size=None, dtype=int):
        """Integers from low to high, high excluded; with one bound, from 0."""
        if high is None:
            low, high = 0, low
        low, high = int(low), int(high)
        if low >= high:
            raise ValueError("low >= high")
        values = [low + self._below(high - low - 1) for _ in range(self._count(size))]
        if size is None:
            return values[0] if dtype is int else int64(values[0])
        kind = _torch.int64 if dtype is int else ndarray(_torch.zeros(0)).astype(dtype)._kindling_tensor.dtype
        return ndarray(_torch.tensor(values, dtype=kind).reshape(_sizes(size)))

    # Orders

    def shuffle(self, x):
        """Puts a list or the rows of an array in another order, in place."""
        if isinstance(x, ndarray):
            x[...] = ndarray(x._kindling_tensor[self._order(len(x))])
            return
        for at in reversed(range(1, len(x))):
            other = self._below(at)
            x[at], x[other] = x[other], x[at]

    def _order(self, count):
        order = list(range(count))
        self.shuffle(order)
        return _torch.tensor(order, dtype=_torch.int64)

    def permutation(self, x):
        """The numbers below x, or the rows of x, in another order."""
        if isinstance(x, int):
            return ndarray(self._order(x))
        tensor = tensor_of(x)
        return ndarray(tensor[self._order(len(tensor))])

    def choice(self, a, size=None, replace=True, p=None):
        """Some of the numbers below a, or of a's values, with those probabilities."""
        values = a if isinstance(a, int) else tensor_of(a)
        population = values if isinstance(a, int) else len(values)
        count = self._count(size)
        if population <= 0 and count:
            raise ValueError("a must be greater than 0 unless no samples are taken")
        if not replace and count > population:
            raise ValueError("Cannot take a larger sample than population when 'replace=False'")
        if p is not None:
            places = self._weighted(tensor_of(p).double(), population, count, replace)
        elif replace:
            places = _torch.tensor([self._below(population - 1) for _ in range(count)], dtype=_torch.int64)
        else:
            places = self._order(population)[:count]
        chosen = places if isinstance(a, int) else values[places]
        if size is None:
            return int64(chosen.item()) if isinstance(a, int) else ndarray(chosen)[0]
        return ndarray(chosen.reshape(*_sizes(size), *chosen.shape[1:]))

    def _weighted(self, p, population, count, replace):
        if len(p) != population:
            raise ValueError("'a' and 'p' must have same size")
        if bool((p < 0).any()):
            raise ValueError("Probabilities are not non-negative")
        if abs(p.sum().item() - 1) > 1e-8:
            raise ValueError("Probabilities do not sum to 1. See Notes section of docstring for more information.")
        if replace:
            ends = p.cumsum(0)
            return _torch.searchsorted(ends / ends[-1], self._doubles(count), right=True)
        if int((p > 0).sum()) < count:
            raise ValueError("Fewer non-zero entries in p than size")
        p, found = p.clone(), []
        while len(found) < count:
            draws = self._doubles(count - len(found))
            if found:
                p[_torch.tensor(found)] = 0
            ends = p.cumsum(0)
            for place in _torch.searchsorted(ends / ends[-1], draws, right=True).tolist():
                if place not in found:
                    found.append(place)
        return _torch.tensor(found, dtype=_torch.int64)

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        raise NotImplementedError(f"numpy.random.{name} is not built into this numpy")


_global = RandomState()


def __getattr__(name):
    if name.startswith("_"):
        raise AttributeError(f"module 'numpy.random' has no attribute '{name}'")
    return getattr(_global, name)

"""Draws that few programs use, number by number from PyTorch's stream, as PyTorch draws them.

Start reading at `_uniforms`.
"""

import math

import _torch
from torch._kinds import in_c, refuse
from torch._modes import no_grad

# A float64 uniform is two words of the stream.
_FEW = 15


def _uniforms(count, generator):
    return _torch.rand(count, dtype=_torch.float64, generator=generator).tolist()


def _normals(count, generator):
    """One at a time in double precision; sixteen and more at once would be drawn in another way."""
    found = []
    while count:
        some = min(count, _FEW)
        found += _torch.randn(some, dtype=_torch.float64, generator=generator).tolist()
        count -= some
    return found


def _filled(like, values):
    return _torch.tensor(values, dtype=_torch.float64).to(like.dtype).reshape(like.shape)


def _refuse_whole(name, tensor):
    """A continuous distribution cannot fill whole numbers."""
    if not tensor.is_floating_point():
        raise RuntimeError(
            f"{name} distribution is a continuous probability distribution. dtype must be a floating point but you specified "
            f"{in_c(tensor)}"
        )


def _of_uniform(function, continuous=None):
    """A draw that one uniform number makes; if it has a name as a continuous one, whole numbers are refused."""

    @no_grad()
    def draw(input, *args, generator=None, **kwargs):
        if continuous is not None:
            _refuse_whole(continuous, input)
        return _filled(input, [function(u, *args, **kwargs) for u in _uniforms(input.numel(), generator)])

    return draw


cauchy = _of_uniform(lambda u, median=0.0, sigma=1.0: median + sigma * math.tan(math.pi * (u - 0.5)), "Cauchy")
geometric = _of_uniform(lambda u, p: math.ceil(math.log(u) / math.log1p(-p)))


@no_grad()
def log_normal(input, mean=1.0, std=2.0, *, generator=None):
    """What has a normal logarithm."""
    if not input.is_floating_point():
        refuse("log_normal_cpu", input)
    return _filled(input, [math.exp(mean + std * value) for value in _normals(input.numel(), generator)])


def poisson(input, generator=None):
    """For each value how often what comes that often on average comes."""
    return _filled(input, [_poisson(lam, generator) for lam in input.detach().reshape(-1).tolist()])


def _uniform(generator):
    return _torch.rand((), dtype=_torch.float64, generator=generator).item()


def _poisson(lam, generator):
    if lam < 0:
        raise RuntimeError(f"lambda must be greater than or equal to 0, got {lam}")
    if lam == 0:
        return 0
    if lam >= 10:
        return _poisson_large(lam, generator)
    end, product, count = math.exp(-lam), 1.0, 0
    while True:
        product *= _uniform(generator)
        if product <= end:
            return count
        count += 1


def _poisson_large(lam, generator):
    """By transformed rejection (Hörmann, 1993)."""
    b = 0.931 + 2.53 * math.sqrt(lam)
    a = -0.059 + 0.02483 * b
    inverse, inside = 1.1239 + 1.1328 / (b - 3.4), 0.9277 - 3.6224 / (b - 2)
    while True:
        u, v = _uniform(generator) - 0.5, _uniform(generator)
        distance = 0.5 - abs(u)
        count = math.floor((2 * a / distance + b) * u + lam + 0.43)
        if distance >= 0.07 and v <= inside:
            return count
        if count < 0 or (distance < 0.013 and v > distance):
            continue
        left = math.log(v) + math.log(inverse) - math.log(a / (distance * distance) + b)
        if left <= -lam + count * math.log(lam) - math.lgamma(count + 1):
            return count


def standard_gamma(shapes, generator=None):
    """Gamma of scale 1 for each shape (Marsaglia and Tsang, 2000), in double precision; as PyTorch draws on the CPU."""
    return _filled(shapes, [_gamma(shape, generator) for shape in shapes.detach().double().reshape(-1).tolist()])


def _gamma(alpha, generator):
    scale = 1.0
    if alpha < 1.0:
        if alpha == 0.0:
            return 0.0
        scale *= (1 - _uniform(generator)) ** (1.0 / alpha)
        alpha += 1.0
    d = alpha - 1.0 / 3.0
    c = 1.0 / math.sqrt(9.0 * d)
    while True:
        y = 0.0
        while y <= 0.0:
            x = _torch.randn((), dtype=_torch.float64, generator=generator).item()
            y = 1.0 + c * x
        v, u = y * y * y, 1 - _uniform(generator)
        if u < 1.0 - 0.0331 * x**4:
            return scale * d * v
        if math.log(u) < 0.5 * x * x + d * (1.0 - v + math.log(v)):
            return scale * d * v


def binomial(count, prob, generator=None):
    """How many of `count` tries succeed."""
    count, prob = _torch.broadcast_tensors(count, prob)
    counts, chances = (each.detach().double().reshape(-1).tolist() for each in (count, prob))
    return _filled(prob, [_binomial(tries, chance, generator) for tries, chance in zip(counts, chances)])


def _binomial(count, p, generator):
    if count <= 0 or p <= 0:
        return 0.0
    if p >= 1:
        return count
    if p > 0.5:
        return count - _binomial(count, 1 - p, generator)
    return _many_tries(count, p, generator) if count * p >= 10 else _few_tries(count, p, generator)


def _few_tries(count, p, generator):
    """By how many tries go by from success to success."""
    successes, total = 0, 0.0
    while True:
        total += math.ceil(math.log(_uniform(generator)) / math.log1p(-p))
        if total > count:
            return successes
        successes += 1


def _rest_of_stirling(k):
    """What Stirling's formula leaves of the logarithm of k factorial."""
    return math.lgamma(k + 1) - ((k + 0.5) * math.log(k + 1) - (k + 1) + 0.5 * math.log(2 * math.pi))


def _many_tries(count, p, generator):
    """By transformed rejection with squeeze (Hörmann, 1993)."""
    deviation = math.sqrt(count * p * (1 - p))
    b = 1.15 + 2.53 * deviation
    a, c = -0.0873 + 0.0248 * b + 0.01 * p, count * p + 0.5
    inside, ratio, alpha = 0.92 - 4.2 / b, p / (1 - p), (2.83 + 5.1 / b) * deviation
    mode = math.floor((count + 1) * p)
    while True:
        u, v = _uniform(generator) - 0.5, _uniform(generator)
        distance = 0.5 - abs(u)
        k = math.floor((2 * a / distance + b) * u + c)
        if distance >= 0.07 and v <= inside:
            return k
        if k < 0 or k > count:
            continue
        height = math.log(v * alpha / (a / (distance * distance) + b))
        bound = (mode + 0.5) * math.log((mode + 1) / (ratio * (count - mode + 1)))
        bound += (count + 1) * math.log((count - mode + 1) / (count - k + 1))
        bound += (k + 0.5) * math.log(ratio * (count - k + 1) / (k + 1))
        bound += (
            _rest_of_stirling(mode)
            + _rest_of_stirling(count - mode)
            - _rest_of_stirling(k)
            - _rest_of_stirling(count - k)
        )
        if height <= bound:
            return k

"""Whole numbers by distribution: Poisson, binomial, geometric, one at a time from a stream's doubles.

The methods are those of numpy, as its documentation names them: PTRS (Hörmann 1993), BTPE (Kachitvichyanukul and
Schmeiser 1988), inversion for the small ones. Start reading at `poisson`.
"""

from math import exp, floor, lgamma, log, sqrt


def poisson(stream, lam):
    if lam >= 10:
        return _poisson_large(stream, lam)
    if lam == 0:
        return 0
    end, product, count = exp(-lam), 1.0, 0
    while True:
        product *= stream._double()
        if product <= end:
            return count
        count += 1


def _poisson_large(stream, lam):
    root = sqrt(lam)
    b = 0.931 + 2.53 * root
    a = -0.059 + 0.02483 * b
    inverse = 1.1239 + 1.1328 / (b - 3.4)
    inside = 0.9277 - 3.6224 / (b - 2)
    while True:
        u, v = stream._double() - 0.5, stream._double()
        distance = 0.5 - abs(u)
        count = floor((2 * a / distance + b) * u + lam + 0.43)
        if distance >= 0.07 and v <= inside:
            return count
        if count < 0 or (distance < 0.013 and v > distance):
            continue
        left = log(v) + log(inverse) - log(a / (distance * distance) + b)
        if left <= -lam + count * log(lam) - lgamma(count + 1):
            return count


def binomial(stream, n, p):
    n = int(n)
    if n == 0 or p == 0:
        return 0
    q = p if p <= 0.5 else 1.0 - p
    found = _few(stream, n, q) if q * n <= 30.0 else _many(stream, n, q)
    return found if p <= 0.5 else n - found


def _few(stream, n, p):
    """By adding up what each count has until a uniform number is reached."""
    q = 1.0 - p
    none = exp(n * log(q))
    mean = n * p
    bound = int(min(n, mean + 10.0 * sqrt(mean * q + 1)))
    count, share, u = 0, none, stream._double()
    while u > share:
        count += 1
        if count > bound:
            count, share, u = 0, none, stream._double()
        else:
            u -= share
            share = ((n - count + 1) * p * share) / (count * q)
    return count


class _Hat:
    """What BTPE draws below: a triangle, two parallelograms and two tails."""

    def __init__(self, n, r):
        self.n, self.r, self.q = n, r, 1.0 - r
        middle = n * r + r
        self.mode = floor(middle)
        self.spread = n * r * self.q
        self.p1 = floor(2.195 * sqrt(self.spread) - 4.6 * self.q) + 0.5
        self.center = self.mode + 0.5
        self.left, self.right = self.center - self.p1, self.center + self.p1
        self.c = 0.134 + 20.5 / (15.3 + self.mode)
        a = (middle - self.left) / (middle - self.left * r)
        self.left_rate = a * (1.0 + a / 2.0)
        a = (self.right - middle) / (self.right * self.q)
        self.right_rate = a * (1.0 + a / 2.0)
        self.p2 = self.p1 * (1.0 + 2.0 * self.c)
        self.p3 = self.p2 + self.c / self.left_rate
        self.p4 = self.p3 + self.c / self.right_rate

    def place(self, u, v):
        """A count below the hat, with how high in it; or None outside. A height of None needs no test."""
        if u <= self.p1:
            return floor(self.center - self.p1 * v + u), None
        if u <= self.p2:
            x = self.left + (u - self.p1) / self.c
            v = v * self.c + 1.0 - abs(self.mode - x + 0.5) / self.p1
            return None if v > 1.0 else (floor(x), v)
        if v == 0.0:
            return None
        if u <= self.p3:
            y = floor(self.left + log(v) / self.left_rate)
            return None if y < 0 else (y, v * (u - self.p2) * self.left_rate)
        y = floor(self.right - log(v) / self.right_rate)
        return None if y > self.n else (y, v * (u - self.p3) * self.right_rate)

    def holds(self, y, v):
        """Whether the distribution itself reaches that height."""
        k = abs(y - self.mode)
        if not 20 < k < self.spread / 2.0 - 1:
            return v <= self._ratio(y)
        rho = (k / self.spread) * ((k * (k / 3.0 + 0.625) + 0.16666666666666666) / self.spread + 0.5)
        t = -k * k / (2 * self.spread)
        height = log(v)
        return height < t - rho or (height <= t + rho and height <= self._exact(y))

    def _ratio(self, y):
        s = self.r / self.q
        a, found = s * (self.n + 1), 1.0
        for at in range(self.mode + 1, y + 1):
            found *= a / at - s
        for at in range(y + 1, self.mode + 1):
            found /= a / at - s
        return found

    def _exact(self, y):
        x1, f1, z, w = y + 1, self.mode + 1, self.n + 1 - self.mode, self.n - y + 1
        found = self.center * log(f1 / x1) + (self.n - self.mode + 0.5) * log(z / w)
        found += (y - self.mode) * log(w * self.r / (x1 * self.q))
        return found + sum(_stirling(value) for value in (f1, z, x1, w))


def _stirling(value):
    square = value * value
    inner = 13680.0 - (462.0 - (132.0 - (99.0 - 140.0 / square) / square) / square) / square
    return inner / value / 166320.0


def _many(stream, n, p):
    hat = _Hat(n, p)
    while True:
        found = hat.place(stream._double() * hat.p4, stream._double())
        if found is not None and (found[1] is None or hat.holds(*found)):
            return found[0]


def geometric(stream, p):
    """How many tries until the first success."""
    if p < 0.333333333333333333333333:
        return stream._geometric_small(p)
    count, share = 1, p
    total, u = p, stream._double()
    while u > total:
        share *= 1.0 - p
        total += share
        count += 1
    return count


def multinomial(stream, n, shares):
    """How often each of several outcomes comes in n tries."""
    found, left = [0] * len(shares), 1.0
    for at, share in enumerate(shares[:-1]):
        found[at] = binomial(stream, n, share / left)
        n -= found[at]
        if n <= 0:
            return found
        left -= share
    found[-1] = n
    return found

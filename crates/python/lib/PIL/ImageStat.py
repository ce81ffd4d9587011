"""Sums of a picture's values, band by band: `Stat`.

What it is not: counts of values, which are `Image.histogram`. Start reading at `Stat`.
"""

import functools
import math


class Stat:
    """What the values of each band come to, where the mask is not 0."""

    def __init__(self, image_or_list, mask=None):
        if isinstance(image_or_list, list):
            self.h = image_or_list
        elif hasattr(image_or_list, "histogram"):
            self.h = image_or_list.histogram() if mask is None else image_or_list.histogram(mask)
        else:
            raise TypeError("first argument must be image or list")
        self.bands = list(range(len(self.h) // 256))

    def _band(self, at):
        return list(enumerate(self.h[at * 256 : at * 256 + 256]))

    def _each(self, function):
        return [function(self._band(at)) for at in self.bands]

    @functools.cached_property
    def extrema(self):
        """The least and the largest value of each band."""

        def ends(band):
            there = [value for value, count in band if count]
            return (there[0], there[-1]) if there else (255, 0)

        return self._each(ends)

    @functools.cached_property
    def count(self):
        """How many values each band has."""
        return self._each(lambda band: sum(count for _, count in band))

    @functools.cached_property
    def sum(self):
        """The sum of each band."""
        return self._each(lambda band: sum(value * count for value, count in band))

    @functools.cached_property
    def sum2(self):
        """The sum of squares of each band."""
        return self._each(lambda band: sum(value * value * count for value, count in band))

    @functools.cached_property
    def mean(self):
        """The mean of each band."""
        return [total / count if count else 0 for total, count in zip(self.sum, self.count)]

    @functools.cached_property
    def median(self):
        """The middle value of each band."""

        def middle(band):
            half, before = sum(count for _, count in band) // 2, 0
            for value, count in band:
                before += count
                if before > half:
                    break
            return value

        return self._each(middle)

    @functools.cached_property
    def rms(self):
        """The root of the mean square of each band."""
        return [math.sqrt(total / count) if count else 0 for total, count in zip(self.sum2, self.count)]

    @functools.cached_property
    def var(self):
        """The variance of each band."""
        parts = zip(self.sum2, self.sum, self.count)
        return [(squares - total**2.0 / count) / count if count else 0 for squares, total, count in parts]

    @functools.cached_property
    def stddev(self):
        """The deviation of each band."""
        return [math.sqrt(each) for each in self.var]


Global = Stat

"""vectorize with signatures and excluded arguments, frompyfunc, and arrays of a program's own class reduced."""

import numpy as np
from each_line import each_line


class Length(np.ndarray):
    def __new__(cls, values, unit=None):
        made = np.asarray(values).view(cls)
        made.unit = unit
        return made

    def __array_finalize__(self, source):
        self.unit = getattr(source, "unit", None)


class Told(np.ndarray):
    def __array_ufunc__(self, ufunc, method, *inputs, **kwargs):
        print(ufunc.__name__, method)
        return getattr(ufunc, method)(*[np.asarray(each) for each in inputs], **kwargs)


a, b = Length([[1.0, 2], [3, 4]], "m"), np.arange(3).view(Told)
add = np.frompyfunc(lambda x, y: x + y, 2, 1)
seen = []
flags = np.array([True, False, True])

each_line("""
np.vectorize(lambda x, y: x @ y, signature="(n),(n)->()")(np.ones((3, 2)), [1, 2])
np.vectorize(lambda x: np.array([x, x * 2]), signature="()->(k)")([1, 2])
np.vectorize(np.polyval, excluded=["p"])(p=[1, 2, 3], x=[0, 1]), np.vectorize(pow, excluded=[1])([1, 2, 3], 2)
np.vectorize(lambda x: seen.append(x) or x)([1, 2])
seen
np.vectorize(lambda x: 1 / x)([1, 0])
np.vectorize(lambda x: (x, -x), otypes="fi")([1, 2])
add([1, 2], [3, 4]), add.reduce([1, 2, 3]), add.accumulate([1, 2, 3]), add.outer([1, 2], [3, 4]), add
np.frompyfunc(divmod, 2, 2)([7, 8], 3)
a.sum(), a.mean(axis=0), a.max().unit, np.sort(a), np.median(a, axis=0), a.cumsum().unit, np.zeros_like(a), np.asanyarray(a) is a, -a
b + 1, np.sin(b)[:1], b.sum()
flags ** 2, flags @ flags, np.round(flags), np.abs(flags), np.dot(flags, ~flags)
+flags
np.broadcast_arrays([1, 2], [1, 2, 3])
np.partition([3, 1, 2], 5)
np.linalg.norm([[1, 2]], "bad")
""", globals())

"""`flat`: the values of an array in a row.

What it is not: an array; `ravel` gives one. Start reading at `flatiter`.
"""


class flatiter:
    """The values of an array in a row, to go through and to write."""

    def __init__(self, array):
        self._array, self._at = array, 0

    def __iter__(self):
        return iter(self._array.ravel())

    def __next__(self):
        if self._at >= self._array.size:
            raise StopIteration
        self._at += 1
        return self._array.ravel()[self._at - 1]

    def __len__(self):
        return self._array.size

    def __getitem__(self, key):
        return self._array.ravel()[key]

    def __setitem__(self, key, value):
        flat = self._array.ravel().copy()
        flat[key] = value
        self._array[...] = flat.reshape(self._array.shape)


flatiter.__module__ = "numpy"

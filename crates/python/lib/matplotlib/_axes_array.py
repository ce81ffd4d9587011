"""Axes in a grid, as `plt.subplots` returns them. Start reading at `AxesArray`."""


class AxesArray(list):
    """What `subplots` returns for more than one: indexed as numpy's arrays of objects are."""

    @property
    def __class__(self):
        """As numpy's arrays for those who ask what it is."""
        from numpy import ndarray

        return ndarray

    def __getattr__(self, name):
        """What is seldom asked of it is asked of numpy's array of the same axes."""
        if name.startswith("__"):
            raise AttributeError(f"'numpy.ndarray' object has no attribute {name!r}")
        return getattr(self._as_plain(), name)

    @property
    def flat(self):
        """One after the other; as numpy's, it can be indexed, too."""
        return self.ravel()

    @property
    def ndim(self):
        return len(self.shape)

    def tolist(self):
        return [list(row) if isinstance(row, AxesArray) else row for row in list.__iter__(self)]

    def reshape(self, *shape):
        shape = shape[0] if len(shape) == 1 and isinstance(shape[0], tuple) else shape
        every = self.ravel()
        if len(shape) == 1:
            return every
        across = shape[1] if shape[1] != -1 else len(every) // shape[0]
        return AxesArray([AxesArray(every[at:at + across]) for at in range(0, len(every), across)])

    @property
    def T(self):
        if self.ndim == 1:
            return self
        return AxesArray([AxesArray(column) for column in zip(*list.__iter__(self))])

    @property
    def shape(self):
        inner = self[0]
        return (len(self), len(inner)) if isinstance(inner, AxesArray) else (len(self),)

    def _as_plain(self):
        from numpy import array

        return array([list(row) if isinstance(row, AxesArray) else row for row in self], dtype=object)

    def __repr__(self):
        return repr(self._as_plain())

    def __str__(self):
        return str(self._as_plain())

    @property
    def size(self):
        return len(self.ravel())

    def ravel(self):
        nested = isinstance(list.__getitem__(self, 0), AxesArray)
        return AxesArray([axes for row in self for axes in row]) if nested else AxesArray(self)

    flatten = ravel

    def copy(self, order="C"):
        return self._as_plain().copy(order)

    def __getitem__(self, key):
        row, column = key if isinstance(key, tuple) and len(key) == 2 else (key, None)
        kinds = type(row), type(column)
        try:
            if kinds in ((int, int), (int, slice)):
                return list.__getitem__(self, row)[column]
            if kinds in ((slice, int), (slice, slice)):
                return AxesArray([each[column] for each in list.__getitem__(self, row)])
            if kinds in ((int, type(None)), (slice, type(None))) and key is row:
                found = list.__getitem__(self, key)
                return AxesArray(found) if isinstance(key, slice) else found
        except (IndexError, TypeError):
            # Numpy says what is wrong.
            pass
        return self._as_plain()[key]


AxesArray.__name__ = AxesArray.__qualname__ = "ndarray"
AxesArray.__module__ = "numpy"

"""`matrix`: an array of two dimensions always, whose `*` is the product of matrices, as older courses have it.

What it is not: another way to store numbers. Start reading at `matrix`.
"""

import _torch
from numpy import _print, _ufunc
from numpy._array import ndarray
from numpy._make import array, asarray
from numpy._numbers import scalar


def _rows_of(text):
    """Numbers in a text: rows by semicolons, as `"1 2; 3 4"`."""
    rows = [[_number(word) for word in row.replace(",", " ").split()] for row in text.strip("[]").split(";")]
    if len({len(row) for row in rows}) > 1:
        raise ValueError("Rows not the same size.")
    return rows


def _number(word):
    from ast import literal_eval

    return literal_eval(word)


class matrix(ndarray):
    """A matrix, of nested lists, of a text, or of an array."""

    __slots__ = ()
    __array_priority__ = 10.0
    _is_matrix = True

    def __new__(cls, data, dtype=None, copy=True):
        return ndarray.__new__(cls)

    def __init__(self, data, dtype=None, copy=True):
        found = array(_rows_of(data) if isinstance(data, str) else data, dtype=dtype, copy=copy)
        if found.ndim > 2:
            raise ValueError("matrix must be 2-dimensional")
        ndarray.__init__(self, _torch.atleast_2d(found._kindling_tensor))

    def __array_wrap__(self, found, *context):
        return _made(found)

    def __array__(self, dtype=None, copy=None):
        found = ndarray(self._kindling_tensor, None, self)
        return found if dtype is None else found.astype(dtype)

    _as_plain = __array__
    A = property(lambda self: self.__array__())
    A1 = property(lambda self: self.__array__().ravel())
    H = T = property(lambda self: self.transpose())

    @property
    def I(self):  # noqa: E743
        """The inverse, or what is nearest to one."""
        from numpy import linalg

        rows, columns = self.shape
        return _made((linalg.inv if rows == columns else linalg.pinv)(self.A))

    def __getitem__(self, index):
        found = self.A[index]
        if not isinstance(found, ndarray) or not found.ndim:
            return found
        if found.ndim == 1:
            is_column = isinstance(index, tuple) and len(index) > 1 and hasattr(index[1], "__index__") and not isinstance(
                index[1], ndarray
            )
            found = found.reshape(-1, 1) if is_column else found.reshape(1, -1)
        return _made(found)

    def __iter__(self):
        return (_made(row) for row in self.A)

    def tolist(self):
        return self.A.tolist()

    def getA(self):
        return self.A

    def __mul__(self, other):
        if isinstance(other, (ndarray, list, tuple)) and asarray(other).ndim:
            from numpy._array import product, wrap

            return _made(wrap(product(self.A, _made(asarray(other)).A)))
        return _made(self.A * other)

    def __rmul__(self, other):
        if isinstance(other, (ndarray, list, tuple)) and asarray(other).ndim:
            from numpy._array import product, wrap

            return _made(wrap(product(_made(asarray(other)).A, self.A)))
        return _made(other * self.A)

    __imul__ = __mul__

    def __pow__(self, power):
        from numpy import linalg

        return _made(linalg.matrix_power(self.A, power))

    def __repr__(self):
        notes = [] if self.dtype.name in ("float64", "int64", "bool") else [f"dtype={self.dtype.name}"]
        text = _print.text(self._kindling_tensor, len("matrix("), ", ") if self.size else "[]"
        return _print.array_text(text, notes).replace("array(", "matrix(", 1)

    def __reduce__(self):
        return matrix, (self.tolist(), self.dtype.name)


matrix.__module__ = "numpy"


def _made(found):
    """What was found as a matrix, if it is an array; a scalar stays."""
    if not isinstance(found, ndarray):
        return found
    if not found._is_plain or found.ndim > 2:
        return found
    if not found.ndim:
        return scalar(found._kindling_tensor)
    made = ndarray.__new__(matrix)
    ndarray.__init__(made, _torch.atleast_2d(found._kindling_tensor))
    return made


def _operator(sign):
    method = getattr(ndarray, sign)

    def apply(self, *others):
        others = [each.A if isinstance(each, matrix) else each for each in others]
        return _made(method(self.A, *others))

    return apply


for _name in (*_ufunc._NAMES, "matmul"):
    for _sign in (f"__{_name}__", f"__r{_name}__"):
        if _sign not in ("__mul__", "__rmul__", "__pow__"):
            setattr(matrix, _sign, _operator(_sign))
for _sign in (*(f"__{_name}__" for _name in _ufunc._COMPARISONS), "__neg__", "__pos__", "__abs__", "__invert__"):
    setattr(matrix, _sign, _operator(_sign))
matrix.__hash__ = None


def _moving(name):
    method = getattr(ndarray, name)

    def apply(self, *args, **kwargs):
        return _made(method(self.A, *args, **kwargs))

    return apply


for _name in ("transpose", "copy", "astype", "reshape", "ravel", "flatten", "round", "clip", "swapaxes", "dot", "squeeze"):
    setattr(matrix, _name, _moving(_name))


def _reduction(name):
    """Along an axis a matrix is left, of one row or of one column."""
    method = getattr(ndarray, name)

    def apply(self, axis=None, *args, **kwargs):
        if axis is None:
            return method(self.A, None, *args, **kwargs)
        from numpy import expand_dims

        return _made(expand_dims(method(self.A, axis, *args, **kwargs), axis))

    return apply


for _name in ("sum", "mean", "prod", "std", "var", "max", "min", "any", "all", "argmax", "argmin"):
    setattr(matrix, _name, _reduction(_name))


def asmatrix(data, dtype=None):
    """As matrix, without a copy where none is needed."""
    return data if isinstance(data, matrix) and dtype is None else matrix(data, dtype, copy=False)


def bmat(obj, ldict=None, gdict=None):
    """A matrix of matrices in rows."""
    if isinstance(obj, str) or ldict is not None or gdict is not None:
        raise NotImplementedError("numpy.bmat: texts are not built into this numpy")
    from numpy import concatenate

    if isinstance(obj, ndarray):
        return matrix(obj)
    rows = obj if isinstance(obj[0], (list, tuple)) else [obj]
    parts = [concatenate([asarray(each) for each in row], axis=1) for row in rows]
    return matrix(concatenate(parts, axis=0))

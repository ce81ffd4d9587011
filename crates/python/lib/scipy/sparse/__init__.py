"""Tables of mostly zeros: made of arrays or of values with their places, and put beside each other.

What it is not: solvers for large ones. Start reading at `_table`; what they can do is `_matrix`'.
"""

import numpy as np
from scipy._missing import missing
from scipy.sparse._matrix import CLASSES, Sparse, SparseArray, sparse_of

spmatrix, sparray = Sparse, SparseArray


def _table(format, arg, shape, dtype):
    """A table of an array, of a shape, of values with their rows and columns, or of values as they are stored."""
    if isinstance(arg, Sparse):
        table = arg._table
    elif isinstance(arg, tuple) and len(arg) == 2 and all(hasattr(each, "__index__") for each in arg):
        table = np.zeros(arg, dtype=float if dtype is None else dtype)
    elif isinstance(arg, tuple) and len(arg) == 2 and format != "dia":
        values, (rows, columns) = arg
        table = _summed(values, rows, columns, shape)
    elif isinstance(arg, tuple) and len(arg) == 3:
        values, indices, starts = (np.asarray(each).tolist() for each in arg)
        lines = [line for line, (a, b) in enumerate(zip(starts, starts[1:])) for _ in range(b - a)]
        shape = shape if shape is not None or format == "csr" else (max(indices) + 1, len(starts) - 1)
        shape = shape if shape is not None else (len(starts) - 1, max(indices) + 1)
        table = _summed(values, *((lines, indices) if format == "csr" else (indices, lines)), shape)
    else:
        table = np.asarray(arg)
        if table.ndim > 2:
            raise TypeError("invalid input format")
    return table if dtype is None else table.astype(dtype)


def _summed(values, rows, columns, shape):
    """Values at places; those of one place are added."""
    values = np.asarray(values)
    rows, columns = (np.asarray(each).astype(int) for each in (rows, columns))
    shape = (int(rows.max()) + 1, int(columns.max()) + 1) if shape is None else tuple(shape)
    if len(rows) and (int(rows.max()) >= shape[0] or int(columns.max()) >= shape[1]):
        name, at = ("row", 0) if int(rows.max()) >= shape[0] else ("column", 1)
        top = (rows, columns)[at].max()
        raise ValueError(f"axis {at} index {top} exceeds matrix dimension {shape[at]}")
    table = np.zeros(shape, dtype=values.dtype)
    np.add.at(table, (rows, columns), values)
    return table


def _constructor(kind, format):
    class Made(kind):
        def __init__(self, arg1, shape=None, dtype=None, copy=False):
            self._set(_table(format, arg1, shape, dtype))

    Made.format = format
    CLASSES[kind._is_array, format] = Made
    Made.__name__ = Made.__qualname__ = f"{format}_{'array' if kind._is_array else 'matrix'}"
    Made.__module__ = "scipy.sparse"
    return Made


for _kind in (Sparse, SparseArray):
    for _format in ("csr", "csc", "coo", "lil", "dok", "bsr", "dia"):
        _class = _constructor(_kind, _format)
        globals()[_class.__name__] = _class


def issparse(x):
    """Whether it is a table of here."""
    return isinstance(x, Sparse)


def isspmatrix(x):
    """Whether it is a matrix of here, and no array."""
    return isinstance(x, Sparse) and not isinstance(x, SparseArray)


def isspmatrix_csr(x):
    """Whether it is such a matrix of compressed rows."""
    return isspmatrix(x) and x.format == "csr"


def eye(m, n=None, k=0, dtype=float, format=None):
    """Ones on a diagonal."""
    return sparse_of(np.eye(m, n, k, dtype=dtype), format or "dia")


def identity(n, dtype="d", format=None):
    """Ones on the diagonal of a square."""
    return eye(n, dtype=dtype, format=format)


def eye_array(m, n=None, *, k=0, dtype=float, format=None):
    """The same as an array."""
    return sparse_of(np.eye(m, n, k, dtype=dtype), format or "dia", True)


def diags(diagonals, offsets=0, shape=None, format=None, dtype=None):
    """Diagonals with values of their own."""
    if np.ndim(offsets) == 0:
        diagonals, offsets = [diagonals] if np.ndim(diagonals[0]) == 0 else diagonals, [offsets]
    diagonals = [np.atleast_1d(each) for each in diagonals]
    size = len(diagonals[0]) + abs(offsets[0])
    table = np.zeros((size, size) if shape is None else shape, dtype=np.result_type(*diagonals, float) if dtype is None else dtype)
    for values, offset in zip(diagonals, offsets):
        count = min(table.shape[0] + min(offset, 0), table.shape[1] - max(offset, 0))
        places = np.arange(count)
        table[places - min(offset, 0), places + max(offset, 0)] = values if len(values) == 1 else values[:count]
    return sparse_of(table, format or "dia")


def _joined(blocks, format, dtype, axis):
    tables = [each._table if isinstance(each, Sparse) else np.atleast_2d(np.asarray(each)) for each in blocks]
    is_array = any(isinstance(each, SparseArray) for each in blocks)
    formats = {each.format for each in blocks if isinstance(each, Sparse)}
    made = np.concatenate(tables, axis=axis)
    own = "csr" if axis == 0 and formats == {"csr"} else "csc" if axis == 1 and formats == {"csc"} else "coo"
    return sparse_of(made if dtype is None else made.astype(dtype), format or own, is_array)


def hstack(blocks, format=None, dtype=None):
    """Tables beside each other."""
    return _joined(blocks, format, dtype, 1)


def vstack(blocks, format=None, dtype=None):
    """Tables below each other."""
    return _joined(blocks, format, dtype, 0)


def kron(A, B, format=None):
    """Each value of one times the whole of the other."""
    return sparse_of(np.kron(np.asarray(A), np.asarray(B)), format or "bsr")


def find(A):
    """The rows, the columns and the values of what is not zero, column by column."""
    table = A.tocsc()
    return table.row, table.col, table.data


def triu(A, k=0, format=None):
    """What is on a diagonal and above."""
    return sparse_of(np.triu(np.asarray(A), k), format or "coo")


def tril(A, k=0, format=None):
    """What is on a diagonal and below."""
    return sparse_of(np.tril(np.asarray(A), k), format or "coo")


_MADE = "block_array block_diag bmat diags_array kronsum load_npz rand random random_array save_npz spdiags"
_absent = missing(__name__, "csgraph")


def __getattr__(name):
    if name == "linalg":
        return __import__("scipy.sparse.linalg", fromlist=("linalg",))
    if name in _MADE.split():
        return getattr(__import__("scipy.sparse._made", fromlist=(name,)), name)
    return _absent(name)

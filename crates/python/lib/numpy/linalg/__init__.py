"""`numpy.linalg`: linear algebra, by torch's where torch has it.

Not the eigenvalues of matrices that are not symmetric: those are `_eigen`'s. Start reading at `_square`.
"""

import math

import torch
from _scalars import INTS
from numpy._array import ndarray, wrap
from numpy._errors import checked_axis
from numpy._make import asarray, eye
from numpy._products import cross, matmul, outer, trace, vecdot
from numpy._products import tensordot as _tensordot
from numpy._rearrange import diagonal, moveaxis
from numpy._numbers import int32
from numpy._functions import UFUNCS, as_floats


__all__ = (
    "LinAlgError cholesky cond cross det diagonal eig eigh eigvals eigvalsh inv lstsq matmul matrix_norm matrix_power matrix_rank "
    "matrix_transpose multi_dot norm outer pinv qr slogdet solve svd svdvals tensordot tensorinv tensorsolve trace vecdot vector_norm"
).split()


class LinAlgError(ValueError):
    """What is asked of a matrix cannot be had."""


LinAlgError.__module__ = "numpy.linalg"


def _result(title, *names):
    """A tuple whose parts have names, too."""

    def show(self):
        return f"{title}({', '.join(f'{name}={value!r}' for name, value in zip(names, self))})"

    parts = {name: property(lambda self, at=at: self[at]) for at, name in enumerate(names)}
    return type(title, (tuple,), {"__repr__": show, "__module__": "numpy.linalg", **parts})


EigResult, EighResult = (_result(title, "eigenvalues", "eigenvectors") for title in ("EigResult", "EighResult"))
QRResult, SVDResult = _result("QRResult", "Q", "R"), _result("SVDResult", "U", "S", "Vh")
SlogdetResult = _result("SlogdetResult", "sign", "logabsdet")


def _is_complex(*arrays):
    """Whether one of them is of complex numbers."""
    return any(asarray(a).dtype.kind == "c" for a in arrays)


def _square_complex(a):
    a = _rows_complex(a)
    if a.shape[-1] != a.shape[-2]:
        raise LinAlgError("Last 2 dimensions of the array must be square")
    return a


def _rows_complex(a, name=None):
    """A matrix of complex numbers; a stack of them only where no name is told."""
    from numpy._complex import as_complex

    a = as_complex(asarray(a))
    if a.ndim < 2:
        raise LinAlgError(f"{a.ndim}-dimensional array given. Array must be at least two-dimensional")
    if name is not None and a.ndim > 2:
        raise NotImplementedError(f"numpy.linalg.{name}: stacks of complex matrices are not built into this numpy")
    return a


def _floats(a):
    a = asarray(a)
    if a.dtype.kind in "biu":
        return a._kindling_tensor.double()
    tensor = as_floats(a)
    if tensor.dtype is torch.float16:
        raise TypeError("array type float16 is unsupported in linalg")
    return tensor


def _matrices(a):
    if not asarray(a).ndim:
        raise LinAlgError("0-dimensional array given. Array must be at least two-dimensional")
    tensor = _floats(a)
    if tensor.dim() < 2:
        raise LinAlgError(f"{tensor.dim()}-dimensional array given. Array must be at least two-dimensional")
    return tensor


def _square(a):
    tensor = _matrices(a)
    if tensor.shape[-1] != tensor.shape[-2]:
        raise LinAlgError("Last 2 dimensions of the array must be square")
    return tensor


def _or_singular(function, *tensors):
    try:
        return function(*tensors)
    except torch.linalg.LinAlgError:
        raise LinAlgError("Singular matrix") from None


def norm(x, ord=None, axis=None, keepdims=False):
    """The norm of a vector or matrix."""
    if _is_complex(x):
        from numpy.linalg._complex import size_of

        x = asarray(x)
        if ord in (2, -2, "nuc") and (x.ndim == 2 if axis is None else not isinstance(axis, INTS)):
            values = svdvals(x)
            return {2: values.max, -2: values.min, "nuc": values.sum}[ord](axis=-1)
        x = size_of(x)
    tensor = _floats(x)
    if axis is None and ord is not None and tensor.dim() not in (1, 2):
        raise ValueError("Improper number of dimensions to norm.")
    if isinstance(ord, str) and (tensor.dim() if axis is None else 1 if isinstance(axis, INTS) else len(axis)) == 1:
        raise ValueError(f"Invalid norm order {ord!r} for vectors")
    if axis is None and ord is None:
        # As numpy has it: the root of the whole's product with itself.
        flat = tensor.reshape(-1)
        found = torch.sqrt(torch.dot(flat, flat))
        return wrap(found.reshape((1,) * tensor.dim()) if keepdims else found)
    if isinstance(ord, str) and ord not in ("fro", "nuc"):
        raise ValueError("Invalid norm order for matrices.")
    if isinstance(axis, INTS):
        checked_axis(axis, tensor.dim())
    if ord is None or (ord == "fro" and axis is None):
        axes = tuple(range(tensor.dim())) if axis is None else axis
        return wrap(torch.sqrt((tensor * tensor).sum(axes, keepdim=keepdims)))
    return wrap(torch.linalg.norm(tensor, ord, axis, keepdims))


def vector_norm(x, *, axis=None, keepdims=False, ord=2):
    x = asarray(x)
    return wrap(torch.linalg.vector_norm(_floats(abs(x) if _is_complex(x) else x), ord, axis, keepdims))


def matrix_norm(x, *, keepdims=False, ord="fro"):
    if _is_complex(x):
        return norm(x, ord, (-2, -1), keepdims)
    return wrap(torch.linalg.matrix_norm(_floats(x), ord, keepdim=keepdims))


def inv(a):
    """The inverse."""
    if _is_complex(a):
        from numpy.linalg._complex import doubled, halved

        return halved(_or_singular(torch.linalg.inv, doubled(_square_complex(a))._kindling_tensor))
    found = ndarray(_or_singular(torch.linalg.inv, _square(a)))
    return a.__array_wrap__(found) if hasattr(a, "_as_plain") else found


def pinv(a, rcond=None, hermitian=False, *, rtol=None):
    """The pseudoinverse."""
    if _is_complex(a):
        from numpy.linalg._complex import doubled, halved

        return halved(pinv(doubled(_rows_complex(a)), rcond, hermitian, rtol=rtol)._kindling_tensor)
    tensor = _matrices(a)
    share = rcond if rcond is not None else 1e-15 if rtol is None else rtol
    return ndarray(torch.linalg.pinv(tensor, rtol=share, hermitian=hermitian))


def det(a):
    """The determinant."""
    # As numpy has it: by the logarithm of its size.
    if _is_complex(a):
        from numpy.linalg._complex import sign_and_size

        sign, size = sign_and_size(_square_complex(a))
        return sign * UFUNCS["exp"](size)
    sign, size = _sign_and_size(_square(a))
    return wrap(sign * torch.exp(size))


def _sign_and_size(matrices):
    """The determinant's sign and the logarithm of its size: of the factors' diagonal, one after the other."""
    factors, pivots, _ = torch.linalg.lu_factor_ex(matrices)
    ends = torch.diagonal(factors, dim1=-2, dim2=-1)
    swaps = (pivots != torch.arange(1, pivots.shape[-1] + 1)).sum(-1)
    sign = torch.where(swaps % 2 == 1, -1.0, 1.0).to(ends.dtype) * torch.sign(ends).prod(-1) + 0.0
    size = torch.zeros_like(sign)
    for at in range(ends.shape[-1]):
        size = size + torch.log(ends[..., at].abs())
    return sign, size


def slogdet(a):
    """The determinant's sign, and the logarithm of its size."""
    if _is_complex(a):
        from numpy.linalg._complex import sign_and_size

        return SlogdetResult(sign_and_size(_square_complex(a)))
    sign, size = _sign_and_size(_square(a))
    return SlogdetResult((wrap(sign), wrap(size)))


def solve(a, b):
    """The x with a @ x = b."""
    if _is_complex(a, b):
        from numpy.linalg._complex import solve as of_complex

        return of_complex(_square_complex(a), b, solve)
    a, b = _square(a), _floats(b)
    size, rows = a.shape[-1], b.shape[0 if b.dim() == 1 else -2]
    if size != rows:
        signature = "(m,m),(m)->(m)" if b.dim() == 1 else "(m,m),(m,n)->(m,n)"
        raise ValueError(
            f"solve{'1' if b.dim() == 1 else ''}: Input operand 1 has a mismatch in its core dimension 0, with gufunc "
            f"signature {signature} (size {rows} is different from {size})"
        )
    kind = torch.promote_types(a.dtype, b.dtype)
    return ndarray(_or_singular(torch.linalg.solve, a.to(kind), b.to(kind)))


def lstsq(a, b, rcond=None):
    """The x that brings a @ x closest to b, how far that is, the rank and the singular values."""
    if _is_complex(a, b):
        return _closest_complex(_rows_complex(a, "lstsq"), asarray(b), rcond)
    for each in (asarray(a), asarray(b)):
        if each.ndim < (2 if each.ndim and each is not b else 1):
            raise LinAlgError(f"{each.ndim}-dimensional array given. Array must be two-dimensional")
        break
    if asarray(a).ndim != 2 or asarray(b).ndim not in (1, 2):
        wrong = asarray(a).ndim if asarray(a).ndim != 2 else asarray(b).ndim
        raise LinAlgError(f"{wrong}-dimensional array given. Array must be two-dimensional")
    a, b = _matrices(a), _floats(b)
    if a.shape[0] != b.shape[0]:
        raise LinAlgError("Incompatible dimensions")
    kind = torch.promote_types(a.dtype, b.dtype)
    a, b = a.to(kind), b.to(kind)
    rcond = _torch_eps(kind) * max(a.shape) if rcond is None else rcond
    u, s, vh = torch.linalg.svd(a, False)
    rank = int((s > rcond * s.max()).sum()) if s.numel() else 0
    right = b.reshape(len(b), -1)
    found = vh[:rank].T @ ((u[:, :rank].T @ right) / s[:rank].reshape(-1, 1))
    is_full = rank == a.shape[1] and a.shape[0] > a.shape[1]
    away = a @ found - right
    residuals = (away * away).sum(0) if is_full else a.new_zeros((0,))
    return ndarray(found.reshape(a.shape[1:] + b.shape[1:])), ndarray(residuals), int32(rank), ndarray(s)


def _closest_complex(a, b, rcond):
    from numpy.linalg._complex import solve as of_complex

    found = of_complex(a, b, lambda double, sides: lstsq(double, sides, rcond)[0])
    values = svdvals(a)
    rank = int((values > (2.0**-52 * max(a.shape) if rcond is None else rcond) * values.max()).sum()) if values.size else 0
    away = abs((a @ found - b).reshape(len(a), -1)) ** 2
    is_full = rank == a.shape[1] and a.shape[0] > a.shape[1]
    return found, away.sum(0) if is_full else away.sum(0)[:0], int32(rank), values


def _torch_eps(kind):
    return torch.finfo(kind).eps


def matrix_rank(A, tol=None, hermitian=False, *, rtol=None):
    """How many rows are independent."""
    if _is_complex(A):
        values = svdvals(A)
        least = tol if tol is not None else values.max() * (max(asarray(A).shape[-2:]) * 2.0**-52 if rtol is None else rtol)
        return (values > least).sum(-1)
    tensor = _floats(A)
    if tensor.dim() < 2:
        return int(bool((tensor != 0).any()))
    return wrap(torch.linalg.matrix_rank(tensor, atol=tol, rtol=rtol, hermitian=hermitian))


def svd(a, full_matrices=True, compute_uv=True, hermitian=False):
    """U, the singular values and Vh."""
    if not compute_uv:
        return svdvals(a)
    if _is_complex(a):
        from numpy.linalg._complex import svd as of_complex

        return SVDResult(of_complex(_rows_complex(a, "svd"), full_matrices))
    tensor = _matrices(a)
    if tensor.shape == (2, 2) and tensor.dtype is torch.float64 and bool(torch.isfinite(tensor).all()):
        from numpy.linalg._two import svd_of_two

        return SVDResult(ndarray(torch.tensor(part, dtype=torch.float64)) for part in svd_of_two(tensor.tolist()))
    if _is_of_few(tensor, full_matrices):
        from numpy.linalg._values import svd_of_few

        parts = svd_of_few(tensor.tolist(), full_matrices)
        return SVDResult(ndarray(torch.tensor(part, dtype=torch.float64).to(tensor.dtype)) for part in parts)
    return SVDResult(ndarray(each) for each in torch.linalg.svd(tensor, full_matrices))


def _is_of_few(tensor, full_matrices):
    """Whether a matrix is as small as those whose vectors' signs are looked at."""
    if tensor.dim() != 2 or not tensor.numel() or not bool(torch.isfinite(tensor).all()):
        return False
    low, high = sorted(tensor.shape)
    # The lists of a larger one would take long.
    return low <= 25 and low * high * (high if full_matrices else low) <= 20_000


def svdvals(x):
    """The singular values."""
    if _is_complex(x):
        from numpy.linalg._complex import doubled

        # Each is twice among those of the real matrix.
        return svdvals(doubled(_rows_complex(x)))[..., ::2].copy()
    return ndarray(torch.linalg.svdvals(_matrices(x)))


def eigh(a, UPLO="L"):
    """Eigenvalues in rising order and eigenvectors, as columns, of a symmetric matrix."""
    if _is_complex(a):
        from numpy.linalg._complex import eigh as of_complex

        _rows_complex(a, "eigh")
        return EighResult(of_complex(_square_complex(a), UPLO))
    tensor = _square(a)
    from numpy.linalg._symmetric import MOST, eigh_of_few

    is_few = tensor.dim() == 2 and 1 < len(tensor) <= MOST and tensor.dtype is torch.float64
    if is_few and UPLO.upper() == "L" and bool(tensor.isfinite().all()):
        return EighResult(ndarray(torch.tensor(part, dtype=torch.float64)) for part in eigh_of_few(tensor.tolist()))
    values, vectors = (ndarray(each) for each in torch.linalg.eigh(tensor, UPLO))
    return EighResult((values, vectors))


def eigvalsh(a, UPLO="L"):
    """The eigenvalues of a symmetric matrix, in rising order."""
    if _is_complex(a):
        return eigh(a, UPLO).eigenvalues
    return ndarray(torch.linalg.eigvalsh(_square(a), UPLO))


def eig(a):
    """The eigenvalues and eigenvectors, as columns, of a square matrix."""
    from numpy.linalg._eigen import eigen

    values, vectors = eigen(_finite(a), True)
    return EigResult((values, vectors))


def eigvals(a):
    """The eigenvalues of a square matrix."""
    from numpy.linalg._eigen import eigen

    return eigen(_finite(a), False)[0]


def _finite(a):
    if _is_complex(a):
        return _square_complex(a)
    tensor = _square(a)
    if not bool(torch.isfinite(tensor).all()):
        raise LinAlgError("Array must not contain infs or NaNs")
    return tensor


def cholesky(a, /, *, upper=False):
    """The lower triangle L with a = L @ L.T."""
    if _is_complex(a):
        from numpy.linalg._complex import cholesky as of_complex

        _rows_complex(a, "cholesky")
        found = of_complex(_square_complex(a), upper)
        if found is None:
            raise LinAlgError("Matrix is not positive definite")
        return found
    try:
        found = torch.linalg.cholesky(_square(a))
    except torch.linalg.LinAlgError:
        raise LinAlgError("Matrix is not positive definite") from None
    return ndarray(found.mT.contiguous() if upper else found)


def qr(a, mode="reduced"):
    """Orthonormal columns and an upper triangle whose product is a."""
    if mode not in ("reduced", "complete", "r"):
        raise ValueError(f"Unrecognized mode '{mode}'")
    if _is_complex(a):
        from numpy.linalg._complex import qr as of_complex

        found = of_complex(_rows_complex(a, "qr"), mode)
        return found if mode == "r" else QRResult(found)
    q, r = torch.linalg.qr(_matrices(a), mode)
    return ndarray(r) if mode == "r" else QRResult((ndarray(q), ndarray(r)))


def cond(x, p=None):
    """How much a matrix magnifies errors."""
    if _is_complex(x):
        if p in (None, 2, -2):
            values = svdvals(x)
            most, least = values[..., 0], values[..., -1]
            return least / most if p == -2 else most / least
        return norm(x, p, (-2, -1)) * norm(inv(x), p, (-2, -1))
    return wrap(torch.linalg.cond(_matrices(x), p))


def matrix_power(a, n):
    """A matrix times itself so often."""
    a = asarray(a)
    if a.ndim < 2:
        raise LinAlgError(f"{a.ndim}-dimensional array given. Array must be at least two-dimensional")
    if a.shape[-1] != a.shape[-2]:
        raise LinAlgError("Last 2 dimensions of the array must be square")
    if not hasattr(n, "__index__"):
        raise TypeError("exponent must be an integer")
    if n < 0:
        a, n = inv(a), -n
    if a.dtype.kind == "c":
        from numpy.linalg._complex import power

        return power(a, n) if n else a * 0 + eye(a.shape[-1])
    if a.dtype.kind == "b":
        return matrix_power(a.astype(int), n).astype(bool)
    return ndarray(torch.linalg.matrix_power(a._kindling_tensor, n))


def multi_dot(arrays):
    """The product of several matrices."""
    if len(arrays) < 2:
        raise ValueError("Expecting at least two arrays.")
    found = arrays[0]
    for each in arrays[1:]:
        found = matmul(found, each)
    return found


def matrix_transpose(x):
    """Rows as columns."""
    x = asarray(x)
    if x.ndim < 2:
        raise ValueError(f"Input array must be at least 2-dimensional, but it is {x.ndim}")
    return x.swapaxes(-1, -2)


def tensordot(x1, x2, /, *, axes=2):
    """Sums of products over several axes."""
    return _tensordot(x1, x2, axes)


def tensorinv(a, ind=2):
    """The inverse of `tensordot` with an array."""
    a = asarray(a)
    if ind <= 0:
        raise ValueError("Invalid ind argument.")
    first, last = a.shape[:ind], a.shape[ind:]
    return inv(a.reshape(math.prod(last), -1)).reshape(*last, *first)


def tensorsolve(a, b, axes=None):
    """The x of tensordot(a, x, x.ndim) = b."""
    a, b = asarray(a), asarray(b)
    for axis in axes or ():
        a = moveaxis(a, axis, -1)
    last = a.shape[b.ndim - a.ndim :] if b.ndim < a.ndim else a.shape
    if a.size != math.prod(last) ** 2:
        raise LinAlgError(
            "Input arrays must satisfy the requirement             prod(a.shape[b.ndim:]) == prod(a.shape[:b.ndim])"
        )
    return solve(a.reshape(math.prod(last), math.prod(last)), b.ravel()).reshape(last)


def __getattr__(name):
    raise AttributeError(f"module 'numpy.linalg' has no attribute '{name}'")

"""Products of arrays: outer, inner, by subscripts, of polynomials and of blocks.

`dot` and `matmul` are `_array`'s. Start reading at `einsum`.
"""

import math

import _torch
from _scalars import INTS
from _torch import Tensor
from numpy._array import matrix_product, ndarray, product, wrap
from numpy._create import tensor_of
from numpy._errors import shape_text
from numpy._make import asarray, keeps_unsigned, of_parts
from numpy._rearrange import _common


@keeps_unsigned
@of_parts
def dot(a, b, out=None):
    """The product of vectors, of matrices, or of numbers with either."""
    is_plain = type(a) is ndarray and type(b) is ndarray
    if not is_plain and (hasattr(a, "_as_plain") or hasattr(b, "_as_plain")):
        return a * b
    fits = is_plain and 0 < a.ndim < 3 and 0 < b.ndim < 3 and a.shape[-1] == b.shape[0]
    found = a @ b if fits else wrap(product(a, b))
    if out is None:
        return found
    out[...] = found
    return out


@keeps_unsigned
def matmul(x1, x2, out=None):
    """The product of matrices, or of stacks of them."""
    if out is None and any(getattr(getattr(x, "dtype", None), "kind", "") == "c" and isinstance(x, ndarray) for x in (x1, x2)):
        return asarray(x1) @ asarray(x2)
    found = matrix_product(x1, x2)
    if out is None:
        return found if isinstance(x1, Tensor) or isinstance(x2, Tensor) else wrap(found)
    out[...] = wrap(found)
    return out


def vdot(a, b):
    """The sum of the products of all values."""
    a, b = asarray(a).ravel(), asarray(b).ravel()
    return dot(a.conj() if a.dtype.kind == "c" else a, b.reshape(a.shape))


def vecdot(x1, x2, axis=-1):
    """The products of vectors along an axis."""
    x1 = asarray(x1)
    return ((x1.conj() if x1.dtype.kind == "c" else x1) * asarray(x2)).sum(axis=axis)


def outer(a, b, out=None):
    """Each value of a times each of b."""
    a, b = asarray(a), asarray(b)
    found = a.reshape(-1, 1) * b.reshape(1, -1)
    if out is None:
        return found
    out[...] = found
    return out


@keeps_unsigned
@of_parts
def inner(a, b):
    """The sums of the products along the last axes."""
    a, b = asarray(a), asarray(b)
    if a.ndim == 0 or b.ndim == 0:
        return a * b
    if a.shape[-1] != b.shape[-1]:
        raise ValueError(
            f"shapes {shape_text(a.shape)} and {shape_text(b.shape)} not aligned: {a.shape[-1]} (dim {a.ndim - 1}) != "
            f"{b.shape[-1]} (dim {b.ndim - 1})"
        )
    return wrap(tensor_of(tensordot(a, b, (-1, -1))))


@keeps_unsigned
@of_parts
def tensordot(a, b, axes=2):
    """The sums of products over axes of one and of the other."""
    a, b = _common([asarray(a), asarray(b)])
    if isinstance(axes, INTS):
        first, second = list(range(a.dim() - axes, a.dim())), list(range(axes))
    else:
        first, second = ([each] if isinstance(each, INTS) else list(each) for each in axes)
    sizes = [(a.shape[x], b.shape[y]) for x, y in zip(first, second)]
    if len(first) != len(second) or any(x != y for x, y in sizes):
        raise ValueError("shape-mismatch for sum")
    first, second = [axis % a.dim() for axis in first], [axis % b.dim() for axis in second]
    rest = [axis for axis in range(a.dim()) if axis not in first], [axis for axis in range(b.dim()) if axis not in second]
    count = math.prod(a.shape[axis] for axis in first)
    left = a.permute(*rest[0], *first).reshape(-1, count)
    right = b.permute(*second, *rest[1]).reshape(count, -1)
    found = (left @ right).reshape([a.shape[axis] for axis in rest[0]] + [b.shape[axis] for axis in rest[1]])
    # Without axes that are left it is an array all the same.
    return ndarray(found)


@keeps_unsigned
@of_parts
def einsum(*operands, optimize=False, out=None):
    """Sums of products by Einstein's subscripts."""
    subscripts, *arrays = operands
    if not isinstance(subscripts, str):
        raise NotImplementedError("numpy.einsum: subscripts as lists are not built into this numpy")
    tensors = _common([asarray(a) for a in arrays])
    try:
        found = wrap(_torch.einsum(subscripts, *tensors))
    except RuntimeError as error:
        raise ValueError(str(error)) from None
    if out is None:
        return found
    out[...] = found
    return out


@keeps_unsigned
@of_parts
def kron(a, b):
    """Each value of a times the whole of b, laid out as a."""
    return wrap(_torch.kron(*_common([asarray(a), asarray(b)])))


@keeps_unsigned
@of_parts
def cross(a, b, axisa=-1, axisb=-1, axisc=-1, axis=None):
    """The vectors at right angles to pairs of vectors."""
    if axis is not None:
        axisa = axisb = axisc = axis
    if not asarray(a).ndim or not asarray(b).ndim:
        raise ValueError("At least one array has zero dimension")
    a, b = (tensor.movedim(at, -1) for tensor, at in zip(_common([asarray(a), asarray(b)]), (axisa, axisb)))
    if a.shape[-1] == b.shape[-1] == 2:
        return ndarray(a[..., 0] * b[..., 1] - a[..., 1] * b[..., 0])
    if a.shape[-1] != 3 or b.shape[-1] != 3:
        raise ValueError(
            f"Both input arrays must be (arrays of) 3-dimensional vectors, but they are {a.shape[-1]} and {b.shape[-1]} "
            "dimensional instead."
        )
    (x1, y1, z1), (x2, y2, z2) = a.unbind(-1), b.unbind(-1)
    found = _torch.stack([y1 * z2 - z1 * y2, z1 * x2 - x1 * z2, x1 * y2 - y1 * x2], -1)
    return ndarray(found.movedim(-1, axisc) if found.dim() > 1 else found)


def trace(a, offset=0, axis1=0, axis2=1):
    """The sum of the diagonal."""
    from numpy._rearrange import diagonal

    return diagonal(a, offset, axis1, axis2).sum(-1)


@keeps_unsigned
@of_parts
def convolve(a, v, mode="full"):
    """The products of polynomials; a mean that moves along."""
    a, v = _common([asarray(a).ravel(), asarray(v).ravel()])
    if not len(a):
        raise ValueError("a cannot be empty")
    if not len(v):
        raise ValueError("v cannot be empty")
    if len(v) > len(a):
        a, v = v, a
    found = _torch.zeros(len(a) + len(v) - 1, dtype=a.dtype)
    for at, factor in enumerate(v.unbind()):
        found[at : at + len(a)] += a * factor
    if mode == "full":
        return ndarray(found)
    if mode == "same":
        start = (len(v) - 1) // 2
        return ndarray(found[start : start + len(a)].clone())
    if mode != "valid":
        raise ValueError("mode must be one of 'valid', 'same', or 'full'")
    return ndarray(found[len(v) - 1 : len(a)].clone())


@keeps_unsigned
def correlate(a, v, mode="valid"):
    """The products with one array moved along the other."""
    a, v = asarray(a).ravel(), asarray(v).ravel()
    if mode == "same" and len(v) > len(a):
        raise NotImplementedError("numpy.correlate: mode='same' with the shorter array first is not built into this numpy")
    v = v[::-1].copy()
    return convolve(a, v.conj() if v.dtype.kind == "c" else v, mode)

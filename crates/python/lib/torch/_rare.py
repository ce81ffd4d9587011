"""Functions of `torch` composed from others that few programs use: they come when one of them is asked for."""

import builtins

import _torch
from _scalars import INTS
from _torch import Size, Tensor
from torch._functions import _checked, meshgrid, set_default_dtype
from torch import linalg
from torch.linalg import matrix_power


def _assert(condition, message):
    """As the assert statement."""
    assert condition, message


def broadcast_shapes(*shapes):
    """The size that tensors of these sizes have together."""
    sizes = [(shape,) if isinstance(shape, INTS) else tuple(shape) for shape in shapes]
    whole = [1] * max(map(len, sizes), default=0)
    for at, shape in enumerate(sizes):
        for back in builtins.range(-1, -len(shape) - 1, -1):
            if shape[back] < 0:
                raise ValueError("Attempting to broadcast a dimension with negative length!")
            if shape[back] in (1, whole[back]):
                continue
            if whole[back] != 1:
                raise RuntimeError(
                    f"Attempting to broadcast a dimension of length {shape[back]} at {back}! Mismatching argument at index "
                    f"{at} had {shape}; but expected shape should be broadcastable to {whole}"
                )
            whole[back] = shape[back]
    return Size(whole)


def combinations(input, r=2, with_replacement=False):
    """Every choice of r values, a row each, in the order of the places."""
    if _checked("combinations", input).dim() != 1:
        raise RuntimeError(f"Expect a 1D vector, but got shape {list(input.shape)}")
    if r < 0:
        raise RuntimeError(f"Expect a non-negative number, but got {r}")
    if r == 0:
        return input.new_empty((0,))
    grids = meshgrid(*[_torch.arange(input.numel(), device=input.device)] * r, indexing="ij")
    chosen = _torch.ones_like(grids[0], dtype=_torch.bool)
    for before, after in zip(grids, grids[1:]):
        chosen = chosen & (before <= after if with_replacement else before < after)
    return input[_torch.stack([grid[chosen] for grid in grids], 1)]


def tril_indices(row, col, offset=0, *, dtype=_torch.int64, device="cpu"):
    """Where a matrix of these sizes has its lower triangle: rows, then columns."""
    return _torch.ones(row, col, device=device).tril(offset).nonzero().t().to(dtype)


def triu_indices(row, col, offset=0, *, dtype=_torch.int64, device="cpu"):
    """Where a matrix of these sizes has its upper triangle: rows, then columns."""
    return _torch.ones(row, col, device=device).triu(offset).nonzero().t().to(dtype)


def vander(x, N=None, *, increasing=False):
    """Powers of a vector's values, a row each, by default the highest first."""
    powers = linalg.vander(x, N=N)
    return powers if increasing else powers.flip(-1)


def cartesian_prod(*tensors):
    """Every way to take one value of each tensor, a row each."""
    for tensor in tensors:
        if tensor.dim() != 1:
            raise RuntimeError(f"Expect a 1D vector, but got shape {list(tensor.shape)}")
    if len(tensors) == 1:
        return tensors[0]
    return _torch.stack([grid.reshape(-1) for grid in meshgrid(*tensors, indexing="ij")], -1)


def corrcoef(input):
    """How far the rows of observations go together: covariances over the deviations, from -1 to 1."""
    if _checked("corrcoef", input).dim() > 2:
        raise RuntimeError(
            f"corrcoef(): expected input to have two or fewer dimensions but got an input with {input.dim()} dimensions"
        )
    covariances = cov(input)
    if covariances.dim() == 0:
        return covariances / covariances
    deviations = covariances.diagonal().sqrt()
    return (covariances / deviations.unsqueeze(1) / deviations.unsqueeze(0)).clamp(-1, 1)


def cov(input, *, correction=1, fweights=None, aweights=None):
    """The covariances of variables, a row each, over their observations."""
    if _checked("cov", input).dim() > 2:
        raise RuntimeError(
            f"cov(): expected input to have two or fewer dimensions but got an input with {input.dim()} dimensions"
        )
    for name, weights in (("fweights", fweights), ("aweights", aweights)):
        count = input.shape[-1] if input.dim() else 1
        if weights is not None and weights.numel() != count:
            raise RuntimeError(
                f"cov(): expected {name} to have the same numel as there are observations in the input but got "
                f"{weights.numel()} != {count}"
            )
    rows = input if input.dim() == 2 else input.reshape(1, -1)
    if not rows.dtype.is_floating_point:
        rows = rows.to(_torch.get_default_dtype())
    weights = None
    for given in (fweights, aweights):
        if given is not None:
            weights = given if weights is None else weights * given
    if weights is None:
        centered = rows - rows.mean(1, keepdim=True)
        scaled, count = centered, rows.shape[1] - correction
    else:
        total = weights.sum()
        centered = rows - (rows * weights).sum(1, keepdim=True) / total
        scaled = centered * weights
        lost = 1 if aweights is None or correction == 0 else (weights * aweights).sum() / total
        count = total - correction * lost
    if count <= 0:
        _torch._warn(
            "cov(): degrees of freedom is <= 0. Correction should be strictly less than the number of observations."
        )
        count = 0
    return (scaled @ centered.T / count).squeeze()


def range(start=0, end=None, step=1, *, dtype=None, device=None, requires_grad=False):
    """As arange, but with its end."""
    _torch._warn(
        "torch.range is deprecated and will be removed in a future release because its behavior is inconsistent with "
        "Python's range builtin. Instead, use torch.arange, which produces values in [start, end)."
    )
    if end is None:
        start, end = 0, start
    if step == 0:
        raise RuntimeError("step must be nonzero")
    if (end - start) * step < 0:
        raise RuntimeError("upper bound and lower bound inconsistent with step sign")
    count = int((end - start) / step) + 1
    dtype = _torch.get_default_dtype() if dtype is None else dtype
    whole = _torch.arange(count, dtype=dtype, device=device) * step + start
    return whole.requires_grad_(requires_grad)


def set_default_tensor_type(t):
    """Which dtype floats have, by the name of a tensor's type: `torch.DoubleTensor`, `"torch.FloatTensor"`."""
    _torch._warn(
        "torch.set_default_tensor_type() is deprecated as of PyTorch 2.1, please use torch.set_default_dtype() and "
        "torch.set_default_device() as alternatives."
    )
    name = t if isinstance(t, str) else f"torch.{getattr(t, '__name__', t)}"
    dtypes = {"torch.FloatTensor": _torch.float32, "torch.Tensor": _torch.float32, "torch.DoubleTensor": _torch.float64}
    if name not in dtypes:
        raise TypeError("invalid type object" if not isinstance(t, str) else f"invalid type: '{t}'")
    set_default_dtype(dtypes[name])


def tensor_split(input, indices_or_sections, dim=0):
    """So many parts, the first ones larger by one where it does not come out even; or parts that end at indices."""
    if _checked("tensor_split", input).dim() == 0:
        raise RuntimeError("tensor_split expected at least a 1-dimensional tensor, but got a tensor with 0 dims")
    length = input.size(dim)
    if isinstance(indices_or_sections, Tensor):
        indices_or_sections = indices_or_sections.tolist()
    if isinstance(indices_or_sections, INTS):
        if indices_or_sections <= 0:
            raise RuntimeError(f"number of sections must be larger than 0, got {indices_or_sections}")
        part, rest = divmod(length, indices_or_sections)
        return input.split([part + (at < rest) for at in builtins.range(indices_or_sections)], dim)
    ends = [min(max(end + length if end < 0 else end, 0), length) for end in indices_or_sections]
    starts = [0, *ends]
    return tuple(
        input.narrow(dim, start, max(end - start, 0)) for start, end in zip(starts, [*ends, length])
    )

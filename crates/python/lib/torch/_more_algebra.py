"""Products, statistics, windows and decompositions that few programs use.

Start reading anywhere: each stands alone.
"""

import math

import _torch
from _scalars import INTS, NUMBERS
from torch.autograd._named import node
from torch import linalg
from torch._kinds import in_c, kind_of, refuse


def vdot(input, other):
    """The sum of products of two vectors."""
    return _torch.dot(input, other)


@node("BaddbmmBackward0")
def baddbmm(input, batch1, batch2, *, beta=1, alpha=1):
    """beta times input plus alpha times the products of two stacks of matrices."""
    if not input.dtype is batch1.dtype is batch2.dtype:
        kinds = [in_c(tensor) for tensor in (input, batch1, batch2)]
        raise RuntimeError(
            f"Input dtypes must be the same, got: input {kinds[0]}, batch1: {kinds[1]}, batch2: {kinds[2]}"
        )
    product = _torch.bmm(batch1, batch2)
    return _weighted(beta, input, product.shape) + alpha * product


@node("AddbmmBackward0")
def addbmm(input, batch1, batch2, *, beta=1, alpha=1):
    """As `baddbmm`, all products added up."""
    if batch1.dim() == batch2.dim() == 3 and batch1.size(0) != batch2.size(0):
        sizes = batch1.size(0), batch2.size(0)
        raise RuntimeError(f"batch1 and batch2 must have same number of batches, got {sizes[0]} and {sizes[1]}")
    product = _torch.bmm(batch1, batch2).sum(0)
    if input.dtype is not product.dtype:
        raise RuntimeError(f"self and mat2 must have the same dtype, but got {kind_of(input)} and {kind_of(product)}")
    return _weighted(beta, input, product.shape) + alpha * product


def _weighted(beta, input, shape):
    """beta times what is stretched to a shape, or nothing of it for 0."""
    return beta * input.expand(shape) if beta else _torch.zeros(shape, dtype=input.dtype, device=input.device)


@node("AddmvBackward0")
def addmv(input, mat, vec, *, beta=1, alpha=1):
    """beta times input plus alpha times a matrix times a vector."""
    if not input.dtype is mat.dtype is vec.dtype:
        kinds = [kind_of(tensor) for tensor in (input, mat, vec)]
        raise RuntimeError(
            f"addmv input tensors must have the same dtype, but got {kinds[0]}, {kinds[1]}, and {kinds[2]}"
        )
    if mat.dim() == 2 and vec.dim() == 1 and (mat.size(1) != vec.size(0) or input.size(-1) not in (1, mat.size(0))):
        raise RuntimeError(
            f"size mismatch, got input ({input.size(-1)}), mat ({mat.size(0)}x{mat.size(1)}), vec ({vec.size(0)})"
        )
    return beta * input + alpha * _torch.mv(mat, vec)


@node("AddrBackward0")
def addr(input, vec1, vec2, *, beta=1, alpha=1):
    """beta times input plus alpha times the outer product."""
    return beta * input + alpha * _torch.outer(vec1, vec2)


def chain_matmul(*matrices):
    """The product of several matrices."""
    _torch._warn(
        "torch.chain_matmul is deprecated and will be removed in a future PyTorch release. Use torch.linalg.multi_dot "
        "instead, which accepts a list of two or more tensors rather than multiple parameters."
    )
    return linalg.multi_dot(matrices)


def _expect_square(name, A):
    if A.dim() < 2:
        raise RuntimeError(f"linalg.{name}: The input tensor A must have at least 2 dimensions.")
    if A.size(-1) != A.size(-2):
        raise RuntimeError(
            f"linalg.{name}: A must be batches of square matrices, but they are {A.size(-2)} by {A.size(-1)} matrices"
        )


@node("LinalgMatrixExpBackward0")
def matrix_exp(input):
    """The exponential of a matrix, by its series on a scaled matrix, squared again."""
    _expect_square("matrix_exp", input)
    kind, input = input.dtype, input.double()
    size = float(input.detach().abs().sum(-1).max()) if input.numel() else 0.0
    squarings = max(0, math.ceil(math.log2(size)) + 4) if size > 0 else 0
    small = input / 2**squarings
    found = term = _torch.eye(input.size(-1), dtype=input.dtype, device=input.device).expand(input.shape)
    for order in range(1, 13):
        term = term @ small / order
        found = found + term
    for _ in range(squarings):
        found = found @ found
    return found.to(kind)


def cholesky_inverse(L, upper=False):
    """The inverse of the matrix that a triangle is of."""
    if L.dim() < 2:
        raise RuntimeError("cholesky_inverse: The input tensor A must have at least 2 dimensions.")
    if L.dtype not in (_torch.float32, _torch.float64):
        refuse("cholesky_inverse_out_cpu", L)
    return linalg.inv(_squared(L, upper))


def cholesky_solve(B, L, upper=False):
    """The solution for the matrix that a triangle is of."""
    if B.dtype is not L.dtype:
        raise RuntimeError(
            f"Expected b and A to have the same dtype, but found b of type {kind_of(B)} and A of type {kind_of(L)} instead."
        )
    return linalg.solve(_squared(L, upper), B)


def _squared(L, upper):
    """The matrix that a triangle is of; what lies on the other side of the diagonal is not looked at."""
    return L.triu().mT @ L.triu() if upper else L.tril() @ L.tril().mT


def solve_triangular(A, B, *, upper, left=True, unitriangular=False):
    """The X with A @ X = B, or X @ A = B, for a triangle A."""
    A = A.triu() if upper else A.tril()
    if unitriangular:
        eye = _torch.eye(A.size(-1), dtype=A.dtype)
        A = A * (1 - eye) + eye
    return linalg.solve(A, B) if left else linalg.solve(A.mT, B.mT).mT


@node("MulBackward1")
def trapezoid(y, x=None, *, dx=1, dim=-1):
    """The area below a line through points."""
    y = y.movedim(dim, -1)
    steps = dx if x is None else x.diff() if x.dim() == 1 else x.movedim(dim, -1).diff()
    return (steps * (y[..., 1:] + y[..., :-1]) / 2.0).sum(-1)


@node("CumsumBackward0")
def cumulative_trapezoid(y, x=None, *, dx=1, dim=-1):
    """The area up to each point."""
    y = y.movedim(dim, -1)
    steps = dx if x is None else x.diff() if x.dim() == 1 else x.movedim(dim, -1).diff()
    return (steps * (y[..., 1:] + y[..., :-1]) / 2.0).cumsum(-1).movedim(-1, dim)


def gradient(input, *, spacing=1, dim=None, edge_order=1):
    """Slopes: by both neighbours, at the ends by one."""
    if edge_order != 1 or not isinstance(spacing, NUMBERS):
        raise NotImplementedError("torch.gradient: edge_order=2 and spacing by coordinates are not built into this torch")
    dims = range(input.dim()) if dim is None else (dim,) if isinstance(dim, INTS) else dim
    return tuple(_slope(input, spacing, each) for each in dims)


def _slope(input, step, dim):
    y = input.movedim(dim, -1)
    ends = (y[..., 1:2] - y[..., :1]) / step, (y[..., -1:] - y[..., -2:-1]) / step
    inner = (y[..., 2:] - y[..., :-2]) / (2 * step)
    return _torch.cat([ends[0], inner, ends[1]], -1).movedim(-1, dim)


def nanmedian(input, dim=None, keepdim=False):
    """The middle of what is a number, the lower of two."""
    flat = input.reshape(-1) if dim is None else input.movedim(dim, -1)
    counts = (~flat.isnan()).sum(-1, keepdim=True)
    ordered, places = flat.sort(-1)
    at = ((counts - 1) // 2).clamp(min=0)
    values, indices = ordered.gather(-1, at).squeeze(-1), places.gather(-1, at).squeeze(-1)
    values = _torch.where(counts.squeeze(-1) == 0, math.nan, values).to(input.dtype)
    if dim is None:
        return values
    from torch import return_types

    if keepdim:
        values, indices = values.unsqueeze(dim), indices.unsqueeze(dim)
    return return_types.make("nanmedian", ("values", "indices"), (values, indices))


def nanquantile(input, q, dim=None, keepdim=False, *, interpolation="linear"):
    """As `quantile`, of what is a number."""
    flat = input.reshape(-1) if dim is None else input.movedim(dim, -1)
    rows = [
        (
            _torch.quantile(row[~row.isnan()], q, interpolation=interpolation)
            if bool((~row.isnan()).any())
            else row.new_tensor(math.nan)
        )
        for row in flat.reshape(-1, flat.size(-1))
    ]
    found = _torch.stack(rows, -1)
    found = found.reshape(*found.shape[:-1], *flat.shape[:-1]) if dim is not None else found.squeeze(-1)
    return found.unsqueeze(dim) if keepdim and dim is not None else found


def _check_histogram(input, bins, range, weight):
    name = "torch.histogramdd"
    if input.dtype not in (_torch.float32, _torch.float64):
        refuse("histogramdd", input)
    if weight is not None and weight.shape != input.shape:
        raise RuntimeError(
            f"{name}: if weight tensor is provided it should have the same shape as the input tensor excluding its innermost "
            f"dimension, but got input with shape {[input.numel(), 1]} and weight with shape {list(weight.shape)}"
        )
    if isinstance(bins, _torch.Tensor):
        if bins.dim() != 1:
            raise RuntimeError(
                f"{name}: bins tensor should have one dimension, but got {bins.dim()} dimensions in the bins tensor for "
                "dimension 0"
            )
        if bins.dtype is not input.dtype:
            raise RuntimeError(
                f"{name}: input tensor and bins tensors should have the same dtype, but got input with dtype {in_c(input)} and "
                f"bins for dimension 0 with dtype {in_c(bins)}"
            )
    elif bins <= 0:
        raise RuntimeError(f"torch.histogram(): bins must be > 0, but got {bins} for dimension 0")
    elif range is not None and range[0] > range[1]:
        raise RuntimeError(f"{name}: min should not exceed max, but got min {range[0]:g} max {range[1]:g} for dimension 0")


def histogram(input, bins=100, *, range=None, weight=None, density=False):
    """How much falls into each bin, and the bins' ends."""
    from torch import return_types

    _check_histogram(input, bins, range, weight)
    values = input.reshape(-1)
    if isinstance(bins, INTS):
        low, high = range if range is not None else (values.min().item(), values.max().item())
        low, high = (low - 0.5, high + 0.5) if low == high else (low, high)
        ends = _torch.linspace(low, high, bins + 1, dtype=input.dtype)
    else:
        ends = bins
    places = (_torch.searchsorted(ends, values, right=True) - 1).clamp(max=len(ends) - 2)
    inside = (values >= ends[0]) & (values <= ends[-1])
    weights = _torch.ones_like(values) if weight is None else weight.reshape(-1)
    counts = _torch.zeros(len(ends) - 1, dtype=input.dtype).index_add(0, places[inside], weights[inside])
    counts = counts / counts.sum() / ends.diff() if density else counts
    return return_types.make("histogram", ("hist", "bin_edges"), (counts, ends))


def _window(*shares):
    def make(window_length, periodic=True, *, dtype=None, device=None, requires_grad=False):
        if window_length <= 1:
            return _torch.ones(window_length, dtype=dtype, device=device, requires_grad=requires_grad)
        turns = window_length if periodic else window_length - 1
        kind = _torch.get_default_dtype() if dtype is None else dtype
        angles = _torch.arange(window_length, dtype=kind) * (2 * math.pi / turns)
        window = sum((-1) ** at * share * _torch.cos(at * angles) for at, share in enumerate(shares))
        return window.to(device).requires_grad_(requires_grad) if device is not None else window.requires_grad_(requires_grad)

    return make


hann_window, blackman_window = _window(0.5, 0.5), _window(0.42, 0.5, 0.08)


def hamming_window(window_length, periodic=True, alpha=0.54, beta=0.46, *, dtype=None):
    """The window of Hamming."""
    return _window(alpha, beta)(window_length, periodic, dtype=dtype)


def bartlett_window(window_length, periodic=True, *, dtype=None):
    """A window like a tent."""
    turns = window_length if periodic else window_length - 1
    places = _torch.arange(window_length, dtype=_torch.float64)
    found = 1 - (2 * places / turns - 1).abs()
    return found.to(_torch.get_default_dtype() if dtype is None else dtype)


def svd_lowrank(A, q=6, niter=2, M=None):
    """The q largest singular values with their vectors."""
    u, s, vh = linalg.svd(A if M is None else A - M, False)
    return u[..., :q], s[..., :q], vh.mT[..., :q]


def pca_lowrank(A, q=None, center=True, niter=2):
    """The q directions in which rows differ most."""
    q = min(6, *A.shape[-2:]) if q is None else q
    return svd_lowrank(A - A.mean(-2, keepdim=True) if center else A, q)


@node("RenormBackward0")
def renorm(input, p, dim, maxnorm):
    """Parts along a dimension made no longer than a norm."""
    if input.dim() < 2:
        raise RuntimeError(f"renorm: input needs at least 2 dimensions, got {input.dim()} dimensions")
    if maxnorm < 0:
        raise RuntimeError(f"renorm: expected maxnorm to be >= 0 but got {maxnorm}")
    moved = input.movedim(dim, 0)
    norms = _torch.norm(moved.reshape(moved.size(0), -1), float(p), -1)
    factors = _torch.where(norms > maxnorm, maxnorm / (norms + 1e-7), _torch.ones_like(norms))
    return (moved * factors.reshape(-1, *[1] * (moved.dim() - 1))).movedim(0, dim)


def bincount(input, weights=None, minlength=0):
    """How often each whole number occurs, or the sum of the weights where it does: float64, but for float32's own."""
    if weights is None:
        return _torch.bincount(input, minlength=minlength)
    if weights.dim() != 1 or weights.shape != input.shape:
        raise RuntimeError("weights should be 1-d and have the same length as input")
    kept = weights if weights.dtype is _torch.float32 else weights.double()
    return _torch.bincount(input, kept, minlength)


@node("NansumBackward0")
def nansum(input, dim=None, keepdim=False, *, dtype=None):
    """The sum of what is a number."""
    input = input if dtype is None else input.to(dtype)
    add = _torch.nansum if input.is_floating_point() else _torch.sum
    return add(input, keepdim=keepdim) if dim is None else add(input, dim, keepdim)


def _check_contracted(a, b, of_a, of_b):
    for one, other in zip(of_a, of_b):
        if a.size(one) != b.size(other):
            raise RuntimeError(
                f"contracted dimensions need to match, but first has size {a.size(one)} in dim {one} and second has size "
                f"{b.size(other)} in dim {other}"
            )


def tensordot(a, b, dims=2, out=None):
    """Sums of products over several dimensions: the last of one and the first of the other, or a list for each."""
    if out is not None:
        raise NotImplementedError("tensordot(): the argument 'out' is not built into this torch; assign the result instead")
    if isinstance(dims, _torch.Tensor):
        dims = dims.tolist() if dims.numel() > 1 else int(dims)
    if a.dtype is not b.dtype:
        raise RuntimeError("both inputs should have same dtype")
    if isinstance(dims, INTS):
        if dims < 0:
            raise RuntimeError(f"tensordot expects dims >= 0, but got dims={dims}")
        if 0 < dims <= min(a.dim(), b.dim()):
            _check_contracted(a, b, range(-dims, 0), range(dims))
        return _torch.tensordot(a, b, dims)
    if not isinstance(dims, (list, tuple)):
        raise RuntimeError(
            "tensordot expects dims to be int or tuple[list[int], list[int]] or list[list[int]] containing two lists, but got "
            f"dims={dims}"
        )
    of_a, of_b = dims
    for given in (of_a, of_b):
        if not isinstance(given, (list, tuple)):
            raise TypeError(
                f"tensordot(): argument 'dims_self' (position 3) must be tuple of ints, not {type(given).__name__}"
            )
    if len(of_a) != len(of_b):
        raise RuntimeError("both dimension lists should have same length")
    _check_contracted(a, b, of_a, of_b)
    of_a, of_b = [at % a.dim() for at in of_a], [at % b.dim() for at in of_b]
    rest_a, rest_b = ([at for at in range(each.dim()) if at not in used] for each, used in ((a, of_a), (b, of_b)))
    count = math.prod(a.size(at) for at in of_a)
    rows, columns = a.permute(*rest_a, *of_a).reshape(-1, count), b.permute(*of_b, *rest_b).reshape(count, -1)
    return (rows @ columns).reshape([*(a.size(at) for at in rest_a), *(b.size(at) for at in rest_b)])

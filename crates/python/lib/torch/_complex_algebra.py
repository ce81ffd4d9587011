"""Linear algebra of complex tensors: by real matrices twice as large, which have gradients, or by numpy's, which have none.

Not products (`_complex_functions`), nor eigenvalues (`_eigen`). Start reading at `_doubled`.
"""

import _torch
from torch._complex_tensor import ComplexTensor
from torch._complex_values import function


def _doubled(z):
    """The real matrix [[re, -im], [im, re]], which multiplies and is inverted as the complex one is."""
    return _torch.cat([_torch.cat([z._re, -z._im], -1), _torch.cat([z._im, z._re], -1)], -2)


def _halved(double):
    rows, columns = double.size(-2) // 2, double.size(-1) // 2
    return ComplexTensor(double[..., :rows, :columns], double[..., rows:, :columns])


def _check_square(name, z):
    if z.dim() < 2:
        raise RuntimeError(f"linalg.{name}: The input tensor A must have at least 2 dimensions.")
    if z.size(-1) != z.size(-2):
        raise RuntimeError(
            f"linalg.{name}: A must be batches of square matrices, but they are {z.size(-2)} by {z.size(-1)} matrices"
        )


@function("linalg_inv", "inverse")
def _inv(A):
    _check_square("inv", A)
    return _halved(_torch._linalg["inv"](_doubled(A)))


@function("linalg_pinv", "pinverse")
def _pinv(A, rcond=1e-15):
    return _halved(_torch._linalg["pinv"](_doubled(A), rtol=rcond))


@function("linalg_solve")
def _solve(A, B, left=True):
    if not left:
        raise NotImplementedError("torch.linalg.solve: left=False is not built into this torch for complex numbers")
    A, B = ComplexTensor.of(A), ComplexTensor.of(B)
    _check_square("solve", A)
    is_vector = B.dim() == 1 or B.dim() == A.dim() - 1
    re, im = (part.unsqueeze(-1) if is_vector else part for part in (B._re, B._im))
    found = _torch._linalg["solve"](_doubled(A), _torch.cat([re, im], -2))
    rows = found.size(-2) // 2
    made = ComplexTensor(found[..., :rows, :], found[..., rows:, :])
    return made.squeeze(-1) if is_vector else made


@function("linalg_svdvals")
def _svdvals(A):
    # Each is twice among those of the real matrix.
    return _torch._linalg["svdvals"](_doubled(A))[..., ::2]


@function("linalg_det", "det")
def _det(A):
    _check_square("det", A)
    if A.requires_grad and _torch.is_grad_enabled():
        raise NotImplementedError("torch.linalg.det of complex numbers has no gradient in this torch; call it on A.detach()")
    from numpy.linalg import det

    found, kind = det(A.detach().numpy()), A._re.dtype
    if hasattr(found, "_re"):
        return ComplexTensor(found._re.to(kind), found._im.to(kind))
    return ComplexTensor.of_number(complex(found), kind)

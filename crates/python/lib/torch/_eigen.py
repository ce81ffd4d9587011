"""`torch.linalg.eig` and `eigvals`: eigenvalues of any square matrix, which are complex numbers.

Not how they are computed (`numpy/linalg/_eigen.py`), nor symmetric matrices (`eigh`). Start reading at `eig`.
"""

import _torch
from torch import return_types
from torch._complex import ComplexTensor, word


def eig(A):
    """The eigenvalues and eigenvectors, as columns, of a square matrix or of each of a batch."""
    found = _found("linalg_eig", A, True)
    return return_types.make("linalg_eig", ("eigenvalues", "eigenvectors"), found)


def eigvals(A):
    """The eigenvalues of a square matrix, or of each of a batch."""
    return _found("linalg_eigvals", A, False)[0]


def _found(name, A, with_vectors):
    if not isinstance(A, _torch.Tensor):
        raise TypeError(f"{name}(): argument 'input' (position 1) must be Tensor, not {type(A).__name__}")
    short = name.replace("_", ".", 1)
    if A.dim() < 2:
        raise RuntimeError(f"{short}: The input tensor A must have at least 2 dimensions.")
    if A.size(-1) != A.size(-2):
        raise RuntimeError(
            f"{short}: A must be batches of square matrices, but they are {A.size(-2)} by {A.size(-1)} matrices"
        )
    if A.requires_grad and _torch.is_grad_enabled():
        raise NotImplementedError(f"torch.{short} has no gradient in this torch; call it on A.detach()")
    if A.is_complex():
        return _of_complex(A, with_vectors)
    if not bool(A.isfinite().all()):
        raise RuntimeError(f"torch.{short}: input tensor should not contain infs or NaNs.")
    if not A.is_floating_point():
        raise RuntimeError(f"Unknown Complex ScalarType for {word(A)}")
    if A.dtype in (_torch.float16, _torch.bfloat16):
        raise NotImplementedError(f"\"linalg_eig_out_cpu\" not implemented for '{word(A)}'")
    if not A.numel():
        values = ComplexTensor.of(_torch.zeros(A.shape[:-1], dtype=A.dtype))
        return values, ComplexTensor.of(_torch.zeros_like(A))
    from numpy.linalg._eigen import eigen

    matrices = A.double().reshape(-1, A.size(-2), A.size(-1))
    found = [eigen(matrix, with_vectors) for matrix in matrices]
    values = _stacked([each[0] for each in found], A).reshape(A.shape[:-1])
    return values, _stacked([each[1] for each in found], A).reshape(A.shape) if with_vectors else None


def _of_complex(A, with_vectors):
    from numpy.linalg._eigen import eigen

    values, vectors = eigen(A.detach().numpy(), with_vectors)
    return ComplexTensor(values._re.to(A.real.dtype), values._im.to(A.real.dtype)), (
        ComplexTensor(vectors._re.to(A.real.dtype), vectors._im.to(A.real.dtype)) if with_vectors else None
    )


def _stacked(arrays, like):
    parts = [ComplexTensor.of(_tensor(array)) for array in arrays]
    re, im = (_torch.stack([getattr(part, name) for part in parts]).to(like.dtype) for name in ("real", "imag"))
    return ComplexTensor(re, im)


def _tensor(array):
    return ComplexTensor(array._re, array._im) if hasattr(array, "_re") else _torch.as_tensor(array)

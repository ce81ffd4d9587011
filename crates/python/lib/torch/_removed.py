"""Functions that PyTorch itself has no longer: each says what is in its place.

Start reading at `_gone`.
"""

_INSTEAD = {
    "cholesky": "cholesky", "eig": "eig", "lstsq": "lstsq", "matrix_rank": "matrix_rank", "qr": "qr", "solve": "solve",
    "symeig": "eigh",
}  # fmt: skip


# These took two tensors, all others one.
_OF_TWO = ("lstsq", "solve")


def _gone(name):
    told = (
        f"This function was deprecated since version 1.9 and is now removed. `torch.{name}` is deprecated in favor of "
        f"`torch.linalg.{_INSTEAD[name]}`."
    )

    def of_two(input, A, *, out=None):
        raise RuntimeError(told)

    def of_one(input, option=None, upper=None, *, out=None):
        raise RuntimeError(told)

    call = of_two if name in _OF_TWO else of_one
    call.__name__ = call.__qualname__ = name
    return call


cholesky, eig, lstsq, matrix_rank, qr, solve, symeig = map(_gone, _INSTEAD)

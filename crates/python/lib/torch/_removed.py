"""Functions that PyTorch itself has no longer: each says what is in its place.

Start reading at `_gone`.
"""

_INSTEAD = {
    "cholesky": "cholesky", "eig": "eig", "lstsq": "lstsq", "matrix_rank": "matrix_rank", "qr": "qr", "solve": "solve",
    "symeig": "eigh",
}  # fmt: skip


def _gone(name):
    def call(*args, **kwargs):
        raise RuntimeError(
            f"This function was deprecated since version 1.9 and is now removed. `torch.{name}` is deprecated in favor of "
            f"`torch.linalg.{_INSTEAD[name]}`."
        )

    call.__name__ = name
    return call


cholesky, eig, lstsq, matrix_rank, qr, solve, symeig = map(_gone, _INSTEAD)

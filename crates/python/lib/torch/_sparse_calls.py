"""What torch's functions make of sparse matrices, and how these are told.

Not the matrices (`_sparse_tensor`, `_sparse_rows`). Start reading at `answer`.
"""

import re

from torch._functions import narrower

# Functions that leave zeros as they are, so that only what is kept need be computed.
ZERO_TO_ZERO = frozenset(
    "abs asin asinh atan atanh ceil deg2rad erf expm1 floor log1p rad2deg relu round sgn sign sin sinh sqrt square tan tanh "
    "trunc".split()
)
# The methods that go by other names, too.
_METHODS = {
    "dsmm": "matmul", "spmm": "matmul", "mm": "matmul", "mv": "matmul", "multiply": "mul", "subtract": "sub", "divide": "div",
    "true_divide": "div",
}
_KNOWN = frozenset("add clone index_select matmul mul sub div neg norm numel pow sum t transpose unsqueeze".split())


class Layout:
    """How a matrix is kept, by PyTorch's name."""

    def __init__(self, name):
        self._name = name

    def __repr__(self):
        return f"torch.{self._name}"


def answer(name, kind, args, kwargs):
    """What a function of torch's gives where one of its arguments is a sparse matrix."""
    name = name.removeprefix("__").removesuffix("__")
    name = _METHODS.get(name, name)
    first = args[0] if args else None
    if not isinstance(first, kind):
        if name in ("matmul", "rmatmul") and not kwargs:
            return args[1].__rmatmul__(first)
        if name in ("mul", "rmul", "add", "radd") and len(args) == 2 and not kwargs:
            return args[1].__rmul__(first) if "mul" in name else args[1].__radd__(first)
        if name in ("addmm", "linear"):
            return _added(name, args, kwargs)
    elif name == "linear":
        return _added(name, args, kwargs)
    elif (name in ZERO_TO_ZERO or name in _KNOWN) and hasattr(first, name):
        kwargs = {each: value for each, value in kwargs.items() if each != "inplace" or value}
        return getattr(first, name)(*args[1:], **kwargs)
    raise NotImplementedError(
        f"Could not run 'aten::{name}' with arguments from the 'SparseCPU' backend: it is not built into this torch for them."
    )


def _added(name, args, kwargs):
    """The product of a sparse matrix with one that is not, and what is added to it."""
    if name == "linear":
        weight = kwargs.get("weight", args[1] if len(args) > 1 else None)
        bias = kwargs.get("bias", args[2] if len(args) > 2 else None)
        found = args[0].matmul(weight.t())
        return found if bias is None else found + bias
    mat, mat1, mat2 = args
    return kwargs.get("beta", 1) * mat + kwargs.get("alpha", 1) * mat1.matmul(mat2)


def told(parts, notes, breaks):
    """A matrix as PyTorch prints it: its parts below each other, then notes, a line of them as long as it may be."""
    shown = []
    for name, part in parts:
        part, lead = part.detach(), " " * len(f"tensor({name}=")
        with narrower(len(lead)):
            text = repr(part) if part.numel() else f"tensor([], size={tuple(part.shape)})"
        text = re.sub(r",\s+dtype=torch\.\w+\)$", ")", text)
        shown.append(f"{name}=" + ("\n" + lead).join(text.split("\n")))
    text = "tensor(" + ",\n       ".join(shown)
    for number, note in enumerate(notes):
        last = len(text) - text.rfind("\n") + 1
        text += ",\n       " + note if last + len(note) + 2 > 80 or breaks and not number else ", " + note
    return text + ")"

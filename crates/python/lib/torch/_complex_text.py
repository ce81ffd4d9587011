"""How complex tensors are printed: each part as a tensor of its own would be. Start reading at `text`."""

import re

import _torch

_BETWEEN = re.compile(r",(?: |\n {8})")


def text(tensor):
    """`repr(tensor)`, for at most a thousand numbers in full and else their ends."""
    parts = [tensor._re.detach().to("cpu"), tensor._im.detach().to("cpu")]
    suffixes = _suffixes(tensor)
    if not tensor.numel():
        if tensor.ndim > 1:
            suffixes.insert(0, f"size={tuple(tensor.shape)}")
        return f"tensor([]{', '.join(['', *suffixes])})"
    shown = [_shown(part) for part in parts]
    real, imag = (_texts(part.reshape(-1)) for part in shown)
    both = [x + (y if y[0] in "+-" else "+" + y) for x, y in zip(real, (y.strip() + "j" for y in imag))]
    # What is longer than the others, as a zero with a sign, is no part of PyTorch's width.
    width = min(map(len, real)) + min(map(len, imag)) + 3
    values = _nested(iter(both), parts[0].shape, parts[0].numel() > 1000, 7, width)
    return f"tensor({values}{', '.join(['', *suffixes])})"


def _suffixes(tensor):
    found = []
    if tensor.device.type != "cpu":
        found.append(f"device='{tensor.device}'")
    if tensor._re.dtype is not _torch.get_default_dtype() or not tensor.numel():
        found.append(f"dtype={tensor.dtype}")
    if tensor.grad_fn is not None:
        found.append(f"grad_fn=<{type(tensor.grad_fn).__name__}>")
    elif tensor.requires_grad:
        found.append("requires_grad=True")
    return found


def _shown(part):
    """Those values that a summary shows."""
    if part.numel() <= 1000:
        return part
    for dim, size in enumerate(part.shape):
        if size > 6:
            part = _torch.cat([part.narrow(dim, 0, 3), part.narrow(dim, size - 3, 3)], dim)
    return part


def _texts(part):
    """The values' texts, padded as they are in a tensor of them."""
    text = repr(part)
    return _BETWEEN.split(text[len("tensor("):text.rindex("]") + 1].strip("[]"))


def _nested(texts, shape, is_summary, indent, width):
    if not shape:
        return next(texts)
    size = shape[0]
    is_cut = is_summary and size > 6
    rows = [_nested(texts, shape[1:], is_summary, indent + 1, width) for _ in range(6 if is_cut else size)]
    if is_cut:
        rows.insert(3, "..." if len(shape) > 1 else " ...")
    if len(shape) > 1:
        return "[" + ("," + "\n" * (len(shape) - 1) + " " * (indent + 1)).join(rows) + "]"
    per_line = max(1, (80 - indent) // width)
    lines = [", ".join(rows[at:at + per_line]) for at in range(0, len(rows), per_line)]
    return "[" + (",\n" + " " * (indent + 1)).join(lines) + "]"

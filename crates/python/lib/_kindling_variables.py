"""What the page shows of a session's variables: `listed`, a line on each, and `looked_into`, one of them in full.

What it is not: `%who` and `%whos`, which print. Listing runs none of the session's own code and reads nothing from a GPU;
looking into a value may print it. Start reading at `listed`.
"""

import sys
import types

import _kindling_looking as looking

_HIDDEN = {"In", "Out", "exit", "quit", "get_ipython", "display"}
_PLAIN = (int, float, complex, bool, str, bytes, types.NoneType)
_LONGEST = 60
_MOST_TEXT = 4000
_FEW = 6


def listed(names):
    """What the page shows of each (the fields of `Variable`), in the order they were made; what is not known is None, or
    "" for words."""
    return [_row(name, value) for name, value in list(names.items()) if _is_shown(name, value)]


def _is_shown(name, value):
    return isinstance(name, str) and name[0] != "_" and name not in _HIDDEN and not isinstance(value, types.ModuleType)


def _row(name, value):
    known = dict(looking.layout(value))
    device = known.get("Device", "")
    is_plain = bool(known)
    grad = bool(is_plain and looking.attribute(value, "requires_grad") is True)
    size = value.nbytes if is_plain else sys.getsizeof(value) if type(value) in _PLAIN else None
    preview = _short(_preview(value, device if is_plain else None))
    row = {"name": name, "kind": _kind(value), "requires_grad": grad, "bytes": size, "preview": preview}
    return row | {field: known.get(field.capitalize(), "") for field in ("shape", "dtype", "device")}


def _kind(value):
    if isinstance(value, (types.FunctionType, types.BuiltinFunctionType)):
        return "function"
    return "class" if isinstance(value, type) else type(value).__name__


def _preview(value, device):
    if device is not None:
        return _values(value) if device in ("", "cpu") else "on the GPU"
    if type(value) in _PLAIN:
        return repr(value)
    if type(value) in (list, tuple, dict, set, frozenset):
        return _contents(value)
    if isinstance(value, type):
        return ""
    kind, detail = looking.line_on(value)
    if kind == "function":
        return detail
    if not looking.is_module(value):
        return ""
    return f"{sum(one.numel() for one in looking.parameters_in(value, set())):,} parameters"


def _contents(value):
    items = list(value.items() if type(value) is dict else value)[:_FEW]
    flat = [part for item in items for part in (item if type(value) is dict else [item])]
    count = f"{len(value):,} {'item' if len(value) == 1 else 'items'}"
    return repr(value) if len(value) <= _FEW and all(type(part) in _PLAIN for part in flat) else count


def _values(value):
    """The first values, row by row."""
    import _torch

    first = value.reshape(-1)[:_FEW]
    first = first.tolist() if not isinstance(value, _torch.Tensor) else first.detach().tolist()
    words = ", ".join(f"{one:.4g}" if isinstance(one, float) else str(one) for one in first)
    count = 1
    for size in value.shape:
        count *= size
    return words if not value.shape else f"[{words}{', …' if count > _FEW else ''}]"


def _short(text):
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[:_LONGEST - 1] + "…"


def looked_into(name, names):
    """Facts as (name, text), a text, and a figure or None, of one variable; None if there is no such variable."""
    value = names.get(name, looking.UNKNOWN)
    if value is looking.UNKNOWN:
        return None
    special = _special(value)
    if special is not None:
        return special
    if not looking.layout(value):
        return [], _text(value), None
    numbers = _numbers(value)
    return _facts(numbers), _text(value), _figure(name, numbers)


def _special(value):
    """Models and loaders are more than their text; one that fails at being looked at is shown as that."""
    is_loader = type(value).__module__.startswith("torch.utils.data") and type(value).__name__ == "DataLoader"
    if not is_loader and not looking.is_module(value):
        return None
    import _kindling_models

    try:
        return (_kindling_models.loader if is_loader else _kindling_models.model)(value)
    except Exception:
        return None


def _text(value):
    try:
        text = str(value)
    except Exception as error:
        text = f"{type(error).__name__}: {error}"
    return text if len(text) <= _MOST_TEXT else text[:_MOST_TEXT] + "…"


def _numbers(value):
    """The values as a plain tensor of floats."""
    import torch

    tensor = value.detach().cpu() if isinstance(value, torch.Tensor) else torch.as_tensor(value)
    return tensor.double()


def _facts(numbers):
    if numbers.numel() == 0:
        return [("Values", "none")]
    finite = numbers[numbers.isfinite()]
    facts = [("Values", f"{numbers.numel():,}")]
    if finite.numel():
        few = [("Smallest", finite.min()), ("Largest", finite.max()), ("Mean", finite.mean())]
        few += [("Spread", finite.std())] if finite.numel() > 1 else []
        facts += [(name, f"{number.item():.4g}") for name, number in few]
    for name, count in (("NaN", numbers.isnan().sum().item()), ("Infinite", numbers.isinf().sum().item())):
        facts += [(name, f"{count:,}")] if count else []
    return facts


def _figure(name, numbers):
    """Where the values lie and how often they come: beside each other where there is a place for both."""
    finite = numbers[numbers.isfinite()]
    if finite.numel() < 2:
        return None
    from matplotlib.figure import Figure

    grid = _grid(numbers)
    shown = Figure(figsize=(6.4, 2.6))
    axes = list(shown.subplots(1, 2).ravel()) if grid is not None or numbers.dim() == 1 else [shown.add_subplot()]
    if grid is not None:
        axes[0].imshow(grid.tolist(), aspect="auto" if _is_long(grid) else "equal")
        axes[0].set_title(name)
    elif numbers.dim() == 1:
        axes[0].plot(numbers[:_MOST_TEXT].tolist())
        axes[0].set_title(name)
    axes[-1].hist(finite.reshape(-1)[:100_000].tolist(), bins=min(30, max(5, finite.numel() // 4)))
    axes[-1].set_title("How often")
    return shown._kindling_figure()


def _grid(numbers):
    """The first rows and columns, of the first matrix where there are many; None where there is none."""
    if numbers.dim() < 2:
        return None
    matrix = numbers.reshape(-1, *numbers.shape[-2:])[0]
    return matrix[:200, :200] if min(matrix.shape) > 1 else None


def _is_long(grid):
    rows, columns = grid.shape
    return max(rows, columns) > 4 * min(rows, columns)

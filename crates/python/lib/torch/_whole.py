"""Whole models and other objects in a checkpoint: an object is its class's name and its state.

PyTorch cannot read such a file, and nothing in one is run here: a class has to be there when the file is loaded. Start
reading at `parts_of`.
"""

import sys
from types import MethodType

import _torch
from _scalars import NUMBERS

# What marks an object, a function and an array among the dicts and tuples of a file.
OBJECT, NAME, ARRAY = "__kindling_object__", "__kindling_name__", "__kindling_array__"
# And an object that says how it is made, of `_reduced`.
REDUCED = "__kindling_reduced__"
# And a method of an object, which comes with it.
METHOD = "__kindling_method__"

# What numpy's own files make arrays by.
_ARRAY_MAKER = "numpy._core.multiarray:_reconstruct"

# What any file may name, by PyTorch's own list.
_ALWAYS_SAFE = ("collections.Counter", "bytearray", "complex")
_safe = []


def parts_of(value):
    """A value that is no weight as a dict or a tuple of what is.

    Raises:
        TypeError, AttributeError: for what cannot be saved.
    """
    tensor = _tensor_of(value)
    if tensor is not None:
        return ARRAY, tensor
    if isinstance(value, MethodType) and not isinstance(value.__self__, type):
        return METHOD, value.__name__, value.__self__
    if isinstance(value, type) or callable(value) and hasattr(value, "__name__"):
        return NAME, _name_of(value)
    kind = type(value)
    if kind.__name__ in ("generator", "module"):
        raise TypeError(f"cannot pickle {kind.__name__!r} object")
    if not isinstance(value, _torch._Module):
        from torch import _reduced

        if not _reduced.is_plain(value):
            return REDUCED, *_reduced.parts_of(value)
    state = value.__getstate__() if "__getstate__" in dir(kind) else dict(value.__dict__)
    return {OBJECT: _name_of(kind), "state": state if isinstance(state, dict) else dict(value.__dict__)}


def _tensor_of(value):
    """The tensor that an array is; None of arrays of texts or objects, of those with masks, and of anything else."""
    try:
        return None if isinstance(value, NUMBERS) or hasattr(value, "_own_mask") else getattr(value, "_kindling_tensor", None)
    except TypeError:
        return None


def _name_of(value):
    """Where a class or a function is found again: module and name."""
    qualified = getattr(value, "__qualname__", value.__name__)
    home = getattr(value, "__module__", None)
    if home in (None, "_torch") or home.startswith("torch"):
        # What is native has no home of its own.
        for module in ("torch", "torch.nn.functional", home):
            if module and _looked_up(module, qualified) is value:
                return f"{module}:{qualified}"
    if "<locals>" in qualified or "<lambda>" in qualified or _looked_up(home, qualified) is not value:
        if "<locals>" in qualified:
            raise AttributeError(f"Can't pickle local object {qualified!r}")
        from pickle import PicklingError

        raise PicklingError(f"Can't pickle {value!r}: attribute lookup {qualified} on {home} failed")
    return f"{home}:{qualified}"


def _looked_up(module, qualified):
    found = sys.modules.get(module)
    for part in qualified.split("."):
        found = getattr(found, part, None)
    return found


def found(name):
    """The class or function of that name in this session.

    Raises:
        AttributeError: if there is none.
    """
    module, _, qualified = name.partition(":")
    value = _looked_up(module, qualified)
    if value is None:
        raise AttributeError(f"Can't get attribute {qualified!r} on {sys.modules.get(module)!r}")
    return value


def empty_object(name):
    """An object of the class of that name, without its state."""
    kind = found(name)
    if not isinstance(kind, type):
        raise TypeError(f"{name} is no class")
    if issubclass(kind, _torch._Module):
        from torch.nn.modules.module import _remade

        return _remade(kind)
    return kind.__new__(kind)


def names_in(nodes):
    """The names of classes and functions in a file's nodes."""
    texts = [node[1] if node[0] == "text" else None for node in nodes]
    # A method is looked up on its object before anything of that is read.
    is_method = any(node[0] == "tuple" and node[1] and texts[node[1][0]] == METHOD for node in nodes)
    found = ["builtins:getattr"] if is_method else []
    for node in nodes:
        if node[0] in ("dict", "tuple") and len(node[1]) > 1 and texts[node[1][0]] in (OBJECT, NAME):
            found.append(texts[node[1][1]])
        elif node[0] == "tuple" and len(node[1]) > 1 and texts[node[1][0]] == ARRAY:
            found.append(_ARRAY_MAKER)
    return found


def _numpys(name):
    """What numpy's own files name where these name one of its numbers or arrays."""
    if not name.startswith(("numpy:", "numpy.")) or name == _ARRAY_MAKER:
        return None
    value = found(name)
    if isinstance(value, type):
        return "numpy._core.multiarray.scalar" if issubclass(value, sys.modules["numpy"].generic) else None
    from torch import _reduced

    return _ARRAY_MAKER.replace(":", ".") if _reduced.is_maker(value) else None


def refusal(nodes):
    """Why a file with more than weights is not loaded with `weights_only`; None if it is."""
    allowed = {*_ALWAYS_SAFE, *(f"{value.__module__}.{value.__qualname__}" for value in _safe)}
    for name in names_in(nodes):
        dotted = _numpys(name) or name.removeprefix("builtins:").replace(":", ".")
        if dotted not in allowed:
            return _REFUSED.format(name=dotted)
    return None


_REFUSED = (
    "Weights only load failed. This file can still be loaded, to do so you have two options, \033[1mdo those steps only if "
    "you trust the source of the checkpoint\033[0m. \n\t(1) In PyTorch 2.6, we changed the default value of the "
    "`weights_only` argument in `torch.load` from `False` to `True`. Re-running `torch.load` with `weights_only` set to "
    "`False` will likely succeed, but it can result in arbitrary code execution. Do it only if you got the file from a "
    "trusted source.\n\t(2) Alternatively, to load with `weights_only=True` please check the recommended steps in the "
    "following error message.\n\tWeightsUnpickler error: Unsupported global: GLOBAL {name} was not an allowed global by "
    "default. Please use `torch.serialization.add_safe_globals([{name}])` or the "
    "`torch.serialization.safe_globals([{name}])` context manager to allowlist this global if you trust this "
    "class/function.\n\nCheck the documentation of torch.load to learn more about types accepted by default with "
    "weights_only https://pytorch.org/docs/stable/generated/torch.load.html."
)


def add_safe_globals(safe_globals):
    """Classes that `weights_only` lets through."""
    _safe.extend(safe_globals)


def get_safe_globals():
    return list(_safe)


def clear_safe_globals():
    _safe.clear()


class safe_globals:
    """`with safe_globals([...])`: as `add_safe_globals`, for a while."""

    def __init__(self, safe_globals):
        self._added = safe_globals

    def __enter__(self):
        add_safe_globals(self._added)

    def __exit__(self, *error):
        del _safe[len(_safe) - len(self._added) :]

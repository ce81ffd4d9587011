"""`torch.typename`: what PyTorch calls an object's type, and which errors say where a module was expected.

What it is not: a function's own name here; native functions are named by where PyTorch has them. Start at `typename`.
"""

import _torch
from _torch import Tensor

# Where PyTorch has functions of `torch.nn.functional` that are not that module's own.
_IN_C = frozenset("avg_pool2d avg_pool3d gelu linear logsigmoid one_hot scaled_dot_product_attention softplus softshrink".split())
_OF_TORCH = frozenset(
    "adaptive_avg_pool1d avg_pool1d bilinear channel_shuffle conv1d conv2d conv3d conv_transpose1d conv_transpose2d "
    "conv_transpose3d cosine_similarity hardshrink pairwise_distance pdist pixel_shuffle pixel_unshuffle prelu".split()
)
_BY_A_FLAG = frozenset(f"{kind}max_pool{dims}d" for kind in ("", "adaptive_") for dims in (1, 2, 3))
_IN_FUNCTIONAL = frozenset("atleast_1d atleast_2d atleast_3d broadcast_tensors cdist einsum norm split tensordot".split())


def typename(obj, /):
    """The name of an object's type; tensors are named by their dtype, functions and classes by themselves."""
    if isinstance(obj, Tensor):
        return obj.type()
    native = _native_home(obj)
    if native is not None:
        return native
    named = obj if hasattr(obj, "__qualname__") else type(obj)
    module = getattr(obj, "__module__", None) or getattr(named, "__module__", None)
    if module in (None, "builtins"):
        return named.__qualname__
    return f"{module}.{named.__qualname__}"


def _native_home(obj):
    """What PyTorch calls one of its native functions or methods; None for all else."""
    kind, name = type(obj).__name__, getattr(obj, "__name__", None)
    if kind == "function" and obj.__module__ == "torch.nn.functional":
        return _home_in_functional(name)
    if kind == "method_descriptor" and getattr(_torch.Tensor, name, None) is obj:
        return f"TensorBase.{name}"
    if kind != "builtin_function_or_method" or obj.__qualname__.startswith("Tensor."):
        return None
    if _torch._functional.get(name) is obj:
        return _home_in_functional(name)
    if getattr(_torch, name, None) is not obj:
        return None
    return f"torch.functional.{name}" if name in _IN_FUNCTIONAL else f"torch._VariableFunctionsClass.{name}"


def _home_in_functional(name):
    if name in _BY_A_FLAG:
        return "torch.nn.functional.boolean_dispatch.<locals>.fn"
    home = "torch._C._nn" if name in _IN_C else "torch._VariableFunctionsClass" if name in _OF_TORCH else "torch.nn.functional"
    return f"{home}.{name}"

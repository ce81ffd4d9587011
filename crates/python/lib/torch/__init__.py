"""PyTorch, as much of it as lessons need: tensors, gradients, layers, optimizers."""

from _kindling_absent import Absent as _Absent
import _torch
from _torch import *
from _torch import Generator, Size, Tensor, device, dtype
from torch import _methods, _modes
from torch._modes import enable_grad, inference_mode, no_grad, set_grad_enabled
from torch.random import get_rng_state, manual_seed, set_rng_state

from torch import version
from torch.version import __version__

from torch._functions import *
from torch import autograd, nn, optim, random, return_types, utils
from torch import accelerator, backends, cuda, webgpu
from torch.autograd import is_anomaly_enabled

_methods.add_methods()
unique = _methods.unique
globals().update(_methods.completed)
newaxis = None
default_generator = random.default_generator

# Names that PyTorch has and this torch has not: an honest answer instead of "no attribute".
_NOT_BUILT = frozenset(
    "onnx export quantization ao quantize_per_tensor nested masked monitor library package ops".split()
)

# What few programs use comes when it is asked for: modules, and functions of `torch._rare`.
_ON_DEMAND = frozenset(
    "_dynamo amp compiler cpu distributed distributions fft func functional fx hub jit linalg mps mtia multiprocessing overrides profiler "
    "serialization signal sparse special testing types xpu".split()
)
_RARE = frozenset(
    "_assert broadcast_shapes cartesian_prod combinations corrcoef cov matrix_power range set_default_tensor_type "
    "tensor_split tril_indices triu_indices vander".split()
)
_ELSEWHERE = {
    **dict.fromkeys("sparse_coo_tensor sparse_csr_tensor sparse_coo sparse_csr spmm dsmm".split(), "sparse"),
    "autocast": "amp", "GradScaler": "amp", "load": "serialization", "save": "serialization",
    **dict.fromkeys("complex64 complex128 cfloat cdouble complex polar view_as_real view_as_complex".split(), "_complex"),
    **dict.fromkeys(
        "is_autocast_enabled is_autocast_cpu_enabled get_autocast_dtype get_autocast_cpu_dtype".split(), "amp"
    ),
    "vmap": "func", "typename": "_typename", "uint16": "_unsigned", "uint32": "_unsigned", "uint64": "_unsigned",
    **dict.fromkeys(
        "are_deterministic_algorithms_enabled is_deterministic_algorithms_warn_only_enabled get_num_interop_threads "
        "set_num_interop_threads set_flush_denormal set_warn_always is_warn_always_enabled set_anomaly_enabled is_inference "
        "is_storage get_device is_distributed".split(),
        "_settings",
    ),
    **{
        f"{kind}Tensor": "_tensor_types"
        for kind in ("Float", "Double", "Half", "BFloat16", "Long", "Int", "Short", "Char", "Byte", "Bool")
    },
}  # fmt: skip

# With what comes later, for `from torch import *`.
__all__ = [
    *(name for name in dir() if not name.startswith("_")),
    *_RARE, *_ELSEWHERE, *_methods.FUNCTIONS, *_methods.OTHER_NAMES,
]  # fmt: skip


def __getattr__(name):
    if name in _RARE:
        from torch import _rare

        return getattr(_rare, name)
    if name in _ELSEWHERE:
        return getattr(__import__(f"torch.{_ELSEWHERE[name]}", fromlist=(name,)), name)
    found = _methods.function(name)
    if found is not None:
        return found
    if name in _ON_DEMAND:
        return getattr(__import__(f"torch.{name}"), name)
    if name in _NOT_BUILT:
        return _Absent(f"torch.{name} is not built into this torch")
    raise AttributeError(f"module 'torch' has no attribute '{name}'")


def __dir__():
    return sorted({*globals(), *_RARE, *_ELSEWHERE, *_ON_DEMAND, *_methods.FUNCTIONS, *_methods.OTHER_NAMES})

"""`torch.amp`: computing in smaller dtypes on the CPU; what programs ask of GPUs of Nvidia answers as without one.

What it is not: which functions compute in which dtype (`_autocast`). Start reading at `autocast`.
"""

from collections.abc import Iterable
from functools import wraps
import warnings

import _torch
from torch import _autocast

_NO_CUDA = "CUDA is not available or torch_xla is imported. Disabling autocast."
_NO_SUCH_DTYPE = (
    "In CPU autocast, but the target dtype is not supported. Disabling autocast.\n"
    "CPU Autocast only supports dtype of torch.bfloat16, torch.float16 currently."
)


class autocast:
    """Inside it products are computed in a smaller dtype: `with torch.autocast("cpu"):`, or before a function."""

    def __init__(self, device_type, dtype=None, enabled=True, cache_enabled=None):
        if not isinstance(device_type, str):
            raise ValueError(f"Expected `device_type` of type `str`, got: `{type(device_type)}`")
        self.device = _torch.device(device_type).type
        self.fast_dtype = get_autocast_dtype(self.device) if dtype is None else dtype
        self._enabled, self._before = bool(enabled), []
        if self._enabled and self.device == "cuda":
            warnings.warn(_NO_CUDA, UserWarning, stacklevel=3)
            self._enabled = False
        elif self._enabled and self.device == "cpu":
            if self.fast_dtype not in (_torch.bfloat16, _torch.float16):
                warnings.warn(_NO_SUCH_DTYPE, UserWarning, stacklevel=3)
                self._enabled = False
        elif self._enabled and self.device == "webgpu":
            raise NotImplementedError(
                f"torch.autocast: computing in a smaller dtype on {self.device} is not built into this torch"
            )

    def __enter__(self):
        if self.device == "cpu":
            self._before.append(_autocast.change(self.fast_dtype if self._enabled else None))
        return self

    def __exit__(self, *raised):
        if self.device == "cpu":
            _autocast.change(self._before.pop())
        return False

    def __call__(self, function):
        @wraps(function)
        def inside(*args, **kwargs):
            with self:
                return function(*args, **kwargs)

        return inside


def custom_fwd(fwd=None, *, device_type, cast_inputs=None):
    """Before the `forward` of a function of one's own: it computes as the block around it, or in full with `cast_inputs`."""
    if fwd is None:
        return lambda fwd: custom_fwd(fwd, device_type=device_type, cast_inputs=cast_inputs)

    @wraps(fwd)
    def forward(ctx, *args, **kwargs):
        is_on = is_autocast_enabled(device_type)
        ctx._dtype, ctx._fwd_used_autocast = get_autocast_dtype(device_type), is_on and cast_inputs is None
        if not is_on or cast_inputs is None:
            return fwd(ctx, *args, **kwargs)
        args, kwargs = _autocast.in_dtype(args, cast_inputs), _autocast.in_dtype(kwargs, cast_inputs)
        with autocast(device_type, enabled=False):
            return fwd(ctx, *args, **kwargs)

    return forward


def custom_bwd(bwd=None, *, device_type):
    """Before the `backward` of a function of one's own: it computes as its `forward` did."""
    if bwd is None:
        return lambda bwd: custom_bwd(bwd, device_type=device_type)

    @wraps(bwd)
    def backward(ctx, *args, **kwargs):
        with autocast(device_type, ctx._dtype, ctx._fwd_used_autocast):
            return bwd(ctx, *args, **kwargs)

    return backward


class GradScaler:
    """Makes losses larger, so that small gradients do not vanish, and gradients as much smaller before a step."""

    def __init__(
        self,
        device="cuda",
        init_scale=2.0**16,
        growth_factor=2.0,
        backoff_factor=0.5,
        growth_interval=2000,
        enabled=True,
    ):
        if enabled and device == "cuda":
            warnings.warn(
                "torch.cuda.amp.GradScaler is enabled, but CUDA is not available.  Disabling.", UserWarning, stacklevel=3
            )
            enabled = False
        if enabled and growth_factor <= 1.0:
            raise AssertionError("The growth factor must be > 1.0.")
        if enabled and backoff_factor >= 1.0:
            raise AssertionError("The backoff factor must be < 1.0.")
        self._enabled, self._scale = enabled, float(init_scale)
        self._growth_factor, self._backoff_factor, self._growth_interval = growth_factor, backoff_factor, growth_interval
        self._good_steps, self._unscaled = 0, {}

    def is_enabled(self):
        """Whether it does anything."""
        return self._enabled

    def get_scale(self):
        """How much larger losses are made."""
        return self._scale if self._enabled else 1.0

    def scale(self, outputs):
        """A loss, or several, made larger."""
        if not self._enabled:
            return outputs
        if isinstance(outputs, _torch.Tensor):
            return outputs * self._scale
        if not isinstance(outputs, Iterable):
            raise ValueError("outputs must be a Tensor or an iterable of Tensors")
        return type(outputs)(map(self.scale, outputs))

    def unscale_(self, optimizer):
        """Makes the gradients of an optimizer's parameters what they would be without the scale."""
        if not self._enabled:
            return
        if id(optimizer) in self._unscaled:
            raise RuntimeError("unscale_() has already been called on this optimizer since the last update().")
        is_finite = True
        for group in optimizer.param_groups:
            for parameter in group["params"]:
                if parameter.grad is not None:
                    is_finite = is_finite and bool(parameter.grad.isfinite().all())
                    parameter.grad.mul_(1.0 / self._scale)
        self._unscaled[id(optimizer)] = is_finite

    def step(self, optimizer, *args, **kwargs):
        """The optimizer's step, unless a gradient is infinite or no number."""
        if not self._enabled:
            return optimizer.step(*args, **kwargs)
        if "closure" in kwargs:
            raise RuntimeError("Closure use is not currently supported if GradScaler is enabled.")
        if id(optimizer) not in self._unscaled:
            self.unscale_(optimizer)
        return optimizer.step(*args, **kwargs) if self._unscaled[id(optimizer)] else None

    def update(self, new_scale=None):
        """A smaller scale after infinite gradients, a larger one after many finite ones."""
        if not self._enabled:
            return
        if new_scale is not None:
            self._scale = float(new_scale)
        elif not self._unscaled:
            raise AssertionError("No inf checks were recorded prior to update.")
        elif not all(self._unscaled.values()):
            self._scale, self._good_steps = self._scale * self._backoff_factor, 0
        else:
            self._good_steps += 1
            if self._good_steps == self._growth_interval:
                self._scale, self._good_steps = self._scale * self._growth_factor, 0
        self._unscaled = {}

    def state_dict(self):
        """What a checkpoint needs of it."""
        if not self._enabled:
            return {}
        return {
            "scale": self._scale, "growth_factor": self._growth_factor, "backoff_factor": self._backoff_factor,
            "growth_interval": self._growth_interval, "_growth_tracker": self._good_steps,
        }

    def load_state_dict(self, state_dict):
        """Goes on as a checkpoint says."""
        if not self._enabled:
            return
        if not state_dict:
            raise RuntimeError(
                "The source state dict is empty, possibly because it was saved from a disabled instance of GradScaler."
            )
        self._scale, self._good_steps = state_dict["scale"], state_dict["_growth_tracker"]
        self._growth_factor, self._backoff_factor = state_dict["growth_factor"], state_dict["backoff_factor"]
        self._growth_interval = state_dict["growth_interval"]


def is_autocast_available(device_type):
    """Whether a device can compute in smaller dtypes by itself."""
    return device_type in ("cpu", "cuda")


def is_autocast_enabled(device_type="cuda"):
    """Whether smaller dtypes are computed in on a device."""
    return device_type == "cpu" and _autocast.dtype() is not None


def is_autocast_cpu_enabled():
    """Whether smaller dtypes are computed in on the CPU."""
    return is_autocast_enabled("cpu")


def get_autocast_dtype(device_type):
    """Which dtype is computed in on a device, or would be."""
    return (_autocast.dtype() or _torch.bfloat16) if device_type == "cpu" else _torch.float16


def get_autocast_cpu_dtype():
    """As `get_autocast_dtype("cpu")`."""
    return get_autocast_dtype("cpu")


autocast.__module__, GradScaler.__module__ = "torch.amp.autocast_mode", "torch.amp.grad_scaler"

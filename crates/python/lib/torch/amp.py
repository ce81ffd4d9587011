"""`torch.amp`: computing in smaller dtypes, which is for GPUs of Nvidia; what programs ask of it answers as without one.

On the CPU losses are scaled for real, but everything is computed in full precision. Start reading at `GradScaler`.
"""

import warnings

import _torch

_NO_CUDA = "CUDA is not available or torch_xla is imported. Disabling autocast."


class autocast:
    """Where it is on, PyTorch computes in a smaller dtype; here it can only be off."""

    def __init__(self, device_type, dtype=None, enabled=True, cache_enabled=None):
        if not isinstance(device_type, str):
            raise ValueError(f"Expected `device_type` of type `str`, got: `{type(device_type)}`")
        if enabled and device_type == "cuda":
            warnings.warn(_NO_CUDA, UserWarning, stacklevel=3)
        elif enabled:
            raise NotImplementedError("torch.autocast: computing in a smaller dtype is not built into this torch")
        self.device, self._enabled = device_type, False

    def __enter__(self):
        return self

    def __exit__(self, *raised):
        return False

    def __call__(self, function):
        return function


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
    return False


def is_autocast_enabled(device_type=None):
    """Whether smaller dtypes are computed in: never here."""
    return False

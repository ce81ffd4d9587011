"""`torch._dynamo`: what `torch.compile` gives back, and what programs ask of the compiler.

What it is not: a compiler; models and functions run as they are. Start reading at `OptimizedModule`.
"""

from torch.nn.modules.module import Module

_BACKENDS = ("cudagraphs", "inductor", "openxla", "tvm")
_MODES = ("default", "lite", "reduce-overhead", "max-autotune-no-cudagraphs", "max-autotune")


class InvalidBackend(RuntimeError):
    """A backend that no compiler has."""

    __module__ = "torch._dynamo.exc"


class OptimizedModule(Module):
    """A compiled model: the model itself under another name, whose attributes are the model's."""

    __module__ = "torch._dynamo.eval_frame"

    def __init__(self, mod):
        super().__init__()
        self._add_module("_orig_mod", mod)
        self.__dict__["_is_made"] = True

    def __getattr__(self, name):
        return getattr(self._modules["_orig_mod"], name)

    def __setattr__(self, name, value):
        if name != "training" and "_is_made" in self.__dict__:
            setattr(self._modules["_orig_mod"], name, value)
        else:
            super().__setattr__(name, value)

    def forward(self, *args, **kwargs):
        return self._modules["_orig_mod"](*args, **kwargs)


def compiled(model, mode, options, backend):
    """What `torch.compile` makes of a model or a function.

    Raises:
        RuntimeError, InvalidBackend: for settings that no compiler has.
    """
    if mode is not None and options is not None:
        raise RuntimeError("Either mode or options can be specified, but both can't be specified at the same time.")
    if mode is not None and mode not in _MODES:
        raise RuntimeError(f"Unrecognized mode={mode}, should be one of: {', '.join(_MODES)}")
    if isinstance(backend, str) and backend not in (*_BACKENDS, "eager", "aot_eager"):
        raise InvalidBackend(
            f"Invalid backend: {backend!r}. See `torch._dynamo.list_backends()` for available backends."
        )
    return OptimizedModule(model) if isinstance(model, Module) else model


def list_backends(exclude_tags=("debug", "experimental")):
    """The names of PyTorch's compilers."""
    return list(_BACKENDS)


def reset():
    """Forgets what was compiled: nothing was."""


def is_compiling():
    """Whether a compiler reads the program."""
    return False


def disable(fn=None, recursive=True, *, reason=None, wrapping=True):
    """A function that is not to be compiled, as none is."""
    return fn if fn is not None else (lambda function: function)


class _Config:
    """Settings of the compiler, which are kept and change nothing."""


config = _Config()

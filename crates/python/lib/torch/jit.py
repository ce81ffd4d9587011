"""`torch.jit`: there is no compiler here, and models and functions stay as they are."""

import warnings


def script(obj, optimize=None, _frames_up=0, _rcb=None, example_inputs=None):
    """The function or module itself."""
    text = "`torch.jit.script` is deprecated. Please switch to `torch.compile` or `torch.export`."
    warnings.warn(text, FutureWarning, stacklevel=2)
    return obj


def trace(func, example_inputs=None, **options):
    """The function or module itself."""
    return func


def ignore(drop=False, **options):
    """Marks nothing, as there is no compiler."""
    return drop if callable(drop) else (lambda function: function)


def unused(function):
    return function


export = unused


def is_scripting():
    return False


def is_tracing():
    return False


def __getattr__(name):
    if name in ("save", "load", "freeze", "ScriptModule", "ScriptFunction"):
        raise NotImplementedError(f"torch.jit.{name} is not built into this torch")
    raise AttributeError(f"module 'torch.jit' has no attribute '{name}'")

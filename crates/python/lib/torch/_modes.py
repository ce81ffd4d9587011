"""Grad modes: with statements and decorators that say whether operations are recorded."""

from _torch import _Mode

_new_mode = _Mode.__new__


class _Decorating(_Mode):
    def __init_subclass__(cls):
        cls.__module__ = "torch.autograd.grad_mode"

    def __call__(self, function):
        kind, arguments = type(self), self._arguments

        def wrapper(*args, **kwargs):
            with kind(*arguments):
                return function(*args, **kwargs)

        for name in ("__module__", "__name__", "__qualname__", "__doc__"):
            if hasattr(function, name):
                setattr(wrapper, name, getattr(function, name))
        wrapper.__wrapped__ = function
        return wrapper


class no_grad(_Decorating):
    """Stops recording: `with torch.no_grad():` or `@torch.no_grad()`."""

    _arguments = ()

    def __new__(cls, function=None):
        mode = super().__new__(cls, False, None)
        return mode if function is None else mode(function)


class enable_grad(_Decorating):
    """Records again inside `no_grad`."""

    _arguments = ()

    def __new__(cls, function=None):
        mode = super().__new__(cls, True, None)
        return mode if function is None else mode(function)


class inference_mode(_Decorating):
    """Stops recording for good: tensors made inside can never be part of a graph."""

    _arguments = ()

    def __new__(cls, mode=True):
        # The usual case first: it is entered once an epoch.
        if mode is True:
            return _new_mode(cls, False, True)
        if callable(mode):
            return cls()(mode)
        made = _new_mode(cls, not mode, mode)
        made._arguments = (mode,)
        return made


class set_grad_enabled(_Decorating):
    """Says whether to record, from now on or inside a with statement."""

    def __repr__(self):
        return f"torch.autograd.grad_mode.set_grad_enabled(mode={self._arguments[0]})"

    def __new__(cls, mode):
        made = super().__new__(cls, bool(mode), None)
        made._arguments = (bool(mode),)
        # The mode holds from the call on; a with statement returns to what was before the call.
        made._entered = True
        super(_Decorating, made).__enter__()
        return made

    def __enter__(self):
        if not self._entered:
            super().__enter__()
        self._entered = False
        return self

    def __call__(self, function):
        self.__exit__()
        return super().__call__(function)

"""`torch.jit`: there is no compiler here; scripted and traced models are the models, in PyTorch's clothes.

What it is not: TorchScript; `code` and `graph` are refused. Start reading at `ScriptModule`.
"""

import warnings

from torch.nn.modules.module import Module, indented

_NO_CODE = "torch.jit: code and graphs are not built into this torch, which runs models as they are"


class ScriptModule(Module):
    """A model that PyTorch would have compiled: its parameters, and its forward."""

    def __init__(self, model):
        super().__init__()
        self.__dict__["_model"] = model
        self.original_name = type(model).__name__
        self._parameters.update(model._parameters)
        self._buffers.update(model._buffers)
        for name, child in model._modules.items():
            self._add_module(name, child if child is None else type(self)._of_part(child))
        self.training = model.training

    @classmethod
    def _of_part(cls, child):
        return cls(child)

    def forward(self, *args, **kwargs):
        return self._model(*args, **kwargs)

    def __getattr__(self, name):
        if name in ("code", "graph", "inlined_graph", "code_with_constants"):
            raise NotImplementedError(_NO_CODE)
        return getattr(self.__dict__["_model"], name)

    def train(self, mode=True):
        """As of all modules; the model learns it as well."""
        self._model.train(mode)
        return super().train(mode)

    def save(self, f):
        """Writes the model into a file, which `load` reads."""
        from torch.serialization import save as write

        write(self._model, f)

    def __repr__(self):
        own = f"original_name={self.original_name}"
        lines = [f"({name}): {indented(repr(module))}" for name, module in self._modules.items()]
        if not lines:
            return f"{self._get_name()}({own})"
        return "\n  ".join([f"{self._get_name()}(", own, *lines]) + "\n)"


class RecursiveScriptModule(ScriptModule):
    """A scripted model, whose parts are scripted too."""

    __module__ = "torch.jit._script"


class TracedModule(ScriptModule):
    """A traced model's part, called as it was."""

    __module__ = "torch.jit._trace"

    def _get_name(self):
        return self.original_name


class TopLevelTracedModule(TracedModule):
    """A traced model."""

    __module__ = "torch.jit._trace"

    @classmethod
    def _of_part(cls, child):
        return TracedModule(child)


class ScriptFunction:
    """A function that PyTorch would have compiled."""

    __module__ = "torch.jit.torch.jit"

    def __init__(self, function):
        self._function, self.name, self.__name__ = function, function.__name__, function.__name__
        self.__doc__ = function.__doc__

    def __call__(self, *args, **kwargs):
        return self._function(*args, **kwargs)

    def __getattr__(self, name):
        if name in ("code", "graph", "inlined_graph", "save"):
            raise NotImplementedError(_NO_CODE)
        raise AttributeError(f"'torch._C.ScriptFunction' object has no attribute '{name}'")


def script(obj, optimize=None, _frames_up=0, _rcb=None, example_inputs=None):
    """The model or function, as PyTorch names it when it is compiled; a class stays what it is."""
    text = "`torch.jit.script` is deprecated. Please switch to `torch.compile` or `torch.export`."
    warnings.warn(text, FutureWarning, stacklevel=2)
    if isinstance(obj, (ScriptModule, ScriptFunction, type)):
        return obj
    return RecursiveScriptModule(obj) if isinstance(obj, Module) else ScriptFunction(obj)


def trace(func, example_inputs=None, **options):
    """The model or function, called once with the example."""
    text = "`torch.jit.trace` is deprecated. Please switch to `torch.compile` or `torch.export`."
    warnings.warn(text, FutureWarning, stacklevel=2)
    given = example_inputs if isinstance(example_inputs, tuple) else (example_inputs,)
    if example_inputs is not None:
        func(*given)
    if isinstance(func, Module):
        return TopLevelTracedModule(func)
    return ScriptFunction(func)


def save(m, f, _extra_files=None):
    """Writes a scripted model into a file."""
    if _extra_files:
        raise NotImplementedError("torch.jit.save: _extra_files is not built into this torch")
    m.save(f)


def load(f, map_location=None, _extra_files=None, _restore_shapes=False):
    """A scripted model from a file that `save` wrote here."""
    from torch.serialization import load as read

    return RecursiveScriptModule(read(f, map_location=map_location, weights_only=False))


def freeze(mod, preserved_attrs=None, optimize_numerics=True):
    """The scripted model itself."""
    if mod.training:
        raise RuntimeError(
            "Freezing is currently only implemented for modules in eval mode. Please call .eval() on your module before "
            "freezing."
        )
    return mod


optimize_for_inference = freeze


def ignore(drop=False, **options):
    """Marks nothing, as there is no compiler."""
    return drop if callable(drop) else (lambda function: function)


def unused(fn):
    return fn


export = unused


def annotate(the_type, the_value):
    """The value."""
    return the_value


def is_scripting():
    return False


def is_tracing():
    return False

"""`Module`, the base of layers and models: what the native base leaves to Python.

Calls, attribute look-up, registration, train and eval are native. Here: walks, state dicts, moving, hooks, printing.
"""

import _torch
from torch._modes import no_grad
from torch.nn.modules import _hooks, _state, _walks


def indented(text):
    """The text with all lines but the first moved right by two."""
    return text.replace("\n", "\n  ")


def _remade(kind):
    return kind.__new__(kind)


def own(*names):
    """Decorates a class that inherits methods that are its own in PyTorch: errors about arguments then say its name."""

    def decorated(kind):
        for name in names:
            shared = getattr(kind, name)
            method = type(shared)(
                shared.__code__, shared.__globals__, shared.__name__, shared.__defaults__, shared.__closure__
            )
            method.__kwdefaults__ = shared.__kwdefaults__
            method.__qualname__ = f"{kind.__name__}.{name}"
            setattr(kind, name, method)
        return kind

    return decorated


class Module(_torch._Module):
    """A part of a model: parameters, buffers, other modules, and a `forward` that computes with them."""

    # What state dicts say of this kind of module, and names that those of earlier versions lack.
    _version = 1
    _since = {}

    def _non_persistent(self):
        return self.__dict__.get("_non_persistent_buffers_set", ())

    def _call_with_hooks(self, *args, **kwargs):
        if "__call__" in vars(Module) and not _hooks.are_everywhere():
            del Module.__call__
        return _hooks.call(self, args, kwargs)

    def _check_free(self, name):
        if hasattr(self, name):
            raise KeyError(f"attribute '{name}' already exists")

    # Members

    def register_buffer(self, name, tensor, persistent=True):
        """Adds a tensor that belongs to the module's state and is not trained."""
        if isinstance(name, str) and name not in self._buffers:
            self._check_free(name)
        if tensor is not None and not isinstance(tensor, _torch.Tensor):
            from torch._typename import typename

            kind = typename(tensor)
            raise TypeError(f"cannot assign '{kind}' object to buffer '{name}' (torch Tensor or None required)")
        self._add_buffer(name, tensor)
        transient = set(self._non_persistent()) - {name}
        if not persistent:
            transient.add(name)
        if transient or self._non_persistent():
            self._non_persistent_buffers_set = transient

    def register_parameter(self, name, param):
        """Adds a parameter under a name."""
        if isinstance(name, str) and name and name not in self._parameters:
            self._check_free(name)
        super().register_parameter(name, param)

    def add_module(self, name, module):
        """Adds a child module under a name."""
        if module is not None and not isinstance(module, Module):
            from torch._typename import typename

            raise TypeError(f"{typename(module)} is not a Module subclass")
        if isinstance(name, str) and name and name not in self._modules:
            self._check_free(name)
        self._add_module(name, module)

    register_module = add_module

    def get_submodule(self, target):
        """The module at a dotted name; the module itself for ''."""
        module = self
        for name in target.split(".") if target else ():
            if not hasattr(module, name):
                raise AttributeError(f"{type(module).__name__} has no attribute `{name}`")
            module = getattr(module, name)
            if not isinstance(module, Module):
                raise AttributeError(f"`{name}` is not an nn.Module")
        return module

    def _member(self, target, kind):
        path, _, name = target.rpartition(".")
        owner = self.get_submodule(path)
        if not hasattr(owner, name):
            raise AttributeError(f"{type(owner).__name__} has no attribute `{name}`")
        if name not in getattr(owner, f"_{kind}s"):
            raise AttributeError(f"`{name}` is not {'an nn.Parameter' if kind == 'parameter' else 'a buffer'}")
        return getattr(owner, name)

    def get_parameter(self, target):
        return self._member(target, "parameter")

    def get_buffer(self, target):
        return self._member(target, "buffer")

    def set_submodule(self, target, module, strict=False):
        """Puts a module at a dotted name."""
        path, _, name = target.rpartition(".")
        if not name:
            raise ValueError("Cannot set the submodule without a target name!")
        if not isinstance(module, Module):
            raise ValueError(f"`module` is not an nn.Module, found {type(module)}")
        owner = self.get_submodule(path)
        if strict and not hasattr(owner, name):
            raise AttributeError(f"{type(owner).__name__} has no attribute `{name}`")
        setattr(owner, name, module)

    # Walks

    def named_modules(self, memo=None, prefix="", remove_duplicate=True):
        """The module and all in it, with dotted names."""
        return _walks.named_modules(self, set() if memo is None else memo, prefix, remove_duplicate)

    def modules(self):
        for _, module in self.named_modules():
            yield module

    def named_children(self):
        """The modules directly in this one, with names."""
        seen = set()
        for name, module in self._modules.items():
            if module is not None and module not in seen:
                seen.add(module)
                yield name, module

    def children(self):
        for _, module in self.named_children():
            yield module

    def named_parameters(self, prefix="", recurse=True, remove_duplicate=True):
        """All parameters, with dotted names."""
        return _walks.named_members(self, "_parameters", prefix, recurse, remove_duplicate)

    def parameters(self, recurse=True):
        for _, parameter in self.named_parameters(recurse=recurse):
            yield parameter

    def named_buffers(self, prefix="", recurse=True, remove_duplicate=True):
        """All buffers, with dotted names."""
        return _walks.named_members(self, "_buffers", prefix, recurse, remove_duplicate)

    def buffers(self, recurse=True):
        for _, buffer in self.named_buffers(recurse=recurse):
            yield buffer

    def apply(self, fn):
        """Calls fn with every module, children first."""
        for module in self.children():
            module.apply(fn)
        fn(self)
        return self

    def train(self, mode=True):
        """Puts the module and all in it into training mode (or out of it)."""
        return super().train(mode)

    # State

    def state_dict(self, *, destination=None, prefix="", keep_vars=False):
        """All parameters and persistent buffers by name, as an OrderedDict."""
        return _state.collect(self, destination, prefix, keep_vars)

    def load_state_dict(self, state_dict, strict=True, assign=False):
        """Copies the tensors of a state dict into this module."""
        return _state.load(self, state_dict, strict, assign)

    # What a subclass keeps in a state dict beside tensors.
    get_extra_state = set_extra_state = _state.no_extra

    def __getstate__(self):
        natives = {name: getattr(self, name) for name in ("_parameters", "_buffers", "_modules", "training")}
        return {**self.__dict__, **natives}

    def __setstate__(self, state):
        self._initialised = True
        plain = dict(state)
        for name in ("_parameters", "_buffers", "_modules"):
            getattr(self, name).update(plain.pop(name))
        self.training = plain.pop("training")
        self.__dict__.update(plain)

    def __reduce_ex__(self, protocol):
        return _remade, (type(self),), self.__getstate__()

    # Gradients, dtypes, devices

    def zero_grad(self, set_to_none=True):
        """Forgets the gradients of all parameters."""
        for parameter in self.parameters():
            if set_to_none:
                parameter.grad = None
            elif parameter.grad is not None:
                parameter.grad.detach_().zero_()

    def requires_grad_(self, requires_grad=True):
        """Says whether all parameters are to be trained."""
        for parameter in self.parameters():
            parameter.requires_grad_(requires_grad)
        return self

    def _apply(self, fn, recurse=True):
        """Replaces the data of all parameters and buffers; the parameters stay the same objects."""
        if recurse:
            for child in self.children():
                child._apply(fn)
        with no_grad():
            for parameter in self._parameters.values():
                if parameter is None:
                    continue
                grad, parameter.grad = parameter.grad, None
                parameter.data = fn(parameter.data)
                if grad is not None:
                    parameter.grad = fn(grad)
            for name, buffer in self._buffers.items():
                if buffer is not None:
                    self._buffers[name] = fn(buffer)
        return self

    def to(self, *args, **kwargs):
        """Moves to a device, or floats to a dtype."""
        device, dtype = kwargs.get("device"), kwargs.get("dtype")
        for given in args:
            if isinstance(given, _torch.Tensor):
                device, dtype = given.device, given.dtype
            elif isinstance(given, _torch.dtype):
                dtype = given
            elif not isinstance(given, bool) and given is not None:
                device = given
        if dtype is not None and not dtype.is_floating_point:
            raise TypeError(
                f"nn.Module.to only accepts floating point or complex dtypes, but got desired dtype={dtype}"
            )

        def moved(tensor):
            tensor = tensor if device is None else tensor.to(device)
            return tensor.to(dtype) if dtype is not None and tensor.is_floating_point() else tensor

        return self._apply(moved)

    def type(self, dst_type):
        return self._apply(lambda tensor: tensor.type(dst_type))

    def float(self):
        return self.to(_torch.float32)

    def double(self):
        return self.to(_torch.float64)

    def half(self):
        return self.to(_torch.float16)

    def bfloat16(self):
        return self.to(_torch.bfloat16)

    def cpu(self):
        return self.to("cpu")

    def cuda(self, device=None):
        return self._apply(lambda tensor: tensor.cuda())

    def to_empty(self, *, device, recurse=True):
        """Moves to a device, without the values."""
        return self._apply(lambda tensor: _torch.empty_like(tensor, device=device), recurse)

    def share_memory(self):
        """Puts the parameters where processes share them: in one process they are there already."""
        return self

    def compile(self, *args, **kwargs):
        """There is no compiler here: the module runs as it is."""

    # Hooks

    def _hooks_of_backward(kind):
        # Few modules have any: the dict is made when it is asked for.
        return property(lambda self: self.__dict__.setdefault(f"{kind}_of", {}))

    _backward_hooks, _backward_pre_hooks = map(_hooks_of_backward, ("_backward_hooks", "_backward_pre_hooks"))

    def register_forward_hook(self, hook, *, prepend=False, with_kwargs=False, always_call=False):
        """Has `hook(module, args, output)` called after every forward; returns a handle with `remove()`."""
        return _hooks.register(self, "_forward_hooks", hook, prepend, with_kwargs, always_call)

    def register_forward_pre_hook(self, hook, *, prepend=False, with_kwargs=False):
        """Has `hook(module, args)` called before every forward; returns a handle with `remove()`."""
        return _hooks.register(self, "_forward_pre_hooks", hook, prepend, with_kwargs)

    def register_full_backward_hook(self, hook, prepend=False):
        """Has `hook(module, grad_input, grad_output)` called in each backward pass; returns a handle with `remove()`."""
        return _hooks.register_backward(self, hook, prepend)

    register_backward_hook = register_full_backward_hook

    def register_full_backward_pre_hook(self, hook, prepend=False):
        """Has `hook(module, grad_output)` called before each backward pass goes into the module."""
        return _hooks.register_backward_pre(self, hook, prepend)

    def _register_state_dict_hook(self, hook):
        """Has `hook(module, state_dict, prefix, local_metadata)` called after `state_dict`; it may return another."""
        return _hooks.register_of(self, "_state_dict_hooks", hook)

    register_state_dict_post_hook = _register_state_dict_hook

    def register_state_dict_pre_hook(self, hook):
        """Has `hook(module, prefix, keep_vars)` called before `state_dict`."""
        return _hooks.register_of(self, "_state_dict_pre_hooks", hook)

    def register_load_state_dict_pre_hook(self, hook):
        """Has `hook(module, state_dict, prefix, local_metadata, strict, missing, unexpected, errors)` called first."""
        return _hooks.register_of(self, "_load_state_dict_pre_hooks", hook)

    def _register_load_state_dict_pre_hook(self, hook, with_module=False):
        return self.register_load_state_dict_pre_hook(hook if with_module else lambda module, *given: hook(*given))

    def register_load_state_dict_post_hook(self, hook):
        """Has `hook(module, incompatible_keys)` called after `load_state_dict`."""
        return _hooks.register_of(self, "_load_state_dict_post_hooks", hook)

    # Printing

    def _get_name(self):
        return type(self).__name__

    def extra_repr(self):
        """What a subclass shows of itself between the parentheses."""
        return ""

    def _child_lines(self):
        return [f"({name}): {indented(repr(module))}" for name, module in self._modules.items()]

    def __repr__(self):
        _walks.check_made(self)
        extra = self.extra_repr()
        own = extra.split("\n") if extra else []
        lines = own + self._child_lines()
        if len(own) == len(lines) <= 1:
            return f"{self._get_name()}({extra})"
        return "\n  ".join([f"{self._get_name()}(", *lines]) + "\n)"

    def __dir__(self):
        names = set(object.__dir__(self)).union(self._parameters, self._buffers, self._modules)
        return sorted(name for name in names if not name[0].isdigit())


def register_module_full_backward_hook(hook):
    """Has `hook(module, grad_input, grad_output)` called in each backward pass, for every module."""
    Module.__call__ = Module._call_with_hooks
    return _hooks.put_backward_everywhere(hook)


def register_module_full_backward_pre_hook(hook):
    """Has `hook(module, grad_output)` called before each backward pass goes into a module, for every module."""
    Module.__call__ = Module._call_with_hooks
    return _hooks.put_backward_pre_everywhere(hook)


def register_module_forward_hook(hook):
    """Has `hook(module, args, output)` called after every forward of every module."""
    return _everywhere("_forward_hooks", hook)


def register_module_forward_pre_hook(hook):
    """Has `hook(module, args)` called before every forward of every module."""
    return _everywhere("_forward_pre_hooks", hook)


def _everywhere(kind, hook):
    # The native call looks at a module's own hooks only: as long as there are others, it is not used.
    Module.__call__ = Module._call_with_hooks
    return _hooks.put_everywhere(kind, hook)

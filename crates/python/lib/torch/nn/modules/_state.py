"""State dicts: collecting a module's tensors by name, and loading them back."""

from _torch import Tensor
from torch._modes import no_grad
from torch._ordered import OrderedDict
from torch.nn.parameter import Parameter, is_lazy


class IncompatibleKeys(tuple):
    """What loading found missing and unexpected; `collections` would be long to load for this one named tuple."""

    __slots__ = ()

    def __new__(cls, missing_keys, unexpected_keys):
        return tuple.__new__(cls, (missing_keys, unexpected_keys))

    @property
    def missing_keys(self):
        return self[0]

    @property
    def unexpected_keys(self):
        return self[1]

    def __repr__(self):
        if not self.missing_keys and not self.unexpected_keys:
            return "<All keys matched successfully>"
        return f"_IncompatibleKeys(missing_keys={self.missing_keys}, unexpected_keys={self.unexpected_keys})"

    __str__ = __repr__


def collect(module, destination, prefix, keep_vars):
    """Puts the parameters and persistent buffers of a module and all in it into `destination`."""
    if destination is None:
        destination = OrderedDict()
        destination._metadata = OrderedDict()
    if hasattr(destination, "_metadata"):
        destination._metadata[prefix[:-1]] = {"version": module._version}
    transient = module._non_persistent()
    buffers = {name: value for name, value in module._buffers.items() if name not in transient}
    for members in (module._parameters, buffers):
        for name, value in members.items():
            if value is not None:
                destination[prefix + name] = value if keep_vars or is_lazy(value) else value.detach()
    for name, child in module._modules.items():
        if child is not None:
            child.state_dict(destination=destination, prefix=f"{prefix}{name}.", keep_vars=keep_vars)
    return destination


def _problem(name, own, value):
    if is_lazy(own):
        own.materialize(value.shape)
    if not isinstance(value, Tensor):
        return (
            f'While copying the parameter named "{name}", expected torch.Tensor or Tensor-like object from checkpoint '
            f"but received {type(value)}"
        )
    if own.shape != value.shape:
        return (
            f"size mismatch for {name}: copying a param with shape {value.shape} from checkpoint, the shape in current "
            f"model is {own.shape}."
        )
    return None


def _put(module, name, own, value, assign):
    if not assign:
        own.copy_(value)
        return
    path, _, last = name.rpartition(".")
    if isinstance(own, Parameter) and not isinstance(value, Parameter):
        value = Parameter(value, requires_grad=own.requires_grad)
    setattr(module.get_submodule(path), last, value)


def _is_due(module, name, versions):
    """Whether a state dict has to have that name: not one from before the module had it."""
    path, _, last = name.rpartition(".")
    since = module.get_submodule(path)._since.get(last)
    return since is None or versions.get(path, {}).get("version", 0) >= since


def _quoted(keys):
    return ", ".join(f'"{key}"' for key in keys)


def load(module, state_dict, strict, assign):
    """Copies tensors by name into a module; in strict mode every name has to match."""
    if not hasattr(state_dict, "keys"):
        raise TypeError(f"Expected state_dict to be dict-like, got {type(state_dict)}.")
    own = module.state_dict(keep_vars=True)
    versions = getattr(state_dict, "_metadata", {})
    missing = [name for name in own if name not in state_dict and _is_due(module, name, versions)]
    unexpected = [name for name in state_dict if name not in own]
    problems = []
    if strict and missing:
        problems.append(f"Missing key(s) in state_dict: {_quoted(missing)}. ")
    if strict and unexpected:
        problems.append(f"Unexpected key(s) in state_dict: {_quoted(unexpected)}. ")
    with no_grad():
        for name, target in own.items():
            if name not in state_dict:
                continue
            problem = _problem(name, target, state_dict[name])
            if problem is None:
                _put(module, name, target, state_dict[name], assign)
            else:
                problems.append(problem)
    if problems:
        listed = "\n\t".join(problems)
        raise RuntimeError(f"Error(s) in loading state_dict for {type(module).__name__}:\n\t{listed}")
    return IncompatibleKeys(missing, unexpected)

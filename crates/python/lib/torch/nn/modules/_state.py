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
    metadata = {"version": module._version}
    if hasattr(destination, "_metadata"):
        destination._metadata[prefix[:-1]] = metadata
    for hook in _hooks_of(module, "_state_dict_pre_hooks"):
        hook(module, prefix, keep_vars)
    for name, value in _members(module):
        destination[prefix + name] = value if keep_vars or is_lazy(value) else value.detach()
    if _has_extra(module):
        destination[prefix + EXTRA] = module.get_extra_state()
    for name, child in module._modules.items():
        if child is not None:
            child.state_dict(destination=destination, prefix=f"{prefix}{name}.", keep_vars=keep_vars)
    for hook in _hooks_of(module, "_state_dict_hooks"):
        changed = hook(module, destination, prefix, metadata)
        destination = destination if changed is None else changed
    return destination


def _members(module):
    """A module's own parameters and persistent buffers, by name."""
    transient = module._non_persistent()
    for name, value in (*module._parameters.items(), *module._buffers.items()):
        if value is not None and name not in transient:
            yield name, value


def _targets(module):
    """What `load` writes into, by dotted name, in the order of `collect`."""
    targets = {}
    for path, each in module.named_modules(remove_duplicate=False):
        prefix = path and f"{path}."
        targets |= {prefix + name: value for name, value in _members(each)}
        if _has_extra(each):
            targets[prefix + EXTRA] = None
    return targets


# The name of what a module keeps beside tensors.
EXTRA = "_extra_state"


def no_extra(_module, state=None):
    """What modules have for `get_extra_state` and `set_extra_state` that keep nothing beside tensors."""
    name = "get" if state is None else "set"
    raise RuntimeError(
        f"Reached a code path in Module.{name}_extra_state() that should never be called. Please file an issue at "
        "https://github.com/pytorch/pytorch/issues/new?template=bug-report.yml to report this bug."
    )


def _has_extra(module):
    return type(module).get_extra_state is not no_extra


def _hooks_of(module, kind):
    return list(module.__dict__.get(kind, {}).values())


def _problem(name, own, value):
    if name.rpartition(".")[2] == EXTRA:
        return None
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
    path, _, last = name.rpartition(".")
    if last == EXTRA:
        module.get_submodule(path).set_extra_state(value)
        return
    if not assign:
        own.copy_(value)
        return
    if isinstance(own, Parameter) and not isinstance(value, Parameter):
        value = Parameter(value, requires_grad=own.requires_grad)
    setattr(module.get_submodule(path), last, value)


def _is_due(module, name, versions):
    """Whether a state dict has to have that name: not one from before the module had it."""
    path, _, last = name.rpartition(".")
    since = module.get_submodule(path)._since.get(last)
    return since is None or versions.get(path, {}).get("version", 0) >= since


def _unexpected(module, names):
    """Names that no module has a use for, in the order of the modules that find them."""
    found = []
    for path, each in module.named_modules(remove_duplicate=False) if names else ():
        prefix = path and f"{path}."
        for name in names:
            first, dot, _ = name[len(prefix) :].partition(".")
            if name.startswith(prefix) and not (dot and first in each._modules):
                found.append(name)
    return found


def _quoted(keys):
    return ", ".join(f'"{key}"' for key in keys)


def load(module, state_dict, strict, assign):
    """Copies tensors by name into a module; in strict mode every name has to match."""
    if not hasattr(state_dict, "keys"):
        raise TypeError(f"Expected state_dict to be dict-like, got {type(state_dict)}.")
    versions = getattr(state_dict, "_metadata", {})
    problems = []
    if any(_hooks_of(each, "_load_state_dict_pre_hooks") for each in module.modules()):
        state_dict = OrderedDict(state_dict)
        _run_pre_hooks(module, state_dict, versions, strict, assign, problems)
    own = _targets(module)
    missing = [name for name in own if name not in state_dict and _is_due(module, name, versions)]
    unexpected = _unexpected(module, [name for name in state_dict if name not in own])
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
    found = IncompatibleKeys(missing, unexpected)
    for each in module.modules():
        for hook in _hooks_of(each, "_load_state_dict_post_hooks"):
            hook(each, found)
    return found


def _run_pre_hooks(module, state_dict, versions, strict, assign, problems):
    """Lets each module's hooks change a state dict before it is read; what they find missing is told with the rest."""
    for name, each in module.named_modules():
        for hook in _hooks_of(each, "_load_state_dict_pre_hooks"):
            metadata = dict(versions.get(name, {}))
            if assign:
                metadata["assign_to_params_buffers"] = assign
            hook(each, state_dict, name and f"{name}.", metadata, strict, [], [], problems)

"""`__torch_function__`: classes that say themselves what functions and methods make of their objects.

Which calls ask is the native side's to know. Start reading at `_asked`.
"""

import _torch


def _asked(name, is_method, args, kwargs):
    """The first answer of a class among the arguments; NotImplemented where none of them has a say."""
    own = _own(args, kwargs)
    if not own:
        return NotImplemented
    function = _function(name, is_method)
    kinds = tuple(type(value) for value in own)
    for value in own:
        answer = value.__torch_function__(function, kinds, args, kwargs)
        if answer is not NotImplemented:
            return answer
    listed = "\n".join(f"  - tensor subclass {kind}" for kind in kinds)
    module = "torch.nn.functional" if not is_method and not hasattr(_torch, name) else "torch"
    place = "torch.Tensor" if is_method else module
    raise TypeError(
        f"Multiple dispatch failed for '{place}.{name}'; all __torch_function__ handlers returned NotImplemented:\n\n{listed}"
        "\n\nFor more information, try re-running with TORCH_LOGS=not_implemented"
    )


def _own(args, kwargs):
    """One object of each class with a say, those of derived classes first."""
    found = []
    for value in _flat((*args, *kwargs.values())):
        kind = type(value)
        if isinstance(value, complex):
            from torch._complex import ComplexTensor

            value, kind = ComplexTensor.of_number(value), ComplexTensor
        is_plain = kind is _torch.Tensor or issubclass(kind, _torch._Parameter)
        if is_plain or not hasattr(kind, "__torch_function__"):
            continue
        if all(type(other) is not kind for other in found):
            at = next((at for at, other in enumerate(found) if issubclass(kind, type(other))), len(found))
            found.insert(at, value)
    return found


def _flat(values):
    for value in values:
        if isinstance(value, (tuple, list)) and not isinstance(value, _torch.Size):
            yield from value
        else:
            yield value


def _function(name, is_method):
    if is_method:
        return getattr(_torch.Tensor, name)
    if hasattr(_torch, name):
        return getattr(_torch, name)
    return _torch._functional.get(name) or _torch._linalg[name.removeprefix("linalg_")]


def of_tensor(cls, func, types, args=(), kwargs=None):
    """What `torch.Tensor` itself answers: the function's result, as an object of the class that was asked."""
    if not all(issubclass(cls, kind) for kind in types):
        return NotImplemented
    return _as(cls, _torch._without_overrides(func, *args, **(kwargs or {})))


def _as(cls, result):
    if isinstance(result, (tuple, list)):
        values = [_as(cls, value) for value in result]
        return type(result)(values) if not isinstance(result, _torch.Size) else result
    is_plain = isinstance(result, _torch.Tensor) and not isinstance(result, cls)
    return _torch._as_subclass(result, cls) if is_plain else result


def has_torch_function(relevant_args):
    """Whether a class among the arguments has a say."""
    return bool(_own(tuple(relevant_args), {}))


def handle_torch_function(public_api, relevant_args, *args, **kwargs):
    """The first answer of the classes among `relevant_args`."""
    own = _own(tuple(relevant_args), {})
    for value in own:
        answer = value.__torch_function__(public_api, tuple(map(type, own)), args, kwargs)
        if answer is not NotImplemented:
            return answer
    kinds = [type(value) for value in own]
    raise TypeError(
        f"no implementation found for '{public_api.__module__}.{public_api.__name__}' on types that implement "
        f"__torch_function__: {kinds}"
    )


def is_tensor_like(inp):
    """Whether it is a tensor, or says itself what functions make of it."""
    return type(inp) is _torch.Tensor or hasattr(inp, "__torch_function__")


def has_torch_function_variadic(*args):
    """As `has_torch_function`, of arguments one by one."""
    return has_torch_function(args)


def has_torch_function_unary(obj):
    """As `has_torch_function`, of one argument."""
    return has_torch_function((obj,))


_NOT_BUILT = frozenset(
    "BaseTorchFunctionMode TorchFunctionMode enable_reentrant_dispatch get_ignored_functions get_overridable_functions "
    "get_testing_overrides is_tensor_method_or_property resolve_name wrap_torch_function".split()
)


def __getattr__(name):
    if name in _NOT_BUILT:
        raise NotImplementedError(f"torch.overrides.{name} is not built into this torch")
    raise AttributeError(f"module 'torch.overrides' has no attribute '{name}'")

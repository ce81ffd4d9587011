"""Hooks around `forward`, and the handles that take them away again."""

import _torch


class RemovableHandle:
    """What registering a hook returns; `remove()` or leaving a with statement unregisters it."""

    _next_id = 0

    def __init__(self, hooks_dict, *, extra_dict=None):
        self.hooks = hooks_dict
        self.others = [] if extra_dict is None else list(extra_dict) if isinstance(extra_dict, list) else [extra_dict]
        self.id = RemovableHandle._next_id
        RemovableHandle._next_id += 1

    def remove(self):
        for hooks in (self.hooks, *self.others):
            hooks.pop(self.id, None)

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        self.remove()


RemovableHandle.__module__ = "torch.utils.hooks"


def put(hooks, hook, prepend=False, handle=None):
    """Adds a hook to a dict of hooks, last unless `prepend`; under the number of a handle that is there already."""
    handle = handle or RemovableHandle(hooks)
    later = list(hooks.items()) if prepend else []
    if prepend:
        hooks.clear()
    hooks[handle.id] = hook
    hooks.update(later)
    return handle


def register(module, kind, hook, prepend=False, with_kwargs=False, always_call=False):
    """Adds a hook to a module's `_forward_hooks` or `_forward_pre_hooks`."""
    handle = put(getattr(module, kind), hook, prepend)
    for flag, given in (("with_kwargs", with_kwargs), ("always_called", always_call)):
        if given:
            module.__dict__.setdefault(f"{kind}_{flag}", {})[handle.id] = True
    return handle


def register_of(module, kind, hook):
    """Adds a hook of state dicts to a module: these dicts are there only where there are hooks."""
    return put(module.__dict__.setdefault(kind, {}), hook)


# Hooks of all modules.
_everywhere = {"_forward_hooks": {}, "_forward_pre_hooks": {}}


def put_everywhere(kind, hook):
    """Adds a hook of all modules."""
    return put(_everywhere[kind], hook)


def are_everywhere():
    """Whether there are hooks of all modules."""
    return any(_everywhere.values())


def _listed(module, kind):
    """The hooks of a kind, each with whether it takes keyword arguments."""
    flags = module.__dict__.get(f"{kind}_with_kwargs", ())
    own = [(hook, number in flags) for number, hook in getattr(module, kind).items()]
    others = [(hook, False) for hook in _everywhere[kind].values()]
    # Those that see gradients of the input see it as `forward` gets it; of the output, as the caller gets it. A backward
    # pass meets them the other way round.
    first = [each for each in others + own if not hasattr(each[0], "comes_last")]
    return first + [each for each in (others + own)[::-1] if hasattr(each[0], "comes_last")]


def call(module, args, kwargs):
    """Calls `forward` between the module's hooks; what a hook returns replaces the input or the output."""
    always = module.__dict__.get("_forward_hooks_always_called", ())
    try:
        return _called(module, args, kwargs)
    except Exception:
        for number, hook in list(module._forward_hooks.items()):
            if number in always:
                flags = module.__dict__.get("_forward_hooks_with_kwargs", ())
                hook(module, args, kwargs, None) if number in flags else hook(module, args, None)
        raise


def _both(changed):
    if isinstance(changed, tuple) and len(changed) == 2:
        return changed
    raise RuntimeError(f"forward pre-hook must return None or a tuple of (new_args, new_kwargs), but got {changed}.")


def _called(module, args, kwargs):
    for hook, with_kwargs in _listed(module, "_forward_pre_hooks"):
        if with_kwargs:
            changed = hook(module, args, kwargs)
            if changed is not None:
                args, kwargs = _both(changed)
            continue
        changed = hook(module, args)
        if changed is not None:
            args = changed if isinstance(changed, tuple) else (changed,)
    output = module.forward(*args, **kwargs)
    for hook, with_kwargs in _listed(module, "_forward_hooks"):
        changed = hook(module, args, kwargs, output) if with_kwargs else hook(module, args, output)
        if changed is not None:
            output = changed
    return output


def _wrapped():
    """A function that hands its inputs on and tells `seen` their gradients; what that returns replaces them."""
    from torch.autograd import Function

    class BackwardHookFunction(Function):
        @staticmethod
        def forward(ctx, seen, *values):
            ctx.seen = seen
            return tuple(each.view_as(each) if hasattr(each, "view_as") else each for each in values)

        @staticmethod
        def backward(ctx, *grads):
            return (None, *ctx.seen(grads))

    return BackwardHookFunction.apply


_NO_INPUTS = (
    "Full backward hook is firing when gradients are computed with respect to module outputs since no inputs require "
    "gradients. See https://docs.pytorch.org/docs/main/generated/torch.nn.Module.html#torch.nn.Module."
    "register_full_backward_hook for more details."
)


def _replaced(changed, grads, kind, name):
    """What a hook gave in place of gradients, if it did."""
    if changed is None:
        return grads
    if len(changed) != len(grads):
        raise RuntimeError(
            f"Backward {kind} returned an invalid number of {name}, got {len(changed)}, but expected {len(grads)}"
        )
    return changed


def _needs_gradient(values):
    return any(getattr(value, "requires_grad", False) for value in values)


def register_backward_pre(module, hook, prepend):
    """Has a hook called with the gradients of the outputs, which it may replace, before they go into the module."""
    return _of_backward(module, "_backward_pre_hooks", hook, prepend, _forward_hooks=_around_pre(hook))


def put_backward_pre_everywhere(hook):
    """As `register_backward_pre`, for all modules."""
    return put_everywhere("_forward_hooks", _around_pre(hook))


def _around_pre(hook):
    """What stands after `forward` for a hook that is called before a backward pass goes into the module."""
    apply = _wrapped()

    def after(module, _args, output):
        values = output if isinstance(output, tuple) else (output,)
        if not _needs_gradient(values):
            return None
        made = apply(lambda grads: _replaced(hook(module, grads), grads, "pre hook", "grad_output"), *values)
        return made if isinstance(output, tuple) else made[0]

    after.comes_last = True
    return after


def register_backward(module, hook, prepend):
    """Has a hook called with the gradients of the inputs, which it may replace, and those of the outputs."""
    before, after = _around(hook)
    return _of_backward(module, "_backward_hooks", hook, prepend, _forward_pre_hooks=before, _forward_hooks=after)


def put_backward_everywhere(hook):
    """As `register_backward`, for all modules."""
    before, after = _around(hook)
    handle = put_everywhere("_forward_pre_hooks", before)
    put(_everywhere["_forward_hooks"], after, False, handle)
    handle.others.append(_everywhere["_forward_hooks"])
    return handle


def _around(hook):
    """What stands before and after `forward` for a hook of backward passes."""
    apply = _wrapped()

    # The calls that are under way, one in another: the gradients of each one's outputs.
    calls = []

    def before(module, args):
        outputs = []
        calls.append(outputs)
        if not _needs_gradient(args):
            return None
        return apply(lambda grads: _replaced(hook(module, grads, *outputs), grads, "hook", "grad_input"), *args)

    def after(module, args, output):
        outputs, values = calls.pop(), output if isinstance(output, tuple) else (output,)
        if not _needs_gradient(values):
            return None

        def seen(grads):
            outputs[:] = [grads]
            if not _needs_gradient(args):
                _torch._warn(_NO_INPUTS)
                hook(module, (None,) * len(args), grads)
            return grads

        wrapped = apply(seen, *values)
        return wrapped if isinstance(output, tuple) else wrapped[0]

    before.comes_last = True
    return before, after


def _of_backward(module, kind, hook, prepend, **around):
    """Registers a hook of backward passes, and what stands around `forward` for it, under one handle."""
    handle = put(getattr(module, kind), hook, prepend)
    for where, each in around.items():
        put(getattr(module, where), each, prepend, handle)
        handle.others.append(getattr(module, where))
    return handle

"""Hooks around `forward`, and the handles that take them away again."""


class RemovableHandle:
    """What registering a hook returns; `remove()` or leaving a with statement unregisters it."""

    _next_id = 0

    def __init__(self, hooks):
        self.hooks = hooks
        self.id = RemovableHandle._next_id
        RemovableHandle._next_id += 1

    def remove(self):
        self.hooks.pop(self.id, None)

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        self.remove()


def register(hooks, hook, prepend, with_kwargs):
    """Adds a hook to a module's dict of hooks, last unless `prepend`."""
    handle = RemovableHandle(hooks)
    later = list(hooks.items()) if prepend else []
    if prepend:
        hooks.clear()
    hooks[handle.id] = (hook, with_kwargs)
    hooks.update(later)
    return handle


def call(module, args, kwargs):
    """Calls `forward` between the module's hooks; what a hook returns replaces the input or the output."""
    # Those that see gradients of the input see it as `forward` gets it.
    before = sorted(module._forward_pre_hooks.values(), key=lambda each: getattr(each[0], "comes_last", False))
    for hook, with_kwargs in before:
        if with_kwargs:
            changed = hook(module, args, kwargs)
            if changed is not None:
                args, kwargs = changed
            continue
        changed = hook(module, args)
        if changed is not None:
            args = changed if isinstance(changed, tuple) else (changed,)
    output = module.forward(*args, **kwargs)
    for hook, with_kwargs in list(module._forward_hooks.values()):
        changed = hook(module, args, kwargs, output) if with_kwargs else hook(module, args, output)
        if changed is not None:
            output = changed
    return output


class _Both:
    """The handle of what stands before and after `forward`."""

    def __init__(self, *handles):
        self._handles = handles

    def remove(self):
        for handle in self._handles:
            handle.remove()

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        self.remove()


def register_backward(module, hook, prepend):
    """Has a hook called with the gradients of the inputs, which it may replace, and those of the outputs."""
    from torch.autograd import Function

    class BackwardHookFunction(Function):
        """Its inputs again; `seen` gets their gradients, and what it returns replaces them."""

        @staticmethod
        def forward(ctx, seen, *values):
            ctx.seen = seen
            return tuple(each.view_as(each) if hasattr(each, "view_as") else each for each in values)

        @staticmethod
        def backward(ctx, *grads):
            changed = ctx.seen(grads)
            if changed is None:
                return (None, *grads)
            return (None, *(changed if isinstance(changed, tuple) else (changed,)))

    def needs_gradient(values):
        return any(getattr(value, "requires_grad", False) for value in values)

    # The calls that are under way, one in another: the gradients of each one's outputs.
    calls = []

    def before(_, args):
        outputs = []
        calls.append(outputs)
        if not needs_gradient(args):
            return None
        return BackwardHookFunction.apply(lambda grads: hook(module, grads, *outputs), *args)

    def after(_, args, output):
        outputs, values = calls.pop(), output if isinstance(output, tuple) else (output,)
        if not needs_gradient(values):
            return None

        def seen(grads):
            outputs[:] = [grads]
            if not needs_gradient(args):
                hook(module, (None,) * len(args), grads)

        wrapped = BackwardHookFunction.apply(seen, *values)
        return wrapped if isinstance(output, tuple) else wrapped[0]

    before.comes_last = True
    return _Both(
        register(module._forward_pre_hooks, before, False, False), register(module._forward_hooks, after, prepend, False)
    )

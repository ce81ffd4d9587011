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
    for hook, with_kwargs in list(module._forward_pre_hooks.values()):
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

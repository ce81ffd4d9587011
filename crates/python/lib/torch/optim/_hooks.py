"""Hooks around an optimizer's steps.

What it is not: hooks of modules and tensors. Start reading at `register_of_step`.
"""

from torch.nn.modules._hooks import put

_BEFORE, _AFTER = "_optimizer_step_pre_hooks", "_optimizer_step_post_hooks"


def register_of_step(optimizer, kind, hook):
    """Adds a hook, and with the first one has the optimizer's steps go through `_hooked`."""
    if not hasattr(optimizer, _BEFORE):
        setattr(optimizer, _BEFORE, {})
        setattr(optimizer, _AFTER, {})
        optimizer.step = _hooked(optimizer, optimizer.step)
    return put(getattr(optimizer, kind), hook)


def _hooked(optimizer, step):
    def hooked(*args, **kwargs):
        for hook in list(getattr(optimizer, _BEFORE).values()):
            changed = hook(optimizer, args, kwargs)
            if changed is not None:
                args, kwargs = changed
        result = step(*args, **kwargs)
        for hook in list(getattr(optimizer, _AFTER).values()):
            hook(optimizer, args, kwargs)
        return result

    return hooked

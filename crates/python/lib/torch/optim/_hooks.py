"""Hooks around an optimizer's steps, and around what it saves and takes up.

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
        # PyTorch's hooks stand around the method: the first of its arguments is the optimizer.
        args = (optimizer, *args)
        for hook in list(getattr(optimizer, _BEFORE).values()):
            changed = hook(optimizer, args, kwargs)
            if changed is not None:
                args, kwargs = _both(changed, type(optimizer).step)
        result = step(*args[1:], **kwargs)
        for hook in list(getattr(optimizer, _AFTER).values()):
            hook(optimizer, args, kwargs)
        return result

    return hooked


def _both(changed, step):
    if isinstance(changed, tuple) and len(changed) == 2:
        return changed
    raise RuntimeError(f"{step} must return None or a tuple of (new_args, new_kwargs), but got {changed}.")


def register_of_state(optimizer, when, hook, prepend):
    """Adds a hook around `state_dict` or `load_state_dict`, by whose name and "pre" or "post" `when` is called."""
    name, _, moment = when.rpartition("_")
    hooks = f"_optimizer_{name}_hooks"
    if not hasattr(optimizer, hooks):
        setattr(optimizer, hooks, {"pre": {}, "post": {}})
        around = _saving if name == "state_dict" else _taking
        setattr(optimizer, name, around(optimizer, getattr(optimizer, name), getattr(optimizer, hooks)))
    return put(getattr(optimizer, hooks)[moment], hook, prepend)


def _saving(optimizer, state_dict, hooks):
    def saving():
        for hook in list(hooks["pre"].values()):
            hook(optimizer)
        found = state_dict()
        for hook in list(hooks["post"].values()):
            changed = hook(optimizer, found)
            found = found if changed is None else changed
        return found

    return saving


def _taking(optimizer, load_state_dict, hooks):
    def taking(state_dict):
        state_dict = state_dict.copy()
        for hook in list(hooks["pre"].values()):
            changed = hook(optimizer, state_dict)
            state_dict = state_dict if changed is None else changed
        load_state_dict(state_dict)
        for hook in list(hooks["post"].values()):
            hook(optimizer)

    return taking

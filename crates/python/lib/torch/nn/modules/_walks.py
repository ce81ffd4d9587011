"""Going through a module and all in it, by name."""


def joined(prefix, name):
    """The dotted name of a member of the module at `prefix`."""
    return f"{prefix}.{name}" if prefix else name


def check_made(module, name="_modules"):
    """Raises AttributeError for a module whose class does not call `super().__init__()`."""
    if not module._initialised:
        raise AttributeError(f"'{type(module).__name__}' object has no attribute '{name}'")


def named_modules(module, memo, prefix, remove_duplicate):
    """Yields the module itself, then what is in it, depth first."""
    if module in memo:
        return
    if remove_duplicate:
        memo.add(module)
    yield prefix, module
    check_made(module)
    for name, child in module._modules.items():
        if child is not None:
            yield from child.named_modules(memo, joined(prefix, name), remove_duplicate)


def named_members(module, kind, prefix, recurse, remove_duplicate):
    """Yields the `_parameters` or `_buffers` of each module."""
    seen = set()
    modules = module.named_modules(prefix=prefix, remove_duplicate=remove_duplicate) if recurse else [(prefix, module)]
    for path, owner in modules:
        check_made(owner, kind)
        for name, member in getattr(owner, kind).items():
            if member is None or id(member) in seen:
                continue
            if remove_duplicate:
                seen.add(id(member))
            yield joined(path, name), member

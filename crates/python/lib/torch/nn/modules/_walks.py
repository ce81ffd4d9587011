"""Going through a module and all in it, by name."""


def joined(prefix, name):
    """The dotted name of a member of the module at `prefix`."""
    return f"{prefix}.{name}" if prefix else name


def named_modules(module, memo, prefix, remove_duplicate):
    """Yields the module itself, then what is in it, depth first."""
    if module in memo:
        return
    if remove_duplicate:
        memo.add(module)
    yield prefix, module
    for name, child in module._modules.items():
        if child is not None:
            yield from child.named_modules(memo, joined(prefix, name), remove_duplicate)


def named_members(module, members_of, prefix, recurse, remove_duplicate):
    """Yields the parameters or buffers that `members_of` finds in each module."""
    seen = set()
    modules = module.named_modules(prefix=prefix, remove_duplicate=remove_duplicate) if recurse else [(prefix, module)]
    for path, owner in modules:
        for name, member in members_of(owner).items():
            if member is None or id(member) in seen:
                continue
            if remove_duplicate:
                seen.add(id(member))
            yield joined(path, name), member

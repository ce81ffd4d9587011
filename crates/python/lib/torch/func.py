"""Functions of functions: derivatives, and modules with other parameters.

`vmap` is in `_vmap`. Start reading at `grad_and_value`.
"""

import functools

import _torch
from _scalars import INTS
from torch._vmap import vmap
from torch._modes import enable_grad
from torch.autograd import functional as _functional
from torch.autograd import grad as _gradients

__all__ = (
    "functional_call functionalize grad grad_and_value hessian jacfwd jacrev jvp linearize replace_all_batch_norm_modules_ "
    "stack_module_state vjp vmap"
).split()


def _leaf(value):
    """A tensor to differentiate by: still in the graph of one that is differentiated outside."""
    return value.view_as(value) if value.requires_grad else value.detach().requires_grad_()


def _tensors(value):
    """The tensors in nested dicts, lists and tuples, in their order."""
    if isinstance(value, _torch.Tensor):
        return [value]
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, (list, tuple)) else ()
    return [tensor for each in inner for tensor in _tensors(each)]


def _rebuilt(value, tensors):
    """The same nesting, with the next of an iterator's tensors for each of its own."""
    if isinstance(value, _torch.Tensor):
        return next(tensors)
    if isinstance(value, dict):
        return {key: _rebuilt(each, tensors) for key, each in value.items()}
    return type(value)(_rebuilt(each, tensors) for each in value) if isinstance(value, (list, tuple)) else value


def _check_numbers(numbers, args):
    """Refuses numbers of arguments that there are not, and arguments in which something is no tensor."""
    for at in numbers:
        if not -len(args) <= at < len(args):
            raise RuntimeError(f"Got argnum={at}, but only {len(args)} positional inputs")
        for value in _items(args[at]):
            if not isinstance(value, _torch.Tensor):
                raise ValueError(f"Thing passed to transform API must be Tensor, got {type(value)}")
            if not value.is_floating_point():
                raise RuntimeError("only Tensors of floating point dtype can require gradients")


def _items(value):
    """What nested dicts, lists and tuples hold, in its order."""
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, (list, tuple)) else None
    return [value] if inner is None else [item for each in inner for item in _items(each)]


def _with_leaves(args, argnums):
    """The arguments with leaves for those to differentiate by; and these, and whether they are in a graph outside."""
    numbers = (argnums,) if isinstance(argnums, INTS) else tuple(argnums)
    _check_numbers(numbers, args)
    args, leaves = list(args), []
    is_nested = any(tensor.requires_grad for at in numbers for tensor in _tensors(args[at]))
    for at in numbers:
        own = [_leaf(tensor) for tensor in _tensors(args[at])]
        args[at] = _rebuilt(args[at], iter(own))
        leaves += own
    return args, leaves, is_nested


def _ended(value, is_nested):
    """What a function gives, cut off from the graph, unless that goes on outside."""
    return value if is_nested else _rebuilt(value, iter([tensor.detach() for tensor in _tensors(value)]))


def grad_and_value(func, argnums=0, has_aux=False):
    """A function that returns the gradient of func by arguments, and its value."""

    @functools.wraps(func, updated=())
    def both(*args, **kwargs):
        with enable_grad():
            args, leaves, is_nested = _with_leaves(args, argnums)
            output = func(*args, **kwargs)
            value = output[0] if has_aux else output
            if not isinstance(value, _torch.Tensor):
                raise RuntimeError(
                    f"grad_and_value(f)(*args): Expected f(*args) to return a Tensor, got {type(value)}"
                )
            if value.dim() != 0:
                raise RuntimeError(
                    f"grad_and_value(f)(*args): Expected f(*args) to return a scalar Tensor, got tensor with {value.dim()} "
                    "dims. Maybe you wanted to use the vjp or jacrev APIs instead?"
                )
            found = [None] * len(leaves)
            if value.requires_grad:
                found = _gradients(value, leaves, create_graph=True, allow_unused=True)
            found = [
                _torch.zeros_like(leaf) if each is None else _ended(each, is_nested) for leaf, each in zip(leaves, found)
            ]
        chosen = args[argnums] if isinstance(argnums, INTS) else tuple(args[at] for at in argnums)
        gradient, value = _rebuilt(chosen, iter(found)), _ended(value, is_nested)
        return gradient, (value, _ended(output[1], is_nested)) if has_aux else value

    return both


def grad(func, argnums=0, has_aux=False):
    """A function that returns the gradient of func by arguments."""
    both = grad_and_value(func, argnums, has_aux)

    @functools.wraps(func, updated=())
    def gradient(*args, **kwargs):
        found, value = both(*args, **kwargs)
        return (found, value[1]) if has_aux else found

    return gradient


def _check_only_tensors(output):
    if isinstance(output, (tuple, list, dict)):
        for each in output.values() if isinstance(output, dict) else output:
            _check_only_tensors(each)
    elif not isinstance(output, _torch.Tensor):
        raise RuntimeError(
            f"vjp(f, *primals): expected f(*primals) to return only tensors, got unsupported type {type(output)}"
        )


def jacrev(func, argnums=0, has_aux=False, *, chunk_size=None):
    """A function that returns the Jacobian of func by arguments; rows are computed one by one."""

    @functools.wraps(func, updated=())
    def rows(*args, **kwargs):
        many = not isinstance(argnums, INTS)
        numbers = tuple(argnums) if many else (argnums,)
        _check_numbers(numbers, args)
        chosen, seen = [args[at] for at in numbers], {}

        def of_tensors(*tensors):
            whole = list(args)
            for at, value in zip(numbers, _rebuilt(chosen, iter(tensors))):
                whole[at] = value
            output = func(*whole, **kwargs)
            output, seen["aux"] = output if has_aux else (output, None)
            _check_only_tensors(output)
            seen["output"] = output
            return output if isinstance(output, _torch.Tensor) else tuple(_tensors(output))

        tensors = tuple(_tensors(chosen))
        is_nested = any(value.requires_grad for value in tensors)
        found = _functional.jacobian(of_tensors, tensors, create_graph=is_nested)
        output = seen["output"]
        parts = [found] if isinstance(output, _torch.Tensor) else found
        parts = [_rebuilt(chosen if many else chosen[0], iter(part)) for part in parts]
        parts = [tuple(part) if many else part for part in parts]
        found = _rebuilt(output, iter(parts))
        return (found, _ended(seen["aux"], is_nested)) if has_aux else found

    return rows


def jacfwd(func, argnums=0, has_aux=False, *, chunk_size=None, randomness="error"):
    """As jacrev; a result with zeros is found again by columns, as PyTorch finds it: their signs differ."""
    rows = jacrev(func, argnums, has_aux)

    @functools.wraps(func, updated=())
    def columns(*args, **kwargs):
        value = args[argnums] if isinstance(argnums, INTS) and -len(args) <= argnums < len(args) else None
        found = rows(*args, **kwargs)
        is_plain = isinstance(value, _torch.Tensor) and isinstance(found, _torch.Tensor) and not value.requires_grad
        if not is_plain or not bool((found == 0).any()):
            return found

        def of_one(own):
            return func(*(own if at == argnums % len(args) else arg for at, arg in enumerate(args)), **kwargs)

        units = _torch.eye(value.numel(), dtype=value.dtype).reshape(-1, *value.shape)
        parts = [_functional.jvp(of_one, (value,), (unit,))[1].detach() for unit in units]
        return _torch.stack(parts, -1).reshape(found.shape)

    return columns


def hessian(func, argnums=0):
    """A function that returns the second derivatives of func by arguments."""
    rows = jacrev(jacrev(func, argnums), argnums)

    def columns(*args):
        found = rows(*args)
        dims = args[argnums].dim() if isinstance(argnums, INTS) and isinstance(args[argnums], _torch.Tensor) else None
        if dims is None or not isinstance(found, _torch.Tensor) or found.dim() != 2 * dims:
            return found
        # PyTorch goes by columns: the numbers are the same, but for the signs of zeros.
        return found.permute(*range(dims, 2 * dims), *range(dims))

    return columns


def vjp(func, *primals, has_aux=False):
    """The outputs, and a function that multiplies vectors by the Jacobian."""
    with enable_grad():
        args, leaves, is_nested = _with_leaves(primals, range(len(primals)))
        output = func(*args)
        output, aux = output if has_aux else (output, None)

    def pull(*cotangents, retain_graph=True, create_graph=None):
        outputs = output if isinstance(output, tuple) else (output,)
        if len(cotangents) == 1 and isinstance(cotangents[0], tuple):
            cotangents = cotangents[0]
        found = _gradients(outputs, leaves, cotangents, retain_graph=True, create_graph=is_nested, allow_unused=True)
        return tuple(_torch.zeros_like(leaf) if each is None else each for leaf, each in zip(leaves, found))

    shown = tuple(_ended(each, is_nested) for each in output) if isinstance(output, tuple) else _ended(output, is_nested)
    return (shown, pull, _ended(aux, is_nested)) if has_aux else (shown, pull)


def jvp(func, primals, tangents, *, strict=False, has_aux=False):
    """The outputs, and the Jacobian times tangents."""
    if not isinstance(primals, tuple):
        raise RuntimeError(
            "jvp(f, primals, tangents): Expected primals to be a tuple. E.g. it should be valid to call f(*primals)."
        )
    for primal, tangent in zip(_tensors(primals), _tensors(tangents)):
        if primal.shape != tangent.shape:
            raise RuntimeError(
                "Trying to set a forward gradient that has a different size than that of the original Tensor, this is not "
                f"supported. Tensor is of size {list(primal.shape)} while the given forward gradient is of size "
                f"{list(tangent.shape)}."
            )
    aux = None

    def plain(*args):
        nonlocal aux
        output = func(*args)
        if has_aux:
            output, aux = output
        return output

    output, product = _functional.jvp(plain, primals, tangents, strict=strict)
    return (output, product, aux) if has_aux else (output, product)


def linearize(func, *primals):
    """The outputs, and a function that multiplies tangents by the Jacobian there."""

    def product(*tangents):
        return jvp(func, primals, tangents)[1]

    return _ended(func(*primals), False), product


def _check_names(module, tensors):
    """Refuses tensors that are not exactly a module's."""
    own = {name for members in (module.named_parameters(), module.named_buffers()) for name, _ in members}
    lines = [
        f"\n\t{word} key(s): " + ", ".join(map(repr, sorted(names))) + "."
        for word, names in (("Unexpected", set(tensors) - own), ("Missing", own - set(tensors)))
        if names
    ]
    if lines:
        raise RuntimeError(f"Error(s) in reparametrizing for {type(module).__name__}:" + "".join(lines))


def functional_call(module, parameter_and_buffer_dicts, args=None, kwargs=None, *, tie_weights=True, strict=False):
    """Calls a module with other tensors in place of its parameters and buffers, which stay as they are."""
    dicts = parameter_and_buffer_dicts
    tensors = {}
    for each in dicts if isinstance(dicts, (list, tuple)) else (dicts,):
        tensors.update(each)
    if strict:
        _check_names(module, tensors)
    before = []
    try:
        for name, tensor in tensors.items():
            path, _, last = name.rpartition(".")
            owner = module.get_submodule(path)
            members = owner._parameters if last in owner._parameters else owner._buffers
            if last not in members:
                continue
            before.append((members, last, members[last]))
            members[last] = tensor
        args = () if args is None else args if isinstance(args, tuple) else (args,)
        return module(*args, **(kwargs or {}))
    finally:
        for members, last, value in reversed(before):
            members[last] = value


def stack_module_state(models):
    """The parameters and the buffers of several modules of one kind, stacked by name."""
    if not models:
        raise RuntimeError("stack_module_state: Expected at least one model, got 0.")
    parameters = {
        name: _torch.stack([dict(model.named_parameters())[name] for model in models]).detach().requires_grad_()
        for name, _ in models[0].named_parameters()
    }
    buffers = {
        name: _torch.stack([dict(model.named_buffers())[name] for model in models])
        for name, _ in models[0].named_buffers()
    }
    return parameters, buffers


def functionalize(func, *, remove="mutations"):
    """A function that does what func does: what it changes in place is changed outside, too."""
    if remove not in ("mutations", "mutations_and_views"):
        raise RuntimeError(
            f"functionalize(f, remove='mutations'): received invalid argument for remove={remove}. Valid options are:\n     "
            "remove='mutations': all inplace and out= operators will be removed from the program, and replaced with their out-of-place equivalents.\n     "
            f"remove='mutations_and_views': In addition to the above, all aliasing operators {{view}} will be replaced with their non-aliasing counterparts, {{view}}_copy.\n"
        )

    @functools.wraps(func, updated=())
    def same(*args, **kwargs):
        return func(*args, **kwargs)

    return same


def replace_all_batch_norm_modules_(root):
    """Has the batch norms of a module go by their batches alone, as `vmap` needs it; in place."""
    from torch.nn.modules.batchnorm import _BatchNorm

    for module in root.modules():
        if isinstance(module, _BatchNorm) and module.track_running_stats:
            module.running_mean = module.running_var = module.num_batches_tracked = None
            module.track_running_stats = False
    return root

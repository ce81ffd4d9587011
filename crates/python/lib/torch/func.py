"""Functions of functions: derivatives and `vmap`, which calls a function for each part of its arguments."""

import _torch
from torch._modes import enable_grad
from torch.autograd import functional as _functional
from torch.autograd import grad as _gradients
from torch.random import get_rng_state, set_rng_state

__all__ = (
    "functional_call grad grad_and_value hessian jacfwd jacrev jvp linearize stack_module_state vjp vmap"
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
    numbers = (argnums,) if isinstance(argnums, int) else tuple(argnums)
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
        chosen = args[argnums] if isinstance(argnums, int) else tuple(args[at] for at in argnums)
        gradient, value = _rebuilt(chosen, iter(found)), _ended(value, is_nested)
        return gradient, (value, _ended(output[1], is_nested)) if has_aux else value

    return both


def grad(func, argnums=0, has_aux=False):
    """A function that returns the gradient of func by arguments."""
    both = grad_and_value(func, argnums, has_aux)

    def gradient(*args, **kwargs):
        found, value = both(*args, **kwargs)
        return (found, value[1]) if has_aux else found

    return gradient


def jacrev(func, argnums=0, has_aux=False, *, chunk_size=None):
    """A function that returns the Jacobian of func by arguments; rows are computed one by one."""

    def rows(*args, **kwargs):
        many = not isinstance(argnums, int)
        numbers = tuple(argnums) if many else (argnums,)
        _check_numbers(numbers, args)
        chosen, seen = [args[at] for at in numbers], {}

        def of_tensors(*tensors):
            whole = list(args)
            for at, value in zip(numbers, _rebuilt(chosen, iter(tensors))):
                whole[at] = value
            output = func(*whole, **kwargs)
            output, seen["aux"] = output if has_aux else (output, None)
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
    """As jacrev: gradients are computed backward here."""
    return jacrev(func, argnums, has_aux)


def hessian(func, argnums=0):
    """A function that returns the second derivatives of func by arguments."""
    rows = jacrev(jacrev(func, argnums), argnums)

    def columns(*args):
        found = rows(*args)
        dims = args[argnums].dim() if isinstance(argnums, int) and isinstance(args[argnums], _torch.Tensor) else None
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
    return (shown, pull, aux) if has_aux else (shown, pull)


def jvp(func, primals, tangents, *, strict=False, has_aux=False):
    """The outputs, and the Jacobian times tangents."""
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


_RANDOM = (
    "vmap: called random operation while in randomness error mode. Please either use the 'same' or 'different' randomness "
    "flags on vmap or perform the randomness operation out of vmap"
)


def vmap(func, in_dims=0, out_dims=0, randomness="error", *, chunk_size=None):
    """A function that calls func for each part of its arguments along `in_dims` and stacks what it returns."""
    if randomness not in ("error", "different", "same"):
        raise RuntimeError(f"Only allowed values for randomness are 'error', 'different', or 'same'. Got {randomness}")

    def mapped(*args, **kwargs):
        dims = (in_dims,) * len(args) if isinstance(in_dims, int) else tuple(in_dims)
        if len(dims) != len(args):
            raise ValueError(
                f"vmap({_name(func)}, in_dims={in_dims}, ...)(<inputs>): in_dims is not compatible with the structure of "
                f"`inputs`. in_dims has structure {_structure(dims)} but inputs has structure {_structure(args)}."
            )
        for arg, dim in zip(args, dims):
            _check_mapped(func, in_dims, arg, dim)
        parts = [_parts(arg, dim) for arg, dim in zip(args, dims)]
        sizes = [len(part) for part in parts if part is not None]
        if not sizes:
            raise ValueError(
                f"vmap({_name(func)}, in_dims={in_dims}, ...)(<inputs>): at least one input must be mapped over"
            )
        if len(set(sizes)) > 1:
            raise ValueError(
                "vmap: Expected all tensors to have the same size in the mapped dimension, got sizes "
                f"{sizes} for the mapped dimension"
            )
        results, state = [], None if randomness == "different" else get_rng_state()
        for at in range(sizes[0]):
            if at and randomness == "same":
                set_rng_state(state)
            results.append(func(*(arg if part is None else part[at] for arg, part in zip(args, parts)), **kwargs))
            if randomness == "error" and not _torch.equal(state, get_rng_state()):
                set_rng_state(state)
                raise RuntimeError(_RANDOM)
        return _stacked(results, out_dims, _name(func))

    return mapped


def _structure(values):
    return "TreeSpec(tuple, None, [" + ",\n  ".join("*" for _ in values) + "])"


def _check_mapped(func, in_dims, arg, dim):
    """Refuses to take parts of what has none along this dimension."""
    if dim is None or isinstance(arg, (dict, list, tuple)):
        return
    start = f"vmap({_name(func)}, in_dims={in_dims}, ...)(<inputs>): Got in_dim={dim} for "
    if not isinstance(arg, _torch.Tensor):
        raise ValueError(
            f"{start}an input but the input is of type {type(arg)}. We cannot vmap over non-Tensor arguments, please use "
            "None as the respective in_dim"
        )
    if not -arg.dim() <= dim < arg.dim():
        raise ValueError(
            f"{start}some input, but that input is a Tensor of dimensionality {arg.dim()} so expected in_dim to satisfy "
            f"-{arg.dim()} <= in_dim < {arg.dim()}."
        )


def _name(func):
    return getattr(func, "__name__", repr(func))


def _parts(arg, dim):
    """What is taken of an argument in turn: parts of tensors, or of all tensors in it; None if it is not mapped over."""
    if dim is None or isinstance(arg, (dict, list, tuple)) and not arg:
        return None
    if isinstance(arg, _torch.Tensor):
        return arg.unbind(dim)
    if isinstance(arg, dict):
        each = [_parts(value, dim) for value in arg.values()]
        return [dict(zip(arg, values)) for values in zip(*each)]
    if isinstance(arg, (list, tuple)):
        each = [_parts(value, dim[at] if isinstance(dim, tuple) else dim) for at, value in enumerate(arg)]
        return [type(arg)(values) for values in zip(*each)]
    raise ValueError(f"vmap: Got in_dim={dim} for an input but the input is of type {type(arg)}. We cannot vmap over non-Tensor")


def _stacked(results, out_dims, name):
    if isinstance(results[0], tuple):
        dims = out_dims if isinstance(out_dims, tuple) else (out_dims,) * len(results[0])
        return tuple(_stacked(each, dim, name) for each, dim in zip(zip(*results), dims))
    if isinstance(results[0], dict):
        return {key: _stacked([result[key] for result in results], out_dims, name) for key in results[0]}
    if not isinstance(results[0], _torch.Tensor):
        raise ValueError(
            f"vmap({name}, ...): `{name}` must only return Tensors, got type {type(results[0])}. Did you mean to set "
            "out_dims= to None for output?"
        )
    return _torch.stack(list(results), out_dims)


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

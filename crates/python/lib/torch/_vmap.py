"""`torch.vmap`: a function called for each part of its arguments, and what it returns stacked.

What it is not: a batch in one go. Start reading at `vmap`.
"""

import functools

import _torch
from _scalars import INTS
from torch.random import get_rng_state, set_rng_state

_RANDOM = (
    "vmap: called random operation while in randomness error mode. Please either use the 'same' or 'different' randomness "
    "flags on vmap or perform the randomness operation out of vmap"
)


def vmap(func, in_dims=0, out_dims=0, randomness="error", *, chunk_size=None):
    """A function that calls func for each part of its arguments along `in_dims` and stacks what it returns."""
    if randomness not in ("error", "different", "same"):
        raise RuntimeError(f"Only allowed values for randomness are 'error', 'different', or 'same'. Got {randomness}")

    @functools.wraps(func, updated=())
    def mapped(*args, **kwargs):
        if not isinstance(in_dims, (INTS, list, tuple)):
            raise ValueError(
                f"vmap({_name(func)}, in_dims={in_dims}, ...)(<inputs>): expected `in_dims` to be int or a (potentially "
                f"nested) tuple matching the structure of inputs, got: {type(in_dims)}."
            )
        if not args:
            raise ValueError(
                f"vmap({_name(func)})(<inputs>): got no inputs. Maybe you forgot to add inputs, or you are trying to vmap over "
                "a function with no inputs. The latter is unsupported."
            )
        dims = (in_dims,) * len(args) if isinstance(in_dims, INTS) else tuple(in_dims)
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
        each = [_parts(value, dim[key] if isinstance(dim, dict) else dim) for key, value in arg.items()]
        return _together(arg.values(), each, lambda values: dict(zip(arg, values)))
    if isinstance(arg, (list, tuple)):
        each = [_parts(value, dim[at] if isinstance(dim, (list, tuple)) else dim) for at, value in enumerate(arg)]
        return _together(arg, each, type(arg))
    raise ValueError(f"vmap: Got in_dim={dim} for an input but the input is of type {type(arg)}. We cannot vmap over non-Tensor")


def _together(whole, parts, make):
    """Parts of several values side by side; those that are not mapped over come whole each time."""
    count = next((len(part) for part in parts if part is not None), None)
    if count is None:
        return None
    sides = [[value] * count if part is None else part for value, part in zip(whole, parts)]
    return [make(values) for values in zip(*sides)]


def _stacked(results, out_dims, name):
    if isinstance(results[0], (list, tuple)):
        dims = out_dims if isinstance(out_dims, tuple) else (out_dims,) * len(results[0])
        return type(results[0])(_stacked(each, dim, name) for each, dim in zip(zip(*results), dims))
    if isinstance(results[0], dict):
        return {key: _stacked([result[key] for result in results], out_dims, name) for key in results[0]}
    if not isinstance(results[0], _torch.Tensor):
        raise ValueError(
            f"vmap({name}, ...): `{name}` must only return Tensors, got type {type(results[0])}. Did you mean to set "
            "out_dims= to None for output?"
        )
    return _torch.stack(list(results), out_dims)

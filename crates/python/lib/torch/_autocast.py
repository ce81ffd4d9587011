"""Computing in a smaller dtype: while it is on, products are computed in that dtype and losses in full precision.

What it is not: `torch.autocast`, which says from where to where (`amp`). Start reading at `change`.

PyTorch decides at each call of its kernels. Here the functions that decide stand in place of those that compute, from the
first block that asks for a smaller dtype until its end. `@` decides by itself (`autocast.rs`).
"""

import _torch

# What PyTorch computes in the smaller dtype on the CPU, and what in full precision.
_LOWERED = frozenset(
    "addbmm addmm baddbmm bmm chain_matmul conv1d conv2d conv3d conv_transpose1d conv_transpose2d conv_transpose3d einsum "
    "inner linear matmul mm multi_dot prelu scaled_dot_product_attention tensordot vecdot".split()
)
_RAISED = frozenset(
    "binary_cross_entropy binary_cross_entropy_with_logits cdist cosine_embedding_loss cross_entropy ctc_loss grid_sample "
    "hinge_embedding_loss huber_loss inverse kl_div l1_loss margin_ranking_loss mse_loss multi_margin_loss "
    "multilabel_margin_loss nanquantile nll_loss poisson_nll_loss prod quantile smooth_l1_loss soft_margin_loss trace "
    "triplet_margin_loss".split()
)
_METHODS = "addbmm addmm baddbmm bmm inner inverse matmul mm nanquantile prod quantile trace".split()


class _state:
    # The smaller dtype that is computed in, and what stood where functions stand now that decide.
    dtype = None
    replaced = ()


def dtype():
    """The smaller dtype that is computed in; None where none is."""
    return _state.dtype


def change(dtype):
    """Has that dtype computed in from now on, or none; returns which it was before."""
    before, _state.dtype = _state.dtype, dtype
    _torch._set_autocast(dtype)
    if dtype is not None and not _state.replaced:
        _state.replaced = _replace()
    elif dtype is None and _state.replaced:
        for put, name, function in _state.replaced:
            put(name, function)
        _state.replaced = ()
    return before


def _deciding(function, name):
    """The function, with its tensors in the dtype that it is computed in."""

    def call(*args, **kwargs):
        to = _state.dtype
        if to is None:
            return function(*args, **kwargs)
        if name in _RAISED:
            to = _torch.float32
        return function(*in_dtype(args, to), **in_dtype(kwargs, to))

    call.__name__ = call.__qualname__ = name
    call.__doc__ = getattr(function, "__doc__", None)
    call.__wrapped__ = function
    return call


def in_dtype(value, dtype):
    """The tensors of a value, of its items and of theirs, in a dtype; those of double precision stay."""
    if isinstance(value, _torch.Tensor):
        is_eligible = value.is_floating_point() and value.dtype not in (dtype, _torch.float64)
        return value.to(dtype) if is_eligible else value
    if type(value) is dict:
        return {key: in_dtype(each, dtype) for key, each in value.items()}
    return type(value)([in_dtype(each, dtype) for each in value]) if type(value) in (list, tuple) else value


def _replace():
    """Puts functions that decide in the places of those that compute; returns how each place gets its own again."""
    import torch
    from torch.nn import functional as F
    from torch.nn.modules import linear

    replaced = []
    for module in (F, torch, _torch, torch.linalg):
        place = vars(module)
        for name in sorted(_LOWERED | _RAISED):
            function = getattr(module, name, None)
            if function is not None:
                replaced.append((place.__setitem__ if name in place else place.pop, name, function))
                place[name] = _deciding(function, name)
    for name in sorted(_LOWERED | _RAISED):
        if name in _torch._functional:
            replaced.append((_torch._functional.__setitem__, name, _torch._functional[name]))
            _torch._functional[name] = _deciding(_torch._functional[name], name)
    replaced.append((vars(linear).__setitem__, "_linear", linear._linear))
    linear._linear = _deciding(linear._linear, "linear")
    for name in _METHODS:
        replaced.append((_torch._add_method, name, getattr(_torch.Tensor, name)))
        _torch._add_method(name, _deciding(replaced[-1][-1], name))
    return replaced

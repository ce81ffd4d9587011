"""The functions of `torch.nn.functional`: the native ones by name, and those composed from them."""

import _torch
from torch.nn._composed import *

# After the composed ones: what is native goes before them.
globals().update(_torch._functional)

sigmoid, tanh = _torch.sigmoid, _torch.tanh

_native_embedding = _torch._functional["embedding"]


def relu(input, inplace=False):
    """max(x, 0)."""
    return input.relu_() if inplace else input.relu()


def hardtanh_(input, min_val=-1.0, max_val=1.0):
    return input.clamp_(min_val, max_val)


def embedding(input, weight, padding_idx=None, max_norm=None, norm_type=2.0, scale_grad_by_freq=False, sparse=False):
    """The rows of weight that input names."""
    if max_norm is not None or scale_grad_by_freq or sparse:
        raise NotImplementedError("embedding: max_norm, scale_grad_by_freq and sparse are not built into this torch")
    return _native_embedding(input, weight, padding_idx)


_NOT_BUILT = frozenset(
    "affine_grid alpha_dropout ctc_loss dropout3d embedding_bag fractional_max_pool2d grid_sample gumbel_softmax "
    "local_response_norm lp_pool1d lp_pool2d max_unpool2d multi_head_attention_forward multilabel_margin_loss "
    "multilabel_soft_margin_loss pdist pixel_shuffle pixel_unshuffle rrelu upsample".split()
)


def __getattr__(name):
    if hasattr(_torch, name) and not name.startswith("_"):
        return getattr(_torch, name)
    if name in _NOT_BUILT:
        raise NotImplementedError(f"torch.nn.functional.{name} is not built into this torch")
    raise AttributeError(f"module 'torch.nn.functional' has no attribute '{name}'")

"""Functions of tensors under the name of the module that PyTorch keeps them in: `torch.functional.einsum` is `torch.einsum`.

What it is not: the functions of layers and losses, which are `torch.nn.functional`.
"""

import torch
from torch import Tensor

__all__ = (
    "atleast_1d atleast_2d atleast_3d broadcast_shapes broadcast_tensors cartesian_prod block_diag cdist chain_matmul einsum "
    "istft lu norm meshgrid pca_lowrank split stft svd_lowrank tensordot unique unique_consecutive unravel_index"
).split()


def __getattr__(name):
    if name in __all__:
        return getattr(torch, name)
    raise AttributeError(f"module 'torch.functional' has no attribute '{name}'")


def __dir__():
    return sorted({*globals(), *__all__})

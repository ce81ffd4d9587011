"""`torch.utils.checkpoint`: in PyTorch inner results are forgotten and computed again in the backward pass.

Here nothing is forgotten: the values, gradients and draws are the same, the memory is not less. Start reading at
`checkpoint`.
"""

import warnings

from _torch import Tensor
from torch._modes import no_grad

_EXPLICIT = (
    "torch.utils.checkpoint: the use_reentrant parameter should be passed explicitly. In a future release, calling checkpoint "
    "without use_reentrant will raise an exception. use_reentrant=False is recommended, but if you need to preserve the "
    "current default behavior, you can pass use_reentrant=True. Refer to docs for more details on the differences between the "
    "two variants."
)


def checkpoint(function, *args, use_reentrant=None, context_fn=None, determinism_check="default", debug=False, **kwargs):
    """What the function gives."""
    if use_reentrant is None:
        warnings.warn(_EXPLICIT, UserWarning, stacklevel=2)
    if context_fn is not None:
        raise NotImplementedError("torch.utils.checkpoint: context_fn is not built into this torch")
    kwargs.pop("preserve_rng_state", None)
    if use_reentrant is not False and kwargs:
        raise ValueError("Unexpected keyword arguments: " + ",".join(kwargs))
    if use_reentrant is False or any(isinstance(each, Tensor) and each.requires_grad for each in args):
        return function(*args, **kwargs)
    # The other variant learns from its inputs alone whether there will be a backward pass.
    warnings.warn("None of the inputs have requires_grad=True. Gradients will be None", UserWarning, stacklevel=2)
    with no_grad():
        return function(*args, **kwargs)


def checkpoint_sequential(functions, segments, input, use_reentrant=None, **kwargs):
    """What functions, or the layers of a `Sequential`, give one after the other."""
    if use_reentrant is None:
        warnings.warn(_EXPLICIT, UserWarning, stacklevel=2)
    for name in kwargs:
        if name != "preserve_rng_state":
            raise ValueError(f"Unexpected keyword arguments: {name}")
    for function in functions:
        input = function(input)
    return input

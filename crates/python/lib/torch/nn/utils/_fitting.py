"""Whether a parametrization keeps what a tensor is: refusals with the words of PyTorch.

Not the parametrizing (`parametrize`). Start reading at `check_list` and `check_next`.
"""

import _torch
from torch._modes import no_grad


def _check_tensor(value):
    if not isinstance(value, _torch.Tensor):
        raise ValueError(f"A parametrization must return a tensor. Got {type(value).__name__}.")


def _check_kept(flag, names, before, after):
    """Refuses another dtype or shape: `names` say what the two are called in the message."""
    for what in ("dtype", "shape"):
        one, other = (getattr(each, what) for each in (before, after))
        if one != other:
            raise ValueError(
                f"Registering a parametrization may not change the {what} of the tensor, unless {flag} flag is enabled.\n"
                f"{names[0]}{what}: {one}\n{names[1]}{what}: {other}"
            )


def check_original(value, original):
    """What the inverses of all functions made of a tensor has to be one again, or several."""
    if isinstance(value, _torch.Tensor):
        if value.dtype is not original.dtype:
            raise ValueError(
                "When `right_inverse` outputs one tensor, it may not change the dtype.\n"
                f"original.dtype: {original.dtype}\nright_inverse(original).dtype: {value.dtype}"
            )
        return
    if not isinstance(value, (list, tuple)):
        kind = type(value).__name__
        raise ValueError(f"'right_inverse' must return a Tensor or a Sequence of tensors (list, tuple...). Got {kind}")
    for at, part in enumerate(value):
        if not isinstance(part, _torch.Tensor):
            raise ValueError(
                "When `right_inverse` outputs a sequence of tensors, it must return only tensors. Got at index "
                f"{at}: {type(part).__name__}"
            )


def check_list(parts, before):
    """The first function of a tensor."""
    with no_grad():
        after = parts()
    _check_tensor(after)
    _check_kept("`unsafe`", ("unparametrized ", "parametrized "), before, after)


def check_next(module, name, parametrization):
    """One more function, of what others have made."""
    with no_grad():
        before = getattr(module, name)
        after = parametrization(before)
    _check_tensor(after)
    names = f"module.{name}.", f"parametrization(module.{name})."
    _check_kept("the `unsafe`", names, before, after)

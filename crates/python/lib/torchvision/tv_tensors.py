"""Tensors that say what they are: `Image`, which the transforms of the second edition return.

What it is not: boxes, masks, films and points, which are not built. Start reading at `TVTensor`.
"""

import _torch
import PIL.Image
import torch
from _kindling_absent import Absent as _Absent

__all__ = ["Image", "TVTensor", "wrap"]


class TVTensor(torch.Tensor):
    """A tensor with a meaning; what is computed of it is a plain tensor, but for the tensor itself elsewhere."""

    @classmethod
    def __torch_function__(cls, func, types, args=(), kwargs=None):
        if not all(issubclass(cls, kind) for kind in types):
            return NotImplemented
        found = _torch._without_overrides(func, *args, **(kwargs or {}))
        if func in _KEPT and isinstance(args[0], cls):
            return found.as_subclass(cls)
        return found.as_subclass(torch.Tensor) if isinstance(found, cls) else found

    def detach(self):
        return super().detach().as_subclass(type(self))

    def __deepcopy__(self, memo):
        return self.detach().clone().requires_grad_(self.requires_grad)


_KEPT = {torch.Tensor.clone, torch.Tensor.to, torch.Tensor.detach, torch.Tensor.requires_grad_}


class Image(TVTensor):
    """A picture: (…, C, H, W), of a tensor, an array or a picture of PIL."""

    def __new__(cls, data, *, dtype=None, device=None, requires_grad=None):
        if isinstance(data, PIL.Image.Image):
            from torchvision.transforms.functional import pil_to_tensor

            data = pil_to_tensor(data)
        if requires_grad is None:
            requires_grad = isinstance(data, torch.Tensor) and data.requires_grad
        tensor = torch.as_tensor(data, dtype=dtype, device=device).requires_grad_(requires_grad)
        if tensor.ndim < 2:
            raise ValueError(f"Tensor must be 2D or higher, got {tensor.ndim}D tensor.")
        return (tensor.unsqueeze(0) if tensor.ndim == 2 else tensor).as_subclass(cls)

    def __repr__(self):
        return f"{super().__repr__()[:-1]}, )"


TVTensor.__module__ = "torchvision.tv_tensors._tv_tensor"
Image.__module__ = "torchvision.tv_tensors._image"


def wrap(wrappee, *, like, **kwargs):
    """A plain tensor as what another one is."""
    del kwargs
    return wrappee.as_subclass(type(like))


def __getattr__(name):
    if name in ("BoundingBoxes", "BoundingBoxFormat", "KeyPoints", "Mask", "Video", "set_return_type", "wrap_dataset_for_transforms_v2"):
        return _Absent(f"torchvision.tv_tensors.{name} is not built into this torchvision")
    raise AttributeError(f"module 'torchvision.tv_tensors' has no attribute '{name}'")

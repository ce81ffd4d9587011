"""Complex tensors as `torch` has them: `tensor` of complex numbers, `complex`, `polar`, `view_as_real`, `view_as_complex`.

Not the class (`_complex_numbers`) or its functions (`_complex_functions`). Start reading at `complex`.
"""

import _torch
from torch._complex_functions import called, method, tensor
from torch._complex_numbers import ComplexTensor, cdouble, cfloat, complex64, complex128

__all__ = ["ComplexTensor", "cdouble", "cfloat", "complex64", "complex128", "tensor"]
ComplexTensor._called = staticmethod(called)
ComplexTensor._method = staticmethod(method)


def complex(real, imag, *, out=None):
    """Complex numbers of their parts."""
    _refuse_out("complex", out)
    if real.dtype != imag.dtype:
        raise RuntimeError(
            f"Expected object of scalar type {_word(real)} but got scalar type {_word(imag)} for second argument"
        )
    if not real.is_floating_point():
        raise RuntimeError(f"Expected both inputs to be Half, Float or Double tensors but got {_word(real)} and {_word(imag)}")
    return ComplexTensor(*_torch.broadcast_tensors(real, imag))


def _refuse_out(name, out):
    if out is not None:
        raise NotImplementedError(f"{name}(): the argument 'out' is not built into this torch; assign the result instead")


def _word(tensor):
    return tensor.type().removeprefix("torch.").removesuffix("Tensor")


def polar(abs, angle, *, out=None):
    """Complex numbers of their distance from zero and their angle to the real axis."""
    _refuse_out("polar", out)
    return ComplexTensor(abs * angle.cos(), abs * angle.sin())


def view_as_real(input):
    """Both parts along a last dimension of two."""
    if type(input) is not ComplexTensor:
        raise RuntimeError("view_as_real is only supported for complex tensors")
    return _torch.stack((input._re, input._im), -1)


def view_as_complex(input):
    """The numbers whose parts lie along the last dimension."""
    if input.dim() == 0 or input.size(-1) != 2:
        raise RuntimeError("Tensor must have a last dimension of size 2")
    return ComplexTensor(input[..., 0], input[..., 1])

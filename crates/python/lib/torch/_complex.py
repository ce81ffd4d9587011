"""Complex tensors as programs have them: the dtypes, what makes them, and the class with its functions.

Not the class itself (`_complex_tensor`) nor what its functions compute (`_complex_functions`). Start reading at `complex`.
"""

import _torch
from torch._complex_functions import called, method, refuse_out
from torch._complex_tensor import ComplexDtype, ComplexTensor, cdouble, cfloat, complex64, complex128, tensor, word


def complex(real, imag, *, out=None):
    """Complex numbers of their parts."""
    _check_parts("complex", ("real", real), ("imag", imag), out)
    return ComplexTensor(*_torch.broadcast_tensors(real, imag))


def polar(abs, angle, *, out=None):
    """Complex numbers of their distance from zero and their angle to the real axis."""
    _check_parts("polar", ("abs", abs), ("angle", angle), out)
    return ComplexTensor(abs * angle.cos(), abs * angle.sin())


def _check_parts(function, first, second, out):
    refuse_out(function, out)
    for at, (name, value) in enumerate((first, second)):
        if not isinstance(value, _torch.Tensor):
            raise TypeError(
                f"{function}(): argument '{name}' (position {at + 1}) must be Tensor, not {type(value).__name__}"
            )
    one, other = first[1], second[1]
    if not (one.is_floating_point() and other.is_floating_point()):
        raise NotImplementedError(
            f"Expected both inputs to be Half, Float or Double tensors but got {word(one)} and {word(other)}"
        )
    if one.dtype != other.dtype:
        raise RuntimeError(
            f"Expected object of scalar type {word(one)} but got scalar type {word(other)} for second argument"
        )


def view_as_real(input):
    """Both parts along a last dimension of two."""
    if type(input) is not ComplexTensor:
        raise TypeError("view_as_real is only supported for complex tensors")
    return _torch.stack((input._re, input._im), -1)


def view_as_complex(input):
    """The numbers whose parts lie along the last dimension."""
    if type(input) is ComplexTensor:
        raise TypeError("view_as_complex is not supported for complex tensors")
    if not input.is_floating_point():
        raise NotImplementedError(
            "view_as_complex is only supported for half, float and double tensors, but got a tensor of scalar type: "
            f"{word(input)}"
        )
    if input.dim() == 0:
        raise RuntimeError("Input tensor must have one or more dimensions")
    if input.size(-1) != 2:
        raise RuntimeError("Tensor must have a last dimension of size 2")
    return ComplexTensor(input[..., 0], input[..., 1])


def _asked(func, types, args=(), kwargs=None):
    """What functions make of complex tensors and dtypes, whatever other `types` there are."""
    return called(func.__name__, args, kwargs or {})


def _join():
    """Gives the class its functions, and Python's signs by those that they stand for."""
    ComplexDtype.__torch_function__ = ComplexTensor.__torch_function__ = staticmethod(_asked)
    ComplexTensor.__getattr__ = method
    names = {
        "add": "add", "sub": "sub", "mul": "mul", "truediv": "div", "pow": "pow", "matmul": "matmul", "eq": "eq", "ne": "ne",
        "lt": "lt", "le": "le", "gt": "gt", "ge": "ge",
    }  # fmt: skip

    for sign, name in names.items():
        setattr(ComplexTensor, f"__{sign}__", lambda self, other, name=name: called(name, (self, other), {}))
        setattr(ComplexTensor, f"__r{sign}__", lambda self, other, name=name: called(name, (other, self), {}))
    for sign, name in {"neg": "neg", "abs": "abs", "pos": "positive"}.items():
        setattr(ComplexTensor, f"__{sign}__", lambda self, name=name: called(name, (self,), {}))


_join()

"""Functions of complex tensors, by the names that torch has for them.

Not the class (`_complex_numbers`). What is not here refuses by its name. Start reading at `called`.
"""

import math

import _torch
from torch._complex_numbers import ComplexTensor, _ComplexDtype
from torch._more_pointwise import copysign, hypot

_FUNCTIONS = {}

# These do the same to both parts.
_OF_PARTS = frozenset(
    "reshape view flatten squeeze unsqueeze transpose permute t movedim expand expand_as repeat flip fliplr flipud roll "
    "contiguous clone detach narrow select index_select gather take chunk split unbind tile diag diagonal tril triu "
    "masked_select broadcast_to swapaxes ravel view_as cumsum sum mean nansum rot90 diff trace cpu repeat_interleave "
    "take_along_dim unfold positive reshape_as moveaxis swapdims unflatten squeeze_ unsqueeze_ zero_ diag_embed".split()
)
_CREATE = frozenset("zeros ones empty full eye arange linspace rand randn zeros_like ones_like empty_like full_like".split())
# What PyTorch has no complex kernel for, with its own word for the kernel.
_NO_KERNEL = {
    "lt": "lt_cpu", "le": "le_cpu", "gt": "gt_cpu", "ge": "ge_cpu", "max": "max_all", "min": "min_all", "floor": "floor",
    "ceil": "ceil", "argmax": "argmax_cpu", "argmin": "argmin_cpu",
}  # fmt: skip


def called(name, args, kwargs):
    """What a function of that name gives for arguments of which some are complex, or ask for complex numbers."""
    if name in _CREATE:
        return _created(name, args, kwargs)
    if name in ("tensor", "as_tensor", "asarray"):
        return tensor(*args, **kwargs)
    if name in ("to", "type"):
        return _to(*args, **kwargs)
    if name in _FUNCTIONS:
        return _FUNCTIONS[name](*args, **kwargs)
    z = args[0] if args else kwargs.pop("input", None)
    if name in _OF_PARTS:
        return _of_parts(name, ComplexTensor.of(z), args[1:], kwargs)
    raise _refused(name, z)


def tensor(data, *, dtype=None, device=None, requires_grad=False, pin_memory=False):
    """`torch.tensor` of nested lists of numbers of which some are complex."""
    # Memory of one kind is all there is.
    del pin_memory
    part = _torch.get_default_dtype() if dtype is None else dtype.part
    if type(data) is ComplexTensor:
        data = data.tolist()
    re, im = (_torch.tensor(_part(data, name), dtype=part, device=device) for name in ("real", "imag"))
    return ComplexTensor(re, im).requires_grad_(requires_grad)


def _part(data, name):
    if isinstance(data, (list, tuple)):
        return [_part(item, name) for item in data]
    if isinstance(data, _torch.Tensor) and type(data) is not ComplexTensor:
        data = data.item()
    return getattr(data, name) if not type(data) is ComplexTensor else getattr(data.item(), name)


def method(z, name):
    """The method of that name."""
    if name.startswith("__") or not (name in _FUNCTIONS or name in _OF_PARTS or hasattr(_torch.Tensor, name)):
        raise AttributeError(f"'Tensor' object has no attribute '{name}'")
    return lambda *args, **kwargs: called(name, (z, *args), kwargs)


def _refused(name, z):
    kind = z.dtype.type_name if type(z) is ComplexTensor else "ComplexFloat"
    if name in _NO_KERNEL:
        return NotImplementedError(f"\"{_NO_KERNEL[name]}\" not implemented for '{kind}'")
    if name in ("relu", "clamp", "clip"):
        return NotImplementedError("clamp is not supported for complex types")
    if name == "sort":
        return TypeError(" Sort does not support complex dtypes on CPU")
    return NotImplementedError(f"torch.{name} of complex numbers is not built into this torch")


def _of_parts(name, z, args, kwargs):
    re, im = (getattr(part, name)(*args, **kwargs) for part in (z._re, z._im))
    if isinstance(re, (tuple, list)):
        return tuple(map(ComplexTensor, re, im))
    return ComplexTensor(re, im)


def _created(name, args, kwargs):
    dtype = kwargs.pop("dtype", None)
    function = getattr(_torch, name)
    if name.endswith("_like"):
        like, *rest = args
        part = dtype.part if dtype is not None else like._re.dtype
        like = like._re if type(like) is ComplexTensor else like
        re = function(like, *rest, dtype=part, **kwargs) if name != "full_like" else _torch.zeros_like(like, dtype=part)
        z = ComplexTensor(re, _torch.zeros_like(re))
        return z + rest[0] if name == "full_like" else z
    part = dtype.part if isinstance(dtype, _ComplexDtype) else _torch.get_default_dtype()
    if name in ("rand", "randn"):
        sizes = tuple(args[0]) if len(args) == 1 and isinstance(args[0], (tuple, list)) else args
        drawn = function(*sizes, 2, dtype=part, **kwargs) * (math.sqrt(0.5) if name == "randn" else 1.0)
        return ComplexTensor(drawn[..., 0], drawn[..., 1])
    if name == "full":
        size, value = args
        re = _torch.zeros(size, dtype=part, **kwargs)
        return ComplexTensor(re, _torch.zeros_like(re)) + value
    re = function(*args, dtype=part, **kwargs)
    return ComplexTensor(re, _torch.zeros_like(re))


def _to(z, *args, **kwargs):
    if type(z) is ComplexTensor:
        return z.to(*args, **kwargs)
    dtype = next((value for value in (*args, *kwargs.values()) if isinstance(value, _ComplexDtype)), None)
    re = z.to(dtype.part)
    return ComplexTensor(re, _torch.zeros_like(re))


def _function(*names):
    def add(function):
        for name in names:
            _FUNCTIONS[name] = function
        return function

    return add


def _both(a, b):
    """Two operands, numbers and integers with parts of the other's dtype."""
    for one, other in ((a, b), (b, a)):
        if type(one) is ComplexTensor or (isinstance(one, _torch.Tensor) and one.is_floating_point()):
            part = one._re.dtype if type(one) is ComplexTensor else one.dtype
            break
    else:
        part = None
    return ComplexTensor.of(a, part), ComplexTensor.of(b, part)


# Arithmetic


@_function("add")
def _add(input, other, *, alpha=1):
    a, b = _both(input, other)
    b = b if alpha == 1 else _mul(b, alpha)
    return ComplexTensor(a._re + b._re, a._im + b._im)


@_function("sub", "subtract")
def _sub(input, other, *, alpha=1):
    a, b = _both(input, other)
    b = b if alpha == 1 else _mul(b, alpha)
    return ComplexTensor(a._re - b._re, a._im - b._im)


@_function("mul", "multiply")
def _mul(input, other):
    a, b = _both(input, other)
    return ComplexTensor(a._re * b._re - a._im * b._im, a._re * b._im + a._im * b._re)


@_function("div", "divide", "true_divide")
def _div(input, other):
    a, b = _both(input, other)
    square = b._re * b._re + b._im * b._im
    return ComplexTensor((a._re * b._re + a._im * b._im) / square, (a._im * b._re - a._re * b._im) / square)


@_function("matmul", "mm", "mv", "bmm")
def _matmul(input, other):
    a, b = _both(input, other)
    return ComplexTensor(a._re @ b._re - a._im @ b._im, a._re @ b._im + a._im @ b._re)


@_function("pow")
def _pow(input, exponent):
    if isinstance(exponent, (int, float)) and exponent == int(exponent) and 0 <= exponent <= 16:
        z, found = ComplexTensor.of(input), None
        for _ in range(int(exponent)):
            found = z if found is None else _mul(found, z)
        return z * 0 + 1 if found is None else found
    a, b = _both(input, exponent)
    return _exp(_mul(_log(a), b))


@_function("neg", "negative")
def _neg(input):
    return ComplexTensor(-input._re, -input._im)


@_function("square")
def _square(input):
    return _mul(input, input)


@_function("reciprocal")
def _reciprocal(input):
    return _div(1, input)


@_function("dot")
def _dot(input, tensor):
    return called("sum", (_mul(input, tensor),), {})


@_function("vdot")
def _vdot(input, other):
    return _dot(ComplexTensor.of(input).conj(), other)


@_function("outer", "ger")
def _outer(input, vec2):
    a, b = _both(input, vec2)
    return _mul(a[:, None], b[None, :])


@_function("kron")
def _kron(input, other):
    a, b = _both(input, other)
    product = _torch.kron
    return ComplexTensor(
        product(a._re, b._re) - product(a._im, b._im), product(a._re, b._im) + product(a._im, b._re)
    )


# Value by value


@_function("abs", "absolute")
def _abs(input):
    return hypot(input._re, input._im)


@_function("angle")
def _angle(input):
    return _torch.atan2(input._im, input._re)


@_function("real")
def _real(input):
    return input._re


@_function("imag")
def _imag(input):
    return input._im


@_function("conj", "conj_physical")
def _conj(input):
    return input.conj()


@_function("resolve_conj", "resolve_neg")
def _resolved(input):
    return input


@_function("sgn")
def _sgn(input):
    return _div(input, _abs(input))


@_function("exp")
def _exp(input):
    size = input._re.exp()
    return ComplexTensor(size * input._im.cos(), size * input._im.sin())


@_function("log")
def _log(input):
    return ComplexTensor(_abs(input).log(), _angle(input))


@_function("sqrt")
def _sqrt(input):
    size = _abs(input)
    sign = copysign(_torch.ones_like(size), input._im)
    return ComplexTensor(((size + input._re) / 2).clamp(min=0).sqrt(), sign * ((size - input._re) / 2).clamp(min=0).sqrt())


@_function("sin")
def _sin(input):
    x, y = input._re, input._im
    return ComplexTensor(x.sin() * y.cosh(), x.cos() * y.sinh())


@_function("cos")
def _cos(input):
    x, y = input._re, input._im
    return ComplexTensor(x.cos() * y.cosh(), -x.sin() * y.sinh())


@_function("sinh")
def _sinh(input):
    x, y = input._re, input._im
    return ComplexTensor(x.sinh() * y.cos(), x.cosh() * y.sin())


@_function("cosh")
def _cosh(input):
    x, y = input._re, input._im
    return ComplexTensor(x.cosh() * y.cos(), x.sinh() * y.sin())


@_function("tan")
def _tan(input):
    return _div(_sin(input), _cos(input))


@_function("tanh")
def _tanh(input):
    return _div(_sinh(input), _cosh(input))


# Questions


@_function("eq")
def _eq(input, other):
    a, b = _both(input, other)
    return (a._re == b._re) & (a._im == b._im)


@_function("ne", "not_equal")
def _ne(input, other):
    return ~_eq(input, other)


@_function("isnan")
def _isnan(input):
    return input._re.isnan() | input._im.isnan()


@_function("isfinite")
def _isfinite(input):
    return input._re.isfinite() & input._im.isfinite()


@_function("isinf")
def _isinf(input):
    return input._re.isinf() | input._im.isinf()


@_function("isreal")
def _isreal(input):
    return input._im == 0


@_function("equal")
def _equal(input, other):
    a, b = _both(input, other)
    return a.shape == b.shape and bool(_eq(a, b).all())


@_function("isclose")
def _isclose(input, other, rtol=1e-05, atol=1e-08, equal_nan=False):
    a, b = _both(input, other)
    near = _abs(_sub(a, b)) <= atol + rtol * _abs(b)
    return near | (_isnan(a) & _isnan(b)) if equal_nan else near | _eq(a, b)


@_function("allclose")
def _allclose(input, other, rtol=1e-05, atol=1e-08, equal_nan=False):
    return bool(_isclose(input, other, rtol, atol, equal_nan).all())


@_function("norm", "linalg_norm", "linalg_vector_norm", "vector_norm")
def _norm(input, p=2, dim=None, keepdim=False):
    return _torch.norm(_abs(input), 2.0 if p in (None, "fro") else p, dim, keepdim)


# Several tensors


def _of_lists(name):
    def function(tensors, dim=0):
        tensors = [ComplexTensor.of(each) for each in tensors]
        join = getattr(_torch, name)
        return ComplexTensor(join([each._re for each in tensors], dim), join([each._im for each in tensors], dim))

    return function


for _name in ("cat", "stack"):
    _FUNCTIONS[_name] = _of_lists(_name)
_FUNCTIONS["concat"] = _FUNCTIONS["concatenate"] = _FUNCTIONS["cat"]


@_function("where")
def _where(condition, input, other):
    a, b = _both(input, other)
    return ComplexTensor(_torch.where(condition, a._re, b._re), _torch.where(condition, a._im, b._im))

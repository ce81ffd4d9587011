"""Functions of complex tensors, by the names that torch has for them.

Not the class (`_complex_tensor`), nor what makes such tensors of sizes (`_complex_create`). What is not here refuses by
its name. Start reading at `called`.
"""

import _torch
from torch import _complex_algebra  # noqa: F401
from torch._complex_create import CREATE, created
from torch._complex_tensor import ComplexDtype, ComplexTensor, tensor, word
from torch._complex_values import FUNCTIONS, both, function

# These do the same to both parts.
_OF_PARTS = frozenset(
    "reshape view flatten squeeze unsqueeze transpose permute t movedim expand expand_as repeat flip fliplr flipud roll "
    "contiguous clone detach narrow select index_select gather take chunk split unbind tile diag diagonal tril triu "
    "masked_select broadcast_to swapaxes ravel view_as cumsum sum mean nansum rot90 diff trace cpu repeat_interleave "
    "take_along_dim unfold positive reshape_as moveaxis swapdims unflatten diag_embed".split()
)
# What PyTorch has no complex kernel for, with its own word for the kernel.
_NO_KERNEL = {
    "lt": "lt_cpu", "le": "le_cpu", "gt": "gt_cpu", "ge": "ge_cpu", "max": "max_all", "min": "min_all",
    "argmax": "argmax_cpu", "argmin": "argmin_cpu",
}  # fmt: skip
# These are written into their first operand where their name ends in an underscore.
_IN_PLACE = frozenset(
    "add sub subtract mul multiply div divide true_divide pow neg negative square reciprocal sgn exp log log2 log10 sqrt "
    "rsqrt sin cos tan sinh cosh tanh sigmoid conj_physical fill copy zero".split()
)


def called(name, args, kwargs):
    """What a function of that name gives for arguments of which some are complex, or ask for complex numbers."""
    refuse_out(name, kwargs.pop("out", None))
    if name in CREATE:
        return created(name, args, kwargs)
    if name in ("tensor", "as_tensor", "asarray"):
        return tensor(*args, **kwargs)
    if name in ("to", "type"):
        return _to(*args, **kwargs)
    if name in FUNCTIONS:
        return FUNCTIONS[name](*args, **kwargs)
    z, rest = (args[0], args[1:]) if args else (kwargs.pop("input", None), ())
    if name in _OF_PARTS:
        return _of_parts(name, ComplexTensor.of(z), rest, kwargs)
    if name.startswith("new_"):
        return created(name.removeprefix("new_"), rest, {"dtype": z.dtype, **kwargs})
    if name.endswith("_") and name[:-1] in _IN_PLACE:
        return _written(z, called(name[:-1], (z, *rest), kwargs))
    raise _refused(name, z)


def refuse_out(name, out):
    if out is not None:
        raise NotImplementedError(
            f"{name}(): the argument 'out' is not built into this torch for complex numbers; assign the result instead"
        )


def method(z, name):
    """The method of that name."""
    of_tensors = getattr(_torch.Tensor, name, None)
    is_known = name in FUNCTIONS or name in _OF_PARTS or name.removesuffix("_") in _IN_PLACE
    if name.startswith("__") or not (is_known or of_tensors is not None):
        raise AttributeError(f"'Tensor' object has no attribute '{name}'")
    if of_tensors is not None and not callable(of_tensors):
        raise _refused(name, z)
    return lambda *args, **kwargs: called(name, (z, *args), kwargs)


def _written(z, result):
    """The result, in the memory of what it was computed of."""
    if type(z) is not ComplexTensor:
        raise RuntimeError(
            f"result type {result.dtype.type_name} can't be cast to the desired output type {word(z)}"
        )
    z._re.copy_(result._re)
    z._im.copy_(result._im)
    return z


def _refused(name, z):
    kind = z.dtype.type_name if type(z) is ComplexTensor else "ComplexFloat"
    if name in _NO_KERNEL:
        return NotImplementedError(f"\"{_NO_KERNEL[name]}\" not implemented for '{kind}'")
    if name in ("relu", "clamp", "clip"):
        return NotImplementedError("clamp is not supported for complex types")
    if name in ("floor", "ceil", "round", "trunc"):
        return NotImplementedError(f"{name} is not supported for complex inputs")
    if name == "sort":
        return TypeError(" Sort does not support complex dtypes on CPU")
    # Those of torch.linalg are known by one word.
    place = f"torch.{name.replace('linalg_', 'linalg.', 1)}"
    return NotImplementedError(f"{place} of complex numbers is not built into this torch")


def _of_parts(name, z, args, kwargs):
    if type(kwargs.get("dtype")) is ComplexDtype:
        kwargs = {**kwargs, "dtype": kwargs["dtype"].part}
    re, im = (getattr(part, name)(*args, **kwargs) for part in (z._re, z._im))
    if isinstance(re, (tuple, list)):
        return tuple(map(ComplexTensor, re, im))
    return ComplexTensor(re, im)


def _to(z, *args, **kwargs):
    if type(z) is ComplexTensor:
        return z.to(*args, **kwargs)
    dtype = next((value for value in (*args, *kwargs.values()) if isinstance(value, ComplexDtype)), None)
    re = z.to(dtype.part)
    return ComplexTensor(re, _torch.zeros_like(re))


def _cast(dtype):
    return lambda input: input.to(dtype)


for _name in ("half", "bfloat16", "long", "int", "short"):
    FUNCTIONS[_name] = _cast(getattr(_torch, _name))


@function("bool")
def _bool(input):
    return (input._re != 0) | (input._im != 0)


def _of_truths(name):
    return lambda input, *args, **kwargs: getattr(_bool(input), name)(*args, **kwargs)


for _name in ("all", "any", "count_nonzero", "logical_not", "nonzero"):
    FUNCTIONS[_name] = _of_truths(_name)


@function("prod")
def _prod(input, dim=None, keepdim=False, *, dtype=None):
    if dtype is not None:
        input = input.to(dtype)
    values = input.reshape(-1) if dim is None else input
    place = 0 if dim is None else dim
    found = values.sum(place) * 0 + 1 if values.size(place) == 0 else values.select(place, 0)
    for at in range(1, values.size(place)):
        found = found * values.select(place, at)
    return found.unsqueeze(place) if keepdim and dim is not None else found


@function("fill")
def _fill(input, value):
    value = ComplexTensor.of(value, input._re.dtype)
    return ComplexTensor(_torch.zeros_like(input._re) + value._re, _torch.zeros_like(input._im) + value._im)


@function("copy")
def _copy(input, src):
    return _fill(input, src)


@function("zero")
def _zero(input):
    return _fill(input, 0)


# Products and whole tensors


_C_NAMES = {8: "c10::complex<float>", 16: "c10::complex<double>"}


@function("matmul", "mm", "mv", "bmm")
def _matmul(input, other):
    if input.dtype != other.dtype:
        kinds = [_C_NAMES[each.dtype.itemsize] if each.is_complex() else word(each).lower() for each in (input, other)]
        raise RuntimeError(f"expected m1 and m2 to have the same dtype, but got: {kinds[0]} != {kinds[1]}")
    a, b = input, other
    return ComplexTensor(a._re @ b._re - a._im @ b._im, a._re @ b._im + a._im @ b._re)


@function("linear")
def _linear(input, weight, bias=None):
    product = input @ weight.T
    return product if bias is None else product + bias


@function("dot")
def _dot(input, tensor):
    a, b = both(input, tensor)
    if a.ndim != 1 or b.ndim != 1:
        raise RuntimeError(f"1D tensors expected, but got {a.ndim}D and {b.ndim}D tensors")
    return (a * b).sum()


@function("vdot")
def _vdot(input, other):
    return _dot(ComplexTensor.of(input).conj(), other)


@function("outer", "ger")
def _outer(input, vec2):
    a, b = both(input, vec2)
    return a[:, None] * b[None, :]


@function("kron")
def _kron(input, other):
    a, b = both(input, other)
    product = _torch.kron
    return ComplexTensor(
        product(a._re, b._re) - product(a._im, b._im), product(a._re, b._im) + product(a._im, b._re)
    )


@function("equal")
def _equal(input, other):
    a, b = both(input, other)
    return a.shape == b.shape and bool((a == b).all())


@function("allclose")
def _allclose(input, other, rtol=1e-05, atol=1e-08, equal_nan=False):
    return bool(FUNCTIONS["isclose"](input, other, rtol, atol, equal_nan).all())


@function("norm", "linalg_norm", "linalg_vector_norm", "vector_norm")
def _norm(input, p=2, dim=None, keepdim=False):
    return _torch.norm(input.abs(), 2.0 if p in (None, "fro") else p, dim, keepdim)


# Several tensors


def _of_lists(name):
    def joined(tensors, dim=0):
        tensors = [ComplexTensor.of(each) for each in tensors]
        join = getattr(_torch, name)
        return ComplexTensor(join([each._re for each in tensors], dim), join([each._im for each in tensors], dim))

    return joined


for _name in ("cat", "stack"):
    FUNCTIONS[_name] = _of_lists(_name)
FUNCTIONS["concat"] = FUNCTIONS["concatenate"] = FUNCTIONS["cat"]


@function("where")
def _where(condition, input, other):
    a, b = both(input, other)
    return ComplexTensor(_torch.where(condition, a._re, b._re), _torch.where(condition, a._im, b._im))


@function("masked_fill")
def _masked_fill(input, mask, value):
    return _where(mask, value, input)

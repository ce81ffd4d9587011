"""Tensors of whole numbers without a sign of 16, 32 and 64 bits: a tensor of int64 that says which.

Not the core's tensors, which have none but those of 8 bits. PyTorch computes little with them, and so does this: they are
moved, compared, multiplied and made other numbers. Start reading at `UnsignedTensor`.
"""

import _torch
from _scalars import INTS, NUMBERS


class UnsignedDtype:
    """`torch.uint16`, `torch.uint32` and `torch.uint64`."""

    is_complex = is_floating_point = is_signed = False
    __class__ = property(lambda self: _torch.dtype)

    def __init__(self, bits):
        self.bits, self.name, self.type_name = bits, f"uint{bits}", f"UInt{bits}"
        self.itemsize, self.largest = bits // 8, 2**bits - 1

    def __repr__(self):
        return f"torch.{self.name}"

    def to_real(self):
        return self

    def wrapped(self, values):
        """Whole numbers, as they are held, without what goes beyond the bits."""
        return values if self.bits == 64 else values & self.largest

    def held(self, number):
        """One number, as it is held."""
        number = int(number) & self.largest
        return number - 2**64 if number >= 2**63 else number


uint16, uint32, uint64 = map(UnsignedDtype, (16, 32, 64))
# What moves values does so to those that are held.
_MOVES = frozenset(
    "reshape view flatten squeeze unsqueeze transpose permute t movedim expand expand_as repeat flip fliplr flipud roll contiguous "
    "clone detach narrow select index_select gather take chunk split unbind tile diag diagonal tril triu masked_select broadcast_to "
    "swapaxes ravel rot90 cpu repeat_interleave unfold reshape_as moveaxis swapdims unflatten cat stack concat hstack vstack "
    "floor ceil round trunc relu masked_fill".split()
)
_FLOATS = frozenset("sqrt rsqrt exp log log2 log10 sigmoid sin cos tan tanh div true_divide".split())
_NO_KERNEL = {
    "add": "add_stub", "sub": "add_stub", "diff": "add_stub", "max": "max_all", "min": "min_all", "argmax": "argmax_cpu",
    "argmin": "argmin_cpu", "abs": "abs_cpu", "neg": "neg_cpu", "nonzero": "nonzero_count_cpu", "median": "median_cpu",
    "mode": "mode_cpu", "sign": "sign_cpu", "square": "pow", "pow": "pow", "bitwise_not": "bitwise_not_cpu",
    "logical_not": "logical_not_cpu", "count_nonzero": "nonzero_count_cpu", "floor_divide": "div_floor_cpu",
    "remainder": "remainder_cpu", "lt": "lt_cpu", "le": "le_cpu", "gt": "gt_cpu", "ge": "ge_cpu", "logical_and": "logical_and_cpu",
    "matmul": "dot", "dot": "dot", "gcd": "gcd_cpu", "fmod": "fmod_cpu", "bincount": "bincount_cpu",
    "bitwise_left_shift": "lshift_cpu", "arange": "arange_cpu", "eye": "eye", "linspace": "linspace_cpu",
}  # fmt: skip
_BITS = {"bitwise_and": _torch.bitwise_and, "bitwise_or": _torch.bitwise_or, "bitwise_xor": _torch.bitwise_xor}
_OF_TWO = frozenset("add sub mul div true_divide floor_divide remainder pow eq ne lt le gt ge maximum minimum gcd fmod logical_and".split())
_CREATE = frozenset("zeros ones empty full zeros_like ones_like full_like empty_like randint tensor as_tensor asarray".split())


class UnsignedTensor:
    """A tensor of whole numbers without a sign."""

    __class__ = property(lambda self: _torch.Tensor)

    def __init__(self, values, dtype):
        self._values, self.dtype = values, dtype

    shape = property(lambda self: self._values.shape)
    ndim = property(lambda self: self._values.ndim)
    device = property(lambda self: self._values.device)
    T = property(lambda self: self._like(self._values.T))
    mT = property(lambda self: self._like(self._values.mT))
    data = property(lambda self: self)
    itemsize = property(lambda self: self.dtype.itemsize)
    nbytes = property(lambda self: self.numel() * self.itemsize)
    requires_grad, grad, grad_fn, is_leaf, layout = False, None, None, True, "torch.strided"
    is_sparse = is_quantized = is_cuda = False

    def _like(self, values):
        return UnsignedTensor(values, self.dtype)

    def is_complex(self):
        return False

    is_floating_point = is_complex

    def size(self, dim=None):
        return self._values.size() if dim is None else self._values.size(dim)

    def dim(self):
        return self._values.dim()

    def numel(self):
        return self._values.numel()

    nelement = numel

    def element_size(self):
        return self.itemsize

    def type(self, dtype=None):
        return f"torch.{self.dtype.type_name}Tensor" if dtype is None else self.to(dtype)

    def requires_grad_(self, requires_grad=True):
        if requires_grad:
            raise RuntimeError("only Tensors of floating point dtype can require gradients")
        return self

    def __len__(self):
        return len(self._values)

    def __hash__(self):
        return id(self)

    def __reduce__(self):
        return UnsignedTensor, (self._values, self.dtype)

    def __repr__(self):
        if self.dtype.bits < 64 or not bool((self._values < 0).any()):
            text = repr(self._values)
        else:
            # As text of numbers that floats of 64 bits do not tell apart.
            width = max(len(str(value)) for value in _flat(self.tolist()))
            text = f"tensor({_texts(self.tolist(), width)})"
        kind = f"dtype=torch.{self.dtype.name}"
        last = len(text.rsplit("\n", 1)[-1]) + len(kind) + 2
        text = text.replace(", dtype=torch.int64", "")
        return f"{text[:-1]},\n       {kind})" if last > 80 else f"{text[:-1]}, {kind})"

    __str__ = __repr__

    def __format__(self, spec):
        return format(self.item(), spec) if self.dim() == 0 else format(str(self), spec)

    def item(self):
        return self._values.item() & self.dtype.largest

    __int__ = __index__ = item

    def __float__(self):
        return float(self.item())

    def __bool__(self):
        return bool(self._values)

    def tolist(self):
        return _unwrapped(self._values.tolist(), self.dtype.largest)

    def numpy(self):
        from numpy._unsigned import UnsignedKind
        from numpy._unsigned_arrays import from_values

        return from_values(self._values, UnsignedKind(self.dtype.name))

    def __array__(self, dtype=None, copy=None):
        found = self.numpy()
        found = found.copy() if copy else found
        return found if dtype is None else found.astype(dtype)

    def to(self, *args, **kwargs):
        """The numbers in another dtype, or elsewhere."""
        target, rest = kwargs.pop("dtype", None), []
        for value in args:
            if isinstance(value, _torch.dtype):
                target = value
            else:
                rest.append(value)
        values = self._values.to(*rest, **kwargs) if rest or kwargs else self._values
        if target is None:
            return self._like(values)
        if type(target) is UnsignedDtype:
            return UnsignedTensor(target.wrapped(values), target)
        if target.is_floating_point and self.dtype.bits == 64:
            values = _torch.where(values < 0, values.double() + 2.0**64, values.double())
        return values.to(target)

    def view(self, *shape):
        if len(shape) == 1 and isinstance(shape[0], _torch.dtype):
            return _read_as(self, shape[0])
        return self._like(self._values.view(*shape))

    def __getitem__(self, key):
        return self._like(self._values[key])

    def __setitem__(self, key, value):
        self._values[key] = value._values if type(value) is UnsignedTensor else self.dtype.held(value) if isinstance(value, NUMBERS) else value

    def __iter__(self):
        return map(self._like, self._values)

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return lambda *args, **kwargs: called(name, (self, *args), kwargs)

    @staticmethod
    def __torch_function__(func, types, args=(), kwargs=None):
        """What functions make of such tensors and dtypes, whatever other `types` there are."""
        return called(func.__name__, args, kwargs or {})


UnsignedDtype.__torch_function__ = staticmethod(UnsignedTensor.__torch_function__)
UnsignedTensor.__name__ = UnsignedTensor.__qualname__ = "Tensor"
UnsignedTensor.__module__ = "torch"
for _name, _kind in {
    "float": _torch.float32, "double": _torch.float64, "half": _torch.float16, "bfloat16": _torch.bfloat16, "long": _torch.int64,
    "int": _torch.int32, "short": _torch.int16, "char": _torch.int8, "byte": _torch.uint8, "bool": _torch.bool,
}.items():
    setattr(UnsignedTensor, _name, lambda self, _kind=_kind: self.to(_kind))


def _unwrapped(values, largest):
    if isinstance(values, list):
        return [_unwrapped(each, largest) for each in values]
    return values & largest


def _flat(values):
    return [each for row in values for each in _flat(row)] if isinstance(values, list) else [values]


def _texts(values, width, indent=7):
    if not isinstance(values, list):
        return str(values).rjust(width)
    if values and isinstance(values[0], list):
        return "[" + (",\n" + " " * (indent + 1)).join(_texts(each, width, indent + 1) for each in values) + "]"
    return "[" + ", ".join(_texts(each, width) for each in values) + "]"


def _read_as(tensor, kind):
    """The same bytes as another dtype of as many bits."""
    if kind.itemsize != tensor.itemsize or kind.is_floating_point:
        raise NotImplementedError(f"torch.Tensor.view({kind}) of {tensor.dtype} is not built into this torch")
    return tensor._values.to(kind)


def called(name, args, kwargs):
    """What a function of that name gives for arguments of which some are such tensors, or ask for such numbers."""
    kwargs = dict(kwargs)
    if name in ("to", "type") and type(args[0]) is not UnsignedTensor:
        return _made(args[0], next((each for each in (*args[1:], kwargs.get("dtype")) if type(each) is UnsignedDtype)))
    if name.endswith("_") and not name.startswith("_"):
        return _in_place(name, args, kwargs)
    if name in _CREATE:
        return _created(name, args, kwargs)
    own = next((each for each in _torch_values(args) if type(each) is UnsignedTensor), None)
    kind = own.dtype if own is not None else kwargs.get("dtype")
    if own is not None and name in UnsignedTensor.__dict__ and type(args[0]) is UnsignedTensor:
        return getattr(args[0], name)(*args[1:], **kwargs)
    if name in _MOVES:
        is_method = type(args[0]) is UnsignedTensor and hasattr(_torch.Tensor, name)
        found = getattr(_torch.Tensor if is_method else _torch, name)
        return _wrapped(found(*_plain(args), **dict(zip(kwargs, _plain(kwargs.values())))), kind)
    if name in _OF_TWO or name in _BITS:
        return _of_two(name, *args, kind=kind, **kwargs)
    if name in _FLOATS:
        return getattr(_torch, name)(args[0].float(), *args[1:], **kwargs)
    if name in ("sum", "prod", "any", "all", "isnan", "isinf", "isfinite", "equal", "argsort", "cumsum", "cumprod"):
        return getattr(_torch, name)(*_ordered(args), **kwargs)
    if name in ("sort", "unique", "clamp", "clip"):
        return _by_order(name, args, kwargs, kind)
    if name in ("mean", "nanmean"):
        raise NotImplementedError(
            "mean(): could not infer output dtype. Input dtype must be either a floating point or complex dtype. Got: "
            f"{kind.type_name}"
        )
    if name == "norm":
        raise NotImplementedError(
            f"linalg.vector_norm: Expected a floating point or complex tensor as input. Got {kind.type_name}"
        )
    if name in ("matmul", "dot", "mm", "bmm", "mv") and not isinstance(args[1], _torch.Tensor):
        short = "tensor" if name == "dot" else "other"
        raise TypeError(f"{name}(): argument '{short}' (position 2) must be Tensor, not {type(args[1]).__name__}")
    if name in ("std", "var"):
        raise NotImplementedError("std and var only support floating point and complex dtypes")
    raise NotImplementedError(f"\"{_NO_KERNEL.get(name, name)}\" not implemented for '{kind.type_name}'")


def _torch_values(args):
    for each in args:
        if isinstance(each, (list, tuple)):
            yield from _torch_values(each)
        else:
            yield each


def _plain(args):
    return [
        each._values if type(each) is UnsignedTensor else type(each)(_plain(each)) if type(each) in (list, tuple) else each
        for each in args
    ]


def _wrapped(found, kind):
    if isinstance(found, (list, tuple)):
        return type(found)(UnsignedTensor(each, kind) for each in found)
    return UnsignedTensor(found, kind) if isinstance(found, _torch.Tensor) else found


def _ordered(args):
    return [each._values if type(each) is UnsignedTensor else each for each in args]


_TOP = -(2**63)


def _by_order(name, args, kwargs, kind):
    """Sorted or cut by size: of 64 bits the first one is a sign where the numbers are held."""
    turn = (lambda values: values ^ _TOP) if kind.bits == 64 else (lambda values: values)
    values = turn(args[0]._values)
    if name in ("clamp", "clip"):
        bounds = [each if each is None else turn(_torch.tensor(kind.held(each))) for each in args[1:]]
        named = {key: turn(_torch.tensor(kind.held(each))) for key, each in kwargs.items() if each is not None}
        return UnsignedTensor(turn(_torch.clamp(values, *bounds, **named)), kind)
    found = getattr(_torch, name)(values, *args[1:], **kwargs)
    if name == "sort":
        from torch import return_types

        return return_types.make("sort", ("values", "indices"), (UnsignedTensor(turn(found[0]), kind), found[1]))
    if isinstance(found, tuple):
        return (UnsignedTensor(turn(found[0]), kind), *found[1:])
    return UnsignedTensor(turn(found), kind)


def _of_two(name, input, other, *, kind, **kwargs):
    sides = [each for each in (input, other) if isinstance(each, _torch.Tensor)]
    others = [each for each in sides if type(each) is not UnsignedTensor or each.dtype is not kind]
    if name in ("maximum", "minimum", "gcd", "logical_and") and len(sides) < 2:
        raise TypeError(f"{name}(): argument 'other' (position 2) must be Tensor, not {type(other).__name__}")
    if any(each.dtype.is_floating_point for each in others) or isinstance(other, float) or isinstance(input, float):
        if name in _BITS:
            raise NotImplementedError(f"\"{name}_cpu\" not implemented for 'Float'")
        input, other = (each.float() if type(each) is UnsignedTensor else each for each in (input, other))
        return getattr(_torch, name)(input, other, **kwargs)
    if others:
        words = [each.type().removeprefix("torch.").removesuffix("Tensor") for each in (input, other)]
        raise RuntimeError(
            "Promotion for uint16, uint32, uint64 types is not supported, attempted to promote " + " and ".join(words)
        )
    if name in ("div", "true_divide"):
        input, other = (each.float() if type(each) is UnsignedTensor else each for each in (input, other))
        return getattr(_torch, name)(input, other, **kwargs)
    a, b = (each._values if type(each) is UnsignedTensor else _torch.tensor(kind.held(each)) for each in (input, other))
    if name in ("eq", "ne"):
        return getattr(_torch, name)(a, b)
    if name in ("maximum", "minimum"):
        first = (a ^ _TOP) >= (b ^ _TOP)
        return UnsignedTensor(_torch.where(first if name == "maximum" else ~first, a, b), kind)
    if name == "mul" or name in _BITS:
        found = a * b if name == "mul" else _BITS[name](a, b)
        return UnsignedTensor(kind.wrapped(found), kind)
    raise NotImplementedError(f"\"{_NO_KERNEL[name]}\" not implemented for '{kind.type_name}'")


def _in_place(name, args, kwargs):
    own = args[0]
    if name in ("zero_", "fill_"):
        own._values.fill_(0 if name == "zero_" else own.dtype.held(args[1]))
        return own
    found = args[1] if name == "copy_" else called(name[:-1], args, kwargs)
    own._values.copy_(_made(found, own.dtype)._values)
    return own


def _made(value, kind):
    """Numbers of any kind as such a tensor."""
    if type(value) is UnsignedTensor:
        return value.to(kind)
    return UnsignedTensor(kind.wrapped(_torch.as_tensor(value).long()), kind)


def _held(data, kind):
    """Nested lists of numbers, as they are held."""
    if isinstance(data, (list, tuple)):
        return [_held(each, kind) for each in data]
    if isinstance(data, INTS) and not -kind.largest <= int(data) <= kind.largest:
        raise RuntimeError(f"value cannot be converted to type {kind.name} without overflow")
    return kind.held(data)


def _created(name, args, kwargs):
    kind = kwargs.pop("dtype", None)
    if kwargs.pop("requires_grad", False):
        raise RuntimeError("Only Tensors of floating point and complex dtype can require gradients")
    if name in ("tensor", "as_tensor", "asarray"):
        data = args[0]
        kind = data.dtype if kind is None and type(data) is UnsignedTensor else kind
        if type(data) is UnsignedTensor or isinstance(data, _torch.Tensor) or hasattr(data, "dtype"):
            return of_array(data, kind, name)
        return UnsignedTensor(_torch.tensor(_held(data, kind), dtype=_torch.int64, **kwargs), kind)
    if name.endswith("_like"):
        kind = args[0].dtype if kind is None else kind
        args = [args[0]._values if type(args[0]) is UnsignedTensor else args[0], *args[1:]]
    if type(kind) is not UnsignedDtype:
        return getattr(_torch, name)(*args, dtype=kind, **kwargs)
    if name in ("full", "full_like"):
        args = [args[0], kind.held(args[1])]
    return UnsignedTensor(kind.wrapped(getattr(_torch, name)(*args, dtype=_torch.int64, **kwargs)), kind)


def of_array(data, kind, name):
    values = getattr(data, "_values", None)
    if type(data) is not UnsignedTensor and hasattr(values, "dtype") and hasattr(data, "_is_wide"):
        own = {"uint16": uint16, "uint32": uint32, "uint64": uint64}[data.dtype.name]
        data = UnsignedTensor(values, own)
    elif not isinstance(data, _torch.Tensor):
        data = _torch.as_tensor(data)
    found = data if kind is None else data.to(kind) if type(kind) is not UnsignedDtype else _made(data, kind)
    return found._like(found._values.clone()) if name == "tensor" and type(found) is UnsignedTensor else found


for _sign, _name in {
    "add": "add", "sub": "sub", "mul": "mul", "truediv": "div", "floordiv": "floor_divide", "mod": "remainder", "pow": "pow",
    "matmul": "matmul", "eq": "eq", "ne": "ne", "lt": "lt", "le": "le", "gt": "gt", "ge": "ge", "and": "bitwise_and",
    "or": "bitwise_or", "xor": "bitwise_xor", "lshift": "bitwise_left_shift",
}.items():  # fmt: skip
    setattr(UnsignedTensor, f"__{_sign}__", lambda self, other, _name=_name: called(_name, (self, other), {}))
    if _sign not in ("eq", "ne", "lt", "le", "gt", "ge"):
        setattr(UnsignedTensor, f"__r{_sign}__", lambda self, other, _name=_name: called(_name, (other, self), {}))
for _sign, _name in {"neg": "neg", "abs": "abs", "invert": "bitwise_not"}.items():
    setattr(UnsignedTensor, f"__{_sign}__", lambda self, _name=_name: called(_name, (self,), {}))

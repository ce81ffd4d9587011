"""Functions of `torch` and methods of tensors that are written in Python, by name: they come when one is used.

Start reading at `FUNCTIONS`; `add_methods` gives tensors those of them that are methods, too.
"""

import _torch

_FILES = {
    "_gamma": "lgamma digamma polygamma mvlgamma erfinv erfc",
    "_more_pointwise": (
        "acosh asinh atanh sgn signbit sinc deg2rad rad2deg hypot logaddexp logaddexp2 logcumsumexp float_power fmax fmin gcd "
        "lcm ldexp frexp copysign heaviside xlogy isposinf isneginf isreal positive clamp_min clamp_max nextafter rsub "
        "conj conj_physical resolve_conj resolve_neg real imag angle is_conj is_neg"
    ),
    "_more_shapes": (
        "moveaxis fliplr flipud dstack hsplit vsplit dsplit diag_embed diagflat block_diag msort index_copy index_put put "
        "masked_scatter select_scatter slice_scatter scatter_reduce unravel_index is_same_size is_signed split_with_sizes "
        "adjoint fill frombuffer narrow_copy unsafe_chunk unsafe_split sum_to_size"
    ),
    "_more_algebra": (
        "vdot baddbmm addbmm addmv addr chain_matmul matrix_exp cholesky_inverse cholesky_solve trapezoid "
        "cumulative_trapezoid gradient nanmedian nanquantile histogram hann_window blackman_window hamming_window "
        "bartlett_window svd_lowrank pca_lowrank renorm bincount nansum tensordot"
    ),
    "_more_draws": "poisson binomial",
    "_removed": "cholesky eig lstsq matrix_rank qr solve symeig",
    "nn.functional": (
        "pixel_shuffle pixel_unshuffle alpha_dropout rms_norm threshold celu selu bilinear pdist hardshrink channel_shuffle"
    ),
}
FUNCTIONS = {name: file for file, names in _FILES.items() for name in names.split()}
# Other names that torch has for the same.
OTHER_NAMES = {
    "multiply": "mul", "divide": "div", "subtract": "sub", "true_divide": "div", "less": "lt", "less_equal": "le",
    "greater": "gt", "greater_equal": "ge", "not_equal": "ne", "arccos": "acos", "arcsin": "asin", "arctan": "atan",
    "arctan2": "atan2", "arccosh": "acosh", "arcsinh": "asinh", "arctanh": "atanh", "fix": "trunc", "concatenate": "cat",
    "row_stack": "vstack", "trapz": "trapezoid", "special_erfinv": "erfinv",
}


def function(name):
    """The function of that name, or None."""
    name = OTHER_NAMES.get(name, name)
    if name in _OF_METHODS:
        return _asking(_called(lambda: getattr(_torch.Tensor, name)), name)
    if name not in FUNCTIONS:
        return getattr(_torch, name, None) or _seldom(name)
    found = getattr(__import__(f"torch.{FUNCTIONS[name]}", fromlist=(name,)), name)
    return _asking(found, name)


def _seldom(name):
    # By way of `torch` itself this would be asked for again.
    found = None if name.startswith("_") else __import__("torch._seldom", fromlist=("find",)).find(name)
    # That one is for complex numbers, which answer for themselves else.
    return found if name == "istft" else found and _asking(found, name)


# What is a function of `torch` as well as a method, and native only as the latter.
_OF_METHODS = frozenset(
    "detach detach_ fill_ zero_ acosh_ addmv_ arccos_ arccosh_ arcsin_ arcsinh_ arctan_ arctanh_ asinh_ atanh_ clamp_max_ "
    "as_strided_ clamp_min_ deg2rad_ rad2deg_ erfc_ fix_ gcd_ lcm_ ldexp_ logit_ negative_ sinc_ xlogy_ index_put_ resize_as_".split()
)
# These take numbers, several tensors, or bytes.
_OF_NO_TENSOR = frozenset(
    "block_diag chain_matmul dstack frombuffer hann_window blackman_window hamming_window bartlett_window polygamma "
    "tensordot unravel_index cholesky eig lstsq matrix_rank qr solve symeig empty_strided empty_permuted kaiser_window from_dlpack".split()
)
_asked = {}


def _is_like_a_tensor(value):
    """Whether it is no tensor, but of a class that says itself what functions make of it."""
    return hasattr(type(value), "__torch_function__") and not issubclass(type(value), _torch.Tensor)


def _asking(call, name):
    """A function that takes `out`, and says what its first argument must be, in PyTorch's words, before it begins."""

    def checked(*args, **kwargs):
        if "out" in kwargs:
            from torch import _out

            return _out.called(name, checked, args, kwargs)
        if any(map(_is_like_a_tensor, args)):
            from torch import overrides

            return overrides.handle_torch_function(checked, args, *args, **kwargs)
        is_asked = args and name not in _OF_NO_TENSOR and not hasattr(args[0], "__torch_function__")
        if is_asked and not isinstance(args[0], _torch.Tensor):
            kind = type(args[0]).__name__
            raise TypeError(f"{name}(): argument 'input' (position 1) must be Tensor, not {kind}")
        try:
            return call(*args, **kwargs)
        except AttributeError as error:
            _refuse_no_tensor(name, call, args, error)
            raise

    if name not in _asked:
        checked.__name__, checked.__doc__, checked.__wrapped__ = name, call.__doc__, call
        _asked[name] = checked
    return _asked[name]


def _refuse_no_tensor(name, call, args, error):
    """Says what must be a tensor, where what was found lacking is one of the arguments."""
    for at, value in enumerate(args):
        if value is error.obj and (value is None or isinstance(value, (str, int, float))):
            names = getattr(call, "__wrapped__", call).__code__.co_varnames
            argument = names[at] if at < len(names) else "other"
            kind = type(value).__name__
            raise TypeError(f"{name}(): argument '{argument}' (position {at + 1}) must be Tensor, not {kind}") from None


def _unique(native):
    """`unique`, with slices along a dimension as well as single values."""

    def unique(input, sorted=True, return_inverse=False, return_counts=False, dim=None):
        if dim is None:
            return native(input, sorted, return_inverse, return_counts)
        from torch._more_shapes import unique_rows

        return unique_rows(input, dim, return_inverse, return_counts)

    return unique


unique = _unique(_torch.unique)


# What tensors have as methods; with a line below, those that write into the tensor as well.
_METHODS = (
    "lgamma digamma erfinv erfc acosh asinh atanh sgn signbit sinc deg2rad rad2deg hypot logaddexp logaddexp2 logcumsumexp "
    "float_power fmax fmin gcd lcm ldexp frexp copysign heaviside xlogy isposinf isneginf isreal positive clamp_min clamp_max "
    "nextafter moveaxis fliplr flipud hsplit vsplit dsplit diag_embed diagflat msort index_copy index_put put masked_scatter "
    "select_scatter slice_scatter scatter_reduce is_same_size is_signed split_with_sizes adjoint vdot baddbmm addbmm addmv addr "
    "matrix_exp nanmedian nanquantile histogram renorm multiply divide subtract true_divide less less_equal greater "
    "greater_equal not_equal arccos arcsin arctan arctan2 arccosh arcsinh arctanh fix conj conj_physical resolve_conj "
    "resolve_neg angle is_conj is_neg narrow_copy unsafe_chunk unsafe_split sum_to_size cholesky_inverse "
    "cholesky_solve mvlgamma hardshrink i0 igamma igammac diagonal_scatter as_strided_scatter index_reduce nonzero_static lu "
    "lu_solve geqrf orgqr ormqr triangular_solve unsafe_split_with_sizes prelu stft"
).split()
_IN_PLACE = (
    "lgamma digamma erfinv erfc acosh asinh atanh sgn sinc deg2rad rad2deg hypot float_power gcd lcm ldexp copysign heaviside "
    "xlogy clamp_min clamp_max index_copy index_put put masked_scatter scatter_reduce baddbmm addbmm addmv addr renorm multiply "
    "divide subtract true_divide arccos arcsin arctan arctan2 arccosh arcsinh arctanh fix eq ne lt le gt ge less less_equal "
    "greater greater_equal not_equal cumsum cumprod tril triu logical_and logical_or logical_xor logical_not bitwise_not "
    "negative absolute logit mvlgamma nextafter i0 igamma igammac conj_physical index_reduce"
).split()
# Methods whose functions have other names, or other files.
_APART = {
    "fill_diagonal_": ("_more_shapes", "fill_diagonal"),
    "apply_": ("_more_shapes", "apply"),
    "map_": ("_more_shapes", "map"),
    "cauchy_": ("_more_draws", "cauchy"),
    "geometric_": ("_more_draws", "geometric"),
    "log_normal_": ("_more_draws", "log_normal"),
    "cov": ("_rare", "cov"),
    "corrcoef": ("_rare", "corrcoef"),
    "matrix_power": ("_rare", "matrix_power"),
    "tensor_split": ("_rare", "tensor_split"),
    "register_post_accumulate_grad_hook": ("autograd._accumulated", "register"),
}
_OF_MEMORY = ("storage", "new", "resize", "resize_", "set_")


def _method(name):
    def method(*args, **kwargs):
        return function(name)(*args, **kwargs)

    method.__name__ = name
    return method


# Native functions that lack some of their arguments, which Python adds.
completed = {name: _method(name) for name in ("bincount", "nansum", "tensordot")}
# Other names of arguments, as one of several overloads has them.
_ALSO = {
    "scatter": {"value": "src"},
    "scatter_": {"value": "src"},
    "split": {"tensor": "input", "split_size": "split_size_or_sections"},
}


def _renaming(call, others):
    """A native function that takes arguments by other names, too."""

    def renamed(*args, **kwargs):
        for other, own in others.items():
            if other in kwargs and own not in kwargs:
                kwargs[own] = kwargs.pop(other)
        if kwargs.get("reduce") not in (None, "add"):
            # Of those with other names only scatter has `reduce`; the native one adds.
            found = _elsewhere("_more_shapes", "scatter_by")()(*args, **kwargs)
            return args[0].copy_(found) if call.__name__.endswith("_") else found
        return call(*args, **kwargs)

    renamed.__name__, renamed.__doc__ = call.__name__, call.__doc__
    return renamed


completed |= {name: _renaming(getattr(_torch, name), _ALSO[name]) for name in ("scatter", "split")}


def _summed(*args):
    """`einsum`, whose subscripts may be lists behind the operands, too."""
    if args and isinstance(args[0], _torch.Tensor):
        return _elsewhere("_einsum", "of_lists")()(args)
    return _torch.einsum(*args)


_summed.__module__, _summed.__qualname__ = "torch.functional", "einsum"
_summed.__name__, _summed.__doc__ = "einsum", _torch.einsum.__doc__
completed["einsum"] = _summed


def _written(name, find):
    """A method that writes what a function makes into the tensor."""

    def method(self, *args, **kwargs):
        found = find()(self, *args, **kwargs)
        if found.is_floating_point() and not self.is_floating_point():
            from torch._kinds import kind_of

            raise RuntimeError(
                f"result type {kind_of(found)} can't be cast to the desired output type {kind_of(self)}"
            )
        if found.shape != self.shape:
            raise RuntimeError(
                f"output with shape {list(self.shape)} doesn't match the broadcast shape {list(found.shape)}"
            )
        return self.copy_(found)

    method.__name__ = name
    return method


def _elsewhere(file, name):
    return lambda: getattr(__import__(f"torch.{file}", fromlist=(name,)), name)


def _called(find):
    """A method that calls the function that is found when it is needed."""
    return lambda self, *args, **kwargs: find()(self, *args, **kwargs)


def _where(self, condition, other):
    return _torch.where(condition, self, other)


def _torch_function(cls, func, types, args=(), kwargs=None):
    from torch.overrides import of_tensor

    return of_tensor(cls, func, types, args, kwargs)


def _make_subclass(cls, data, require_grad=False):
    return _torch._as_subclass(data.detach(), cls).requires_grad_(require_grad)


def _typed(change):
    """`type`, for which a dtype may be a constructor as well, as `torch.LongTensor`."""

    def type(self, dtype=None, *rest, **kwargs):
        if dtype is None:
            return change(self, *rest, **kwargs)
        name = getattr(dtype, "__name__", None)
        if dtype is _torch.Tensor:
            dtype = _torch.float32
        elif name is not None and name.endswith("Tensor"):
            dtype = f"torch.{name}"
        return change(self, dtype, *rest, **kwargs)

    return type


def _reshaped(name):
    """A method that makes the tensor another view of its own memory."""
    change = getattr(_torch.Tensor, name)

    def method(self, *args, **kwargs):
        if not (self.requires_grad and _torch.is_grad_enabled()):
            self.data = change(self.data, *args, **kwargs)
            return self
        if self.is_leaf:
            raise RuntimeError("a leaf Variable that requires grad is being used in an in-place operation.")
        if self._is_view() and self._base.is_leaf and self._base.requires_grad:
            raise RuntimeError("a view of a leaf Variable that requires grad is being used in an in-place operation.")
        # The tensor leaves its place in the graph for one behind the view that it becomes.
        view = change(self, *args, **kwargs)
        self.detach_().data = view.data
        return self.copy_(view)

    method.__name__ = name + "_"
    return method


def _conjugate_transposed(tensor):
    if tensor.dim() == 0:
        return tensor
    if tensor.dim() == 1:
        raise RuntimeError(
            f"tensor.mH is only supported on matrices or batches of matrices. Got {tensor.dim()}-D tensor."
        )
    return tensor.mT


_VIEWS = ("t", "squeeze", "unsqueeze", "transpose", "swapaxes", "swapdims", "as_strided")


def methods():
    """Every method by its name."""
    found = {name: _method(name) for name in _METHODS}
    found |= {name + "_": _written(name + "_", lambda name=name: function(name)) for name in _IN_PLACE}
    for name, (file, own) in _APART.items():
        find = _elsewhere(file, own)
        found[name] = _written(name, find) if name.endswith("_") else _called(find)
    found |= {name: _called(_elsewhere("storage", name)) for name in _OF_MEMORY}
    found |= {name + "_": _reshaped(name) for name in _VIEWS}
    found["to_sparse"] = found["to_sparse_coo"] = lambda self: _elsewhere("sparse", "from_dense")()(self)
    found["to_sparse_csr"] = lambda self: self.to_sparse().to_sparse_csr()
    found["to_dense"] = lambda self: self
    found["where"] = _where
    found["as_subclass"] = lambda self, cls: _torch._as_subclass(self, cls)
    found["__torch_function__"] = classmethod(_torch_function)
    found["_make_subclass"] = staticmethod(_make_subclass)
    found["polygamma"] = lambda self, n: function("polygamma")(n, self)
    found["polygamma_"] = lambda self, n: self.copy_(function("polygamma")(n, self))
    found["new_empty_strided"] = lambda self, *args, **kwargs: function("empty_strided")(
        *args, **{"dtype": self.dtype, **kwargs}
    )
    found["resize_as_"] = lambda self, the_template: self.resize_(the_template.shape)
    found["is_shared"] = found["is_pinned"] = lambda self: False
    found["is_nonzero"] = lambda self: bool(self)
    for kind in "ipu maia meta mkldnn mps nested vulkan xla xpu".split():
        found[f"is_{kind}"] = property(lambda self: False)
    found["mH"] = property(lambda self: _conjugate_transposed(self))
    for name in ("cfloat", "cdouble"):
        found[name] = lambda self, dtype=name: self.to(getattr(__import__("torch"), dtype))
    found["get_device"] = lambda self: -1 if self.device.type == "cpu" else self.device.index
    return found


def add_methods():
    """Gives tensors these methods, as far as they have none of the name."""
    for name, method in methods().items():
        if not hasattr(_torch.Tensor, name):
            _torch._add_method(name, method)
    _torch._add_method("type", _typed(_torch.Tensor.type))
    _torch._add_method("unique", unique)
    for name in ("bincount", "nansum"):
        _torch._add_method(name, completed[name])
    for name, others in _ALSO.items():
        _torch._add_method(name, _renaming(getattr(_torch.Tensor, name), others))

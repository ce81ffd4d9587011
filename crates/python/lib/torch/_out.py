"""`out=`: tensors that a function writes its result into.

Not the functions, which know nothing of it. Start reading at `called`; which functions take `out`, and what dtypes each
lets it have, is as PyTorch 2.15 has it.
"""

import warnings

import _torch
from torch import return_types

# Any dtype: the result is converted.
_ANY = frozenset(
    "arange bernoulli bitwise_and bitwise_left_shift bitwise_or bitwise_right_shift bitwise_xor cumprod cumsum empty eq "
    "eye full gcd ge greater greater_equal gt lcm le less less_equal linspace logical_and logical_not logical_or "
    "logical_xor logspace lt ne not_equal ones prod randperm range sum zeros".split()
)
# Any dtype of the result's kind, or of a higher one.
_CASTABLE = frozenset(
    "acos acosh add addbmm addcdiv addcmul addr angle arccos arccosh arcsin arcsinh arctan arctan2 arctanh argsort asin "
    "asinh atan atan2 atanh cat cholesky_inverse cholesky_solve clamp clamp_max clamp_min clip column_stack concat "
    "concatenate copysign cos cosh deg2rad diff digamma div divide dstack erf erfc erfinv exp exp2 expm1 float_power "
    "floor_divide fmax fmin fmod ger hstack hypot kron ldexp lgamma log log10 log1p log2 logaddexp logaddexp2 logit "
    "logsumexp matrix_power max maximum mean min minimum mul multiply mvlgamma nanmean nansum narrow_copy nextafter norm "
    "normal outer polygamma pow rad2deg rand randint randn reciprocal remainder row_stack rsqrt scatter_reduce sigmoid sin "
    "sinc sinh sqrt square stack std sub subtract tan tanh threshold true_divide var vstack xlogy linalg_cond "
    "linalg_matrix_power linalg_pinv linalg_solve_triangular".split()
)
# The result's own, which PyTorch says in two ways.
_SAME = frozenset(
    "addmm addmv all amax amin aminmax any argmax argmin baddbmm bmm bucketize cross cummax cummin diag dot frexp gather "
    "heaviside histc histogram index_add index_copy index_select inner inverse isin isneginf isposinf kthvalue "
    "log_softmax logcumsumexp masked_select matmul median mm mode msort multinomial mv nan_to_num nanmedian nanquantile "
    "nonzero quantile renorm scatter scatter_add searchsorted signbit slice_scatter slogdet softmax sort svd take "
    "take_along_dim topk tril triu vdot where linalg_cholesky linalg_cross linalg_det linalg_eigh linalg_eigvalsh "
    "linalg_inv linalg_matmul linalg_multi_dot linalg_qr linalg_slogdet linalg_solve linalg_svd linalg_svdvals "
    "linalg_vecdot".split()
)
_FOUND = frozenset(
    "abs absolute bitwise_not ceil conj_physical fix floor frac hardshrink lerp neg negative round sgn sign trunc".split()
)
# These never say that they change the shape.
_CREATE = frozenset("arange empty eye full linspace logspace ones rand randint randn randperm range zeros".split())
_TAKES = _ANY | _CASTABLE | _SAME | _FOUND


def called(name, function, args, kwargs):
    """What a function gives that knows no `out`, of arguments that name one."""
    out = kwargs.pop("out")
    begin(name, out, args, kwargs)
    return write(name, out, function(*args, **kwargs))


def begin(name, out, args, kwargs):
    """Refuses, before anything is computed, what no result can be written into."""
    if name not in _TAKES:
        raise TypeError(f"{name}() got an unexpected keyword argument 'out'")
    if out is None:
        return
    if not isinstance(out, (_torch.Tensor, tuple, list)):
        raise TypeError(f"{name}(): argument 'out' must be Tensor, not {type(out).__name__}")
    outs = (out,) if isinstance(out, _torch.Tensor) else tuple(out)
    if _torch.is_grad_enabled() and any(_has_gradient(value) for value in (*outs, *args, *kwargs.values())):
        raise RuntimeError(
            f"{name}(): functions with out=... arguments don't support automatic differentiation, but one of the arguments "
            "requires grad."
        )
    dtype = kwargs.get("dtype")
    if dtype is not None and name in _ANY and outs[0].dtype != dtype:
        raise RuntimeError(f"dtype {_word(dtype)} does not match dtype of out parameter ({_word(outs[0].dtype)})")


def write(name, out, result):
    """The result, written into `out`, which is returned."""
    if out is None:
        return result
    if isinstance(result, _torch.Tensor):
        if not isinstance(out, _torch.Tensor):
            raise TypeError(f"{name}(): argument 'out' must be Tensor, not {type(out).__name__}")
        return _write(name, out, result)
    if isinstance(out, _torch.Tensor):
        raise TypeError(f"{name}(): argument 'out' must be tuple of Tensors, not Tensor")
    if len(out) != len(result):
        raise TypeError(f"expected tuple of {len(result)} elements but got {len(out)}")
    # What comes beside the values, indices for the most part, is never converted.
    tensors = tuple(_write(name if at == 0 else None, one, value) for at, (one, value) in enumerate(zip(out, result)))
    fields = getattr(result, "_fields", None)
    return tensors if fields is None else return_types.make(name + "_out", fields, tensors)


def _write(name, out, result):
    _check_dtype(name, result.dtype, out.dtype)
    if out.shape != result.shape:
        if out.numel() and name not in _CREATE:
            warnings.warn(
                "An output with one or more elements was resized since it had shape "
                f"{list(out.shape)}, which does not match the required output shape {list(result.shape)}. This behavior is "
                "deprecated, and in a future PyTorch release outputs will not be resized unless they have zero elements. "
                "You can explicitly reuse an out tensor t by resizing it, inplace, to zero elements with t.resize_(0).",
                UserWarning,
                stacklevel=4,
            )
        out.resize_(result.shape)
    # The result may be a view of what is written over.
    return out.copy_(result.clone())


def _check_dtype(name, of, to):
    if of == to or name in _ANY:
        return
    if name in _CASTABLE:
        if not _torch.can_cast(of, to):
            raise RuntimeError(f"result type {_word(of)} can't be cast to the desired output type {_word(to)}")
    elif name in _FOUND:
        raise RuntimeError(f"Found dtype {_word(to)} but expected {_word(of)}")
    else:
        raise RuntimeError(f"Expected out tensor to have dtype {_c_name(of)}, but got {_c_name(to)} instead")


def _has_gradient(value):
    if isinstance(value, (tuple, list)):
        return any(map(_has_gradient, value))
    return isinstance(value, _torch.Tensor) and value.requires_grad


def _word(dtype):
    """`Long` of `torch.int64`."""
    return _torch.empty(0, dtype=dtype).type().removeprefix("torch.").removesuffix("Tensor")


def _c_name(dtype):
    word = _word(dtype)
    return {"Long": "long int", "Short": "short int", "Byte": "unsigned char", "Char": "signed char"}.get(word, word.lower())

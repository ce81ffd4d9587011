"""The functions of `torch.nn.functional`: the native ones by name, and those composed from them."""

import _torch

globals().update(_torch._functional)
# This one has its arguments looked at first.
globals().pop("bilinear")

sigmoid, tanh = _torch.sigmoid, _torch.tanh

_native_embedding = _torch._functional["embedding"]


def relu(input, inplace=False):
    """max(x, 0)."""
    return _torch.relu_(input) if inplace else _torch.relu(input)


def hardtanh_(input, min_val=-1.0, max_val=1.0):
    return input.clamp_(min_val, max_val)


def embedding(input, weight, padding_idx=None, max_norm=None, norm_type=2.0, scale_grad_by_freq=False, sparse=False):
    """The rows of weight that input names."""
    if not isinstance(input, _torch.Tensor):
        from torch._kinds import called

        if not isinstance(weight, _torch.Tensor):
            raise TypeError(f"embedding(): argument 'weight' (position 1) must be Tensor, not {called(weight)}")
        raise TypeError(f"embedding(): argument 'indices' (position 2) must be Tensor, not {called(input)}")
    if sparse:
        raise NotImplementedError("embedding: sparse=True is not built into this torch")
    if padding_idx is not None:
        assert -weight.size(0) <= padding_idx < weight.size(0), "Padding_idx must be within num_embeddings"
        padding_idx %= weight.size(0)
    if max_norm is None and not scale_grad_by_freq:
        return _native_embedding(input, weight, padding_idx)
    from torch.nn import _bags

    if max_norm is not None:
        _bags.shorten(weight, input, max_norm, norm_type)
    values = _native_embedding(input, weight, padding_idx)
    return _bags.shared_by_count("EmbeddingBackward0", values, input) if scale_grad_by_freq else values


_native_dropout = {name: _torch._functional[name] for name in ("dropout", "dropout1d", "dropout2d")}


def _check_probability(p):
    if p < 0 or p > 1:
        raise ValueError(f"dropout probability has to be between 0 and 1, but got {p}")


def _check_floats(input, p, training):
    """Refuses whole numbers, which what is left of them cannot be written into."""
    if training and p > 0 and isinstance(input, _torch.Tensor) and not (input.is_floating_point() or input.is_complex()):
        from torch._kinds import kind_of

        raise RuntimeError(f"result type Float can't be cast to the desired output type {kind_of(input)}")


def dropout(input, p=0.5, training=True, inplace=False):
    """Zeros each element with probability p while training, and divides the rest by 1 - p."""
    _check_probability(p)
    _check_floats(input, p, training)
    if training and isinstance(input, _torch.Tensor) and not input.is_contiguous():
        order = sorted(range(input.dim()), key=input.stride, reverse=True)
        if input.permute(order).is_contiguous():
            return _dropout_as_it_lies(input, order, p, inplace)
    return _native_dropout["dropout"](input, p, training, inplace)


def _dropout_as_it_lies(input, order, p, inplace):
    """Chances are drawn in the order in which values lie in memory."""
    from torch.autograd._named import made_by

    dropped = _native_dropout["dropout"](input.permute(order), p, True, inplace)
    if inplace:
        return input
    back = sorted(range(input.dim()), key=order.__getitem__)
    return made_by("MulBackward0", dropped.permute(back))


def dropout1d(input, p=0.5, training=True, inplace=False):
    """Dropout of whole channels of a sequence: (batch, channels, length) or (channels, length)."""
    _check_probability(p)
    if input.dim() not in (2, 3):
        raise RuntimeError(
            f"dropout1d: Expected 2D or 3D input, but received a {input.dim()}D input. Note that dropout1d exists to "
            "provide channel-wise dropout on inputs with 1 spatial dimension, a channel dimension, and an optional "
            "batch dimension (i.e. 2D or 3D inputs)."
        )
    if input.dim() == 3:
        return _native_dropout["dropout1d"](input, p, training, inplace)
    kept = _native_dropout["dropout1d"](input.unsqueeze(0), p, training).squeeze(0)
    return input.copy_(kept) if inplace else kept


def dropout2d(input, p=0.5, training=True, inplace=False):
    """Dropout of whole channels of images: the first two dimensions are the batch and the channels."""
    _check_probability(p)
    _check_floats(input, p, training)
    return _native_dropout["dropout2d"](input, p, training, inplace)


def dropout3d(input, p=0.5, training=True, inplace=False):
    """Dropout of whole channels of volumes: the first two dimensions are the batch and the channels."""
    return dropout2d(input, p, training, inplace)


def _convolution(name):
    """A convolution whose padding may be named: "valid" for none, "same" for as much as keeps the size."""
    native, dims = _torch._functional[name], int(name[4])

    def convolve(input, weight, bias=None, stride=1, padding=0, dilation=1, groups=1):
        if isinstance(padding, str):
            input, padding = _named_padding(input, weight, dims, stride, padding, dilation)
        return native(input, weight, bias, stride, padding, dilation, groups)

    convolve.__name__ = convolve.__qualname__ = name
    convolve.__doc__ = native.__doc__
    return convolve


def _named_padding(input, weight, dims, stride, padding, dilation):
    """The input and the widths that stand for a name; of an odd number of them, one is put behind the input."""
    if padding not in ("same", "valid"):
        raise RuntimeError(f"Invalid padding string: '{padding}'")
    none = (0,) * dims
    if not isinstance(input, _torch.Tensor) or input.dim() not in (dims + 1, dims + 2):
        return input, none
    if input.dtype != weight.dtype:
        from torch._kinds import kind_of

        raise RuntimeError(f"expected scalar type {kind_of(input)} but found {kind_of(weight)}")
    if padding == "valid":
        return input, none
    if any(step != 1 for step in (stride if isinstance(stride, (tuple, list)) else (stride,))):
        raise RuntimeError("padding='same' is not supported for strided convolutions")
    steps = dilation if isinstance(dilation, (tuple, list)) else (dilation,) * dims
    totals = [step * (size - 1) for size, step in zip(weight.shape[-dims:], steps)]
    if any(total % 2 for total in totals):
        _torch._warn(
            "Using padding='same' with even kernel lengths and odd dilation may require a zero-padded copy of the input be "
            "created"
        )
        behind = [width for total in reversed(totals) for width in (0, total % 2)]
        input = _torch._functional["pad"](input, behind)
    return input, tuple(total // 2 for total in totals)


conv1d, conv2d, conv3d = map(_convolution, ("conv1d", "conv2d", "conv3d"))


def _normalization(name):
    """A normalization whose weights have the input's dtype; those of half precision may have single ones."""
    native = _torch._functional[name]

    def normalize(input, *args, **kwargs):
        for other in (*args, *kwargs.values()):
            if isinstance(other, _torch.Tensor) and isinstance(input, _torch.Tensor) and other.dtype != input.dtype:
                if input.dtype in (_torch.float16, _torch.bfloat16) and other.dtype == _torch.float32:
                    from torch.autograd._named import made_by

                    kind = "".join(part.title() for part in name.split("_"))
                    return made_by(f"Native{kind}Backward0", native(input.float(), *args, **kwargs).to(input.dtype))
                if input.is_floating_point() or name != "batch_norm":
                    raise RuntimeError("mixed dtype (CPU): all inputs must share same datatype.")
        return native(input, *args, **kwargs)

    normalize.__name__ = normalize.__qualname__ = name
    normalize.__doc__ = native.__doc__
    return normalize


_norm_of_batch, layer_norm, group_norm = map(_normalization, ("batch_norm", "layer_norm", "group_norm"))


def batch_norm(input, running_mean, running_var, weight=None, bias=None, training=False, momentum=0.1, eps=1e-5):
    """Each channel less its mean, over its deviation: the batch's in training, else those that were kept."""
    output = _norm_of_batch(input, running_mean, running_var, weight, bias, training, momentum, eps)
    if training or not output.requires_grad:
        return output
    from torch.autograd._named import made_by

    return made_by("NativeBatchNormBackward0", output)


_native_kl_div = _torch._functional["kl_div"]


def kl_div(input, target, size_average=None, reduce=None, reduction="mean", log_target=False):
    """target * (log target - input): how far log probabilities are from probabilities."""
    if reduction == "mean" and size_average is None and reduce is None:
        _torch._warn(
            "reduction: 'mean' divides the total loss by both the batch size and the support size.'batchmean' divides only "
            "by the batch size, and aligns with the KL div math definition.'mean' will be changed to behave the same as "
            "'batchmean' in the next major release."
        )
    return _native_kl_div(input, target, size_average, reduce, reduction, log_target)


def _adaptive(name):
    """Adaptive pooling for which None stands for the size that the input has."""
    native, dims = _torch._functional[name], int(name[-2])

    def pool(input, output_size, *args, **kwargs):
        if isinstance(output_size, (tuple, list)) and len(output_size) != dims:
            said = "(): internal error: output_size.size()" if "max" in name else ": output_size"
            raise RuntimeError(f"{name}{said} must be {dims}")
        if isinstance(output_size, (tuple, list)) and None in output_size:
            own = input.shape[-len(output_size) :]
            output_size = [given if wanted is None else wanted for wanted, given in zip(output_size, own)]
        return native(input, output_size, *args, **kwargs)

    pool.__name__ = pool.__qualname__ = name
    pool.__doc__ = native.__doc__
    return pool


adaptive_avg_pool2d, adaptive_avg_pool3d, adaptive_max_pool2d, adaptive_max_pool3d = map(
    _adaptive, ("adaptive_avg_pool2d", "adaptive_avg_pool3d", "adaptive_max_pool2d", "adaptive_max_pool3d")
)

# Where those are that come when they are asked for.
_COMPOSED = {
    **dict.fromkeys(
        "poisson_nll_loss hinge_embedding_loss margin_ranking_loss soft_margin_loss multi_margin_loss cosine_embedding_loss "
        "triplet_margin_loss gaussian_nll_loss multilabel_soft_margin_loss".split(),
        "_losses",
    ),
    **dict.fromkeys(
        "rms_norm scaled_dot_product_attention pixel_shuffle pixel_unshuffle channel_shuffle "
        "local_response_norm alpha_dropout gumbel_softmax pdist lp_pool1d lp_pool2d lp_pool3d max_unpool1d max_unpool2d max_unpool3d "
        "affine_grid grid_sample".split(),
        "_composed",
    ),
    "interpolate": "_interpolation",
    "upsample": "_interpolation",
    "embedding_bag": "_bags",
    **dict.fromkeys(("feature_alpha_dropout", "fractional_max_pool2d", "fractional_max_pool3d"), "_fractional"),
    "multi_head_attention_forward": "modules.attention",
    **dict.fromkeys("rrelu triplet_margin_with_distance_loss multilabel_margin_loss bilinear".split(), "_rarer"),
    "ctc_loss": "_ctc",
}
# What writes into its input: the function of that name with `inplace`.
_IN_PLACE = ("elu_", "leaky_relu_", "celu_", "selu_", "rrelu_", "threshold_")
_FORMER = {"upsample_nearest": {"mode": "nearest"}, "upsample_bilinear": {"mode": "bilinear", "align_corners": True}}

# With what comes later, for `from … import *`.
__all__ = [*(name for name in dir() if not name.startswith("_")), *_COMPOSED, *_IN_PLACE, *_FORMER]


def __getattr__(name):
    if hasattr(_torch, name) and not name.startswith("_"):
        return getattr(_torch, name)
    if name in _COMPOSED:
        return getattr(__import__(f"torch.nn.{_COMPOSED[name]}", fromlist=(name,)), name)
    if name in _IN_PLACE:
        call = globals().get(name[:-1]) or __getattr__(name[:-1])
        return lambda *args, **kwargs: call(*args, **kwargs, inplace=True)
    if name in _FORMER:
        call, settings = __getattr__("interpolate"), _FORMER[name]
        return lambda input, size=None, scale_factor=None: call(input, size, scale_factor, **settings)
    if name.endswith("_with_indices") and name.startswith(("max_pool", "adaptive_max_pool", "fractional_max_pool")):
        call = globals().get(name.removesuffix("_with_indices")) or __getattr__(name.removesuffix("_with_indices"))
        return lambda *args, **kwargs: call(*args, **{**kwargs, "return_indices": True})
    raise AttributeError(f"module 'torch.nn.functional' has no attribute '{name}'")


def __dir__():
    return sorted({*globals(), *_COMPOSED, *_IN_PLACE, *_FORMER})

"""What layers compute, as functions."""

import _torch

# The functions of the operator table that PyTorch has in this module.
globals().update(_torch._functional)

sigmoid = _torch.sigmoid
tanh = _torch.tanh


def _inplace(name):
    function, changing = getattr(_torch, name), getattr(_torch, name + "_", None)

    def apply(input, inplace=False):
        return changing(input) if inplace and changing else function(input)

    apply.__name__ = name
    apply.__doc__ = function.__doc__
    return apply


relu = _inplace("relu")


def batch_norm(input, running_mean, running_var, weight=None, bias=None, training=False, momentum=0.1, eps=1e-05):
    """Each channel (dimension 1) brought to mean 0 and variance 1, then scaled and shifted."""
    dims = [dim for dim in range(input.ndim) if dim != 1]
    shape = [-1 if dim == 1 else 1 for dim in range(input.ndim)]
    count = input.numel() // input.shape[1]
    if training:
        if count == 1:
            raise ValueError(f"Expected more than 1 value per channel when training, got input size {input.shape}")
        mean = input.mean(dims)
        variance = input.var(dims, correction=0)
        if running_mean is not None:
            unbiased = variance.detach() * (count / (count - 1))
            running_mean.copy_(running_mean * (1 - momentum) + mean.detach() * momentum)
            running_var.copy_(running_var * (1 - momentum) + unbiased * momentum)
    else:
        mean, variance = running_mean, running_var
    output = (input - mean.reshape(shape)) / (variance.reshape(shape) + eps).sqrt()
    if weight is not None:
        output = output * weight.reshape(shape)
    return output if bias is None else output + bias.reshape(shape)


def layer_norm(input, normalized_shape, weight=None, bias=None, eps=1e-05):
    """The last dimensions brought to mean 0 and variance 1, then scaled and shifted."""
    dims = list(range(-len(normalized_shape), 0))
    mean = input.mean(dims, keepdim=True)
    variance = input.var(dims, correction=0, keepdim=True)
    output = (input - mean) / (variance + eps).sqrt()
    if weight is not None:
        output = output * weight
    return output if bias is None else output + bias


def group_norm(input, num_groups, weight=None, bias=None, eps=1e-05):
    """Groups of channels brought to mean 0 and variance 1, then scaled and shifted by channel."""
    grouped = input.reshape(input.shape[0], num_groups, -1)
    output = layer_norm(grouped, grouped.shape[2:], eps=eps).reshape(input.shape)
    shape = [-1 if dim == 1 else 1 for dim in range(input.ndim)]
    if weight is not None:
        output = output * weight.reshape(shape)
    return output if bias is None else output + bias.reshape(shape)


_NOT_BUILT = frozenset(
    "conv1d conv2d conv3d conv_transpose1d conv_transpose2d max_pool1d max_pool2d avg_pool1d avg_pool2d "
    "adaptive_avg_pool1d adaptive_avg_pool2d adaptive_max_pool2d pad interpolate upsample unfold fold grid_sample "
    "scaled_dot_product_attention multi_head_attention_forward embedding_bag gumbel_softmax ctc_loss".split()
)


def __getattr__(name):
    if hasattr(_torch, name) and not name.startswith("_"):
        return getattr(_torch, name)
    if name in _NOT_BUILT:
        raise NotImplementedError(f"torch.nn.functional.{name} is not built into this torch")
    raise AttributeError(f"module 'torch.nn.functional' has no attribute '{name}'")

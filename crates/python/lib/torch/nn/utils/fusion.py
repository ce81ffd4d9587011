"""Convolutions and linear layers that take a batch normalisation after them into their weights.

What it is not: for training, as the statistics stay what they are. Start reading at `fuse_conv_bn_eval`.
"""

import copy

import _torch
from torch.nn.parameter import Parameter


def _fused(weight, bias, mean, variance, eps, scale, shift, dim):
    bias = _torch.zeros_like(mean) if bias is None else bias
    scale = _torch.ones_like(mean) if scale is None else scale
    shift = _torch.zeros_like(mean) if shift is None else shift
    factor = scale * _torch.rsqrt(variance + eps)
    shape = [1] * weight.dim()
    shape[dim] = -1
    made = weight * factor.reshape(shape), (bias - mean) * factor + shift
    return tuple(Parameter(each.detach(), old) for each, old in zip(made, (weight.requires_grad, bias.requires_grad)))


def fuse_conv_bn_weights(conv_w, conv_b, bn_rm, bn_rv, bn_eps, bn_w, bn_b, transpose=False):
    """The weight and bias of the convolution that does both."""
    return _fused(conv_w, conv_b, bn_rm, bn_rv, bn_eps, bn_w, bn_b, 1 if transpose else 0)


def fuse_linear_bn_weights(linear_w, linear_b, bn_rm, bn_rv, bn_eps, bn_w, bn_b):
    """The weight and bias of the linear layer that does both."""
    return _fused(linear_w, linear_b, bn_rm, bn_rv, bn_eps, bn_w, bn_b, 0)


def _fuse(layer, bn, fuse):
    assert not (layer.training or bn.training), "Fusion only for eval!"
    fused = copy.deepcopy(layer)
    fused.weight, fused.bias = fuse(
        fused.weight, fused.bias, bn.running_mean, bn.running_var, bn.eps, bn.weight, bn.bias
    )
    return fused


def fuse_conv_bn_eval(conv, bn, transpose=False):
    """A convolution that does what it and the normalisation after it do."""
    return _fuse(conv, bn, lambda *given: fuse_conv_bn_weights(*given, transpose))


def fuse_linear_bn_eval(linear, bn):
    """A linear layer that does what it and the normalisation after it do."""
    return _fuse(linear, bn, fuse_linear_bn_weights)

"""`MultiheadAttention` (Vaswani et al., 2017)."""

import math
import types

import _torch
from torch.autograd._named import made_by
from torch.nn import functional as F
from torch.nn import init
from torch.nn.modules.linear import Linear
from torch.nn.modules.module import Module
from torch.nn.parameter import Parameter


class NonDynamicallyQuantizableLinear(Linear):
    """PyTorch prints the last layer of an attention under this name."""


class MultiheadAttention(Module):
    """Attention of several heads, each over a part of the features.

    Query (L, N, E), key (S, N, kdim) and value (S, N, vdim), with `batch_first` (N, L, E) and so on, or all without N.
    """

    def __init__(self, embed_dim, num_heads, dropout=0.0, bias=True, add_bias_kv=False, add_zero_attn=False, kdim=None,
                 vdim=None, batch_first=False, device=None, dtype=None):
        if embed_dim <= 0 or num_heads <= 0:
            raise ValueError(
                f"embed_dim and num_heads must be greater than 0, got embed_dim={embed_dim} and num_heads={num_heads} "
                "instead"
            )
        super().__init__()
        self.embed_dim = embed_dim
        self.kdim = embed_dim if kdim is None else kdim
        self.vdim = embed_dim if vdim is None else vdim
        self._qkv_same_embed_dim = self.kdim == embed_dim and self.vdim == embed_dim
        self.num_heads = num_heads
        self.dropout = dropout
        self.batch_first = batch_first
        self.add_zero_attn = add_zero_attn
        self.head_dim = embed_dim // num_heads
        assert self.head_dim * num_heads == embed_dim, "embed_dim must be divisible by num_heads"
        where = dict(device=device, dtype=dtype)
        same = self._qkv_same_embed_dim
        sizes = {
            "q_proj_weight": None if same else (embed_dim, embed_dim),
            "k_proj_weight": None if same else (embed_dim, self.kdim),
            "v_proj_weight": None if same else (embed_dim, self.vdim),
            "in_proj_weight": (3 * embed_dim, embed_dim) if same else None,
            "in_proj_bias": (3 * embed_dim,) if bias else None,
            "bias_k": (1, 1, embed_dim) if add_bias_kv else None,
            "bias_v": (1, 1, embed_dim) if add_bias_kv else None,
        }
        for name, size in sizes.items():
            self.register_parameter(name, size and Parameter(_torch.empty(size, **where)))
        self.out_proj = NonDynamicallyQuantizableLinear(embed_dim, embed_dim, bias=bias, **where)
        self._reset_parameters()

    def _reset_parameters(self):
        for name in ("in_proj_weight", "q_proj_weight", "k_proj_weight", "v_proj_weight"):
            if getattr(self, name) is not None:
                init.xavier_uniform_(getattr(self, name))
        if self.in_proj_bias is not None:
            init.constant_(self.in_proj_bias, 0.0)
            init.constant_(self.out_proj.bias, 0.0)
        for name in ("bias_k", "bias_v"):
            if getattr(self, name) is not None:
                init.xavier_normal_(getattr(self, name))

    def _projected(self, query, key, value):
        """Query, key and value through their weights."""
        if self._qkv_same_embed_dim:
            weights = self.in_proj_weight.chunk(3)
        else:
            weights = (self.q_proj_weight, self.k_proj_weight, self.v_proj_weight)
        biases = (None,) * 3 if self.in_proj_bias is None else self.in_proj_bias.chunk(3)
        return [F.linear(*each) for each in zip((query, key, value), weights, biases)]

    def _check(self, query, key, value):
        for name, given in (("query", query), ("key", key), ("value", value)):
            if name == "query":
                assert given.dim() in (2, 3), (
                    f"query should be unbatched 2D or batched 3D tensor but received {given.dim()}-D query tensor"
                )
            assert given.dim() == query.dim(), (
                f"For {'batched (3-D)' if query.dim() == 3 else 'unbatched (2-D)'} `query`, expected `key` and `value` to "
                f"be {query.dim()}-D but found {key.dim()}-D and {value.dim()}-D tensors respectively"
            )

    def forward(self, query, key, value, key_padding_mask=None, need_weights=True, attn_mask=None,
                average_attn_weights=True, is_causal=False):
        """The attended values, and the weights of each query if they are needed."""
        self._check(query, key, value)
        batched = query.dim() == 3
        if not batched:
            query, key, value = (each.unsqueeze(1) for each in (query, key, value))
            key_padding_mask = key_padding_mask if key_padding_mask is None else key_padding_mask.unsqueeze(0)
        elif self.batch_first:
            query, key, value = (each.transpose(0, 1) for each in (query, key, value))
        length, count, width = query.shape
        assert width == self.embed_dim, f"was expecting embedding dimension of {self.embed_dim}, but got {width}"
        if self._qkv_same_embed_dim:
            assert key.shape == value.shape, f"key shape {key.shape} does not match value shape {value.shape}"
        if is_causal and attn_mask is None:
            raise RuntimeError(
                "Need attn_mask if specifying the is_causal hint. You may use the Transformer module method "
                "`generate_square_subsequent_mask` to create this mask."
            )
        mask = self._mask(attn_mask, key_padding_mask, (count, length, key.size(0)), query.dtype)
        query, key, value = self._projected(query, key, value)
        if self.bias_k is not None:
            key = _torch.cat([key, self.bias_k.repeat(1, count, 1)])
            value = _torch.cat([value, self.bias_v.repeat(1, count, 1)])
        query, key, value = (self._heads(each) for each in (query, key, value))
        if self.add_zero_attn:
            nothing = key.new_zeros((count, self.num_heads, 1, self.head_dim))
            key, value = _torch.cat([key, nothing], 2), _torch.cat([value, nothing], 2)
        if mask is not None and key.size(2) > mask.size(-1):
            mask = F.pad(mask, (0, key.size(2) - mask.size(-1)))
        output, weights = self._attend(query, key, value, mask)
        # A function, not the module's call: as in PyTorch, hooks on `out_proj` hear nothing of it.
        output = output.permute(2, 0, 1, 3).reshape(length * count, width)
        output = F.linear(output, self.out_proj.weight, self.out_proj.bias).view(length, count, width)
        if need_weights:
            weights = weights.mean(1) if average_attn_weights else made_by("ViewBackward0", weights)
        weights = weights if need_weights else None
        if not batched:
            return output.squeeze(1), weights if weights is None else weights.squeeze(0)
        return output.transpose(0, 1) if self.batch_first else output, weights

    def _heads(self, given):
        """(length, N, E) as (N, heads, length, E / heads)."""
        return given.unflatten(-1, (self.num_heads, self.head_dim)).permute(1, 2, 0, 3)

    def _attend(self, query, key, value, mask):
        scores = query * math.sqrt(1.0 / self.head_dim) @ key.transpose(-2, -1)
        weights = (scores if mask is None else scores + mask).softmax(-1)
        if self.training and self.dropout > 0:
            weights = F.dropout(weights, self.dropout)
        return weights @ value, weights

    def _mask(self, attn_mask, key_padding_mask, sizes, dtype):
        """Both masks as numbers to add, of a shape that goes with (N, heads, L, S); None if there are none."""
        count, length, others = sizes
        mask = None
        if attn_mask is not None:
            mask = _numbers("attn_mask", attn_mask, dtype)
            expected = (length, others) if mask.dim() == 2 else (count * self.num_heads, length, others)
            if mask.dim() not in (2, 3):
                raise RuntimeError(f"attn_mask's dimension {mask.dim()} is not supported")
            if tuple(mask.shape) != expected:
                raise RuntimeError(
                    f"The shape of the {mask.dim()}D attn_mask is {mask.shape}, but should be {expected}."
                )
            mask = mask if mask.dim() == 2 else mask.unflatten(0, (count, self.num_heads))
        if key_padding_mask is not None:
            padding = _numbers("key_padding_mask", key_padding_mask, dtype)
            for at, size in enumerate((count, others)):
                assert padding.size(at) == size, (
                    f"Expected key_padded_mask.shape[{at}] to be {size}, but got {padding.size(at)}"
                )
            padding = padding[:, None, None, :]
            mask = padding if mask is None else mask + padding
        return mask


# Its home, as PyTorch prints it.
MultiheadAttention.__module__ = NonDynamicallyQuantizableLinear.__module__ = "torch.nn.modules.activation"


def _numbers(name, mask, dtype):
    assert mask.dtype is _torch.bool or mask.is_floating_point(), (
        f"only bool and floating types of {name} are supported"
    )
    if mask.dtype is not _torch.bool:
        return mask
    return _torch.zeros_like(mask, dtype=dtype).masked_fill(mask, float("-inf"))


def multi_head_attention_forward(
    query, key, value, embed_dim_to_check, num_heads, in_proj_weight, in_proj_bias, bias_k, bias_v, add_zero_attn, dropout_p,
    out_proj_weight, out_proj_bias, training=True, key_padding_mask=None, need_weights=True, attn_mask=None,
    use_separate_proj_weight=False, q_proj_weight=None, k_proj_weight=None, v_proj_weight=None, static_k=None, static_v=None,
    average_attn_weights=True, is_causal=False,
):  # fmt: skip
    """What `MultiheadAttention` computes, of weights that are given."""
    if static_k is not None or static_v is not None:
        raise NotImplementedError("multi_head_attention_forward: static_k and static_v are not built into this torch")
    layer = MultiheadAttention.__new__(MultiheadAttention)
    Module.__init__(layer)
    layer.embed_dim, layer.num_heads, layer.dropout, layer.batch_first = embed_dim_to_check, num_heads, dropout_p, False
    layer.head_dim, layer.add_zero_attn, layer.training = embed_dim_to_check // num_heads, add_zero_attn, training
    layer._qkv_same_embed_dim = not use_separate_proj_weight
    layer.in_proj_weight, layer.in_proj_bias, layer.bias_k, layer.bias_v = in_proj_weight, in_proj_bias, bias_k, bias_v
    layer.q_proj_weight, layer.k_proj_weight, layer.v_proj_weight = q_proj_weight, k_proj_weight, v_proj_weight
    layer.out_proj = types.SimpleNamespace(weight=out_proj_weight, bias=out_proj_bias)
    return layer.forward(
        query, key, value, key_padding_mask, need_weights, attn_mask, average_attn_weights, is_causal
    )

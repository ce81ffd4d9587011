"""Encoders and decoders of attention layers: `Transformer` and its parts (Vaswani et al., 2017)."""

import copy

import _torch
from torch.nn import functional as F
from torch.nn import init
from torch.nn.modules.attention import MultiheadAttention
from torch.nn.modules.container import ModuleList
from torch.nn.modules.dropout import Dropout
from torch.nn.modules.linear import Linear
from torch.nn.modules.module import Module
from torch.nn.modules.normalization import LayerNorm


def _activation(given):
    if given in ("relu", "gelu"):
        return getattr(F, given)
    if callable(given):
        return given
    raise RuntimeError(f"activation should be relu/gelu, not {given}")


class _Layer(Module):
    """Attention and then two linear layers, each with dropout, beside what goes around them, and normalised."""

    def __init__(self, attentions, d_model, nhead, dim_feedforward=2048, dropout=0.1, activation=F.relu,
                 layer_norm_eps=1e-5, batch_first=False, norm_first=False, bias=True, device=None, dtype=None):
        super().__init__()
        where = dict(device=device, dtype=dtype)
        for name in attentions:
            setattr(self, name, MultiheadAttention(
                d_model, nhead, dropout=dropout, bias=bias, batch_first=batch_first, **where
            ))
        self.linear1 = Linear(d_model, dim_feedforward, bias=bias, **where)
        self.dropout = Dropout(dropout)
        self.linear2 = Linear(dim_feedforward, d_model, bias=bias, **where)
        self.norm_first = norm_first
        count = len(attentions) + 1
        for at in range(1, count + 1):
            setattr(self, f"norm{at}", LayerNorm(d_model, eps=layer_norm_eps, bias=bias, **where))
        for at in range(1, count + 1):
            setattr(self, f"dropout{at}", Dropout(dropout))
        self.activation = _activation(activation)

    def _feed_forward(self, x):
        return self.linear2(self.dropout(self.activation(self.linear1(x))))

    def _beside(self, at, x, block):
        """x and what a block makes of it, normalised before the block or after."""
        norm, dropout = getattr(self, f"norm{at}"), getattr(self, f"dropout{at}")
        return x + dropout(block(norm(x))) if self.norm_first else norm(x + dropout(block(x)))


def _attending(attention, memory, mask, padding, is_causal):
    """A block of attention, to itself if there is no memory."""

    def block(x):
        other = x if memory is None else memory
        return attention(
            x, other, other, attn_mask=mask, key_padding_mask=padding, is_causal=is_causal, need_weights=False
        )[0]

    return block


class TransformerEncoderLayer(_Layer):
    """Attention of a sequence to itself, and two linear layers."""

    def __init__(self, d_model, nhead, dim_feedforward=2048, dropout=0.1, activation=F.relu, layer_norm_eps=1e-5,
                 batch_first=False, norm_first=False, bias=True, device=None, dtype=None):
        super().__init__(
            ("self_attn",), d_model, nhead, dim_feedforward, dropout, activation, layer_norm_eps, batch_first,
            norm_first, bias, device, dtype
        )

    def forward(self, src, src_mask=None, src_key_padding_mask=None, is_causal=False):
        x = self._beside(1, src, _attending(self.self_attn, None, src_mask, src_key_padding_mask, is_causal))
        return self._beside(2, x, self._feed_forward)


class TransformerDecoderLayer(_Layer):
    """Attention of a sequence to itself and to a memory, and two linear layers."""

    def __init__(self, d_model, nhead, dim_feedforward=2048, dropout=0.1, activation=F.relu, layer_norm_eps=1e-5,
                 batch_first=False, norm_first=False, bias=True, device=None, dtype=None):
        super().__init__(
            ("self_attn", "multihead_attn"), d_model, nhead, dim_feedforward, dropout, activation, layer_norm_eps,
            batch_first, norm_first, bias, device, dtype
        )

    def forward(self, tgt, memory, tgt_mask=None, memory_mask=None, tgt_key_padding_mask=None,
                memory_key_padding_mask=None, tgt_is_causal=False, memory_is_causal=False):
        x = self._beside(1, tgt, _attending(self.self_attn, None, tgt_mask, tgt_key_padding_mask, tgt_is_causal))
        x = self._beside(2, x, _attending(
            self.multihead_attn, memory, memory_mask, memory_key_padding_mask, memory_is_causal
        ))
        return self._beside(3, x, self._feed_forward)


class _Stack(Module):
    def __init__(self, layer, num_layers, norm):
        super().__init__()
        self.layers = ModuleList(copy.deepcopy(layer) for _ in range(num_layers))
        self.num_layers = num_layers
        self.norm = norm

    def _end(self, output):
        return output if self.norm is None else self.norm(output)


def _no_nested(layer):
    """Why PyTorch would not go through a batch of sequences in its fast way; empty if it would."""
    if not isinstance(layer, TransformerEncoderLayer):
        return f"{layer} was not TransformerEncoderLayer"
    if layer.norm_first:
        return "encoder_layer.norm_first was True"
    attention = layer.self_attn
    if not attention.batch_first:
        return "encoder_layer.self_attn.batch_first was not True(use batch_first for better inference performance)"
    if attention.in_proj_bias is None:
        return "encoder_layer.self_attn was passed bias=False"
    if layer.activation not in (F.relu, F.gelu):
        return "encoder_layer.activation_relu_or_gelu was not True"
    if attention.num_heads % 2:
        return "encoder_layer.self_attn.num_heads is odd"
    return ""


class TransformerEncoder(_Stack):
    """Copies of an encoder layer, one after the other."""

    def __init__(self, encoder_layer, num_layers, norm=None, enable_nested_tensor=True, mask_check=True):
        super().__init__(encoder_layer, num_layers, norm)
        # Nested tensors would be a faster way to the same values.
        self.enable_nested_tensor = enable_nested_tensor
        reason = _no_nested(encoder_layer) if enable_nested_tensor else ""
        self.use_nested_tensor = enable_nested_tensor and not reason
        if reason:
            _torch._warn(f"enable_nested_tensor is True, but self.use_nested_tensor is False because {reason}")
        self.mask_check = mask_check

    def forward(self, src, mask=None, src_key_padding_mask=None, is_causal=None):
        for layer in self.layers:
            src = layer(src, src_mask=mask, src_key_padding_mask=src_key_padding_mask, is_causal=bool(is_causal))
        if mask is None and src_key_padding_mask is not None and self._is_nested(src_key_padding_mask):
            src = src.masked_fill((src_key_padding_mask != 0).unsqueeze(-1), 0.0)
        return self._end(src)

    def _is_nested(self, padding):
        """Whether PyTorch takes sequences without their padding, in whose places it puts zeros at the end.

        It does so for guessing only, and where all padding is behind.
        """
        if self.training or not self.use_nested_tensor or padding.dim() != 2:
            return False
        if _torch.is_grad_enabled() and any(parameter.requires_grad for parameter in self.parameters()):
            return False
        padded = padding != 0
        return not self.mask_check or not bool((padded[:, :-1] & ~padded[:, 1:]).any())


class TransformerDecoder(_Stack):
    """Copies of a decoder layer, one after the other."""

    def __init__(self, decoder_layer, num_layers, norm=None):
        super().__init__(decoder_layer, num_layers, norm)

    def forward(self, tgt, memory, tgt_mask=None, memory_mask=None, tgt_key_padding_mask=None,
                memory_key_padding_mask=None, tgt_is_causal=None, memory_is_causal=False):
        for layer in self.layers:
            tgt = layer(
                tgt, memory, tgt_mask, memory_mask, tgt_key_padding_mask, memory_key_padding_mask, bool(tgt_is_causal),
                memory_is_causal
            )
        return self._end(tgt)


class Transformer(Module):
    """An encoder, whose output a decoder attends to."""

    def __init__(self, d_model=512, nhead=8, num_encoder_layers=6, num_decoder_layers=6, dim_feedforward=2048,
                 dropout=0.1, activation=F.relu, custom_encoder=None, custom_decoder=None, layer_norm_eps=1e-5,
                 batch_first=False, norm_first=False, bias=True, device=None, dtype=None):
        super().__init__()
        settings = (
            d_model, nhead, dim_feedforward, dropout, activation, layer_norm_eps, batch_first, norm_first, bias, device,
            dtype
        )
        for name, custom, stack, layer, count in (
            ("encoder", custom_encoder, TransformerEncoder, TransformerEncoderLayer, num_encoder_layers),
            ("decoder", custom_decoder, TransformerDecoder, TransformerDecoderLayer, num_decoder_layers),
        ):
            if custom is None:
                one = layer(*settings)
                norm = LayerNorm(d_model, eps=layer_norm_eps, bias=bias, device=device, dtype=dtype)
                custom = stack(one, count, norm)
            setattr(self, name, custom)
        for parameter in self.parameters():
            if parameter.dim() > 1:
                init.xavier_uniform_(parameter)
        self.d_model = d_model
        self.nhead = nhead
        self.batch_first = batch_first

    def forward(self, src, tgt, src_mask=None, tgt_mask=None, memory_mask=None, src_key_padding_mask=None,
                tgt_key_padding_mask=None, memory_key_padding_mask=None, src_is_causal=None, tgt_is_causal=None,
                memory_is_causal=False):
        at = 0 if self.batch_first else 1
        if src.dim() == 3 and src.size(at) != tgt.size(at):
            raise RuntimeError("the batch number of src and tgt must be equal")
        if src.size(-1) != self.d_model or tgt.size(-1) != self.d_model:
            raise RuntimeError("the feature number of src and tgt must be equal to d_model")
        memory = self.encoder(src, src_mask, src_key_padding_mask, src_is_causal)
        return self.decoder(
            tgt, memory, tgt_mask, memory_mask, tgt_key_padding_mask, memory_key_padding_mask, tgt_is_causal,
            memory_is_causal
        )

    @staticmethod
    def generate_square_subsequent_mask(sz, device=None, dtype=None):
        """A mask that lets each place see those before it and itself."""
        return _torch.full((sz, sz), float("-inf"), device=device, dtype=dtype).triu(1)

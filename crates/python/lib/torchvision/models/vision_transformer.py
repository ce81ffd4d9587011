"""The Vision Transformer (Dosovitskiy et al., 2020): a picture's patches as words.

What it is not: trained. Start reading at `VisionTransformer`.
"""

import math
from collections import OrderedDict

import torch
from torch import nn
from torchvision.models._weights import builder, family


class MLPBlock(nn.Sequential):
    """Wider, bent, and narrow again."""

    def __init__(self, in_dim, mlp_dim, dropout):
        super().__init__(nn.Linear(in_dim, mlp_dim), nn.GELU(), nn.Dropout(dropout, inplace=False), nn.Linear(mlp_dim, in_dim),
                         nn.Dropout(dropout, inplace=False))
        for module in self.modules():
            if isinstance(module, nn.Linear):
                nn.init.xavier_uniform_(module.weight)
                nn.init.normal_(module.bias, std=1e-6)


class EncoderBlock(nn.Module):
    """Patches look at each other, then each is computed by itself; both are added."""

    def __init__(self, num_heads, hidden_dim, mlp_dim, dropout, attention_dropout):
        super().__init__()
        self.num_heads = num_heads
        self.ln_1 = nn.LayerNorm(hidden_dim, eps=1e-6)
        self.self_attention = nn.MultiheadAttention(hidden_dim, num_heads, dropout=attention_dropout, batch_first=True)
        self.dropout = nn.Dropout(dropout)
        self.ln_2 = nn.LayerNorm(hidden_dim, eps=1e-6)
        self.mlp = MLPBlock(hidden_dim, mlp_dim, dropout)

    def forward(self, input):
        x = self.ln_1(input)
        x, _ = self.self_attention(x, x, x, need_weights=False)
        x = self.dropout(x) + input
        return x + self.mlp(self.ln_2(x))


class Encoder(nn.Module):
    """Where each patch is, then block after block."""

    def __init__(self, seq_length, num_layers, num_heads, hidden_dim, mlp_dim, dropout, attention_dropout):
        super().__init__()
        self.pos_embedding = nn.Parameter(torch.empty(1, seq_length, hidden_dim).normal_(std=0.02))
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.Sequential(OrderedDict(
            (f"encoder_layer_{at}", EncoderBlock(num_heads, hidden_dim, mlp_dim, dropout, attention_dropout))
            for at in range(num_layers)
        ))  # fmt: skip
        self.ln = nn.LayerNorm(hidden_dim, eps=1e-6)

    def forward(self, input):
        return self.ln(self.layers(self.dropout(input + self.pos_embedding)))


class VisionTransformer(nn.Module):
    """The network."""

    def __init__(self, image_size, patch_size, num_layers, num_heads, hidden_dim, mlp_dim, dropout=0.0, attention_dropout=0.0,
                 num_classes=1000):
        super().__init__()
        if image_size % patch_size:
            raise ValueError("Input shape indivisible by patch size!")
        self.image_size, self.patch_size, self.hidden_dim, self.mlp_dim = image_size, patch_size, hidden_dim, mlp_dim
        self.num_classes = num_classes
        self.conv_proj = nn.Conv2d(3, hidden_dim, kernel_size=patch_size, stride=patch_size)
        self.class_token = nn.Parameter(torch.zeros(1, 1, hidden_dim))
        self.seq_length = (image_size // patch_size) ** 2 + 1
        self.encoder = Encoder(self.seq_length, num_layers, num_heads, hidden_dim, mlp_dim, dropout, attention_dropout)
        self.heads = nn.Sequential(OrderedDict([("head", nn.Linear(hidden_dim, num_classes))]))
        nn.init.trunc_normal_(self.conv_proj.weight, std=math.sqrt(1 / (3 * patch_size**2)))
        nn.init.zeros_(self.conv_proj.bias)
        nn.init.zeros_(self.heads.head.weight)
        nn.init.zeros_(self.heads.head.bias)

    def _process_input(self, x):
        n, _, height, width = x.shape
        for name, side in (("height", height), ("width", width)):
            if side != self.image_size:
                raise AssertionError(f"Wrong image {name}! Expected {self.image_size} but got {side}!")
        return self.conv_proj(x).reshape(n, self.hidden_dim, -1).permute(0, 2, 1)

    def forward(self, x):
        x = self._process_input(x)
        x = torch.cat([self.class_token.expand(x.shape[0], -1, -1), x], dim=1)
        return self.heads(self.encoder(x)[:, 0])


def _model(name, patch_size, num_layers, num_heads, hidden_dim, mlp_dim):
    def make(**kwargs):
        return VisionTransformer(kwargs.pop("image_size", 224), patch_size, num_layers, num_heads, hidden_dim, mlp_dim, **kwargs)

    return builder(name, make, f"The Vision Transformer {name[4:].upper()}")


vit_b_16, vit_b_32 = _model("vit_b_16", 16, 12, 12, 768, 3072), _model("vit_b_32", 32, 12, 12, 768, 3072)
vit_l_16, vit_l_32 = _model("vit_l_16", 16, 24, 16, 1024, 4096), _model("vit_l_32", 32, 24, 16, 1024, 4096)
ViT_B_16_Weights, ViT_B_32_Weights = family("ViT_B_16_Weights"), family("ViT_B_32_Weights")
ViT_L_16_Weights, ViT_L_32_Weights = family("ViT_L_16_Weights", False, 242), family("ViT_L_32_Weights")

"""`grad_fn` of layers that are several operations here and one in PyTorch."""
import torch
import torch.nn as nn
import torch.nn.functional as F

torch.manual_seed(0)


def node(result):
    return type(result.grad_fn).__name__


for kind in (nn.RNN, nn.LSTM, nn.GRU):
    for settings in ({}, dict(batch_first=True), dict(num_layers=2), dict(bidirectional=True), dict(bias=False)):
        layer = kind(3, 4, **settings)
        output, last = layer(torch.ones(5, 2, 3))
        alone, _ = layer(torch.ones(5, 3))
        first = bool(settings.get("batch_first"))
        shape = (2, 5, 3) if first else (5, 2, 3)
        packed = nn.utils.rnn.pack_padded_sequence(torch.ones(shape), [5, 3], batch_first=first)
        steps, _ = layer(packed)
        padded, _ = nn.utils.rnn.pad_packed_sequence(steps, batch_first=first)
        print(kind.__name__, settings, node(output), node(last[0]), node(alone), node(steps.data), node(padded))

images = torch.arange(32.0).view(1, 2, 4, 4).requires_grad_()
for mode in ("nearest", "bilinear", "bicubic", "nearest-exact"):
    print(mode, node(F.interpolate(images, scale_factor=2, mode=mode)))
print(node(F.interpolate(images[0], scale_factor=2, mode="linear")), node(F.pixel_shuffle(images.view(1, 8, 2, 2), 2)))
grid = F.affine_grid(torch.eye(2, 3)[None].requires_grad_(), (1, 2, 4, 4), align_corners=False)
print(node(grid), node(F.grid_sample(images, grid, align_corners=False)))
rows = torch.arange(12.0).view(3, 4).requires_grad_()
print(node(F.embedding_bag(torch.tensor([[0, 1]]), rows)), node(F.pdist(rows)), node(F.rrelu(rows)))
print(node(F.scaled_dot_product_attention(images, images, images)), node(F.scaled_dot_product_attention(*[images[0]] * 3)))
attention = nn.MultiheadAttention(4, 2)
given = torch.ones(3, 2, 4)
print(*map(node, attention(given, given, given)), *map(node, attention(given, given, given, average_attn_weights=False)))
for name in "acosh asinh sgn sinc deg2rad lgamma digamma erfc nansum matrix_exp diag_embed".split():
    print(name, node(getattr(torch, name)(rows[:, :3] + 2)))
for name in "hypot logaddexp fmax fmin copysign xlogy".split():
    print(name, node(getattr(torch, name)(rows, torch.ones(3, 4))))

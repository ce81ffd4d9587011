"""Pictures made larger and smaller, and embeddings with rows kept short or gradients shared."""
import torch
import torch.nn as nn
import torch.nn.functional as F

torch.set_printoptions(precision=3)


def told(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, "|", str(error).split("\n")[0])


images = torch.arange(16.0).view(1, 1, 4, 4) ** 2 / 7
for corners in (True, False):
    told(lambda: F.interpolate(images, size=(6, 3), mode="bicubic", align_corners=corners))
told(lambda: F.interpolate(images, scale_factor=1.5, mode="bicubic"))
told(lambda: nn.Upsample(scale_factor=2, mode="bicubic")(images)[0, 0, :2])
told(lambda: F.interpolate(images, scale_factor=2, mode="nearest-exact")[0, 0, :3])
told(lambda: nn.Upsample(size=(2, 2), mode="bicubic", align_corners=True))
told(lambda: nn.Upsample(scale_factor=2, recompute_scale_factor=True))
told(lambda: F.interpolate(images, size=(3,)))
told(lambda: F.interpolate(images, scale_factor=(2, 2, 2)))
told(lambda: F.interpolate(images, size=3, scale_factor=2))
told(lambda: F.interpolate(images[0, 0], size=2))
told(lambda: F.interpolate(images, size=2, mode="nearest", align_corners=True))

table = nn.Embedding(4, 2, max_norm=1.0)
table.weight.data = torch.arange(8.0).view(4, 2)
told(lambda: table(torch.tensor([1, 2, 2])))
told(lambda: table.weight)
told(lambda: table)
table = nn.Embedding(4, 2, scale_grad_by_freq=True)
table(torch.tensor([1, 2, 2])).sum().backward()
told(lambda: table.weight.grad)
told(lambda: table)
told(lambda: nn.Embedding(4, 2, padding_idx=0, max_norm=2.0, norm_type=1.0))
bags = nn.EmbeddingBag(4, 2, max_norm=1.0, mode="sum")
bags.weight.data = torch.arange(8.0).view(4, 2)
told(lambda: bags(torch.tensor([[1, 2]])))
told(lambda: bags)
bags = nn.EmbeddingBag(4, 2, scale_grad_by_freq=True)
bags(torch.tensor([[1, 2, 2, 3]])).sum().backward()
told(lambda: bags.weight.grad)
told(lambda: bags)
told(lambda: nn.EmbeddingBag(4, 2, padding_idx=-1, include_last_offset=True))
told(lambda: F.scaled_dot_product_attention(torch.ones(2, 4, 3, 4), torch.ones(2, 2, 3, 4), torch.ones(2, 2, 3, 4), enable_gqa=True).shape)

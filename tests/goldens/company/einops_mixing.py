# EinMix: layers whose weights mix the axes that a pattern names, and which patterns are refused.
import torch
from einops.layers.torch import EinMix, Rearrange
from torch import nn


def made(pattern, weight_shape, bias_shape=None, **sizes):
    torch.manual_seed(0)
    try:
        layer = EinMix(pattern, weight_shape=weight_shape, bias_shape=bias_shape, **sizes)
    except Exception as error:
        print(type(error).__name__, error)
        return None
    print(layer, list(layer.weight.shape), None if layer.bias is None else list(layer.bias.shape), sorted(layer.state_dict()))
    return layer


x = torch.arange(1.0, 25.0).reshape(2, 4, 3) / 10
for layer in (
    made("b h w -> b h c", "w c", "c", w=3, c=2), made("b h w -> b h c", "w c", w=3, c=2),
    made("b h w -> h b c", "w c", "c", w=3, c=2), made("b h w -> b c h", "w c", "c h", w=3, c=2, h=4),
    made("b (h p) w -> b h (c p)", "w c", "c p", w=3, c=2, p=2), made("b (h p) w -> b h (c p)", "w c p", "p c", w=3, c=2, p=2),
    made("... w -> ... c", "w c", "c", w=3, c=2), made("b h w -> b c", "w h c", "", w=3, h=4, c=2),
    made("b h w -> b h w", "w", w=3), made("b h w -> b h c", "c", "c", w=3, c=2),
):  # fmt: skip
    result = layer(x)
    result.sum().backward()
    print(result.shape, result.detach().flatten()[:4], layer.weight.grad.flatten()[:3])
for given in (
    ("b (h 2) w -> b h c", "w c"), ("b h w -> b h c", "(w c)"), ("b h w -> b h c", "... c"), ("b h w -> b h c", "w q"),
    ("b h w -> b h q", "w c"), ("b h w -> b h c", "w c", "b c"), ("b h w -> b h c", "w c", "w"),
    ("b h w -> b h c", "w c", "..."),
):  # fmt: skip
    made(*given, w=3, c=2)
made("b h w -> b h c", "w c z", w=3, c=2, z=1)
made("b h w -> b h c", "w c", w=3, c=2, unused=3)
torch.manual_seed(1)
mixer = nn.Sequential(EinMix("b t c -> b t (g d)", "c g d", "g d", c=3, g=2, d=2), nn.GELU(), Rearrange("b t d -> b (t d)"), nn.Linear(16, 1))
print(mixer, mixer(x), sum(each.numel() for each in mixer.parameters()))
optimizer = torch.optim.SGD(mixer.parameters(), lr=0.1)
for _ in range(3):
    optimizer.zero_grad()
    loss = (mixer(x) ** 2).mean()
    loss.backward()
    optimizer.step()
    print(f"{loss.item():.4f}")

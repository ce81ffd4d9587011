"""What layers say of inputs that they do not fit: dtypes of norms, named padding, hooks without gradients."""
import warnings

import torch
from torch import nn


def show(call):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            print(call())
        except Exception as error:
            print(type(error).__name__, error)
        for warning in caught:
            print("  warned:", warning.category.__name__, str(warning.message).split(" (Triggered")[0])


x, image = torch.randn(4, 3), torch.ones(2, 3, 8, 8)
for layer, value in ((nn.BatchNorm1d(3), x), (nn.LayerNorm(3), x), (nn.GroupNorm(1, 3), x), (nn.BatchNorm2d(3), image)):
    show(lambda: layer(value.double()))
    show(lambda: (layer(value.half()).dtype, layer(value.bfloat16()).dtype))
show(lambda: nn.LayerNorm(3)(x.long()))
show(lambda: nn.BatchNorm1d(3)(x.long()))
same = nn.Conv2d(3, 2, 5, padding="same")
show(lambda: same(image[:, :1]))
show(lambda: same(image[0, 0]))
show(lambda: same(image.long()))
show(lambda: nn.Conv1d(1, 1, 3, padding="same", padding_mode="circular")(torch.ones(1, 1, 4)).shape)
show(lambda: nn.Conv1d(1, 1, 4, padding="same")(torch.ones(1, 1, 6)).shape)
show(lambda: nn.Embedding(3, 2)([0, 1]))
show(lambda: nn.Flatten()(torch.tensor(1.0)))
show(lambda: nn.ModuleList(nn.ReLU()))
show(lambda: nn.init.trunc_normal_(torch.ones(2), mean=9.0).shape)
show(lambda: len(torch.optim.SGD([same.weight, same.weight], 0.1).param_groups))
show(lambda: torch.utils.data.WeightedRandomSampler([[1, 2]], 1))
linear = nn.Linear(3, 1)
handle = linear.register_full_backward_hook(lambda module, before, after: print(before, after[0].shape))
show(lambda: linear(x).sum().backward())
print(type(handle), len(linear._backward_hooks))
handle.remove()
show(lambda: linear(x).sum().backward())
print(len(linear._backward_hooks), len(linear._forward_hooks), len(linear._forward_pre_hooks))

import torch
from torch import nn

w = nn.Parameter(torch.tensor([1.0, 2.0]))
print([value.tolist() for value in (2 * w, 1 - w, 1 + w, 2.0 / w, 2 ** w)])
w = nn.Parameter(torch.tensor([1, 2]), requires_grad=False)
print(3 & w, 3 | w, 3 ^ w, 7 // w, 7 % w)


class Scaled(nn.Module):
    def __init__(self):
        super().__init__()
        self.gain = nn.Parameter(torch.tensor(0.5))

    def forward(self, x):
        return (1 - self.gain) * x + 2 * self.gain


loss = Scaled()(torch.ones(3)).sum()
loss.backward()
print(loss)

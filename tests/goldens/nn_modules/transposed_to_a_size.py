"""Transposed convolutions that are told the size of their output."""
import torch
from torch import nn

up = nn.ConvTranspose2d(2, 1, 3, stride=2)
x = torch.ones(1, 2, 6, 6)
for size in (None, [13, 14], (14, 14), [1, 1, 14, 13], [20, 20], [14], torch.Size([13, 13])):
    try:
        print(size, tuple(up(x, output_size=size).shape))
    except ValueError as error:
        print(error)
down = nn.Conv1d(1, 1, 4, stride=3, padding=1)
back = nn.ConvTranspose1d(1, 1, 4, stride=3, padding=1)
for length in (9, 10, 11):
    signal = torch.ones(1, 1, length)
    print(length, tuple(back(down(signal), output_size=signal.size()).shape))
try:
    print(nn.AdaptiveAvgPool2d((2,))(x))
except RuntimeError as error:
    print(error)
print(type(up.state_dict()))

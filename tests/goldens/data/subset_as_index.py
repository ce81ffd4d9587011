"""A part of a data set of whole numbers as an index."""

import torch
from torch.utils.data import Subset, random_split

torch.manual_seed(3)
x = torch.arange(160).reshape(80, 2)
first, second = random_split(torch.arange(80), [44, 36])
print(x[first].shape, x[second][:3], x[second, 1].sum())
few, rest = random_split(range(10), [3, 7])
print(list(few), x[few], x[few, 0])
print(torch.arange(8)[Subset([5, 6, 7], [0, 2])])

"""Functions and classes under the names of the modules that PyTorch keeps them in."""

import torch
import torch.functional
from torch.distributions.one_hot_categorical import OneHotCategorical, OneHotCategoricalStraightThrough
from torch.functional import einsum, norm

print(torch.functional.__all__)
print(all(getattr(torch.functional, name) is getattr(torch, name) for name in torch.functional.__all__))
print(einsum("i,i->", torch.ones(3), torch.arange(3.0)), norm(torch.tensor([3.0, 4.0])))
print(torch.functional.unique(torch.tensor([2, 1, 1])))
print(OneHotCategorical(torch.ones(4)).probs, OneHotCategoricalStraightThrough(torch.ones(2)).mean)
print(torch.nn.NLLLoss2d(), torch.nn.NLLLoss2d.__mro__[1].__name__)
try:
    torch.functional.relu
except AttributeError as error:
    print(error)

"""Packed sequences in other dtypes, and state dicts without a prefix."""

import torch
from torch import nn
from torch.nn.modules.utils import consume_prefix_in_state_dict_if_present
from torch.nn.utils.rnn import pack_sequence

packed = pack_sequence([torch.tensor([1.5, 2.5]), torch.tensor([3.5])])
for name in ("double", "float", "half", "long", "int", "short", "char", "byte", "cpu"):
    found = getattr(packed, name)()
    print(name, type(found).__name__, found.data, found.batch_sizes)
print(packed.is_pinned(), packed.is_cuda)

model = nn.Sequential(nn.Linear(1, 1), nn.Sequential(nn.BatchNorm1d(1)))
state = nn.DataParallel(model).state_dict()
print(list(state), list(state._metadata))
consume_prefix_in_state_dict_if_present(state, "module.")
print(list(state), list(state._metadata))
print(model.load_state_dict(state))
plain = {"module.a": 1, "b": 2}
consume_prefix_in_state_dict_if_present(plain, "module.")
print(plain)

import copy
import io
import pickle
from collections import OrderedDict
from pprint import pprint

import torch
from torch import nn

net = nn.Sequential(nn.Linear(2, 2), nn.BatchNorm1d(2))
for weight in net.parameters():
    nn.init.constant_(weight, 0.25)
state = net.state_dict()
pprint(state)
print(type(state).__name__, type(state).__repr__ is OrderedDict.__repr__)
for kind, made in (
    ("deep", copy.deepcopy(state)),
    ("flat", copy.copy(state)),
    ("pickled", pickle.loads(pickle.dumps(state))),
):
    print(kind, list(made), made._metadata == state._metadata, made["0.weight"] is state["0.weight"])
print(copy.deepcopy(state))
print(hasattr(state.copy(), "_metadata"))
file = io.BytesIO()
torch.save({"net": state, "epoch": 3}, file)
file.seek(0)
loaded = torch.load(file)
print(loaded["net"]._metadata == state._metadata, loaded["epoch"], net.load_state_dict(loaded["net"]))
pprint(loaded)

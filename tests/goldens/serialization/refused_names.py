# Names that a model has no use for, in the order in which its modules meet them; files that are empty or meant for a GPU.
import io, torch
from torch import nn
sd = nn.Sequential(nn.Linear(2, 3), nn.BatchNorm1d(3), nn.ReLU(), nn.Linear(3, 1)).state_dict()
class Net(nn.Module):
    def __init__(self): super().__init__(); self.body = nn.Sequential(nn.Linear(2, 3), nn.ReLU()); self.head = nn.Linear(3, 1)
net = Net()
for model, given in ((nn.Sequential(nn.Linear(2, 4), nn.ReLU()), sd), (net, sd), (net, {f"module.{k}": v for k, v in net.state_dict().items()}),
                     (net, {"body.1.x": torch.ones(1), "head.deep.er": torch.ones(1), "zero": torch.ones(1), "body.0.c": torch.ones(1)})):
    try: model.load_state_dict(given)
    except RuntimeError as e: print(e)
    try: print(model.load_state_dict(given, strict=False))
    except RuntimeError as e: print(e)
b = io.BytesIO(); torch.save(net.state_dict(), b)
for location in ("cuda", torch.device("cuda:0"), "cpu", None):
    b.seek(0)
    try: print(list(torch.load(b, map_location=location)))
    except RuntimeError as e: print(e)
for safe in (True, False):
    try: torch.load(io.BytesIO(), weights_only=safe)
    except EOFError as e: print("EOFError", e)

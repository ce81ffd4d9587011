# What attention, bags of embeddings, Bilinear's kin and optimizers say to arguments that do not fit.
import torch
import torch.nn.functional as F
from torch import nn


def show(name, call):
    try:
        print(name, call())
    except Exception as error:
        print(name, type(error).__name__, error)


q = torch.ones(2, 4, 3)
attend = F.scaled_dot_product_attention
show("dtypes", lambda: attend(q, q.double(), q))
show("dimensions", lambda: attend(q[0, 0], q, q))
show("mask of integers", lambda: attend(q, q, q, attn_mask=torch.ones(4, 4).long()))
show("mask of doubles", lambda: attend(q, q, q, attn_mask=torch.ones(4, 4).double()))
show("dropout", lambda: attend(q, q, q, dropout_p=2.0))
show("heads", lambda: attend(torch.ones(1, 4, 2, 2), torch.ones(1, 3, 2, 2), torch.ones(1, 3, 2, 2), enable_gqa=True))
bag = nn.EmbeddingBag(10, 3)
start = torch.tensor([0])
show("offsets", lambda: bag(torch.tensor([1, 2]), torch.tensor([0, 5])))
show("too large", lambda: bag(torch.tensor([1, 20]), start))
show("negative", lambda: bag(torch.tensor([1, -1]), start))
show("in rows", lambda: bag(torch.tensor([[1, 10]])))
show("floats", lambda: bag(torch.tensor([1.0, 2.0]), start))
summed = nn.EmbeddingBag(3, 2, mode="sum")
show("weights", lambda: summed(torch.tensor([1, 2]), start, per_sample_weights=torch.ones(3)))
show("weights of doubles", lambda: summed(torch.tensor([1, 2]), start, per_sample_weights=torch.ones(2).double()))
parameters = [nn.Parameter(torch.ones(2, 2))]
for name in ("SGD", "Adam", "RMSprop", "Rprop", "ASGD", "LBFGS", "Adafactor", "Muon"):
    for lr in ("0.1", None, float("nan"), -1, [0.1], torch.ones(2)):
        show(name, lambda: type(getattr(torch.optim, name)(parameters, lr=lr)).__name__)

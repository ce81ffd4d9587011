# What functions that are used now and then say to sizes and dtypes that do not fit.
import torch
import torch.nn.functional as F
from torch import nn
from torchvision import transforms


def show(name, call):
    try:
        print(name, call())
    except Exception as error:
        print(name, type(error).__name__, error)


torch.manual_seed(0)
x = torch.ones(3)
scores = torch.randn(6, 2, 5).log_softmax(2)
texts = torch.tensor([[1, 2], [3, 4]])
for inputs, targets in (
    ((6,), (2, 2)),
    ((6, 6), (2,)),
    ((6, -1), (2, 2)),
    ((6, 6), (2, -1)),
    ((7, 6), (2, 2)),
    ((6, 6), (2, 3)),
):
    show("ctc_loss", lambda: F.ctc_loss(scores, texts, inputs, targets))
show("ctc_loss blank", lambda: F.ctc_loss(scores, texts, (6, 6), (2, 2), blank=5))
show("ctc_loss int", lambda: F.ctc_loss(scores.long(), texts, (6, 6), (2, 2)))
show("ctc_loss flat", lambda: F.ctc_loss(scores, texts.reshape(-1), (6, 6), (2, 1)))
show("ctc_loss rows", lambda: F.ctc_loss(scores, texts[:1], (6, 6), (2, 2)))
show("ctc_loss with blanks", lambda: F.ctc_loss(scores, torch.tensor([[1, 0], [3, 0]]), (6, 6), (2, 2)))
layer = nn.Bilinear(2, 3, 4)
for one, other in (((2, 2), (2, 2)), ((2, 3), (2, 3)), ((2, 2), (3, 3)), ((2, 2), (3,))):
    show("bilinear", lambda: layer(torch.ones(one), torch.ones(other)))
show("bilinear bias", lambda: F.bilinear(torch.ones(2, 2), torch.ones(2, 3), torch.ones(4, 2, 3), torch.ones(3)))
show("rrelu", lambda: F.rrelu(x, 0.5, 0.1))
image = torch.ones(1, 1, 2, 2)
for grid in ((1, 2, 2, 3), (2, 2, 2, 2), (1, 2, 2)):
    show("grid_sample", lambda: F.grid_sample(image, torch.ones(grid), align_corners=False))
turn = torch.tensor([[[0.0, -1.0, 0.1], [1.0, 0.0, 0.2]]])
show("affine_grid", lambda: F.affine_grid(turn, (1, 1, 2, 3), align_corners=False))
show("affine_grid of a space", lambda: F.affine_grid(torch.eye(3, 4)[None], (1, 1, 2, 1, 2), align_corners=True))
for theta, size in (
    (turn.long(), (1, 1, 2, 2)),
    (turn, (1, 1, 2)),
    (turn, (1, 1, -2, 2)),
    (turn[0], (1, 1, 2, 2)),
    (turn, (1, 1, 2, 2, 2)),
):
    show("affine_grid", lambda: F.affine_grid(theta, size, align_corners=False))
show("put", lambda: x.put(torch.tensor([3]), torch.ones(1)))
show("put", lambda: x.put(torch.tensor([-4]), torch.ones(1)))
show("put", lambda: x.put(torch.tensor([1.0]), torch.ones(1)))
show("histogram", lambda: torch.histogram(x.long(), 3))
show("histogram", lambda: torch.histogram(x, 0))
show("histogram", lambda: torch.histogram(x, 2, range=(2.0, 1.0)))
show("histogram", lambda: torch.histogram(x, 2, weight=torch.ones(2)))
show("histogram", lambda: torch.histogram(x, torch.ones(2, 2)))
show("histogram", lambda: torch.histogram(x, torch.ones(2).double()))
show("bincount", lambda: torch.bincount(torch.tensor([1, 2]), torch.ones(3)))
show("bincount", lambda: torch.bincount(torch.tensor([1, 2]), torch.ones(2, 1)))
show("cauchy_", lambda: torch.zeros(2, dtype=torch.int64).cauchy_())
show("log_normal_", lambda: torch.zeros(2, dtype=torch.int64).log_normal_())
show("scale", lambda: torch.amp.GradScaler("cpu").scale(3))
show("step", lambda: torch.optim.Optimizer([nn.Parameter(x)], {}).step())
show("whitening", lambda: transforms.LinearTransformation(torch.eye(3), torch.ones(2)))
show("whitening", lambda: transforms.LinearTransformation(torch.eye(3), torch.ones(3))(torch.ones(3, 2, 2)))

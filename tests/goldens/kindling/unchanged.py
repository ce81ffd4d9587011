# The model that is looked at stays as it is: its numbers, what its batch norm keeps, its modes, and what is drawn next.
import kindling
import torch
from torch import nn

torch.manual_seed(0)
X = torch.randn(32, 2)
y = (X[:, 0] > 0).long()
model = nn.Sequential(nn.Linear(2, 4), nn.BatchNorm1d(4), nn.ReLU(), nn.Dropout(0.5), nn.Linear(4, 2))
loss_fn = nn.CrossEntropyLoss()
before = {name: value.clone() for name, value in model.state_dict().items()}
state = torch.get_rng_state()
for call in (
    lambda: kindling.compare_learning_rates(model, loss_fn, (X, y), rates=[0.1], epochs=2),
    lambda: kindling.compare_zero_grad(model, loss_fn, (X, y), steps=2),
    lambda: kindling.loss_surface(model, loss_fn, (X, y), resolution=3),
    lambda: kindling.decision_boundary(model, X, y, resolution=4),
):
    call()
    changed = [name for name, value in model.state_dict().items() if not torch.equal(value, before[name])]
    print(changed, torch.equal(state, torch.get_rng_state()), model.training, all(p.grad is None for p in model.parameters()))
for call in (
    lambda: kindling.loss_surface(model, loss_fn, (X.numpy(), y.numpy())),
    lambda: kindling.decision_boundary(model, X[:0], y[:0]),
    lambda: kindling.filters(nn.Conv2d(2, 3, 3), channel=1.5),
):
    try:
        print(call())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)

"""What schedules and optimizers know of themselves, as `state_dict` prints it, and schedules that take it up again."""
import warnings

import torch
from torch.optim import lr_scheduler as schedules

warnings.simplefilter("ignore")


def optimizer():
    return torch.optim.SGD([torch.ones(2, requires_grad=True)], 0.1, momentum=0.9)


makers = (
    lambda o: schedules.StepLR(o, 1),
    lambda o: schedules.ExponentialLR(o, 0.9),
    lambda o: schedules.CosineAnnealingLR(o, 5),
    lambda o: schedules.MultiStepLR(o, [2, 2, 5]),
    lambda o: schedules.LinearLR(o),
    lambda o: schedules.CosineAnnealingWarmRestarts(o, 3, 2),
    lambda o: schedules.OneCycleLR(o, 0.1, total_steps=12),
    lambda o: schedules.OneCycleLR(o, 0.1, epochs=3, steps_per_epoch=4, three_phase=True, anneal_strategy="linear"),
    lambda o: schedules.LambdaLR(o, lambda epoch: 0.9**epoch),
    lambda o: schedules.SequentialLR(o, [schedules.ConstantLR(o), schedules.ExponentialLR(o, 0.9)], [1]),
    lambda o: schedules.ChainedScheduler([schedules.ConstantLR(o), schedules.ExponentialLR(o, 0.9)]),
    lambda o: schedules.CyclicLR(o, 0.01, 0.1, step_size_up=3, mode="triangular2"),
)
for make in makers:
    one = optimizer()
    schedule = make(one)
    print(type(schedule).__name__, sorted(schedule.state_dict().items(), key=lambda item: item[0]))
    rates = []
    for _ in range(7):
        one.step()
        schedule.step()
        rates.append((round(schedule.get_last_lr()[0], 6), round(one.param_groups[0]["momentum"], 4)))
    print(rates)
    again = make(optimizer())
    again.load_state_dict(schedule.state_dict())
    print(again.last_epoch if hasattr(again, "last_epoch") else "-", again.get_last_lr())

plateau = schedules.ReduceLROnPlateau(optimizer(), patience=1)
for loss in (3, 2, 2, 2, 2, 1):
    plateau.step(loss)
print(plateau.state_dict())

warnings.simplefilter("always")
with warnings.catch_warnings(record=True) as told:
    one = optimizer()
    schedule = schedules.StepLR(one, 2)
    one.step()
    schedule.step(3)
    schedule.get_lr()
    schedules.LambdaLR(one, lambda epoch: 1).step()
for each in told:
    print(each.category.__name__, each.message)

for kind in (torch.optim.Adagrad, torch.optim.LBFGS):
    print(kind([torch.ones(2, requires_grad=True)]).state_dict())
weights = torch.tensor([1.0, 2.0], requires_grad=True)
largest = torch.optim.LBFGS([weights], lr=0.1, max_iter=5, maximize=True)


def closure():
    largest.zero_grad()
    value = -((weights - 3) ** 4).sum()
    value.backward()
    return value


for _ in range(2):
    print(largest.step(closure), weights)

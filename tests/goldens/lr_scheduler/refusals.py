"""What schedules refuse, and in which words."""
import warnings

import torch
from torch.optim import lr_scheduler as schedules

warnings.simplefilter("ignore")


def told(call):
    try:
        print(type(call()).__name__)
    except Exception as error:
        print(type(error).__name__, repr(str(error)))


def optimizer():
    return torch.optim.SGD([torch.ones(2, requires_grad=True)], 0.1)


one = optimizer()
told(lambda: schedules.StepLR(optimizer(), 1, last_epoch=5))
told(lambda: schedules.StepLR(3, 1))
told(lambda: schedules.ReduceLROnPlateau(3))
told(lambda: schedules.MultiplicativeLR(optimizer()))
told(lambda: schedules.SequentialLR(optimizer(), [], []))
told(lambda: schedules.SequentialLR(one, [schedules.StepLR(one, 1), 3], [1]))
told(lambda: schedules.SequentialLR(one, [schedules.StepLR(one, 1)], [1]))
told(lambda: schedules.SequentialLR(optimizer(), [schedules.StepLR(optimizer(), 1)], [1]))
told(lambda: schedules.SequentialLR(one, [schedules.ReduceLROnPlateau(one), schedules.StepLR(one, 1)], [1]))
told(lambda: schedules.ChainedScheduler([]))
for settings in (dict(total_steps=0), dict(total_steps=2.5), dict(epochs=1, steps_per_epoch=0), dict(total_steps=5, pct_start=2),
                 dict(total_steps=5, anneal_strategy="sin"), dict(epochs=3)):
    told(lambda: schedules.OneCycleLR(optimizer(), 0.1, **settings))
short = schedules.OneCycleLR(one, 0.1, total_steps=2)


def too_often():
    for _ in range(4):
        one.step()
        short.step()


told(too_often)

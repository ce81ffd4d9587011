"""Hooks of modules, state dicts, steps and gradients, and what a module keeps beside tensors."""
import torch
from torch import nn
from torch.nn.modules.module import register_module_forward_hook, register_module_forward_pre_hook

torch.manual_seed(0)
model = nn.Sequential(nn.Linear(2, 3), nn.ReLU(), nn.Linear(3, 1))
model[0].register_full_backward_pre_hook(lambda module, grads: print("before backward", [each.shape for each in grads]))
model[0].register_full_backward_hook(lambda module, into, out: print("backward", into, [each.shape for each in out]))
model(torch.ones(1, 2)).sum().backward()
model(torch.ones(1, 2, requires_grad=True)).sum().backward()
double = model[2].register_full_backward_pre_hook(lambda module, grads: (2 * grads[0],))
model.zero_grad()
model(torch.ones(1, 2)).sum().backward()
print(model[2].bias.grad)
double.remove()

before = register_module_forward_pre_hook(lambda module, args: print("into", type(module).__name__))
after = register_module_forward_hook(lambda module, args, output: print("out of", type(module).__name__))
model(torch.ones(1, 2))
before.remove(), after.remove()
model(torch.ones(1, 2))


class Broken(nn.Module):
    def forward(self, x):
        raise ValueError("broken")


broken = Broken()
broken.register_forward_hook(lambda module, args, output: print("always", output), always_call=True)
try:
    broken(1)
except ValueError as error:
    print(error)

model._register_state_dict_hook(lambda module, state, prefix, metadata: print("after state_dict", len(state), repr(prefix)))
model.register_state_dict_pre_hook(lambda module, prefix, keep: print("before state_dict", repr(prefix), keep))
state = model.state_dict()
model.register_load_state_dict_pre_hook(lambda module, state, prefix, *rest: print("before loading", len(state), repr(prefix)))
model.register_load_state_dict_post_hook(lambda module, keys: print("after loading", keys))
print(model.load_state_dict(state))
model.set_submodule("1", nn.Tanh())
print(model)
for name in ("", "0.x", "1"):
    try:
        model.set_submodule(name, nn.ReLU() if name != "1" else 3, strict=True)
    except Exception as error:
        print(type(error).__name__, error)


class Counted(nn.Module):
    def __init__(self):
        super().__init__()
        self.count = 3
        self.register_buffer("kept", torch.ones(1))
        self.register_buffer("passing", torch.ones(1), persistent=False)

    def get_extra_state(self):
        return {"count": self.count}

    def set_extra_state(self, state):
        self.count = state["count"]


one, other = Counted(), Counted()
one.count = 7
print(one.state_dict())
print(other.load_state_dict(one.state_dict()), other.count)
print(nn.Sequential(one).state_dict().keys())

optimizer = torch.optim.SGD(model.parameters(), 0.1)
optimizer.register_step_pre_hook(lambda optimizer, args, kwargs: print("before step", type(optimizer).__name__))
optimizer.register_step_post_hook(lambda optimizer, args, kwargs: print("after step"))
optimizer.step()

weight = nn.Parameter(torch.ones(2))
weight.register_hook(lambda grad: grad * 2)
weight.register_post_accumulate_grad_hook(lambda parameter: print("accumulated", parameter.grad))
(weight * 3).sum().backward()
torch.autograd.backward((weight * 3).sum())
try:
    (weight * 3).register_post_accumulate_grad_hook(print)
except RuntimeError as error:
    print(error)

# Each parameter is stepped once its gradient is there.
layers = nn.Sequential(nn.Linear(2, 2), nn.Tanh(), nn.Linear(2, 1))
steppers = {parameter: torch.optim.Adam([parameter], lr=0.1) for parameter in layers.parameters()}


def step(parameter):
    steppers[parameter].step()
    steppers[parameter].zero_grad()


for parameter in layers.parameters():
    parameter.register_post_accumulate_grad_hook(step)
for _ in range(3):
    loss = (layers(torch.ones(4, 2)) - 1).pow(2).mean()
    loss.backward()
    print(f"{loss.item():.4f}", [parameter.grad for parameter in layers.parameters()])

"""Gradients by some inputs only, several at once, and the penalty that needs gradients of gradients."""
import torch
from torch import nn

x = torch.tensor([1.0, 2.0], requires_grad=True)
y = torch.tensor([3.0], requires_grad=True)
print(torch.autograd.grad((x**2).sum(), x, create_graph=True, retain_graph=True, only_inputs=True))
print(torch.autograd.grad(x**2, x, torch.eye(2), is_grads_batched=True))
torch.autograd.backward((x * y).sum(), inputs=[x])
print(x.grad, y.grad)
torch.autograd.backward((x * y).sum(), inputs=x)
print(x.grad, y.grad)
try:
    torch.autograd.backward((x * y).sum(), inputs=[])
except RuntimeError as error:
    print(error)

torch.manual_seed(0)
critic = nn.Sequential(nn.Linear(2, 4), nn.LeakyReLU(0.2), nn.Linear(4, 1))
real, fake, share = torch.rand(4, 2), torch.rand(4, 2), torch.rand(4, 1)
between = (share * real + (1 - share) * fake).requires_grad_(True)
slopes = torch.autograd.grad(
    outputs=critic(between), inputs=between, grad_outputs=torch.ones(4, 1), create_graph=True, retain_graph=True,
    only_inputs=True,
)[0]
penalty = ((slopes.norm(2, dim=1) - 1) ** 2).mean()
penalty.backward()
print(penalty, critic[0].weight.grad)

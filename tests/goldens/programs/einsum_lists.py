# einsum with lists of numbers for subscripts, and products of complex numbers and at places.
import torch


def show(name, call):
    try:
        print(name, call())
    except Exception as error:
        print(name, type(error).__name__, error)


a = torch.arange(6.0).reshape(2, 3)
b = torch.arange(12.0).reshape(3, 4)
c = torch.arange(24.0).reshape(2, 3, 4)
print(torch.einsum(a, [0, 1], b, [1, 2], [0, 2]))
print(torch.einsum(a, [0, 1], b, [1, 2]))
print(torch.einsum(a, [1, 0]))
print(torch.einsum(c, [..., 0, 1], [..., 1, 0]).shape)
print(torch.einsum(c, [Ellipsis, 0], c, [Ellipsis, 0], [Ellipsis]))
print(torch.einsum(a, [0, 1], []))
print(torch.einsum(a, [30, 51], b, [51, 2], [2, 30]))
show("too large", lambda: torch.einsum(a, [0, 52]))
show("negative", lambda: torch.einsum(a, [0, -1]))
show("alone", lambda: torch.einsum(a))
show("sizes", lambda: torch.einsum(a, [0, 1], a, [1, 2]))
weight = torch.ones(2, 3, requires_grad=True)
torch.einsum(weight, [0, 1], b, [1, 2], [0, 2]).sum().backward()
print(weight.grad)
z = torch.tensor([[1 + 2j, 3j], [2, 1 - 1j]])
print(z.prod(), z.prod(1), z.prod(0, keepdim=True), torch.prod(z, dim=-1))
y = torch.arange(6.0).reshape(2, 3)
print(y.clone().scatter_(1, torch.tensor([[0, 1], [2, 2]]), torch.full((2, 2), 2.0), reduce="multiply"))
print(y.scatter(0, torch.tensor([[0, 1, 1]]), 3, reduce="multiply"))
print(torch.arange(3).scatter(0, torch.tensor([1, 1]), 4, reduce="multiply"))
show("reduce", lambda: y.scatter_(1, torch.tensor([[0]]), 2.0, reduce="divide"))

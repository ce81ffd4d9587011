"""What is changed by way of `data` is not counted, and what a product does not need may be written over."""

import torch

x = torch.ones(1, requires_grad=True)
y = 2 * x
x.data *= 100
y.backward()
print(x, x.grad, x._version)

x = torch.ones(1, requires_grad=True)
y = x * 2
with torch.no_grad():
    x *= 3
y.backward()
print(x.grad, x._version)

x = torch.ones(2, requires_grad=True)
y = (x * x).sum()
x.data.mul_(5)
y.backward()
print(x.grad)

w = torch.ones(2, requires_grad=True)
a = w * 3
b = a * a
a.data.add_(1)
b.sum().backward()
print(w.grad)
try:
    a = w * 3
    b = a * a
    a.add_(1)
    b.sum().backward()
except RuntimeError as error:
    print(str(error)[:88])

part = x.data
part[0] = 7.0
print(x, part._version, x._version, part.data_ptr() == x.data_ptr(), part.requires_grad)

y = (torch.ones(2, 3, requires_grad=True) * 1)[:, :1]
y.data = y.data.squeeze()
try:
    y.sum().backward()
except RuntimeError as error:
    print("invalid gradient at index 0" in str(error))

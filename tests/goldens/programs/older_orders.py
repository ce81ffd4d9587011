import torch
import torch.nn.functional as F

w, o, m = torch.ones(3), torch.ones(3), torch.ones(2, 2)
print(w.add_(-0.1, o), w.sub_(0.5, o), w.add(2, o), torch.add(o, 2, o), torch.sub(o, 2, o))
print(torch.addcmul(m, 0.5, m, m), m.clone().addcdiv_(0.5, m, m))
print(torch.addmm(2, m, 3, m, m), torch.addmm(2, m, m, m), m.clone().addmm_(2, 3, m, m))
x = torch.tensor([[1.0, 2.0, 4.0], [0.0, 1.0, 8.0]])
print(torch.std(x, 1, False, True), torch.var(x, False), x.std(False), x.var(0, False))
print(torch.var_mean(x, 0, True, True), torch.std_mean(x, 1, False))
print(torch.Tensor(x.size()).shape, torch.Tensor(torch.Size([2])).shape)
gone = torch.tensor([float("nan"), float("inf"), -float("inf"), 3e9, 1e20, -300.7, 5.9])
for kind in (torch.int64, torch.int32, torch.int16, torch.int8, torch.uint8, torch.bool):
    print(gone.to(kind).tolist(), gone.double().to(kind).tolist())
print(gone.long())
a = torch.tensor([1.0, 2.0, 3.0], requires_grad=True)
b, weight = torch.tensor([0.0, 0.0, 1.0]), torch.tensor([1.0, 2.0, 3.0])
for loss in (F.mse_loss, F.l1_loss, F.huber_loss):
    for reduction in ("none", "mean", "sum"):
        print(loss.__name__, reduction, loss(a, b, reduction=reduction, weight=weight))
    loss(a, b, weight=weight).backward()
    print(a.grad)
    a.grad = None
    try:
        loss(a, b, weight=torch.ones(2))
    except ValueError as error:
        print(error)

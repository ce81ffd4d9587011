import warnings

import torch
from torch import nn
from torch.autograd import Variable

warnings.simplefilter("ignore")
x = torch.arange(4.)
print(x.storage(), x.storage().size(), x.storage().tolist())
y = torch.arange(4)
print(y.resize_(2, 2))
print(y.resize_(2), y.storage().size())
print(y.resize_((2, 3)).shape)
print(y.new().shape, y.new(torch.tensor([1, 2])), y.new((1, 2)), y.new([[1]]), y.new(2, 3).shape)
a = torch.ones(2, requires_grad=True)
try:
    a.resize_(3)
except RuntimeError as error:
    print(error)
a.storage().fill_(3)
print(a, y.set_(torch.arange(6).storage(), 1, (2, 2), (2, 1)), y.set_(torch.tensor([5])), y.set_().shape)
x.storage()[0] = 9
print(x, x.resize(2, 2))
print(x.type(torch.LongTensor), x.type(torch.DoubleTensor).dtype, x.type(torch.int32), x.type(torch.FloatTensor), x.type())
print(nn.init.constant(torch.empty(2), 3.), nn.init.eye(torch.empty(2, 2)), nn.init.normal(torch.empty(2, 2)).shape)
b = a * 2
print(Variable(b), Variable(b) is b, Variable(a).requires_grad, isinstance(x, Variable))
w = Variable(torch.tensor([1.0]), requires_grad=True)
(w * 3).backward()
print(w, w.grad.data)
for data in ([1, 2], torch.tensor([1, 2])):
    try:
        Variable(data, requires_grad=True)
    except (TypeError, RuntimeError) as error:
        print(type(error).__name__, error)
print(nn.utils.clip_grad_norm([w], 1.0), hasattr(torch.cuda, "FloatTensor"), hasattr(torch.cuda, "Event"))
dtype = torch.cuda.FloatTensor if torch.cuda.is_available() else torch.FloatTensor
print(torch.randn(2).type(dtype).dtype, len(nn.LSTM(3, 4, 2).all_weights))

"""Examples of what tensors compute, also in place: methods of `torch.Tensor`. Start reading at `sum`."""

ENTRIES = r"""

sum: = torch.sum
>>> torch.tensor([[1, 2], [3, 4]]).sum(dim=1)
tensor([3, 7])

mean: = torch.mean
>>> torch.tensor([1.0, 2.0, 6.0]).mean()
tensor(3.)

std: = torch.std
>>> torch.tensor([1.0, 2.0, 3.0]).std()
tensor(1.)

var: = torch.var
>>> torch.tensor([1.0, 2.0, 3.0]).var(correction=0)
tensor(0.6667)

prod: = torch.prod
>>> torch.tensor([2, 3, 4]).prod()
tensor(24)

max: = torch.max
>>> values, indices = torch.tensor([[1, 5], [7, 3]]).max(dim=1)
>>> values, indices
(tensor([5, 7]), tensor([1, 0]))

min: = torch.min
>>> torch.tensor([4, 1, 3]).min()
tensor(1)

argmax: = torch.argmax
>>> torch.tensor([[1, 5], [7, 3]]).argmax(dim=1)
tensor([1, 0])

argmin: = torch.argmin
>>> torch.tensor([4, 1, 3]).argmin()
tensor(1)

median: = torch.median
>>> torch.tensor([1.0, 9.0, 3.0]).median()
tensor(3.)

norm: = torch.norm
>>> torch.tensor([3.0, 4.0]).norm()
tensor(5.)

all: = torch.all
>>> torch.tensor([True, False]).all()
tensor(False)

any: = torch.any
>>> torch.tensor([True, False]).any()
tensor(True)

cumsum: = torch.cumsum
>>> torch.tensor([1, 2, 3]).cumsum(dim=0)
tensor([1, 3, 6])

sort: = torch.sort
>>> torch.tensor([3, 1, 2]).sort(descending=True).values
tensor([3, 2, 1])

argsort: = torch.argsort
>>> torch.tensor([3, 1, 2]).argsort()
tensor([1, 2, 0])

topk: = torch.topk
>>> torch.tensor([1, 5, 3]).topk(2).indices
tensor([1, 2])

unique: = torch.unique
>>> torch.tensor([3, 1, 3]).unique()
tensor([1, 3])

bincount: = torch.bincount
>>> torch.tensor([0, 2, 2]).bincount()
tensor([1, 0, 2])

add: = torch.add
>>> torch.tensor([1, 2]).add(10)
tensor([11, 12])

add_: x becomes x + alpha · other
(*), (*) → (*)
>>> x = torch.tensor([1.0, 2.0])
>>> x.add_(torch.tensor([1.0, 1.0]), alpha=10)
tensor([11., 12.])

sub: = torch.sub
>>> torch.tensor([1, 2]).sub(1)
tensor([0, 1])

sub_: x becomes x − alpha · other
(*), (*) → (*)
>>> torch.tensor([1.0, 2.0]).sub_(1)
tensor([0., 1.])

mul: = torch.mul
>>> torch.tensor([1, 2]).mul(10)
tensor([10, 20])

mul_: x becomes x · other
(*), (*) → (*)
>>> torch.tensor([1.0, 2.0]).mul_(10)
tensor([10., 20.])

div: = torch.div
>>> torch.tensor([1.0, 3.0]).div(2)
tensor([0.5000, 1.5000])

div_: x becomes x / other
(*), (*) → (*)
>>> torch.tensor([1.0, 3.0]).div_(2)
tensor([0.5000, 1.5000])

pow: = torch.pow
>>> torch.tensor([1, 2, 3]).pow(2)
tensor([1, 4, 9])

neg: = torch.neg
>>> torch.tensor([1, -2]).neg()
tensor([-1,  2])

abs: = torch.abs
>>> torch.tensor([1, -2]).abs()
tensor([1, 2])

sqrt: = torch.sqrt
>>> torch.tensor([4.0, 9.0]).sqrt()
tensor([2., 3.])

exp: = torch.exp
>>> torch.tensor([0.0, 1.0]).exp()
tensor([1.0000, 2.7183])

log: = torch.log
>>> torch.tensor([1.0, 2.0]).log()
tensor([0.0000, 0.6931])

log10: = torch.log10
>>> torch.tensor([1.0, 1000.0]).log10()
tensor([0., 3.])

sin: = torch.sin
>>> torch.tensor([0.0, 1.0]).sin()
tensor([0.0000, 0.8415])

cos: = torch.cos
>>> torch.tensor([0.0, 1.0]).cos()
tensor([1.0000, 0.5403])

sinh: = torch.sinh
>>> torch.tensor([0.0, 1.0]).sinh()
tensor([0.0000, 1.1752])

cosh: = torch.cosh
>>> torch.tensor([0.0, 1.0]).cosh()
tensor([1.0000, 1.5431])

tanh: = torch.tanh
>>> torch.tensor([0.0, 1.0]).tanh()
tensor([0.0000, 0.7616])

sigmoid: = torch.sigmoid
>>> torch.tensor([0.0, 2.0]).sigmoid()
tensor([0.5000, 0.8808])

relu: = torch.relu
>>> torch.tensor([-1.0, 2.0]).relu()
tensor([0., 2.])

softmax: = torch.softmax
>>> torch.tensor([1.0, 2.0, 3.0]).softmax(dim=0)
tensor([0.0900, 0.2447, 0.6652])

log_softmax: = torch.log_softmax
>>> torch.tensor([1.0, 2.0, 3.0]).log_softmax(dim=0)
tensor([-2.4076, -1.4076, -0.4076])

round: = torch.round
>>> torch.tensor([1.2345, 2.7]).round(decimals=2)
tensor([1.2300, 2.7000])

floor: = torch.floor
>>> torch.tensor([-1.5, 1.5]).floor()
tensor([-2.,  1.])

ceil: = torch.ceil
>>> torch.tensor([-1.5, 1.5]).ceil()
tensor([-1.,  2.])

clamp: = torch.clamp
>>> torch.tensor([-1.0, 0.5, 3.0]).clamp(0.0, 1.0)
tensor([0.0000, 0.5000, 1.0000])

clamp_: x becomes min(max(x, min), max)
(*) → (*)
>>> torch.tensor([-1.0, 0.5, 3.0]).clamp_(min=0.0)
tensor([0.0000, 0.5000, 3.0000])

clip: = torch.clamp
>>> torch.tensor([-1.0, 0.5, 3.0]).clip(max=1.0)
tensor([-1.0000,  0.5000,  1.0000])

maximum: = torch.maximum
>>> torch.tensor([1, 5]).maximum(torch.tensor([3, 2]))
tensor([3, 5])

eq: = torch.eq
>>> torch.tensor([0, 2, 1]).eq(torch.tensor([0, 1, 1])).sum()
tensor(2)

ne: = torch.ne
>>> torch.tensor([1, 2]).ne(1)
tensor([False,  True])

gt: = torch.gt
>>> torch.tensor([1, 2]).gt(1)
tensor([False,  True])

lt: = torch.lt
>>> torch.tensor([1, 2]).lt(2)
tensor([ True, False])

equal: = torch.equal
>>> torch.tensor([1, 2]).equal(torch.tensor([1, 2]))
True

allclose: = torch.allclose
>>> torch.tensor([0.1 + 0.2]).allclose(torch.tensor([0.3]))
True

isnan: = torch.isnan
>>> torch.tensor([1.0, float("nan")]).isnan()
tensor([False,  True])

matmul: = torch.matmul
>>> torch.tensor([[1, 2], [3, 4]]).matmul(torch.tensor([1, 10]))
tensor([21, 43])

mm: = torch.mm
>>> torch.tensor([[1.0, 2.0]]).mm(torch.tensor([[3.0], [4.0]]))
tensor([[11.]])

bmm: = torch.bmm
>>> torch.ones(5, 2, 3).bmm(torch.ones(5, 3, 4)).shape
torch.Size([5, 2, 4])

dot: = torch.dot
>>> torch.tensor([1, 2]).dot(torch.tensor([3, 4]))
tensor(11)

zero_: x becomes 0
(*) → (*)
>>> torch.tensor([1.0, 2.0]).zero_()
tensor([0., 0.])

fill_: x becomes value
(*) → (*)
>>> torch.empty(3).fill_(7)
tensor([7., 7., 7.])

copy_: x becomes what other holds
(*), (*) → (*)
>>> torch.zeros(2).copy_(torch.tensor([1, 2]))
tensor([1., 2.])

normal_: x is drawn from the normal distribution with that mean and std
(*) → (*)
>>> torch.empty(2, 3).normal_(0, 0.02).shape
torch.Size([2, 3])

uniform_: x is drawn uniformly from [from, to)
(*) → (*)
>>> x = torch.empty(100).uniform_(-1, 1)
>>> x.abs().max() <= 1
tensor(True)

bernoulli_: x is drawn: 1 with probability p, else 0
(*) → (*)
>>> torch.empty(3).bernoulli_(1.0)
tensor([1., 1., 1.])

random_: x is drawn: whole numbers from … to − 1
(*) → (*)
>>> torch.zeros(100).random_(0, 3).max() < 3
tensor(True)

tril: = torch.tril
>>> torch.ones(2, 2).tril()
tensor([[1., 0.],
        [1., 1.]])

triu: = torch.triu
>>> torch.ones(2, 2).triu()
tensor([[1., 1.],
        [0., 1.]])

diag: = torch.diag
>>> torch.tensor([[1, 2], [3, 4]]).diag()
tensor([1, 4])

outer: = torch.outer
>>> torch.tensor([1, 2]).outer(torch.tensor([1, 10]))
tensor([[ 1, 10],
        [ 2, 20]])

apply_: x becomes f(x), value by value, slowly
(*) → (*)
>>> torch.tensor([1.0, 2.0]).apply_(lambda value: value * 10)
tensor([10., 20.])

lerp_: x becomes x + weight · (end − x)
(*), (*) → (*)
>>> torch.tensor([0.0]).lerp_(torch.tensor([10.0]), 0.1)
tensor([1.])

sigmoid_: x becomes 1 / (1 + e⁻ˣ)
(*) → (*)
>>> torch.tensor([0.0]).sigmoid_()
tensor([0.5000])

exp_: x becomes eˣ
(*) → (*)
>>> torch.tensor([0.0]).exp_()
tensor([1.])

sqrt_: x becomes √x
(*) → (*)
>>> torch.tensor([4.0]).sqrt_()
tensor([2.])

resize_: the tensor itself gets another shape; what is new is not written
(*) → sizes
>>> torch.arange(4).resize_(2, 2)
tensor([[0, 1],
        [2, 3]])

new: an empty tensor of the same dtype
>>> torch.tensor([1.0]).new([2, 3])
tensor([2., 3.])

cuda: the same values on a GPU of NVIDIA's
(*) → (*)

tanh_: x becomes tanh x
(*) → (*)
>>> torch.tensor([0.0]).tanh_()
tensor([0.])

relu_: x becomes max(0, x)
(*) → (*)
>>> torch.tensor([-1.0, 2.0]).relu_()
tensor([0., 2.])

pow_: x becomes x^exponent
(*) → (*)
>>> torch.tensor([2.0, 3.0]).pow_(2)
tensor([4., 9.])

abs_: x becomes |x|
(*) → (*)
>>> torch.tensor([-2.0]).abs_()
tensor([2.])

neg_: x becomes −x
(*) → (*)
>>> torch.tensor([-2.0]).neg_()
tensor([2.])

log_: x becomes ln x
(*) → (*)
>>> torch.tensor([1.0]).log_()
tensor([0.])
"""

"""Examples of tensors' shapes, kinds, values and gradients: methods of `torch.Tensor`. Start reading at `view`."""

ENTRIES = r"""

view: the same values in another shape, on the same memory; −1 stands for what is left
(*) → (shape)
>>> x = torch.arange(6)
>>> x.view(2, -1)
tensor([[0, 1, 2],
        [3, 4, 5]])

view_as: = torch.Tensor.view
>>> torch.arange(6).view_as(torch.zeros(2, 3))
tensor([[0, 1, 2],
        [3, 4, 5]])

reshape: = torch.reshape
>>> torch.arange(6).reshape(3, 2)
tensor([[0, 1],
        [2, 3],
        [4, 5]])

reshape_as: = torch.reshape
>>> torch.arange(4).reshape_as(torch.zeros(2, 2))
tensor([[0, 1],
        [2, 3]])

size: the shape, or the length of one dimension
>>> x = torch.zeros(2, 3)
>>> x.size(), x.size(1)
(torch.Size([2, 3]), 3)

dim: how many dimensions there are
>>> torch.zeros(2, 3).dim()
2

numel: how many values there are
>>> torch.zeros(2, 3).numel()
6

nelement: how many values there are
>>> torch.zeros(2, 3).nelement()
6

item: the number in a tensor of one value
() → a number of Python's
>>> torch.tensor([2.5]).item()
2.5

tolist: the values as lists of Python's
(*) → lists as deep as the shape is long
>>> torch.tensor([[1, 2], [3, 4]]).tolist()
[[1, 2], [3, 4]]

numpy: an array on the same memory
(*) → (*)
>>> torch.tensor([1.0, 2.0]).numpy()
array([1., 2.], dtype=float32)

backward: x.grad ← x.grad + ∂ y / ∂ x for every x that y was computed from
()
>>> x = torch.tensor([1.0, 2.0], requires_grad=True)
>>> (x ** 2).sum().backward()
>>> x.grad
tensor([2., 4.])

detach: the same values, with no way back to what they were computed from
(*) → (*)
>>> y = 2 * torch.ones(2, requires_grad=True)
>>> y.requires_grad, y.detach().requires_grad
(True, False)

detach_: cuts the tensor itself off from what it was computed from
(*) → (*)
>>> y = 2 * torch.ones(2, requires_grad=True)
>>> y.detach_().requires_grad
False

requires_grad_: gradients are kept for it from now on
(*) → (*)
>>> torch.ones(2).requires_grad_()
tensor([1., 1.], requires_grad=True)

retain_grad: keeps the gradient of a value that was computed, too
>>> x = torch.tensor(3.0, requires_grad=True)
>>> y = x * 2; y.retain_grad()
>>> (y ** 2).backward(); y.grad
tensor(12.)

register_hook: the function sees the gradient, and may change it
>>> x = torch.tensor(3.0, requires_grad=True)
>>> _ = x.register_hook(lambda gradient: gradient / 2)
>>> (x ** 2).backward(); x.grad
tensor(3.)

clone: = torch.clone
>>> x = torch.tensor([1, 2]); y = x.clone()
>>> y[0] = 9; x
tensor([1, 2])

contiguous: the same values one beside another in memory
(*) → (*)
>>> x = torch.zeros(2, 3).t()
>>> x.is_contiguous(), x.contiguous().is_contiguous()
(False, True)

is_contiguous: whether the values lie one beside another in memory
>>> torch.zeros(2, 3).t().is_contiguous()
False

stride: how far apart neighbours along each dimension lie in memory
>>> torch.zeros(2, 3).stride()
(3, 1)

storage_offset: where in its memory the tensor begins
>>> torch.arange(5)[2:].storage_offset()
2

element_size: bytes a value
>>> torch.zeros(2).element_size()
4

data_ptr: the address of the first value
>>> x = torch.zeros(2)
>>> x.view(1, 2).data_ptr() == x.data_ptr()
True

to: the same values in another dtype, or on another device
(*) → (*)
>>> torch.tensor([1, 2]).to(torch.float32)
tensor([1., 2.])

type: the name of its type, or the same values in another
>>> torch.tensor([1, 2]).type()
'torch.LongTensor'

type_as: the same values in the dtype of another tensor
(*) → (*)
>>> torch.tensor([1, 2]).type_as(torch.tensor([0.5]))
tensor([1., 2.])

float: the same values as float32
(*) → (*)
>>> torch.tensor([1, 2]).float()
tensor([1., 2.])

double: the same values as float64
(*) → (*)
>>> torch.tensor([1, 2]).double()
tensor([1., 2.], dtype=torch.float64)

half: the same values as float16
(*) → (*)
>>> torch.tensor([1, 2]).half()
tensor([1., 2.], dtype=torch.float16)

long: the same values as int64, without what stands behind the point
(*) → (*)
>>> torch.tensor([1.7, -1.7]).long()
tensor([ 1, -1])

int: the same values as int32, without what stands behind the point
(*) → (*)
>>> torch.tensor([1.7, -1.7]).int()
tensor([ 1, -1], dtype=torch.int32)

short: the same values as int16
(*) → (*)
>>> torch.tensor([1.7]).short()
tensor([1], dtype=torch.int16)

bool: y = whether x is not 0
(*) → (*)
>>> torch.tensor([0, 1, 2]).bool()
tensor([False,  True,  True])

cpu: the same values in the computer's own memory
(*) → (*)
>>> torch.ones(2).cpu().device
device(type='cpu')

squeeze: = torch.squeeze
>>> torch.zeros(2, 1, 3).squeeze(1).shape
torch.Size([2, 3])

unsqueeze: = torch.unsqueeze
>>> torch.tensor([1, 2, 3]).unsqueeze(0).shape
torch.Size([1, 3])

unsqueeze_: the tensor itself gets a dimension of size 1 at dim
(n, m) → (1, n, m) for dim 0
>>> torch.tensor([1, 2, 3]).unsqueeze_(1).shape
torch.Size([3, 1])

flatten: = torch.flatten
>>> torch.zeros(2, 3, 4).flatten(start_dim=1).shape
torch.Size([2, 12])

permute: = torch.permute
>>> torch.zeros(2, 3, 4).permute(2, 0, 1).shape
torch.Size([4, 2, 3])

transpose: = torch.transpose
>>> torch.tensor([[1, 2], [3, 4]]).transpose(0, 1)
tensor([[1, 3],
        [2, 4]])

t: = torch.t
>>> torch.tensor([[1, 2, 3]]).t()
tensor([[1],
        [2],
        [3]])

expand: dimensions of size 1 stretched, without a copy; −1 leaves one as it is
(1, m) → (n, m)
>>> torch.tensor([[1], [2]]).expand(-1, 3)
tensor([[1, 1, 1],
        [2, 2, 2]])

expand_as: = torch.Tensor.expand
>>> torch.tensor([[1], [2]]).expand_as(torch.zeros(2, 3)).shape
torch.Size([2, 3])

repeat: the whole repeated so many times along each dimension, copied
(n, m) → (n · a, m · b)
>>> torch.tensor([1, 2]).repeat(2, 2)
tensor([[1, 2, 1, 2],
        [1, 2, 1, 2]])

split: = torch.split
>>> torch.arange(5).split(2)
(tensor([0, 1]), tensor([2, 3]), tensor([4]))

chunk: = torch.chunk
>>> torch.arange(4).chunk(2)
(tensor([0, 1]), tensor([2, 3]))

unbind: = torch.unbind
>>> torch.tensor([[1, 2], [3, 4]]).unbind(dim=1)
(tensor([1, 3]), tensor([2, 4]))

select: the part with that index along dim
(n, *) → (*)
>>> torch.tensor([[1, 2], [3, 4]]).select(1, 0)
tensor([1, 3])

narrow: length values along dim from start on, without a copy
(n, *) → (length, *)
>>> torch.arange(5).narrow(0, 1, 3)
tensor([1, 2, 3])

unfold: windows of size values, step apart, without a copy
(n) → (⌊(n − size) / step⌋ + 1, size)
>>> torch.arange(5).unfold(0, 3, 1)
tensor([[0, 1, 2],
        [1, 2, 3],
        [2, 3, 4]])

flip: = torch.flip
>>> torch.tensor([1, 2, 3]).flip(0)
tensor([3, 2, 1])

roll: = torch.roll
>>> torch.tensor([1, 2, 3]).roll(1)
tensor([3, 1, 2])

gather: = torch.gather
>>> scores = torch.tensor([[0.1, 0.9], [0.7, 0.3]])
>>> scores.gather(1, torch.tensor([[1], [0]]))
tensor([[0.9000],
        [0.7000]])

scatter: = torch.scatter
>>> torch.zeros(2, 3).scatter(1, torch.tensor([[0], [2]]), 1.0)
tensor([[1., 0., 0.],
        [0., 0., 1.]])

scatter_: x[i][index[i][j]] becomes src[i][j] for dim 1
(*), index, src → (*)
>>> torch.zeros(2, 3).scatter_(1, torch.tensor([[1], [2]]), 1.0)
tensor([[0., 1., 0.],
        [0., 0., 1.]])

scatter_add_: x[i][index[i][j]] grows by src[i][j] for dim 1
(*), index, src → (*)
>>> torch.zeros(3).scatter_add_(0, torch.tensor([0, 2, 0]), torch.ones(3))
tensor([2., 0., 1.])

index_select: = torch.index_select
>>> torch.tensor([[1, 2], [3, 4]]).index_select(1, torch.tensor([1]))
tensor([[2],
        [4]])

index_add_: the rows that index names grow by those of source
(n, *), (k), (k, *) → (n, *)
>>> torch.zeros(3).index_add_(0, torch.tensor([0, 0, 2]), torch.tensor([1.0, 2.0, 5.0]))
tensor([3., 0., 5.])

masked_fill: y = value where the mask is True, else x
(*), (*) → (*)
>>> x = torch.tensor([1.0, -2.0])
>>> x.masked_fill(x < 0, 0.0)
tensor([1., 0.])

masked_fill_: x becomes value where the mask is True
(*), (*) → (*)
>>> x = torch.tensor([1.0, -2.0])
>>> x.masked_fill_(x < 0, 0.0)
tensor([1., 0.])

masked_select: = torch.masked_select
>>> x = torch.tensor([1, 5, 3])
>>> x.masked_select(x > 2)
tensor([5, 3])

nonzero: = torch.nonzero
>>> torch.tensor([0, 3, 4]).nonzero()
tensor([[1],
        [2]])

where: y = x where the condition holds, else other
(*), (*), (*) → (*)
>>> x = torch.tensor([1.0, -2.0])
>>> x.where(x > 0, 0.0)
tensor([1., 0.])

new_zeros: zeros of the same dtype on the same device
sizes → (sizes)
>>> torch.tensor([1, 2]).new_zeros(3)
tensor([0, 0, 0])

new_ones: ones of the same dtype on the same device
sizes → (sizes)
>>> torch.tensor([1.0, 2.0]).new_ones(2)
tensor([1., 1.])

new_full: fill_value, of the same dtype on the same device
(sizes), value → (sizes)
>>> torch.tensor([1, 2]).new_full((2,), 7)
tensor([7, 7])

new_tensor: a copy of the data in the same dtype on the same device
>>> torch.tensor([1.0]).new_tensor([2, 3])
tensor([2., 3.])

new_empty: memory as it is found, of the same dtype on the same device
sizes → (sizes)
>>> torch.tensor([1.0]).new_empty(2, 3).shape
torch.Size([2, 3])
"""

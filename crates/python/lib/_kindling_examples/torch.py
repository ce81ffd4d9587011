"""Examples of making tensors, of random numbers, and of `torch` itself. Start reading at `tensor`."""

ENTRIES = r"""

tensor: y = a copy of the numbers in a list
lists as deep as the shape is long → (*)
>>> torch.tensor([[1, 2], [3, 4]])
tensor([[1, 2],
        [3, 4]])
>>> torch.tensor([1.0, 2.5]).dtype
torch.float32

as_tensor: y = the same values, without a copy where that is possible
>>> a = np.array([1, 2, 3])
>>> t = torch.as_tensor(a); t[0] = 9
>>> a
array([9, 2, 3])

from_numpy: y = a tensor on the array's own memory
(*) → (*)
>>> torch.from_numpy(np.array([1.0, 2.0]))
tensor([1., 2.], dtype=torch.float64)

zeros: y = 0
sizes → (sizes)
>>> torch.zeros(2, 3)
tensor([[0., 0., 0.],
        [0., 0., 0.]])

ones: y = 1
sizes → (sizes)
>>> torch.ones(2, 3)
tensor([[1., 1., 1.],
        [1., 1., 1.]])

full: y = fill_value
(sizes), value → (sizes)
>>> torch.full((2, 3), 7.0)
tensor([[7., 7., 7.],
        [7., 7., 7.]])

empty: memory as it is found: the values mean nothing until they are written
sizes → (sizes)
>>> torch.empty(2, 3).shape
torch.Size([2, 3])

zeros_like: y = 0
(*) → (*)
>>> torch.zeros_like(torch.tensor([[1, 2], [3, 4]]))
tensor([[0, 0],
        [0, 0]])

ones_like: y = 1
(*) → (*)
>>> torch.ones_like(torch.tensor([[1.5, 2.0]]))
tensor([[1., 1.]])

full_like: y = fill_value
(*) → (*)
>>> torch.full_like(torch.tensor([1, 2]), 7)
tensor([7, 7])

empty_like: memory as it is found, as large as x
(*) → (*)
>>> torch.empty_like(torch.ones(2, 3)).shape
torch.Size([2, 3])

arange: y = start, start + step, … below end
→ (⌈(end − start) / step⌉)
>>> torch.arange(5)
tensor([0, 1, 2, 3, 4])
>>> torch.arange(1, 2, 0.25)
tensor([1.0000, 1.2500, 1.5000, 1.7500])

linspace: steps values from start to end, both included, equally far apart
→ (steps)
>>> torch.linspace(0, 1, steps=5)
tensor([0.0000, 0.2500, 0.5000, 0.7500, 1.0000])

logspace: y = base^x for x equally far apart from start to end
→ (steps)
>>> torch.logspace(0, 3, steps=4)
tensor([   1.,   10.,  100., 1000.])

range: as arange, with the end included; arange is what PyTorch recommends
→ (⌊(end − start) / step⌋ + 1)
>>> torch.range(1, 3)
tensor([1., 2., 3.])

eye: y[i, j] = 1 where i = j, else 0
n, m → (n, m)
>>> torch.eye(3)
tensor([[1., 0., 0.],
        [0., 1., 0.],
        [0., 0., 1.]])

rand: y drawn uniformly from [0, 1)
sizes → (sizes)
>>> _ = torch.manual_seed(0)
>>> torch.rand(3)
tensor([0.4963, 0.7682, 0.0885])

randn: y drawn from the normal distribution with mean 0 and variance 1
sizes → (sizes)
>>> _ = torch.manual_seed(0)
>>> torch.randn(3)
tensor([ 1.5410, -0.2934, -2.1788])

randint: whole numbers drawn from low … high − 1
low, high, (sizes) → (sizes)
>>> _ = torch.manual_seed(0)
>>> torch.randint(0, 10, (5,))
tensor([4, 9, 3, 0, 3])

randperm: 0 … n − 1 in a drawn order
n → (n)
>>> _ = torch.manual_seed(0)
>>> torch.randperm(5)
tensor([4, 0, 1, 3, 2])

rand_like: y drawn uniformly from [0, 1)
(*) → (*)
>>> torch.rand_like(torch.zeros(2, 3)).shape
torch.Size([2, 3])

randn_like: y drawn from the normal distribution
(*) → (*)
>>> torch.randn_like(torch.zeros(2, 3)).shape
torch.Size([2, 3])

randint_like: whole numbers drawn from low … high − 1
(*) → (*)
>>> torch.randint_like(torch.zeros(2), 3, 4)
tensor([3., 3.])

normal: y drawn from the normal distribution with that mean and standard deviation
(*), (*) → (*)
>>> torch.normal(mean=torch.zeros(2, 3), std=1.0).shape
torch.Size([2, 3])

bernoulli: y = 1 with probability x, else 0
(*) → (*)
>>> torch.bernoulli(torch.tensor([0.0, 1.0]))
tensor([0., 1.])

multinomial: num_samples indices, i drawn with probability xᵢ / Σ x
(*, C) → (*, num_samples)
>>> torch.multinomial(torch.tensor([0.0, 1.0, 0.0]), 3, replacement=True)
tensor([1, 1, 1])

manual_seed: what is drawn after it is the same each time
>>> _ = torch.manual_seed(42)
>>> a = torch.rand(2); _ = torch.manual_seed(42)
>>> torch.equal(a, torch.rand(2))
True

seed: a seed from chance, which it returns
>>> isinstance(torch.seed(), int)
True

initial_seed: the seed that is in use
>>> _ = torch.manual_seed(42)
>>> torch.initial_seed()
42

clone: y = a copy of x, which gradients flow through
(*) → (*)
>>> x = torch.tensor([1, 2]); y = torch.clone(x)
>>> y[0] = 9; x
tensor([1, 2])

numel: how many values there are
(*) → int
>>> torch.numel(torch.ones(2, 3))
6

is_tensor: whether it is a tensor
>>> torch.is_tensor(torch.ones(2)), torch.is_tensor([1.0])
(True, False)

is_floating_point: whether its dtype is one of floats
>>> torch.is_floating_point(torch.tensor([1, 2]))
False

device: where a tensor lies
>>> torch.device("cpu")
device(type='cpu')

set_default_dtype: the dtype that floats get which are given none
>>> torch.set_default_dtype(torch.float64)
>>> torch.tensor([1.5]).dtype
torch.float64
>>> torch.set_default_dtype(torch.float32)

get_default_dtype: the dtype that floats get which are given none
>>> torch.get_default_dtype()
torch.float32

set_printoptions: how tensors are printed
>>> torch.set_printoptions(precision=2)
>>> torch.tensor([1 / 3])
tensor([0.33])
>>> torch.set_printoptions(profile="default")

no_grad: inside it nothing is written down for gradients
>>> x = torch.ones(2, requires_grad=True)
>>> with torch.no_grad():
...     print((x * 2).requires_grad)
False

enable_grad: inside it gradients are followed again
>>> x = torch.ones(2, requires_grad=True)
>>> with torch.no_grad(), torch.enable_grad():
...     print((x * 2).requires_grad)
True

inference_mode: as no_grad, for results that never get gradients; a little faster
>>> x = torch.ones(2, requires_grad=True)
>>> with torch.inference_mode():
...     print((x * 2).requires_grad)
False

set_grad_enabled: gradients on or off, as a flag says
>>> x = torch.ones(2, requires_grad=True)
>>> with torch.set_grad_enabled(False):
...     print((x * 2).requires_grad)
False

is_grad_enabled: whether gradients are followed now
>>> torch.is_grad_enabled()
True

save: writes a tensor, or a dict of them, into a file
>>> torch.save({"w": torch.ones(2)}, "weights.pt")
>>> torch.load("weights.pt")["w"]
tensor([1., 1.])

load: reads what torch.save wrote
>>> torch.save(torch.tensor([1, 2]), "numbers.pt")
>>> torch.load("numbers.pt")
tensor([1, 2])
"""

"""Examples of the parts of `torch`: `torch.linalg`, `torch.nn.init`, `torch.nn.utils`. Start reading at `vmap`."""

ENTRIES = r"""

vmap: a function of one example becomes one of a batch
>>> torch.vmap(torch.dot)(torch.ones(4, 3), torch.ones(4, 3))
tensor([3., 3., 3., 3.])

cuda.is_available: whether there is a GPU of NVIDIA's that can be used
>>> device = "cuda" if torch.cuda.is_available() else "cpu"
>>> isinstance(device, str)
True

autograd.grad: ∂ outputs / ∂ inputs, without writing into .grad
(), (*) → (*)
>>> x = torch.tensor(3.0, requires_grad=True)
>>> torch.autograd.grad(x ** 2, x)
(tensor(6.),)

autograd.backward: as Tensor.backward, of several tensors at once
>>> x = torch.tensor(3.0, requires_grad=True)
>>> torch.autograd.backward([x ** 2, 2 * x])
>>> x.grad
tensor(8.)

linalg.norm: y = √(Σ |x|²), or the norm that ord names
(*) → ()
>>> torch.linalg.norm(torch.tensor([3.0, 4.0]))
tensor(5.)

linalg.vector_norm: y = (Σ |x|^ord)^(1/ord)
(*) → ()
>>> torch.linalg.vector_norm(torch.tensor([3.0, 4.0]), ord=1)
tensor(7.)

linalg.inv: A y = 1
(*, n, n) → (*, n, n)
>>> torch.linalg.inv(torch.tensor([[2.0, 0.0], [0.0, 4.0]]))
tensor([[0.5000, 0.0000],
        [0.0000, 0.2500]])

linalg.solve: A y = b
(*, n, n), (*, n) → (*, n)
>>> torch.linalg.solve(torch.tensor([[2.0, 0.0], [0.0, 4.0]]), torch.tensor([2.0, 8.0]))
tensor([1., 2.])

linalg.det: y = the determinant
(*, n, n) → (*)
>>> torch.linalg.det(torch.tensor([[2.0, 0.0], [0.0, 3.0]]))
tensor(6.)

linalg.eigvalsh: y = the numbers λ with A v = λ v, of a symmetric A
(*, n, n) → (*, n)
>>> torch.linalg.eigvalsh(torch.tensor([[2.0, 0.0], [0.0, 3.0]]))
tensor([2., 3.])

linalg.svdvals: y = the singular values, the largest first
(*, n, m) → (*, min(n, m))
>>> torch.linalg.svdvals(torch.tensor([[3.0, 0.0], [0.0, 4.0]]))
tensor([4., 3.])

linalg.matrix_rank: how many rows are not made of the others
(*, n, m) → (*)
>>> torch.linalg.matrix_rank(torch.tensor([[1.0, 2.0], [2.0, 4.0]]))
tensor(1)

nn.init.zeros_: x becomes 0
(*) → (*)
>>> nn.init.zeros_(torch.empty(2))
tensor([0., 0.])

nn.init.ones_: x becomes 1
(*) → (*)
>>> nn.init.ones_(torch.empty(2))
tensor([1., 1.])

nn.init.constant_: x becomes val
(*) → (*)
>>> nn.init.constant_(torch.empty(2), 0.5)
tensor([0.5000, 0.5000])

nn.init.uniform_: x is drawn uniformly from [a, b)
(*) → (*)
>>> nn.init.uniform_(torch.empty(3, 5), -1.0, 1.0).shape
torch.Size([3, 5])

nn.init.normal_: x is drawn from the normal distribution with that mean and std
(*) → (*)
>>> nn.init.normal_(torch.empty(3, 5), std=0.02).shape
torch.Size([3, 5])

nn.init.xavier_uniform_: x is drawn uniformly from ±gain · √(6 / (fan_in + fan_out))
(*) → (*)
>>> nn.init.xavier_uniform_(torch.empty(3, 5)).abs().max() < 0.9
tensor(True)

nn.init.xavier_normal_: x is drawn from the normal distribution with std = gain · √(2 / (fan_in + fan_out))
(*) → (*)
>>> nn.init.xavier_normal_(torch.empty(3, 5)).shape
torch.Size([3, 5])

nn.init.kaiming_uniform_: x is drawn uniformly from ±gain · √(3 / fan_in)
(*) → (*)
>>> nn.init.kaiming_uniform_(torch.empty(3, 5), nonlinearity="relu").shape
torch.Size([3, 5])

nn.init.kaiming_normal_: x is drawn from the normal distribution with std = gain / √fan_in
(*) → (*)
>>> nn.init.kaiming_normal_(torch.empty(3, 5), nonlinearity="relu").shape
torch.Size([3, 5])

nn.init.eye_: x becomes 1 on the diagonal, else 0
(n, m) → (n, m)
>>> nn.init.eye_(torch.empty(2, 2))
tensor([[1., 0.],
        [0., 1.]])

nn.utils.clip_grad_norm_: all gradients shortened together, so that their norm is at most max_norm; returns what it was
>>> w = nn.Parameter(torch.zeros(2)); w.grad = torch.tensor([3.0, 4.0])
>>> nn.utils.clip_grad_norm_([w], max_norm=1.0)
tensor(5.)
>>> w.grad
tensor([0.6000, 0.8000])

nn.utils.clip_grad_value_: every gradient brought between −clip_value and clip_value
>>> w = nn.Parameter(torch.zeros(2)); w.grad = torch.tensor([3.0, -0.2])
>>> nn.utils.clip_grad_value_([w], 0.5)
>>> w.grad
tensor([ 0.5000, -0.2000])

nn.utils.parameters_to_vector: all parameters in one row
>>> nn.utils.parameters_to_vector(nn.Linear(3, 2).parameters()).shape
torch.Size([8])

nn.utils.rnn.pad_sequence: sequences of several lengths below one another, with padding behind the shorter
(L₁, *), (L₂, *), … → (N, L, *) with batch_first
>>> nn.utils.rnn.pad_sequence([torch.tensor([1, 2, 3]), torch.tensor([4])], batch_first=True)
tensor([[1, 2, 3],
        [4, 0, 0]])

nn.utils.rnn.pack_padded_sequence: only the values before the padding, time step by time step
(N, L, *) with batch_first → PackedSequence
>>> packed = nn.utils.rnn.pack_padded_sequence(torch.tensor([[1, 2], [3, 0]]), [2, 1], batch_first=True)
>>> packed.data
tensor([1, 3, 2])

Tensor: a tensor: numbers of one dtype in a shape, which gradients can be asked for
>>> x = torch.tensor([[1.0, 2.0], [3.0, 4.0]])
>>> x.shape, x.dtype, x.device
(torch.Size([2, 2]), torch.float32, device(type='cpu'))

FloatTensor: a tensor of float32; torch.tensor is what PyTorch recommends
>>> torch.FloatTensor([1, 2])
tensor([1., 2.])

LongTensor: a tensor of int64; torch.tensor is what PyTorch recommends
>>> torch.LongTensor([1, 2])
tensor([1, 2])

autograd.Variable: as the tensor itself; it was needed for gradients once
>>> torch.autograd.Variable(torch.ones(2), requires_grad=True)
tensor([1., 1.], requires_grad=True)

autograd.Function: an operation with a gradient of one's own
>>> class Double(torch.autograd.Function):
...     forward = staticmethod(lambda ctx, x: 2 * x)
...     backward = staticmethod(lambda ctx, gradient: 2 * gradient)
>>> Double.apply(torch.ones(2))
tensor([2., 2.])

cuda.device_count: how many GPUs of NVIDIA's there are
>>> isinstance(torch.cuda.device_count(), int)
True

cuda.manual_seed: what is drawn on the GPU after it is the same each time
>>> torch.cuda.manual_seed(0)

Generator.manual_seed: what the generator draws after it is the same each time
>>> generator = torch.Generator().manual_seed(0)
>>> torch.rand(2, generator=generator)
tensor([0.4963, 0.7682])

linalg.eigh: the numbers λ and vectors v with A v = λ v, of a symmetric A
(*, n, n) → (*, n), (*, n, n)
>>> torch.linalg.eigh(torch.tensor([[2.0, 0.0], [0.0, 3.0]])).eigenvalues
tensor([2., 3.])

linalg.svd: A = U S Vᵀ
(*, n, m) → (*, n, n), (*, min(n, m)), (*, m, m)
>>> torch.linalg.svd(torch.tensor([[3.0, 0.0], [0.0, 4.0]])).S
tensor([4., 3.])

linalg.qr: A = Q R, the columns of Q at right angles, R 0 below its diagonal
(*, n, m) → (*, n, k), (*, k, m)
>>> q, r = torch.linalg.qr(torch.tensor([[3.0, 1.0], [0.0, 4.0]]))
>>> torch.allclose(q @ r, torch.tensor([[3.0, 1.0], [0.0, 4.0]]))
True

linalg.lstsq: the y with the smallest ‖A y − b‖
(*, n, m), (*, n, k) → (*, m, k)
>>> a, b = torch.tensor([[1.0, 0.0], [1.0, 1.0], [1.0, 2.0]]), torch.tensor([[1.0], [3.0], [5.0]])
>>> torch.linalg.lstsq(a, b).solution.round(decimals=3)
tensor([[1.],
        [2.]])

linalg.cholesky: A = L Lᵀ, L is 0 above its diagonal
(*, n, n) → (*, n, n)
>>> torch.linalg.cholesky(torch.tensor([[4.0, 0.0], [0.0, 9.0]]))
tensor([[2., 0.],
        [0., 3.]])

linalg.pinv: the matrix that comes nearest to an inverse
(*, n, m) → (*, m, n)
>>> torch.linalg.pinv(torch.tensor([[2.0], [0.0]]))
tensor([[0.5000, 0.0000]])

linalg.matrix_power: y = A · A · … · A, n times
(*, n, n) → (*, n, n)
>>> torch.linalg.matrix_power(torch.tensor([[1.0, 1.0], [0.0, 1.0]]), 3)
tensor([[1., 3.],
        [0., 1.]])

fft.fft: y[k] = Σ x[n] · e^(−2πi · k n / N)
(*, n) → (*, n) of complex numbers
>>> torch.fft.fft(torch.tensor([1.0, 0.0, 0.0, 0.0])).abs()
tensor([1., 1., 1., 1.])

special.expit: y = 1 / (1 + e⁻ˣ)
(*) → (*)
>>> torch.special.expit(torch.tensor([0.0, 2.0]))
tensor([0.5000, 0.8808])
"""

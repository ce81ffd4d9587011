import copy, pickle
import numpy as np
import torch


def shown(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, str(error).split("\n")[0])


z = torch.tensor([1 + 2j, 3 - 4j, 0j])
print(z / 0, z.reciprocal(), z ** 0.5, z ** -1, z ** 0, z.sgn())
print(z.log2(), z.log10(), z.rsqrt(), z.sigmoid(), torch.tensor([3e30 + 4e30j]).abs(), torch.tensor([1e30 + 1e30j]) / (1e30 + 1e30j))
print(z.int(), z.long(), z.bool(), z.half(), z.nbytes, z.new_zeros(2), z.new_full((2,), 1j), z.new_zeros(2, dtype=torch.float32))
print(torch.tensor(np.fft.fft(np.array([1.0, 2.0, 4.0, 1.0]))))
w = z.clone()
w.add_(1).mul_(2j)
print(w, w[:1].fill_(3j), w, w.copy_(torch.ones(3)), w.zero_(), w.div_(2), torch.tensor([4 + 0j]).sqrt_())
print(z.sum(dtype=torch.complex128), z.any(), z.all(), z.count_nonzero(), z.nonzero(), z.masked_fill(z.abs() > 3, 1j), torch.nn.functional.linear(z[None], z[None], z[:1]))
print(copy.deepcopy(z), pickle.loads(pickle.dumps(z)), torch.zeros(2, 0, dtype=torch.complex64))
print(torch.zeros(2, dtype=torch.cfloat, requires_grad=True), torch.rand(size=(2,), dtype=torch.cfloat).shape, torch.full(size=(2,), fill_value=1j), torch.randn_like(z).shape)
for call in (
    lambda: torch.complex(1.0, 2.0),
    lambda: torch.complex(torch.tensor([1]), torch.tensor([2])),
    lambda: torch.polar(torch.ones(2), torch.ones(2, dtype=torch.float64)),
    lambda: torch.view_as_real(torch.ones(3)),
    lambda: torch.view_as_complex(torch.ones(3, 2, dtype=torch.int64)),
    lambda: torch.view_as_complex(torch.tensor(1.0)),
    lambda: torch.tensor(1j, dtype=torch.float32),
    lambda: torch.tensor([1, 2j], dtype=torch.int64),
    lambda: torch.arange(3, dtype=torch.cfloat),
    lambda: torch.ones(2).add_(1j),
    lambda: bool(z),
    lambda: z.H,
    lambda: torch.ones(2, 2, dtype=torch.cfloat) @ torch.ones(2, 2),
    lambda: z.div(2, rounding_mode="floor"),
    lambda: z[None].dot(z[None]),
):
    shown(call)


def gradient(function):
    x = torch.tensor([1 + 2j, 0j], requires_grad=True)
    function(x).sum().backward()
    print(x.grad)


gradient(torch.abs)
gradient(torch.angle)
gradient(lambda x: torch.view_as_real(x) ** 2)
print(torch.linalg.eig(torch.tensor([[0.0, -1.0], [1.0, 0.0]])), torch.linalg.eigvals(torch.zeros(0, 0)))
shown(lambda: torch.linalg.eigvals(torch.arange(4).reshape(2, 2)))
shown(lambda: torch.linalg.eigvals(torch.ones(2, 2).half()))
values, vectors = np.linalg.eig(np.array([[0.5, -1.0, 0.25], [1.0, 0.0, 2.0], [0.0, 1.5, -1.0]]))
print(values[0] == values[1].conj() if values[0].imag else values[1] == values[2].conj(), (vectors[:, 1] == vectors[:, 0].conj()).all() or (vectors[:, 1] == vectors[:, 2].conj()).all())

import torch


def shown(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, str(error).split("\n")[0])


z = torch.tensor([1 + 2j, -0.5j, 3])
print(z, z.dtype, z.shape, z.is_complex(), torch.is_complex(z), z.ndim, z.numel(), len(z))
print(z.real, z.imag, z.abs(), z.angle(), z.conj(), torch.abs(z))
print(z + 1, 1 - z, z * 2, z * z, z / 2, 2 / (z + 1), -z, z ** 2)
print(z + torch.tensor([1.0, 2, 3]), torch.tensor([1.0, 2, 3]) * z, torch.tensor([1.0, 2.0]) * 2j, torch.tensor([1, 2]) + 1j)
print(z == z, (z != z.conj()), torch.equal(z, z), torch.allclose(z, z))
print(z[0], z[1:], z[-1].item(), z.tolist(), z[torch.tensor([True, False, True])])
m = torch.tensor([[1 + 1j, 2], [3, 4 - 1j]], dtype=torch.complex128)
print(m, m.T, m.mH, m @ m, m.sum(), m.mean(), m.sum(0), m.reshape(4), m.flatten().shape, torch.trace(m))
print(torch.complex(torch.tensor([1.0, 2.0]), torch.tensor([0.0, -1.0])), torch.polar(torch.tensor([1.0, 2.0]), torch.tensor([0.0, 3.14159])))
print(torch.view_as_real(z), torch.view_as_complex(torch.tensor([[1.0, 2.0], [3.0, 4.0]])))
print(torch.zeros(2, dtype=torch.complex64), torch.ones(2, 2, dtype=torch.cfloat), torch.complex64, torch.complex128, torch.cdouble)
print(torch.exp(1j * torch.tensor([0.0, 1.0])), torch.sqrt(torch.tensor([-1 + 0j])), z.log(), torch.sin(z), torch.cos(z), z.exp())
print(torch.tensor([1.0, 2.0]).to(torch.complex64), torch.tensor([1, 2], dtype=torch.complex64), torch.tensor(1 + 1j), torch.tensor([1.0]).cfloat())
print(torch.stack([z, z]).shape, torch.cat([z, z]), z.clone(), z.unsqueeze(0).shape, z.numpy())
shown(lambda: z < z)
shown(lambda: z.max())
shown(lambda: torch.relu(z))
shown(lambda: z.float())
shown(lambda: float(z[0]))
shown(lambda: torch.sort(z))
print(torch.real(z), torch.imag(z), torch.conj(z).resolve_conj(), torch.angle(z), torch.isreal(z), z.dtype.is_complex, isinstance(z, torch.Tensor), type(z))
print(torch.tensor([1e-5 + 1j, 100.25 + 2.5j]), torch.tensor([[1.5 + 0.25j, -2 - 1j], [0j, 1]]), torch.tensor([1000000.0 + 1j]), torch.tensor([]).to(torch.complex64))
x = torch.tensor([3.0 + 4.0j], requires_grad=True)
y = (x.abs() ** 2).sum()
y.backward()
print(y, x.grad, x)
w = torch.tensor([1.0, 2.0], requires_grad=True)
(torch.exp(1j * w).real.sum()).backward()
print(w.grad)
print(torch.dot(z, z), torch.vdot(z, z), torch.outer(z[:2], z[:2]), torch.kron(z[:2], z[:2]))
print(torch.linalg.norm(z), z.norm(), torch.linalg.eigvals(torch.tensor([[4.0, 1.0], [2.0, 3.0]])).real.round(), torch.linalg.eigvals(torch.tensor([[0.0, 1.0], [-1.0, 0.0]])))
print(torch.linalg.eig(torch.tensor([[2.0, 0.0], [0.0, 3.0]])))

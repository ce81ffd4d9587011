import torch

torch.manual_seed(0)
t = torch.arange(8) / 8
x = torch.sin(2 * torch.pi * t) + 0.5 * torch.cos(2 * torch.pi * 3 * t)
f = torch.fft.fft(x)
print(f.shape, f.dtype, (f.abs() * 1000).round())
print((torch.fft.rfft(x).abs() * 1000).round(), torch.fft.rfft(x).shape)
print(torch.allclose(torch.fft.ifft(f).real, x, atol=1e-6), torch.allclose(torch.fft.irfft(torch.fft.rfft(x), n=8), x, atol=1e-6))
print(torch.fft.fftfreq(8), torch.fft.rfftfreq(8, d=0.5), torch.fft.fftshift(torch.arange(5)), torch.fft.ifftshift(torch.arange(5)))
print(torch.fft.fft(torch.tensor([1.0, 2.0, 3.0, 4.0])), torch.fft.fft(torch.tensor([1, 2, 3])))
image = torch.arange(16.0).reshape(4, 4)
print(torch.fft.fft2(image), torch.fft.ifft2(torch.fft.fft2(image)).real.round())
print(torch.fft.rfft2(image).shape, torch.fft.irfft2(torch.fft.rfft2(image)), torch.fft.fftn(image).shape)
print(torch.fft.fft(torch.ones(4), norm="ortho").abs(), torch.fft.fft(torch.ones(6), n=3).abs(), torch.fft.fft(torch.ones(2, 3), dim=0))
w = torch.randn(8, requires_grad=True)
torch.fft.rfft(w).abs().square().sum().backward()
print(w.grad.shape, torch.isfinite(w.grad).all())
k = torch.tensor([1.0, 0.5, 0.25, 0, 0, 0, 0, 0])
print(torch.fft.irfft(torch.fft.rfft(x) * torch.fft.rfft(k), n=8))


class Mix(torch.nn.Module):
    def forward(self, x):
        return torch.fft.fft(torch.fft.fft(x, dim=-1), dim=-2).real


print(Mix()(torch.arange(6.0).reshape(1, 2, 3)))

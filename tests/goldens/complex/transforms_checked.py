import torch
from torch import fft


def shown(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, str(error).split("\n")[0])


# Zeros have gradients like any other values.
x = torch.tensor([0.0, 1, 2, 3], requires_grad=True)
y = fft.irfft(fft.rfft(x) * 2, 4)
y.sum().backward()
print(x.grad.round(decimals=3))
x = torch.ones(8, requires_grad=True)
(fft.fft(x).imag * torch.arange(8.0)).sum().backward()
print(x.grad.round(decimals=3))
x, z, m = torch.arange(6.0), torch.tensor([1 + 2j, 3 - 4j, 0j, 2.0]), torch.arange(12.0).reshape(3, 4)
print(fft.hfft(z), fft.ihfft(torch.tensor([1.0, 5, 2, 7])), fft.hfft(z, 5, norm="ortho"), fft.hfft(z, norm="forward"))
print(fft.fftn(m, dim=()), fft.fftfreq(0))
for call in (
    lambda: fft.fftn(m, dim=(0, 0)),
    lambda: fft.rfftn(m, dim=()),
    lambda: fft.fft(x, n=2.5),
    lambda: fft.fft(x, n=True),
    lambda: fft.fft(x, dim="a"),
    lambda: fft.fft(torch.tensor(1.0)),
    lambda: fft.irfft(torch.tensor(1.0)),
    lambda: fft.fft(x.half()),
    lambda: fft.rfft(z),
    lambda: fft.fftfreq(2.5),
    lambda: fft.fftfreq(-1),
):
    shown(call)

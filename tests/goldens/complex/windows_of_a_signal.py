# Transforms of a signal's windows, and back.
import torch
x = torch.sin(torch.arange(64) * 0.7) + torch.arange(64) / 40
s = torch.stft(x, 16, return_complex=True, window=torch.hann_window(16))
print(s.shape, s.dtype, s[:3, 2])
print(torch.istft(s, 16, window=torch.hann_window(16))[1:8], x[:8])
print(torch.stft(x, 16, 8, 12, torch.hann_window(12), return_complex=False, normalized=True).shape)
two = torch.stack([x, x.flip(0)])
t = torch.stft(two, 8, hop_length=4, window=torch.ones(8), return_complex=True, center=False, onesided=False)
print(t.shape, t.abs().sum())
print(torch.istft(t, 8, hop_length=4, window=torch.ones(8), center=False, onesided=False).shape)
print(x.stft(8, return_complex=True, window=torch.hamming_window(8)).abs().mean(-1))
for call in (lambda: torch.stft(x, 16, window=torch.ones(16)), lambda: torch.istft(x, 16)):
    try:
        call()
    except (RuntimeError, TypeError) as error:
        print(str(error)[:60])

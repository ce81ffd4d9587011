"""`stft` and `istft`: the transforms of a signal's windows, one after the other, and back.

Not the transform itself (`fft`). Start reading at `stft`.
"""

import _torch
from torch import fft
from torch._complex import ComplexTensor
from torch.nn import functional as F


def _window(window, win_length, n_fft, like):
    """The window in the middle of a transform's size."""
    window = _torch.ones(win_length, dtype=like.dtype) if window is None else window
    before = (n_fft - win_length) // 2
    return F.pad(window, (before, n_fft - win_length - before))


def stft(
    input, n_fft, hop_length=None, win_length=None, window=None, center=True, pad_mode="reflect", normalized=False,
    onesided=None, return_complex=None, align_to_window=None,
):  # fmt: skip
    """The transform of each window: frequencies, then times."""
    if align_to_window is not None:
        raise NotImplementedError("torch.stft: align_to_window is not built into this torch")
    is_complex = type(input) is ComplexTensor
    if return_complex is None:
        if not is_complex:
            raise RuntimeError(
                "stft requires the return_complex parameter be given for real inputs, and will further require that "
                "return_complex=True in a future PyTorch release."
            )
        return_complex = True
    hop_length = n_fft // 4 if hop_length is None else hop_length
    win_length = n_fft if win_length is None else win_length
    if input.dim() not in (1, 2):
        raise RuntimeError(f"stft({input.type()}{list(input.shape)}): expected a 1D or 2D tensor")
    if center:
        extra = 3 - input.dim()
        padded = F.pad(input.reshape(*(1,) * extra, *input.shape), (n_fft // 2, n_fft // 2), mode=pad_mode)
        input = padded.reshape(*input.shape[:-1], -1)
    length = input.size(-1)
    if not 0 < n_fft <= length:
        raise RuntimeError(f"stft: expected 0 < n_fft <= {length}, but got n_fft={n_fft}")
    if hop_length <= 0:
        raise RuntimeError(f"stft: expected hop_length > 0, but got hop_length={hop_length}")
    if not 0 < win_length <= n_fft:
        raise RuntimeError(f"stft: expected 0 < win_length <= n_fft, but got win_length={win_length}")
    frames = input.unfold(-1, n_fft, hop_length) * _window(window, win_length, n_fft, input)
    whole = fft.fft if is_complex or onesided is False else fft.rfft
    found = whole(frames, norm="ortho" if normalized else None).movedim(-1, -2)
    return found if return_complex else _torch.stack([found.real, found.imag], -1)


def istft(
    input, n_fft, hop_length=None, win_length=None, window=None, center=True, normalized=False, onesided=None, length=None,
    return_complex=False,
):  # fmt: skip
    """The signal whose windows have these transforms: each added at its place, over what the windows weigh there."""
    if type(input) is not ComplexTensor:
        raise TypeError("istft requires a complex-valued input tensor matching the output from stft with return_complex=True.")
    if return_complex:
        raise NotImplementedError("torch.istft: return_complex=True is not built into this torch")
    hop_length = n_fft // 4 if hop_length is None else hop_length
    win_length = n_fft if win_length is None else win_length
    onesided = input.size(-2) != n_fft if onesided is None else onesided
    if input.size(-2) != (n_fft // 2 + 1 if onesided else n_fft):
        raise RuntimeError(
            "istft: expected the frequency dimension (3rd to the last) of the input tensor to match n_fft / 2 + 1 when "
            f"onesided=True, but got {input.size(-2)}"
        )
    norm = "ortho" if normalized else None
    spectra = input.movedim(-2, -1)
    frames = fft.irfft(spectra, n_fft, norm=norm) if onesided else fft.ifft(spectra, norm=norm).real
    weight = _window(window, win_length, n_fft, frames)
    count = frames.size(-2)
    total = n_fft + hop_length * (count - 1)
    places = (_torch.arange(count).unsqueeze(1) * hop_length + _torch.arange(n_fft)).reshape(-1)
    rows = (frames * weight).reshape(-1, count * n_fft)
    signal = rows.new_zeros((rows.size(0), total)).index_add(1, places, rows)
    envelope = rows.new_zeros(total).index_add(0, places, (weight * weight).expand(count, n_fft).reshape(-1))
    start = n_fft // 2 if center else 0
    end = start + length if length is not None else total - start
    signal, envelope = signal[:, start:end], envelope[start:end]
    if bool((envelope.abs() < 1e-11).any()):
        raise RuntimeError("istft: window overlap add min: 1")
    signal = signal / envelope
    if length is not None and length > signal.size(1):
        signal = F.pad(signal, (0, length - signal.size(1)))
    return signal.reshape(*frames.shape[:-2], -1)

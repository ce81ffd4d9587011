"""`torch.fft`: discrete Fourier transforms, with gradients.

Not how they are computed (`_fourier`). Start reading at `fft`.
"""

import _torch
from _scalars import INTS
from torch._complex import ComplexTensor, word
from torch._fourier import transformed

# The power of the size that divides, there and back.
_SCALES = {None: (0, 1), "backward": (0, 1), "ortho": (0.5, 0.5), "forward": (1, 0)}
# A transform that is computed by the one back has the scales of that.
_OTHER_WAY = {None: "forward", "backward": "forward", "forward": "backward"}


def fft(input, n=None, dim=-1, norm=None, *, out=None):
    """The discrete Fourier transform along a dimension, cut or filled with zeros to n values."""
    _refuse_out("fft_fft", out)
    return _along("fft_fft", input, n, dim, norm, False)


def ifft(input, n=None, dim=-1, norm=None, *, out=None):
    """Back from the discrete Fourier transform."""
    _refuse_out("fft_ifft", out)
    return _along("fft_ifft", input, n, dim, norm, True)


def rfft(input, n=None, dim=-1, norm=None, *, out=None):
    """The transform of real numbers: the half of it that tells all."""
    _refuse_out("fft_rfft", out)
    if type(input) is ComplexTensor:
        raise TypeError(f"rfft expects a real input tensor, but got {input.dtype.type_name}")
    found = _along("fft_rfft", input, n, dim, norm, False)
    return found.narrow(dim, 0, found.size(dim) // 2 + 1)


def irfft(input, n=None, dim=-1, norm=None, *, out=None):
    """Back from `rfft`, to n real numbers."""
    _refuse_out("fft_irfft", out)
    _check_whole("fft_irfft", n=n, dim=dim)
    if isinstance(input, _torch.Tensor) and not input.dim():
        raise IndexError(f"Dimension specified as {dim} but tensor has no dimensions")
    z = ComplexTensor.of(input).movedim(dim, -1)
    size = 2 * (z.size(-1) - 1) if n is None else n
    if size < 1:
        raise RuntimeError(f"Invalid number of data points ({size}) specified")
    half = size // 2 + 1
    re, im = _sized(z.real, half), _sized(z.imag, half)
    inner = half - 1 if size % 2 == 0 else half
    re = _torch.cat([re, re[..., 1:inner].flip(-1)], -1)
    im = _torch.cat([im, -im[..., 1:inner].flip(-1)], -1)
    return _along("fft_irfft", ComplexTensor(re, im), size, -1, norm, True).real.movedim(-1, dim)


def hfft(input, n=None, dim=-1, norm=None, *, out=None):
    """The transform, to n real numbers, of the half that tells all of a signal whose other half mirrors it."""
    _refuse_out("fft_hfft", out)
    input = ComplexTensor.of(_expect("fft_hfft", input))
    return irfft(input.conj(), n, dim, _OTHER_WAY.get(norm, norm))


def ihfft(input, n=None, dim=-1, norm=None, *, out=None):
    """Back from `hfft`."""
    _refuse_out("fft_ihfft", out)
    return rfft(input, n, dim, _OTHER_WAY.get(norm, norm)).conj()


def fftn(input, s=None, dim=None, norm=None, *, out=None):
    """The transform along several dimensions; by default along all."""
    _refuse_out("fft_fftn", out)
    return _over(fft, input, s, dim, norm)


def ifftn(input, s=None, dim=None, norm=None, *, out=None):
    """Back from `fftn`."""
    _refuse_out("fft_ifftn", out)
    return _over(ifft, input, s, dim, norm)


def fft2(input, s=None, dim=(-2, -1), norm=None, *, out=None):
    """The transform along two dimensions."""
    return fftn(input, s, dim, norm, out=out)


def ifft2(input, s=None, dim=(-2, -1), norm=None, *, out=None):
    """Back from `fft2`."""
    return ifftn(input, s, dim, norm, out=out)


def rfftn(input, s=None, dim=None, norm=None, *, out=None):
    """The transform of real numbers along several dimensions, the last of which keeps the half that tells all."""
    _refuse_out("fft_rfftn", out)
    dims, sizes = _dims(input, s, dim)
    if not dims:
        raise RuntimeError("rfftn must transform at least one axis")
    half = rfft(input, sizes[-1], dims[-1], norm)
    return _over(fft, half, sizes[:-1], dims[:-1], norm) if dims[:-1] else half


def irfftn(input, s=None, dim=None, norm=None, *, out=None):
    """Back from `rfftn`."""
    _refuse_out("fft_irfftn", out)
    dims, sizes = _dims(input, s, dim)
    if not dims:
        raise RuntimeError("irfftn must transform at least one axis")
    whole = _over(ifft, input, sizes[:-1], dims[:-1], norm) if dims[:-1] else input
    return irfft(whole, sizes[-1], dims[-1], norm)


def rfft2(input, s=None, dim=(-2, -1), norm=None, *, out=None):
    """The transform of real numbers along two dimensions."""
    return rfftn(input, s, dim, norm, out=out)


def irfft2(input, s=None, dim=(-2, -1), norm=None, *, out=None):
    """Back from `rfft2`."""
    return irfftn(input, s, dim, norm, out=out)


def fftfreq(n, d=1.0, *, out=None, dtype=None, device=None, requires_grad=False):
    """The frequencies of a transform of n values d apart, in its order."""
    _refuse_out("fft_fftfreq", out)
    _check_size("fft_fftfreq", n)
    places = _torch.cat([_torch.arange((n - 1) // 2 + 1), _torch.arange(-(n // 2), 0)])
    return _frequencies(places, n, d, dtype, device, requires_grad)


def rfftfreq(n, d=1.0, *, out=None, dtype=None, device=None, requires_grad=False):
    """The frequencies of `rfft`."""
    _refuse_out("fft_rfftfreq", out)
    _check_size("fft_rfftfreq", n)
    return _frequencies(_torch.arange(n // 2 + 1), n, d, dtype, device, requires_grad)


def _check_size(name, n):
    if not hasattr(n, "__index__") or isinstance(n, bool):
        raise TypeError(f"{name}(): argument 'n' (position 1) must be int, not {type(n).__name__}")
    if n < 0:
        raise RuntimeError(f"Trying to create tensor with negative dimension {n}: [{n}]")


def fftshift(input, dim=None):
    """The frequency zero in the middle."""
    return _shifted(input, dim, 1)


def ifftshift(input, dim=None):
    """Back from `fftshift`."""
    return _shifted(input, dim, -1)


def _along(name, input, n, dim, norm, is_back):
    if not isinstance(input, _torch.Tensor):
        raise TypeError(f"{name}(): argument 'input' (position 1) must be Tensor, not {type(input).__name__}")
    _check_whole(name, n=n, dim=dim)
    if not input.dim():
        raise IndexError(f"Dimension specified as {dim} but tensor has no dimensions")
    if not (norm is None or isinstance(norm, str)):
        raise TypeError(f"{name}(): argument 'norm' must be str, not {type(norm).__name__}")
    if norm not in _SCALES:
        raise RuntimeError(f'Invalid normalization mode: "{norm}"')
    if input.dtype in (_torch.float16, _torch.bfloat16):
        raise NotImplementedError(f"Unsupported dtype {word(input)}")
    z = ComplexTensor.of(input)
    kind = z.real.dtype
    re, im = (part.movedim(dim, -1).double() for part in (z.real, z.imag))
    size = re.shape[-1] if n is None else n
    if size < 1:
        raise RuntimeError(f"Invalid number of data points ({size}) specified")
    is_turned = is_back and type(input) is ComplexTensor
    re, im = transformed(_sized(re, size), _sized(-im if is_turned else im, size))
    scale = float(size) ** -_SCALES[norm][is_back]
    re, im = re * scale, (-im if is_back else im) * scale
    if kind is not _torch.float64:
        least = _least(re, im)
        re, im = (_without(part, least).to(kind) for part in (re, im))
    return ComplexTensor(re.movedim(-1, dim), im.movedim(-1, dim))


def _check_whole(name, **values):
    for argument, value in values.items():
        is_whole = hasattr(value, "__index__") and not isinstance(value, bool)
        if value is not None and not is_whole:
            raise TypeError(f"{name}(): argument '{argument}' must be int, not {type(value).__name__}")


def _least(re, im):
    """What is nothing beside the largest value of its row: sums of single precision have zero there."""
    size = _torch.maximum(re.detach().abs(), im.detach().abs())
    return 2.0**-40 * (size.amax(-1, keepdim=True) if size.numel() else size)


def _without(part, least):
    """The part with zeros for what is less; as a difference, so that these have their gradients, too."""
    values = part.detach()
    return part - _torch.where(values.abs() < least, values, 0.0)


def _sized(part, size):
    if part.shape[-1] >= size:
        return part[..., :size]
    return _torch.cat([part, _torch.zeros(*part.shape[:-1], size - part.shape[-1], dtype=part.dtype)], -1)


def _dims(input, s, dim):
    if dim is None:
        dim = tuple(range(-len(s), 0)) if s is not None else tuple(range(-input.dim(), 0))
    dims = (dim,) if isinstance(dim, INTS) else tuple(dim)
    sizes = (None,) * len(dims) if s is None else (s,) if isinstance(s, INTS) else tuple(s)
    if len(sizes) != len(dims):
        raise RuntimeError("When given, dim and shape arguments must have the same length")
    for one in dims:
        if not -input.dim() <= one < input.dim():
            ends = f"[{-input.dim()}, {input.dim() - 1}]"
            raise IndexError(f"Dimension out of range (expected to be in range of {ends}, but got {one})")
    if len({one % max(input.dim(), 1) for one in dims}) < len(dims):
        raise RuntimeError("FFT dims must be unique")
    return dims, sizes


def _over(transform, input, s, dim, norm):
    input = ComplexTensor.of(_expect(f"fft_{transform.__name__}n", input))
    for one, size in reversed(list(zip(*_dims(input, s, dim)))):
        input = transform(input, None if size == -1 else size, one, norm)
    return input


def _frequencies(places, n, d, dtype, device, requires_grad):
    kind = _torch.get_default_dtype() if dtype is None else dtype
    return (places.to(kind) * (1.0 / (n * d) if n else 1.0)).to(device or "cpu").requires_grad_(requires_grad)


def _shifted(input, dim, sign):
    _expect("fft_fftshift", input)
    dims = range(input.dim()) if dim is None else (dim,) if isinstance(dim, INTS) else dim
    dims = tuple(dims)
    return input.roll(tuple(sign * (input.size(one) // 2) for one in dims), dims)


def _refuse_out(name, out):
    if out is not None:
        raise NotImplementedError(f"{name}(): the argument 'out' is not built into this torch; assign the result instead")


def _expect(name, input):
    if not isinstance(input, _torch.Tensor):
        raise TypeError(f"{name}(): argument 'input' (position 1) must be Tensor, not {type(input).__name__}")
    if input.dtype in (_torch.float16, _torch.bfloat16):
        raise NotImplementedError(f"Unsupported dtype {word(input)}")
    return input


def hfft2(input, s=None, dim=(-2, -1), norm=None, *, out=None):
    """As `hfft`, along two dimensions."""
    return hfftn(input, s, dim, norm, out=out)


def ihfft2(input, s=None, dim=(-2, -1), norm=None, *, out=None):
    """Back from `hfft2`."""
    return ihfftn(input, s, dim, norm, out=out)


def hfftn(input, s=None, dim=None, norm=None, *, out=None):
    """As `hfft`, along several dimensions."""
    _refuse_out("fft_hfftn", out)
    z = ComplexTensor.of(_expect("fft_hfftn", input))
    dims, sizes = _dims(z, s, dim)
    if not dims:
        raise RuntimeError("hfftn must transform at least one axis")
    for one, size in zip(dims[:-1], sizes[:-1]):
        z = fft(z, size, one, norm)
    return hfft(z, sizes[-1], dims[-1], norm)


def ihfftn(input, s=None, dim=None, norm=None, *, out=None):
    """Back from `hfftn`."""
    _refuse_out("fft_ihfftn", out)
    if type(input) is ComplexTensor:
        raise RuntimeError(f"ihfftn expects a real input tensor, but got {input.dtype.type_name}")
    dims, sizes = _dims(_expect("fft_ihfftn", input), s, dim)
    if not dims:
        raise RuntimeError("ihfftn must transform at least one axis")
    z = ihfft(input, sizes[-1], dims[-1], norm)
    for one, size in zip(dims[:-1], sizes[:-1]):
        z = ifft(z, size, one, norm)
    return z

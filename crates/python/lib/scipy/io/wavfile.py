"""Sounds in files that end with .wav: `read` and `write`.

What it is not: compressed sound. Start reading at `read`.
"""

import struct
import warnings

import numpy as np

__all__ = ["WavFileWarning", "read", "write"]

_PCM, _FLOAT, _EXTENSIBLE = 1, 3, 0xFFFE
# Parts that say nothing of the sound's values.
_IGNORED = (b"fact", b"LIST", b"JUNK", b"Fake")


class WavFileWarning(UserWarning):
    """Of parts that are not read."""


def _opened(filename, mode):
    return (filename, False) if hasattr(filename, "read" if mode == "rb" else "write") else (open(filename, mode), True)


def _format(data):
    """What the part that describes the sound says: kind, channels, rate, bits."""
    kind, channels, rate, _, _, bits = struct.unpack("<HHIIHH", data[:16])
    if kind == _EXTENSIBLE and len(data) >= 40:
        kind = struct.unpack("<I", data[24:28])[0]
    if kind not in (_PCM, _FLOAT):
        raise ValueError(f"Unknown wave file format: {kind:#06x}. Supported formats: PCM, IEEE_FLOAT")
    return kind, channels, rate, bits


def _values(data, kind, bits):
    if kind == _FLOAT:
        if bits not in (32, 64):
            raise ValueError(f"Unsupported bit depth: the WAV file has {bits}-bit floating-point data.")
        return np.frombuffer(data, dtype=f"float{bits}")
    if bits <= 8:
        return np.frombuffer(data, dtype=np.uint8)
    if bits in (16, 32, 64):
        return np.frombuffer(data, dtype=f"int{bits}")
    if bits == 24:
        # The highest three of four bytes.
        wide = b"".join(b"\0" + data[at : at + 3] for at in range(0, len(data) - 2, 3))
        return np.frombuffer(wide, dtype=np.int32)
    raise ValueError(f"Unsupported bit depth: the WAV file has {bits}-bit integer data.")


def read(filename, mmap=False):
    """The rate of a sound, and its values: a column for each channel, if there are several."""
    if mmap:
        raise NotImplementedError("scipy.io.wavfile.read: mmap is not built into this scipy")
    file, is_own = _opened(filename, "rb")
    try:
        text = file.read()
    finally:
        if is_own:
            file.close()
    if text[:4] != b"RIFF":
        if text[:4] in (b"RIFX", b"RF64"):
            raise NotImplementedError(f"scipy.io.wavfile.read: {text[:4].decode()} is not built into this scipy")
        raise ValueError(f"File format {text[:4]!r} not understood. Only 'RIFF', 'RIFX', and 'RF64' supported.")
    if text[8:12] != b"WAVE":
        raise ValueError(f"Not a WAV file. RIFF form type is {text[8:12]!r}.")
    at, form, found = 12, None, None
    while at + 8 <= len(text):
        name, size = text[at : at + 4], struct.unpack("<I", text[at + 4 : at + 8])[0]
        part = text[at + 8 : at + 8 + size]
        if name == b"fmt ":
            form = _format(part)
        elif name == b"data":
            if form is None:
                raise ValueError("No fmt chunk before data")
            kind, channels, _, bits = form
            found = _values(part, kind, bits)
            found = found.reshape(-1, channels) if channels > 1 else found
        elif name not in _IGNORED:
            warnings.warn("Chunk (non-data) not understood, skipping it.", WavFileWarning, stacklevel=2)
        at += 8 + size + size % 2
    if form is None or found is None:
        raise ValueError("Unexpected end of file.")
    return form[2], found


def write(filename, rate, data):
    """Writes values as a sound."""
    data = np.asarray(data)
    name = data.dtype.name
    if name not in ("uint8", "int16", "int32", "int64", "float32", "float64"):
        raise ValueError(f"Unsupported data type '{data.dtype}'")
    channels = 1 if data.ndim == 1 else data.shape[1]
    step = data.dtype.itemsize
    is_float = data.dtype.kind == "f"
    head = struct.pack("<HHIIHH", _FLOAT if is_float else _PCM, channels, rate, rate * step * channels, channels * step, step * 8)
    parts = b"WAVE" + b"fmt " + struct.pack("<I", len(head) + 2 * is_float) + head + b"\0\0" * is_float
    if is_float:
        parts += b"fact" + struct.pack("<II", 4, data.shape[0])
    values = data.tobytes()
    parts += b"data" + struct.pack("<I", len(values)) + values
    file, is_own = _opened(filename, "wb")
    try:
        file.write(b"RIFF" + struct.pack("<I", len(parts)) + parts)
    finally:
        if is_own:
            file.close()

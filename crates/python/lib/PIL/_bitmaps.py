"""BMP and PPM: pictures in files as plain values.

What it is not: packed BMP files; those are refused. Start reading at `read_bmp`.
"""

import torch
from PIL._bytes import bytes_of, tensor_of


def _number(data, at, size=4, signed=False):
    return int.from_bytes(data[at : at + size], "little", signed=signed)


def read_bmp(data):
    """(pixels, mode) of a BMP file's bytes."""
    start, width, height, depth = _number(data, 10), _number(data, 18), _number(data, 22, 4, True), _number(data, 28, 2)
    if _number(data, 30) or depth not in (8, 24, 32):
        raise NotImplementedError(f"BMP files of {depth} bits, or packed ones, are not built into this PIL")
    stride = (width * depth + 31) // 32 * 4
    rows = tensor_of(data[start : start + stride * abs(height)]).reshape(abs(height), stride)
    rows = rows if height < 0 else rows.flip(0)
    bands = depth // 8
    pixels = rows[:, : width * bands].reshape(abs(height), width, bands)
    if bands == 1:
        head = 14 + _number(data, 14)
        palette = tensor_of(data[head : head + 1024]).reshape(-1, 4)[:, :3].flip(1)
        if bool((palette == torch.arange(len(palette), dtype=torch.uint8).reshape(-1, 1)).all()):
            return pixels.squeeze(-1).contiguous(), "L"
        return palette[pixels.squeeze(-1).long()], "RGB"
    return pixels[..., :3].flip(-1).contiguous(), "RGB"


def written_bmp(pixels, mode):
    """A BMP file's bytes."""
    if mode not in ("L", "RGB"):
        raise OSError(f"cannot write mode {mode} as BMP")
    height, width = pixels.shape[:2]
    bands = 1 if mode == "L" else 3
    rows = pixels.flip(0) if mode == "L" else pixels.flip(0).flip(-1)
    rows = rows.reshape(height, width * bands)
    rows = torch.cat([rows, rows.new_zeros((height, -rows.shape[1] % 4))], 1)
    palette = b"".join(bytes([at, at, at, 0]) for at in range(256)) if mode == "L" else b""
    start, body = 54 + len(palette), bytes_of(rows)
    shades = len(palette) // 4
    fields = (
        (len(body) + start, 4), (0, 4), (start, 4), (40, 4), (width, 4), (height, 4), (1, 2), (8 * bands, 2), (0, 4),
        (len(body), 4), (3780, 4), (3780, 4), (shades, 4), (shades, 4),
    )  # fmt: skip
    return b"BM" + b"".join(value.to_bytes(size, "little") for value, size in fields) + palette + body


def read_ppm(data):
    """(pixels, mode) of a PGM or PPM file's bytes, those with bytes for values."""
    words, at = [], 2
    while len(words) < 3:
        while data[at : at + 1].isspace():
            at += 1
        if data[at : at + 1] == b"#":
            at = data.index(b"\n", at)
            continue
        end = at
        while not data[end : end + 1].isspace():
            end += 1
        words.append(int(data[at:end]))
        at = end
    width, height, most = words
    if most != 255 or data[:2] not in (b"P5", b"P6"):
        raise NotImplementedError("PPM files of other values than bytes are not built into this PIL")
    bands = 1 if data[:2] == b"P5" else 3
    pixels = tensor_of(data[at + 1 : at + 1 + width * height * bands])
    return (pixels.reshape(height, width), "L") if bands == 1 else (pixels.reshape(height, width, 3), "RGB")


def written_ppm(pixels, mode):
    """A PGM or PPM file's bytes."""
    if mode not in ("L", "RGB"):
        raise OSError(f"cannot write mode {mode} as PPM")
    head = "P5" if mode == "L" else "P6"
    return f"{head}\n{pixels.shape[1]} {pixels.shape[0]}\n255\n".encode() + bytes_of(pixels)

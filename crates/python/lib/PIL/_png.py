"""PNG: pictures in files that keep every value.

What it is not: frames and colour profiles; interlaced files are refused. Start reading at `read`.
"""

import zlib

import torch
from PIL._bytes import bytes_of, tensor_of

SIGNATURE = b"\x89PNG\r\n\x1a\n"
# By the number in the file: the mode and how many values a pixel has.
_KINDS = {0: ("L", 1), 2: ("RGB", 3), 3: ("P", 1), 4: ("LA", 2), 6: ("RGBA", 4)}
_NUMBERS = {"1": 0, "L": 0, "LA": 4, "RGB": 2, "RGBA": 6}


def read(data):
    """(pixels, mode) of a file's bytes."""
    chunks = {}
    at = len(SIGNATURE)
    while at + 8 <= len(data):
        size, name = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        chunks[name] = chunks.get(name, b"") + data[at + 8 : at + 8 + size]
        at += 12 + size
    head = chunks[b"IHDR"]
    width, height = int.from_bytes(head[:4], "big"), int.from_bytes(head[4:8], "big")
    depth, kind, is_laced = head[8], head[9], head[12]
    if is_laced:
        raise NotImplementedError("interlaced PNG files are not built into this PIL")
    mode, bands = _KINDS[kind]
    stride = (width * bands * depth + 7) // 8
    lines = tensor_of(zlib.decompress(chunks[b"IDAT"]))[: height * (stride + 1)].reshape(height, stride + 1)
    pixels = _values(_unfiltered(lines, max(bands * depth // 8, 1)), width, bands, depth)
    if mode == "P":
        return _coloured(pixels, chunks)
    if depth < 8:
        pixels = pixels * (255 // ((1 << depth) - 1))
        mode = "1" if depth == 1 else mode
    return (pixels.squeeze(-1) if bands == 1 else pixels).contiguous(), mode


def _unfiltered(lines, step):
    """Rows of bytes without what each was foretold by its neighbours."""
    kinds = lines[:, :1].long()
    if bool((kinds > 4).any()):
        raise ValueError("broken PNG file")
    if bool((kinds > 2).any()):
        return _guessed(lines[:, 1:], kinds, step)
    found, above = [], torch.zeros(lines.shape[1] - 1, dtype=torch.uint8)
    for kind, line in zip(kinds.reshape(-1).tolist(), lines[:, 1:]):
        if kind == 1:
            line = _summed(line, step)
        elif kind == 2:
            line = line + above
        found.append(line)
        above = line
    return torch.stack(found)


def _summed(line, step):
    padded = torch.cat([line, line.new_zeros(-len(line) % step)]).reshape(-1, step)
    return (padded.long().cumsum(0) & 255).to(torch.uint8).reshape(-1)[: len(line)]


def _guessed(lines, kinds, step):
    """Rows of which some were foretold by means or by the nearest neighbour.

    A pixel hangs on its left, upper and upper left neighbour, so that pixels of all rows can be told at once where each row
    is one pixel behind the row above.
    """
    height, length = lines.shape
    width = -(-length // step)
    lines = torch.cat([lines, lines.new_zeros((height, width * step - length))], 1).reshape(height, width, step)
    behind = torch.cat([lines, lines.new_zeros((height, height, step))], 1).reshape(-1, step)
    waves = behind[: height * (width + height - 1)].reshape(height, -1, step).transpose(0, 1).int()
    is_sub, is_up, is_mean, is_near = ((kinds == kind).int() for kind in (1, 2, 3, 4))
    none = torch.zeros((height, step), dtype=torch.int32)
    left, corner, found = none, none, []
    for wave in waves:
        up = torch.cat([none[:1], left[:-1]])
        ahead = left + up - corner
        near_left, near_up, near_corner = (ahead - left).abs(), (ahead - up).abs(), (ahead - corner).abs()
        nearest = torch.where(near_up <= near_corner, up, corner)
        nearest = torch.where((near_left <= near_up) & (near_left <= near_corner), left, nearest)
        guess = left * is_sub + up * is_up + (left + up) // 2 * is_mean + nearest * is_near
        left, corner = (wave + guess) & 255, up
        found.append(left)
    told = torch.stack(found).to(torch.uint8).transpose(0, 1).reshape(-1, step)
    told = torch.cat([told, told.new_zeros((height, step))])[: height * (width + height)]
    return told.reshape(height, -1, step)[:, :width].reshape(height, -1)[:, :length]


def _values(rows, width, bands, depth):
    """(H, W, bands): values of one byte; of two the higher one, of less than one apart."""
    if depth == 16:
        rows = rows[:, ::2]
    elif depth < 8:
        shifts = torch.arange(8 - depth, -1, -depth)
        rows = ((rows.long().unsqueeze(-1) >> shifts) & ((1 << depth) - 1)).to(torch.uint8)
    return rows.reshape(len(rows), -1)[:, : width * bands].reshape(len(rows), width, bands)


def _coloured(pixels, chunks):
    """Colours in place of their numbers in the file's list."""
    palette = tensor_of(chunks[b"PLTE"]).reshape(-1, 3)
    places = pixels.squeeze(-1).long()
    if b"tRNS" not in chunks:
        return palette[places], "RGB"
    alpha = torch.full((len(palette),), 255, dtype=torch.uint8)
    given = tensor_of(chunks[b"tRNS"])
    alpha[: len(given)] = given
    return torch.cat([palette, alpha.reshape(-1, 1)], 1)[places], "RGBA"


def written(pixels, mode):
    """A file's bytes."""
    if mode not in _NUMBERS:
        raise OSError(f"cannot write mode {mode} as PNG")
    height, width = pixels.shape[:2]
    depth, rows = 8, pixels.reshape(height, -1)
    if mode == "1":
        depth, rows = 1, _packed_bits(rows)
    lines = torch.cat([rows.new_zeros((height, 1)), rows], 1)
    head = width.to_bytes(4, "big") + height.to_bytes(4, "big") + bytes([depth, _NUMBERS[mode], 0, 0, 0])
    packed = zlib.compress(bytes_of(lines))
    return SIGNATURE + b"".join(_chunk(*each) for each in ((b"IHDR", head), (b"IDAT", packed), (b"IEND", b"")))


def _packed_bits(rows):
    """Eight values of black and white a byte, the first highest."""
    rows = torch.cat([rows, rows.new_zeros((len(rows), -rows.shape[1] % 8))], 1)
    bits = (rows.reshape(len(rows), -1, 8) != 0).long()
    return (bits << torch.arange(7, -1, -1)).sum(-1).to(torch.uint8)


def _chunk(name, data):
    check = zlib.crc32(name + data).to_bytes(4, "big")
    return len(data).to_bytes(4, "big") + name + data + check

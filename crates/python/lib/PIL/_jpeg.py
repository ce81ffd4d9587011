"""JPEG files, written: colours as brightness and two differences, in blocks of eight by eight cosines (ITU-T T.81).

What it is not: reading them, which is the host's; progressive files. Start reading at `write`.
"""

import numpy as np

# How coarsely each cosine of a block is kept at quality 50, and which codes are how long (T.81, annex K).
_BRIGHTNESS = (
    "16 11 10 16 24 40 51 61 12 12 14 19 26 58 60 55 14 13 16 24 40 57 69 56 14 17 22 29 51 87 80 62 "
    "18 22 37 56 68 109 103 77 24 35 55 64 81 104 113 92 49 64 78 87 103 121 120 101 72 92 95 98 112 100 103 99"
)
_COLOUR = "17 18 24 47 99 99 99 99 18 21 26 66 99 99 99 99 24 26 56 99 99 99 99 99 47 66" + " 99" * 38
_FIRST = ("00010501010101010100000000000000", "000102030405060708090a0b"), (
    "00030101010101010101010000000000", "000102030405060708090a0b")  # fmt: skip
_OTHERS = (
    ("0002010303020403050504040000017d",
     "01020300041105122131410613516107227114328191a1082342b1c11552d1f02433627282090a161718191a25262728292a3435363738393a434445"
     "464748494a535455565758595a636465666768696a737475767778797a838485868788898a92939495969798999aa2a3a4a5a6a7a8a9aab2b3b4b5b6"
     "b7b8b9bac2c3c4c5c6c7c8c9cad2d3d4d5d6d7d8d9dae1e2e3e4e5e6e7e8e9eaf1f2f3f4f5f6f7f8f9fa"),
    ("00020102040403040705040400010277",
     "000102031104052131061241510761711322328108144291a1b1c109233352f0156272d10a162434e125f11718191a262728292a35363738393a43"
     "4445464748494a535455565758595a636465666768696a737475767778797a82838485868788898a92939495969798999aa2a3a4a5a6a7a8a9aab2b3"
     "b4b5b6b7b8b9bac2c3c4c5c6c7c8c9cad2d3d4d5d6d7d8d9dae2e3e4e5e6e7e8e9eaf2f3f4f5f6f7f8f9fa"),
)  # fmt: skip


def write(pixels, mode, quality=75, subsampling=None):
    """The bytes of a file.

    Raises:
        OSError: for pictures that JPEG has no form for.
    """
    if mode not in ("L", "RGB"):
        raise OSError(f"cannot write mode {mode} as JPEG")
    pixels = np.asarray(pixels)
    height, width = pixels.shape[:2]
    tables = [_table(each, quality) for each in ((_BRIGHTNESS, _COLOUR) if mode == "RGB" else (_BRIGHTNESS,))]
    halves = mode == "RGB" and subsampling not in (0, "4:4:4")
    planes = _planes(pixels.astype(np.int64), 16 if halves else 8, mode == "RGB", halves)
    head = [b"\xff\xd8", _segment(0xE0, b"JFIF\0\1\1\0\0\1\0\1\0\0")]
    head += [_segment(0xDB, bytes([at]) + bytes(table[_ZIGZAG].tolist())) for at, table in enumerate(tables)]
    parts = b"".join(bytes([at + 1, 0x22 if halves and not at else 0x11, at > 0]) for at in range(len(planes)))
    head.append(_segment(0xC0, b"\x08" + height.to_bytes(2, "big") + width.to_bytes(2, "big") + bytes([len(planes)]) + parts))
    for at in range(len(tables)):
        for kind, (lengths, symbols) in ((0x00, _FIRST[at]), (0x10, _OTHERS[at])):
            head.append(_segment(0xC4, bytes([kind + at]) + bytes.fromhex(lengths + symbols)))
    order = b"".join(bytes([at + 1, 0x11 if at else 0]) for at in range(len(planes)))
    head.append(_segment(0xDA, bytes([len(planes)]) + order + b"\0\x3f\0"))
    return b"".join(head) + _coded(planes, tables, halves) + b"\xff\xd9"


def _segment(marker, content):
    return bytes([0xFF, marker]) + (len(content) + 2).to_bytes(2, "big") + content


def _table(base, quality):
    """How coarse each cosine is at a quality from 1 to 100."""
    quality = min(max(int(quality), 1), 100)
    scale = 5000 // quality if quality < 50 else 200 - 2 * quality
    return np.clip((np.array([int(each) for each in base.split()]) * scale + 50) // 100, 1, 255)


def _zigzag():
    """From the slowest cosine to the fastest, along the diagonals."""
    places = sorted(((row, column) for row in range(8) for column in range(8)),
                    key=lambda at: (sum(at), at[0] if sum(at) % 2 else at[1]))  # fmt: skip
    return np.array([8 * row + column for row, column in places])


_ZIGZAG = _zigzag()


def _planes(pixels, unit, is_coloured, halves):
    """Brightness, and for colours two differences, each in whole blocks; the edges go on as they end."""
    width = pixels.shape[1]
    pixels = _padded(pixels, 2 if halves else unit, unit)
    if not is_coloured:
        return [pixels]
    red, green, blue = (pixels[..., at] for at in range(3))
    middle = (128 << 16) + 32767
    planes = [
        (19595 * red + 38470 * green + 7471 * blue + 32768) >> 16,
        (-11059 * red - 21709 * green + 32768 * blue + middle) >> 16,
        (32768 * red - 27439 * green - 5329 * blue + middle) >> 16,
    ]
    if not halves:
        return planes
    return [_padded(planes[0][:, :width], 8, 8), *(_padded(_halved(plane), 8, 8) for plane in planes[1:])]


def _padded(plane, rows, columns):
    """As many more rows and columns, each as the last, as make whole multiples."""
    more = ((0, -plane.shape[0] % rows), (0, -plane.shape[1] % columns))
    return np.pad(plane, more + ((0, 0),) * (plane.ndim - 2), mode="edge")


def _halved(plane):
    """Each two by two as one; halves are rounded down and up in turns."""
    sums = plane[::2, ::2] + plane[::2, 1::2] + plane[1::2, ::2] + plane[1::2, 1::2]
    return (sums + 1 + np.arange(sums.shape[1]) % 2) >> 2


def _cosines(d, pass_bits, is_second):
    """Eight values' cosines in whole numbers of 13 bits behind the point, by Loeffler, Ligtenberg and Moschytz (1989)."""
    shift = 13 + pass_bits if is_second else 13 - pass_bits

    def scaled(value):
        return (value + (1 << shift - 1)) >> shift

    sums, differences = [d[at] + d[7 - at] for at in range(4)], [d[at] - d[7 - at] for at in range(4)]
    outer, inner = (sums[0] + sums[3], sums[0] - sums[3]), (sums[1] + sums[2], sums[1] - sums[2])
    even = [outer[0] + inner[0], outer[0] - inner[0]]
    even = [(each + (1 << pass_bits - 1)) >> pass_bits if is_second else each << pass_bits for each in even]
    turned = (inner[1] + outer[1]) * 4433
    t7, t6, t5, t4 = differences
    z1, z2, z3, z4 = (t4 + t7) * -7373, (t5 + t6) * -20995, (t4 + t6) * -16069, (t5 + t7) * -3196
    z5 = (t4 + t6 + t5 + t7) * 9633
    z3, z4 = z3 + z5, z4 + z5
    return [
        even[0], scaled(t7 * 12299 + z1 + z4), scaled(turned + outer[1] * 6270), scaled(t6 * 25172 + z2 + z3),
        even[1], scaled(t5 * 16819 + z2 + z4), scaled(turned - inner[1] * 15137), scaled(t4 * 2446 + z1 + z3),
    ]  # fmt: skip


def _blocks(plane, table):
    """Each block's cosines, so coarsely that they are whole numbers, from the slowest to the fastest."""
    rows, columns = plane.shape[0] // 8, plane.shape[1] // 8
    values = (plane - 128).reshape(rows, 8, columns, 8).transpose(0, 2, 1, 3)
    along = np.stack(_cosines([values[..., at] for at in range(8)], 2, False), -1)
    found = np.stack(_cosines([along[:, :, at] for at in range(8)], 2, True), 2).reshape(rows, columns, 64)
    # Eight times as large as the cosines are.
    whole = (np.abs(found) + 4 * table) // (8 * table) * np.sign(found)
    return whole[..., _ZIGZAG].tolist()


def _codes(lengths, symbols):
    """Each symbol's code, as a text of bits: those of one length count up."""
    found, code, at = {}, 0, 0
    symbols = bytes.fromhex(symbols)
    for length, count in enumerate(bytes.fromhex(lengths), 1):
        for symbol in symbols[at : at + count]:
            found[symbol] = f"{code:0{length}b}"
            code += 1
        code, at = code << 1, at + count
    return found


def _coded(planes, tables, halves):
    """All blocks in the file's order, as bytes."""
    kinds = [0] + [1] * (len(planes) - 1)
    blocks = [_blocks(plane, tables[kind]) for plane, kind in zip(planes, kinds)]
    codes = [(_codes(*first), _codes(*others)) for first, others in zip(_FIRST, _OTHERS)]
    before, bits = [0] * len(planes), []
    tall, wide = len(blocks[-1]), len(blocks[-1][0])
    inner = [[(0, 0), (0, 1), (1, 0), (1, 1)] if halves and not at else [(0, 0)] for at in range(len(planes))]
    for row in range(tall):
        for column in range(wide):
            for at, places in enumerate(inner):
                for down, right in places:
                    span = 2 if len(places) > 1 else 1
                    down, right = span * row + down, span * column + right
                    if down < len(blocks[at]) and right < len(blocks[at][0]):
                        block = blocks[at][down][right]
                    else:
                        # Behind the edge a block differs from the one before in nothing.
                        block = [before[at]] + [0] * 63
                    _block(block, before[at], *codes[kinds[at]], bits)
                    before[at] = block[0]
    text = "".join(bits)
    text += "1" * (-len(text) % 8)
    data = b"".join(int(text[at : at + 4096], 2).to_bytes(len(text[at : at + 4096]) // 8, "big") for at in range(0, len(text), 4096))
    return data.replace(b"\xff", b"\xff\0")


def _block(block, before, first, others, bits):
    """One block's bits: what its mean differs by, then runs of zeros with what ends them."""
    step = block[0] - before
    size = abs(step).bit_length()
    bits.append(first[size])
    if size:
        bits.append(f"{step if step > 0 else step + (1 << size) - 1:0{size}b}")
    run = 0
    for value in block[1:]:
        if not value:
            run += 1
            continue
        while run > 15:
            bits.append(others[0xF0])
            run -= 16
        size = abs(value).bit_length()
        bits.append(others[run << 4 | size])
        bits.append(f"{value if value > 0 else value + (1 << size) - 1:0{size}b}")
        run = 0
    if run:
        bits.append(others[0])

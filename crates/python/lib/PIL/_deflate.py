"""zlib's format (RFC 1950, 1951): out of it whatever it holds, into it without making it smaller.

What it is not: fast; a picture of a million pixels takes seconds. Start reading at `decompress`.
"""

_LENGTH_BITS = (0,) * 8 + (1,) * 4 + (2,) * 4 + (3,) * 4 + (4,) * 4 + (5,) * 4 + (0,)
_DISTANCE_BITS = (0, 0, *(at // 2 - 1 for at in range(2, 30)))
_ORDER = (16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15)


def _bases(bits, first):
    found = []
    for count in bits:
        found.append(first)
        first += 1 << count
    return found


_LENGTHS, _DISTANCES = _bases(_LENGTH_BITS, 3), _bases(_DISTANCE_BITS, 1)
# The last of the lengths stands for 258 alone.
_LENGTHS[28] = 258


class _Bits:
    """Bits from the lowest of each byte on."""

    def __init__(self, data, at):
        self.data, self.at, self.held, self.count = data, at, 0, 0

    def need(self, count):
        while self.count < count:
            byte = self.data[self.at] if self.at < len(self.data) else 0
            if self.at > len(self.data) + 4:
                raise ValueError("incomplete or truncated stream")
            self.held |= byte << self.count
            self.count += 8
            self.at += 1

    def take(self, count):
        self.need(count)
        value = self.held & ((1 << count) - 1)
        self.held >>= count
        self.count -= count
        return value


def _table(lengths):
    """For each possible next so many bits: the symbol and how many bits it has; and how many bits that are."""
    widest = max(lengths) or 1
    table = [None] * (1 << widest)
    code = 0
    for width in range(1, widest + 1):
        code <<= 1
        for symbol, length in enumerate(lengths):
            if length != width:
                continue
            turned = int(f"{code:0{width}b}"[::-1], 2)
            for at in range(turned, 1 << widest, 1 << width):
                table[at] = (symbol, width)
            code += 1
    return table, widest


def _symbol(bits, table):
    entries, widest = table
    bits.need(widest)
    entry = entries[bits.held & ((1 << widest) - 1)]
    if entry is None:
        raise ValueError("invalid code")
    bits.held >>= entry[1]
    bits.count -= entry[1]
    return entry[0]


def _written_tables(bits):
    """The tables that a block brings along."""
    literals, distances, codes = bits.take(5) + 257, bits.take(5) + 1, bits.take(4) + 4
    lengths = [0] * 19
    for at in range(codes):
        lengths[_ORDER[at]] = bits.take(3)
    table, found = _table(lengths), []
    while len(found) < literals + distances:
        symbol = _symbol(bits, table)
        if symbol < 16:
            found.append(symbol)
        elif symbol == 16:
            found += [found[-1]] * (bits.take(2) + 3)
        else:
            found += [0] * (bits.take(3) + 3 if symbol == 17 else bits.take(7) + 11)
    return _table(found[:literals]), _table(found[literals : literals + distances])


def _unpacked_block(bits, out, literals, distances):
    entries, widest = literals
    mask = (1 << widest) - 1
    while True:
        # Most of the time goes here: `_symbol`, written out.
        bits.need(widest)
        entry = entries[bits.held & mask]
        if entry is None:
            raise ValueError("invalid code")
        symbol, width = entry
        bits.held >>= width
        bits.count -= width
        if symbol < 256:
            out.append(symbol)
            continue
        if symbol == 256:
            return
        length = _LENGTHS[symbol - 257] + bits.take(_LENGTH_BITS[symbol - 257])
        far = _symbol(bits, distances)
        distance = _DISTANCES[far] + bits.take(_DISTANCE_BITS[far])
        start = len(out) - distance
        if start < 0:
            raise ValueError("invalid distance")
        part = out[start : start + length]
        out += part if distance >= length else (part * (length // distance + 1))[:length]


def inflate(data, at=0):
    """The bytes that a deflated stream holds, from a place on."""
    bits, out = _Bits(data, at), bytearray()
    fixed = None
    while True:
        is_last, kind = bits.take(1), bits.take(2)
        if kind == 0:
            bits.take(bits.count % 8)
            bits.at -= bits.count // 8
            bits.held = bits.count = 0
            size = bits.data[bits.at] | bits.data[bits.at + 1] << 8
            out += bits.data[bits.at + 4 : bits.at + 4 + size]
            bits.at += 4 + size
        elif kind == 1:
            fixed = fixed or (_table([8] * 144 + [9] * 112 + [7] * 24 + [8] * 8), _table([5] * 30))
            _unpacked_block(bits, out, *fixed)
        elif kind == 2:
            _unpacked_block(bits, out, *_written_tables(bits))
        else:
            raise ValueError("invalid block type")
        if is_last:
            return bytes(out)


def decompress(data):
    """The bytes that zlib packed."""
    return inflate(data, 2)


def compress(data):
    """Bytes as zlib's format has them: in blocks as they are."""
    parts, size = [b"\x78\x01"], 65535
    for at in range(0, max(len(data), 1), size):
        block = data[at : at + size]
        is_last = at + size >= len(data)
        parts += [
            bytes([is_last]),
            len(block).to_bytes(2, "little"),
            (len(block) ^ 0xFFFF).to_bytes(2, "little"),
            block,
        ]
    return b"".join([*parts, _adler(data).to_bytes(4, "big")])


def _adler(data):
    """The check sum of the format: the sum of all bytes, and the sum of these sums."""
    import torch
    from PIL._bytes import tensor_of

    low, high = 1, 0
    # So few at a time that no sum outgrows 64 bits.
    for at in range(0, len(data), 1 << 18):
        values = tensor_of(data[at : at + (1 << 18)]).long()
        count = len(values)
        high = (high + low * count + (values * torch.arange(count, 0, -1)).sum().item()) % 65521
        low = (low + values.sum().item()) % 65521
    return high << 16 | low

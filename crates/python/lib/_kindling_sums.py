"""Sums of bytes that few ask for, in Python: SHA-3, SHAKE and BLAKE2 (FIPS 202, RFC 7693).

What it is not: fast; the sums that files are told apart by are native (`_hashes`). Start reading at `Sponge` and `Blake`.
"""

import struct

_ROTATED = (
    (0, 36, 3, 41, 18), (1, 44, 10, 45, 2), (62, 6, 43, 15, 61), (28, 55, 25, 21, 56), (27, 20, 39, 8, 14),
)  # fmt: skip
_WORD = (1 << 64) - 1


def _round_constants():
    """The 24 constants, bits of a register that shifts."""
    register, constants = 1, []
    for _ in range(24):
        constant = 0
        for place in range(7):
            if register & 1:
                constant |= 1 << ((1 << place) - 1)
            register = (register << 1) ^ (0x171 if register & 0x80 else 0)
        constants.append(constant)
    return constants


_CONSTANTS = _round_constants()


def _rotated(word, count):
    return (word << count | word >> (64 - count)) & _WORD if count else word


def _mixed(lanes):
    """Keccak's permutation of 5 by 5 lanes, which are indexed by column and row."""
    for constant in _CONSTANTS:
        columns = [lane[0] ^ lane[1] ^ lane[2] ^ lane[3] ^ lane[4] for lane in lanes]
        shifts = [columns[x - 1] ^ _rotated(columns[(x + 1) % 5], 1) for x in range(5)]
        moved = [[0] * 5 for _ in range(5)]
        for x in range(5):
            for y in range(5):
                moved[y][(2 * x + 3 * y) % 5] = _rotated(lanes[x][y] ^ shifts[x], _ROTATED[x][y])
        lanes = [
            [moved[x][y] ^ (~moved[(x + 1) % 5][y] & moved[(x + 2) % 5][y]) for y in range(5)] for x in range(5)
        ]
        lanes[0][0] ^= constant
    return lanes


def check_bytes(data):
    """Bytes of anything that has them.

    Raises:
        TypeError: for text, which has them only in an encoding.
    """
    if isinstance(data, str):
        raise TypeError("Strings must be encoded before hashing")
    return bytes(memoryview(data))


class _Sum:
    """What has been fed so far."""

    def __init__(self, name, block_size, data=b""):
        self.name, self.block_size, self._data = name, block_size, check_bytes(data)

    def update(self, data, /):
        self._data += check_bytes(data)

    def copy(self):
        other = object.__new__(type(self))
        other.__dict__.update(self.__dict__)
        return other

    def __repr__(self):
        return f"<{self.name} _hashlib.HASH object @ {id(self):#x}>"


class Sponge(_Sum):
    """SHA-3, whose sums have one length, and SHAKE, whose sums are as long as one asks."""

    def __init__(self, name, bits, end, digest_size, data=b""):
        super().__init__(name, 200 - bits // 8, data)
        self._end, self.digest_size = end, digest_size

    def _squeezed(self, length):
        rate = self.block_size
        data = self._data + bytes([self._end]) + bytes(-(len(self._data) + 1) % rate)
        data = data[:-1] + bytes([data[-1] | 0x80])
        lanes = [[0] * 5 for _ in range(5)]
        for start in range(0, len(data), rate):
            for at, word in enumerate(struct.unpack(f"<{rate // 8}Q", data[start : start + rate])):
                lanes[at % 5][at // 5] ^= word
            lanes = _mixed(lanes)
        out = b""
        while True:
            out += struct.pack("<25Q", *(lanes[at % 5][at // 5] for at in range(25)))[:rate]
            if len(out) >= length:
                return out[:length]
            lanes = _mixed(lanes)

    def digest(self):
        return self._squeezed(self.digest_size)

    def hexdigest(self):
        return self.digest().hex()


class Shake(Sponge):
    """A sum of a length that is asked for."""

    def digest(self, length):
        return self._squeezed(length)

    def hexdigest(self, length):
        return self.digest(length).hex()


# Of the words of a block, in each round; and where a round rotates, by the bits of a word.
_ORDERS = [
    [int(digit, 16) for digit in row]
    for row in (
        "0123456789abcdef ea489fd61c02b753 b8c052fdae367194 7931dcbe265a40f8 905724afe1bc683d 2c6a0b834d75fe19 "
        "c51fed4a0763928b db7ec13950f4862a 6fe9b308c2d714a5 a2847615fb9e3cd0"
    ).split()
]
_TURNS = {64: (32, 24, 16, 63), 32: (16, 12, 8, 7)}
_STARTS = {
    64: (
        0x6A09E667F3BCC908, 0xBB67AE8584CAA73B, 0x3C6EF372FE94F82B, 0xA54FF53A5F1D36F1,
        0x510E527FADE682D1, 0x9B05688C2B3E6C1F, 0x1F83D9ABFB41BD6B, 0x5BE0CD19137E2179,
    ),
    32: (
        0x6A09E667, 0xBB67AE85, 0x3C6EF372, 0xA54FF53A, 0x510E527F, 0x9B05688C, 0x1F83D9AB, 0x5BE0CD19,
    ),
}  # fmt: skip
_COLUMNS = ((0, 4, 8, 12), (1, 5, 9, 13), (2, 6, 10, 14), (3, 7, 11, 15))
_DIAGONALS = ((0, 5, 10, 15), (1, 6, 11, 12), (2, 7, 8, 13), (3, 4, 9, 14))


class Blake(_Sum):
    """BLAKE2b with words of 64 bits, BLAKE2s with those of 32; with a key, a sum that only its holder can make."""

    def __init__(self, name, bits, data, digest_size, key, salt, person):
        super().__init__(name, 2 * bits, data)
        most, short = bits, bits // 4
        if not 1 <= digest_size <= most:
            raise ValueError(f"digest_size must be between 1 and {most} bytes")
        for told, given, limit in (("key", key, most), ("salt", salt, short), ("person", person, short)):
            if len(given) > limit:
                raise ValueError(f"maximum {told} length is {limit} bytes")
        self._bits, self.digest_size = bits, digest_size
        head = bytes([digest_size, len(key), 1, 1]) + bytes(28 if bits == 64 else 12)
        block = head + salt.ljust(short, b"\0") + person.ljust(short, b"\0")
        words = struct.unpack(f"<8{'Q' if bits == 64 else 'I'}", block)
        self._start = [one ^ other for one, other in zip(_STARTS[bits], words)]
        if key:
            self._data = key.ljust(self.block_size, b"\0") + self._data

    def digest(self):
        state, size, kind = list(self._start), self.block_size, "Q" if self._bits == 64 else "I"
        data = self._data
        last = max(len(data) - 1, 0) // size * size
        for start in range(0, last + 1, size):
            block = data[start : start + size].ljust(size, b"\0")
            words = struct.unpack(f"<16{kind}", block)
            self._compress(state, words, min(start + size, len(data)), start == last)
        return struct.pack(f"<8{kind}", *state)[: self.digest_size]

    def _compress(self, state, words, count, is_last):
        mask = (1 << self._bits) - 1
        mixed = state + list(_STARTS[self._bits])
        mixed[12] ^= count & mask
        mixed[13] ^= count >> self._bits
        if is_last:
            mixed[14] ^= mask
        for turn in range(12 if self._bits == 64 else 10):
            order = _ORDERS[turn % 10]
            for at, places in enumerate(_COLUMNS + _DIAGONALS):
                self._mix(mixed, places, words[order[2 * at]], words[order[2 * at + 1]], mask)
        for at in range(8):
            state[at] ^= mixed[at] ^ mixed[at + 8]

    def _mix(self, v, places, x, y, mask):
        a, b, c, d = places
        bits = self._bits
        first, second, third, fourth = _TURNS[bits]

        def turned(word, count):
            return (word >> count | word << (bits - count)) & mask

        for word, late, early in ((x, first, second), (y, third, fourth)):
            v[a] = (v[a] + v[b] + word) & mask
            v[d] = turned(v[d] ^ v[a], late)
            v[c] = (v[c] + v[d]) & mask
            v[b] = turned(v[b] ^ v[c], early)

    def hexdigest(self):
        return self.digest().hex()

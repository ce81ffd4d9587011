"""The bytes of TensorBoard's files: records with checksums around messages of protocol buffers.

Start reading at `record` for the files, at `event` for what is in them.
"""

import struct

# The checksum's polynomial (Castagnoli's), reversed.
_POLYNOMIAL = 0x82F63B78
_table = []


def _checksum(data):
    """CRC-32C, turned as TensorFlow's records have it."""
    if not _table:
        for value in range(256):
            for _ in range(8):
                value = value >> 1 ^ _POLYNOMIAL if value & 1 else value >> 1
            _table.append(value)
    found = 0xFFFFFFFF
    for byte in data:
        found = _table[(found ^ byte) & 255] ^ found >> 8
    found ^= 0xFFFFFFFF
    return ((found >> 15 | found << 17) + 0xA282EAD8) & 0xFFFFFFFF


def record(data):
    """A record: its length, its bytes, and a checksum of each."""
    head = struct.pack("<Q", len(data))
    return head + struct.pack("<I", _checksum(head)) + data + struct.pack("<I", _checksum(data))


# Fields of messages by their numbers


def _number(value):
    """A whole number, seven bits a byte; below zero as 64 bits."""
    value &= 2**64 - 1
    parts = []
    while value > 127:
        parts.append(value & 127 | 128)
        value >>= 7
    return bytes([*parts, value])


def whole(field, value):
    return _number(field << 3) + _number(int(value))


def double(field, value):
    return _number(field << 3 | 1) + struct.pack("<d", value)


def single(field, value):
    return _number(field << 3 | 5) + struct.pack("<f", value)


def inner(field, data):
    """A message, a text or bytes."""
    data = data.encode() if isinstance(data, str) else data
    return _number(field << 3 | 2) + _number(len(data)) + data


def doubles(field, values):
    return inner(field, struct.pack(f"<{len(values)}d", *values))


# What TensorBoard's files hold


def event(wall_time, step=None, version=None, summary=None):
    """An event: when, at which step, and what."""
    found = double(1, wall_time)
    if step is not None:
        found += whole(2, step)
    if version is not None:
        found += inner(3, version)
    return found + (b"" if summary is None else inner(5, summary))


def scalar(tag, value):
    return inner(1, inner(1, tag) + single(2, value))


def histogram(tag, values, limits, counts):
    """Of plain numbers: what they add up to, and how many lie below each limit."""
    body = double(1, min(values)) + double(2, max(values)) + double(3, len(values)) + double(4, sum(values))
    body += double(5, sum(value * value for value in values)) + doubles(6, limits) + doubles(7, counts)
    return inner(1, inner(1, tag) + inner(5, body))


def image(tag, height, width, channels, png):
    body = whole(1, height) + whole(2, width) + whole(3, channels) + inner(4, png)
    return inner(1, inner(1, tag) + inner(4, body))


def text(tag, words):
    """A text, as a tensor of one string for the plugin that shows texts."""
    plugin = inner(1, inner(1, "text"))
    tensor = whole(1, 7) + inner(2, inner(2, whole(1, 1))) + inner(8, words)
    return inner(1, inner(1, tag + "/text_summary") + inner(9, plugin) + inner(8, tensor))

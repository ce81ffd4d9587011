"""Numbers whose largest byte comes first, as files of images have them; bytes swapped; memory read as another dtype."""

import io
import struct

import numpy as np
import torch
from each_line import each_line

pictures = struct.pack(">4i", 2051, 3, 2, 2) + bytes(range(12))
magic, count, rows, columns = np.frombuffer(pictures, dtype=">i4", count=4)
print(magic, count, rows, columns, type(count))
print(np.frombuffer(pictures, np.uint8, offset=16).reshape(count, rows, columns).shape)
word = np.dtype(np.uint32).newbyteorder(">")
file = io.BytesIO(pictures)
print(repr(np.frombuffer(file.read(4), dtype=word)[0]), np.frombuffer(file.read(4), dtype=word)[0] * 2)

each_line(
    """
np.frombuffer(struct.pack(">hh", 1, -2), ">i2")
np.frombuffer(struct.pack(">HI", 7, 9)[:2], ">u2").astype(int)
np.frombuffer(struct.pack(">2d", 1.5, 2), dtype=">f8") + 1
np.frombuffer(b"\\x00\\x01\\x00\\x02", ">u2").sum()
np.array([1, 256], dtype=">i4").tobytes()
np.array([1, 256], dtype="i4").byteswap()
np.array([1, 256], dtype=">u2").byteswap().view("<u2")
np.array([1, 2], dtype=">i4")[1:], np.array([1, 2], dtype=">i4")[0]
np.array([1, 2], dtype=">i4") == np.array([1, 3])
np.array([[1, 2]], dtype=">f4").T.copy()
np.zeros(2, ">i4"), np.ones(2, ">u4"), np.arange(3, dtype=">i8"), np.full(2, 7, ">u2")
np.dtype("i4").newbyteorder(), np.dtype("i4").newbyteorder(">"), np.dtype("u1").newbyteorder(">"), np.dtype(">f4").newbyteorder("=")
np.dtype(">i4") == np.dtype("i4"), np.dtype(">i4").byteorder, np.dtype("=i4").byteorder, np.dtype(">i4").isnative, np.dtype("u1").byteorder
np.dtype(">i4").name, np.dtype(">i4").str, np.dtype(">i4").type, np.dtype("i4").newbyteorder("?")
np.issubdtype(">i4", np.integer), np.result_type(">i4", "i2")
np.arange(4, dtype="u1").view("u2"), np.arange(4, dtype="u1").view(">u2"), np.float32(1).view(np.uint32), np.array([1.0]).view("i8")
np.array([1, 2, 3], dtype="u1").view("u2")
np.array([1.5, 2.5]).view(complex), np.array([1 + 2j]).view(float)
np.frombuffer(b"ab", np.int32)
np.frombuffer(b"abcd", np.int16, count=3)
np.frombuffer(b"abcd", np.uint8, offset=5)
torch.from_numpy(np.array([1], dtype=">i4"))
torch.from_numpy(np.array([1, 2], dtype=">i4").astype(np.int32))
""",
    {"np": np, "struct": struct, "torch": torch},
)
file = io.BytesIO()
np.save(file, np.array([[1, 2], [3, 4]], dtype=">i2"))
file.seek(0)
print(repr(np.load(file)))

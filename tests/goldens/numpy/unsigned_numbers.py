"""Numbers without a sign of 16, 32 and 64 bits: what they make with others, where they begin again, how they are printed and kept."""

import io
import pickle
import warnings

import numpy as np
from each_line import each_line

warnings.simplefilter("ignore")
for name in ("uint16", "uint32", "uint64"):
    top = np.iinfo(name).max
    a, m, s = np.array([9, 4, 0, top], dtype=name), np.arange(8, dtype=name).reshape(2, 4), getattr(np, name)(11)
    print("##", name, top)
    each_line(
        """
a
s
m.dtype, m.itemsize, m.nbytes, m.strides
a + 1, a - 5, a * a, a // 2, a % 4, a**2
a / 4
a << 3, a >> 1, a & 5, a | 2, a ^ 1, ~a, -a
a + a.astype("int16")
a + np.int64(2)
a + np.float32(1)
s + 1, 1 + s, s - 12, s / 2, s // 2, -s, ~s, s**2, s * 2.5
np.int32(4) + s, np.uint8(4) + s, np.float32(2) * s
a == 4, a > -1, a < 5, s == 11
a + -1
a.sum(), a.prod(), a.mean(), a.max(), a.min(), a.argmax(), m.sum(axis=0), m.cumsum()
np.sort(a), np.unique(a), np.argsort(a), np.diff(a), np.where(a > 3, a, 0), np.clip(a, 3, 5), np.maximum(a, 5)
np.sqrt(m), np.square(a), np.sign(a)
m @ m.T, np.dot(m[0], m[1]), np.concatenate([a, [1]]), np.vstack([m, m])
a.astype(np.uint8), a.astype(float), a.astype(str), np.array([-1.0, 3.7]).astype(np.int64).astype(name)
a[::-1], m[:, 1], m[m > 5], m[1, 2], a[[0, 3]], m.T
np.array([1, -1], dtype=name)
getattr(np, name)(-1)
np.result_type(name, "int8"), np.promote_types(name, "float32"), np.can_cast(name, "int32"), np.issubdtype(name, np.unsignedinteger)
int(s), float(s), hex(s), f"{s:05d}", {11: "found"}[s], list(range(s))[-1], isinstance(s, np.integer), isinstance(s, int)
pickle.loads(pickle.dumps(a)), pickle.loads(pickle.dumps(s))
np.frombuffer(a.tobytes(), dtype=name), a.view("u1")[:4]
""".replace("name", repr(name)),
        {"np": np, "a": a, "m": m, "s": s, "pickle": pickle},
    )
    a += 1
    a[1:3] = [7, 8]
    print(a)
    for line in ("a += 1.5", "a[0] = -3", "a -= np.int8(1)"):
        try:
            exec(line)
        except (TypeError, OverflowError) as error:
            print(line, type(error).__name__, error)
    file = io.BytesIO()
    np.save(file, m)
    file.seek(0)
    print(repr(np.load(file)))

print(repr(np.array([2**63, 2**64 - 1])), repr(np.array([2**63, 1])), repr(np.array([np.uint16(3), 4])))
print(repr(np.array([[200, 100], [250, 5]], dtype=np.uint8).sum()), repr(np.array([200, 100], dtype=np.uint8).cumsum()))
# A hash of a text, by products that wrap around.
found = np.uint64(14695981039346656037)
for letter in b"numbers":
    found = (found ^ np.uint64(letter)) * np.uint64(1099511628211)
print(found, np.float64(found) / 2**64)
word = np.uint32(2463534242)
for _ in range(3):
    word ^= word << np.uint32(13)
    word ^= word >> np.uint32(17)
    word ^= word << np.uint32(5)
    print(repr(word))
stream = np.random.RandomState(3)
print(repr(stream.randint(0, 2**32, 3, dtype=np.uint32)), repr(stream.randint(0, 500, 4, dtype=np.uint16)))
print(repr(np.random.default_rng(3).integers(0, 2**64, 2, dtype=np.uint64)))

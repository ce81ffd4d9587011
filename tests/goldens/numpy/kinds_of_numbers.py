"""What dtypes say of themselves, how they are told apart, copied and kept, what two of them make, dtypes of rows and of blocks."""

import copy
import pickle

import numpy as np
from each_line import each_line

ATTRIBUTES = "name kind char num str byteorder itemsize alignment names descr isnative hasobject base shape subdtype type".split()
KINDS = ("f4", "i8", "?", "u1", "u2", ">i4", "U5", "S3", "O", "c8", "M8[D]", "f2", [("a", "i4"), ("b", "f8")], ("i4", (2, 2)), None)
for given in KINDS:
    kind = np.dtype(given)
    print(repr(kind), kind, *(getattr(kind, name) for name in ATTRIBUTES))
    print(pickle.loads(pickle.dumps(kind)) == kind, copy.deepcopy(kind) == kind, copy.copy(kind) == kind, len(kind), bool(kind))
names = "bool int8 uint8 uint16 int32 uint32 int64 uint64 float16 float32 float64 complex64 complex128 U3 S2 O".split()
for first in names:
    print(first, *(np.promote_types(first, second) for second in names), "".join("ny"[np.can_cast(first, other)] for other in names))
    print(*(np.issubdtype(first, kind) for kind in (np.number, np.integer, np.signedinteger, np.floating, np.inexact, np.character, float, int)))
each_line(
    """
np.dtype("i4") == "int32", np.dtype("i4") == np.int32, np.dtype("f8") == float, np.dtype("i4") == "no dtype", np.dtype("i4") != "f4"
{np.dtype("f4"): "single"}[np.dtype(np.float32)], np.dtype("i4") in (np.int32, np.int64), np.dtype("i4") < np.dtype("i8")
np.dtype("no dtype")
np.dtype(np.floating)
np.dtype(3)
np.promote_types("i4", "M8[D]")
np.min_scalar_type(300), np.min_scalar_type(-129), np.min_scalar_type(2**40), np.min_scalar_type(1.5), np.min_scalar_type("abc")
np.result_type(np.int8(1), 2), np.result_type(np.array([1], "f4"), 2.5), np.result_type(np.float32, 1j), np.result_type("i4", "f4")
np.typename("d"), np.sctypeDict["float32"], np.half, np.single, np.double, np.ushort, np.uintc, np.csingle
np.dtype({"names": ["a", "b"], "formats": ["u1", "f4"], "offsets": [0, 4], "itemsize": 12})
np.dtype({"names": ["a", "b"], "formats": ["u1", "f4"], "offsets": [0, 4]}).fields
np.dtype([("a", "i4"), ("a", "f4")])
np.dtype("i4, f8"), np.dtype(("f4", 3)), np.dtype([("at", "f4", (2,)), ("n", "u2")]).descr
np.zeros(2, dtype=[("at", "f4", (2,)), ("n", "u2")])
np.array([([1, 2], 3), ([4, 5], 6)], dtype=[("at", "f4", (2,)), ("n", "u2")])["at"]
np.array([([1, 2], 3)], dtype=[("at", "f4", (2,)), ("n", "u2")])[0]
np.frombuffer(bytes(range(12)), dtype=[("label", "u1"), ("pixels", "u1", (1, 2)), ("far", ">u2"), ("rest", "S1")])
np.zeros(3, np.dtype(("i4", (2, 2)))).shape
np.array([(1, 2.5)], dtype=[("x", "<i4"), ("y", "<f4")]).tobytes()
""",
    {"np": np},
)

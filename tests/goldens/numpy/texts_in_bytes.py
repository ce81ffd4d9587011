"""Texts in bytes: arrays of them, what becomes of them as texts and as numbers, `np.char`, tables of text read as bytes."""

import io
import pickle

import numpy as np
from each_line import each_line

words, texts = np.array([b"red", b"blue", b"", b"red"]), np.array(["one", "two"])
each_line(
    """
words
words[1], words[0] + b"!", words.dtype, words.itemsize, words.dtype.kind, words.dtype.name
words == b"red", words != b"red", words == "red"
words.astype(str), texts.astype("S"), texts.astype("S2"), texts.astype(bytes), words.astype("U2")
np.array(["é"]).astype("S")
np.array(["a", "bc"], dtype="S"), np.array([b"abc"], dtype="S2"), np.array([b"a", 1]), np.array([1, 20]).astype("S")
np.array([b"1", b"25"]).astype(int), np.array([b"1.5"]).astype(float)
np.unique(words, return_counts=True), np.sort(words), np.isin(words, [b"blue"]), words.tolist()
np.frombuffer(b"abcdef", dtype="S2"), words.tobytes()
np.char.upper(words), np.char.decode(words), np.char.encode(texts), np.char.str_len(words), np.char.startswith(words, b"b")
np.char.add(words, b"s"), np.char.replace(words, b"e", b"E"), np.char.strip(np.array([b" a "])), words + b"?"
np.concatenate([words, texts]), np.where(words == b"red", b"r", b"x"), np.zeros(2, "S3"), np.full(2, b"ab")
isinstance(words[0], bytes), isinstance(words[0], np.bytes_), hash(words[0]) == hash(b"red"), np.bytes_(b"ab"), words[0].decode()
np.dtype("S5"), np.dtype(bytes), np.dtype("S5") == "S5", np.issubdtype("S5", np.character), np.dtype("S5").newbyteorder(">")
np.loadtxt(io.StringIO("a b\\nc d"), dtype=bytes)
np.genfromtxt(io.StringIO("a,1\\nb,2"), delimiter=",", dtype="S3")
np.genfromtxt(io.StringIO("a,1\\nb,2"), delimiter=",", dtype=None, encoding="bytes")
np.genfromtxt(io.BytesIO(b"1,2\\n3,4"), delimiter=",")
np.array([(b"a", 1), ("bc", 2)], dtype=[("word", "S3"), ("count", ">i4")])
pickle.loads(pickle.dumps(words)), np.array2string(words), b"blue" in words
""",
    {"np": np, "words": words, "texts": texts, "io": io, "pickle": pickle},
)

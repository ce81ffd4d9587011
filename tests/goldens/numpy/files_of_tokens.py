"""Plain files of numbers of 16 bits, as texts for a model are kept: written, mapped, cut into windows; and images of 16 bits."""

import os
import tempfile

import numpy as np
import torch

os.chdir(tempfile.mkdtemp())
tokens = np.array([3, 14, 50256, 9, 2, 65535] * 4, dtype=np.uint16)
tokens.tofile("tokens.bin")
print(os.path.getsize("tokens.bin"), np.fromfile("tokens.bin", dtype=np.uint16, count=4, offset=2))
data = np.memmap("tokens.bin", dtype=np.uint16, mode="r")
print(data.shape, data.dtype, len(data), isinstance(data, np.memmap), isinstance(data, np.ndarray))
print(repr(data[:5]), repr(data[2]), data.max())
windows = torch.stack([torch.from_numpy(data[at : at + 4].astype(np.int64)) for at in (0, 2, 5)])
print(windows, windows.dtype)
print(torch.tensor(tokens[:3], dtype=torch.long))
try:
    data[0] = 1
except ValueError as error:
    print(error)

made = np.memmap("made.bin", dtype=np.uint16, mode="w+", shape=(8,))
for at, part in enumerate(np.array_split(tokens[:8], 3)):
    made[at * 3 : at * 3 + len(part)] = part
made.flush()
print(np.fromfile("made.bin", dtype=np.uint16), repr(made))
again = np.memmap("made.bin", dtype=np.uint16, mode="r+", shape=(2, 4))
again[1, 3] = 77
again.flush()
print(np.fromfile("made.bin", dtype=np.uint16))
parts = np.memmap("parts.bin", dtype="float32", mode="w+", shape=(2, 2))
parts[:] = [[1, 2.5], [3, 4]]
print(repr(parts), parts.sum(axis=0), parts + 1)
np.save("kept.npy", tokens)
kept = np.load("kept.npy", mmap_mode="r")
print(repr(kept[-2:]), kept.mean())
try:
    np.memmap("made.bin", dtype=np.float32, mode="r", shape=(20,))
except ValueError as error:
    print(error)

depth = (np.linspace(0, 1, 12).reshape(3, 4) * 65535).astype(np.uint16)
print(depth, depth.max(), depth.mean(axis=0))
print((depth >> 8).astype(np.uint8), depth.astype(np.float32) / np.iinfo(depth.dtype).max)
print(np.histogram(depth, bins=4), np.bincount(depth.ravel() // 20000))

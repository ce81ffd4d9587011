"""Where the lines of arrays are folded: what stands around the numbers needs its place, too. And an array's bytes."""
import numpy as np
from each_line import each_line

np.savez("folded.npz", left=np.arange(3), right=np.ones(2))
held = np.load("folded.npz")
for count in (21, 22, 23, 24, 25):
    print(np.zeros(count, int), repr(np.zeros(count, int)), repr(np.zeros(count, bool)[: count // 2]))
rng = np.random.default_rng(3)
for shape in ((19,), (26,), (2, 23), (2, 2, 22), (3, 24)):
    for made in (rng.integers(0, 10, shape), rng.integers(-99, 100, shape), rng.random(shape).round(2), rng.random(shape) > 0.5):
        print(made, repr(made))
print(repr(np.arange(3000).reshape(-1, 30)), np.array2string(np.arange(30), prefix="x = ", suffix=" ;", separator=","))
each_line("""
np.array([[1, 2], [300, 400]], dtype=np.int32).data.tobytes()
np.zeros((2, 3)).data[1, 2], np.zeros((2, 3)).data.shape, np.arange(3).data.tolist(), np.arange(3, dtype=np.uint8).data.format
del held[0]
del np.arange(3)[1:]
held.keys(), held.values(), list(held.items())[0]
"left" in held, len(held), held.get("none")
np.arange(1, 4, dtype=complex)
[name for name in dir(np) if not hasattr(np, name)]
""", globals())
import os
os.remove("folded.npz")

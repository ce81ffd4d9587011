"""`nditer`: values in order, where they stand, and written; `ufunc.at` with whole lines; limits as `print` tells them."""
import numpy as np


def tell(f):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, "|", error)


a = np.arange(6).reshape(2, 3)
for order in ("K", "C", "F"):
    print(order, [int(x) for x in np.nditer(a.T, order=order)], [int(x) for x in np.nditer(a, order=order)])
it = np.nditer(a, flags=["multi_index"])
for x in it:
    print(f"{x} <{it.multi_index}>", end=" ")
print(it.finished, repr(next(iter(np.nditer(a)))))
it = np.nditer(a, flags=["c_index"], order="F")
while not it.finished:
    print(it[0], it.index, it.value, end=" ")
    it.iternext()
print()
with np.nditer(a, op_flags=["readwrite"]) as it:
    for x in it:
        x[...] = 2 * x
print(a)
print(list(np.nditer(a, flags=["external_loop"])), list(np.nditer(a, flags=["external_loop"], order="F")))
print([(int(x), int(y)) for x, y in np.nditer([a, np.arange(3)])])
it = np.nditer([a, None])
for x, y in it:
    y[...] = x * x
print(it.operands[1])


def write():
    for x in np.nditer(a):
        x[...] = 1


tell(write)
tell(lambda: np.nditer([np.ones(2), np.ones(3)]))
tell(lambda: np.nditer(a).multi_index)
tell(lambda: np.nditer(a).index)
tell(lambda: np.nditer(a, flags=["place"]))
tell(lambda: np.nditer(a, op_flags=["place"]))
tell(lambda: np.nditer(np.array([])))
tell(lambda: np.nditer(a, flags=["multi_index", "external_loop"]))

weights = np.array([[0.5, -1.0], [2.0, 0.1]])
slopes, it = np.zeros_like(weights), np.nditer(weights, flags=["multi_index"], op_flags=["readwrite"])
while not it.finished:
    place, kept = it.multi_index, weights[it.multi_index]
    weights[place] = kept + 1e-5
    above = (weights**3).sum()
    weights[place] = kept - 1e-5
    slopes[place] = (above - (weights**3).sum()) / 2e-5
    weights[place] = kept
    it.iternext()
print(slopes.round(4), weights)

rows = np.zeros((4, 3))
np.add.at(rows, [0, 1, 0], np.arange(9.0).reshape(3, 3))
np.add.at(rows, [0, 0], 1)
np.subtract.at(rows, ([0, 1], [1, 1]), 5)
np.maximum.at(rows, [2, 2], [[1, 2, 3], [3, 2, 1]])
np.add.at(rows, (slice(None), 1), np.arange(4))
np.add.at(rows, np.array([[0, 1], [1, 2]]), np.ones(3))
np.multiply.at(rows, np.array([True, False, False, True]), 2)
print(rows)
tell(lambda: np.add.at(rows, [0, 1], np.ones((3, 3))))
print(np.finfo(np.float32), np.iinfo(np.int8), repr(np.finfo(float)))
place = rows[0, 1, ...]
place[...] = 7
print(type(place), place, rows[0], rows[..., 0].shape, type(rows[0, 1]))

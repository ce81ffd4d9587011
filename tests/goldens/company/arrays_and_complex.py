# `array` and `cmath`: tight numbers with their errors, and functions of complex numbers to the last digit.
import array
import cmath
import copy
import io
import pickle

import torch


def tried(*calls):
    for call in calls:
        try:
            print(call())
        except Exception as error:
            print(type(error).__name__, error)


numbers = array.array("i", [3, 1, 2])
numbers.append(5)
numbers.extend([6])
numbers.insert(0, 9)
print(numbers, len(numbers), numbers[0], numbers[-1], numbers.pop(), numbers.index(1), numbers.count(1), 5 in numbers)
print(numbers[1:3], numbers * 2, numbers + array.array("i", [7]), sorted(numbers), max(numbers), numbers.itemsize)
print(array.array("d", [1, 2.5]), array.array("f", [0.1]), array.array("b", b"ab"), array.array("u", "hi"), array.array("q"))
print(numbers == array.array("i", [9, 3, 1, 2, 5]), numbers < array.array("i", [10]), numbers == [9, 3, 1, 2, 5], numbers.tobytes())
file = io.BytesIO(array.array("h", [1, 258]).tobytes())
read = array.array("h")
read.fromfile(file, 2)
read.byteswap()
print(read, copy.copy(read), copy.deepcopy(read), pickle.loads(pickle.dumps(read)), read.tolist(), read.typecode)
numbers[0] = 7
numbers[1:2] = array.array("i", [0, 0])
del numbers[-1]
print(numbers, torch.tensor(numbers), torch.frombuffer(array.array("i", [1, 2]), dtype=torch.int32))
tried(
    lambda: array.array("i", [1.5]), lambda: array.array("b", [200]), lambda: array.array("B", [-1]),
    lambda: array.array("h", [-40000]), lambda: array.array("H", [70000]), lambda: array.array("i", [2**40]),
    lambda: array.array("d", ["a"]), lambda: array.array("i", "ab"), lambda: array.array("i", 5), lambda: array.array(5),
    lambda: numbers[10], lambda: numbers["a"], lambda: numbers + [1], lambda: numbers.remove(77), lambda: numbers.index(77),
    lambda: array.array("i").pop(), lambda: numbers * 1.5, lambda: read.frombytes(b"a"), lambda: numbers.append("x"),
)  # fmt: skip
for name in "acos acosh asin asinh atan atanh cos cosh exp log log10 phase sin sinh sqrt tan tanh".split():
    function = getattr(cmath, name)
    print(name, [function(z) for z in (2, 0.5, -2, 1j * 0.5, 2 + 1j, -0.3 - 4j)])
print(cmath.polar(-1 + 1j), cmath.rect(2, 1), cmath.log(8, 2), cmath.isclose(1, 1 + 1e-12j), cmath.isclose(cmath.inf, 1))
print(cmath.isnan(cmath.nanj), cmath.isinf(cmath.infj), cmath.isfinite(1j), cmath.tau)
tried(
    lambda: cmath.sqrt("a"), lambda: cmath.exp(None), lambda: cmath.phase([1]), lambda: cmath.exp(1000),
    lambda: cmath.isclose(1, 1, rel_tol=-1),
)  # fmt: skip

"""What arrays compute and select without a thought, beside what they ask about: signs, keys, functions, kinds of arrays."""

import copy
import pickle
import warnings

import numpy as np
import torch
from each_line import each_line

warnings.simplefilter("ignore")
each_line(
    """
x = np.arange(5.)
y = x[1:]
y += 1
x
x = np.arange(5.)
x[1:] += x[:-1]
x
x = np.arange(5.)
x += x[::-1]
x
x = np.arange(5.)
x[::-1] += np.arange(5.)
x
x = np.arange(5)
x += 1.5
x = np.arange(5)
x *= 2
x
x = np.arange(5)
x /= 2
x = np.arange(3.)
x += np.ones((2, 3))
x = np.ones((2, 3))
x += np.arange(3)
x
x = np.ones((2, 3), dtype=np.float32)
x += np.arange(3.)
x
x = np.ones(3, dtype=np.float32) * 2.5
x
np.ones(3, dtype=np.float32) * np.float64(2.5)
np.ones(3, dtype=np.float32) * np.float32(0.1)
np.arange(3) * np.int8(2), (np.arange(3) * np.int8(2)).dtype
np.arange(3) * 2.5
np.arange(3, dtype=np.int32) + 1, (np.arange(3, dtype=np.int32) + 1).dtype
np.arange(3, dtype=np.int8) + 200
2 - np.arange(3), 2.5 - np.arange(3), np.float64(1) / np.array([1., 2])
1 / np.array([0., 1.])
np.array([1., 2.]) / 0
np.array([1e308]) * 10
np.array(3.) + 1, type(np.array(3.) + 1)
np.array(3.) + np.array(1.), np.array(3) == 3, type(np.array(3) == 3)
np.array([1, 2]) == [1, 2], np.array([1, 2]) == (1, 3)
np.array([1, 2]) == None, np.array([1, 2]) != 'a'
np.array([1, 2]) == np.array([1, 2, 3])
np.array([1, 2]) < 'a'
np.array([1, 2]) + 'a'
np.array([1, 2]) + None
np.array([1, 2]) + [1, 2], [1, 2] + np.array([1, 2])
np.array([1, 2]) @ np.array([3, 4]), np.eye(2) @ [1, 2], [1, 2] @ np.eye(2)
np.ones((2, 3)) @ np.ones((2, 3))
np.ones(3) @ 2
np.ones((2, 2)) @ np.ones(2), np.ones(2) @ np.ones((2, 2)), np.ones((1, 2)) @ np.ones((2, 1))
x = np.eye(2)
x @= np.ones((2, 2))
x
x = np.arange(6).reshape(2, 3)
x[1, 2], x[1], x[-1, -1], x[1][2], type(x[1, 2])
x = np.arange(6).reshape(2, 3)
x[np.int64(1), np.int32(0)], x[(0, 1)], x[0, 1:], x[:, 1], x[..., 1], x[None, 0].shape
x = np.arange(6)
x[7]
x = np.arange(6).reshape(2, 3)
x[0, 3]
x = np.arange(6).reshape(2, 3)
x[2]
x = np.arange(6).reshape(2, 3)
x[0, 0, 0]
x = np.arange(6)
x[1.5]
x = np.arange(6)
x['a']
x = np.arange(6)
x[True], x[np.True_], x[False].shape
x = np.arange(6)
x[[1, 2]], x[np.array([1, 2])], x[x > 3], x[[True] * 6]
x = np.arange(6)
x[2] = 7.9
x
x = np.arange(6.)
x[2] = 7
x[np.int64(3)] = np.float32(2.5)
x[-1] = np.int64(9)
x
x = np.arange(6.)
x[9] = 1
x = np.arange(6.).reshape(2, 3)
x[1, 1] = -1
x[0] = 5
x[:, 2] = [8, 9]
x
x = np.arange(6.).reshape(2, 3)
x[0, 5] = 1
x = np.arange(3)
x[0] = 2**70
x = np.arange(3)
x[0] = float('nan')
x = np.zeros(3, dtype=np.float32)
x[0] = 0.1
x[1] = 1e300
x
x = np.zeros(3, dtype=np.uint8)
x[0] = 300
x = np.zeros(3, dtype=bool)
x[0] = 5
x[1] = np.True_
x
x = np.arange(6)[::-1]
x[0] = 99
x
x = np.arange(6)
y = x[::-1]
y[0] = 99
x
x = np.arange(6)
y = x[::2]
y[1] = 99
x
del np.arange(3)[0]
[v for v in np.arange(3.)], [v.shape for v in np.ones((2, 3))], list(np.array(['a', 'b']))
iter(np.array(1.))
x = np.arange(3)
[x.__setitem__(2, 7) or int(v) for v in x]
sum(np.arange(4)), max(np.arange(4)), sorted(np.array([3, 1, 2])), 3 in np.arange(4), 9 in np.arange(4)
a, b = np.arange(2)
(a, b)
for_each = [tuple(row) for row in np.arange(4).reshape(2, 2)]
for_each
dict(zip(np.arange(2), np.arange(2.)))
np.sqrt(4), np.sqrt(4.0), np.sqrt(np.int64(4)), np.sqrt(np.float32(4)), type(np.sqrt(np.float32(4))).__name__
np.sqrt(-1.0), np.log(0.0), np.exp(1000.)
np.sqrt([1, 4]), np.sqrt((1., 4)), np.sqrt(np.array(4.)), type(np.sqrt(np.array(4.))).__name__
np.exp(np.arange(3)), np.exp(np.arange(3, dtype=np.float32)).dtype, np.exp(True)
np.abs(-3), np.abs(-3.5), np.abs(np.array([-1, 2])), np.abs(np.int8(-3)), np.sign(-2.5), np.square(3), np.floor(2.7), np.ceil(np.array([1.2]))
np.maximum(1, 2), np.maximum(np.arange(3), 1), np.maximum(np.arange(3.), np.nan), np.minimum([1, 5], [3, 2]), np.maximum(np.arange(3.), np.arange(3))
np.add(1, 2), np.add(np.arange(3), 1.5), np.multiply([1, 2], 3), np.divide(1, 4), np.subtract(np.arange(3.), np.ones((2, 1)))
np.add(np.arange(3), np.arange(4))
np.equal(np.arange(3), 1), np.less(1, 2), np.greater(np.arange(3.), np.array([0, 1, 0]))
np.add(np.arange(3.), 1, out=np.zeros(3)), np.exp(np.zeros(2), out=np.ones(2)), np.sqrt(4, dtype=np.float32)
np.exp('a')
np.sqrt(None)
np.exp()
np.exp(1, 2, 3)
np.exp(1, foo=2)
np.tanh(0.5), np.sin(np.pi), np.cos(0), np.log(np.e), np.log2(8), np.log10(1000.), np.log1p(0.5), np.expm1(1e-10)
np.exp(torch.ones(2)), torch.ones(2) * np.ones(2), np.ones(2) * torch.ones(2)
torch.ones(2).numpy() + 1, torch.tensor(np.ones(2)) * np.float64(2), torch.from_numpy(np.ones(2)) + np.int64(1)
np.array([1, 2]) ** 2, np.array([1., 2]) ** 0.5, 2 ** np.array([1, 2]), np.array([1, 2]) ** -1.0
np.array([1, 2]) ** -1
np.array([7, -7]) // 2, np.array([7., -7]) % 3, np.array([7, 8]) % 0, divmod(np.array([7]), 2)
np.array([1, 2]) & 1, np.array([True, False]) | True, ~np.array([True]), np.array([1]) << 2, -np.array([1.5]), +np.array([1])
np.array([True, False]) + np.array([True, True]), np.array([True]) * 2.5
-np.array([True])
np.array([1, 2]).__add__(1), np.array([1.]).__radd__(2), np.array([1, 2]).__getitem__(0), np.array([1.]).__lt__(2), np.ndarray.__add__(np.ones(1), 1)
x = np.ones(2)
y = x
x += 1
(y is x, y)
x = np.ones(2)
x.__iadd__(1)
x = [1, 2]
x += np.array([3, 4])
x
x = 5
x += np.arange(2)
x
x = np.arange(4)
x[x > 1] += 10
x
x = np.arange(4.)
x[[0, 0]] += 1
x
x = np.ma.array([1, 2, 3], mask=[0, 1, 0])
(x + 1, 1 + x, x[0], x[1] is np.ma.masked, x * np.arange(3))
x = np.matrix([[1, 2], [3, 4]])
(x * x, x[0], x + 1, np.ones((2, 2)) * x)
np.array(['a', 'b']) + np.array(['c', 'd']), np.array(['a', 'b']) == 'a', np.array(['a', 'b'])[0]
np.array([1 + 2j, 3]) * 2, np.array([1 + 2j])[0], 2 * np.array([1j]), np.arange(2) * 1j
np.array([1, 'a', None], dtype=object)[1], np.array([1, 2], dtype=object) * 2
np.array(['2020-01-01'], dtype='M8[D]') + np.timedelta64(1, 'D'), np.array([1, 2]) * np.timedelta64(1, 'D')
hash(np.int64(3)) == hash(3), {np.float64(1.5): 'a'}[1.5], {1: 'a'}[np.int64(1)]
isinstance(np.ones(1), np.ndarray), type(np.ones(1)), np.ones(1).__class__.__name__, bool(np.array([0])), len(np.ones((3, 2)))
np.ones(2).foo
copy.copy(np.arange(2)), copy.deepcopy([np.arange(2)]), pickle.loads(pickle.dumps(np.arange(2.)))
np.random.seed(0)
x = np.random.randn(3)
np.dot(x, 2), np.dot(np.ones((2, 3)), x)
np.dot(np.ones((2, 2)), np.ones(3))
np.float64(3)[0]
np.float64(3)[()], np.float64(3)[...], np.int64(3).shape, np.float64(3).T, np.float64(2.5).round(), np.float64(7).item(), np.int64(7).tolist()
""",
    globals(),
)

"""What counts as a list within a list, and how many bits numbers of several kinds need together."""
from collections import deque

import numpy as np


class Steps:
    def __len__(self):
        return 2

    def __getitem__(self, at):
        if at > 1:
            raise IndexError
        return at * 5


print(repr(np.array([range(first, first + 2) for first in (3, 6)])))
print(repr(np.array([range(2), [3, 4.5]])), repr(np.array((range(2), range(2)))))
print(repr(np.array(deque([1, 2]))), repr(np.array([deque([1, 2])])))
print(repr(np.array(Steps())), repr(np.array([Steps(), Steps()])))
print(repr(np.array([range(2), "ab"], dtype=object)), repr(np.array([range(2)] * 2, dtype=float)))
print(repr(np.array({1: 2})), repr(np.array(["ab", None])), repr(np.array(["a", "bcd"])))
try:
    np.array([range(3), range(2)])
except ValueError as fault:
    print(fault)
single = np.float32(1.5)
for values in ([single, 2], [single, 2.1], [single, True], [single, single], [single, np.int32(3)], [np.int32(3), 4]):
    print(np.array(values).dtype, np.array(values))
print(repr(np.array([np.array([1.1, 2], dtype=np.float32), [3, 4.1]])), repr(np.array([np.array(1.1), 2])))

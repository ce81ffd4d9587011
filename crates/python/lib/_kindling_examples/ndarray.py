"""Examples of what arrays can do and no function of `numpy` does: methods of `numpy.ndarray`. Start reading at `astype`."""

ENTRIES = r"""

astype: the same values in another dtype
(*) → (*)
>>> np.array([1.7, 2.2]).astype(int)
array([1, 2])

tolist: the values as lists of Python's
(*) → lists as deep as the shape is long
>>> np.array([[1, 2], [3, 4]]).tolist()
[[1, 2], [3, 4]]

item: the number in an array of one value
() → a number of Python's
>>> np.array([2.5]).item()
2.5

flatten: all values in one dimension, copied
(*) → (product of *)
>>> np.array([[1, 2], [3, 4]]).flatten()
array([1, 2, 3, 4])

fill: every value becomes the given one
(*)
>>> a = np.zeros(2); a.fill(7)
>>> a
array([7., 7.])

view: the same memory, read as another dtype
>>> np.array([1.0], dtype=np.float32).view(np.int32)
array([1065353216], dtype=int32)

sort: the array itself comes into rising order
(*)
>>> a = np.array([3, 1, 2]); a.sort()
>>> a
array([1, 2, 3])

tobytes: the memory as bytes
>>> np.array([1, 2], dtype=np.uint8).tobytes()
b'\x01\x02'
"""

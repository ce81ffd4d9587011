"""Matrices beside each other and beside arrays are a matrix."""
import numpy as np

row, ones = np.matrix([1, 2]), np.ones((1, 2))
print(repr(np.concatenate((row.T, row.T), axis=1)))
print(repr(np.concatenate([ones, row])))
print(repr(np.vstack([row, row])), repr(np.hstack([row, ones])))
print(repr(np.append(row, ones, 0)), repr(np.column_stack([row.T, row.T])))
print(repr(np.concatenate((np.matrix(np.ones(3)).T, np.matrix(np.arange(3)).T), axis=1)[:, 1]))
print(repr(np.vstack([[1, 2], [3, 4]])))

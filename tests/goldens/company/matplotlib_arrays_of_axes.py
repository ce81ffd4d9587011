"""Arrays of axes: how they print, and what numpy's functions and indices make of them."""

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np
from each_line import each_line

fig, grid = plt.subplots(2, 3)
print(grid)
for number, axes in enumerate(grid.flat):
    axes.set_xlabel(f"across {number}")
    axes.set_ylabel(f"up {number}")
    axes.label_outer()
print(grid)
row = plt.subplots(1, 3)[1]
print(row)
each_line(
    """
row
grid.dtype
grid.shape, grid.size, grid.ndim, len(grid)
grid[:, 1].shape, grid[..., 0].shape, grid[[0, 1]].shape, grid[:, None].shape, grid[-1].shape
grid.T.shape, grid.transpose().shape, grid.reshape(-1).shape, grid.reshape(3, 2).shape, row.reshape(3, -1).shape
np.array(grid).shape, np.ravel(grid).shape, np.atleast_2d(row).shape, np.hstack(grid).shape, np.concatenate(grid).shape
grid.item(0) is grid[0, 0], grid[-1, -1] is grid[1][2], isinstance(grid, np.ndarray)
[place for place, _ in np.ndenumerate(grid)][-1]
grid.plot
grid[2]
grid[0, 5]
grid[5, 0]
grid["a"]
row[0, 0]
row[3]
""",
    globals(),
)

"""Examples of making, joining and taking apart arrays: `numpy`. Start reading at `array`."""

ENTRIES = r"""

array: y = the numbers of a list
lists as deep as the shape is long → (*)
>>> np.array([[1, 2], [3, 4]])
array([[1, 2],
       [3, 4]])

asarray: y = the same values, without a copy where that is possible
>>> a = np.array([1, 2])
>>> np.asarray(a) is a
True

ndarray: an array: numbers of one dtype in a shape
>>> a = np.array([[1, 2, 3], [4, 5, 6]])
>>> a.shape, a.dtype, a.ndim
((2, 3), dtype('int64'), 2)

zeros: y = 0
shape → (shape)
>>> np.zeros((2, 3))
array([[0., 0., 0.],
       [0., 0., 0.]])

ones: y = 1
shape → (shape)
>>> np.ones(3)
array([1., 1., 1.])

full: y = fill_value
shape, value → (shape)
>>> np.full((2, 2), 7)
array([[7, 7],
       [7, 7]])

empty: memory as it is found: the values mean nothing until they are written
shape → (shape)
>>> np.empty((2, 3)).shape
(2, 3)

zeros_like: y = 0
(*) → (*)
>>> np.zeros_like(np.array([1, 2]))
array([0, 0])

ones_like: y = 1
(*) → (*)
>>> np.ones_like(np.array([1.5, 2.5]))
array([1., 1.])

full_like: y = fill_value
(*) → (*)
>>> np.full_like(np.array([1, 2]), 7)
array([7, 7])

empty_like: memory as it is found, as large as x
(*) → (*)
>>> np.empty_like(np.zeros((2, 3))).shape
(2, 3)

arange: y = start, start + step, … below stop
→ (⌈(stop − start) / step⌉)
>>> np.arange(5)
array([0, 1, 2, 3, 4])
>>> np.arange(1, 2, 0.25)
array([1.  , 1.25, 1.5 , 1.75])

linspace: num values from start to stop, both included, equally far apart
→ (num)
>>> np.linspace(0, 1, 5)
array([0.  , 0.25, 0.5 , 0.75, 1.  ])

logspace: y = base^x for x equally far apart from start to stop
→ (num)
>>> np.logspace(0, 3, 4)
array([   1.,   10.,  100., 1000.])

geomspace: num values from start to stop, each the same number of times the one before
→ (num)
>>> np.geomspace(1, 8, 4)
array([1., 2., 4., 8.])

eye: y[i, j] = 1 where i = j, else 0
N → (N, N)
>>> np.eye(2)
array([[1., 0.],
       [0., 1.]])

identity: = numpy.eye
>>> np.identity(2)
array([[1., 0.],
       [0., 1.]])

diag: the diagonal of a matrix, or the matrix with that diagonal
(n, n) → (n); (n) → (n, n)
>>> np.diag([1, 2])
array([[1, 0],
       [0, 2]])

tril: y[i, j] = x[i, j] where j ≤ i + k, else 0
(n, m) → (n, m)
>>> np.tril(np.ones((2, 2)))
array([[1., 0.],
       [1., 1.]])

triu: y[i, j] = x[i, j] where j ≥ i + k, else 0
(n, m) → (n, m)
>>> np.triu(np.ones((2, 2)))
array([[1., 1.],
       [0., 1.]])

meshgrid: coordinates of all points of a grid
(n), (m) → (m, n), (m, n)
>>> x, y = np.meshgrid([0, 1, 2], [0, 1])
>>> x
array([[0, 1, 2],
       [0, 1, 2]])

copy: y = a copy of x
(*) → (*)
>>> a = np.array([1, 2]); b = np.copy(a)
>>> b[0] = 9; a
array([1, 2])

reshape: the same values in order, in another shape; −1 stands for what is left
(*) → (shape)
>>> np.reshape(np.arange(6), (2, -1))
array([[0, 1, 2],
       [3, 4, 5]])

ravel: all values in one dimension
(*) → (product of *)
>>> np.ravel([[1, 2], [3, 4]])
array([1, 2, 3, 4])

transpose: the dimensions in the opposite order, or in that of axes
(n, m) → (m, n)
>>> np.transpose([[1, 2, 3], [4, 5, 6]])
array([[1, 4],
       [2, 5],
       [3, 6]])

swapaxes: two dimensions exchanged
(…, n, …, m, …) → (…, m, …, n, …)
>>> np.swapaxes(np.zeros((2, 3, 4)), 0, 2).shape
(4, 3, 2)

moveaxis: one dimension moved to another place
(a, b, c) → (b, c, a) for 0, −1
>>> np.moveaxis(np.zeros((3, 28, 32)), 0, -1).shape
(28, 32, 3)

squeeze: without the dimensions of size 1
(n, 1, m) → (n, m)
>>> np.squeeze(np.zeros((1, 3, 1))).shape
(3,)

expand_dims: with a dimension of size 1 at axis
(n) → (1, n) for axis 0
>>> np.expand_dims([1, 2, 3], axis=0)
array([[1, 2, 3]])

concatenate: the arrays one behind another along axis
(a, *), (b, *) → (a + b, *)
>>> np.concatenate([[1, 2], [3]])
array([1, 2, 3])

stack: the arrays one behind another along a new dimension
n of (*) → (n, *)
>>> np.stack([[1, 2], [3, 4]], axis=1)
array([[1, 3],
       [2, 4]])

vstack: one below another
(a, m), (b, m) → (a + b, m)
>>> np.vstack([[1, 2], [3, 4]])
array([[1, 2],
       [3, 4]])

hstack: side by side
(n, a), (n, b) → (n, a + b)
>>> np.hstack([[1, 2], [3]])
array([1, 2, 3])

column_stack: rows become columns side by side
(n), (n) → (n, 2)
>>> np.column_stack([[1, 2], [3, 4]])
array([[1, 3],
       [2, 4]])

append: x with values behind it, copied
(n), (m) → (n + m)
>>> np.append([1, 2], [3])
array([1, 2, 3])

insert: x with values before that index, copied
(n) → (n + number of values)
>>> np.insert([1, 3], 1, 2)
array([1, 2, 3])

delete: x without what has those indices, copied
(n) → (n − number of indices)
>>> np.delete([1, 2, 3], 1)
array([1, 3])

split: so many pieces of the same size
(n) → pieces of (n / pieces)
>>> np.split(np.arange(4), 2)
[array([0, 1]), array([2, 3])]

array_split: so many pieces, of sizes as equal as can be
(n) → pieces
>>> np.array_split(np.arange(5), 2)
[array([0, 1, 2]), array([3, 4])]

tile: x repeated so many times along each dimension
(n) → (n · times)
>>> np.tile([1, 2], 2)
array([1, 2, 1, 2])

repeat: each value repeated in its place
(n) → (n · repeats)
>>> np.repeat([1, 2], 2)
array([1, 1, 2, 2])

flip: in the opposite order
(*) → (*)
>>> np.flip([1, 2, 3])
array([3, 2, 1])

fliplr: each row in the opposite order
(n, m) → (n, m)
>>> np.fliplr([[1, 2], [3, 4]])
array([[2, 1],
       [4, 3]])

flipud: the rows in the opposite order
(n, *) → (n, *)
>>> np.flipud([[1, 2], [3, 4]])
array([[3, 4],
       [1, 2]])

roll: moved on by shift, what falls out at the end comes in at the start
(*) → (*)
>>> np.roll([1, 2, 3], 1)
array([3, 1, 2])

rot90: turned by k · 90 degrees
(n, m) → (m, n) for odd k
>>> np.rot90([[1, 2], [3, 4]])
array([[2, 4],
       [1, 3]])

pad: x with values around it
(n, m) → (n + 2 · pad_width, m + 2 · pad_width)
>>> np.pad([1, 2], 1)
array([0, 1, 2, 0])

broadcast_to: x with dimensions of size 1 stretched, without a copy
(1, m) → (n, m)
>>> np.broadcast_to([1, 2], (2, 2))
array([[1, 2],
       [1, 2]])

where: y = a where the condition holds, else b; of a condition alone, the indices where it holds
(*), (*), (*) → (*)
>>> a = np.array([-1, 2])
>>> np.where(a > 0, a, 0)
array([0, 2])

nonzero: the indices of the values that are not 0, an array for each dimension
(*) → (number of them), …
>>> np.nonzero([0, 3, 4])
(array([1, 2]),)

argwhere: the indices of the values that are not 0, one below another
(*) → (number of them, number of dimensions)
>>> np.argwhere([0, 3, 4])
array([[1],
       [2]])

take: y = the values that the indices name
(n), (k) → (k)
>>> np.take([10, 20, 30], [2, 0])
array([30, 10])

take_along_axis: y[i, j] = x[i, index[i, j]] for axis 1
(n, m), (n, k) → (n, k)
>>> np.take_along_axis(np.array([[3, 1]]), np.array([[1, 0]]), axis=1)
array([[1, 3]])

save: writes an array into a file of numpy's
>>> np.save("numbers.npy", np.array([1, 2]))
>>> np.load("numbers.npy")
array([1, 2])

load: reads what np.save wrote
>>> np.save("numbers.npy", np.array([1.5, 2]))
>>> np.load("numbers.npy")
array([1.5, 2. ])

savetxt: writes an array as text, a line for each row
>>> np.savetxt("numbers.txt", np.array([[1, 2], [3, 4]]), fmt="%d")
>>> open("numbers.txt").read()
'1 2\n3 4\n'

loadtxt: reads numbers from text, a row for each line
>>> np.savetxt("numbers.csv", np.array([[1, 2], [3, 4]]), delimiter=",")
>>> np.loadtxt("numbers.csv", delimiter=",")
array([[1., 2.],
       [3., 4.]])

frombuffer: an array on the bytes of something
>>> np.frombuffer(b"\x01\x02", dtype=np.uint8)
array([1, 2], dtype=uint8)

set_printoptions: how arrays are printed
>>> np.set_printoptions(precision=2)
>>> np.array([1 / 3])
array([0.33])
>>> np.set_printoptions(precision=8)
"""

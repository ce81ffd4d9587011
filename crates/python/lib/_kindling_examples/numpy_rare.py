"""Examples of what lessons seldom call: `numpy`. Start reading at `atleast_1d`."""

ENTRIES = r"""

atleast_1d: with one dimension at least
() → (1)
>>> np.atleast_1d(3)
array([3])

atleast_2d: with two dimensions at least
(n) → (1, n)
>>> np.atleast_2d([1, 2])
array([[1, 2]])

ascontiguousarray: the same values one beside another in memory
(*) → (*)
>>> np.ascontiguousarray(np.ones((2, 3)).T).flags.c_contiguous
True

dstack: one behind another along the third dimension
(n, m), (n, m) → (n, m, 2)
>>> np.dstack([np.ones((2, 3)), np.ones((2, 3))]).shape
(2, 3, 2)

block: a matrix put together from smaller ones
>>> np.block([[np.eye(2), np.zeros((2, 1))]])
array([[1., 0., 0.],
       [0., 1., 0.]])

hsplit: so many pieces side by side
(n, m) → pieces of (n, m / pieces)
>>> np.hsplit(np.array([[1, 2], [3, 4]]), 2)
[array([[1],
       [3]]), array([[2],
       [4]])]

vsplit: so many pieces one below another
(n, m) → pieces of (n / pieces, m)
>>> np.vsplit(np.array([[1, 2], [3, 4]]), 2)
[array([[1, 2]]), array([[3, 4]])]

broadcast_arrays: all stretched to the shape that they have in common
(n, 1), (m) → (n, m), (n, m)
>>> a, b = np.broadcast_arrays(np.ones((2, 1)), np.ones(3))
>>> a.shape, b.shape
((2, 3), (2, 3))

diagonal: the diagonal of a matrix
(n, n) → (n)
>>> np.diagonal([[1, 2], [3, 4]])
array([1, 4])

fill_diagonal: writes a value into the diagonal
(n, n)
>>> a = np.zeros((2, 2)); np.fill_diagonal(a, 7)
>>> a
array([[7., 0.],
       [0., 7.]])

tril_indices: the rows and columns of what lies on and below the diagonal
n → (number of them), (number of them)
>>> np.tril_indices(2)
(array([0, 1, 1]), array([0, 0, 1]))

triu_indices: the rows and columns of what lies on and above the diagonal
n → (number of them), (number of them)
>>> np.triu_indices(2)
(array([0, 0, 1]), array([0, 1, 1]))

indices: the row and the column of every place of a grid
shape → (dimensions, shape)
>>> np.indices((2, 2))[0]
array([[0, 0],
       [1, 1]])

flatnonzero: where the values that are not 0 are, counted through all dimensions
(*) → (number of them)
>>> np.flatnonzero([0, 3, 4])
array([1, 2])

unravel_index: the row and the column of a place that is counted through all dimensions
(*) → a tuple of (*)
>>> np.unravel_index(4, (2, 3))
(np.int64(1), np.int64(1))

ravel_multi_index: the place, counted through all dimensions, of a row and a column
a tuple of (*) → (*)
>>> np.ravel_multi_index((1, 1), (2, 3))
np.int64(4)

compress: y = what stands where the condition is True
(n), (n) → (number of True)
>>> np.compress([True, False, True], [1, 2, 3])
array([1, 3])

select: y = the choice of the first condition that holds
n of (*), n of (*) → (*)
>>> x = np.arange(4)
>>> np.select([x < 1, x > 2], [x, 10 * x], default=-1)
array([ 0, -1, -1, 30])

piecewise: y = the value of the function whose condition holds
(*), n of (*), n functions → (*)
>>> x = np.array([-1.0, 2.0])
>>> np.piecewise(x, [x < 0, x >= 0], [0.0, 1.0])
array([0., 1.])

put: writes values to places, counted through all dimensions
(*)
>>> a = np.zeros(3); np.put(a, [0, 2], [1, 5])
>>> a
array([1., 0., 5.])

partition: y = x in such an order that the k-th smallest is at its place, smaller ones before it
(n) → (n)
>>> np.partition([3, 1, 2], 1)[1]
np.int64(2)

argpartition: where the values are in the order of np.partition
(n) → (n)
>>> np.argpartition([3, 1, 2], 1)[1]
np.int64(2)

lexsort: where the rows are in order of the last key, then of those before it
n of (m) → (m)
>>> np.lexsort(([1, 2, 0], [0, 0, 1]))
array([0, 1, 2])

setxor1d: the values that just one of both has
(n), (m) → (number of them)
>>> np.setxor1d([1, 2], [2, 3])
array([1, 3])

histogram2d: how many points lie in each cell of a grid, and where the cells end
(n), (n) → (bins, bins), (bins + 1), (bins + 1)
>>> np.histogram2d([0, 1, 1], [0, 1, 1], bins=2)[0]
array([[1., 0.],
       [0., 2.]])

apply_along_axis: y = f of each row (or column, by axis)
(n, m) → (n)
>>> np.apply_along_axis(np.sum, 1, np.array([[1, 2], [3, 4]]))
array([3, 7])

vectorize: a function of one number becomes one of arrays
>>> np.vectorize(lambda x: x + 1)([1, 2])
array([2, 3])

fromfunction: y[i, j] = f(i, j)
shape → (shape)
>>> np.fromfunction(lambda i, j: i + j, (2, 2))
array([[0., 1.],
       [1., 2.]])

fromiter: the values that come one after another
→ (number of them)
>>> np.fromiter((n * n for n in range(3)), dtype=float)
array([0., 1., 4.])

fromstring: numbers from a text
a text → (number of them)
>>> np.fromstring("1 2 3", sep=" ")
array([1., 2., 3.])

cbrt: y = ∛x
(*) → (*)
>>> np.cbrt([8.0, 27.0])
array([2., 3.])

exp2: y = 2ˣ
(*) → (*)
>>> np.exp2([0.0, 3.0])
array([1., 8.])

reciprocal: y = 1 / x
(*) → (*)
>>> np.reciprocal([2.0, 4.0])
array([0.5 , 0.25])

hypot: y = √(a² + b²)
(*), (*) → (*)
>>> np.hypot(3.0, 4.0)
np.float64(5.0)

degrees: = numpy.rad2deg
>>> np.degrees(np.pi)
np.float64(180.0)

sinc: y = sin(π x) / (π x)
(*) → (*)
>>> np.sinc([0.0, 0.5])
array([1.        , 0.63661977])

heaviside: y = 0 below 0, 1 above, the second value where x = 0
(*), (*) → (*)
>>> np.heaviside([-1.0, 0.0, 2.0], 0.5)
array([0. , 0.5, 1. ])

logaddexp: y = ln(eᵃ + eᵇ)
(*), (*) → (*)
>>> np.logaddexp(0.0, 0.0)
np.float64(0.6931471805599453)

divmod: y = ⌊a / b⌋ and what is left
(*), (*) → (*), (*)
>>> np.divmod([7, -7], 3)
(array([ 2, -3]), array([1, 2]))

fmod: y = what dividing a by b leaves, with the sign of a
(*), (*) → (*)
>>> np.fmod([7, -7], 3)
array([ 1, -1])

modf: what stands behind the point and what before it
(*) → (*), (*)
>>> np.modf([1.5, -2.25])
(array([ 0.5 , -0.25]), array([ 1., -2.]))

gcd: y = the greatest number that divides both
(*), (*) → (*)
>>> np.gcd(12, 18)
np.int64(6)

lcm: y = the smallest number that both divide
(*), (*) → (*)
>>> np.lcm(4, 6)
np.int64(12)

less: y = whether a < b, value by value
(*), (*) → (*) of bool
>>> np.less([1, 2], 2)
array([ True, False])

less_equal: y = whether a ≤ b, value by value
(*), (*) → (*) of bool
>>> np.less_equal([1, 2], 1)
array([ True, False])

greater: y = whether a > b, value by value
(*), (*) → (*) of bool
>>> np.greater([1, 2], 1)
array([False,  True])

greater_equal: y = whether a ≥ b, value by value
(*), (*) → (*) of bool
>>> np.greater_equal([1, 2], 2)
array([False,  True])

not_equal: y = whether a ≠ b, value by value
(*), (*) → (*) of bool
>>> np.not_equal([1, 2], [1, 3])
array([False,  True])

logical_xor: y = whether just one of them is True
(*), (*) → (*) of bool
>>> np.logical_xor([True, True], [True, False])
array([False,  True])

bitwise_and: y = a & b, bit by bit
(*), (*) → (*)
>>> np.bitwise_and(6, 3)
np.int64(2)

bitwise_or: y = a | b, bit by bit
(*), (*) → (*)
>>> np.bitwise_or(6, 3)
np.int64(7)

bitwise_xor: y = a ^ b, bit by bit
(*), (*) → (*)
>>> np.bitwise_xor(6, 3)
np.int64(5)

nanmax: y = the largest value, without what is no number
(*) → ()
>>> np.nanmax([1.0, np.nan])
np.float64(1.0)

nanmin: y = the smallest value, without what is no number
(*) → ()
>>> np.nanmin([1.0, np.nan])
np.float64(1.0)

nanstd: y = the standard deviation, without what is no number
(*) → ()
>>> np.nanstd([1.0, 3.0, np.nan])
np.float64(1.0)

nanmedian: y = the value in the middle, without what is no number
(*) → ()
>>> np.nanmedian([1.0, 2.0, 9.0, np.nan])
np.float64(2.0)

trapezoid: y = the area below the points, by trapezoids
(*, n) → (*)
>>> np.trapezoid([1, 2, 3])
np.float64(4.0)

tensordot: y = Σ a · b over the last axes of a and the first of b
(*, k), (k, *) → (*, *)
>>> np.tensordot(np.ones((2, 3)), np.ones((3, 4)), axes=1).shape
(2, 4)

vander: y[i, j] = x[i]^(n − 1 − j)
(n) → (n, n)
>>> np.vander([1, 2, 3])
array([[1, 1, 1],
       [4, 2, 1],
       [9, 3, 1]])

roots: the x with p₀ xⁿ + … + pₙ = 0
(n + 1) → (n)
>>> np.roots([1, -3, 2])
array([2., 1.])

poly1d: a polynomial that can be called, by its coefficients, highest power first
(n + 1)
>>> np.poly1d([1, 2])(3)
np.int64(5)

real: y = the part without i
(*) → (*)
>>> np.real([1 + 2j])
array([1.])

imag: y = the part with i
(*) → (*)
>>> np.imag([1 + 2j])
array([2.])

angle: y = the angle of x in the plane of complex numbers
(*) → (*)
>>> np.angle(1j)
np.float64(1.5707963267948966)

ndim: how many dimensions there are
(*) → int
>>> np.ndim([[1, 2], [3, 4]])
2

shape: how long each dimension is
(*) → a tuple
>>> np.shape([[1, 2, 3], [4, 5, 6]])
(2, 3)

size: how many values there are
(*) → int
>>> np.size([[1, 2, 3], [4, 5, 6]])
6

ndenumerate: all places with their values
>>> list(np.ndenumerate([5, 6]))
[((0,), np.int64(5)), ((1,), np.int64(6))]

ndindex: all places of an array of that shape
>>> list(np.ndindex(2, 2))
[(0, 0), (0, 1), (1, 0), (1, 1)]

isscalar: whether it is one number or text
>>> np.isscalar(3), np.isscalar([3])
(True, False)

array2string: an array as text
>>> np.array2string(np.array([1, 2]), separator=", ")
'[1, 2]'

bool: True or False
>>> np.bool(1)
np.True_

int32: a whole number of 32 bits
>>> np.int32(7)
np.int32(7)

float16: a number of 16 bits with a point
>>> np.float16(0.1)
np.float16(0.1)

dtype: what kind of number an array holds
>>> np.dtype("float32").itemsize
4

savez: writes several arrays into one file
>>> np.savez("both.npz", a=np.array([1]), b=np.array([2, 3]))
>>> np.load("both.npz")["b"]
array([2, 3])

printoptions: how arrays are printed inside a with
>>> with np.printoptions(precision=2):
...     print(np.array([1 / 3]))
[0.33]

errstate: what happens inside a with when a number is divided by 0
>>> with np.errstate(divide="ignore"):
...     print(np.array([1.0]) / 0)
[inf]
"""

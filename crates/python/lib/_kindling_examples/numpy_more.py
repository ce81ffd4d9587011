"""Examples of sorting, matrices and random numbers: `numpy`, `numpy.linalg`, `numpy.random`. Start reading at `sort`."""

ENTRIES = r"""

sort: y = the values in rising order
(*) → (*)
>>> np.sort([3, 1, 2])
array([1, 2, 3])

argsort: where the values in rising order are
(*) → (*)
>>> np.argsort([3, 1, 2])
array([1, 2, 0])

unique: the values without repetitions, in rising order
(*) → (number of them)
>>> np.unique([3, 1, 3], return_counts=True)
(array([1, 3]), array([1, 2]))

searchsorted: y = the place in a sorted row where x would stand
(n), (*) → (*)
>>> np.searchsorted([1, 3, 5], [2, 5])
array([1, 2])

digitize: y = the number of the bin that x lies in
(*), (n) → (*)
>>> np.digitize([0.5, 2.5], bins=[0, 1, 2, 3])
array([1, 3])

bincount: y[k] = how often k comes
(n) → (largest + 1)
>>> np.bincount([0, 2, 2])
array([1, 0, 2])

histogram: how many values lie in each bin, and where the bins end
(*) → (bins), (bins + 1)
>>> np.histogram([1, 2, 1, 4], bins=3)
(array([2, 1, 1]), array([1., 2., 3., 4.]))

isin: y = whether x is among the test values
(*), (n) → (*) of bool
>>> np.isin([1, 2, 3], [2, 3])
array([False,  True,  True])

intersect1d: the values that both have
(n), (m) → (number of them)
>>> np.intersect1d([1, 2, 3], [2, 3, 4])
array([2, 3])

union1d: the values that one of them has
(n), (m) → (number of them)
>>> np.union1d([1, 2], [2, 3])
array([1, 2, 3])

setdiff1d: the values of a that b has not
(n), (m) → (number of them)
>>> np.setdiff1d([1, 2, 3], [2])
array([1, 3])

dot: y = Σ aᵢ · bᵢ; of matrices A B
(n), (n) → (); (n, k), (k, m) → (n, m)
>>> np.dot([1, 2], [3, 4])
np.int64(11)

matmul: y = A B
(*, n, k), (*, k, m) → (*, n, m)
>>> np.matmul([[1, 2], [3, 4]], [[1, 0], [0, 2]])
array([[1, 4],
       [3, 8]])

vdot: y = Σ aᵢ · bᵢ over all values
(*), (*) → ()
>>> np.vdot([1, 2], [3, 4])
np.int64(11)

inner: y = Σ over the last dimension of both
(*, k), (*, k) → (*, *)
>>> np.inner([1, 2], [3, 4])
np.int64(11)

outer: y[i, j] = a[i] · b[j]
(n), (m) → (n, m)
>>> np.outer([1, 2], [1, 10])
array([[ 1, 10],
       [ 2, 20]])

cross: y = a × b, at right angles to both
(3), (3) → (3)
>>> np.cross([1, 0, 0], [0, 1, 0])
array([0, 0, 1])

trace: y = Σ x[i, i]
(n, n) → ()
>>> np.trace([[1, 2], [3, 4]])
np.int64(5)

einsum: y = the sum of products over the letters that stand left of the arrow alone
"ij,jk->ik": (n, k), (k, m) → (n, m)
>>> np.einsum("ij,jk->ik", np.array([[1, 2]]), np.array([[3], [4]]))
array([[11]])

kron: each value of a times the whole of b
(n), (m) → (n · m)
>>> np.kron([1, 10], [1, 2])
array([ 1,  2, 10, 20])

convolve: y[k] = Σ a[i] · b[k − i]
(n), (m) → (n + m − 1)
>>> np.convolve([1, 2, 3], [1, 1])
array([1, 3, 5, 3])

interp: y = the height at x of the line through the points (xp, fp)
(*), (n), (n) → (*)
>>> np.interp(1.5, [1, 2], [10, 20])
np.float64(15.0)

polyfit: the coefficients, highest power first, of the polynomial nearest to the points
(n), (n) → (deg + 1)
>>> np.polyfit([0, 1, 2], [1, 3, 5], 1).round(4)
array([2., 1.])

polyval: y = p₀ xⁿ + … + pₙ
(n + 1), (*) → (*)
>>> np.polyval([2, 1], 3)
np.int64(7)

corrcoef: y[i, j] = how row i goes with row j, from −1 to 1
(n, m) → (n, n)
>>> np.corrcoef([1, 2, 3], [3, 2, 1])
array([[ 1., -1.],
       [-1.,  1.]])

cov: y[i, j] = Σ (xᵢ − mean)(xⱼ − mean) / (m − 1)
(n, m) → (n, n)
>>> np.cov([1, 2, 3], [3, 2, 1])
array([[ 1., -1.],
       [-1.,  1.]])

float32: a number of 32 bits with a point
>>> np.float32(1.5)
np.float32(1.5)

float64: a number of 64 bits with a point
>>> np.float64(0.1)
np.float64(0.1)

int64: a whole number of 64 bits
>>> np.int64(3.9)
np.int64(3)

uint8: a whole number from 0 to 255
>>> np.array([0, 255], dtype=np.uint8)
array([  0, 255], dtype=uint8)

finfo: what a dtype of floats can hold
>>> np.finfo(np.float32).eps
np.float32(1.1920929e-07)

iinfo: what a dtype of whole numbers can hold
>>> np.iinfo(np.uint8).max
255

linalg.norm: y = √(Σ |x|²), or the norm that ord names
(*) → ()
>>> np.linalg.norm([3, 4])
np.float64(5.0)

linalg.inv: A y = 1
(n, n) → (n, n)
>>> np.linalg.inv([[2.0, 0.0], [0.0, 4.0]])
array([[0.5 , 0.  ],
       [0.  , 0.25]])

linalg.det: y = the determinant
(n, n) → ()
>>> np.linalg.det([[2.0, 0.0], [0.0, 3.0]])
np.float64(6.0)

linalg.solve: A y = b
(n, n), (n) → (n)
>>> np.linalg.solve([[2.0, 0.0], [0.0, 4.0]], [2.0, 8.0])
array([1., 2.])

linalg.eigvalsh: y = the numbers λ with A v = λ v, of a symmetric A
(n, n) → (n)
>>> np.linalg.eigvalsh([[2.0, 0.0], [0.0, 3.0]])
array([2., 3.])

linalg.matrix_rank: how many rows are not made of the others
(n, m) → int
>>> np.linalg.matrix_rank([[1.0, 2.0], [2.0, 4.0]])
np.int64(1)

random.seed: what is drawn after it is the same each time
>>> np.random.seed(0)
>>> np.random.randint(0, 10, 5)
array([5, 0, 3, 3, 7])

random.rand: y drawn uniformly from [0, 1)
sizes → (sizes)
>>> np.random.seed(0)
>>> np.random.rand(3)
array([0.5488135 , 0.71518937, 0.60276338])

random.randn: y drawn from the normal distribution with mean 0 and variance 1
sizes → (sizes)
>>> np.random.seed(0)
>>> np.random.randn(3)
array([1.76405235, 0.40015721, 0.97873798])

random.randint: whole numbers drawn from low … high − 1
low, high, size → (size)
>>> np.random.seed(0)
>>> np.random.randint(1, 7, size=4)
array([5, 6, 1, 4])

random.uniform: y drawn uniformly from [low, high)
low, high, size → (size)
>>> np.random.seed(0)
>>> np.random.uniform(-1, 1, size=2)
array([0.09762701, 0.43037873])

random.normal: y drawn from the normal distribution with mean loc and standard deviation scale
loc, scale, size → (size)
>>> np.random.seed(0)
>>> np.random.normal(10, 2, size=2)
array([13.52810469, 10.80031442])

random.choice: values of x drawn, with or without putting them back
(n), size → (size)
>>> np.random.seed(0)
>>> np.random.choice(["a", "b", "c"], size=3)
array(['a', 'b', 'a'], dtype='<U1')

random.shuffle: x comes into a drawn order, in place
(n, *)
>>> np.random.seed(0); a = np.arange(5)
>>> np.random.shuffle(a); a
array([2, 0, 1, 3, 4])

random.permutation: x in a drawn order
(n, *) → (n, *)
>>> np.random.seed(0)
>>> np.random.permutation(5)
array([2, 0, 1, 3, 4])

random.random: y drawn uniformly from [0, 1)
size → (size)
>>> np.random.seed(0)
>>> np.random.random(2)
array([0.5488135 , 0.71518937])

random.default_rng: a stream of random numbers of its own
>>> rng = np.random.default_rng(0)
>>> rng.integers(0, 10, size=3)
array([8, 6, 5])

genfromtxt: reads numbers from text, nan where one is missing
>>> np.savetxt("numbers.csv", np.array([[1, 2]]), delimiter=",")
>>> np.genfromtxt("numbers.csv", delimiter=",")
array([1., 2.])

random.random_sample: y drawn uniformly from [0, 1)
size → (size)
>>> np.random.seed(0)
>>> np.random.random_sample(2)
array([0.5488135 , 0.71518937])

random.Generator.integers: whole numbers drawn from low … high − 1
low, high, size → (size)
>>> np.random.default_rng(0).integers(1, 7, size=4)
array([6, 4, 4, 2])

random.Generator.random: y drawn uniformly from [0, 1)
size → (size)
>>> np.random.default_rng(0).random(2)
array([0.63696169, 0.26978671])

random.Generator.normal: y drawn from the normal distribution with mean loc and standard deviation scale
loc, scale, size → (size)
>>> np.random.default_rng(0).normal(10, 2, size=2)
array([10.25146044,  9.73579027])

random.Generator.standard_normal: y drawn from the normal distribution with mean 0 and variance 1
size → (size)
>>> np.random.default_rng(0).standard_normal(2)
array([ 0.12573022, -0.13210486])

random.Generator.uniform: y drawn uniformly from [low, high)
low, high, size → (size)
>>> np.random.default_rng(0).uniform(-1, 1, size=2)
array([ 0.27392337, -0.46042657])

random.Generator.choice: values of x drawn, with or without putting them back
(n), size → (size)
>>> np.random.default_rng(0).choice(["a", "b", "c"], size=3)
array(['c', 'b', 'b'], dtype='<U1')

random.Generator.permutation: x in a drawn order
(n, *) → (n, *)
>>> np.random.default_rng(0).permutation(5)
array([2, 4, 3, 0, 1])

random.Generator.shuffle: x comes into a drawn order, in place
(n, *)
>>> rng = np.random.default_rng(0); a = np.arange(5)
>>> rng.shuffle(a); a
array([2, 4, 3, 0, 1])
"""

"""Examples of sums, means and products of matrices: `torch`. Start reading at `sum`."""

ENTRIES = r"""

sum: y = Σ x
(*) → (); with dim, (*) without that dimension
>>> torch.sum(torch.tensor([[1, 2], [3, 4]]))
tensor(10)
>>> torch.sum(torch.tensor([[1, 2], [3, 4]]), dim=0)
tensor([4, 6])

mean: y = Σ x / n
(*) → (); with dim, (*) without that dimension
>>> torch.mean(torch.tensor([[1.0, 2.0], [3.0, 4.0]]))
tensor(2.5000)
>>> torch.mean(torch.tensor([[1.0, 2.0], [3.0, 4.0]]), dim=1)
tensor([1.5000, 3.5000])

prod: y = Π x
(*) → (); with dim, (*) without that dimension
>>> torch.prod(torch.tensor([2, 3, 4]))
tensor(24)

max: y = the largest value; with dim, also where it is
(*) → (); with dim, (*) without that dimension
>>> torch.max(torch.tensor([1, 5, 3]))
tensor(5)
>>> torch.max(torch.tensor([[1, 5], [7, 3]]), dim=1).indices
tensor([1, 0])

min: y = the smallest value; with dim, also where it is
(*) → (); with dim, (*) without that dimension
>>> torch.min(torch.tensor([4, 1, 3]))
tensor(1)

amax: y = the largest value along dim
(*, n) → (*)
>>> torch.amax(torch.tensor([[1, 5], [7, 3]]), dim=1)
tensor([5, 7])

amin: y = the smallest value along dim
(*, n) → (*)
>>> torch.amin(torch.tensor([[1, 5], [7, 3]]), dim=1)
tensor([1, 3])

aminmax: the smallest and the largest value
(*) → (), ()
>>> torch.aminmax(torch.tensor([4, 1, 3]))
torch.return_types.aminmax(
min=tensor(1),
max=tensor(4))

argmax: y = where the largest value is
(*) → (); with dim, (*) without that dimension
>>> torch.argmax(torch.tensor([[1, 5], [7, 3]]), dim=1)
tensor([1, 0])

argmin: y = where the smallest value is
(*) → (); with dim, (*) without that dimension
>>> torch.argmin(torch.tensor([4, 1, 3]))
tensor(1)

median: y = the value in the middle, of two the smaller
(*) → (); with dim, (*) without that dimension
>>> torch.median(torch.tensor([1.0, 9.0, 3.0]))
tensor(3.)

mode: the value that comes most often, and where
(*, n) → (*), (*)
>>> torch.mode(torch.tensor([1, 2, 2, 3])).values
tensor(2)

quantile: y = the value that a part q of all lies below
(*) → ()
>>> torch.quantile(torch.tensor([0.0, 1.0, 2.0, 3.0]), 0.5)
tensor(1.5000)

var: y = Σ (x − mean)² / (n − correction)
(*) → (); with dim, (*) without that dimension
>>> torch.var(torch.tensor([1.0, 2.0, 3.0]))
tensor(1.)

std: y = √(Σ (x − mean)² / (n − correction))
(*) → (); with dim, (*) without that dimension
>>> torch.std(torch.tensor([1.0, 2.0, 3.0]))
tensor(1.)

var_mean: the variance and the mean
(*) → (), ()
>>> torch.var_mean(torch.tensor([1.0, 2.0, 3.0]))
(tensor(1.), tensor(2.))

std_mean: the standard deviation and the mean
(*) → (), ()
>>> torch.std_mean(torch.tensor([1.0, 2.0, 3.0]))
(tensor(1.), tensor(2.))

norm: y = (Σ |x|ᵖ)^(1/p)
(*) → (); with dim, (*) without that dimension
>>> torch.norm(torch.tensor([3.0, 4.0]))
tensor(5.)

dist: y = ‖a − b‖ₚ
(*), (*) → ()
>>> torch.dist(torch.tensor([0.0, 0.0]), torch.tensor([3.0, 4.0]))
tensor(5.)

cdist: y[i, j] = ‖a[i] − b[j]‖ₚ
(N, D), (M, D) → (N, M)
>>> torch.cdist(torch.tensor([[0.0, 0.0]]), torch.tensor([[3.0, 4.0], [0.0, 1.0]]))
tensor([[5., 1.]])

cumsum: y[i] = x[0] + … + x[i] along dim
(*) → (*)
>>> torch.cumsum(torch.tensor([1, 2, 3]), dim=0)
tensor([1, 3, 6])

cumprod: y[i] = x[0] · … · x[i] along dim
(*) → (*)
>>> torch.cumprod(torch.tensor([1, 2, 3]), dim=0)
tensor([1, 2, 6])

cummax: the largest of x[0] … x[i], and where
(*) → (*), (*)
>>> torch.cummax(torch.tensor([1, 3, 2]), dim=0).values
tensor([1, 3, 3])

diff: y[i] = x[i + 1] − x[i]
(*, n) → (*, n − 1)
>>> torch.diff(torch.tensor([1, 4, 9]))
tensor([3, 5])

all: whether every value is True (or not 0)
(*) → (); with dim, (*) without that dimension
>>> torch.all(torch.tensor([True, False]))
tensor(False)

any: whether some value is True (or not 0)
(*) → (); with dim, (*) without that dimension
>>> torch.any(torch.tensor([True, False]))
tensor(True)

count_nonzero: how many values are not 0
(*) → (); with dim, (*) without that dimension
>>> torch.count_nonzero(torch.tensor([0, 3, 4]))
tensor(2)

matmul: y = A B; of vectors the sum of products; of more dimensions, each pair of matrices
(*, n, k), (*, k, m) → (*, n, m)
>>> torch.matmul(torch.tensor([[1, 2], [3, 4]]), torch.tensor([[1, 0], [0, 2]]))
tensor([[1, 4],
        [3, 8]])

mm: y = A B
(n, k), (k, m) → (n, m)
>>> torch.mm(torch.tensor([[1.0, 2.0]]), torch.tensor([[3.0], [4.0]]))
tensor([[11.]])

bmm: y[b] = A[b] B[b]
(B, n, k), (B, k, m) → (B, n, m)
>>> torch.bmm(torch.ones(5, 2, 3), torch.ones(5, 3, 4)).shape
torch.Size([5, 2, 4])

mv: y = A v
(n, m), (m) → (n)
>>> torch.mv(torch.tensor([[1, 2], [3, 4]]), torch.tensor([1, 10]))
tensor([21, 43])

dot: y = Σ aᵢ · bᵢ
(n), (n) → ()
>>> torch.dot(torch.tensor([1, 2]), torch.tensor([3, 4]))
tensor(11)

outer: y[i, j] = a[i] · b[j]
(n), (m) → (n, m)
>>> torch.outer(torch.tensor([1, 2]), torch.tensor([1, 10]))
tensor([[ 1, 10],
        [ 2, 20]])
"""

"""Examples of comparing and sorting, and of rarer functions: `torch`. Start reading at `eq`."""

ENTRIES = r"""

eq: y = whether a = b, value by value
(*), (*) → (*) of bool
>>> torch.eq(torch.tensor([1, 2]), torch.tensor([1, 3]))
tensor([ True, False])

ne: y = whether a ≠ b, value by value
(*), (*) → (*) of bool
>>> torch.ne(torch.tensor([1, 2]), 1)
tensor([False,  True])

lt: y = whether a < b, value by value
(*), (*) → (*) of bool
>>> torch.lt(torch.tensor([1, 2]), 2)
tensor([ True, False])

le: y = whether a ≤ b, value by value
(*), (*) → (*) of bool
>>> torch.le(torch.tensor([1, 2]), 1)
tensor([ True, False])

gt: y = whether a > b, value by value
(*), (*) → (*) of bool
>>> torch.gt(torch.tensor([1, 2]), 1)
tensor([False,  True])

ge: y = whether a ≥ b, value by value
(*), (*) → (*) of bool
>>> torch.ge(torch.tensor([1, 2]), 2)
tensor([False,  True])

equal: whether both have the same shape and the same values
(*), (*) → bool
>>> torch.equal(torch.tensor([1, 2]), torch.tensor([1, 2]))
True

isclose: y = whether |a − b| ≤ atol + rtol · |b|, value by value
(*), (*) → (*) of bool
>>> torch.isclose(torch.tensor([1.0, 2.0]), torch.tensor([1.0000001, 2.1]))
tensor([ True, False])

allclose: whether |a − b| ≤ atol + rtol · |b| everywhere
(*), (*) → bool
>>> torch.allclose(torch.tensor([0.1 + 0.2]), torch.tensor([0.3]))
True

isnan: y = whether x is no number
(*) → (*) of bool
>>> torch.isnan(torch.tensor([1.0, float("nan")]))
tensor([False,  True])

isinf: y = whether x is infinite
(*) → (*) of bool
>>> torch.isinf(torch.tensor([1.0, float("inf")]))
tensor([False,  True])

isfinite: y = whether x is a number and not infinite
(*) → (*) of bool
>>> torch.isfinite(torch.tensor([1.0, float("inf")]))
tensor([ True, False])

isin: y = whether x is among the test values
(*), (n) → (*) of bool
>>> torch.isin(torch.tensor([1, 2, 3]), torch.tensor([2, 3]))
tensor([False,  True,  True])

nan_to_num: y = x with numbers in place of nan and infinities
(*) → (*)
>>> torch.nan_to_num(torch.tensor([1.0, float("nan")]), nan=0.0)
tensor([1., 0.])

logical_and: y = whether both are True
(*), (*) → (*) of bool
>>> torch.logical_and(torch.tensor([True, True]), torch.tensor([True, False]))
tensor([ True, False])

logical_or: y = whether one of them is True
(*), (*) → (*) of bool
>>> torch.logical_or(torch.tensor([True, False]), torch.tensor([False, False]))
tensor([ True, False])

logical_not: y = whether x is False
(*) → (*) of bool
>>> torch.logical_not(torch.tensor([True, False]))
tensor([False,  True])

logical_xor: y = whether just one of them is True
(*), (*) → (*) of bool
>>> torch.logical_xor(torch.tensor([True, True]), torch.tensor([True, False]))
tensor([False,  True])

sort: the values in rising order, and where each of them was
(*) → (*), (*)
>>> torch.sort(torch.tensor([3, 1, 2]))
torch.return_types.sort(
values=tensor([1, 2, 3]),
indices=tensor([1, 2, 0]))

argsort: where the values in rising order are
(*) → (*)
>>> torch.argsort(torch.tensor([3, 1, 2]))
tensor([1, 2, 0])

topk: the k largest values and where they are
(*, n) → (*, k), (*, k)
>>> torch.topk(torch.tensor([1, 5, 3]), k=2)
torch.return_types.topk(
values=tensor([5, 3]),
indices=tensor([1, 2]))

kthvalue: the k-th smallest value and where it is
(*, n) → (*), (*)
>>> torch.kthvalue(torch.tensor([3, 1, 2]), 2)
torch.return_types.kthvalue(
values=tensor(2),
indices=tensor(2))

unique: the values without repetitions, in rising order
(*) → (number of them)
>>> torch.unique(torch.tensor([3, 1, 3]), return_counts=True)
(tensor([1, 3]), tensor([1, 2]))

unique_consecutive: the values without those that equal the one before
(n) → (at most n)
>>> torch.unique_consecutive(torch.tensor([1, 1, 2, 1]))
tensor([1, 2, 1])

bincount: y[k] = how often k comes
(n) → (largest + 1)
>>> torch.bincount(torch.tensor([0, 2, 2]))
tensor([1, 0, 2])

histc: y = how many values lie in each of bins equal parts from min to max
(*) → (bins)
>>> torch.histc(torch.tensor([1.0, 2.0, 1.0]), bins=4, min=0, max=3)
tensor([0., 2., 1., 0.])

bucketize: y = the index of the first boundary that is not below x
(*), (n) → (*)
>>> torch.bucketize(torch.tensor([1, 4, 9]), torch.tensor([3, 5]))
tensor([0, 1, 2])

searchsorted: y = the place in a sorted row where x would stand
(n), (*) → (*)
>>> torch.searchsorted(torch.tensor([1, 3, 5]), torch.tensor([2, 5]))
tensor([1, 2])

einsum: y = the sum of products over the letters that stand left of the arrow alone
"ij,jk->ik": (n, k), (k, m) → (n, m)
>>> torch.einsum("ij,jk->ik", torch.tensor([[1, 2]]), torch.tensor([[3], [4]]))
tensor([[11]])

tensordot: y = Σ a · b over the last dims of a and the first of b
(*, k), (k, *) → (*, *)
>>> torch.tensordot(torch.ones(2, 3), torch.ones(3, 4), dims=1).shape
torch.Size([2, 4])

kron: each value of a times the whole of b
(n, m), (p, q) → (n · p, m · q)
>>> torch.kron(torch.tensor([1, 10]), torch.tensor([1, 2]))
tensor([ 1,  2, 10, 20])

cross: y = a × b, at right angles to both
(*, 3), (*, 3) → (*, 3)
>>> torch.cross(torch.tensor([1, 0, 0]), torch.tensor([0, 1, 0]), dim=0)
tensor([0, 0, 1])

trace: y = Σ x[i, i]
(n, n) → ()
>>> torch.trace(torch.tensor([[1, 2], [3, 4]]))
tensor(5)

addmm: y = beta · c + alpha · A B
(n, m), (n, k), (k, m) → (n, m)
>>> torch.addmm(torch.ones(1, 1), torch.tensor([[1.0, 2.0]]), torch.tensor([[3.0], [4.0]]))
tensor([[12.]])

baddbmm: y[b] = beta · c[b] + alpha · A[b] B[b]
(B, n, m), (B, n, k), (B, k, m) → (B, n, m)
>>> torch.baddbmm(torch.zeros(5, 2, 4), torch.ones(5, 2, 3), torch.ones(5, 3, 4)).shape
torch.Size([5, 2, 4])

addcmul: y = x + value · a · b
(*), (*), (*) → (*)
>>> torch.addcmul(torch.zeros(2), torch.tensor([1.0, 2.0]), torch.tensor([3.0, 4.0]), value=0.1)
tensor([0.3000, 0.8000])

addcdiv: y = x + value · a / b
(*), (*), (*) → (*)
>>> torch.addcdiv(torch.zeros(2), torch.tensor([1.0, 2.0]), torch.tensor([4.0, 4.0]))
tensor([0.2500, 0.5000])

det: y = the determinant
(n, n) → ()
>>> torch.det(torch.tensor([[2.0, 0.0], [0.0, 3.0]]))
tensor(6.)

inverse: A y = 1
(n, n) → (n, n)
>>> torch.inverse(torch.tensor([[2.0, 0.0], [0.0, 4.0]]))
tensor([[0.5000, 0.0000],
        [0.0000, 0.2500]])

corrcoef: y[i, j] = how row i goes with row j, from −1 to 1
(n, m) → (n, n)
>>> torch.corrcoef(torch.tensor([[1.0, 2.0, 3.0], [3.0, 2.0, 1.0]]))
tensor([[ 1., -1.],
        [-1.,  1.]])

cov: y[i, j] = Σ (xᵢ − mean)(xⱼ − mean) / (m − 1)
(n, m) → (n, n)
>>> torch.cov(torch.tensor([[1.0, 2.0, 3.0], [3.0, 2.0, 1.0]]))
tensor([[ 1., -1.],
        [-1.,  1.]])

trapezoid: y = the area below the points, by trapezoids
(*, n) → (*)
>>> torch.trapezoid(torch.tensor([1.0, 2.0, 3.0]))
tensor(4.)

cosine_similarity: = torch.nn.CosineSimilarity
>>> torch.cosine_similarity(torch.tensor([1.0, 0.0]), torch.tensor([1.0, 1.0]), dim=0)
tensor(0.7071)

bitwise_and: y = a & b, bit by bit
(*), (*) → (*)
>>> torch.bitwise_and(torch.tensor([6]), torch.tensor([3]))
tensor([2])

result_type: the dtype that a and b have together
>>> torch.result_type(torch.tensor([1]), torch.tensor([1.5]))
torch.float32

finfo: what a dtype of floats can hold
>>> torch.finfo(torch.float32).eps
1.1920928955078125e-07

iinfo: what a dtype of whole numbers can hold
>>> torch.iinfo(torch.int8).max
127

Generator: a stream of random numbers of its own
>>> generator = torch.Generator().manual_seed(0)
>>> torch.randint(0, 10, (3,), generator=generator)
tensor([4, 9, 3])

Size: the shape of a tensor, a tuple
>>> torch.Size([2, 3]).numel()
6

complex: y = a + b i
(*), (*) → (*)
>>> torch.complex(torch.tensor([1.0]), torch.tensor([2.0]))
tensor([1.+2.j])

polar: y = a · (cos b + i sin b)
(*), (*) → (*)
>>> torch.polar(torch.tensor([2.0]), torch.tensor([0.0]))
tensor([2.+0.j])
"""

"""Examples of what lessons seldom call: `torch`. Start reading at `inner`."""

ENTRIES = r"""

inner: y = Σ a · b over the last dimension of both
(*, k), (*, k) → (*, *)
>>> torch.inner(torch.tensor([1, 2]), torch.tensor([3, 4]))
tensor(11)

vdot: y = Σ aᵢ · bᵢ, a conjugated
(n), (n) → ()
>>> torch.vdot(torch.tensor([1.0, 2.0]), torch.tensor([3.0, 4.0]))
tensor(11.)

addmv: y = beta · c + alpha · A v
(n), (n, m), (m) → (n)
>>> torch.addmv(torch.ones(2), torch.tensor([[1.0, 2.0], [3.0, 4.0]]), torch.tensor([1.0, 10.0]))
tensor([22., 44.])

matrix_power: y = A · A · … · A, n times
(*, n, n) → (*, n, n)
>>> torch.matrix_power(torch.tensor([[1.0, 1.0], [0.0, 1.0]]), 3)
tensor([[1., 3.],
        [0., 1.]])

matrix_exp: y = 1 + A + A² / 2 + A³ / 6 + …
(*, n, n) → (*, n, n)
>>> torch.matrix_exp(torch.zeros(2, 2))
tensor([[1., 0.],
        [0., 1.]])

logdet: y = the logarithm of the determinant
(*, n, n) → (*)
>>> torch.logdet(torch.tensor([[2.0, 0.0], [0.0, 3.0]]))
tensor(1.7918)

pinverse: = torch.linalg.pinv
>>> torch.pinverse(torch.tensor([[2.0], [0.0]]))
tensor([[0.5000, 0.0000]])

svd: A = U S Vᵀ; torch.linalg.svd is what PyTorch recommends
(*, n, m) → (*, n, k), (*, k), (*, m, k)
>>> torch.svd(torch.tensor([[3.0, 0.0], [0.0, 4.0]])).S
tensor([4., 3.])

block_diag: the matrices along the diagonal, 0 elsewhere
(a, b), (c, d) → (a + c, b + d)
>>> torch.block_diag(torch.tensor([[1, 2]]), torch.tensor([[3]]))
tensor([[1, 2, 0],
        [0, 0, 3]])

diagflat: the matrix with these values on its diagonal
(*) → (n, n)
>>> torch.diagflat(torch.tensor([1, 2]))
tensor([[1, 0],
        [0, 2]])

diag_embed: as diagflat, for each row
(*, n) → (*, n, n)
>>> torch.diag_embed(torch.ones(5, 3)).shape
torch.Size([5, 3, 3])

tril_indices: the rows and columns of what lies on and below the diagonal
row, col → (2, number of them)
>>> torch.tril_indices(2, 2)
tensor([[0, 1, 1],
        [0, 0, 1]])

triu_indices: the rows and columns of what lies on and above the diagonal
row, col → (2, number of them)
>>> torch.triu_indices(2, 2)
tensor([[0, 0, 1],
        [0, 1, 1]])

vander: y[i, j] = x[i]^(n − 1 − j)
(n) → (n, n)
>>> torch.vander(torch.tensor([1, 2, 3]))
tensor([[1, 1, 1],
        [4, 2, 1],
        [9, 3, 1]])

hypot: y = √(a² + b²)
(*), (*) → (*)
>>> torch.hypot(torch.tensor([3.0]), torch.tensor([4.0]))
tensor([5.])

deg2rad: y = x · π / 180
(*) → (*)
>>> torch.deg2rad(torch.tensor([180.0]))
tensor([3.1416])

rad2deg: y = x · 180 / π
(*) → (*)
>>> torch.rad2deg(torch.tensor([torch.pi]))
tensor([180.])

erfc: y = 1 − erf(x)
(*) → (*)
>>> torch.erfc(torch.tensor([0.0, 1.0]))
tensor([1.0000, 0.1573])

erfinv: erf(y) = x
(*) → (*)
>>> torch.erfinv(torch.tensor([0.0, 0.5]))
tensor([0.0000, 0.4769])

lgamma: y = ln |Γ(x)|
(*) → (*)
>>> torch.lgamma(torch.tensor([1.0, 4.0]))
tensor([0.0000, 1.7918])

digamma: y = Γ'(x) / Γ(x)
(*) → (*)
>>> torch.digamma(torch.tensor([1.0]))
tensor([-0.5772])

sinc: y = sin(π x) / (π x)
(*) → (*)
>>> torch.sinc(torch.tensor([0.0, 0.5]))
tensor([1.0000, 0.6366])

xlogy: y = a · ln b, 0 where a is 0
(*), (*) → (*)
>>> torch.xlogy(torch.tensor([0.0, 2.0]), torch.tensor([0.0, 1.0]))
tensor([0., 0.])

heaviside: y = 0 below 0, 1 above, values where x = 0
(*), (*) → (*)
>>> torch.heaviside(torch.tensor([-1.0, 0.0, 2.0]), torch.tensor([0.5]))
tensor([0.0000, 0.5000, 1.0000])

copysign: y = |a| with the sign of b
(*), (*) → (*)
>>> torch.copysign(torch.tensor([1.0, 2.0]), torch.tensor([-1.0]))
tensor([-1., -2.])

signbit: y = whether the sign is −
(*) → (*) of bool
>>> torch.signbit(torch.tensor([-1.0, 2.0]))
tensor([ True, False])

gcd: y = the greatest number that divides both
(*), (*) → (*)
>>> torch.gcd(torch.tensor([12]), torch.tensor([18]))
tensor([6])

lcm: y = the smallest number that both divide
(*), (*) → (*)
>>> torch.lcm(torch.tensor([4]), torch.tensor([6]))
tensor([12])

fmax: y = the larger of a and b, the number where one is none
(*), (*) → (*)
>>> torch.fmax(torch.tensor([1.0, float("nan")]), torch.tensor([3.0, 2.0]))
tensor([3., 2.])

fmin: y = the smaller of a and b, the number where one is none
(*), (*) → (*)
>>> torch.fmin(torch.tensor([1.0, float("nan")]), torch.tensor([3.0, 2.0]))
tensor([1., 2.])

nansum: y = Σ x, without what is no number
(*) → (); with dim, (*) without that dimension
>>> torch.nansum(torch.tensor([1.0, float("nan")]))
tensor(1.)

nanmean: y = the mean, without what is no number
(*) → (); with dim, (*) without that dimension
>>> torch.nanmean(torch.tensor([1.0, 3.0, float("nan")]))
tensor(2.)

nanmedian: y = the value in the middle, without what is no number
(*) → (); with dim, (*) without that dimension
>>> torch.nanmedian(torch.tensor([1.0, 3.0, float("nan")]))
tensor(1.)

cummin: the smallest of x[0] … x[i], and where
(*) → (*), (*)
>>> torch.cummin(torch.tensor([3, 1, 2]), dim=0).values
tensor([3, 1, 1])

logcumsumexp: y[i] = ln(e^x[0] + … + e^x[i])
(*) → (*)
>>> torch.logcumsumexp(torch.tensor([0.0, 0.0]), dim=0)
tensor([0.0000, 0.6931])

msort: y = the values in rising order along the first dimension
(*) → (*)
>>> torch.msort(torch.tensor([3, 1, 2]))
tensor([1, 2, 3])

bitwise_or: y = a | b, bit by bit
(*), (*) → (*)
>>> torch.bitwise_or(torch.tensor([6]), torch.tensor([3]))
tensor([7])

bitwise_xor: y = a ^ b, bit by bit
(*), (*) → (*)
>>> torch.bitwise_xor(torch.tensor([6]), torch.tensor([3]))
tensor([5])

bitwise_not: y = ~x, every bit turned
(*) → (*)
>>> torch.bitwise_not(torch.tensor([6]))
tensor([-7])

absolute: = torch.abs
>>> torch.absolute(torch.tensor([-1.5, 2.0]))
tensor([1.5000, 2.0000])

greater: = torch.gt
>>> torch.greater(torch.tensor([1, 2]), 1)
tensor([False,  True])

greater_equal: = torch.ge
>>> torch.greater_equal(torch.tensor([1, 2]), 2)
tensor([False,  True])

less: = torch.lt
>>> torch.less(torch.tensor([1, 2]), 2)
tensor([ True, False])

less_equal: = torch.le
>>> torch.less_equal(torch.tensor([1, 2]), 1)
tensor([ True, False])

not_equal: = torch.ne
>>> torch.not_equal(torch.tensor([1, 2]), 1)
tensor([False,  True])

subtract: = torch.sub
>>> torch.subtract(torch.tensor([1, 2]), 1)
tensor([0, 1])

divide: = torch.div
>>> torch.divide(torch.tensor([7, 8]), 2)
tensor([3.5000, 4.0000])

true_divide: y = a / b
(*), (*) → (*)
>>> torch.true_divide(torch.tensor([7, 8]), 2)
tensor([3.5000, 4.0000])

negative: = torch.neg
>>> torch.negative(torch.tensor([1, -2]))
tensor([-1,  2])

concat: = torch.cat
>>> torch.concat([torch.tensor([1, 2]), torch.tensor([3])])
tensor([1, 2, 3])

concatenate: = torch.cat
>>> torch.concatenate([torch.tensor([1, 2]), torch.tensor([3])])
tensor([1, 2, 3])

column_stack: rows become columns side by side
(n), (n) → (n, 2)
>>> torch.column_stack([torch.tensor([1, 2]), torch.tensor([3, 4])])
tensor([[1, 3],
        [2, 4]])

dstack: one behind another along the third dimension
(n, m), (n, m) → (n, m, 2)
>>> torch.dstack([torch.ones(2, 3), torch.ones(2, 3)]).shape
torch.Size([2, 3, 2])

moveaxis: = torch.movedim
>>> torch.moveaxis(torch.ones(2, 3, 4), 0, 2).shape
torch.Size([3, 4, 2])

swapdims: = torch.transpose
>>> torch.swapdims(torch.ones(2, 3, 4), 0, 2).shape
torch.Size([4, 3, 2])

adjoint: y = xᵀ, conjugated
(*, n, m) → (*, m, n)
>>> torch.adjoint(torch.ones(2, 3)).shape
torch.Size([3, 2])

atleast_1d: with one dimension at least
() → (1)
>>> torch.atleast_1d(torch.tensor(3))
tensor([3])

atleast_2d: with two dimensions at least
(n) → (1, n)
>>> torch.atleast_2d(torch.tensor([1, 2]))
tensor([[1, 2]])

narrow: length values along dim from start on, without a copy
(n, *) → (length, *)
>>> torch.narrow(torch.arange(5), 0, 1, 3)
tensor([1, 2, 3])

select: the part with that index along dim
(n, *) → (*)
>>> torch.select(torch.tensor([[1, 2], [3, 4]]), 1, 0)
tensor([1, 3])

as_strided: a look at the memory by sizes and strides of one's own
(*) → size
>>> torch.as_strided(torch.arange(5), (3, 2), (1, 1))
tensor([[0, 1],
        [1, 2],
        [2, 3]])

masked_fill: y = value where the mask is True, else x
(*), (*) → (*)
>>> x = torch.tensor([1.0, -2.0])
>>> torch.masked_fill(x, x < 0, 0.0)
tensor([1., 0.])

masked_scatter: y = the next value of source where the mask is True, else x
(*), (*), (k) → (*)
>>> mask = torch.tensor([True, False, True])
>>> torch.masked_scatter(torch.zeros(3), mask, torch.tensor([1.0, 2.0]))
tensor([1., 0., 2.])

scatter_add: y = x, with src[i][j] added to y[i][index[i][j]] for dim 1
(*), index, src → (*)
>>> torch.scatter_add(torch.zeros(3), 0, torch.tensor([0, 2, 0]), torch.ones(3))
tensor([2., 0., 1.])

index_add: y = x, with the rows of source added to those that index names
(n, *), (k), (k, *) → (n, *)
>>> torch.index_add(torch.zeros(3), 0, torch.tensor([0, 0]), torch.tensor([1.0, 2.0]))
tensor([3., 0., 0.])

index_fill: y = x, with value in the rows that index names
(n, *), (k) → (n, *)
>>> torch.index_fill(torch.zeros(3), 0, torch.tensor([0, 2]), 7)
tensor([7., 0., 7.])

index_copy: y = x, with the rows of source in place of those that index names
(n, *), (k), (k, *) → (n, *)
>>> torch.index_copy(torch.zeros(3), 0, torch.tensor([2]), torch.tensor([5.0]))
tensor([0., 0., 5.])

real: y = the part without i
(*) of complex numbers → (*)
>>> torch.real(torch.tensor([1 + 2j]))
tensor([1.])

imag: y = the part with i
(*) of complex numbers → (*)
>>> torch.imag(torch.tensor([1 + 2j]))
tensor([2.])

conj: y = a − b i for x = a + b i
(*) → (*)
>>> torch.conj(torch.tensor([1 + 2j])).resolve_conj()
tensor([1.-2.j])

angle: y = the angle of x in the plane of complex numbers
(*) → (*)
>>> torch.angle(torch.tensor([1j]))
tensor([1.5708])

poisson: y drawn from Poisson's distribution with mean x
(*) → (*)
>>> torch.poisson(torch.zeros(2))
tensor([0., 0.])

is_complex: whether its dtype is one of complex numbers
>>> torch.is_complex(torch.tensor([1j]))
True

is_nonzero: whether the one value is not 0
(1) → bool
>>> torch.is_nonzero(torch.tensor([3]))
True

promote_types: the dtype that can hold both
>>> torch.promote_types(torch.int32, torch.float32)
torch.float32

can_cast: whether one dtype can become the other
>>> torch.can_cast(torch.float32, torch.int32)
False

get_num_threads: how many threads compute at once
>>> isinstance(torch.get_num_threads(), int)
True
"""

"""Examples of joining tensors, taking them apart and picking from them: `torch`. Start reading at `cat`."""

ENTRIES = r"""

cat: the tensors one behind another along dim, which is there already
(a, *), (b, *) → (a + b, *)
>>> torch.cat([torch.tensor([[1, 2]]), torch.tensor([[3, 4], [5, 6]])])
tensor([[1, 2],
        [3, 4],
        [5, 6]])

stack: the tensors one behind another along a new dimension
n of (*) → (n, *)
>>> torch.stack([torch.tensor([1, 2]), torch.tensor([3, 4])])
tensor([[1, 2],
        [3, 4]])

hstack: side by side
(*, a), (*, b) → (*, a + b)
>>> torch.hstack([torch.tensor([1, 2]), torch.tensor([3])])
tensor([1, 2, 3])

vstack: one below another
(a, *), (b, *) → (a + b, *)
>>> torch.vstack([torch.tensor([1, 2]), torch.tensor([3, 4])])
tensor([[1, 2],
        [3, 4]])

split: pieces of split_size along dim; the last may be smaller
(n, *) → (split_size, *), …
>>> torch.split(torch.arange(5), 2)
(tensor([0, 1]), tensor([2, 3]), tensor([4]))

chunk: at most so many pieces of the same size along dim
(n, *) → (⌈n / chunks⌉, *), …
>>> torch.chunk(torch.arange(5), 2)
(tensor([0, 1, 2]), tensor([3, 4]))

tensor_split: so many pieces, of sizes as equal as can be
(n, *) → pieces
>>> torch.tensor_split(torch.arange(5), 3)
(tensor([0, 1]), tensor([2, 3]), tensor([4]))

unbind: the parts along dim, without that dimension
(n, *) → n of (*)
>>> torch.unbind(torch.tensor([[1, 2], [3, 4]]))
(tensor([1, 2]), tensor([3, 4]))

reshape: the same values in order, in another shape; −1 stands for what is left
(*) → (shape)
>>> torch.reshape(torch.arange(6), (2, -1))
tensor([[0, 1, 2],
        [3, 4, 5]])

flatten: dimensions start_dim … end_dim become one
(*) → (product of *)
>>> torch.flatten(torch.tensor([[1, 2], [3, 4]]))
tensor([1, 2, 3, 4])

unflatten: one dimension becomes several
(*, n, *) → (*, sizes, *)
>>> torch.unflatten(torch.arange(6), 0, (2, 3))
tensor([[0, 1, 2],
        [3, 4, 5]])

ravel: all values in one dimension
(*) → (product of *)
>>> torch.ravel(torch.tensor([[1, 2], [3, 4]]))
tensor([1, 2, 3, 4])

squeeze: without the dimensions of size 1
(n, 1, m) → (n, m)
>>> torch.squeeze(torch.ones(2, 1, 3)).shape
torch.Size([2, 3])

unsqueeze: with a dimension of size 1 at dim
(n, m) → (1, n, m) for dim 0
>>> torch.unsqueeze(torch.tensor([1, 2, 3]), 1)
tensor([[1],
        [2],
        [3]])

transpose: two dimensions exchanged
(…, n, …, m, …) → (…, m, …, n, …)
>>> torch.transpose(torch.tensor([[1, 2, 3], [4, 5, 6]]), 0, 1)
tensor([[1, 4],
        [2, 5],
        [3, 6]])

swapaxes: = torch.transpose
>>> torch.swapaxes(torch.ones(2, 3, 4), 0, 2).shape
torch.Size([4, 3, 2])

t: y = xᵀ
(n, m) → (m, n)
>>> torch.t(torch.tensor([[1, 2], [3, 4]]))
tensor([[1, 3],
        [2, 4]])

permute: the dimensions in the given order
(a, b, c) → (c, a, b) for (2, 0, 1)
>>> torch.permute(torch.ones(2, 3, 4), (2, 0, 1)).shape
torch.Size([4, 2, 3])

movedim: one dimension moved to another place
(a, b, c) → (b, c, a) for 0, 2
>>> torch.movedim(torch.ones(2, 3, 4), 0, 2).shape
torch.Size([3, 4, 2])

flip: in the opposite order along dims
(*) → (*)
>>> torch.flip(torch.tensor([[1, 2], [3, 4]]), dims=(0,))
tensor([[3, 4],
        [1, 2]])

fliplr: each row in the opposite order
(n, m, *) → the same
>>> torch.fliplr(torch.tensor([[1, 2], [3, 4]]))
tensor([[2, 1],
        [4, 3]])

flipud: the rows in the opposite order
(n, *) → the same
>>> torch.flipud(torch.tensor([[1, 2], [3, 4]]))
tensor([[3, 4],
        [1, 2]])

roll: moved on by shifts, what falls out at the end comes in at the start
(*) → (*)
>>> torch.roll(torch.tensor([1, 2, 3, 4]), 1)
tensor([4, 1, 2, 3])

rot90: turned by k · 90 degrees
(n, m) → (m, n) for odd k
>>> torch.rot90(torch.tensor([[1, 2], [3, 4]]))
tensor([[2, 4],
        [1, 3]])

tile: x repeated so many times along each dimension
(n) → (n · times)
>>> torch.tile(torch.tensor([1, 2]), (2, 2))
tensor([[1, 2, 1, 2],
        [1, 2, 1, 2]])

repeat_interleave: each value repeated in its place
(n) → (n · repeats)
>>> torch.repeat_interleave(torch.tensor([1, 2]), 3)
tensor([1, 1, 1, 2, 2, 2])

broadcast_to: x with dimensions of size 1 stretched, without a copy
(1, m) → (n, m)
>>> torch.broadcast_to(torch.tensor([1, 2]), (2, 2))
tensor([[1, 2],
        [1, 2]])

broadcast_tensors: all stretched to the shape that they have in common
(n, 1), (m) → (n, m), (n, m)
>>> a, b = torch.broadcast_tensors(torch.ones(2, 1), torch.ones(3))
>>> a.shape, b.shape
(torch.Size([2, 3]), torch.Size([2, 3]))

meshgrid: coordinates of all points of a grid: y₁[i, j] = a[i], y₂[i, j] = b[j]
(n), (m) → (n, m), (n, m)
>>> rows, columns = torch.meshgrid(torch.arange(2), torch.arange(3), indexing="ij")
>>> columns
tensor([[0, 1, 2],
        [0, 1, 2]])

cartesian_prod: all pairs of a value of one and a value of the other
(n), (m) → (n · m, 2)
>>> torch.cartesian_prod(torch.tensor([1, 2]), torch.tensor([8, 9]))
tensor([[1, 8],
        [1, 9],
        [2, 8],
        [2, 9]])

combinations: all choices of r values
(n) → (n over r, r)
>>> torch.combinations(torch.tensor([1, 2, 3]))
tensor([[1, 2],
        [1, 3],
        [2, 3]])

gather: y[i][j] = x[i][index[i][j]] for dim 1
(*), index → the shape of index
>>> torch.gather(torch.tensor([[1, 2], [3, 4]]), 1, torch.tensor([[0, 0], [1, 0]]))
tensor([[1, 1],
        [4, 3]])

scatter: y = x, but y[i][index[i][j]] = src[i][j] for dim 1
(*), index, src → (*)
>>> torch.scatter(torch.zeros(2, 3), 1, torch.tensor([[0], [2]]), 1.0)
tensor([[1., 0., 0.],
        [0., 0., 1.]])

index_select: y = the rows (or columns, by dim) that index names
(n, *), (k) → (k, *)
>>> torch.index_select(torch.tensor([[1, 2], [3, 4], [5, 6]]), 0, torch.tensor([2, 0]))
tensor([[5, 6],
        [1, 2]])

take: y = the values of x, counted through all dimensions, that index names
(*), (k) → (k)
>>> torch.take(torch.tensor([[1, 2], [3, 4]]), torch.tensor([3, 0]))
tensor([4, 1])

take_along_dim: = torch.gather
>>> x = torch.tensor([[3, 1, 2]])
>>> torch.take_along_dim(x, x.argsort(dim=1), dim=1)
tensor([[1, 2, 3]])

masked_select: y = the values of x where mask is True
(*), (*) → (number of True)
>>> x = torch.tensor([1, 5, 3])
>>> torch.masked_select(x, x > 2)
tensor([5, 3])

where: y = a where the condition holds, else b
(*), (*), (*) → (*)
>>> x = torch.tensor([-1.0, 2.0])
>>> torch.where(x > 0, x, 0.0)
tensor([0., 2.])

nonzero: the indices of the values that are not 0
(*) → (number of them, number of dimensions)
>>> torch.nonzero(torch.tensor([0, 3, 0, 4]))
tensor([[1],
        [3]])

argwhere: = torch.nonzero
>>> torch.argwhere(torch.tensor([[0, 1], [1, 0]]))
tensor([[0, 1],
        [1, 0]])

tril: y[i, j] = x[i, j] where j ≤ i + diagonal, else 0
(*, n, m) → the same
>>> torch.tril(torch.ones(3, 3))
tensor([[1., 0., 0.],
        [1., 1., 0.],
        [1., 1., 1.]])

triu: y[i, j] = x[i, j] where j ≥ i + diagonal, else 0
(*, n, m) → the same
>>> torch.triu(torch.ones(3, 3), diagonal=1)
tensor([[0., 1., 1.],
        [0., 0., 1.],
        [0., 0., 0.]])

diag: the diagonal of a matrix, or the matrix with that diagonal
(n, n) → (n); (n) → (n, n)
>>> torch.diag(torch.tensor([1, 2]))
tensor([[1, 0],
        [0, 2]])

diagonal: the diagonal of a matrix, without a copy
(n, n) → (n)
>>> torch.diagonal(torch.tensor([[1, 2], [3, 4]]))
tensor([1, 4])
"""

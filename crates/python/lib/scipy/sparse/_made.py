"""Tables of mostly zeros out of blocks and diagonals, drawn ones, and files of them.

What it is not: the tables' formats, which are the package's. Start reading at `bmat`.
"""

import numpy as np
from scipy.sparse._matrix import Sparse, SparseArray, sparse_of


def _table(block):
    return block._table if isinstance(block, Sparse) else np.atleast_2d(np.asarray(block))


def bmat(blocks, format=None, dtype=None):
    """A table of tables; None is a block of zeros."""
    high = [max(_table(each).shape[0] for each in row if each is not None) for row in blocks]
    wide = [max(_table(row[at]).shape[1] for row in blocks if row[at] is not None) for at in range(len(blocks[0]))]
    kind = np.result_type(*(_table(each).dtype for row in blocks for each in row if each is not None))
    rows = [
        np.concatenate([np.zeros((tall, broad), dtype=kind) if each is None else _table(each) for each, broad in zip(row, wide)], axis=1)
        for row, tall in zip(blocks, high)
    ]
    table = np.concatenate(rows, axis=0)
    is_array = any(isinstance(each, SparseArray) for row in blocks for each in row)
    return sparse_of(table if dtype is None else table.astype(dtype), format or "coo", is_array)


block_array = bmat


def block_diag(mats, format=None, dtype=None):
    """Tables along a diagonal."""
    return bmat([[each if at == row else None for at in range(len(mats))] for row, each in enumerate(mats)], format, dtype)


def diags_array(diagonals, /, *, offsets=0, shape=None, format=None, dtype=None):
    """Diagonals with values of their own, as an array."""
    from scipy.sparse import diags

    made = diags(diagonals, offsets, shape, format, dtype)
    return sparse_of(made._table, made.format, True)


def spdiags(data, diags, m=None, n=None, format=None):
    """Diagonals whose values stand below their columns."""
    m, n = m if isinstance(m, tuple) else (m, n)
    data, table = np.atleast_2d(np.asarray(data)), None
    table = np.zeros((m, n), dtype=data.dtype)
    for values, offset in zip(data, np.atleast_1d(diags).tolist()):
        columns = np.arange(max(offset, 0), min(n, m + offset, len(values)))
        table[columns - offset, columns] = values[columns]
    return sparse_of(table, format or "dia")


def kronsum(A, B, format=None):
    """The sum of both tables, each times the other's ones."""
    A, B = _table(A), _table(B)
    return sparse_of(np.kron(np.eye(len(B)), A) + np.kron(B, np.eye(len(A))), format or "coo")


def random_array(shape, *, density=0.01, format="coo", dtype=None, rng=None, data_sampler=None):
    """A share of values drawn at places that are drawn; the places are not those that scipy draws."""
    generator = rng if hasattr(rng, "random") else np.random.default_rng(rng)
    count, table = int(round(density * shape[0] * shape[1])), np.zeros(shape[0] * shape[1])
    places = generator.permutation(len(table))[:count]
    table[places] = generator.random(count) if data_sampler is None else data_sampler(size=count)
    table = table.reshape(shape)
    return sparse_of(table if dtype is None else table.astype(dtype), format, True)


def random(m, n, density=0.01, format="coo", dtype=None, rng=None, data_rvs=None, random_state=None):
    """The same as a matrix."""
    generator = random_state if random_state is not None else rng
    generator = np.random.RandomState(generator) if generator is None or isinstance(generator, int) else generator
    count, table = int(round(density * m * n)), np.zeros(m * n)
    places = generator.permutation(m * n)[:count]
    table[places] = (generator.uniform(size=count) if data_rvs is None else data_rvs(count))
    table = table.reshape(m, n)
    return sparse_of(table if dtype is None else table.astype(dtype), format)


rand = random


def save_npz(file, matrix, compressed=True):
    """Writes a table into a file."""
    (np.savez_compressed if compressed else np.savez)(
        file, format=np.array(matrix.format), shape=np.array(matrix.shape), table=matrix.toarray())


def load_npz(file):
    """The table in a file that `save_npz` of here wrote.

    Raises:
        NotImplementedError: for files of another making.
    """
    with np.load(file) as kept:
        if "table" not in kept:
            raise NotImplementedError("load_npz: files that another scipy wrote are not built into this scipy")
        return sparse_of(kept["table"], str(kept["format"]))

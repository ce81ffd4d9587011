"""The slowest waves on a graph: where its nodes lie along them.

What it is not: for large graphs; all are found. Source: M. Belkin, P. Niyogi, Laplacian eigenmaps, 2003. Start reading at
`spread_by_ties`.
"""

import numpy as np


def spread_by_ties(table, many, generator, drop_first):
    """So many coordinates of each node, by how much all are tied to each other."""
    table = np.where(np.eye(len(table), dtype=bool), 0.0, table)
    sums = table.sum(axis=0)
    roots = np.where(sums == 0, 1.0, np.sqrt(sums))
    waves = np.where(np.eye(len(table), dtype=bool), 1.0, -table / roots / roots.reshape(-1, 1))
    generator.uniform(-1, 1, len(table))
    many += drop_first
    _, vectors = np.linalg.eigh(waves)
    found = vectors[:, :many].T / roots
    signs = np.sign(found[np.arange(len(found)), np.abs(found).argmax(axis=1)])
    return (found * signs.reshape(-1, 1))[int(drop_first) :].T.copy()

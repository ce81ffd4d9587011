"""Eigenvalues in LAPACK's order and eigenvectors and singular vectors with its signs, and what is drawn by them."""

import numpy as np

rng = np.random.default_rng(8)
for size in (2, 3, 4, 6):
    a = rng.normal(size=(size, size)).round(2)
    print(np.linalg.eigvals(a).round(5))
    values, vectors = np.linalg.eig(a)
    print(vectors.round(5))
    print(np.linalg.eig(np.cov(rng.normal(size=(size, 20))))[1].round(5))
for shape in ((3, 3), (5, 3), (3, 5), (9, 4), (2, 7), (4, 1), (1, 4)):
    a = rng.normal(size=shape).round(2)
    for is_full in (True, False):
        u, s, vh = np.linalg.svd(a, full_matrices=is_full)
        print(u.round(5), s.round(5), vh.round(5))
print(np.roots([1, 2, 3, 4]).round(6), np.roots([2, -4, 1, 3, 7]).round(6), np.roots([1j, 2, 1]).round(6))
print(np.linalg.eig(np.stack([np.array([[2.0, 1], [1, 3]]), np.diag([2.0, 3])])))
print(np.poly(np.array([[1, 2], [3, 4]])))
spread = np.cov(rng.normal(size=(4, 30)))
print(rng.multivariate_normal(np.zeros(4), spread, 2).round(6))
np.random.seed(4)
print(np.random.multivariate_normal(np.zeros(4), spread, 2).round(6))

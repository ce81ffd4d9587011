"""Complex numbers in order, summed up, rounded, compared, multiplied and solved."""

import numpy as np
from each_line import each_line

z = np.array([2 - 1j, -1 + 3j, 2 - 4j, 0.5j, -1 + 1j])
A = np.array([[2, 1j], [1 - 1j, 3]])
H = np.array([[3, 1 - 2j], [1 + 2j, 4]])

each_line("""
np.sort(z), np.argsort(z), z.max(), z.min(), z.argmax(), z.argmin()
np.sort(z[:4].reshape(2, 2), axis=0), z[:4].reshape(2, 2).max(axis=1)
np.cumsum(z), np.cumprod(z), z.prod(), z[:4].reshape(2, 2).prod(axis=0)
np.round(z / 3, 2), np.clip(z, -1, 1 + 1j), np.ptp(z), np.median(z)
z > 0, z <= 2, np.maximum(z, 1), np.minimum(z, 1j), np.sign(z).round(4), np.reciprocal(z[:2])
np.unique(np.array([1j, 2, 1j])), np.isin(z, [0.5j]), np.searchsorted(np.sort(z), 0)
np.dot(z, z), np.vdot(z, z), np.inner(z, z), np.kron([1, 1j], [1, 2]), np.convolve(z[:2], [1, 2]), np.einsum("i,i", z, z)
np.where(z.real > 0, z, 0), np.linspace(0, 2 + 2j, 3), np.nan_to_num(np.array([np.nan + 1j]))
np.linalg.inv(A).round(6), np.linalg.solve(A, [1, 2]).round(6), np.linalg.norm(z).round(6), np.linalg.matrix_power(A, 3)
np.linalg.det(A).round(6), np.linalg.matrix_rank(A), np.linalg.svd(A)[1].round(6), np.linalg.pinv(A).round(6)
np.linalg.eigvals(A).round(6), np.linalg.eigvalsh(H).round(6), np.linalg.cholesky(H).round(6)
np.linalg.qr(A)[1].round(6), np.linalg.cond(A).round(6)
np.trapezoid(z), np.interp(0.5, [0, 1], [1j, 3]), np.isclose(1 + 1j, 1 + 1j), np.allclose(z, z + 1e-12)
z // 1
z % 2
float(z[0:1].reshape(()))
""", globals())

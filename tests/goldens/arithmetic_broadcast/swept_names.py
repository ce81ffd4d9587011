import numpy as np
import torch
import torch.nn.functional as F

m = torch.tensor([[1.0, 2.0], [3.0, -4.0]])
rows = torch.tensor([[1, 2], [1, 2], [0, 1]])
print(torch.unique(rows, dim=0), torch.unique(rows, dim=0, return_inverse=True, return_counts=True))
print(torch.tensor([[1, 1, 2], [3, 3, 1]]).unique(dim=1), torch.tensor([3, 1, 3]).unique(return_counts=True))
print(torch.real(m), m.conj(), torch.angle(m), torch.is_conj(m), torch.lgamma(torch.tensor([1.5])))
for call in (lambda: torch.lgamma([1.0]), lambda: torch.imag(m), lambda: torch.acosh("a"), lambda: np.sin(np.array([1.0]), 2)):
    try:
        call()
    except (TypeError, RuntimeError) as error:
        print(type(error).__name__, error)
print(torch.cholesky_inverse(m), torch.cholesky_solve(m, m), torch.histogram(torch.tensor([1.0, 2.0]))[1].shape)
print(m.sum_to_size(1, 2), m.narrow_copy(0, 0, 1), m.clone().negative_(), m.clone().absolute_(), m.is_shared(), m.is_pinned())
print(F.elu_(m.clone()), F.leaky_relu_(m.clone(), 0.1), F.upsample_nearest(torch.ones(1, 1, 2, 2), scale_factor=2).shape)
print(F.max_pool2d_with_indices(torch.arange(16.0).reshape(1, 1, 4, 4), 2))
print(hasattr(torch, "onnx"), hasattr(torch, "nothing"), torch.distributed.is_initialized())
print(repr(np.cov([1.0, 2.0, 4.0])), np.tril([1, 2, 3]), np.triu([1, 2, 3], 1), np.modf([-1.0, 1.5]))
print(np.cumulative_sum([1, 2, 3], include_initial=True), np.isneginf([-np.inf, 1]), np.unique_counts([1, 1, 2]))
print(np.matrix_transpose(np.ones((2, 3))).shape, np.bitwise_count([1, 3, 255]), np.nancumprod([1.0, np.nan, 3.0]))
print(np.vecmat([1.0, 2.0], np.eye(2)), np.matvec(np.eye(2), [1.0, 2.0]), np.diag_indices_from(np.eye(2)))
print(np.mod(np.array([1.5, -2.0, 0.25]), 2), np.array([-2.0, 4.0]) % 2, np.mod(np.array([3.0, 1.0]), -3))
values = np.ones(3)
values[np.isnan(np.float64(1))] = 0
print(values)

"""The product of two square matrices with `N` rows."""

a, b = values(N, N), values(N, N)


def work(steps):
    for _ in range(steps):
        product = torch.matmul(a, b)
    return product[-1, -1].item()
